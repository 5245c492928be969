//! How much memory a story takes, beside its trace.

use super::builder::StoryBuilder;
use super::parts::Moment;

impl StoryBuilder {
    /// Returns about how many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let numbers = self.created.len() + self.arrows.len() + self.signs.len() + self.lines.len();
        let found = self.lives.bytes() + self.points.bytes() + self.stops.bytes();
        let found = found + self.overview_bytes();
        4 * numbers + found + self.moments.len() * size_of::<Moment>()
    }

    /// Returns about how many of them the overview takes, by which crowds are drawn.
    #[must_use]
    pub fn overview_bytes(&self) -> usize {
        self.overview.bytes()
    }
}
