//! A picture zoomed in and out: what is seen is true to the run in any window.

use crate::support::Played;
use crate::support::messages::Messages;
use interleave::story::{StateKind, StoryView};
use interleave::timeline::{
    Axis, Bands, Picture, Plot, Progressive, Shape, View, Window, hit, lay_out, lay_out_on,
};

const PLOT: Plot = Plot {
    left_px: 100.0,
    right_px: 900.0,
};

fn crawl(pages: &str) -> Played {
    Played::simulated("ten-thousand", &[("pages", pages), ("concurrency", "20")])
}

fn density(picture: &Picture) -> Option<&Bands> {
    picture.shapes.iter().find_map(|shape| match shape {
        Shape::Density(bands) => Some(bands),
        _ => None,
    })
}

/// How much of each family of states is seen of some rows, in pixels, by their spans.
fn true_widths(story: StoryView<'_>, picture: &Picture, width_px: f64, rows: usize) -> [f64; 8] {
    let mut sums = [0.0; 8];
    let left_px = picture.scale.plot.left_px;
    for row in (0..rows).filter_map(|number| story.row(number)) {
        for span in row.spans() {
            let from_px = picture.scale.x_from_point(span.from);
            let to_px = picture.scale.x_from_point(span.to.unwrap_or(story.end()));
            let seen_px = to_px.min(width_px) - from_px.max(left_px);
            sums[span.state.kind() as usize] += seen_px.max(0.0);
        }
    }
    sums
}

/// The same, by what is drawn.
fn drawn_widths(bands: &Bands, row_px: f64, rows: usize) -> [f64; 8] {
    let per_band = (bands.band_px / row_px).round() as usize;
    let mut sums = [0.0; 8];
    let cells: Vec<_> = bands.cells().collect();
    for (band, cells) in cells.chunks(bands.column_count).enumerate() {
        let height = per_band.min(rows - band * per_band) as f64;
        for cell in cells {
            for (sum, share) in sums.iter_mut().zip(*cell) {
                *sum += f64::from(*share) * bands.column_px * height;
            }
        }
    }
    sums
}

#[test]
fn a_crowd_is_drawn_by_how_much_of_each_state_there_is() {
    let words = Messages::of("en").words();
    let played = crawl("3000");
    played.look(|story| {
        for axis in [Axis::Elastic, Axis::Time, Axis::Order] {
            for (zoom, pan_px) in [(1.0, 0.0), (1.7, 300.0), (25.0, 9000.0)] {
                let mut view = View::whole(1000.0, 600.0, axis, &words);
                view.window = Window {
                    zoom,
                    pan_px,
                    ..Window::WHOLE
                };
                let picture = lay_out(story, &view);
                let bands = density(&picture).unwrap();
                // The last column may reach beyond the edge.
                let right_px = bands.x_px + bands.column_px * bands.column_count as f64;
                let rows = story.row_count();
                let wanted = true_widths(story, &picture, right_px, rows);
                let row_px = (picture.height_px - 40.0) / rows as f64;
                for (drawn, wanted) in drawn_widths(bands, row_px, rows).iter().zip(wanted) {
                    // A pixel of the picture is as wide as all of its rows.
                    let off = (drawn - wanted).abs() / rows as f64;
                    assert!(off < 0.01, "{axis:?} {zoom}: {drawn} of {wanted}");
                }
                let most = bands.cells().map(|cell| cell.iter().sum::<f32>());
                assert!(most.fold(0.0, f32::max) < 1.001);
            }
        }
    });
}

/// Before anything is worked out, the pyramid says how much of each state there is: nowhere is
/// nothing, and all in all it is what the run has.
#[test]
fn a_crowd_is_rough_before_it_is_worked_out() {
    let words = Messages::of("en").words();
    let played = crawl("3000");
    played.look(|story| {
        for axis in [Axis::Elastic, Axis::Time, Axis::Order] {
            for (zoom, pan_px) in [(1.0, 0.0), (3.0, 300.0)] {
                let mut view = View::whole(1000.0, 600.0, axis, &words);
                view.window = Window {
                    zoom,
                    pan_px,
                    ..Window::WHOLE
                };
                let mut progressive = Progressive::in_parts(0);
                let picture = lay_out_on(story, &view, &mut progressive);
                assert!(progressive.is_rough());
                let bands = density(&picture).unwrap();
                let right_px = bands.x_px + bands.column_px * bands.column_count as f64;
                let rows = story.row_count();
                let row_px = (picture.height_px - 40.0) / rows as f64;
                let wanted = true_widths(story, &picture, right_px, rows);
                let drawn = drawn_widths(bands, row_px, rows);
                let most: f64 = wanted.iter().sum();
                for (drawn, wanted) in drawn.iter().zip(wanted) {
                    let off = (drawn - wanted).abs() / most;
                    assert!(off < 0.02, "{axis:?} {zoom}: {drawn} of {wanted}");
                }
                let most = bands.cells().map(|cell| cell.iter().sum::<f32>());
                assert!(most.fold(0.0, f32::max) < 1.05);
            }
        }
    });
}

#[test]
fn few_spans_are_drawn_one_by_one_however_many_there_are() {
    let words = Messages::of("en").words();
    let played = crawl("3000");
    played.look(|story| {
        let mut view = View::whole(1000.0, 600.0, Axis::Time, &words);
        assert!(density(&lay_out(story, &view)).is_some());
        view.window.row_px = Some(24.0);
        let picture = lay_out(story, &view);
        assert_eq!(density(&picture), None);
        assert_eq!(picture.height_px, 40.0 + 24.0 * 3001.0);
        // What is drawn is found.
        for row in 1..20 {
            let y_px = 30.0 + (f64::from(row) + 0.5) * 24.0;
            let lane = story.row(row as usize).unwrap();
            for span in lane
                .spans()
                .filter(|span| span.state.kind() == StateKind::Sleeping)
            {
                let from_px = picture.scale.x_from_point(span.from);
                let to_px = picture.scale.x_from_point(span.to.unwrap());
                let found = hit(story, &picture, f64::midpoint(from_px, to_px), y_px).unwrap();
                assert_eq!(
                    (found.lane, found.task.as_str()),
                    (row as usize, lane.name())
                );
            }
        }
    });
}

/// A crowd that is worked out in parts comes to the same picture, with nothing drawn twice.
#[test]
fn a_progressive_picture_comes_to_the_whole_one() {
    let words = Messages::of("en").words();
    crawl("2000").look(|story| {
        let view = View::whole(700.0, 400.0, Axis::Time, &words);
        let whole = lay_out(story, &view);
        let mut progressive = Progressive::in_parts(1000);
        let mut frames = 1;
        let mut picture = lay_out_on(story, &view, &mut progressive);
        while progressive.is_rough() {
            picture = lay_out_on(story, &view, &mut progressive);
            frames += 1;
        }
        assert!(frames > 5, "{frames}");
        assert_eq!(picture, whole);
    });
}

#[test]
fn bars_in_any_window_are_those_of_the_run() {
    let words = Messages::of("en").words();
    let played = Played::simulated("gather", &[]);
    played.look(|story| {
        for zoom in [1.0, 2.0, 9.5] {
            for share in [0.0, 0.4, 1.0] {
                let mut view = View::whole(800.0, 400.0, Axis::Elastic, &words);
                let whole = lay_out(story, &view);
                let (plot, x_px) = (whole.scale.plot, share * 800.0);
                view.window = view.window.zoomed(plot, zoom, x_px);
                let picture = lay_out(story, &view);
                let bar = |shape: &Shape| match shape {
                    Shape::Rect {
                        x_px,
                        width_px,
                        y_px,
                        ..
                    } if *y_px > 30.0 => Some((*x_px, x_px + width_px)),
                    _ => None,
                };
                let bars: Vec<_> = picture.shapes.iter().filter_map(bar).collect();
                for (from_px, to_px) in &bars {
                    assert!(
                        *from_px >= plot.left_px && to_px > from_px,
                        "{from_px} {to_px}"
                    );
                }
                let drawn_px: f64 = bars.iter().map(|bar| bar.1.min(800.0) - bar.0).sum();
                let rows = story.row_count();
                let wanted = true_widths(story, &picture, 800.0, rows)
                    .iter()
                    .sum::<f64>();
                // Each bar gives a hair of ground to its neighbours.
                let slack_px = 2.0 * bars.len() as f64 + 1.0;
                assert!(
                    (drawn_px - wanted).abs() <= slack_px,
                    "{drawn_px} of {wanted}"
                );
            }
        }
    });
}

#[test]
fn zooming_keeps_the_position_under_the_pointer() {
    let at = |window: Window, x_px: f64| (window.pan_px + x_px - PLOT.left_px) / window.zoom;
    let mut window = Window::WHOLE.zoomed(PLOT, 8.0, 700.0);
    for (factor, x_px) in [(1.5, 400.0), (3.0, 100.0), (0.5, 650.0), (2.0, 900.0)] {
        let before = at(window, x_px);
        window = window.zoomed(PLOT, factor, x_px);
        assert!((at(window, x_px) - before).abs() < 1e-9, "{factor} {x_px}");
    }
    // Out again, nothing is left of it; and no farther.
    let out = window.zoomed(PLOT, 1e-9, 500.0);
    assert_eq!((out.zoom, out.pan_px), (1.0, 0.0));
}

#[test]
fn a_window_never_leaves_the_run() {
    let window = Window::WHOLE.zoomed(PLOT, 4.0, 500.0);
    assert_eq!(window.panned(PLOT, -1e9).pan_px, 0.0);
    assert_eq!(window.panned(PLOT, 1e9).pan_px, 3.0 * PLOT.width_px());
    let fitted = window.fitted(PLOT, 300.0, 340.0);
    let middle_px = (fitted.pan_px + 400.0) / fitted.zoom;
    let wanted_px = (window.pan_px + 320.0 - PLOT.left_px) / window.zoom;
    assert!((middle_px - wanted_px).abs() < 1e-9);
    // What is seen already moves nothing; what is not comes into sight.
    assert_eq!(window.showing(PLOT, 500.0), window);
    assert!(window.showing(PLOT, 1200.0).pan_px > window.pan_px);
}
