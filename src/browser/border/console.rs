//! The console's lines, as numbers and one text.

use serde::Serialize;
use tsify::Tsify;

use crate::story::StoryView;

/// Lines of the console.
///
/// Of each line there are four numbers: its second, the lengths of the name of its task and of the
/// line, and 1 if it is of the log. The length is that of JavaScript's strings, and below 0 where no
/// task printed it. A run may print thousands of lines at once, and every text that goes to
/// JavaScript by itself costs there more than a step of a task.
#[derive(Serialize, Tsify)]
pub struct ConsoleLines {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "Float64Array")]
    numbers: js_sys::Float64Array,
    texts: String,
}

impl ConsoleLines {
    /// Takes the lines from number `first` on.
    pub(in crate::browser) fn from(story: StoryView<'_>, first: usize) -> ConsoleLines {
        let (mut numbers, mut texts) = (Vec::new(), String::new());
        let length = |text: &str| text.encode_utf16().count() as f64;
        for line in story.lines_from(first) {
            let name = line.by.map(|by| story.party_name(by));
            numbers.extend([
                line.at.time.seconds(),
                name.map_or(-1.0, length),
                length(line.text),
                f64::from(u8::from(line.is_log)),
            ]);
            texts.push_str(name.unwrap_or(""));
            texts.push_str(line.text);
        }
        let numbers = js_sys::Float64Array::from(&numbers[..]);
        ConsoleLines { numbers, texts }
    }
}
