//! What `runtime` promises.

mod callbacks;
mod cancel_requests;
mod conditions;
mod coroutines;
mod foreign;
mod gather;
mod handing_on;
mod isolation;
mod leftovers;
mod limits;
mod locks;
mod long_ticks;
mod outside;
mod properties;
mod queue_orders;
mod queues;
mod scheduling;
mod shields;
mod task_groups;
mod threads;
mod timeouts;
mod wait;
