//! What readers see is plain technical language: no text that another one has replaced comes back,
//! and both languages use the words of the field.
use std::path::{Path, PathBuf};

use crate::support::messages::Messages;

/// Texts that no reader is to see any more, and what stands in their place.
const REPLACED: &[(&str, &str)] = &[
    ("Compare no more", "Stop comparing"),
    ("Light it up", "Show on the timeline"),
    ("What took so long", "Critical path: what took so long"),
    ("grey column: one moment", "grey: one instant, stretched"),
    ("is not a time here", "Enter seconds, 0 to 20"),
    ("reached a bound", "hit a limit"),
    ("waits for a place", "waits for a permit"),
    ("a place of the semaphore", "a permit of the semaphore"),
    ("two places", "two permits"),
    ("No place is free", "The semaphore has no free permit"),
    ("ucket of tokens", "token bucket"),
    ("come back a second", "come back per second"),
    ("the run a second", "the run per second"),
    ("behind its last", "after the last underscore"),
    ("behind the last _", "after the last underscore"),
    ("seconds behind", "an underscore and seconds"),
    ("What takes too long", "Timeouts"),
    ("So many a second", "Rate limit"),
    ("A limit on how many run", "Semaphore: how many run at once"),
    ("Trying again", "Retries with backoff"),
    ("It prints", "main prints"),
    ("ended without an answer", "failed: no answer from"),
    ("has come; it goes on", "is over, and main resumes"),
    ("waits its turn", "is in the ready queue"),
    ("秒 时", "到 1.30 秒时，"),
    ("{ $time } 时", "到 { $time }时，"),
    ("{ $time } 关闭", "在 { $time }时关闭"),
    ("并从那里继续", "main 从那里继续运行"),
    ("先于等待它的任务继续", "在等待它的任务恢复之前调用"),
    ("取消到达", "在 await 处收到取消"),
    ("等待轮到", "排队等待运行"),
    ("= 等待其他\n", "等待其他任务"),
    ("应答", "响应 / 返回状态码"),
    ("等待取值", "等待令牌 / 等待队列项"),
    ("名额", "许可"),
    ("别人", "其他任务"),
    ("没有事要做", "没有待处理的工作"),
    ("改它的地址", "修改代理地址"),
];

/// Words of the field: where an English message has one that starts so, the Chinese has the other.
const WORDS: &[(&str, &str)] = &[
    ("await", "await"),
    ("barrier", "屏障"),
    ("callback", "回调"),
    ("cancel", "取消"),
    ("coroutine", "协程"),
    ("future", "future"),
    ("gather", "gather"),
    ("lock ", "锁"),
    ("permit", "许可"),
    ("queue", "队列"),
    ("ready queue", "就绪队列"),
    ("response", "响应"),
    ("second", "秒"),
    ("semaphore", "信号量"),
    ("sleep", "休眠"),
    ("status", "状态码"),
    ("task", "任务"),
    ("thread", "线程"),
    ("timer", "定时器"),
    ("token", "令牌"),
];

/// The subject of a sentence must have a name.
const NAMELESS: [&str; 5] = ["anybody", "everybody", "nobody", "somebody", "whoever"];

/// Arguments that are lengths of time, written with their unit: `1.30 秒`.
const TIMES: [&str; 6] = ["at", "from", "mine", "seconds", "time", "to"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the files in a folder and its folders that end so, but those of npm's packages.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let (mut found, mut ahead) = (Vec::new(), vec![PathBuf::from(folder)]);
    while let Some(folder) = ahead.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            let name = path.to_str().unwrap();
            if entry.file_type().unwrap().is_dir() {
                ahead.extend(
                    (!name.ends_with("node_modules") && !name.ends_with("pkg")).then_some(path),
                );
            } else if name.ends_with(ending) {
                found.push(name.to_string());
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no {ending}");
    found
}

fn documents() -> Vec<String> {
    let of_root = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"].map(String::from);
    files("docs", ".md").into_iter().chain(of_root).collect()
}

#[test]
fn no_replaced_text_is_left() {
    let mut seen = documents();
    seen.extend(["index.html", "ARCHITECTURE.md"].map(String::from));
    for (folder, ending) in [
        ("www/languages", ".ftl"),
        ("www", ".ts"),
        ("src/lessons", ".rs"),
        ("src/lessons", ".py"),
    ] {
        seen.extend(files(folder, ending));
    }
    for path in seen {
        let text = read(&path);
        for (replaced, instead) in REPLACED {
            assert!(
                !text.contains(replaced),
                "{path} says “{replaced}”, not “{instead}”"
            );
        }
    }
}

#[test]
fn who_does_something_has_a_name() {
    let named = |place: &str, text: &str| {
        let text = text.to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphabetic());
        let nameless = words.find(|word| NAMELESS.contains(word));
        assert_eq!(nameless, None, "{place}: {text}");
    };
    for path in documents() {
        named(&path, &read(&path));
    }
    for (key, text) in Messages::of("en").0 {
        named(&key, &text);
        assert!(!text.starts_with("It "), "{key}: what is it? {text}");
    }
}

#[test]
fn chinese_has_the_words_of_the_field() {
    let (english, chinese) = (Messages::of("en"), Messages::of("zh-Hans"));
    let mut lacking = Vec::new();
    for (key, text) in &english.0 {
        let text = format!(" {} ", without_arguments(text).to_lowercase());
        let starts = |word: &str| text.match_indices(word).any(|(at, _)| is_start(&text, at));
        let words = WORDS.iter().filter(|(word, _)| starts(word));
        let unit = text.contains("{} s ") || text.trim() == "s";
        let words = words.map(|(_, word)| *word).chain(unit.then_some("秒"));
        let lacks = words.filter(|word| !chinese.0[key].contains(word));
        lacking.extend(lacks.map(|word| format!("{key} lacks {word}: {}", chinese.0[key])));
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

/// Says whether a word of a text starts at a byte.
fn is_start(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
}

/// Replaces each argument by `{}`, and leaves the selectors of plurals out.
fn without_arguments(message: &str) -> String {
    let mut parts = message.split('{');
    let mut text = parts.next().unwrap_or_default().to_string();
    for part in parts {
        text += "{}";
        text += part.split_once(['}', '>']).map_or("", |(_, rest)| rest);
    }
    text
}

#[test]
fn chinese_is_written_as_chinese() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (key, text) in Messages::of("zh-Hans").0 {
        // Chinese has one plural: `[one]` would never be chosen, `[1]` is.
        assert!(!text.contains("[one]"), "{key}: {text}");
        assert!(!text.contains("} s"), "{key} has an English unit: {text}");
        for name in TIMES {
            let argument = format!("{{ ${name} }} ");
            let spaced = text.split(&argument).skip(1);
            let mut after = spaced.filter_map(|rest| rest.chars().next());
            let found = after.find(|c| is_chinese(*c) && *c != '秒');
            assert_eq!(found, None, "{key} has a blank behind 秒: {text}");
        }
        for (before, after) in text.chars().zip(text.chars().skip(1)) {
            let is_foreign = is_chinese(before) && ",;:?!".contains(after);
            assert!(!is_foreign, "{key}: {before}{after} in {text}");
        }
    }
}

/// Before the script runs, and without one, the page says what the English messages say.
#[test]
fn the_page_says_what_the_messages_say() {
    let (page, messages) = (read("index.html"), Messages::of("en"));
    let after = |mark: &str| page.matches(mark).count();
    let mut seen = 0;
    for (key, rest) in page
        .split("data-text=\"")
        .skip(1)
        .filter_map(|part| part.split_once("\">"))
    {
        let text = rest.split('<').next().unwrap();
        assert_eq!(text, messages.0[key], "{key}");
        seen += 1;
    }
    assert_eq!(seen, after("data-text="));
    for part in page.split("aria-label=\"").skip(1) {
        let Some((label, rest)) = part.split_once("\" data-label=\"") else {
            continue;
        };
        let key = rest.split('"').next().unwrap();
        assert_eq!(label, messages.0[key], "{key}");
        seen += 1;
    }
    assert_eq!(seen, after("data-text=") + after("data-label="));
}

#[test]
fn a_computation_is_no_sleep() {
    let own = |language| Messages::of(language).0["lesson-no-gain-for-cpu-worker_1-help"].clone();
    assert_eq!(own("en"), "How long worker_1 computes.");
    assert_eq!(own("zh-Hans"), "worker_1 计算多久。");
}
