//! The table of public addresses, and the type of an address that was checked.
//!
//! The check that decides is made on the address that is handed to `connect`, since only this
//! address is reached: a URL's text can be spelled in a hundred ways, and a name can get another
//! address. The table follows daenney/ssrf: IPv4 is allowed except for IANA's special registry,
//! IPv6 is forbidden except for the global unicast block. `is_global` of the standard library is
//! unstable, and Python's counts several embedded addresses as global, so this crate has its own
//! table.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use ipnet::{Ipv4Net, Ipv6Net};

/// IPv4 blocks that are never dialled: IANA's IPv4 Special-Purpose Address Registry (whole, with
/// the entries that it calls globally reachable, which no web site uses), multicast, reserved, and Azure's metadata service, which has a public address.
const DENIED_V4: [Ipv4Net; 18] = [
    v4(0, 0, 0, 0, 8),
    v4(10, 0, 0, 0, 8),
    v4(100, 64, 0, 0, 10),
    v4(127, 0, 0, 0, 8),
    v4(168, 63, 129, 16, 32),
    v4(169, 254, 0, 0, 16),
    v4(172, 16, 0, 0, 12),
    v4(192, 0, 0, 0, 24),
    v4(192, 0, 2, 0, 24),
    v4(192, 31, 196, 0, 24),
    v4(192, 52, 193, 0, 24),
    v4(192, 88, 99, 0, 24),
    v4(192, 168, 0, 0, 16),
    v4(192, 175, 48, 0, 24),
    v4(198, 18, 0, 0, 15),
    v4(198, 51, 100, 0, 24),
    v4(203, 0, 113, 0, 24),
    // Multicast (224/4) and reserved (240/4, with the broadcast address) side by side.
    v4(224, 0, 0, 0, 3),
];

/// The global unicast block: all of IPv6 that is routed today (RFC 4291, section 2.4).
const ALLOWED_V6: Ipv6Net = v6([0x2000, 0, 0, 0], 3);

/// The parts of the global unicast block that have no public hosts: IETF protocol assignments
/// (with Teredo), documentation, 6to4, documentation again, AS112.
const DENIED_V6: [Ipv6Net; 5] = [
    v6([0x2001, 0, 0, 0], 23),
    v6([0x2001, 0x0db8, 0, 0], 32),
    v6([0x2002, 0, 0, 0], 16),
    v6([0x3fff, 0, 0, 0], 20),
    v6([0x2620, 0x004f, 0x8000, 0], 48),
];

/// Says whether an address belongs to a public host.
///
/// An IPv4 address inside `::ffff:0:0/96` is checked as an IPv4 address. Every other form of an
/// IPv4 address in IPv6 (NAT64, 6to4, Teredo, "compatible") is refused.
///
/// # Examples
/// ```
/// use interleave_proxy::address::is_public;
///
/// assert!(is_public("11.0.0.1".parse()?));
/// assert!(!is_public("10.0.0.1".parse()?));
/// assert!(!is_public("::ffff:10.0.0.1".parse()?));
/// # Ok::<(), std::net::AddrParseError>(())
/// ```
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(inner) => is_public_v4(inner),
            None => {
                ALLOWED_V6.contains(&address) && !DENIED_V6.iter().any(|net| net.contains(&address))
            }
        },
    }
}

/// An address that passed its check, and so may be dialled.
///
/// Only this crate makes cleared addresses, and [`Dial`](crate::Dial) takes no others: an unchecked
/// address cannot reach a socket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cleared(SocketAddr);

impl Cleared {
    /// Clears an address that is public, and returns `None` for any other.
    pub(crate) fn public(address: SocketAddr) -> Option<Self> {
        is_public(address.ip()).then_some(Self(address))
    }

    /// Clears the address of a target that the policy lists by name, whatever the address is.
    pub(crate) fn listed(address: SocketAddr) -> Self {
        Self(address)
    }

    /// Returns the address to connect to.
    pub fn socket(self) -> SocketAddr {
        self.0
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    !DENIED_V4.iter().any(|net| net.contains(&address))
}

const fn v4(a: u8, b: u8, c: u8, d: u8, prefix: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), prefix)
}

const fn v6(head: [u16; 4], prefix: u8) -> Ipv6Net {
    let [a, b, c, d] = head;
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0), prefix)
}
