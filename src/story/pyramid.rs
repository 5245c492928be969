//! The pyramid: how much of each state there is, in groups of tasks and stretches of the run.
//!
//! It grows while the trace is read, and costs a fraction of the trace however long that is: when
//! there are too many stretches, two become one, and so with groups. A picture of a million spans
//! is drawn by it at once, and computed exactly after that.
//!
//! What is noted are times and steps, each for itself, since an axis gives both some width: so one
//! pyramid serves all axes, at any zoom.
//!
//! What it is worth was measured with a million spans in a thousand lanes (`docs/level-of-detail.md`):
//! without it the picture is blank in its first frame, while a reader moves along, and for half a second
//! after that; with it, the picture is whole at any time, and the trace is read as fast.

use std::ops::AddAssign;

use crate::runtime::TaskId;

use super::parts::{Point, StateKind};

/// How many kinds of states a task can be in.
pub(crate) const TASK_STATE_KINDS: usize = StateKind::Working as usize;

/// More groups of tasks than these are made half as many.
const GROUPS_MAX: usize = 64;

/// More stretches than these are made half as many.
const STRETCHES_MAX: usize = 512;

/// The fewest events of a stretch: a cell is three times as large as an event.
const EVENTS_MIN: usize = 1024;

/// Something for each kind of states.
type ByKind<T> = [T; TASK_STATE_KINDS];

/// How much of each state there is in a group of tasks, during a stretch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Cell {
    /// The seconds that its tasks spend in each, added up.
    pub(crate) seconds: ByKind<f32>,
    /// The steps of the run that pass meanwhile, added up.
    pub(crate) steps: ByKind<f32>,
}

impl Cell {
    fn merge(&mut self, other: &Cell) {
        add(&mut self.seconds, &other.seconds);
        add(&mut self.steps, &other.steps);
    }
}

/// A stretch of the run, with a cell for each group of tasks that there was.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Stretch {
    pub(crate) from: Point,
    pub(crate) to: Point,
    pub(crate) cells: Vec<Cell>,
}

impl Stretch {
    fn merge(&mut self, other: &Stretch) {
        // Groups only become more.
        self.cells.resize(other.cells.len(), Cell::default());
        let cells = self.cells.iter_mut().zip(&other.cells);
        cells.for_each(|(cell, more)| cell.merge(more));
        self.to = other.to;
    }
}

/// How many tasks of a group are in each kind of states, and how long.
///
/// Tasks change often and stretches end rarely. So a change only takes off where it is, for a task that
/// comes, or adds that, for one that goes: with the end of the stretch for each task that is there
/// then, the sum is how long they all stayed.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    counts: ByKind<f64>,
    /// The sums, in nanoseconds and in steps since the stretch began.
    nanos: ByKind<f64>,
    steps: ByKind<f64>,
}

impl Group {
    /// Notes that a task comes into a kind of states (`by` is 1), or goes from it (-1).
    fn change(&mut self, kind: StateKind, by: f64, (nanos, steps): (f64, f64)) {
        self.counts[kind as usize] += by;
        self.nanos[kind as usize] -= by * nanos;
        self.steps[kind as usize] -= by * steps;
    }

    fn cell(&self, (nanos, steps): (f64, f64)) -> Cell {
        let mut cell = Cell::default();
        for (kind, count) in self.counts.into_iter().enumerate() {
            // A damaged trace may go back in time.
            let length = (self.nanos[kind] + count * nanos).max(0.0);
            cell.seconds[kind] = (length / 1e9) as f32;
            cell.steps[kind] = (self.steps[kind] + count * steps).max(0.0) as f32;
        }
        cell
    }

    fn merge(&mut self, other: &Group) {
        add(&mut self.counts, &other.counts);
        add(&mut self.nanos, &other.nanos);
        add(&mut self.steps, &other.steps);
    }
}

/// How much of each state there is, as far as the trace was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pyramid {
    /// How many tasks are a group: two to the power of this.
    group_bits: u32,
    /// How often the events of a stretch, [`EVENTS_MIN`] at first, were doubled.
    stretch_bits: u32,
    /// The kind of states that each task is in; none before its first and after its last.
    kinds: Vec<Option<StateKind>>,
    groups: Vec<Group>,
    stretches: Vec<Stretch>,
    /// Where the stretch began that goes on, and how many events it has.
    from: Point,
    events: usize,
}

impl Pyramid {
    pub(crate) fn per_group(&self) -> usize {
        1 << self.group_bits
    }

    /// Returns the stretches that are over, in order.
    pub(crate) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// Returns the nanoseconds and the steps since the stretch began.
    fn since(&self, at: Point) -> (f64, f64) {
        let nanos = at.time.since(self.from.time).0 as f64;
        (nanos, at.order - self.from.order)
    }

    /// Returns the stretch that goes on, up to `end`.
    pub(crate) fn last(&self, end: Point) -> Stretch {
        let length = self.since(end);
        Stretch {
            from: self.from,
            to: end,
            cells: self.groups.iter().map(|it| it.cell(length)).collect(),
        }
    }

    pub(super) fn bytes(&self) -> usize {
        let cells = self.stretches.iter().map(|stretch| stretch.cells.len());
        let cells = cells.sum::<usize>() * size_of::<Cell>();
        cells + self.groups.len() * size_of::<Group>() + self.kinds.len()
    }

    /// Passes an event.
    pub(super) fn pass(&mut self, at: Point) {
        self.events += 1;
        if self.events < EVENTS_MIN << self.stretch_bits {
            return;
        }
        self.events = 0;
        self.stretches.push(self.last(at));
        self.from = at;
        for group in &mut self.groups {
            (group.nanos, group.steps) = Default::default();
        }
        if self.stretches.len() == STRETCHES_MAX {
            self.stretch_bits += 1;
            self.stretches = halved(&self.stretches, Stretch::merge);
        }
    }

    /// Notes that a task comes into another kind of states; none when it ends.
    pub(super) fn change(&mut self, task: TaskId, kind: Option<StateKind>, at: Point) {
        let number = task.0 as usize;
        if number >= self.kinds.len() {
            self.kinds.resize(number + 1, None);
        }
        while number >> self.group_bits >= GROUPS_MAX {
            self.halve_groups();
        }
        let number_of_group = number >> self.group_bits;
        if number_of_group >= self.groups.len() {
            self.groups.resize(number_of_group + 1, Group::default());
        }
        let length = self.since(at);
        let group = &mut self.groups[number_of_group];
        if let Some(before) = std::mem::replace(&mut self.kinds[number], kind) {
            group.change(before, -1.0, length);
        }
        if let Some(kind) = kind {
            group.change(kind, 1.0, length);
        }
    }

    fn halve_groups(&mut self) {
        self.group_bits += 1;
        self.groups = halved(&self.groups, Group::merge);
        for stretch in &mut self.stretches {
            stretch.cells = halved(&stretch.cells, Cell::merge);
        }
    }
}

fn add<T: Copy + AddAssign>(sums: &mut ByKind<T>, more: &ByKind<T>) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum += *more;
    }
}

/// Makes each two neighbours one.
fn halved<T: Clone>(all: &[T], merge: fn(&mut T, &T)) -> Vec<T> {
    let pairs = all.chunks(2).map(|pair| {
        let mut one = pair[0].clone();
        pair[1..].iter().for_each(|other| merge(&mut one, other));
        one
    });
    pairs.collect()
}
