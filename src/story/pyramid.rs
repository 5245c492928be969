//! The overview: how much of each state there is, in groups of tasks and stretches of the run.
//!
//! It grows while the story is told, and costs a fraction of the trace however long that is: when
//! there are too many stretches, two become one, and so with groups. A picture of a million spans
//! is drawn by it at once, and worked out exactly after that.
//!
//! What is noted are times and steps, each for itself, since an axis gives both some width: so one
//! overview serves all axes, at any zoom.
//!
//! What it is worth was measured with a million spans in a thousand lanes (`docs/level-of-detail.md`):
//! without it the picture is blank in its first frame, while somebody moves along, and for half a second
//! after that; with it, it is whole at any time, and telling the story takes no longer.

use crate::runtime::TaskId;

use super::parts::{Point, StateKind};

/// How many families of states a task can be in.
pub(crate) const TASK_STATE_KINDS: usize = StateKind::Working as usize;

/// More groups of tasks than these are made half as many.
const GROUPS_MAX: usize = 64;

/// More stretches than these are made half as many.
const STRETCHES_MAX: usize = 512;

/// The fewest events of a stretch: a cell is three times as large as an event.
const EVENTS_MIN: usize = 1024;

/// How much of each state there is in a group of tasks, during a stretch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Cell {
    /// The seconds that its tasks spend in each, added up.
    pub(crate) seconds: [f32; TASK_STATE_KINDS],
    /// The steps of the run that pass meanwhile, added up.
    pub(crate) steps: [f32; TASK_STATE_KINDS],
}

impl Cell {
    fn merge(&mut self, other: &Cell) {
        for look in 0..TASK_STATE_KINDS {
            self.seconds[look] += other.seconds[look];
            self.steps[look] += other.steps[look];
        }
    }
}

/// A stretch of the run, with a cell for each group of tasks that there was.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Stretch {
    pub(crate) from: Point,
    pub(crate) to: Point,
    pub(crate) cells: Vec<Cell>,
}

/// How a group of tasks stands, in each family of states.
///
/// Tasks change often and stretches end rarely. So a change only takes off where it is, for a task that
/// comes, or adds that, for one that goes: with the end of the stretch for each task that is there
/// then, the sum is how long they all stayed.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    counts: [u32; TASK_STATE_KINDS],
    /// The sums, in nanoseconds and in steps since the stretch began.
    nanos: [f64; TASK_STATE_KINDS],
    steps: [f64; TASK_STATE_KINDS],
}

impl Group {
    fn cell(&self, nanos: f64, steps: f64) -> Cell {
        let mut cell = Cell::default();
        for look in 0..TASK_STATE_KINDS {
            let count = f64::from(self.counts[look]);
            // A damaged trace may go back in time.
            let length = (self.nanos[look] + count * nanos).max(0.0);
            cell.seconds[look] = (length / 1e9) as f32;
            cell.steps[look] = (self.steps[look] + count * steps).max(0.0) as f32;
        }
        cell
    }
}

/// How much of each state there is, as far as the story was told.
#[derive(Clone, Debug)]
pub(crate) struct Pyramid {
    /// How many tasks are a group: two to the power of this.
    group_bits: u32,
    /// How many events are a stretch.
    per_stretch: usize,
    /// The family of states of each task; none before its first and after its last.
    looks: Vec<Option<StateKind>>,
    groups: Vec<Group>,
    stretches: Vec<Stretch>,
    /// Where the stretch began that goes on, and how many events it has.
    from: Point,
    events: usize,
}

impl Default for Pyramid {
    fn default() -> Pyramid {
        Pyramid {
            group_bits: 0,
            per_stretch: EVENTS_MIN,
            looks: Vec::new(),
            groups: Vec::new(),
            stretches: Vec::new(),
            from: Point::default(),
            events: 0,
        }
    }
}

impl Pyramid {
    pub(crate) fn per_group(&self) -> usize {
        1 << self.group_bits
    }

    /// Returns the stretches that are over, in order.
    pub(crate) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    pub(crate) fn last(&self, end: Point) -> Stretch {
        let nanos = end.time.since(self.from.time).0 as f64;
        let steps = end.order - self.from.order;
        let cells = self.groups.iter().map(|group| group.cell(nanos, steps));
        Stretch {
            from: self.from,
            to: end,
            cells: cells.collect(),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        let cells = self.stretches.iter().map(|stretch| stretch.cells.len());
        let cells = cells.sum::<usize>() * size_of::<Cell>();
        cells + self.groups.len() * size_of::<Group>() + self.looks.len()
    }

    pub(super) fn pass(&mut self, at: Point) {
        self.events += 1;
        if self.events < self.per_stretch {
            return;
        }
        self.events = 0;
        self.stretches.push(self.last(at));
        self.from = at;
        for group in &mut self.groups {
            (group.nanos, group.steps) = Default::default();
        }
        if self.stretches.len() == STRETCHES_MAX {
            self.halve_stretches();
        }
    }

    /// Notes that a task comes into another state; none when it ends.
    pub(super) fn change(&mut self, task: TaskId, look: Option<StateKind>, at: Point) {
        let number = task.0 as usize;
        if number >= self.looks.len() {
            self.looks.resize(number + 1, None);
        }
        while number >> self.group_bits >= GROUPS_MAX {
            self.halve_groups();
        }
        let number_of_group = number >> self.group_bits;
        if number_of_group >= self.groups.len() {
            self.groups.resize(number_of_group + 1, Group::default());
        }
        let group = &mut self.groups[number_of_group];
        let nanos = at.time.since(self.from.time).0 as f64;
        let steps = at.order - self.from.order;
        if let Some(before) = std::mem::replace(&mut self.looks[number], look) {
            let before = before as usize;
            group.counts[before] -= 1;
            group.nanos[before] += nanos;
            group.steps[before] += steps;
        }
        if let Some(look) = look {
            let look = look as usize;
            group.counts[look] += 1;
            group.nanos[look] -= nanos;
            group.steps[look] -= steps;
        }
    }

    fn halve_groups(&mut self) {
        self.group_bits += 1;
        let pairs = self.groups.chunks(2).map(|pair| {
            let mut group = pair[0];
            for other in &pair[1..] {
                for look in 0..TASK_STATE_KINDS {
                    group.counts[look] += other.counts[look];
                    group.nanos[look] += other.nanos[look];
                    group.steps[look] += other.steps[look];
                }
            }
            group
        });
        self.groups = pairs.collect();
        for stretch in &mut self.stretches {
            let pairs = stretch.cells.chunks(2).map(|pair| {
                let mut cell = pair[0];
                pair[1..].iter().for_each(|other| cell.merge(other));
                cell
            });
            stretch.cells = pairs.collect();
        }
    }

    fn halve_stretches(&mut self) {
        self.per_stretch *= 2;
        let pairs = self.stretches.chunks(2).map(|pair| {
            let mut stretch = pair[0].clone();
            for other in &pair[1..] {
                // Groups only become more.
                stretch.cells.resize(other.cells.len(), Cell::default());
                for (cell, more) in stretch.cells.iter_mut().zip(&other.cells) {
                    cell.merge(more);
                }
                stretch.to = other.to;
            }
            stretch
        });
        self.stretches = pairs.collect();
    }
}
