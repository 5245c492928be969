//! Collapsed rows: which lanes hide the lanes below them.
//!
//! A lane is collapsed with all its descendants. Rows keep their numbers; hidden rows are known as
//! runs, so that a million hidden lanes are one run, and a picture without hidden rows costs nothing.

use std::ops::Range;
use std::rc::Rc;

use crate::runtime::TaskId;
use crate::story::StoryView;

/// The lanes that are collapsed, and the rows that are hidden by that.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CollapsedRows {
    /// The rows whose descendants are hidden, in order.
    collapsed: Vec<u32>,
    hidden: Rc<Hidden>,
    /// How many lanes were taken in.
    known: usize,
}

impl CollapsedRows {
    /// Returns whether no row is collapsed.
    pub fn is_empty(&self) -> bool {
        self.collapsed.is_empty()
    }

    /// Hides the lanes below a lane, or shows them again. A lane without lanes below it stays.
    pub fn toggle(&mut self, story: StoryView<'_>, row: usize) {
        let row = row as u32;
        match self.collapsed.binary_search(&row) {
            Ok(at) => {
                self.collapsed.remove(at);
            }
            Err(at) if story.is_creator(TaskId(row)) => self.collapsed.insert(at, row),
            Err(_) => return,
        }
        self.renew(story);
    }

    /// Collapses all lanes, or shows all again if one is collapsed.
    pub fn toggle_all(&mut self, story: StoryView<'_>) {
        let was_empty = self.is_empty();
        self.collapsed.clear();
        if was_empty {
            self.collapsed.extend(story.creators().map(|task| task.0));
        }
        self.renew(story);
    }

    /// Shows a row, if it is hidden.
    pub fn reveal(&mut self, story: StoryView<'_>, row: usize) {
        if self.hidden.owner_of(row).is_none() {
            return;
        }
        if let Some(lane) = story.lane(TaskId(row as u32)) {
            for task in lane.ancestors() {
                if let Ok(at) = self.collapsed.binary_search(&task.0) {
                    self.collapsed.remove(at);
                }
            }
            self.renew(story);
        }
    }

    /// Takes in the lanes that came since.
    pub fn keep_up(&mut self, story: StoryView<'_>) {
        let lanes = story.lane_count();
        if self.is_empty() || self.known == lanes {
            return;
        }
        let hidden = Rc::make_mut(&mut self.hidden);
        if hidden.counts.is_empty() {
            hidden.counts = self.collapsed.iter().map(|row| (*row, 0)).collect();
        }
        for row in self.known.min(lanes)..lanes {
            let lane = story.lane(TaskId(row as u32));
            let Some(TaskId(parent)) = lane.and_then(|lane| lane.ancestors().next()) else {
                continue;
            };
            let is_collapsed = || self.collapsed.binary_search(&parent).is_ok();
            let owner = hidden.owner_of(parent as usize);
            if let Some(owner) = owner.or_else(|| is_collapsed().then_some(parent)) {
                hidden.push(row as u32, owner);
            }
        }
        self.known = lanes;
    }

    /// Starts again with another run; the collapsed rows stay collapsed.
    pub fn restart(&mut self) {
        (self.hidden, self.known) = (Rc::default(), 0);
    }

    pub(crate) fn hidden(&self) -> Rc<Hidden> {
        self.hidden.clone()
    }

    fn renew(&mut self, story: StoryView<'_>) {
        self.restart();
        self.keep_up(story);
    }
}

/// A run of rows that are hidden below one collapsed row.
#[derive(Clone, Debug)]
struct Run {
    rows: Range<u32>,
    /// The collapsed row.
    owner: u32,
    /// How many rows are hidden before.
    before: u32,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Hidden {
    runs: Vec<Run>,
    /// The collapsed rows, each with how many rows it hides: 0 if another row hides it.
    counts: Vec<(u32, u32)>,
}

impl PartialEq for Hidden {
    fn eq(&self, other: &Hidden) -> bool {
        // In the same run the counts of the collapsed rows determine which rows are hidden.
        self.counts == other.counts
    }
}

impl Hidden {
    fn push(&mut self, row: u32, owner: u32) {
        if let Some(at) = self.count_at(owner) {
            self.counts[at].1 += 1;
        }
        let before = self.count() as u32;
        match self.runs.last_mut() {
            Some(last) if last.rows.end == row && last.owner == owner => last.rows.end += 1,
            _ => self.runs.push(Run {
                rows: row..row + 1,
                owner,
                before,
            }),
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.runs.last().map_or(0, Run::through) as usize
    }

    /// Returns how many rows a row hides, if it is collapsed and hides any.
    pub(crate) fn count_under(&self, owner: usize) -> Option<usize> {
        let (_, count) = self.counts[self.count_at(owner as u32)?];
        (count > 0).then_some(count as usize)
    }

    fn count_at(&self, owner: u32) -> Option<usize> {
        let at = self.counts.partition_point(|(row, _)| *row < owner);
        self.counts.get(at).filter(|(row, _)| *row == owner)?;
        Some(at)
    }

    /// Returns the collapsed row that hides a row.
    pub(crate) fn owner_of(&self, row: usize) -> Option<u32> {
        let run = self.run_by(row)?;
        (row < run.rows.end as usize).then_some(run.owner)
    }

    /// Returns the last run that begins before a row, or with that row.
    fn run_by(&self, row: usize) -> Option<&Run> {
        let begins_by = |run: &Run| run.rows.start as usize <= row;
        let by = self.runs.partition_point(begins_by);
        self.runs.get(by.checked_sub(1)?)
    }

    /// Returns the position of a row among the rows that are shown; of a hidden row, the position of
    /// the row that hides it.
    pub(crate) fn position_of(&self, row: usize) -> usize {
        match self.run_by(row) {
            None => row,
            Some(run) if row < run.rows.end as usize => self.position_of(run.owner as usize),
            Some(run) => row - run.through() as usize,
        }
    }

    /// Returns the row at a position among the rows that are shown.
    pub(crate) fn row_at(&self, position: usize) -> usize {
        let is_before = |run: &Run| (run.rows.start - run.before) as usize <= position;
        let before = self.runs.partition_point(is_before);
        let last = before.checked_sub(1).map(|last| &self.runs[last]);
        position + last.map_or(0, Run::through) as usize
    }

    /// Returns the first row from `from` on that a collapsed row hides.
    pub(crate) fn next_under(&self, owner: usize, from: usize) -> Option<usize> {
        let is_before = |run: &Run| run.rows.end as usize <= from;
        let mut runs = self.runs[self.runs.partition_point(is_before)..].iter();
        let run = runs.find(|run| run.owner as usize == owner)?;
        Some(from.max(run.rows.start as usize))
    }
}

impl Run {
    /// Returns how many rows are hidden up to the run's end.
    fn through(&self) -> u32 {
        self.before + (self.rows.end - self.rows.start)
    }
}
