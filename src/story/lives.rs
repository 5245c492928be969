//! Which events make up each task's life, so that its spans are found without reading the others'.
//!
//! New events come to a tail, in the order in which they happen. When the tail has grown, it is
//! sorted in: then each task's events stand side by side, and a look at one costs what it shows.
//! Sorting goes on in slices, since a page must answer meanwhile.

use std::ops::Range;

/// A tail up to this long is seen; a longer one is sorted in before.
const TAIL_MAX: usize = 8192;

/// An event of a task.
type Entry = (u32, u32);

/// The events of each task, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Lives {
    /// Where each task's events begin in `events`, and where the last's end.
    starts: Vec<u32>,
    events: Vec<u32>,
    /// What came since, in order.
    tail: Vec<Entry>,
    /// The tail by task, if it is short. Pairs of this type are sorted elsewhere, too, and a page
    /// holds the sorting of each type once.
    recent: Vec<(u64, u64)>,
    sorting: Option<Sorting>,
}

/// Entries being sorted in.
#[derive(Clone, Debug)]
struct Sorting {
    /// How many entries of the tail are sorted in.
    count: usize,
    /// How many events each task has; then where its next goes.
    starts: Vec<u32>,
    events: Vec<u32>,
    stage: Stage,
    /// How far the stage is.
    done: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Entries are counted by task.
    Count,
    /// Counts become places.
    Place,
    /// What was sorted before is taken over, task by task.
    Take,
    /// Entries go behind what their tasks had.
    Fill,
}

/// The events of one task, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Life<'a> {
    sorted: &'a [u32],
    rest: Vec<u32>,
}

impl Life<'_> {
    pub(super) fn len(&self) -> usize {
        self.sorted.len() + self.rest.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<usize> {
        let rest = || self.rest.get(index - self.sorted.len());
        let event = self.sorted.get(index).or_else(rest);
        event.map(|event| *event as usize)
    }

    /// Returns the index of the first event that is not before `event`.
    pub(super) fn index_of(&self, event: usize) -> usize {
        let before = |other: &u32| (*other as usize) < event;
        match self.rest.first() {
            Some(first) if before(first) => self.sorted.len() + self.rest.partition_point(before),
            _ => self.sorted.partition_point(before),
        }
    }

    /// Returns the index of the first event that does not lie before something.
    pub(super) fn partition_point(&self, is_before: impl Fn(usize) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.get(middle).is_some_and(&is_before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl Lives {
    pub(super) fn push(&mut self, task: u32, event: usize) {
        self.tail.push((task, event as u32));
    }

    /// Returns the events of a task, but for those of a tail that is too long to be seen.
    pub(super) fn of(&self, task: u32) -> Life<'_> {
        let task_number = u64::from(task);
        let first = self.recent.partition_point(|entry| entry.0 < task_number);
        let rest = self.recent[first..].iter();
        let rest = rest.take_while(|entry| entry.0 == task_number);
        Life {
            sorted: self.sorted(task),
            rest: rest.map(|entry| entry.1 as u32).collect(),
        }
    }

    /// Lets what came be seen, as far as it is little.
    pub(super) fn settle(&mut self) {
        let seen = if self.tail.len() <= TAIL_MAX {
            &self.tail[..]
        } else {
            &[]
        };
        if seen.len() != self.recent.len() {
            let pairs = seen
                .iter()
                .map(|(task, event)| (u64::from(*task), u64::from(*event)));
            self.recent = pairs.collect();
            self.recent.sort_unstable();
        }
    }

    fn sorted(&self, task: u32) -> &[u32] {
        let range = range(&self.starts, task as usize);
        self.events.get(range).unwrap_or_default()
    }

    /// Says whether so much came that it is time to sort it in: some of what is there, or what
    /// cannot be seen otherwise.
    pub(super) fn is_due(&self, is_over: bool) -> bool {
        let part = if is_over { 0 } else { self.events.len() / 8 };
        self.sorting.is_some() || self.tail.len() > TAIL_MAX.max(part)
    }

    /// Sorts in what came, of `tasks` tasks, for about `most` entries. Returns whether it is
    /// done.
    pub(super) fn sort_some(&mut self, tasks: usize, most: usize) -> bool {
        let mut sorting = self.sorting.take().unwrap_or_else(|| Sorting {
            count: self.tail.len(),
            starts: vec![0; tasks + 1],
            events: Vec::new(),
            stage: Stage::Count,
            done: 0,
        });
        let is_over = self.sort_on(&mut sorting, most);
        if is_over {
            self.tail.drain(..sorting.count);
            self.recent.clear();
            self.starts = sorting.starts;
            self.events = sorting.events;
        } else {
            self.sorting = Some(sorting);
        }
        is_over
    }

    fn sort_on(&self, sorting: &mut Sorting, most: usize) -> bool {
        let Sorting {
            count,
            starts,
            events,
            stage,
            done,
        } = sorting;
        let tasks = starts.len() - 1;
        let end = match stage {
            Stage::Count | Stage::Fill => *count,
            Stage::Place | Stage::Take => tasks,
        };
        let part = *done..end.min(*done + most);
        *done = part.end;
        match stage {
            Stage::Count => {
                for (task, _) in &self.tail[part] {
                    // A task's count stands behind it, so that sums become begins.
                    if let Some(known) = starts.get_mut(*task as usize + 1) {
                        *known += 1;
                    }
                }
            }
            Stage::Place => {
                for task in part {
                    starts[task + 1] += starts[task] + self.sorted(task as u32).len() as u32;
                }
            }
            Stage::Take => {
                for task in part {
                    let old = self.sorted(task as u32);
                    let start = starts[task] as usize;
                    events[start..start + old.len()].copy_from_slice(old);
                    starts[task] += old.len() as u32;
                }
            }
            Stage::Fill => {
                for (task, event) in &self.tail[part] {
                    if let Some(place) = starts[..tasks].get_mut(*task as usize) {
                        events[*place as usize] = *event;
                        *place += 1;
                    }
                }
            }
        }
        if *done < end {
            return false;
        }
        *done = 0;
        match stage {
            Stage::Count => *stage = Stage::Place,
            Stage::Place => {
                *stage = Stage::Take;
                *events = vec![0; starts[tasks] as usize];
            }
            Stage::Take => *stage = Stage::Fill,
            Stage::Fill => {
                // Every begin has moved on to its end; the begins are the ends of those before.
                starts.rotate_right(1);
                starts[0] = 0;
                return true;
            }
        }
        false
    }

    /// Returns about how many bytes are held.
    pub(super) fn bytes(&self) -> usize {
        4 * (self.starts.len() + self.events.len()) + 8 * self.tail.len()
    }
}

fn range(starts: &[u32], task: usize) -> Range<usize> {
    let at = |index| starts.get(index).map(|start: &u32| *start as usize);
    match (at(task), at(task + 1)) {
        (Some(from), Some(to)) => from..to,
        _ => 0..0,
    }
}
