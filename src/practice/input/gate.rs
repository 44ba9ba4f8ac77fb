//! The prefix gate: a field takes the value on the card and nothing else.

use super::buffer::Buffer;
use super::fold::{composed, folded, is_space, is_unseen, same_sign};
use super::sensitive_numbers::{NumberGuard, Stop};

/// So many characters may stray from the card, so that a mistake can be seen and talked about.
pub const STRAYS: usize = 2;

/// How much a gate forgives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Forgiving {
    /// Capitals, digits of other scripts, curly quotes and long dashes count as the card's own characters.
    pub case: bool,
    /// Spaces may be left out or put in: codes, postcodes, dates, sentences.
    pub spaces: bool,
}

/// What became of an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Edit {
    /// Characters that the field took, spaces that it forgave included.
    pub accepted: u32,
    pub rejected: u32,
    /// Where the caret belongs, in UTF-16 units.
    pub caret: usize,
    /// Real-looking data came in: the field is empty now.
    pub stop: Option<Stop>,
}

/// The values that a field takes, each of which somebody can read on the desk.
///
/// After any edit the buffer holds the beginning that it has in common with one of the values, in the value's own
/// characters, and at most [`STRAYS`] characters after it. So whatever is wrong is always at the end, and a secret does not
/// fit. What comes in is cut at the first character that does not fit: the gate never picks the card's value out of a
/// longer text. An edit in the middle is refused when it would push out what was right; a deletion in the middle takes
/// along what no longer fits.
///
/// Values are compared character by character (Unicode scalar values, not graphemes), so they must be in the form that
/// keyboards send: composed (NFC). Positions in and out are UTF-16 units, as the DOM counts.
#[derive(Debug)]
pub struct Gate {
    values: Vec<String>,
    forgiving: Forgiving,
}

/// How a text lies along a value.
#[derive(Clone, Copy)]
struct Fit {
    value: usize,
    /// Bytes of the value that the text begins with.
    prefix: usize,
    strays: usize,
    /// The first of the characters that stray.
    kept: [char; STRAYS],
}

impl Gate {
    pub fn new(values: Vec<String>, forgiving: Forgiving) -> Gate {
        Gate { values, forgiving }
    }

    /// A buffer with room for everything that this gate can let through.
    pub fn buffer(&self) -> Buffer {
        let longest = self.values.iter().map(String::len).max().unwrap_or(0);
        Buffer::with_capacity(longest + STRAYS * char::MAX_LEN_UTF8)
    }

    /// Only these values fit from now on. None is longer than the longest of those that the gate was made with.
    pub fn accept_only(&mut self, values: Vec<String>) {
        self.values = values;
    }

    /// The values that fit, the one to type first.
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// The value that a text is on its way to.
    pub fn nearest(&self, text: &str) -> &str {
        self.values.get(self.fit([text, "", ""]).value).map_or("", String::as_str)
    }

    /// Puts what comes in at the place of `start..end`, as far as it fits. All of it is watched by the guard.
    pub fn replace(
        &self,
        buffer: &mut Buffer,
        guard: &mut NumberGuard,
        start: usize,
        end: usize,
        incoming: &mut dyn Iterator<Item = char>,
    ) -> Edit {
        let (from, to) = buffer.utf16_range(start, end);
        let tail = buffer.split_off(to);
        let removed = buffer.split_off(from);
        if buffer.is_empty() && tail.is_empty() {
            guard.forget();
        }
        let mut edit = Edit::default();
        // A tail that fits as it stands may not be pushed out by what comes before it.
        let keep = if self.fit([buffer.as_str(), tail.as_str(), ""]).strays <= STRAYS { tail.as_str() } else { "" };
        for c in incoming {
            edit.stop = guard.watch(c);
            if edit.stop.is_some() {
                buffer.clear();
                return Edit { caret: 0, ..edit };
            }
            self.take(buffer, &mut edit, c, keep);
        }
        if edit.accepted == 0 && edit.rejected == 0 {
            removed.as_str().chars().for_each(|_| guard.take_back());
        }
        edit.caret = buffer.utf16_len();
        for c in tail.as_str().chars() {
            if !self.push(buffer, c, "") {
                break;
            }
        }
        edit
    }

    /// Takes the whole new value of a field that changed behind our back: autofill, dictation, an IME.
    pub fn set(&self, buffer: &mut Buffer, guard: &mut NumberGuard, incoming: &mut dyn Iterator<Item = char>) -> Edit {
        let old = buffer.split_off(0);
        let mut before = old.as_str().chars();
        let mut typing_on = true;
        // The value as a whole is watched, and what is new in it as a part of what is being typed.
        let mut whole = NumberGuard::new(guard.own());
        let mut edit = Edit::default();
        for c in incoming {
            typing_on = typing_on && before.next() == Some(c);
            let run = if typing_on { None } else { guard.watch(c) };
            edit.stop = whole.watch(c).or(run);
            if edit.stop.is_some() {
                guard.forget();
                buffer.clear();
                return Edit { caret: 0, ..edit };
            }
            self.take(buffer, &mut edit, c, "");
        }
        if typing_on {
            before.for_each(|_| guard.take_back());
        }
        if buffer.is_empty() {
            guard.forget();
        }
        edit.caret = buffer.utf16_len();
        edit
    }

    fn take(&self, buffer: &mut Buffer, edit: &mut Edit, c: char, tail: &str) {
        if is_unseen(c) {
            return;
        }
        // A mark that comes after its letter makes one character with it, as the card has it.
        if let Some(whole) = buffer.as_str().chars().next_back().and_then(|letter| composed(letter, c)) {
            let before = buffer.as_str().char_indices().next_back().map_or(0, |(at, _)| at);
            let letter = buffer.split_off(before);
            if !self.push(buffer, whole, tail) {
                buffer.push_str(letter.as_str());
                edit.rejected = edit.rejected.saturating_add(1);
            }
            return;
        }
        if edit.rejected == 0 && self.push(buffer, c, tail) {
            edit.accepted += 1;
        } else {
            edit.rejected = edit.rejected.saturating_add(1);
        }
    }

    /// Adds a character at the end when it fits with the tail behind it.
    fn push(&self, buffer: &mut Buffer, c: char, tail: &str) -> bool {
        let mut bytes = [0; char::MAX_LEN_UTF8];
        let new = &*c.encode_utf8(&mut bytes);
        if !tail.is_empty() && self.fit([buffer.as_str(), new, tail]).strays > STRAYS {
            return false;
        }
        let fit = self.fit([buffer.as_str(), new, ""]);
        if fit.strays > STRAYS {
            return false;
        }
        buffer.clear();
        let value = self.values.get(fit.value).map_or("", String::as_str);
        buffer.push_str(&value[..fit.prefix]);
        fit.kept.iter().take(fit.strays).for_each(|stray| {
            buffer.push(*stray);
        });
        true
    }

    /// The value that the parts, put together, stray from least.
    fn fit(&self, parts: [&str; 3]) -> Fit {
        let mut best = self.along(usize::MAX, "", parts);
        for (index, value) in self.values.iter().enumerate() {
            let fit = self.along(index, value, parts);
            if fit.strays < best.strays || best.value == usize::MAX {
                best = fit;
            }
        }
        best
    }

    fn along(&self, index: usize, value: &str, parts: [&str; 3]) -> Fit {
        let mut fit = Fit { value: index, prefix: 0, strays: 0, kept: ['\0'; STRAYS] };
        for c in parts.into_iter().flat_map(str::chars) {
            // A space before the value or after it is one that nobody sees.
            let at_end = fit.prefix == 0 || fit.prefix == value.len();
            if fit.strays == 0
                && let Some(next) = self.next(value, fit.prefix, c)
            {
                fit.prefix = next;
            } else if !(is_space(c) && (self.forgiving.spaces || fit.strays == 0 && at_end)) {
                if let Some(place) = fit.kept.get_mut(fit.strays) {
                    *place = c;
                }
                fit.strays += 1;
            }
        }
        fit
    }

    /// How far the value is followed when `c` comes after its first `prefix` bytes.
    fn next(&self, value: &str, prefix: usize, c: char) -> Option<usize> {
        let mut end = prefix;
        for wanted in value.get(prefix..)?.chars() {
            end += wanted.len_utf8();
            if wanted == c || same_sign(wanted, c) || (self.forgiving.case && folded(wanted) == folded(c)) {
                return Some(end);
            }
            if !(self.forgiving.spaces && is_space(wanted)) {
                return None;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXACT: Forgiving = Forgiving { case: false, spaces: false };
    const KIND: Forgiving = Forgiving { case: true, spaces: true };

    fn gate(values: &[&str], forgiving: Forgiving) -> Gate {
        Gate::new(values.iter().map(|value| (*value).to_owned()).collect(), forgiving)
    }

    /// Types `keys` one by one at the end; `<` is Backspace.
    #[track_caller]
    fn typed(values: &[&str], forgiving: Forgiving, keys: &str, expected: &str) {
        let gate = gate(values, forgiving);
        let (mut buffer, mut guard) = (gate.buffer(), NumberGuard::new("999993653"));
        for key in keys.chars() {
            let end = buffer.utf16_len();
            if key == '<' {
                gate.replace(&mut buffer, &mut guard, end.saturating_sub(1), end, &mut "".chars());
            } else {
                gate.replace(&mut buffer, &mut guard, end, end, &mut std::iter::once(key));
            }
        }
        assert_eq!(buffer.as_str(), expected, "{keys}");
    }

    #[test]
    fn typing_follows_the_card_and_strays_two_characters_at_most() {
        typed(&["noor"], EXACT, "noor", "noor");
        typed(&["noor"], EXACT, "nora", "nora");
        typed(&["noor"], EXACT, "norabcdef", "nora");
        typed(&["noor"], EXACT, "noorabc", "noorab");
        typed(&["noor"], EXACT, "geheim", "ge");
        typed(&["noor"], EXACT, "NOOR", "NO");
        typed(&["noor"], EXACT, "ge<<noor", "noor");
        typed(&["noor"], EXACT, "<<n<no", "no");
        typed(&["Oefen-7dagen"], EXACT, "Oefen-7dagen", "Oefen-7dagen");
        typed(&[""], EXACT, "abc", "ab");
        typed(&[], EXACT, "abc", "ab");
        typed(&["Zoë😀x"], EXACT, "Zoë😀x", "Zoë😀x");
        typed(&["Zoë"], EXACT, "Zo😀😀😀", "Zo😀😀");
    }

    #[test]
    fn two_values_are_two_ways() {
        let values = &["Oefen-7dagen", "Oefen-19"];
        typed(values, EXACT, "Oefen-7dagen", "Oefen-7dagen");
        typed(values, EXACT, "Oefen-19", "Oefen-19");
        typed(values, EXACT, "Oefen-18zo", "Oefen-18z");
        typed(values, EXACT, "Oefen-1<7dagen", "Oefen-7dagen");
    }

    #[test]
    fn a_forgiving_gate_writes_the_card_in_its_own_characters() {
        typed(&["111222"], KIND, "111 222", "111222");
        typed(&["111222"], KIND, "１１１　٢٢٢", "111222");
        typed(&["111222"], KIND, "  1 1<", "1");
        typed(&["1234 AB"], KIND, "1234ab", "1234 AB");
        typed(&["1234 AB"], KIND, "1234 ab", "1234 AB");
        typed(&["1234 AB"], KIND, "1234  a b", "1234 AB");
        typed(&["1234 AB"], KIND, "1234a<<b", "1234b");
        typed(&["De lamp is uit"], KIND, "DE LAMP IS UIT ", "De lamp is uit");
        typed(&["De lamp is uit"], KIND, "de lamp i suit", "De lamp is uit");
        typed(&["Noor's huis"], KIND, "noor’s", "Noor's");
        typed(&["a-b"], KIND, "a—b", "a-b");
        typed(&["Café"], KIND, "CAFÉ", "Café");
        typed(&["noor@example.org"], KIND, "Noor@Example.org.nl", "noor@example.org.n");
    }

    /// Replaces `start..end` of what is there at first by one paste.
    #[track_caller]
    fn pasted(
        value: &str,
        forgiving: Forgiving,
        at_first: &str,
        range: (usize, usize),
        paste: &str,
        expected: &str,
        caret: usize,
    ) {
        let gate = gate(&[value], forgiving);
        let (mut buffer, mut guard) = (gate.buffer(), NumberGuard::new("999993653"));
        gate.set(&mut buffer, &mut guard, &mut at_first.chars());
        assert_eq!(buffer.as_str(), at_first);
        let edit = gate.replace(&mut buffer, &mut guard, range.0, range.1, &mut paste.chars());
        assert_eq!((buffer.as_str(), edit.caret), (expected, caret), "{at_first} {range:?} {paste}");
    }

    #[test]
    fn edits_in_the_middle() {
        pasted("noorvoorbeeld", EXACT, "noor", (0, 4), "noorvoorbeeld", "noorvoorbeeld", 13);
        pasted("noorvoorbeeld", EXACT, "", (0, 0), "zin met noorvoorbeeld erin", "zi", 2);
        pasted("noorvoorbeeld", EXACT, "ld", (0, 0), "noorvoorbee", "noorvoorbeeld", 11);
        pasted("noorvoorbeeld", EXACT, "noorvoorbeeld", (4, 8), "voor", "noorvoorbeeld", 8);
        pasted("noorvoorbeeld", EXACT, "noorvoorbeeld", (4, 4), "x", "noorvoorbeeld", 4);
        pasted("noorvoorbeeld", EXACT, "noorvoorbeeld", (0, 13), "", "", 0);
        pasted("noorvoorbeeld", EXACT, "noorvoorbeeld", (0, 1), "", "oo", 0);
        pasted("noorvoorbeeld", EXACT, "noorvx", (5, 6), "", "noorv", 5);
        pasted("noorvoorbeeld", EXACT, "noorvoorbeeld", (13, 13), "\n\u{200b}\t", "noorvoorbeeld", 13);
        // "x" is refused, so the "r" after it, which would fit by itself, is not picked out.
        pasted("noorvoorbeeld", EXACT, "noorv", (3, 3), "xr", "noorv", 3);
        pasted("1234 AB", KIND, "1234 AB", (4, 5), "", "1234 AB", 4);
        pasted("a😀b", EXACT, "a😀b", (2, 3), "", "ab", 1);
        pasted("a😀b", EXACT, "ab", (1, 1), "😀", "a😀b", 3);
    }

    #[test]
    fn counts_tell_what_was_refused() {
        let gate = gate(&["111222"], KIND);
        let (mut buffer, mut guard) = (gate.buffer(), NumberGuard::new("999993653"));
        let edit = gate.replace(&mut buffer, &mut guard, 0, 0, &mut "111 29999".chars());
        assert_eq!(edit, Edit { accepted: 7, rejected: 2, caret: 6, stop: None });
        assert_eq!(buffer.as_str(), "111299");
    }

    #[test]
    fn real_looking_data_empties_the_field() {
        let gate = gate(&["noorvoorbeeld"], EXACT);
        let (mut buffer, mut guard) = (gate.buffer(), NumberGuard::new("999993653"));
        gate.replace(&mut buffer, &mut guard, 0, 0, &mut "noor12345678".chars());
        assert_eq!(buffer.as_str(), "noor12");
        let edit = gate.replace(&mut buffer, &mut guard, 6, 6, &mut "2".chars());
        assert_eq!((buffer.as_str(), edit.stop, edit.caret), ("", Some(Stop::Bsn), 0));
    }

    #[test]
    fn an_ime_that_sends_the_whole_value_every_time_is_watched_too() {
        let gate = gate(&["noorvoorbeeld"], EXACT);
        let (mut buffer, mut guard) = (gate.buffer(), NumberGuard::new("999993653"));
        let mut stops = Vec::new();
        for key in "123456782".chars() {
            let value: Vec<char> = buffer.as_str().chars().chain([key]).collect();
            stops.push(gate.set(&mut buffer, &mut guard, &mut value.into_iter()).stop);
        }
        assert_eq!(stops[..8], [None; 8]);
        assert_eq!((stops[8], buffer.as_str()), (Some(Stop::Bsn), ""));
        // What the field already held counts too, also when the guard was elsewhere in between.
        gate.set(&mut buffer, &mut guard, &mut "12".chars());
        guard.forget();
        assert_eq!(gate.set(&mut buffer, &mut guard, &mut "123456782".chars()).stop, Some(Stop::Bsn));
        gate.set(&mut buffer, &mut guard, &mut "12345".chars());
        assert_eq!(gate.set(&mut buffer, &mut guard, &mut "12".chars()).stop, None);
    }

    #[test]
    fn the_nearest_value_is_known_and_new_values_come_first() {
        let mut codes = gate(&["111222"], KIND);
        codes.accept_only(vec!["333444".to_owned(), "222333".to_owned()]);
        assert_eq!(codes.values(), ["333444", "222333"]);
        assert_eq!(codes.nearest("22"), "222333");
        assert_eq!(codes.nearest("9"), "333444");
        assert_eq!(gate(&[], KIND).nearest("9"), "");
    }
}
