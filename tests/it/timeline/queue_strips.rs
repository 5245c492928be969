//! Queues in the picture: strips that say how many items each holds, at any scale.

use crate::support::Played;
use crate::support::messages::Messages;
use crate::support::pictures::view;
use interleave::lessons::catalogue;
use interleave::runtime::{Event, Naming, Queue, create_task, sleep};
use interleave::story::{StoryView, Word};
use interleave::timeline::{Axis, Ink, Picture, QueueFacts, Shape, View, hit_queue, lay_out};

/// Puts so many items in one by one and takes them out again, all within a second.
fn fills(items: u32) -> Played {
    Played::main(move || async move {
        let queue = Queue::new(0);
        for item in 0..items {
            queue.put(item).await?;
            sleep(0.5 / f64::from(items)).await?;
        }
        for _ in 0..items {
            queue.get().await?;
            sleep(0.5 / f64::from(items)).await?;
        }
        Ok(())
    })
}

/// Returns the steps of the strips, from top to bottom: left edge, right edge, height.
fn steps(picture: &Picture) -> Vec<(f64, f64, f64)> {
    let step = |shape: &Shape| match *shape {
        Shape::Rect {
            ink: Ink::Level,
            x_px,
            width_px,
            height_px,
            ..
        } => Some((x_px, x_px + width_px, height_px)),
        _ => None,
    };
    picture.shapes.iter().filter_map(step).collect()
}

/// Returns how many items a queue holds, and the most that it ever held, by its facts.
fn held(facts: &QueueFacts) -> (f64, f64) {
    let number = |name: &str| {
        let mut arguments = facts.state.arguments.iter();
        match arguments.find(|(known, _)| *known == name) {
            Some((_, Word::Number(number))) => *number,
            other => panic!("{name}: {other:?}"),
        }
    };
    (number("count"), number("most"))
}

/// How many pixels of area a strip has, by the events of its queue.
fn true_area(story: StoryView<'_>, picture: &Picture, right_px: f64, area_px: f64) -> f64 {
    let queue = story.queues().next().unwrap();
    let left_px = picture.scale.plot.left_px;
    let x = |number: usize| {
        let at = if number < queue.count() {
            queue.at(number)
        } else {
            story.end()
        };
        picture.scale.x_from_point(at).max(left_px).min(right_px)
    };
    let part = |number: usize| {
        let share = f64::from(queue.level(number)) / f64::from(queue.most());
        share * area_px * (x(number + 1) - x(number))
    };
    (0..queue.count()).map(part).sum()
}

#[test]
fn a_strip_is_laid_out_like_this() {
    let played = Played::main(|| async {
        let queue = Queue::new(0);
        for item in 0..2 {
            queue.put(item).await?;
            sleep(1.0).await?;
        }
        queue.get().await?;
        sleep(1.0).await?;
        queue.get().await?;
        sleep(1.0).await
    });
    let words = Messages::of("en").words();
    played.look(|story| {
        let picture = lay_out(story, &view(&words, 500.0, Axis::Time));
        let x = |seconds: f64| picture.scale.left_px + picture.scale.px_per_s * seconds;
        let near = |one: f64, other: f64| (one - other).abs() <= 1.0;
        let wanted = [(0.0, 1.0, 13.0), (1.0, 2.0, 26.0), (2.0, 3.0, 13.0)];
        let steps = steps(&picture);
        assert_eq!(steps.len(), wanted.len(), "{steps:?}");
        for (step, wanted) in steps.iter().zip(wanted) {
            let fits = near(step.0, x(wanted.0)) && near(step.1, x(wanted.1));
            assert!(fits && step.2 == wanted.2, "{step:?} {wanted:?}");
        }
        let texts = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        let texts: Vec<_> = texts.collect();
        assert!(
            texts.contains(&"queue") && texts.contains(&"max 2"),
            "{texts:?}"
        );
    });
}

/// A strip has no more steps than pixels, and is as full as the queue was, whatever is seen of it.
#[test]
fn a_strip_is_true_and_costs_what_is_seen_of_it() {
    let words = Messages::of("en").words();
    for items in [3, 100, 20_000] {
        fills(items).look(|story| {
            for axis in [Axis::Elastic, Axis::Time, Axis::Order] {
                for (zoom, pan_px) in [(1.0, 0.0), (3.0, 700.0), (400.0, 90_000.0)] {
                    let mut view = View::whole(1000.0, 500.0, axis, &words);
                    (view.window.zoom, view.window.pan_px) = (zoom, pan_px);
                    let picture = lay_out(story, &view);
                    let steps = steps(&picture);
                    let name = format!("{items} {axis:?} {zoom}");
                    assert!(steps.len() <= 2000, "{name}: {}", steps.len());
                    assert!(steps.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 1e-6));
                    let drawn: f64 = steps
                        .iter()
                        .map(|(from, to, height)| (to - from) * height)
                        .sum();
                    let wanted = true_area(story, &picture, 1000.0, 26.0);
                    // A pixel is as high as the most in it.
                    let slack = 26.0 + steps.len() as f64 * 26.0 / f64::from(items.min(20));
                    assert!(
                        (drawn - wanted).abs() <= slack,
                        "{name}: {drawn} of {wanted}"
                    );
                }
            }
        });
    }
}

#[test]
fn at_most_three_queues_have_a_strip_and_unused_ones_none() {
    let played = Played::main(|| async {
        let _unused = Queue::<u32>::new(0);
        for item in 0..5 {
            let queue = Queue::new(0);
            queue.put(item).await?;
        }
        sleep(1.0).await
    });
    let words = Messages::of("en").words();
    played.look(|story| {
        let picture = lay_out(story, &view(&words, 800.0, Axis::Time));
        let texts: Vec<_> = picture
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Text { text, x_px, .. } if *x_px == 2.0 => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let wanted = [
            "queue 1", "max 1", "queue 2", "max 1", "queue 3", "max 1 +2",
        ];
        assert_eq!(texts[..6], wanted);
        assert_eq!(story.queues().count(), 5);
    });
}

/// An item that is put while a task waits for one is an arrow from the task that put it to the one that waited.
#[test]
fn items_are_handed_over_by_arrows() {
    use interleave::story::{ArrowKind, Party};
    let played = Played::main(|| async {
        let queue = Queue::new(1);
        let (getting, putting) = (queue.clone(), queue.clone());
        let gets = async move {
            for _ in 0..2 {
                getting.get().await?;
                sleep(2.0).await?;
            }
            Ok(())
        };
        let puts = async move {
            for item in 0..4 {
                putting.put(item).await?;
            }
            Ok(())
        };
        let gets = create_task(gets.named("gets"));
        let puts = create_task(puts.named("puts"));
        gets.await?;
        puts.cancel();
        Ok(())
    });
    played.look(|story| {
        let handed = story
            .arrows()
            .filter(|arrow| arrow.kind == ArrowKind::HandedOver);
        let name = |party: Party| story.party_name(party).to_string();
        let handed: Vec<_> = handed
            .map(|arrow| name(arrow.from) + " to " + &name(arrow.to))
            .collect();
        // The item that is waited for, and the room that is waited for.
        assert_eq!(handed, ["puts to gets", "gets to puts", "gets to puts"]);
    });
}

/// What a strip is made of is what the events say.
#[test]
fn levels_are_those_of_the_events() {
    for lesson in catalogue() {
        Played::of(lesson).look(|story| {
            let mut levels = std::collections::BTreeMap::<u32, Vec<u32>>::new();
            for (_, event) in story.trace().events() {
                if let Event::QueuePut { queue, level, .. } | Event::QueueGot { queue, level, .. } =
                    event
                {
                    levels.entry(queue.0).or_default().push(level);
                }
            }
            for (queue, wanted) in story.queues().zip(levels.values()) {
                let story: Vec<_> = (0..queue.count())
                    .map(|number| queue.level(number))
                    .collect();
                assert_eq!(&story, wanted, "{}", lesson.slug);
                assert_eq!(Some(queue.most()), wanted.iter().copied().max());
                for (from, to) in [(0, 1), (0, wanted.len()), (wanted.len() / 2, wanted.len())] {
                    let most = wanted[from..to].iter().copied().max().unwrap_or(0);
                    assert_eq!(queue.most_in(from..to), most);
                }
            }
        });
    }
}

#[test]
fn the_pointer_finds_what_a_strip_shows() {
    let words = Messages::of("en").words();
    for axis in [Axis::Elastic, Axis::Time, Axis::Order] {
        fills(5).look(|story| {
            let picture = lay_out(story, &view(&words, 800.0, axis));
            let steps = steps(&picture);
            assert!(steps.len() > 4, "{axis:?}: {steps:?}");
            let highest = steps.iter().map(|step| step.2).fold(0.0, f64::max);
            for (from_px, to_px, height_px) in steps {
                let middle_px = f64::midpoint(from_px, to_px);
                let facts = hit_queue(story, &picture, middle_px, 40.0).unwrap();
                let (count, most) = held(&facts);
                if to_px - from_px > 2.0 {
                    assert!(
                        (count / most - height_px / highest).abs() < 1e-9,
                        "{axis:?} {facts:?}"
                    );
                }
                assert!(facts.to_s.is_none_or(|to_s| facts.from_s <= to_s));
            }
            let left_px = picture.scale.plot.left_px;
            for (x_px, y_px) in [
                (left_px - 1.0, 40.0),
                (left_px + 9.0, 10.0),
                (left_px + 9.0, 90.0),
            ] {
                assert_eq!(hit_queue(story, &picture, x_px, y_px), None);
            }
        });
    }
}
