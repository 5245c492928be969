//! A browser's requests in small, over real sockets of the loopback.

use std::{
    io::{Read, Write},
    net::TcpStream,
};

/// An answer as it came.
pub struct Reply {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Reply {
    /// Gives the value of a header, or a dash.
    pub fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(one, _)| one.eq_ignore_ascii_case(name))
            .map_or("-", |(_, value)| value)
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// Sends a request to an origin (`http://127.0.0.1:8080`) and leaves its answer to be read.
pub fn send(origin: &str, path: &str, headers: &[(&str, &str)]) -> TcpStream {
    let address = origin.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    let headers: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    stream
}

/// Sends a request and reads its answer.
pub fn get(origin: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
    let mut bytes = Vec::new();
    send(origin, path, headers).read_to_end(&mut bytes).unwrap();
    let end = bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap();
    let body = bytes.split_off(end + 4);
    let head = String::from_utf8(bytes).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Reply { status, head, body }
}
