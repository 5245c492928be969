//! `interleave run` on the simulated clock: what the lessons print, and what wrong use is told.

use std::{
    io::Read,
    process::Stdio,
    time::{Duration, Instant},
};

use interleave_server::run::{LessonRequest, simulated};

use crate::command::{interleave, printed, said};

const FOUR_IN_TURN: &str = "crawling url_1|OK url_1|crawling url_2|OK url_2|\
    crawling url_3|OK url_3|crawling url_4|OK url_4";

const FOUR_AT_ONCE: &str = "crawling url_1|crawling url_2|crawling url_3|crawling url_4|\
    OK url_1|OK url_2|OK url_3|OK url_4";

const CALLED_BACK: &str = "crawling url_1|crawling url_2|crawling url_3|crawling url_4|\
    result:  OK url_1|result:  OK url_2|result:  OK url_3|result:  OK url_4";

/// The lessons that only sleep: arguments, lines, seconds.
const LESSONS: &[(&str, &str, &str)] = &[
    ("blocking", FOUR_IN_TURN, "10.00"),
    ("await-in-turn", FOUR_IN_TURN, "10.00"),
    ("tasks", FOUR_AT_ONCE, "4.00"),
    ("gather", FOUR_AT_ONCE, "4.00"),
    (
        "workers-in-turn",
        "before await|worker_1 start|worker_1 done|awaited worker_1|\
         worker_2 start|worker_2 done|awaited worker_2",
        "3.00",
    ),
    (
        "workers-as-tasks",
        "before await|worker_1 start|worker_2 start|worker_1 done|awaited worker_1|\
         worker_2 done|awaited worker_2",
        "2.00",
    ),
    (
        "cancel-and-errors",
        "[1, ZeroDivisionError('division by zero'), CancelledError('')]",
        "2.00",
    ),
    (
        "cancel-and-errors --set python=3.7",
        "[1, ZeroDivisionError('division by zero'), CancelledError()]",
        "2.00",
    ),
    ("done-callback", CALLED_BACK, "4.00"),
];

#[test]
fn each_lesson_prints_its_lines_and_takes_its_time() {
    for (arguments, lines, seconds) in LESSONS {
        let expected = format!("{}\nWall time: {seconds} s\n", lines.replace('|', "\n"));
        assert_eq!(printed(&format!("run {arguments}")), expected);
    }
}

#[test]
fn producers_and_consumers_take_turns_and_lose_nothing() {
    let out = printed("run producer-consumer");
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 21);
    assert_eq!(lines[20], "Wall time: 10.00 s");
    for round in lines[..20].chunks(4) {
        let values = |verb: &str, side: &[&str]| {
            let values = side.iter().zip(1..).map(|(line, number)| {
                let start = format!("{verb}_{number} ");
                line.strip_prefix(&start)
                    .unwrap()
                    .rsplit_once(": ")
                    .unwrap()
                    .1
                    .to_owned()
            });
            values.collect::<Vec<_>>()
        };
        assert_eq!(
            values("producer", &round[..2]),
            values("consumer", &round[2..])
        );
    }
}

#[test]
fn both_crawls_give_the_rows_of_the_list_and_one_is_much_faster() {
    let (in_turn, gathered) = (printed("run movies-in-turn"), printed("run movies-gather"));
    let (in_turn, gathered) = (rows_and_seconds(&in_turn), rows_and_seconds(&gathered));
    assert_eq!(in_turn.0, gathered.0);
    let movies = &interleave_server::demo::MOVIES;
    let rows = movies.iter().map(|movie| {
        let site = interleave::lessons::DEMO_SITE;
        format!(
            "{} {} {site}poster/{}.svg",
            movie.name, movie.date, movie.id
        )
    });
    assert_eq!(in_turn.0, rows.collect::<Vec<_>>());
    assert!(gathered.1 < in_turn.1 / 2.0, "{} {}", gathered.1, in_turn.1);
}

fn rows_and_seconds(out: &str) -> (Vec<&str>, f64) {
    let (rows, last) = out.trim_end().rsplit_once('\n').unwrap();
    let seconds = last
        .strip_prefix("Wall time: ")
        .unwrap()
        .trim_end_matches(" s");
    (rows.lines().collect(), seconds.parse().unwrap())
}

#[test]
fn the_same_rows_are_read_in_every_encoding() {
    let rows = |path: &str| {
        let site = format!("http://127.0.0.1:8082/{path}");
        let out = printed(&format!("run movies-gather --set site={site}"));
        rows_and_seconds(&out).0.join("\n")
    };
    assert_eq!(rows("gbk"), rows(""));
    assert_eq!(rows("mislabelled"), rows(""));
}

#[test]
fn ten_seconds_of_sleep_cost_no_time() {
    let request = LessonRequest::new("await-in-turn", []).unwrap();
    let began = Instant::now();
    let played = simulated(&request);
    let took = began.elapsed();
    assert_eq!(played.summary.seconds, 10.0);
    assert!(took < Duration::from_millis(50), "{took:?}");
}

#[test]
fn the_exit_code_tells_how_a_run_ended() {
    let cases = [
        ("gather", 0, ""),
        (
            "cancel-and-errors --set return_exceptions=false",
            1,
            "ZeroDivisionError: division by zero\n",
        ),
        (
            "movies-in-turn --set site=http://127.0.0.1:8082/elsewhere",
            1,
            "NotRecorded: the recorded crawl holds no answer for \
             http://127.0.0.1:8082/elsewhere; run it live to fetch it\n",
        ),
        (
            "producer-consumer --set maxsize=1 --set stop_after=1",
            3,
            "every task and thread waits, and nothing is left that could wake one: a deadlock; \
             Python would wait for ever\n",
        ),
    ];
    for (arguments, code, err) in cases {
        let said = said(&format!("run {arguments}"));
        assert_eq!((said.code, said.err.as_str()), (code, err), "{arguments}");
        assert!(said.out.contains("Wall time: "), "{arguments}");
    }
}

#[test]
fn wrong_use_is_told_what_would_be_right() {
    let cases = [
        (
            "workers-in-turn --set worker_1=-1",
            "worker_1=-1 does not fit: give seconds from 0 to 20, like 1.5\n",
        ),
        (
            "gather --set urls=url_1,page",
            "urls=url_1,page does not fit: \
             'page' needs a name and seconds, like url_3 or page:1.5\n",
        ),
        (
            "producer-consumer --set producers=1000000000 --set seed=x",
            "producers=1000000000 does not fit: give a whole number from 1 to 20\n\
             seed=x does not fit: give a whole number from 0 to 9999\n",
        ),
        (
            "workers-as-tasks --set worker_3=1",
            "worker_3=1 does not fit: this lesson's parameters are worker_1, worker_2\n",
        ),
        (
            "mine.py",
            "mine.py cannot be read (No such file or directory (os error 2)); \
             give a Python file, or a lesson from `interleave list`\n",
        ),
    ];
    for (arguments, err) in cases {
        let said = said(&format!("run {arguments}"));
        assert_eq!((said.code, said.err.as_str()), (2, err), "{arguments}");
        assert_eq!(said.out, "");
    }
    let unknown = said("run gathering");
    assert_eq!(unknown.code, 2);
    let start = "there is no lesson 'gathering'; the lessons are blocking, await-in-turn, ";
    assert!(unknown.err.starts_with(start), "{}", unknown.err);
}

#[test]
fn what_the_command_line_cannot_mean_gives_2() {
    for arguments in [
        "run",
        "run gather --set urls",
        "run gather --format gif",
        "run gather --width 10",
        "list --lang tlh",
    ] {
        let said = said(arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments}");
        assert!(!said.err.is_empty());
    }
}

#[test]
fn a_reader_of_the_output_may_close_it_early() {
    for arguments in [
        "run gather",
        "run gather --format svg",
        "run tasks --live",
        "list",
    ] {
        let mut command = interleave(arguments);
        if arguments.contains("--live") {
            command.args(["--set", "urls=url_0,url_0.05"]);
        }
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut err)
            .unwrap();
        let code = child.wait().unwrap().code();
        assert_eq!((code, err.as_str()), (Some(0), ""), "{arguments}");
    }
}

/// What Python warns of is on the standard error, and no line of the program.
#[test]
fn a_coroutine_that_is_never_awaited_is_warned_of() {
    let warning = "RuntimeWarning: coroutine 'crawl_page' was never awaited\n";
    for arguments in ["never-awaited", "loop-in-a-loop --set urls=url_1,url_2"] {
        let said = said(&format!("run {arguments}"));
        assert_eq!((said.code, said.err.as_str()), (0, warning), "{arguments}");
        assert!(!said.out.contains("Warning"), "{arguments}: {}", said.out);
    }
    let awaited = said("run never-awaited --set awaited=true");
    assert_eq!(awaited.err, "");
}
