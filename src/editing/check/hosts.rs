//! Addresses of sites: real ones from a list, invented ones only where a false message is looked at.

use super::personal::is_reserved;
use super::subject::Subject;
use crate::editing::diagnostic::Diagnostics;
use crate::editing::language::sentences::words;
use crate::editing::texts::Role;
use crate::practice::spec::{ScreenKind, ScreenSpec};

const LIST: &str = include_str!("../../../data/hosts.txt");

pub(super) fn check(subject: &Subject, say: &mut Diagnostics) {
    for text in &subject.texts {
        let screen = text.screen().and_then(|id| subject.file.screens.get(id)).map(|screen| screen.get());
        let judged = screen.as_ref().is_some_and(|screen| screen.kind == ScreenKind::Judge);
        for host in hosts(&text.text) {
            if is_reserved(&host) {
                if !judged && text.role != Role::Message {
                    let mend = "Name the real site, or describe the address without writing it.";
                    say.error("host", &text.path, &host, "an invented address only where a message is judged", mend);
                }
            } else if text.role == Role::Message && screen.as_ref().is_some_and(is_false) {
                let mend = "Write an address that nobody can have: it ends in .example or in example.org.";
                say.error("host", &text.path, &host, "no real address in a false message", mend);
            } else if !LIST.lines().any(|known| known == host) {
                let mend = "A slip of the pen? Put a space after the full stop. A real site? Add it to data/hosts.txt.";
                say.error("host", &text.path, &host, "a site of data/hosts.txt", mend);
            }
        }
    }
}

/// Whether the screen shows something false.
fn is_false(screen: &ScreenSpec) -> bool {
    screen.kind == ScreenKind::Judge && screen.right.as_deref() == Some("fake")
}

/// Whether this is one address as one types it: `voorbeeldstad.nl/verhuizen`.
pub(super) fn is_address(text: &str) -> bool {
    !text.contains("//") && !text.contains(char::is_whitespace) && hosts(text).len() == 1
}

/// The hosts in a text; of `digid.nl/activeren` only the host. (What stands after an @ is looked at as an e-mail address.)
fn hosts(text: &str) -> Vec<String> {
    let host = |word: &str| {
        let host = word.split('/').next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
        let labels: Vec<&str> = host.split('.').collect();
        let last = labels.last().filter(|_| labels.len() > 1)?;
        let plain = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
        let is_host = labels.iter().all(plain) && last.chars().count() > 1 && last.chars().all(char::is_alphabetic);
        is_host.then(|| host.to_lowercase())
    };
    // What stands between braces is a key, and not an address.
    let bare = super::personal::without_braces(text);
    words(&bare).into_iter().filter_map(host).collect()
}

#[cfg(test)]
mod tests {
    use super::{LIST, hosts};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(hosts(text), expected);
    }

    #[test]
    fn addresses_are_found_as_one_types_them() {
        check("Typ digid.nl.", &["digid.nl"]);
        check("Kies “mijn.overheid.nl”, dan verder", &["mijn.overheid.nl"]);
        check("Ga naar DigiD.nl/activeren", &["digid.nl"]);
        check("hulp@example.org", &[]);
        check("Klaar.Kies dan", &["klaar.kies"]);
        check("Om 9.30 uur: {f.helpdesk}", &[]);
        check("Wacht… en m.a.w. 1.500", &[]);
        check("", &[]);
    }

    #[test]
    fn the_list_is_in_order() {
        assert!(LIST.lines().is_sorted_by(|one, next| one < next));
        assert!(LIST.lines().all(|host| hosts(host) == [host]));
    }
}
