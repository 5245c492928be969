//! How long each phase of a fetch took, as the page's timeline draws it.

use std::time::Duration;

/// The phases of one fetch, each summed over its hops.
///
/// `None` means that the phase did not happen (no look-up for a host that is an address), which
/// is not the same as no time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timing {
    /// Looking up names.
    pub dns: Option<Duration>,
    /// Dialling, and TLS where the URL says https.
    pub connect: Option<Duration>,
    /// From sending the request to the head of the response.
    pub first_byte: Option<Duration>,
    /// From the head to the end of the body; redirects are not downloaded.
    pub download: Option<Duration>,
}

impl Timing {
    /// Returns the value of a `Server-Timing` header, in milliseconds (W3C Server Timing).
    ///
    /// # Examples
    /// ```
    /// use std::time::Duration;
    /// use interleave_proxy::Timing;
    ///
    /// let timing = Timing { connect: Some(Duration::from_micros(1500)), ..Timing::default() };
    /// assert_eq!(timing.server_timing(), "connect;dur=1.500");
    /// ```
    pub fn server_timing(&self) -> String {
        let phases = [
            ("dns", self.dns),
            ("connect", self.connect),
            ("first-byte", self.first_byte),
            ("download", self.download),
        ];
        let entries: Vec<String> = phases
            .into_iter()
            .filter_map(|(name, spent)| Some((name, spent?)))
            .map(|(name, spent)| format!("{name};dur={:.3}", spent.as_secs_f64() * 1000.0))
            .collect();
        entries.join(", ")
    }
}

/// Adds a length of time to a phase.
pub(crate) fn spend(phase: &mut Option<Duration>, length: Duration) {
    *phase = Some(phase.unwrap_or_default() + length);
}
