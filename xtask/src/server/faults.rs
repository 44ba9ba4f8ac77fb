//! What goes wrong on demand.

use std::time::Duration;

/// What goes wrong with an answer. As text: `404` (any status), `empty`, `hang`, `html`, `truncated`, `cut`, `huge:BYTES`,
/// `delay:MILLISECONDS`, `slow:MILLISECONDS`, `body:TEXT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// An error page with this status.
    Status(u16),
    /// Nothing, as if all were well.
    Empty,
    /// No answer as long as the server runs.
    Hang,
    /// A page in the place of what was asked for, as a captive portal sends.
    Html,
    /// The first half of the file, as if it were the whole.
    Truncated,
    /// The connection breaks in the middle of the file.
    Cut,
    /// The file, followed by spaces up to this many bytes.
    Huge(u64),
    /// The right answer, later.
    Delay(Duration),
    /// The file in four pieces, with so much time before each.
    Slow(Duration),
    /// These words in the place of the file's, with its type.
    Body(String),
    /// A page of somebody else with a policy of its own; without one when that is empty. (Only for programs: it has no text.)
    Page { policy: String, body: String },
}

impl Kind {
    /// Reads the text of a kind.
    pub fn parse(text: &str) -> Option<Kind> {
        let (word, value) = text.split_once(':').unwrap_or((text, ""));
        Some(match (word, value) {
            ("empty", "") => Kind::Empty,
            ("hang", "") => Kind::Hang,
            ("html", "") => Kind::Html,
            ("truncated", "") => Kind::Truncated,
            ("cut", "") => Kind::Cut,
            ("huge", bytes) => Kind::Huge(bytes.parse().ok()?),
            ("delay", wait) => Kind::Delay(Duration::from_millis(wait.parse().ok()?)),
            ("slow", wait) => Kind::Slow(Duration::from_millis(wait.parse().ok()?)),
            ("body", words) => Kind::Body(words.to_owned()),
            (status, "") => Kind::Status(status.parse().ok().filter(|status| (400..600).contains(status))?),
            _ => return None,
        })
    }
}

/// A rule: whose path ends so gets this answer, a number of times or always.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    path: String,
    kind: Kind,
    left: Option<u32>,
}

impl Fault {
    /// For every path that ends with `path`, from now on.
    pub fn new(path: &str, kind: Kind) -> Fault {
        Fault { path: path.to_owned(), kind, left: None }
    }

    /// Only so many times.
    pub fn times(self, times: u32) -> Fault {
        Fault { left: Some(times), ..self }
    }
}

/// The rules that hold now.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// What goes wrong with this request, and counts it.
    pub fn take(&mut self, path: &str) -> Option<Kind> {
        let fits = |fault: &&mut Fault| path.ends_with(&fault.path) && fault.left != Some(0);
        let fault = self.0.iter_mut().rev().find(fits)?;
        fault.left = fault.left.map(|left| left - 1);
        Some(fault.kind.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_text() {
        let kinds = [
            ("404", Kind::Status(404)),
            ("503", Kind::Status(503)),
            ("empty", Kind::Empty),
            ("hang", Kind::Hang),
            ("html", Kind::Html),
            ("truncated", Kind::Truncated),
            ("cut", Kind::Cut),
            ("huge:300000", Kind::Huge(300_000)),
            ("delay:50", Kind::Delay(Duration::from_millis(50))),
            ("slow:50", Kind::Slow(Duration::from_millis(50))),
            ("body:{\"a\": 1}", Kind::Body("{\"a\": 1}".into())),
            ("body:", Kind::Body(String::new())),
        ];
        for (text, kind) in kinds {
            assert_eq!(Kind::parse(text), Some(kind), "{text}");
        }
        for text in ["", "200", "never", "huge", "huge:many", "delay:", "empty:1"] {
            assert_eq!(Kind::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_newest_fault_counts_until_its_times_are_over() {
        let mut faults = Faults::default();
        faults.add(Fault::new(".json", Kind::Empty));
        faults.add(Fault::new("nl.json", Kind::Hang).times(1));
        assert_eq!(faults.take("/ui/nl.json"), Some(Kind::Hang));
        assert_eq!(faults.take("/ui/nl.json"), Some(Kind::Empty));
        assert_eq!(faults.take("/ui/nl.json.br"), None);
        faults.clear();
        assert_eq!(faults.take("/ui/nl.json"), None);
    }
}
