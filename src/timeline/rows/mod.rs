//! Rows: how high they are, which are seen, which are collapsed, and what is written beside them.

pub(super) mod collapsed_density;
pub(super) mod collapsed_rows;
pub(super) mod names;
pub(super) mod queue_strips;
pub(super) mod row_layout;
