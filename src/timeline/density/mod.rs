//! Crowds: what is drawn where spans are too many to be drawn one by one.

pub(super) mod bands;
pub(super) mod chart;
pub(super) mod columns;
pub(super) mod crowd;
pub(super) mod progressive;
pub(super) mod pyramid_columns;
