//! The task index: which events belong to each task, so that a task's spans are found without
//! reading the events of the others.
//!
//! New events stand in the order in which they happen. When there are many, they are sorted by
//! task: then each task's events stand side by side, and reading one task costs what it shows.
//! Sorting is done in slices, since a page must answer meanwhile. The events to be sorted are read
//! from the trace, and not kept here.

use std::ops::Range;

use crate::trace::Trace;

use super::search::{first_not, first_not_near};

/// At most so many events are visible without being sorted; more are sorted first.
const RECENT_MAX: usize = 8192;

/// What of the run is not read yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// Nothing: the run is over.
    None,
    /// What the run has not come to yet.
    Later,
    /// Events that the trace has already.
    Now,
}

/// The events of each task, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct TaskIndex {
    /// Where each task's events start in `events`, and where the last task's end.
    starts: Vec<u32>,
    events: Vec<u32>,
    /// How many events of the trace are sorted.
    sorted: usize,
    /// The events after those by task, if they are few. The page's module holds one sort per type,
    /// and sorts pairs of this type elsewhere, too.
    recent: Vec<(u64, u64)>,
    /// How many events of the trace are visible: sorted or recent.
    visible: usize,
    sorting: Option<Sorting>,
}

#[derive(Clone, Debug)]
struct Sorting {
    /// The events before this one are sorted.
    end: usize,
    /// How many events each task has; then where its next event goes.
    starts: Vec<u32>,
    events: Vec<u32>,
    stage: Stage,
    /// How far the stage is.
    done: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// New events are counted by task.
    Count,
    /// Counts become offsets.
    Sum,
    /// The events that were sorted before are copied, task by task.
    Copy,
    /// New events go after those of their tasks.
    Fill,
}

/// The events of one task, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct TaskEvents<'a> {
    sorted: &'a [u32],
    recent: Vec<u32>,
}

impl TaskEvents<'_> {
    pub(super) fn len(&self) -> usize {
        self.sorted.len() + self.recent.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<usize> {
        let recent = || self.recent.get(index - self.sorted.len());
        let event = self.sorted.get(index).or_else(recent);
        event.map(|event| *event as usize)
    }

    /// Returns the index of the first event that is not before `event`.
    pub(super) fn index_of(&self, event: usize) -> usize {
        let before = |other: &u32| (*other as usize) < event;
        match self.recent.first() {
            Some(first) if before(first) => self.sorted.len() + self.recent.partition_point(before),
            _ => self.sorted.partition_point(before),
        }
    }

    /// As [`TaskEvents::index_of`], but searches from an index on: the nearer that is, the fewer
    /// distant parts of memory are read.
    pub(super) fn index_near(&self, near: usize, event: usize) -> usize {
        let near = near.min(self.len());
        let is_before = |index| self.get(index).is_some_and(|other| other < event);
        first_not_near(0..self.len(), near, &is_before)
    }

    /// Returns the index of the first event for which `is_before` is false.
    pub(super) fn partition_point(&self, is_before: &dyn Fn(usize) -> bool) -> usize {
        let is_before = |index| self.get(index).is_some_and(is_before);
        first_not(0..self.len(), &is_before)
    }
}

impl TaskIndex {
    pub(super) fn of(&self, task: u32) -> TaskEvents<'_> {
        let task_number = u64::from(task);
        let first = self.recent.partition_point(|entry| entry.0 < task_number);
        let recent = self.recent[first..].iter();
        let recent = recent.take_while(|entry| entry.0 == task_number);
        TaskEvents {
            sorted: sorted_of(&self.starts, &self.events, task as usize),
            recent: recent.map(|entry| entry.1 as u32).collect(),
        }
    }

    /// Makes the events before number `events_read` visible, if few of them are not sorted.
    pub(super) fn show_recent(&mut self, trace: &Trace, events_read: usize) {
        if events_read == self.visible || events_read - self.sorted > RECENT_MAX {
            return;
        }
        self.recent.clear();
        trace.each_change(self.sorted..events_read, |event, task| {
            self.recent.push((u64::from(task), event as u64));
        });
        self.recent.sort_unstable();
        self.visible = events_read;
    }

    /// Returns whether it is time to sort the events before number `events_read`: because they are
    /// not visible otherwise, if no more will come; else because there are so many that sorting
    /// costs little per event.
    pub(super) fn is_due(&self, events_read: usize, rest: Rest) -> bool {
        let part = match rest {
            Rest::None => 0,
            Rest::Later => self.sorted / 8,
            Rest::Now => self.sorted * 2,
        };
        self.sorting.is_some() || events_read - self.sorted > RECENT_MAX.max(part)
    }

    /// Sorts about `most` of the events before number `events_read`, which are of `tasks` tasks.
    pub(super) fn sort_some(
        &mut self,
        trace: &Trace,
        events_read: usize,
        tasks: usize,
        most: usize,
    ) {
        let mut sorting = self.sorting.take().unwrap_or_else(|| Sorting {
            end: events_read,
            starts: vec![0; tasks + 1],
            events: Vec::new(),
            stage: Stage::Count,
            done: self.sorted,
        });
        let end = sorting.stage_end();
        let part = sorting.done..end.min(sorting.done + most);
        sorting.done = part.end;
        sorting.sort_part(trace, part, &self.starts, &self.events);
        if sorting.done < end || sorting.go_on(self.sorted) {
            self.sorting = Some(sorting);
            return;
        }
        self.recent.clear();
        (self.sorted, self.visible) = (sorting.end, sorting.end);
        (self.starts, self.events) = (sorting.starts, sorting.events);
    }

    pub(super) fn bytes(&self) -> usize {
        4 * (self.starts.len() + self.events.len()) + 16 * self.recent.len()
    }
}

impl Sorting {
    /// Returns where the stage ends: after the last event, or after the last task.
    fn stage_end(&self) -> usize {
        match self.stage {
            Stage::Count | Stage::Fill => self.end,
            Stage::Sum | Stage::Copy => self.starts.len() - 1,
        }
    }

    /// Does a part of the stage. `old_starts` and `old_events` are what was sorted before.
    fn sort_part(
        &mut self,
        trace: &Trace,
        part: Range<usize>,
        old_starts: &[u32],
        old_events: &[u32],
    ) {
        let (starts, events) = (&mut self.starts, &mut self.events);
        let old_of = |task| sorted_of(old_starts, old_events, task);
        match self.stage {
            Stage::Count => {
                // A task's count stands one after its number, so that sums become starts.
                let counts = &mut starts[1..];
                trace.each_change(part, |_, task| {
                    if let Some(count) = counts.get_mut(task as usize) {
                        *count += 1;
                    }
                });
            }
            Stage::Sum => {
                for task in part {
                    starts[task + 1] += starts[task] + old_of(task).len() as u32;
                }
            }
            Stage::Copy => {
                for task in part {
                    let (old, start) = (old_of(task), starts[task] as usize);
                    events[start..start + old.len()].copy_from_slice(old);
                    starts[task] += old.len() as u32;
                }
            }
            Stage::Fill => {
                let (_, nexts) = starts.split_last_mut().unwrap_or((&mut 0, &mut []));
                trace.each_change(part, |event, task| {
                    if let Some(next) = nexts.get_mut(task as usize) {
                        events[*next as usize] = event as u32;
                        *next += 1;
                    }
                });
            }
        }
    }

    /// Begins the next stage. Returns whether there is one.
    fn go_on(&mut self, sorted: usize) -> bool {
        (self.stage, self.done) = match self.stage {
            Stage::Count => (Stage::Sum, 0),
            Stage::Sum => {
                self.events = vec![0; self.starts.last().map_or(0, |end| *end as usize)];
                (Stage::Copy, 0)
            }
            Stage::Copy => (Stage::Fill, sorted),
            Stage::Fill => {
                // Each start has moved on to its end, which is the start of the next task.
                self.starts.rotate_right(1);
                self.starts[0] = 0;
                return false;
            }
        };
        true
    }
}

/// Returns the sorted events of a task, none if it has none.
fn sorted_of<'a>(starts: &[u32], events: &'a [u32], task: usize) -> &'a [u32] {
    match starts.get(task..task + 2) {
        Some([from, to]) => &events[*from as usize..*to as usize],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::TaskEvents;

    #[test]
    fn an_index_is_found_from_everywhere() {
        let sorted = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
        for parts in 0..=sorted.len() {
            let (sorted, recent) = sorted.split_at(parts);
            let recent = recent.to_vec();
            let events = TaskEvents { sorted, recent };
            for event in 0..32 {
                let index = events.index_of(event);
                for near in 0..14 {
                    assert_eq!(events.index_near(near, event), index, "{event} from {near}");
                }
            }
        }
    }
}
