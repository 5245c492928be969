//! The URL of one hop, checked before the network is used.
//!
//! These checks give early and clear errors. The check that decides is [`Target::clear`], on the
//! address that will be dialled. A host is matched as the parser understood it (`Host::Ipv4` whether it was written `127.1`, `0x7f000001` or `①②⑦.⓪.⓪.①`),
//! never as text.

use std::net::{IpAddr, SocketAddr};

use url::{Host, ParseError, Url};

use crate::{Policy, Reason, address::Cleared};

/// Suffixes of names that are valid only inside a network or a machine: RFC 6761
/// (localhost), RFC 6762 (local), RFC 8375 (home.arpa), and `internal`, which ICANN reserved for
/// private use and under which clouds keep their metadata services.
const INNER_SUFFIXES: [&str; 4] = ["localhost", "local", "internal", "home.arpa"];

/// RFC 1035, section 2.3.4; the URL parser checks neither.
const LABEL_BYTES_MAX: usize = 63;
const NAME_BYTES_MAX: usize = 253;

/// How many characters of a URL a message contains.
const SHOWN_CHARS_MAX: usize = 100;

/// A URL whose scheme, host and port were checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    url: Url,
    host: Host<String>,
    port: u16,
    permission: Permission,
}

/// Why a target may be fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Permission {
    /// The policy lists the target's origin.
    Listed,
    /// The target is on the public internet, if its address is public.
    Public,
}

impl Target {
    /// Checks the requested URL.
    ///
    /// # Errors
    /// `BadUrl`, `BadScheme`, `BadUserinfo`, `BlockedHost`, `BlockedAddress` (the host is itself
    /// an address) or `BlockedPort`.
    pub fn parse(text: &str, policy: &Policy) -> Result<Self, Reason> {
        if text.is_empty() {
            return Err(bad_url(text, "it is empty"));
        }
        if text.len() > policy.url_bytes_max {
            let problem = format!("it is longer than {} bytes", policy.url_bytes_max);
            return Err(bad_url(text, problem));
        }
        let url = Url::parse(text).map_err(|error| match error {
            ParseError::RelativeUrlWithoutBase => Reason::BadScheme(shortened(text)),
            error => bad_url(text, error),
        })?;
        Self::check(url, policy)
    }

    /// Checks the `Location` of a redirect from this target; `None` if it is no URL.
    /// Errors: as [`Target::parse`].
    pub(crate) fn join(&self, location: &str, policy: &Policy) -> Option<Result<Self, Reason>> {
        let url = self.url.join(location).ok()?;
        if url.as_str().len() > policy.url_bytes_max {
            let problem = format!("it is longer than {} bytes", policy.url_bytes_max);
            return Some(Err(bad_url(url.as_str(), problem)));
        }
        Some(Self::check(url, policy))
    }

    /// Clears an address of this target's host for dialling: the check that decides.
    /// Errors: `BlockedAddress` if the address is not public and the policy does not list the
    /// target.
    pub(crate) fn clear(&self, address: IpAddr) -> Result<Cleared, Reason> {
        let socket = SocketAddr::new(address, self.port);
        match self.permission {
            Permission::Listed => Ok(Cleared::listed(socket)),
            Permission::Public => {
                Cleared::public(socket).ok_or_else(|| Reason::BlockedAddress(self.host.to_string()))
            }
        }
    }

    /// Returns the URL, without a fragment.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Returns the host as the parser understood it.
    pub fn host(&self) -> &Host<String> {
        &self.host
    }

    fn check(mut url: Url, policy: &Policy) -> Result<Self, Reason> {
        url.set_fragment(None);
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Reason::BadScheme(shortened(url.as_str())));
        }
        let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else {
            return Err(bad_url(url.as_str(), "it names no host"));
        };
        let host = host.to_owned();
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Reason::BadUserinfo(host.to_string()));
        }
        let permission = match policy.lists(&url) {
            true => Permission::Listed,
            false => Permission::Public,
        };
        let target = Self {
            url,
            host,
            port,
            permission,
        };
        target.check_host(policy)?;
        target.check_port()?;
        Ok(target)
    }

    fn check_host(&self, policy: &Policy) -> Result<(), Reason> {
        match &self.host {
            Host::Ipv4(address) => self.clear((*address).into()).map(drop)?,
            Host::Ipv6(address) => self.clear((*address).into()).map(drop)?,
            Host::Domain(_) if self.permission == Permission::Listed => {}
            Host::Domain(name) => check_name(name.strip_suffix('.').unwrap_or(name))?,
        }
        let host = self.host.to_string();
        match policy.own_hosts.contains(&host) {
            true => Err(Reason::BlockedHost(host)),
            false => Ok(()),
        }
    }

    fn check_port(&self) -> Result<(), Reason> {
        match (self.permission, self.port) {
            (Permission::Listed, _) | (Permission::Public, 80 | 443) => Ok(()),
            (Permission::Public, port) => Err(Reason::BlockedPort(port)),
        }
    }
}

/// Checks a name that the policy does not list, without its final dot.
fn check_name(name: &str) -> Result<(), Reason> {
    if name.len() > NAME_BYTES_MAX {
        let problem = format!("a name has at most {NAME_BYTES_MAX} bytes");
        return Err(bad_url(name, problem));
    }
    if name.split('.').any(str::is_empty) {
        return Err(bad_url(name, "a part of its name is empty"));
    }
    if name.split('.').any(|label| label.len() > LABEL_BYTES_MAX) {
        let problem = format!("a part of a name has at most {LABEL_BYTES_MAX} bytes");
        return Err(bad_url(name, problem));
    }
    let is_inner = INNER_SUFFIXES
        .iter()
        .filter_map(|suffix| name.strip_suffix(suffix))
        .any(|rest| rest.is_empty() || rest.ends_with('.'));
    // A name without a dot is looked up in the network's own domain.
    if is_inner || !name.contains('.') {
        return Err(Reason::BlockedHost(name.to_owned()));
    }
    Ok(())
}

fn bad_url(text: &str, problem: impl ToString) -> Reason {
    Reason::BadUrl(shortened(text), problem.to_string())
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARS_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
