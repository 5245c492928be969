//! The critical path: the chain of steps and waits that made a run as long as it was.
//!
//! It is followed from the end back to the start. A step was taken because something made its task
//! ready: another task's step, which then is the next link; or a timer, a thread or the network,
//! and then the task's own wait for it is the link.

use crate::runtime::{Cause, Event, TaskId};

use super::lane::state_after;
use super::parts::{Point, State};
use super::view::StoryView;

/// A stretch of a task's life that the run could not do without.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The task.
    pub task: TaskId,
    /// What it does meanwhile.
    pub state: State,
    /// Where it begins.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
}

impl<'a> StoryView<'a> {
    /// Returns the critical path, from the start of the run to the end of its last step. Each link
    /// begins where the one before ends.
    #[must_use]
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
    /// the event with which it began.
    fn step_before(self, event: usize, links: &mut Vec<Link>) -> Option<(TaskId, usize)> {
        let spot = self.builder.points.spot(self.trace, event);
        let began = spot.began?;
        let Some(Event::StepBegan { task }) = self.trace.get(began) else {
            return None;
        };
        links.push(Link {
            task,
            state: State::Running,
            from: self.at(began),
            to: spot.at,
        });
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
        links.push(Link {
            task,
            state: State::Ready(cause),
            from: made_ready,
            to: self.at(began),
        });
        let is_inside = self.builder.points.spot(self.trace, ready).began.is_some();
        let own = lane.event_before(ready);
        let before = match cause {
            Cause::Task(by) if by != task && is_inside => return self.step_before(ready, links),
            // What woke it was the end of the other, by a callback that waited its turn.
            Cause::Task(by) if by != task => self.lane(by)?.event_before(ready)?,
            _ => own?,
        };
        if let Some(state) = own.and_then(|own| state_after(self.trace.get(own)?)) {
            links.push(Link {
                task,
                state,
                from: self.at(before),
                to: made_ready,
            });
        }
        self.step_before(before, links)
    }
}
