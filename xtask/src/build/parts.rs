//! What is in which later part of the page's module.

/// The lessons whose code is in the first part: those that readers meet first, and the one that runs in a
/// worker, which loads that part alone. `Lesson::is_late` says the same.
const FIRST_LESSONS: [&str; 7] = [
    "blocking",
    "await_in_turn",
    "tasks",
    "gather",
    "workers_in_turn",
    "workers_as_tasks",
    "ten_thousand",
];

/// The calls of the page that wait for the part of the lessons: those of what few readers ask for, whose scripts the
/// page loads together with it.
const LATE_CALLS: [&str; 17] = [
    "playground_countSome",
    "playground_entries",
    "playground_eventCount",
    "playground_find",
    "playground_follow",
    "playground_lead",
    "playground_lieAlone",
    "playground_lieBeside",
    "playground_lightPath",
    "playground_open",
    "playground_paintChart",
    "playground_path",
    "playground_record",
    "playground_recorded",
    "playground_selectLane",
    "playground_statistics",
    "playground_whyFixed",
];

/// What only lessons of that part call, and call through tables, so that nothing else says it: fetching,
/// reading pages, and what the first lessons do not wait for.
const LATE_PATHS: [&str; 13] = [
    "browser::run::fetch::Proxied as",
    "browser::run::fetch::transfer",
    "browser::run::html::",
    "crawl::replay::Replay as",
    "runtime::combine::as_completed::",
    "runtime::combine::shield::",
    "runtime::combine::task_group::",
    "runtime::combine::timeout::",
    "runtime::combine::wait::",
    "runtime::core::thread_turns::",
    "runtime::host::executor::",
    "runtime::host::fetch::",
    "runtime::host::network::NoFetch as",
];

/// The calls of the page that wait for the hands: those of what a reader does by pointer, wheel and key, of edits, and
/// of printing. `www/element/engine.ts` has the same list as a type.
const HAND_CALLS: [&str; 21] = [
    "playground_dragTo",
    "playground_dragsOn",
    "playground_editedFacts",
    "playground_foldAt",
    "playground_grab",
    "playground_growRows",
    "playground_hover",
    "playground_layOutWhole",
    "playground_lengthenSelected",
    "playground_letGo",
    "playground_panBy",
    "playground_pointAtLine",
    "playground_seekTo",
    "playground_select",
    "playground_selectNext",
    "playground_showAll",
    "playground_showSelected",
    "playground_toggleFold",
    "playground_toggleFolds",
    "playground_zoomAtPlayhead",
    "playground_zoomBy",
];

/// What a worker does, and the page with what comes from there: the hands' part has it, too, and goes along.
const WORKER_CALLS: [&str; 4] = [
    "playground_takePart",
    "runInWorker",
    "workerside_next",
    "__wbg_workerside_free",
];

/// Says whether a function is in the part of the hands, by its name.
pub(super) fn is_of_hands(name: &str) -> bool {
    let taking = path_of(name).is_some_and(|path| {
        path.starts_with("browser::run::worker_run::WorkerRun as") && path.ends_with("::take_part")
    });
    taking || is_call(&HAND_CALLS, name) || is_call(&WORKER_CALLS, name)
}

/// The calls of the page for what stands around a picture: they wait until that is drawn.
/// `www/element/engine.ts` has those of a playground as a type.
const AROUND_CALLS: [&str; 8] = [
    "exportFormats",
    "joinPages",
    "legendColors",
    "playground_hasHandle",
    "playground_moment",
    "playground_question",
    "readValues",
    "splitPages",
];

/// Says whether a function is in the part of what stands around a picture, by its name.
pub(super) fn is_around(name: &str) -> bool {
    is_call(&AROUND_CALLS, name)
}

/// Returns the path of a function of the package.
fn path_of(name: &str) -> Option<&str> {
    let path = name.trim_start_matches('<').strip_prefix("interleave[");
    path.and_then(|rest| rest.split_once("]::"))
        .map(|(_, path)| path)
}

/// Says whether a function is one of some calls of the page, whose names may end in a hash.
fn is_call(calls: &[&str], name: &str) -> bool {
    calls.iter().any(|call| {
        let rest = name.strip_prefix(call);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    })
}

/// Says whether a function is in the part of the lessons, by its name: it is of a lesson that is not among the first,
/// of what such lessons alone call, or one of the late calls.
pub(super) fn is_late(name: &str) -> bool {
    if path_of(name).is_some_and(|path| LATE_PATHS.iter().any(|late| path.starts_with(late))) {
        return true;
    }
    if is_call(&LATE_CALLS, name) {
        return true;
    }
    let mut lessons = name.split("::programs::").skip(1);
    lessons.any(|rest| {
        let end = rest.find("::").unwrap_or(rest.len());
        !FIRST_LESSONS.contains(&&rest[..end])
    })
}
