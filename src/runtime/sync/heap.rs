//! CPython's `heapq`, comparison by comparison.
//!
//! How the items are moved decides which of several equal items comes out first, so they are moved
//! as in CPython. A comparison may fail, as that of two values of another language may.

use crate::runtime::Result;

/// Returns whether the first of two items is to come out before the second.
pub(super) type Less<T> = dyn Fn(&T, &T) -> Result<bool>;

/// Puts an item into a heap: `heappush`.
///
/// If a comparison fails, the item is in the heap all the same, as in CPython.
pub(super) fn push<T>(heap: &mut Vec<T>, item: T, less: &Less<T>) -> Result<()> {
    let last = heap.len();
    heap.push(item);
    sift_down(heap, last, less)
}

/// Takes the smallest item out of a heap: `heappop`. If a comparison fails, the item is lost.
pub(super) fn pop<T>(heap: &mut Vec<T>, less: &Less<T>) -> Option<Result<T>> {
    let last = heap.pop()?;
    let Some(first) = heap.first_mut() else {
        return Some(Ok(last));
    };
    let smallest = std::mem::replace(first, last);
    Some(sift_up(heap, less).map(|()| smallest))
}

/// Moves the item at `at` towards the root as long as it is smaller than its parent.
fn sift_down<T>(heap: &mut [T], mut at: usize, less: &Less<T>) -> Result<()> {
    while at > 0 {
        let parent = (at - 1) / 2;
        if !less(&heap[at], &heap[parent])? {
            break;
        }
        heap.swap(at, parent);
        at = parent;
    }
    Ok(())
}

/// Moves the root to a leaf along the smaller children, and from there up to where it belongs.
fn sift_up<T>(heap: &mut [T], less: &Less<T>) -> Result<()> {
    let mut at = 0;
    while at < heap.len() / 2 {
        let mut child = 2 * at + 1;
        if child + 1 < heap.len() && !less(&heap[child], &heap[child + 1])? {
            child += 1;
        }
        heap.swap(at, child);
        at = child;
    }
    sift_down(heap, at, less)
}
