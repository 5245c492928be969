//! A network in memory: names with scripted addresses, sites that play what a test gives them,
//! and a record of everything that was looked up, dialled and sent.

use std::collections::{BTreeMap, VecDeque};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::{io, time::Duration};

use interleave_proxy::address::Cleared;
use interleave_proxy::{Dial, Fetched, Fetcher, Network, Pending, Policy};
use interleave_proxy::{Refusal, Resolve, Stream};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

/// One thing that a site does after it has read a request.
pub enum Act {
    Say(Vec<u8>),
    Pause(Duration),
    Hang,
}

/// How a site answers a request, of which it is given the text.
pub type Site = fn(&str) -> Vec<Act>;

/// A network in memory and what it recorded.
pub struct World {
    pub resolver: Arc<ScriptedResolver>,
    pub dialer: Arc<RecordingDialer>,
    heard: Arc<Mutex<Vec<String>>>,
}

impl World {
    /// Makes a world where names have addresses (one answer after the other; addresses of one
    /// answer with commas between) and every address is the same site.
    pub fn new(names: &[(&str, &[&str])], site: Site) -> Self {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let record = heard.clone();
        let dialer = RecordingDialer::new(move |_| {
            let (near, far) = duplex(64 * 1024);
            tokio::spawn(play(far, site, record.clone()));
            Ok(Some(near))
        });
        Self::with_dialer(names, dialer, heard)
    }

    /// Makes a world where no port is open.
    pub fn closed(names: &[(&str, &[&str])]) -> Self {
        Self::with_dialer(names, RecordingDialer::refusing(), Arc::default())
    }

    /// Makes a world where dialling never ends.
    pub fn silent(names: &[(&str, &[&str])]) -> Self {
        Self::with_dialer(names, RecordingDialer::new(|_| Ok(None)), Arc::default())
    }

    pub fn with_dialer(
        names: &[(&str, &[&str])],
        dialer: RecordingDialer,
        heard: Arc<Mutex<Vec<String>>>,
    ) -> Self {
        let mut resolver = ScriptedResolver::default();
        for (name, answers) in names {
            let answers = answers
                .iter()
                .map(|answer| answer.split(',').map(|ip| ip.parse().unwrap()).collect());
            resolver = resolver.with(name, answers);
        }
        Self {
            resolver: Arc::new(resolver),
            dialer: Arc::new(dialer),
            heard,
        }
    }

    pub fn network(&self) -> Network {
        Network {
            resolver: self.resolver.clone(),
            dialer: self.dialer.clone(),
            ..Network::system()
        }
    }

    pub fn fetcher(&self, policy: Policy) -> Fetcher {
        Fetcher::new(policy, self.network()).unwrap()
    }

    pub async fn fetch(&self, url: &str) -> Result<Fetched, Refusal> {
        self.fetcher(Policy::default()).fetch(url).await
    }

    /// Fetches a URL that must be refused; gives `STATUS CODE hop=N`.
    pub async fn refusal(&self, url: &str) -> String {
        match self.fetch(url).await {
            Ok(fetched) => format!("relayed {}", fetched.status.as_u16()),
            Err(Refusal { hop, reason }) => {
                format!("{} {} hop={hop}", reason.status().as_u16(), reason.code())
            }
        }
    }

    /// The addresses that were dialled.
    pub fn dialled(&self) -> Vec<String> {
        self.dialer
            .dialled()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    /// The requests that sites read.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }
}

/// A site that says one thing.
pub fn say(text: impl AsRef<[u8]>) -> Vec<Act> {
    vec![Act::Say(text.as_ref().to_vec())]
}

/// A small page.
pub fn page(_: &str) -> Vec<Act> {
    say("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\nContent-Length: 5\r\n\r\nhello")
}

async fn play(mut stream: DuplexStream, site: Site, record: Arc<Mutex<Vec<String>>>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    let head = String::from_utf8(head).unwrap();
    record.lock().unwrap().push(head.clone());
    for act in site(&head) {
        match act {
            Act::Say(bytes) => {
                // The proxy may have gone away in the middle.
                if stream.write_all(&bytes).await.is_err() {
                    return;
                }
            }
            Act::Pause(span) => tokio::time::sleep(span).await,
            Act::Hang => std::future::pending().await,
        }
    }
}

/// A dialer in memory that records every address it dials.
///
/// A function of the test gets the address and returns the near end of a pipe, or `None` if no host
/// ever accepts.
pub struct RecordingDialer {
    accept: Box<Accept>,
    dialled: Mutex<Vec<SocketAddr>>,
}

type Accept = dyn Fn(SocketAddr) -> io::Result<Option<DuplexStream>> + Send + Sync;

impl RecordingDialer {
    /// Makes a dialer over a network in memory.
    pub fn new(
        accept: impl Fn(SocketAddr) -> io::Result<Option<DuplexStream>> + Send + Sync + 'static,
    ) -> Self {
        Self {
            accept: Box::new(accept),
            dialled: Mutex::default(),
        }
    }

    /// Makes a dialer over a network where no port is open.
    pub fn refusing() -> Self {
        Self::new(|_| Err(io::ErrorKind::ConnectionRefused.into()))
    }

    /// Returns the addresses that were dialled, in order.
    pub fn dialled(&self) -> Vec<SocketAddr> {
        self.dialled.lock().unwrap().clone()
    }
}

impl Dial for RecordingDialer {
    fn dial(&self, address: Cleared) -> Pending<'_, io::Result<Box<dyn Stream>>> {
        self.dialled.lock().unwrap().push(address.socket());
        let accepted = (self.accept)(address.socket());
        Box::pin(async move {
            match accepted? {
                Some(stream) => Ok(Box::new(stream) as Box<dyn Stream>),
                None => std::future::pending().await,
            }
        })
    }
}

/// A resolver in memory that follows a script and records the names.
///
/// The answers for a name are given one after the other, and the last one from then on, so that a
/// name can get another address between two look-ups. A name without a script has no address; for
/// a name with an empty script no answer ever comes.
#[derive(Debug, Default)]
pub struct ScriptedResolver {
    scripts: Mutex<BTreeMap<String, VecDeque<Vec<IpAddr>>>>,
    asked: Mutex<Vec<String>>,
}

impl ScriptedResolver {
    /// Adds a name with its answers in order.
    pub fn with(self, name: &str, answers: impl IntoIterator<Item = Vec<IpAddr>>) -> Self {
        self.scripts
            .lock()
            .unwrap()
            .insert(name.to_owned(), answers.into_iter().collect());
        self
    }

    /// Returns the names that were looked up, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    fn answer(&self, name: &str) -> Script {
        let mut scripts = self.scripts.lock().unwrap();
        let Some(answers) = scripts.get_mut(name) else {
            return Script::Missing;
        };
        match answers.len() {
            0 => Script::Silent,
            1 => Script::Answer(answers[0].clone()),
            _ => Script::Answer(answers.pop_front().unwrap_or_default()),
        }
    }
}

enum Script {
    Missing,
    Silent,
    Answer(Vec<IpAddr>),
}

impl Resolve for ScriptedResolver {
    fn resolve<'a>(&'a self, name: &'a str) -> Pending<'a, Vec<IpAddr>> {
        self.asked.lock().unwrap().push(name.to_owned());
        Box::pin(async move {
            match self.answer(name) {
                Script::Answer(addresses) => addresses,
                Script::Silent => std::future::pending().await,
                Script::Missing => Vec::new(),
            }
        })
    }
}
