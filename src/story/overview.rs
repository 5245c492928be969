//! The overview: how much of each state there is, in groups of tasks and stretches of the run.
//!
//! It grows while the story is told, and costs a fraction of the trace however long that is: when
//! there are too many stretches, two become one, and so with groups. A picture of a million spans
//! is drawn by it at once, and worked out exactly after that.
//!
//! What is noted are times and steps, each for itself, since an axis gives both some width: so one
//! overview serves all axes, at any zoom.

use crate::runtime::TaskId;

use super::parts::{Look, Point};

/// How many families of states a task can be in.
pub(crate) const TASK_LOOKS: usize = Look::Working as usize;

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
    pub(crate) seconds: [f32; TASK_LOOKS],
    /// The steps of the run that pass meanwhile, added up.
    pub(crate) steps: [f32; TASK_LOOKS],
}

impl Cell {
    fn add(&mut self, counts: &[u32; TASK_LOOKS], from: Point, to: Point) {
        let seconds = to.time.since(from.time).seconds() as f32;
        let steps = (to.order - from.order) as f32;
        for (look, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            self.seconds[look] += seconds * *count as f32;
            self.steps[look] += steps * *count as f32;
        }
    }

    fn merge(&mut self, other: &Cell) {
        for look in 0..TASK_LOOKS {
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

/// How a group of tasks stands.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    /// How many of its tasks are in each family of states.
    counts: [u32; TASK_LOOKS],
    /// Up to where that is noted.
    noted: Point,
}

/// How much of each state there is, as far as the story was told.
#[derive(Clone, Debug)]
pub(crate) struct Overview {
    /// How many tasks are a group.
    per_group: usize,
    /// How many events are a stretch.
    per_stretch: usize,
    /// The family of states of each task; none before its first and after its last.
    looks: Vec<Option<Look>>,
    groups: Vec<Group>,
    stretches: Vec<Stretch>,
    /// The stretch that goes on, and how many events it has.
    last: Stretch,
    events: usize,
}

impl Default for Overview {
    fn default() -> Overview {
        Overview {
            per_group: 1,
            per_stretch: EVENTS_MIN,
            looks: Vec::new(),
            groups: Vec::new(),
            stretches: Vec::new(),
            last: Stretch::default(),
            events: 0,
        }
    }
}

impl Overview {
    /// Returns how many tasks are a group.
    pub(crate) fn per_group(&self) -> usize {
        self.per_group
    }

    /// Returns the stretches that are over, in order.
    pub(crate) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// Returns the stretch that goes on, up to `end`.
    pub(crate) fn last(&self, end: Point) -> Stretch {
        let mut last = self.last.clone();
        for (cell, group) in last.cells.iter_mut().zip(&self.groups) {
            cell.add(&group.counts, group.noted, end);
        }
        last.to = end;
        last
    }

    /// Returns about how many bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        let cells = self.stretches.iter().map(|stretch| stretch.cells.len());
        let cells = cells.sum::<usize>() + self.last.cells.len();
        cells * size_of::<Cell>() + self.groups.len() * size_of::<Group>() + self.looks.len()
    }

    /// Passes an event.
    pub(super) fn pass(&mut self, at: Point) {
        self.events += 1;
        if self.events < self.per_stretch {
            return;
        }
        self.events = 0;
        self.note_all(at);
        let cells = vec![Cell::default(); self.groups.len()];
        let next = Stretch {
            from: at,
            to: at,
            cells,
        };
        let mut ended = std::mem::replace(&mut self.last, next);
        ended.to = at;
        self.stretches.push(ended);
        if self.stretches.len() == STRETCHES_MAX {
            self.halve_stretches();
        }
    }

    /// Notes that a task comes into another state; none when it ends.
    pub(super) fn change(&mut self, task: TaskId, look: Option<Look>, at: Point) {
        let number = task.0 as usize;
        if number >= self.looks.len() {
            self.looks.resize(number + 1, None);
        }
        while number / self.per_group >= GROUPS_MAX {
            self.note_all(at);
            self.halve_groups();
        }
        let group = number / self.per_group;
        while group >= self.groups.len() {
            self.groups.push(Group {
                counts: [0; TASK_LOOKS],
                noted: at,
            });
            self.last.cells.push(Cell::default());
        }
        self.note(group, at);
        let counts = &mut self.groups[group].counts;
        if let Some(before) = std::mem::replace(&mut self.looks[number], look) {
            counts[before as usize] -= 1;
        }
        if let Some(look) = look {
            counts[look as usize] += 1;
        }
    }

    fn note(&mut self, group: usize, at: Point) {
        let (known, cell) = (&mut self.groups[group], &mut self.last.cells[group]);
        if known.noted != at {
            cell.add(&known.counts, known.noted, at);
            known.noted = at;
        }
    }

    fn note_all(&mut self, at: Point) {
        for group in 0..self.groups.len() {
            self.note(group, at);
        }
    }

    fn halve_groups(&mut self) {
        self.per_group *= 2;
        let pairs = self.groups.chunks(2).map(|pair| {
            let mut group = pair[0];
            for other in &pair[1..] {
                for look in 0..TASK_LOOKS {
                    group.counts[look] += other.counts[look];
                }
            }
            group
        });
        self.groups = pairs.collect();
        for stretch in self.stretches.iter_mut().chain([&mut self.last]) {
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
