//! `interleave serve` as a command: three lines, a clear word about a busy port, a quick stop.
#![cfg(unix)]

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::web::{get, send};

fn interleave(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_interleave"));
    command.args(arguments);
    command
}

/// A `serve` on free ports, and what its three lines said. Ends with the test, however that does.
struct Serving {
    child: Child,
    origins: Vec<String>,
}

impl Serving {
    fn start() -> Self {
        let mut child = interleave(&["serve", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().take(3);
        let lines: Vec<String> = lines.map(Result::unwrap).collect();
        let origins = ["page", "proxy", "demo"]
            .iter()
            .zip(&lines)
            .map(|(name, line)| line.strip_prefix(&format!("{name} ")).unwrap().to_owned())
            .collect();
        Self { child, origins }
    }

    /// Sends a signal and gives the exit code and how long the end took.
    fn signal(&mut self, name: &str) -> (Option<i32>, Duration) {
        let began = Instant::now();
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args([name, &id])
                .status()
                .unwrap()
                .success()
        );
        let code = self.child.wait().unwrap().code();
        (code, began.elapsed())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It has mostly ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn all_three_answer_once_the_lines_are_printed() {
    let serving = Serving::start();
    let [page, proxy, demo] = &serving.origins[..] else {
        panic!("three lines, not {:?}", serving.origins);
    };
    assert_eq!(get(page, "/interleave.json", &[]).status, 200);
    assert_eq!(get(demo, "/", &[]).status, 418);
    let about = get(proxy, "/", &[]);
    assert_eq!((about.status, about.text().lines().count()), (200, 1));
}

#[test]
fn a_signal_ends_it_within_a_second_whatever_is_under_way() {
    for signal in ["-TERM", "-INT"] {
        let mut serving = Serving::start();
        let [_, _, demo] = &serving.origins[..] else {
            panic!("three lines, not {:?}", serving.origins);
        };
        let _waiting = send(demo, "/?delay=5000", &[("User-Agent", "Mozilla/5.0")]);
        let (code, took) = serving.signal(signal);
        assert_eq!(code, Some(0), "{signal}");
        assert!(took < Duration::from_secs(1), "{signal} took {took:?}");
    }
}

#[test]
fn a_busy_port_is_named_and_gives_2() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = interleave(&["serve", "--port", &port]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let sentence = String::from_utf8(output.stderr).unwrap();
    assert!(
        sentence.contains(&port) && sentence.contains("--port"),
        "{sentence}"
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn wrong_use_gives_2() {
    for arguments in [
        &["serve", "--port", "70000"][..],
        &["serve", "--fast"],
        &["sing"],
        &[],
    ] {
        let output = interleave(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}
