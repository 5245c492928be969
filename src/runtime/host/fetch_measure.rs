//! What is measured of a transfer. A further measure costs its arms here and its message in each language, and,
//! where [`Response`] does not tell it yet, a field there that both networks fill in.

use serde::Serialize;

use super::network::Response;

/// What is measured of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FetchMeasure {
    /// The length of the answer's body, in bytes.
    Size,
}

impl FetchMeasure {
    const ALL: [FetchMeasure; 1] = [FetchMeasure::Size];

    /// Returns the measure's code in a trace, which never changes, and the key of its message, whose
    /// argument is `value`.
    const fn code_and_key(self) -> (u8, &'static str) {
        match self {
            FetchMeasure::Size => (48, "measure-size"),
        }
    }

    fn of(self, response: &Response) -> u64 {
        match self {
            FetchMeasure::Size => response.body.len() as u64,
        }
    }

    /// Returns the measure's code in a trace, which never changes.
    pub const fn code(self) -> u8 {
        self.code_and_key().0
    }

    /// Returns the measure with a code of a trace; none if no measure has the code.
    pub fn of_code(code: u8) -> Option<FetchMeasure> {
        let mut all = FetchMeasure::ALL.into_iter();
        all.find(|measure| measure.code() == code)
    }

    /// Returns the key of the message that says the measure.
    pub const fn message_key(self) -> &'static str {
        self.code_and_key().1
    }

    /// Measures a complete answer.
    pub(super) fn all_of(response: &Response) -> impl Iterator<Item = (FetchMeasure, u64)> {
        FetchMeasure::ALL
            .into_iter()
            .map(|measure| (measure, measure.of(response)))
    }
}
