//! The exception object that an error stands for, in a language that has exception objects.

use std::any::Any;
use std::fmt;
use std::rc::Rc;

/// An exception object of another language, whose identity an [`Error`](super::Error) keeps on its
/// way through the loop. Two origins are equal if they are the same object.
#[derive(Clone)]
pub struct Origin(pub Rc<dyn Any>);

impl Origin {
    /// Keeps an object.
    pub fn new(object: Rc<dyn Any>) -> Origin {
        Origin(object)
    }

    /// Returns the object, if it has the type `T`.
    pub fn downcast<T: 'static>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl PartialEq for Origin {
    fn eq(&self, other: &Origin) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}

impl Eq for Origin {}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Origin({:p})", Rc::as_ptr(&self.0))
    }
}
