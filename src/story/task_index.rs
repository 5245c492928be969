//! Which events make up each task's life, so that its spans are found without reading the others'.
//!
//! New events are told in the order in which they happen. When they are many, they are sorted in: then
//! each task's events stand side by side, and a look at one costs what it shows. Sorting goes on in
//! slices, since a page must answer meanwhile. What is to be sorted is in the trace, and not kept here.

use std::ops::Range;

use crate::trace::Trace;

/// So many events are seen before they are sorted in; more are sorted in before.
const RECENT_MAX: usize = 8192;

/// What is to be told yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// Nothing: the run is over.
    None,
    /// What the run has not come to yet.
    Later,
    /// What the trace has already.
    Now,
}

/// The events of each task, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct TaskIndex {
    /// Where each task's events begin in `events`, and where the last's end.
    starts: Vec<u32>,
    events: Vec<u32>,
    /// How many events of the trace are sorted in.
    sorted: usize,
    /// Those behind them by task, if they are few, and how many of the trace they come from. Pairs
    /// of this type are sorted elsewhere, too, and a page holds the sorting of each type once.
    recent: Vec<(u64, u64)>,
    seen: usize,
    sorting: Option<Sorting>,
}

/// Events being sorted in.
#[derive(Clone, Debug)]
struct Sorting {
    /// Up to which event.
    end: usize,
    /// How many events each task has; then where its next goes.
    starts: Vec<u32>,
    events: Vec<u32>,
    stage: Stage,
    /// How far the stage is.
    done: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Events are counted by task.
    Count,
    /// Counts become places.
    SourceLocation,
    /// What was sorted before is taken over, task by task.
    Take,
    /// Events go behind what their tasks had.
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

    /// As [`Life::index_of`], but begins to look at an index, and is the quicker the nearer that is: each
    /// look at a long life is one into other memory.
    pub(super) fn index_near(&self, index: usize, event: usize) -> usize {
        let is_before = |index: usize| self.get(index).is_some_and(|other| other < event);
        let (mut low, mut high, mut step) = (index, index, 1);
        while low > 0 && !is_before(low - 1) {
            high = low - 1;
            low = high.saturating_sub(step);
            step *= 2;
        }
        while is_before(high) {
            low = high + 1;
            high += step;
            step *= 2;
        }
        self.partition_point_in(low..high.min(self.len()), &|other| other < event)
    }

    /// Returns the index of the first event that does not lie before something.
    pub(super) fn partition_point(&self, is_before: impl Fn(usize) -> bool) -> usize {
        self.partition_point_in(0..self.len(), &is_before)
    }

    fn partition_point_in(&self, part: Range<usize>, is_before: &dyn Fn(usize) -> bool) -> usize {
        let (mut low, mut high) = (part.start, part.end);
        while low < high {
            let middle = low.midpoint(high);
            if self.get(middle).is_some_and(is_before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl TaskIndex {
    /// Returns the events of a task, but for those behind the sorted ones that are too many to be seen.
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

    /// Lets the events up to number `told` be seen, as far as they are few.
    pub(super) fn settle(&mut self, trace: &Trace, events_read: usize) {
        if events_read == self.seen || events_read - self.sorted > RECENT_MAX {
            return;
        }
        self.recent.clear();
        trace.each_change(self.sorted..events_read, |event, task| {
            self.recent.push((u64::from(task), event as u64));
        });
        self.recent.sort_unstable();
        self.seen = events_read;
    }

    fn sorted(&self, task: u32) -> &[u32] {
        let range = range(&self.starts, task as usize);
        self.events.get(range).unwrap_or_default()
    }

    /// Says whether so much was told, up to number `told`, that it is time to sort it in: what cannot
    /// be seen otherwise, if nothing more will come; else so much that sorting costs little beside it.
    pub(super) fn is_due(&self, events_read: usize, rest: Rest) -> bool {
        let part = match rest {
            Rest::None => 0,
            Rest::Later => self.sorted / 8,
            Rest::Now => self.sorted * 2,
        };
        self.sorting.is_some() || events_read - self.sorted > RECENT_MAX.max(part)
    }

    /// Sorts in what was told of `tasks` tasks, up to number `told`: about `most` events. Returns whether
    /// it is done.
    pub(super) fn sort_some(
        &mut self,
        trace: &Trace,
        events_read: usize,
        tasks: usize,
        most: usize,
    ) -> bool {
        let mut sorting = self.sorting.take().unwrap_or_else(|| Sorting {
            end: events_read,
            starts: vec![0; tasks + 1],
            events: Vec::new(),
            stage: Stage::Count,
            done: self.sorted,
        });
        let is_over = self.sort_on(trace, &mut sorting, most);
        if is_over {
            self.recent.clear();
            self.sorted = sorting.end;
            self.seen = sorting.end;
            self.starts = sorting.starts;
            self.events = sorting.events;
        } else {
            self.sorting = Some(sorting);
        }
        is_over
    }

    fn sort_on(&self, trace: &Trace, sorting: &mut Sorting, most: usize) -> bool {
        let Sorting {
            starts,
            events,
            stage,
            done,
            ..
        } = sorting;
        let tasks = starts.len() - 1;
        let end = match stage {
            Stage::Count | Stage::Fill => sorting.end,
            Stage::SourceLocation | Stage::Take => tasks,
        };
        let part = *done..end.min(*done + most);
        *done = part.end;
        match stage {
            Stage::Count => {
                // A task's count stands behind it, so that sums become begins.
                let counts = &mut starts[1..];
                trace.each_change(part, |_, task| {
                    if let Some(known) = counts.get_mut(task as usize) {
                        *known += 1;
                    }
                });
            }
            Stage::SourceLocation => {
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
                let places = &mut starts[..tasks];
                trace.each_change(part, |event, task| {
                    if let Some(place) = places.get_mut(task as usize) {
                        events[*place as usize] = event as u32;
                        *place += 1;
                    }
                });
            }
        }
        if *done < end {
            return false;
        }
        *done = 0;
        match stage {
            Stage::Count => *stage = Stage::SourceLocation,
            Stage::SourceLocation => {
                *stage = Stage::Take;
                *events = vec![0; starts[tasks] as usize];
            }
            Stage::Take => {
                *stage = Stage::Fill;
                *done = self.sorted;
            }
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
        4 * (self.starts.len() + self.events.len()) + 16 * self.recent.len()
    }
}

fn range(starts: &[u32], task: usize) -> Range<usize> {
    let at = |index| starts.get(index).map(|start: &u32| *start as usize);
    match (at(task), at(task + 1)) {
        (Some(from), Some(to)) => from..to,
        _ => 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::Life;

    #[test]
    fn an_index_is_found_from_everywhere() {
        let sorted = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
        for parts in 0..=sorted.len() {
            let (sorted, rest) = sorted.split_at(parts);
            let life = Life {
                sorted,
                rest: rest.to_vec(),
            };
            for event in 0..32 {
                let index = life.index_of(event);
                for near in 0..14 {
                    assert_eq!(life.index_near(near, event), index, "{event} from {near}");
                }
            }
        }
    }
}
