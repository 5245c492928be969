//! The rules of Chrome's trace event format, for the phases that are written here.
//!
//! The format's description gives each phase its fields. Viewers demand more: that the slices of a
//! track are beside or in each other, and that an arrow begins and ends on a slice.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// A slice: its track, its begin and its end in microseconds.
pub struct Slice {
    pub track: u64,
    pub from: u64,
    pub to: u64,
}

/// The events of a trace that keeps the rules.
pub struct TraceEvents {
    pub all: Vec<Map<String, Value>>,
    pub slices: Vec<Slice>,
}

impl TraceEvents {
    /// Reads a trace, and claims that it keeps the rules.
    pub fn of(name: &str, text: &str) -> TraceEvents {
        let document: Value = serde_json::from_str(text).unwrap();
        let unit = document["displayTimeUnit"].as_str().unwrap();
        assert!(["ms", "ns"].contains(&unit), "{name}");
        let all = document["traceEvents"].as_array().unwrap().iter();
        let all: Vec<_> = all
            .map(|event| event.as_object().unwrap().clone())
            .collect();
        all.iter().for_each(|event| check_fields(name, event));
        let slices = of_phase(&all, "X").map(|event| Slice {
            track: number(event, "tid"),
            from: number(event, "ts"),
            to: number(event, "ts") + number(event, "dur"),
        });
        let slices = slices.collect();
        let events = TraceEvents { all, slices };
        events.check_nesting(name);
        events.check_flows(name);
        events.check_counters(name);
        events
    }

    /// Returns the events of a phase.
    pub fn of_phase<'a>(&'a self, phase: &'a str) -> impl Iterator<Item = &'a Map<String, Value>> {
        of_phase(&self.all, phase)
    }

    /// On a track two slices have nothing in common, or one is in the other.
    fn check_nesting(&self, name: &str) {
        let mut tracks: BTreeMap<u64, Vec<&Slice>> = BTreeMap::new();
        for slice in &self.slices {
            tracks.entry(slice.track).or_default().push(slice);
        }
        for slices in tracks.values_mut() {
            // As viewers sort them: of those that begin together the longer is the outer.
            slices.sort_by_key(|slice| (slice.from, std::cmp::Reverse(slice.to)));
            let mut open: Vec<&Slice> = Vec::new();
            for slice in slices {
                while open.last().is_some_and(|outer| outer.to <= slice.from) {
                    open.pop();
                }
                let fits = open.last().is_none_or(|outer| slice.to <= outer.to);
                assert!(fits, "{name}: slices overlap at {} µs", slice.from);
                open.push(slice);
            }
        }
    }

    /// Every arrow has one start and one end, in this order, each on a slice of its track.
    fn check_flows(&self, name: &str) {
        let mut open = BTreeMap::new();
        for event in &self.all {
            let phase = event["ph"].as_str().unwrap();
            if phase != "s" && phase != "f" {
                continue;
            }
            let (track, at) = (number(event, "tid"), number(event, "ts"));
            let is_there =
                |slice: &Slice| slice.track == track && slice.from <= at && at <= slice.to;
            assert!(self.slices.iter().any(is_there), "{name}: {event:?}");
            let key = (event["cat"].clone().to_string(), number(event, "id"));
            if phase == "s" {
                assert_eq!(
                    open.insert(key, (event["name"].clone(), at)),
                    None,
                    "{name}"
                );
            } else {
                let (known, from) = open.remove(&key).unwrap();
                assert_eq!(known, event["name"], "{name}");
                assert!(from <= at, "{name}: {event:?}");
            }
        }
        assert!(open.is_empty(), "{name}: {open:?}");
    }

    /// The values of a counter come in the order of time, one per moment, always of the same names.
    fn check_counters(&self, name: &str) {
        let mut before: BTreeMap<&str, (u64, BTreeSet<&String>)> = BTreeMap::new();
        for event in self.of_phase("C") {
            let (at, args) = (number(event, "ts"), event["args"].as_object().unwrap());
            let names: BTreeSet<_> = args.keys().collect();
            let known = before.insert(event["name"].as_str().unwrap(), (at, names.clone()));
            if let Some((earlier, known)) = known {
                assert!(earlier < at && known == names, "{name}: {event:?}");
            }
        }
    }
}

fn of_phase<'a>(
    events: &'a [Map<String, Value>],
    phase: &str,
) -> impl Iterator<Item = &'a Map<String, Value>> {
    let fits = move |event: &&Map<String, Value>| event["ph"] == phase;
    events.iter().filter(fits).collect::<Vec<_>>().into_iter()
}

/// Returns a field that is a whole number, and not negative.
pub fn number(event: &Map<String, Value>, key: &str) -> u64 {
    let value = event.get(key).and_then(Value::as_u64);
    value.unwrap_or_else(|| panic!("{key} of {event:?}"))
}

/// An event has the fields of its phase, each of its type, and no other.
fn check_fields(name: &str, event: &Map<String, Value>) {
    let at = || format!("{name}: {event:?}");
    let phase = event["ph"].as_str().unwrap();
    let (needed, args): (&[&str], Option<&Value>) = match phase {
        "M" => (&["args"], Some(&event["args"])),
        "X" => (&["ts", "dur", "cat"], None),
        "i" => (&["ts", "cat", "s"], None),
        "s" => (&["ts", "cat", "id"], None),
        "f" => (&["ts", "cat", "id", "bp"], None),
        "C" => (&["ts", "args"], Some(&event["args"])),
        _ => panic!("{}", at()),
    };
    let wanted: BTreeSet<_> = ["ph", "pid", "tid", "name"].iter().chain(needed).collect();
    let keys: Vec<&str> = event.keys().map(String::as_str).collect();
    assert_eq!(keys.iter().collect::<BTreeSet<_>>(), wanted, "{}", at());
    for key in keys {
        match key {
            "pid" | "tid" | "ts" | "dur" | "id" => drop(number(event, key)),
            "ph" | "name" | "cat" => assert!(event[key].is_string(), "{}", at()),
            "s" => assert_eq!(event[key], "t", "{}", at()),
            "bp" => assert_eq!(event[key], "e", "{}", at()),
            _ => assert!(event[key].is_object(), "{}", at()),
        }
    }
    let args = args.and_then(Value::as_object);
    match (phase, event["name"].as_str().unwrap()) {
        ("M", "process_name" | "thread_name") => assert!(args.unwrap()["name"].is_string()),
        ("M", "thread_sort_index") => assert!(args.unwrap()["sort_index"].is_u64()),
        ("M", _) => panic!("{}", at()),
        ("C", _) => assert!(args.unwrap().values().all(Value::is_u64), "{}", at()),
        (_, name) => assert!(!name.is_empty(), "{}", at()),
    }
}
