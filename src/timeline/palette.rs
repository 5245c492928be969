//! Inks, which say what a shape is for, and their colours, light and dark, in one place.
//!
//! Text on a fill keeps a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3), and a test measures it.

/// What a shape is for; the palette says which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is named by what is drawn with it")]
pub enum Ink {
    Text,
    Muted,
    Line,
    Column,
    Running,
    Ready,
    Sleeping,
    SleepingText,
    Waiting,
    WaitingText,
    Fetching,
    FetchingText,
    Blocking,
    BlockingText,
    BlockedShade,
    Working,
    WorkingText,
    Returned,
    Failed,
    Cancelled,
    Arrow,
    Level,
    Playhead,
    Hover,
    Lit,
    Veil,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on a light ground.
    #[default]
    Light,
    /// Light ink on a dark ground.
    Dark,
    /// The colours that the reader's system insists on: CSS system colours.
    Forced,
}

/// The colours of a theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette<'a> {
    theme: Theme,
    /// The colour of what is pointed at and chosen, where it is not the theme's own.
    accent: Option<&'a str>,
}

impl<'a> Palette<'a> {
    /// Returns the palette of a theme.
    pub fn new(theme: Theme) -> Palette<'a> {
        Palette {
            theme,
            accent: None,
        }
    }

    /// Returns the palette with a colour of its own, a CSS colour, for what is pointed at and chosen; with an
    /// empty one it is the theme's, and so it is where the system insists on its colours.
    #[must_use]
    pub fn accented(self, accent: &'a str) -> Palette<'a> {
        let is_taken = !accent.is_empty() && self.theme != Theme::Forced;
        Palette {
            accent: is_taken.then_some(accent),
            ..self
        }
    }

    /// Returns the ground on which a picture is drawn, as a CSS colour.
    pub fn ground(&self) -> &'static str {
        match self.theme {
            Theme::Light => "#ffffff",
            Theme::Dark => "#1a1f28",
            Theme::Forced => "Canvas",
        }
    }

    /// Returns the colour of an ink, as a CSS colour.
    pub fn color(&self, ink: Ink) -> &'a str {
        if let (Ink::Hover, Some(accent)) = (ink, self.accent) {
            return accent;
        }
        let (light, dark) = match ink {
            Ink::Text => ("#1d2430", "#e9edf4"),
            Ink::Muted => ("#5d6779", "#9aa7ba"),
            Ink::Line => ("#e4e1d8", "#2f3744"),
            Ink::Column => ("#f3f1ec", "#212834"),
            Ink::Running => ("#1d2430", "#f2f5fa"),
            Ink::Ready => ("#e8a317", "#f0b429"),
            Ink::Sleeping => ("#d3e3f8", "#233a5c"),
            Ink::SleepingText => ("#2a5796", "#9cc2f7"),
            Ink::Waiting => ("#e9e4f5", "#312b4d"),
            Ink::WaitingText => ("#6550a8", "#c0b3f3"),
            Ink::Fetching => ("#d3ece5", "#1d423b"),
            Ink::FetchingText => ("#17685a", "#86d8c5"),
            Ink::Blocking => ("#f6cfc4", "#5c2a20"),
            Ink::BlockingText => ("#93301a", "#ffb8a6"),
            Ink::BlockedShade => ("#faeeea", "#2b2124"),
            Ink::Working => ("#e3ecc4", "#363f1b"),
            Ink::WorkingText => ("#52640f", "#cbdb8a"),
            Ink::Returned => ("#237a4b", "#5cc08b"),
            Ink::Failed => ("#b73229", "#f58a83"),
            Ink::Cancelled => ("#8a5a00", "#e0ab4d"),
            Ink::Arrow => ("#7b8699", "#7f8ca1"),
            Ink::Level => ("#a9b4c6", "#56637a"),
            Ink::Playhead => ("#c2413b", "#f07f78"),
            Ink::Hover => ("#1f5fbf", "#7fb0ff"),
            Ink::Lit => ("#ffd84d", "#8a6d00"),
            Ink::Veil => ("#ffffff8c", "#1a1f288c"),
        };
        match self.theme {
            Theme::Light => light,
            Theme::Dark => dark,
            Theme::Forced => forced(ink),
        }
    }

    /// Returns the colour of the line around what an ink fills. Where the system insists on its colours most
    /// fills are as the ground, and only lines and patterns are seen.
    pub fn border(&self, ink: Ink) -> Option<&'static str> {
        (self.theme == Theme::Forced).then(|| match ink {
            Ink::Column | Ink::BlockedShade => Some("GrayText"),
            ink if is_as_ground(ink) => Some("CanvasText"),
            _ => None,
        })?
    }

    /// Returns how much the lines of a pattern cover, from 0 to 1: all, where they alone tell states apart.
    pub fn pattern_opacity(&self) -> f64 {
        if self.theme == Theme::Forced {
            1.0
        } else {
            0.28
        }
    }

    /// Returns the colour of a stripe of an ink among many, which has neither line nor pattern.
    pub fn stripe(&self, ink: Ink) -> &'a str {
        match self.theme {
            Theme::Forced if is_as_ground(ink) => "GrayText",
            _ => self.color(ink),
        }
    }
}

/// Says whether a fill is as the ground where the system insists on its colours.
fn is_as_ground(ink: Ink) -> bool {
    forced(ink) == "Canvas"
}

/// Returns the system colour of an ink. States differ by their patterns and heights.
fn forced(ink: Ink) -> &'static str {
    match ink {
        Ink::Column | Ink::BlockedShade | Ink::Sleeping | Ink::Waiting | Ink::Fetching => "Canvas",
        Ink::Blocking | Ink::Working => "Canvas",
        // What is to come is told apart by the playhead alone.
        Ink::Veil => "#0000",
        Ink::Ready | Ink::Playhead | Ink::Hover | Ink::Lit => "Highlight",
        Ink::Muted | Ink::Line | Ink::Arrow | Ink::Level => "GrayText",
        _ => "CanvasText",
    }
}

#[cfg(test)]
mod tests {
    use super::{Ink, Palette, Theme};

    fn luminance(color: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&color[at..at + 2], 16).expect("a colour"));
            let value = value / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn what_is_filled_as_the_ground_has_a_line_around_it() {
        let palette = Palette::new(Theme::Forced);
        let states = [
            Ink::Running,
            Ink::Ready,
            Ink::Sleeping,
            Ink::Waiting,
            Ink::Fetching,
            Ink::Blocking,
            Ink::Working,
        ];
        for ink in states {
            let is_seen = palette.color(ink) != palette.ground();
            assert!(is_seen || palette.border(ink).is_some(), "{ink:?}");
            assert_ne!(palette.stripe(ink), palette.ground(), "{ink:?}");
        }
        assert_eq!(Palette::new(Theme::Dark).border(Ink::Sleeping), None);
    }

    #[test]
    fn an_accent_is_taken_but_where_the_system_insists_on_its_colours() {
        let hover = |theme, accent| Palette::new(theme).accented(accent).color(Ink::Hover);
        assert_eq!(hover(Theme::Light, "tomato"), "tomato");
        assert_eq!(hover(Theme::Light, ""), "#1f5fbf");
        assert_eq!(hover(Theme::Forced, "tomato"), "Highlight");
        let palette = Palette::new(Theme::Dark).accented("tomato");
        assert_eq!(palette.color(Ink::Text), "#e9edf4");
    }

    #[test]
    fn text_is_read_on_its_ground() {
        for theme in [Theme::Light, Theme::Dark] {
            let palette = Palette::new(theme);
            let color = |ink| palette.color(ink);
            let pairs = [
                (color(Ink::Text), palette.ground()),
                (color(Ink::Muted), palette.ground()),
                (color(Ink::Muted), color(Ink::Column)),
                (color(Ink::SleepingText), color(Ink::Sleeping)),
                (color(Ink::WaitingText), color(Ink::Waiting)),
                (color(Ink::FetchingText), color(Ink::Fetching)),
                (color(Ink::BlockingText), color(Ink::Blocking)),
                (color(Ink::WorkingText), color(Ink::Working)),
                (color(Ink::WorkingText), palette.ground()),
                (color(Ink::Returned), palette.ground()),
                (color(Ink::Failed), palette.ground()),
                (color(Ink::Cancelled), palette.ground()),
            ];
            for (text, ground) in pairs {
                let contrast = contrast(text, ground);
                assert!(
                    contrast >= 4.5,
                    "{theme:?}: {text} on {ground} has {contrast:.2}"
                );
            }
        }
    }
}
