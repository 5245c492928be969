//! The critical path: the chain of steps and waits that made a run as long as it was.
//!
//! The path is followed from the end back to the start. A step was taken because something made its
//! task ready: another task's step, which then is the next link; or a timer, a thread or the
//! network, and then the task's own wait is the link.

use crate::runtime::{Cause, Event, TaskId};

use super::{Point, State, StoryView};

/// A stretch of a task on which the length of the run depends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The task.
    pub task: TaskId,
    /// What it does meanwhile.
    pub state: State,
    /// Where the link begins.
    pub from: Point,
    /// Where the link ends.
    pub to: Point,
}

impl Link {
    fn new(task: TaskId, state: State, from: Point, to: Point) -> Link {
        Link {
            task,
            state,
            from,
            to,
        }
    }
}

impl<'a> StoryView<'a> {
    /// Returns the critical path, from the start of the run to the end of its last step. Each link
    /// begins where the one before ends.
    pub fn critical_path(self) -> Vec<Link> {
        let mut links = Vec::new();
        let last = self.stops().rev().find_map(|stop| {
            let event = stop.end.checked_sub(1)?;
            matches!(self.trace.get(event), Some(Event::StepEnded { .. })).then_some(event)
        });
        let mut next = last.and_then(|event| self.step_before(event, &mut links));
        while let Some((task, began)) = next {
            next = self.link(task, began, &mut links);
        }
        links.reverse();
        links
    }

    /// Adds the part of a step that lies before an event in it. Returns the step: its task, and
    /// the event that began it.
    fn step_before(self, event: usize, links: &mut Vec<Link>) -> Option<(TaskId, usize)> {
        let position = self.builder.event_index.position(self.trace, event);
        let began = position.began?;
        let Some(Event::StepBegan { task }) = self.trace.get(began) else {
            return None;
        };
        links.push(Link::new(task, State::Running, self.at(began), position.at));
        Some((task, began))
    }

    /// Adds why a step was taken. Returns the step before it on the path.
    fn link(self, task: TaskId, began: usize, links: &mut Vec<Link>) -> Option<(TaskId, usize)> {
        let lane = self.lane(task)?;
        let ready = lane.event_before(began)?;
        let Some(Event::Scheduled { cause, .. }) = self.trace.get(ready) else {
            return None;
        };
        let made_ready = self.at(ready);
        let state = State::Ready(cause);
        links.push(Link::new(task, state, made_ready, self.at(began)));
        let position = self.builder.event_index.position(self.trace, ready);
        let own = lane.event_before(ready);
        let before = match cause {
            Cause::Task(by) if by != task && position.began.is_some() => {
                return self.step_before(ready, links);
            }
            // The end of the other task woke this one, by a callback that waited its turn.
            Cause::Task(by) if by != task => self.lane(by)?.event_before(ready)?,
            _ => own?,
        };
        if let Some(state) = own.and_then(|own| State::after_step(self.trace.get(own)?)) {
            links.push(Link::new(task, state, self.at(before), made_ready));
        }
        self.step_before(before, links)
    }
}
