//! Collapsed lanes: rows go away and come back, and what is drawn is found, whichever rows are collapsed.

use crate::support::Played;
use crate::support::messages::Messages;
use interleave::runtime::{Naming, create_task, gather, sleep};
use interleave::story::StoryView;
use interleave::timeline::{
    Axis, Bands, CollapsedRows, Mark, Picture, Progressive, Shape, View, hit, lay_out, lay_out_on,
};

/// A family: main has two children, and these three and two; their children are created in turn.
fn family() -> Played {
    let child = |name: &'static str, count: usize| {
        async move {
            let mut children = Vec::new();
            for number in 1..=count {
                let name = format!("{name}{number}");
                children.push(create_task(sleep(number as f64).named(name)));
                sleep(0.5).await?;
            }
            gather(children).await?;
            Ok(())
        }
        .named(name)
    };
    Played::main(move || async move {
        let (a, b) = (create_task(child("a", 3)), create_task(child("b", 2)));
        a.await?;
        b.await
    })
}

fn picture(story: StoryView<'_>, rows: &CollapsedRows) -> Picture {
    let words = Messages::of("en").words();
    let mut view = View::whole(900.0, 600.0, Axis::Time, &words);
    view.collapsed = Some(rows);
    lay_out(story, &view)
}

/// The names beside the rows, from top to bottom.
fn names(picture: &Picture) -> Vec<String> {
    let name = |shape: &Shape| match shape {
        Shape::Text { text, x_px, .. } if *x_px < picture.scale.plot.left_px => Some(text.clone()),
        _ => None,
    };
    picture.shapes.iter().filter_map(name).collect()
}

/// The signs before the names, by row.
fn triangles(story: StoryView<'_>, picture: &Picture) -> Vec<(String, Mark)> {
    let is_at = |y_px: f64| {
        let row = (0..story.row_count()).find(|row| picture.row_y_px(*row) == y_px);
        story.row(row.unwrap()).unwrap().name().to_string()
    };
    let sign = |shape: &Shape| match shape {
        Shape::Mark {
            mark: mark @ (Mark::Collapsed | Mark::Expanded),
            at_px,
            ..
        } => Some((is_at(at_px.1), *mark)),
        _ => None,
    };
    picture.shapes.iter().filter_map(sign).collect()
}

fn densities(picture: &Picture) -> Vec<&Bands> {
    let shapes = picture.shapes.iter();
    let bands = shapes.filter_map(|shape| match shape {
        Shape::Density(bands) => Some(bands),
        _ => None,
    });
    bands.collect()
}

/// What is drawn of each row that is shown is found there.
fn assert_found(story: StoryView<'_>, picture: &Picture, shown: &[usize]) {
    for &row in shown {
        let y_px = picture.row_y_px(row);
        for span in story.row(row).unwrap().spans() {
            let x = |point| picture.scale.x_from_point(point);
            let (from_px, to_px) = (x(span.from), x(span.to.unwrap_or(story.end())));
            if to_px - from_px > 8.0 {
                let found = hit(story, picture, f64::midpoint(from_px, to_px), y_px).unwrap();
                assert_eq!((found.lane, found.span), (row, span.number));
            }
        }
    }
}

fn row_of(story: StoryView<'_>, name: &str) -> usize {
    let mut rows = 0..story.row_count();
    rows.find(|row| story.row(*row).unwrap().name() == name)
        .unwrap()
}

#[test]
fn a_lane_collapses_with_all_below_it() {
    family().look(|story| {
        let mut rows = CollapsedRows::default();
        assert_eq!(
            names(&picture(story, &rows)),
            ["main", "a", "b", "a1", "b1", "a2", "b2", "a3"]
        );
        rows.toggle(story, row_of(story, "a"));
        let folded = picture(story, &rows);
        assert_eq!(names(&folded), ["main", "a +3", "b", "b1", "b2"]);
        let (open, closed) = (Mark::Expanded, Mark::Collapsed);
        let signs = [("main", open), ("a", closed), ("b", open)];
        let signs = signs.map(|(name, mark)| (name.to_string(), mark));
        assert_eq!(triangles(story, &folded), signs);
        let shown = ["main", "a", "b", "b1", "b2"].map(|name| row_of(story, name));
        assert_found(story, &folded, &shown);
        // Of two collapsed lanes, one in the other, the outer one shows the number.
        rows.toggle(story, row_of(story, "main"));
        assert_eq!(names(&picture(story, &rows)), ["main +7"]);
        assert_found(story, &picture(story, &rows), &[0]);
        rows.toggle(story, 0);
        assert_eq!(picture(story, &rows), folded);
        rows.toggle(story, row_of(story, "b"));
        assert_eq!(names(&picture(story, &rows)), ["main", "a +3", "b +2"]);
        rows.toggle(story, row_of(story, "a"));
        rows.toggle(story, row_of(story, "b"));
        assert_eq!(
            picture(story, &rows),
            picture(story, &CollapsedRows::default())
        );
    });
}

#[test]
fn all_collapse_and_expand_and_what_is_found_is_shown() {
    family().look(|story| {
        let mut rows = CollapsedRows::default();
        rows.toggle_all(story);
        assert_eq!(names(&picture(story, &rows)), ["main +7"]);
        rows.reveal(story, row_of(story, "b1"));
        assert_eq!(
            names(&picture(story, &rows)),
            ["main", "a +3", "b", "b1", "b2"]
        );
        rows.toggle_all(story);
        assert!(rows.is_empty());
        // A lane with no lanes below it does not collapse.
        rows.toggle(story, row_of(story, "a1"));
        assert!(rows.is_empty());
    });
}

/// The thin band below a collapsed row shows what the hidden lanes do.
#[test]
fn what_is_collapsed_is_seen_as_a_density() {
    family().look(|story| {
        let mut rows = CollapsedRows::default();
        rows.toggle(story, row_of(story, "b"));
        let picture = picture(story, &rows);
        let [bands] = densities(&picture)[..] else {
            panic!("one row is collapsed");
        };
        let rows = ["b1", "b2"].map(|name| row_of(story, name));
        let mut wanted = [0.0; interleave::timeline::STATE_KINDS];
        for span in rows
            .iter()
            .flat_map(|row| story.row(*row).unwrap().spans().collect::<Vec<_>>())
        {
            let x = |point| picture.scale.x_from_point(point);
            wanted[span.state.kind() as usize] += x(span.to.unwrap()) - x(span.from);
        }
        for (look, wanted) in wanted.iter().enumerate() {
            let shares = bands.cells().map(|cell| f64::from(cell[look]));
            let drawn_px = shares.sum::<f64>() * bands.column_px * rows.len() as f64;
            assert!(
                (drawn_px - wanted).abs() < 0.1,
                "{look}: {drawn_px} of {wanted}"
            );
        }
        // It is between its row and the next.
        let below_px = picture.row_y_px(row_of(story, "b")) + picture.row_px() / 2.0;
        assert!(bands.y_px < below_px && bands.y_px + bands.bar_px < below_px + 5.0);
    });
}

/// Ten thousand lanes collapse into one row; a press on its name shows them again.
#[test]
fn a_crowd_collapses_into_one_row() {
    let given = [("pages", "3000"), ("concurrency", "20")];
    Played::simulated("ten-thousand", &given).look(|story| {
        let words = Messages::of("en").words();
        let mut rows = CollapsedRows::default();
        let open = picture(story, &rows);
        assert_eq!(open.collapsible_at(story, 10.0, 32.0), Some(0));
        rows.toggle(story, 0);
        let mut view = View::whole(900.0, 600.0, Axis::Time, &words);
        view.collapsed = Some(&rows);
        let whole = lay_out(story, &view);
        assert_eq!(names(&whole), ["main +3000"]);
        assert_eq!(whole.height_px, 30.0 + 46.0 + 10.0);
        let most = densities(&whole)[0]
            .cells()
            .map(|cell| cell.iter().sum::<f32>());
        assert!(most.fold(0.0, f32::max) < 1.001);
        // In parts the result is the same.
        let (mut sketch, mut frames) = (Progressive::in_parts(1000), 1);
        let mut part = lay_out_on(story, &view, &mut sketch);
        while sketch.is_rough() {
            part = lay_out_on(story, &view, &mut sketch);
            frames += 1;
        }
        assert!(frames > 5 && part == whole, "{frames}");
    });
}

/// Rows that come later are hidden with their lane, and a lane stays collapsed when the run starts again.
#[test]
fn collapsed_rows_keep_up_with_a_run_that_grows() {
    let played = family();
    played.look(|story| {
        let mut whole = CollapsedRows::default();
        whole.toggle(story, 1);
        let mut builder = interleave::story::StoryBuilder::default();
        let mut rows = CollapsedRows::default();
        while builder.read_some(story.trace(), 5) {
            let story = builder.with(story.trace());
            if rows.is_empty() && story.lane_count() > 1 {
                rows.toggle(story, 1);
            }
            rows.keep_up(story);
        }
        rows.keep_up(builder.with(story.trace()));
        assert_eq!(
            names(&picture(story, &rows)),
            names(&picture(story, &whole))
        );
        rows.restart();
        rows.keep_up(story);
        assert_eq!(rows, whole);
    });
}

#[test]
fn a_lane_collapses_by_its_name() {
    family().look(|story| {
        let open = picture(story, &CollapsedRows::default());
        let y_px = |name: &str| open.row_y_px(row_of(story, name));
        for name in ["main", "a", "b"] {
            let row = row_of(story, name);
            assert_eq!(open.collapsible_at(story, 10.0, y_px(name)), Some(row));
            assert_eq!(
                open.collapsible_at(story, 10.0, y_px(name) + 20.0),
                Some(row)
            );
            assert_eq!(open.collapsible_at(story, 500.0, y_px(name)), None);
        }
        assert_eq!(open.collapsible_at(story, 10.0, y_px("a1")), None);
        assert_eq!(open.collapsible_at(story, 10.0, 20.0), None);
    });
}
