//! How the generated programs end, and how lively they are, as the judge sees it.

use std::collections::BTreeMap;
use std::fmt;

use crate::outcome::Outcome;

/// A count of outcomes.
#[derive(Debug, Default)]
pub struct Survey {
    endings: BTreeMap<String, usize>,
    /// Lines printed by each program.
    printed: Vec<usize>,
    /// Lines of each program's source.
    written: Vec<usize>,
}

impl Survey {
    /// Counts a program's run.
    pub fn add(&mut self, source: &str, outcome: &Outcome) {
        let ending = match &outcome.error {
            Some(error) => format!("raised {}", error.kind),
            None => format!("{:?}", outcome.status).to_lowercase(),
        };
        *self.endings.entry(ending).or_insert(0) += 1;
        self.printed.push(outcome.stdout.lines().count());
        self.written.push(source.lines().count());
    }
}

impl fmt::Display for Survey {
    /// Writes the endings, the most frequent first, and the spread of the lengths.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut endings: Vec<_> = self.endings.iter().collect();
        endings.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for (ending, count) in endings {
            let percent = 100.0 * *count as f64 / self.printed.len().max(1) as f64;
            writeln!(f, "{ending:<44}{count:>7}  {percent:>5.1} %")?;
        }
        writeln!(f, "lines printed  {}", spread(&self.printed))?;
        write!(f, "lines written  {}", spread(&self.written))
    }
}

/// Returns the least, the quartiles and the most.
fn spread(numbers: &[usize]) -> String {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let Some(last) = sorted.len().checked_sub(1) else {
        return "none".to_owned();
    };
    let quartile = |quarters| sorted[last * quarters / 4];
    let shown: Vec<_> = (0..=4).map(|it| format!("{:>5}", quartile(it))).collect();
    shown.join("")
}
