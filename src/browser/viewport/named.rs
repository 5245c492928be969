//! Axes and themes by the names that the page has for them.

use crate::timeline::{Axis, Theme};

pub(in crate::browser) fn axis_named(name: &str) -> Axis {
    match name {
        "elastic" => Axis::Elastic,
        "time" => Axis::Time,
        "order" => Axis::Order,
        _ => Axis::Auto,
    }
}

pub(in crate::browser) fn theme_named(name: &str) -> Theme {
    match name {
        "dark" => Theme::Dark,
        "forced" => Theme::Forced,
        _ => Theme::Light,
    }
}
