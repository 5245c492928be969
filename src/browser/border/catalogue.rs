//! The lessons as the page knows them.

use serde::Serialize;
use tsify::Tsify;

use crate::export::{Format, FormatNames};
use crate::lessons::{Kind, Lesson, Network, Parameter, SECONDS_STEP};

/// A lesson with its parameters.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct LessonInfo {
    slug: &'static str,
    /// The group in which readers find it.
    group: &'static str,
    /// Where Python's documentation explains what it is about.
    docs: &'static str,
    fetches: bool,
    /// Whether its code is in the second part of the module.
    is_late: bool,
    parameters: Vec<ParameterInfo>,
}

/// A parameter of a lesson, with its bounds.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ParameterInfo {
    name: &'static str,
    /// What the parameter is, and so its field.
    #[tsify(type = "\"seconds\" | \"count\" | \"choice\" | \"urls\" | \"address\"")]
    kind: &'static str,
    default: String,
    min: f64,
    max: f64,
    step: f64,
    options: &'static [&'static str],
    count_max: usize,
}

/// A format in which the module of the exports writes a run.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FormatInfo {
    name: Format,
    extension: &'static str,
    media_type: &'static str,
}

impl FormatInfo {
    /// Tells of a format what the page needs to know.
    pub(in crate::browser) fn of(format: Format) -> FormatInfo {
        let FormatNames {
            extension,
            media_type,
            ..
        } = format.names();
        FormatInfo {
            name: format,
            extension,
            media_type,
        }
    }
}

impl LessonInfo {
    /// Tells of a lesson what the page shows.
    pub(in crate::browser) fn of(lesson: &Lesson) -> LessonInfo {
        LessonInfo {
            slug: lesson.slug,
            group: lesson.group,
            docs: lesson.docs,
            is_late: lesson.is_late(),
            fetches: lesson.network == Network::Fetches,
            parameters: lesson.parameters.iter().map(ParameterInfo::of).collect(),
        }
    }
}

impl ParameterInfo {
    fn of(parameter: &Parameter) -> ParameterInfo {
        let (kind, min, max, step) = match parameter.kind {
            Kind::Seconds { max, .. } => ("seconds", 0.0, max.into(), SECONDS_STEP.seconds()),
            Kind::Count { min, max, .. } => ("count", min as f64, max as f64, 1.0),
            Kind::Choice { .. } => ("choice", 0.0, 0.0, 1.0),
            Kind::Urls { seconds_max, .. } => ("urls", 0.0, seconds_max.into(), 0.1),
            Kind::Address { .. } => ("address", 0.0, 0.0, 1.0),
        };
        let (options, count_max): (&[_], _) = match parameter.kind {
            Kind::Choice { options, .. } => (options, 0),
            Kind::Urls { count_max, .. } => (&[], count_max),
            _ => (&[], 0),
        };
        ParameterInfo {
            name: parameter.name,
            kind,
            default: parameter.kind.default_text(),
            min,
            max,
            step,
            options,
            count_max,
        }
    }
}
