//! The picture of a story: what is drawn is true to the run, fits, and can be found again.

use crate::support::Played;
use crate::support::messages::Messages;
use crate::support::pictures::{everywhere, view};
use expect_test::expect;
use interleave::lessons::catalogue;
use interleave::runtime::{Naming, Nanos, create_task, sleep};
use interleave::story::{Point, Span, State, StoryBuilder, StoryView};
use interleave::timeline::{Axis, Ink, Picture, Shape, hit, lay_out, text_width_px};
use interleave::trace::Trace;

/// Returns the middle of a lane's row: the rows end above the space at the bottom.
fn middle_of_row(story: StoryView<'_>, picture: &Picture, lane: usize) -> f64 {
    let rows_below = (story.row_count() - lane) as f64 - 0.5;
    picture.height_px - 10.0 - rows_below * picture.row_px()
}

fn edges(story: StoryView<'_>, picture: &Picture, span: &Span) -> (f64, f64) {
    let x = |point| picture.scale.x_from_point(point);
    (x(span.from), x(span.to.unwrap_or(story.end())))
}

/// The left and the right edge of each bar of a lane.
fn bars(story: StoryView<'_>, picture: &Picture, lane: usize) -> Vec<(f64, f64)> {
    let row_y_px = middle_of_row(story, picture, lane);
    let bar = |shape: &Shape| match *shape {
        Shape::Rect {
            ink: Ink::Column | Ink::BlockedShade,
            ..
        } => None,
        Shape::Rect {
            x_px,
            y_px,
            width_px,
            height_px,
            ..
        } => ((y_px + height_px / 2.0 - row_y_px).abs() < 0.01).then_some((x_px, x_px + width_px)),
        _ => None,
    };
    picture.shapes.iter().filter_map(bar).collect()
}

/// The left and the right edge of a shape.
fn extent(shape: &Shape) -> (f64, f64) {
    match shape {
        Shape::Rect { x_px, width_px, .. } => (*x_px, x_px + width_px),
        Shape::Line { from_px, to_px, .. } | Shape::Arrow { from_px, to_px, .. } => {
            (from_px.0.min(to_px.0), from_px.0.max(to_px.0))
        }
        Shape::Text { x_px, text, .. } => (*x_px, x_px + text_width_px(text)),
        Shape::Mark { at_px, .. } => (at_px.0 - 5.0, at_px.0 + 5.0),
        Shape::Density(bands) => {
            let width_px = bands.column_px * bands.column_count as f64;
            (bands.x_px, bands.x_px + width_px)
        }
        Shape::Dot {
            at_px, radius_px, ..
        } => (at_px.0 - radius_px, at_px.0 + radius_px),
    }
}

#[test]
fn a_small_story_is_laid_out_like_this() {
    let played = Played::main(|| async {
        let task = create_task(sleep(1.0).named("worker"));
        task.await
    });
    let words = Messages::of("en").words();
    let mut view = view(&words, 400.0, Axis::Elastic);
    view.height_px = 140.0;
    view.playhead = played.look(|story| story.stop(3)).map(|stop| stop.at);
    let picture = played.look(|story| lay_out(story, &view));
    let shapes = picture
        .shapes
        .iter()
        .map(|shape| rounded(&format!("{shape:?}\n")));
    expect![[r#"
        Rect { x_px: 77.9, y_px: 24.0, width_px: 58.0, height_px: 102.0, radius_px: 6.0, ink: Column, pattern: Plain }
        Rect { x_px: 313.0, y_px: 24.0, width_px: 58.0, height_px: 102.0, radius_px: 6.0, ink: Column, pattern: Plain }
        Rect { x_px: 81.9, y_px: 38.5, width_px: 24.0, height_px: 29.0, radius_px: 4.0, ink: Running, pattern: Plain }
        Rect { x_px: 107.9, y_px: 40.5, width_px: 220.0, height_px: 25.0, radius_px: 4.0, ink: Waiting, pattern: Dotted(WaitingText) }
        Rect { x_px: 330.0, y_px: 47.0, width_px: 11.0, height_px: 12.0, radius_px: 4.0, ink: Ready, pattern: Plain }
        Rect { x_px: 343.0, y_px: 38.5, width_px: 24.0, height_px: 29.0, radius_px: 4.0, ink: Running, pattern: Plain }
        Rect { x_px: 99.2, y_px: 93.0, width_px: 6.6, height_px: 12.0, radius_px: 4.0, ink: Ready, pattern: Plain }
        Rect { x_px: 107.9, y_px: 84.5, width_px: 24.0, height_px: 29.0, radius_px: 4.0, ink: Running, pattern: Plain }
        Rect { x_px: 133.9, y_px: 86.5, width_px: 181.0, height_px: 25.0, radius_px: 4.0, ink: Sleeping, pattern: Plain }
        Rect { x_px: 317.0, y_px: 84.5, width_px: 24.0, height_px: 29.0, radius_px: 4.0, ink: Running, pattern: Plain }
        Arrow { from_px: (89.6, 67.5), to_px: (89.6, 89.7), ink: Arrow, is_dashed: false }
        Arrow { from_px: (329.0, 84.5), to_px: (329.0, 62.2), ink: Returned, is_dashed: false }
        Mark { at_px: (380.0, 53.0), mark: Check, ink: Returned }
        Mark { at_px: (354.0, 99.0), mark: Check, ink: Returned }
        Rect { x_px: 119.9, y_px: 24.0, width_px: 280.0, height_px: 102.0, radius_px: 0.0, ink: Veil, pattern: Plain }
        Text { x_px: 80.9, y_px: 13.0, text: "0 s", ink: Muted }
        Text { x_px: 316.0, y_px: 13.0, text: "1 s", ink: Muted }
        Text { x_px: 114.9, y_px: 53.0, text: "waits for worker", ink: WaitingText }
        Text { x_px: 140.9, y_px: 99.0, text: "sleeps 1 s", ink: SleepingText }
        Mark { at_px: (7.0, 53.0), mark: Expanded, ink: Muted }
        Text { x_px: 16.0, y_px: 53.0, text: "main", ink: Text }
        Line { from_px: (8.0, 63.0), to_px: (8.0, 99.0), ink: Line, width_px: 1.0 }
        Line { from_px: (8.0, 99.0), to_px: (14.0, 99.0), ink: Line, width_px: 1.0 }
        Text { x_px: 18.0, y_px: 99.0, text: "worker", ink: Text }
        Line { from_px: (119.9, 24.0), to_px: (119.9, 126.0), ink: Playhead, width_px: 1.5 }
        Dot { at_px: (119.9, 24.0), radius_px: 5.0, ink: Playhead }
    "#]].assert_eq(&shapes.collect::<String>());
}

/// Cuts numbers after the first decimal.
fn rounded(text: &str) -> String {
    let mut out = String::new();
    let mut decimals = None;
    for c in text.chars() {
        decimals = match (c, decimals) {
            ('.', _) => Some(0),
            (c, Some(n)) if c.is_ascii_digit() => Some(n + 1),
            _ => None,
        };
        if decimals.is_none_or(|n| n <= 1) {
            out.push(c);
        }
    }
    out
}

/// A lane is its spans, one after the other, from the task's creation to its end.
#[test]
fn spans_follow_each_other_without_gaps() {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| {
            for lane in story.lanes() {
                let name = format!("{} {}", lesson.slug, lane.name());
                let spans: Vec<_> = lane.spans().collect();
                for pair in spans.windows(2) {
                    assert_eq!(pair[0].to, Some(pair[1].from), "{name}");
                }
                let ended = lane.ending().map(|(at, _)| at);
                assert_eq!(spans.last().unwrap().to, ended, "{name}");
            }
        });
    }
}

/// Bars lose a hair of ground at each side, and no more.
#[test]
fn the_bars_of_a_lane_add_up_to_its_life() {
    everywhere(|name, story, _, picture| {
        for (number, lane) in story.lanes().enumerate() {
            let bars = bars(story, picture, number);
            let drawn_px: f64 = bars.iter().map(|(from, to)| to - from).sum();
            let spans: Vec<_> = lane.spans().collect();
            let (first, last) = (spans.first().unwrap(), spans.last().unwrap());
            let life_px = edges(story, picture, last).1 - edges(story, picture, first).0;
            let slack_px = 2.0 * spans.len() as f64;
            assert!(
                (drawn_px - life_px).abs() <= slack_px + 1e-6,
                "{name} {}: {drawn_px} of {life_px}",
                lane.name()
            );
            for pair in bars.windows(2) {
                assert!(
                    pair[1].0 >= pair[0].1 - 2.0,
                    "{name} {}: {pair:?}",
                    lane.name()
                );
            }
        }
    });
}

#[test]
fn the_playhead_never_steps_back() {
    everywhere(|name, story, _, picture| {
        let positions = story
            .stops()
            .map(|stop| picture.scale.x_from_point(stop.at));
        let positions: Vec<_> = positions.collect();
        assert!(positions.is_sorted(), "{name}: {positions:?}");
    });
}

#[test]
fn a_position_is_found_again() {
    everywhere(|name, story, _, picture| {
        for stop in story.stops() {
            let x_px = picture.scale.x_from_point(stop.at);
            let found = picture.scale.point_from_x(story.builder(), x_px);
            let found_px = picture.scale.x_from_point(found);
            assert!(
                (found_px - x_px).abs() < 1e-3,
                "{name}: {found_px} for {x_px}"
            );
            // On an elastic axis every point has a position of its own.
            if picture.scale.axis == Axis::Elastic && story.end().time > Nanos::ZERO {
                let close = found.time.0.abs_diff(stop.at.time.0) < 1000
                    && (found.order - stop.at.order).abs() < 1e-3;
                assert!(close, "{name}: {found:?} for {:?}", stop.at);
            }
        }
    });
}

#[test]
fn the_middle_of_a_bar_is_its_span() {
    everywhere(|name, story, _, picture| {
        for (lane_number, lane) in story.lanes().enumerate() {
            for span in lane.spans() {
                let (from_px, to_px) = edges(story, picture, &span);
                if to_px - from_px <= 8.0 {
                    continue;
                }
                let y_px = middle_of_row(story, picture, lane_number);
                let found = hit(story, picture, (from_px + to_px) / 2.0, y_px).unwrap();
                assert_eq!(
                    (found.lane, found.span),
                    (lane_number, span.number),
                    "{name}"
                );
                assert_eq!(found.from_s, span.from.time.seconds());
            }
        }
    });
}

#[test]
fn nothing_is_found_where_nothing_is() {
    everywhere(|name, story, view, picture| {
        let middle_px = view.width_px / 2.0;
        assert_eq!(hit(story, picture, middle_px, 10.0), None, "{name}");
        let bottom = hit(story, picture, middle_px, picture.height_px);
        assert_eq!(bottom, None, "{name}");
        let y_px = middle_of_row(story, picture, 0);
        assert_eq!(hit(story, picture, 0.0, y_px), None, "{name}");
    });
}

#[test]
fn nothing_is_drawn_beyond_the_edges() {
    everywhere(|name, _, view, picture| {
        for shape in &picture.shapes {
            let (from_px, to_px) = extent(shape);
            let fits = from_px >= -0.01 && to_px <= view.width_px + 0.01;
            assert!(fits, "{name}: {shape:?}");
        }
    });
}

/// A label is inside the bar that it is about.
#[test]
fn labels_fit_their_bars() {
    everywhere(|name, story, _, picture| {
        for number in 0..story.lane_count() {
            let (row_y_px, bars) = (
                middle_of_row(story, picture, number),
                bars(story, picture, number),
            );
            for shape in &picture.shapes {
                let Shape::Text { y_px, ink, .. } = shape else {
                    continue;
                };
                let is_label = matches!(
                    ink,
                    Ink::SleepingText | Ink::WaitingText | Ink::FetchingText | Ink::BlockingText
                );
                if is_label && (y_px - row_y_px).abs() < 0.01 {
                    let (from_px, to_px) = extent(shape);
                    let fits = |bar: &&(f64, f64)| bar.0 <= from_px && to_px <= bar.1;
                    assert!(bars.iter().any(|bar| fits(&bar)), "{name}: {shape:?}");
                }
            }
        }
    });
}

/// Labels of the axis keep apart.
#[test]
fn labels_of_the_axis_do_not_touch() {
    everywhere(|name, _, _, picture| {
        let is_axis = |shape: &&Shape| matches!(shape, Shape::Text { y_px, .. } if *y_px < 20.0);
        let labels: Vec<_> = picture.shapes.iter().filter(is_axis).map(extent).collect();
        assert!(!labels.is_empty(), "{name}");
        for pair in labels.windows(2) {
            assert!(pair[1].0 > pair[0].1 + 4.0, "{name}: {pair:?}");
        }
    });
}

/// Of a live run nothing is shown that lies ahead of its present.
#[test]
fn nothing_is_drawn_after_the_horizon() {
    let words = Messages::of("en").words();
    for lesson in catalogue() {
        let played = Played::of(lesson);
        let builder = &played.builder;
        for share in [0.0, 0.3, 0.5, 0.8] {
            for axis in [Axis::Elastic, Axis::Time] {
                let horizon = Nanos::from_seconds(builder.end.time.seconds() * share);
                let mut view = view(&words, 800.0, axis);
                view.horizon = Some(horizon);
                let picture = played.look(|story| lay_out(story, &view));
                let shown = builder.moments.iter().rev().find(|m| m.time <= horizon);
                let present = Point {
                    time: horizon,
                    order: shown.map_or(0.0, |moment| moment.to),
                };
                let present_px = picture.scale.x_from_point(present);
                for lane in 0..played.look(|story| story.row_count()) {
                    for (_, to_px) in played.look(|story| bars(story, &picture, lane)) {
                        let is_past = to_px <= present_px + 2.0;
                        assert!(is_past, "{} {share} {axis:?}: {to_px}", lesson.slug);
                    }
                }
                for shape in &picture.shapes {
                    let at_px = match shape {
                        Shape::Arrow { to_px, .. } => to_px.0,
                        Shape::Mark { at_px, .. } => at_px.0 - 12.0,
                        Shape::Rect {
                            ink: Ink::Column,
                            x_px,
                            width_px,
                            ..
                        } => x_px + width_px - 3.0,
                        Shape::Rect {
                            ink: Ink::BlockedShade,
                            x_px,
                            width_px,
                            ..
                        } => x_px + width_px,
                        _ => continue,
                    };
                    let is_past = at_px <= present_px + 0.01;
                    assert!(
                        is_past,
                        "{} {share} {axis:?}: {shape:?} of {present_px}",
                        lesson.slug
                    );
                }
            }
        }
    }
}

/// Only the rows in the window are drawn, and the names beside them.
#[test]
fn rows_outside_of_the_window_are_not_drawn() {
    let words = Messages::of("en").words();
    let played = Played::simulated("gather", &[("urls", &many_pages(150))]);
    let mut view = view(&words, 800.0, Axis::Time);
    (view.height_px, view.window.scroll_px) = (400.0, 1000.0);
    let picture = played.look(|story| lay_out(story, &view));
    let names = picture.shapes.iter().filter_map(|shape| match shape {
        Shape::Text {
            text,
            ink: Ink::Text,
            ..
        } => Some(text.as_str()),
        _ => None,
    });
    let names: Vec<_> = names.collect();
    // 1000 px are 50 rows of 20 px, and main is the first lane; 370 px show less than 20 rows.
    assert_eq!((names.first(), names.len()), (Some(&"page50_1"), 19));
}

fn many_pages(count: usize) -> String {
    let pages: Vec<_> = (1..=count).map(|i| format!("page{i}_1")).collect();
    pages.join(",")
}

/// Each state differs from its neighbours without colour, too: it has a text of its own.
#[test]
fn every_state_has_a_text_of_its_own() {
    let (builder, trace) = (StoryBuilder::default(), Trace::new());
    let story = builder.with(&trace);
    let mut keys: Vec<_> = crate::support::states()
        .into_iter()
        .map(|state: State| interleave::timeline::state_phrase(story, state).key)
        .collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), count);
}
