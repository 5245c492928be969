//! Which tasks created others: those below which lanes nest. A bit a task.

use crate::runtime::TaskId;

use super::builder::StoryBuilder;
use super::view::StoryView;

/// How many tasks share a word.
const BITS: u32 = u32::BITS;

/// The tasks that created others.
#[derive(Clone, Debug, Default)]
pub(super) struct Creators {
    words: Vec<u32>,
}

impl Creators {
    pub(super) fn add(&mut self, task: TaskId) {
        let (word, bit) = ((task.0 / BITS) as usize, task.0 % BITS);
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        self.words[word] |= 1 << bit;
    }

    fn has(&self, task: u32) -> bool {
        let word = self.words.get((task / BITS) as usize);
        word.is_some_and(|word| word & (1 << (task % BITS)) != 0)
    }
}

impl StoryBuilder {
    /// Notes that an event creates a task.
    pub(super) fn create(&mut self, task: TaskId, parent: Option<TaskId>, number: usize) {
        // A damaged trace may create any task; it has those that come in their turn.
        if task.0 as usize == self.created.len() {
            self.created.push(number as u32);
            // The same may make a task its own ancestor.
            if let Some(parent) = parent.filter(|parent| *parent < task) {
                self.creators.add(parent);
            }
        }
    }
}

impl StoryView<'_> {
    /// Says whether a task created others.
    #[must_use]
    pub fn is_creator(self, task: TaskId) -> bool {
        self.builder.creators.has(task.0)
    }

    /// Returns the tasks that created others, in order.
    pub fn creators(self) -> impl Iterator<Item = TaskId> {
        let creators = &self.builder.creators;
        let tasks = 0..creators.words.len() as u32 * BITS;
        tasks.filter(|task| creators.has(*task)).map(TaskId)
    }
}
