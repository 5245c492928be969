//! Where an error came from, for a language that keeps its own exception objects.

use std::any::Any;
use std::fmt;
use std::rc::Rc;

/// An object of another language: the exception itself, whose identity an [`Error`](super::Error)
/// keeps on its way through the loop. Equal if it is the same object.
#[derive(Clone)]
pub struct Origin(pub Rc<dyn Any>);

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
