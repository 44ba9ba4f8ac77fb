//! A field of a practice screen: what it takes, what is in it, what is wrong with it.

use super::buffer::Buffer;
use super::fold::{composed, digit, is_unseen};
use super::gate::{Forgiving, Gate};
use crate::date::Date;
use crate::practice::spec::FieldKind;
use crate::practice::verdict::{Mistake, Verdict, diagnose};

/// A value that is longer than this is cut: nobody types more from a card, and content is untrusted.
pub const LONGEST: usize = 256;

/// One question on a screen.
#[derive(Debug)]
pub struct Field {
    id: String,
    kind: FieldKind,
    optional: bool,
    /// What the card says, see [`Field::expected`].
    expected: String,
    options: Vec<String>,
    right: Option<usize>,
    wrong_pick: Mistake,
    pub(in crate::practice) inputs: Vec<Input>,
    pub(in crate::practice) picked: Option<usize>,
    pub(in crate::practice) ticked: bool,
    pub(in crate::practice) mistake: Option<Mistake>,
}

/// A place to type in. A date has three.
#[derive(Debug)]
pub struct Input {
    pub(in crate::practice) gate: Gate,
    pub(in crate::practice) buffer: Buffer,
    keys: Keys,
    length: usize,
    secret: bool,
}

/// The keys that an input needs: for `inputmode` and for the keys on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    Letters,
    Digits,
    Email,
    /// Digits, on keys of its own: the device's keyboard stays away.
    Pad,
}

impl Field {
    fn new(id: &str, kind: FieldKind) -> Field {
        Field {
            id: id.to_owned(),
            kind,
            optional: false,
            expected: String::new(),
            options: Vec::new(),
            right: None,
            wrong_pick: Mistake::WrongChoice,
            inputs: Vec::new(),
            picked: None,
            ticked: false,
            mistake: None,
        }
    }

    /// A text. The first value is the one on the card; the others can be typed too. No value: to be left empty.
    pub fn typed(id: &str, kind: FieldKind, values: &[&str], forgiving: Forgiving) -> Field {
        let values: Vec<String> = values.iter().map(|value| clean(value)).collect();
        Field {
            expected: values.first().cloned().unwrap_or_default(),
            inputs: vec![Input::new(values, forgiving)],
            ..Field::new(id, kind)
        }
    }

    /// A password: what is typed may be drawn as dots.
    pub fn secret(self) -> Field {
        let inputs = self.inputs.into_iter().map(|input| Input { secret: true, ..input }).collect();
        Field { inputs, ..self }
    }

    /// With keys of its own beside it.
    pub fn on_pad(self) -> Field {
        let inputs = self.inputs.into_iter().map(|input| Input { keys: Keys::Pad, ..input }).collect();
        Field { inputs, ..self }
    }

    /// Day, month and year. Zeros in front may be left out.
    pub fn date(id: &str, date: Date) -> Field {
        let input = |part: String| {
            let short = part.trim_start_matches('0').to_owned();
            let values = if short == part { vec![part] } else { vec![part, short] };
            Input::new(values, Forgiving { case: true, spaces: true })
        };
        Field {
            expected: date.dutch(),
            inputs: date.parts().into_iter().map(input).collect(),
            ..Field::new(id, FieldKind::Date)
        }
    }

    /// One out of some. Without a right one among them, each is right.
    pub fn pick(id: &str, kind: FieldKind, options: Vec<String>, right: Option<&str>, wrong_pick: Mistake) -> Field {
        let right = options.iter().position(|option| Some(option.as_str()) == right);
        let expected = right.map(|index| options[index].clone()).unwrap_or_default();
        Field { expected, options, right, wrong_pick, ..Field::new(id, kind) }
    }

    /// Something to tick.
    pub fn tick(id: &str) -> Field {
        Field::new(id, FieldKind::Confirm)
    }

    pub(in crate::practice) fn optional_if(self, optional: bool) -> Field {
        Field { optional, ..self }
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn kind(&self) -> FieldKind {
        self.kind
    }

    pub fn optional(&self) -> bool {
        self.optional
    }

    /// What to type or choose: the text, `31-12-2026`, or an option's id. Empty: leave it empty, or anything is right.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    pub fn options(&self) -> &[String] {
        &self.options
    }

    /// The index of the option that is chosen.
    pub fn picked(&self) -> Option<usize> {
        self.picked
    }

    pub fn ticked(&self) -> bool {
        self.ticked
    }

    /// Whether what is in it now is right.
    pub fn is_right(&self) -> bool {
        self.judge().is_none()
    }

    /// Whether one is done with it, as far as is seen: right, or as long as what is wanted. Not when it was just found wrong.
    pub(in crate::practice) fn is_full(&self) -> bool {
        let long = |input: &Input| input.judge().is_none() || input.text().chars().count() >= input.length;
        let full = match self.kind {
            FieldKind::Text | FieldKind::Bsn | FieldKind::Date => self.is_right() || self.inputs.iter().all(long),
            FieldKind::Choice | FieldKind::Upload => self.is_right() || self.picked.is_some(),
            FieldKind::Confirm => self.is_right(),
        };
        full && self.mistake.is_none()
    }

    /// What was wrong here at the last try.
    pub fn mistake(&self) -> Option<Mistake> {
        self.mistake
    }

    /// The first of its inputs that is not right: of a date the day, the month or the year.
    pub(in crate::practice) fn wrong_part(&self) -> usize {
        self.inputs.iter().position(|input| input.judge().is_some()).unwrap_or_default()
    }

    /// What is in the first input.
    pub(in crate::practice) fn text(&self) -> &str {
        self.inputs.first().map_or("", Input::text)
    }

    pub(in crate::practice) fn clear(&mut self) {
        self.inputs.iter_mut().for_each(|input| input.buffer.clear());
    }

    /// Fills in what the card says.
    pub(in crate::practice) fn fill_in(&mut self) {
        for input in &mut self.inputs {
            input.buffer.clear();
            if let Some(value) = input.gate.values().first() {
                input.buffer.push_str(value);
            }
        }
        self.picked = self.answer();
        self.ticked = self.kind == FieldKind::Confirm;
        self.mistake = None;
    }

    /// The option to choose: the right one, or the first where each is.
    pub(in crate::practice) fn answer(&self) -> Option<usize> {
        self.right.or((!self.options.is_empty() && !self.optional).then_some(0))
    }

    /// Puts another of the values in its first input.
    pub(in crate::practice) fn write(&mut self, value: &str) {
        if let Some(input) = self.inputs.first_mut() {
            input.buffer.clear();
            input.buffer.push_str(value);
        }
    }

    /// What is wrong with it now.
    pub(in crate::practice) fn judge(&self) -> Option<Mistake> {
        match self.kind {
            FieldKind::Text | FieldKind::Bsn => {
                let text = self.text();
                let wrong = || diagnose(self.inputs.first().map_or("", |input| input.gate.nearest(text)), text);
                if self.optional && text.is_empty() { None } else { wrong() }
            }
            FieldKind::Date => self.judge_date(),
            FieldKind::Choice | FieldKind::Upload => match self.picked {
                None if self.optional || self.options.is_empty() => None,
                None => Some(Mistake::Empty),
                picked => (self.right.is_some() && picked != self.right).then_some(self.wrong_pick),
            },
            FieldKind::Confirm => (!self.ticked && !self.optional).then_some(Mistake::Unconfirmed),
        }
    }

    fn judge_date(&self) -> Option<Mistake> {
        if self.optional && self.inputs.iter().all(|input| input.buffer.is_empty()) {
            return None;
        }
        let mistakes = self.inputs.iter().filter_map(Input::judge);
        // What is not there yet comes first; "1" for the day can be a whole day and just the wrong one.
        mistakes.reduce(|first, other| if other == Mistake::Empty { other } else { first }).map(|mistake| {
            let year = self.inputs.last().and_then(Input::judge);
            match mistake {
                Mistake::Empty => mistake,
                Mistake::Short { .. } if Some(mistake) == year => mistake,
                _ => Mistake::WrongDate,
            }
        })
    }
}

impl Input {
    fn new(values: Vec<String>, forgiving: Forgiving) -> Input {
        let card = values.first().map_or("", String::as_str);
        let digits = card.chars().any(|c| digit(c).is_some())
            && card.chars().all(|c| digit(c).is_some() || super::fold::is_space(c));
        let keys = match (digits, card.contains('@')) {
            (true, _) => Keys::Digits,
            (_, true) => Keys::Email,
            _ => Keys::Letters,
        };
        let length = card.chars().count();
        let gate = Gate::new(values, forgiving);
        Input { buffer: gate.buffer(), gate, keys, length, secret: false }
    }

    /// What is in it.
    pub fn text(&self) -> &str {
        self.buffer.as_str()
    }

    pub fn keys(&self) -> Keys {
        self.keys
    }

    /// What can be typed here, the one to type first.
    pub fn values(&self) -> &[String] {
        self.gate.values()
    }

    /// Whether it may be drawn as dots.
    pub fn secret(&self) -> bool {
        self.secret
    }

    /// How many characters are expected, for the width of the input.
    pub fn length(&self) -> usize {
        self.length
    }

    fn judge(&self) -> Option<Mistake> {
        diagnose(self.gate.nearest(self.text()), self.text())
    }
}

/// Judges all fields, each for itself; the verdict is on the first that is at fault.
pub(in crate::practice) fn judge(fields: &mut [Field]) -> Verdict {
    let mut verdict = Verdict::Right;
    for (index, field) in fields.iter_mut().enumerate() {
        field.mistake = field.judge();
        if let (Verdict::Right, Some(mistake)) = (verdict, field.mistake) {
            verdict = mistake.at(index);
        }
    }
    verdict
}

/// A value as it can be typed: no unseen characters, no spaces at the ends, not too long.
fn clean(value: &str) -> String {
    let mut typed = String::new();
    for c in value.chars().filter(|c| !is_unseen(*c)).take(LONGEST) {
        let last = typed.chars().next_back();
        match last.and_then(|letter| composed(letter, c)) {
            Some(whole) => {
                typed.pop();
                typed.push(whole);
            }
            None => typed.push(c),
        }
    }
    typed.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(field: &mut Field, parts: &[&str]) {
        for (input, part) in field.inputs.iter_mut().zip(parts) {
            input.buffer.clear();
            assert!(input.buffer.push_str(part));
        }
    }

    #[track_caller]
    fn date(parts: [&str; 3], expected: Option<Mistake>) {
        let mut field = Field::date("dag", Date::new(2026, 12, 1).unwrap());
        fill(&mut field, &parts);
        assert_eq!(field.judge(), expected, "{parts:?}");
    }

    #[test]
    fn dates_forgive_zeros_in_front() {
        date(["01", "12", "2026"], None);
        date(["1", "12", "2026"], None);
        date(["", "", ""], Some(Mistake::Empty));
        date(["1", "12", ""], Some(Mistake::Empty));
        date(["2", "", "2026"], Some(Mistake::Empty));
        date(["1", "12", "20"], Some(Mistake::Short { missing: 2 }));
        date(["1", "1", "2026"], Some(Mistake::WrongDate));
        date(["2", "12", "2026"], Some(Mistake::WrongDate));
        date(["1", "12", "2025"], Some(Mistake::WrongDate));
        date(["2", "12", "20"], Some(Mistake::WrongDate));
    }

    #[test]
    fn picks_are_right_wrong_or_free() {
        let options = || vec!["a".to_owned(), "b".to_owned()];
        let judged = |right: Option<&str>, picked, optional| {
            let field = Field::pick("x", FieldKind::Upload, options(), right, Mistake::WrongDocument);
            Field { picked, ..field.optional_if(optional) }.judge()
        };
        assert_eq!(judged(Some("b"), Some(1), false), None);
        assert_eq!(judged(Some("b"), Some(0), false), Some(Mistake::WrongDocument));
        assert_eq!(judged(Some("b"), None, false), Some(Mistake::Empty));
        assert_eq!(judged(Some("b"), None, true), None);
        assert_eq!(judged(Some("b"), Some(0), true), Some(Mistake::WrongDocument));
        assert_eq!(judged(None, Some(0), false), None);
        assert_eq!(judged(Some("nergens"), Some(0), false), None);
        assert_eq!(Field::pick("x", FieldKind::Choice, vec![], None, Mistake::WrongChoice).judge(), None);
    }

    #[test]
    fn keys_follow_the_card() {
        let keys = |value| Input::new(vec![clean(value)], Forgiving::default()).keys();
        assert_eq!(keys("999993653"), Keys::Digits);
        assert_eq!(keys("111 222"), Keys::Digits);
        assert_eq!(keys("noor@example.org"), Keys::Email);
        assert_eq!(keys("1234 AB"), Keys::Letters);
        assert_eq!(keys(""), Keys::Letters);
    }

    #[test]
    fn values_that_cannot_be_typed_are_made_so() {
        assert_eq!(clean(" De\u{200b} lamp\n "), "De lamp");
        assert_eq!(clean(&"é".repeat(100_000)).chars().count(), LONGEST);
    }
}
