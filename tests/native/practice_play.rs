//! What the tests of the practice desk share: specs from JSON, and a small language to play on a desk.

use stapwijzer::map::Map;
use stapwijzer::practice::coach::Coaching;
use stapwijzer::practice::desk::Desk;
use stapwijzer::practice::device::{Device, What};
use stapwijzer::practice::event::{Announcement, At, DeskEvent, Response, Touch};
use stapwijzer::practice::persona::Persona;
use stapwijzer::practice::screens::inbox::Task;
use stapwijzer::practice::spec::{FieldKind, ScreenKind, ScreenSpec};
use stapwijzer::practice::verdict::{Mistake, Verdict};
use stapwijzer::value::{Value, read};

pub const TODAY: &str = "2026-11-23";
pub const PRACTISE: Coaching = Coaching { hint_at_once: false, hints: true, show_me: true, filled_in: false };
pub const WATCH: Coaching = Coaching { hint_at_once: true, hints: true, show_me: true, filled_in: true };

/// A form with every kind of field.
pub const FORM: &str = r#"{ "type": "form", "fields": [
    { "id": "zin", "kind": "text", "value": "De lamp is uit" },
    { "id": "post", "kind": "text", "value": "{p.newPostcode}" },
    { "id": "mail", "kind": "text", "value": "{p.email}", "optional": true },
    { "id": "bsn", "kind": "bsn" },
    { "id": "leeg", "kind": "text", "optional": true },
    { "id": "soort", "kind": "choice", "value": "b", "options": ["a", "b"] },
    { "id": "dag", "kind": "date", "inDays": 8 },
    { "id": "stuk", "kind": "upload", "value": "y", "options": ["x", "y", "z"] },
    { "id": "waar", "kind": "confirm" } ] }"#;

pub fn spec(json: &str) -> ScreenSpec {
    let json: serde_json::Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    let (spec, misfits) = read(&serde_json::from_value::<Value>(json).unwrap());
    assert!(misfits.is_empty(), "{misfits:?}");
    spec
}

pub fn login_spec(trouble: &str) -> ScreenSpec {
    spec(&["{ \"type\": \"login\", \"trouble\": \"", trouble, "\", \"letter\": \"briefje\" }"].concat())
}

pub fn desk(spec: &ScreenSpec) -> Desk {
    coached(spec, PRACTISE)
}

pub fn coached(spec: &ScreenSpec, coaching: Coaching) -> Desk {
    Desk::new(spec, &Map::default(), noor(), TODAY, coaching)
}

pub fn noor() -> &'static Persona {
    Persona::by_id("noor").unwrap()
}

/// Selects all of an input and types the text over it, key by key.
pub fn type_all(desk: &mut Desk, at: At, text: &str) {
    desk.edit(at, 0, usize::MAX, &mut "".chars());
    for key in text.chars() {
        let end = desk.text(at).encode_utf16().count();
        desk.edit(at, end, end, &mut std::iter::once(key));
    }
}

/// Plays a script and tells what came of it, without the verdicts' own words.
///
/// `name=text` types into a field (`name.1=` its second input, `+` is a space), `name:2` picks the option with that
/// index, `tick`, `!` presses the screen's button, `new` asks for a code, `later`, `hint`, `show`; `@back` and its like are
/// touches, see [`touch`].
pub fn play(desk: &mut Desk, script: &str) -> String {
    let mut told = Vec::new();
    for word in script.split_whitespace() {
        let field = |name: &str| {
            let index = desk.fields().iter().position(|field| field.id() == name);
            index.unwrap_or_else(|| panic!("no field {name}"))
        };
        let event = match word {
            "!" => DeskEvent::Submitted,
            "new" => DeskEvent::AskedNewCode,
            "later" => DeskEvent::LaterPressed,
            "hint" => DeskEvent::HintAsked,
            "show" => DeskEvent::ShowAsked,
            _ if word.starts_with('@') => DeskEvent::Touched(touch(word)),
            "tick" => DeskEvent::Ticked { field: tick_of(desk), on: true },
            _ => {
                if let Some((name, text)) = word.split_once('=') {
                    let (name, part) = name.split_once('.').unwrap_or((name, "0"));
                    let at = At::new(field(name), part.parse().unwrap());
                    type_all(desk, at, &text.replace('+', " "));
                    continue;
                }
                let (name, option) = word.split_once(':').unwrap_or_else(|| panic!("{word}?"));
                DeskEvent::Picked { field: field(name), option: option.parse().unwrap() }
            }
        };
        let outcome = desk.update(event);
        told.extend(tell(&outcome));
    }
    told.join(" ")
}

/// A touch by its name, with numbers behind it: `@follow,1`.
fn touch(word: &str) -> Touch {
    let mut parts = word.split(',');
    let name = parts.next().unwrap();
    let numbers: Vec<i8> = parts.map(|part| part.parse().unwrap_or_else(|_| panic!("{word}?"))).collect();
    match (name, &numbers[..]) {
        ("@envelope", []) => Touch::EnvelopeOpened,
        ("@call", []) => Touch::CallAsked,
        ("@answer", []) => Touch::CallAnswered,
        ("@move", [right, down]) => Touch::Moved { right: *right, down: *down },
        ("@put", [x, y]) => Touch::PutAt { x: *x as u8, y: *y as u8 },
        ("@put-right", []) => Touch::PutRight,
        ("@hold", []) => Touch::Held,
        ("@let-go", []) => Touch::LetGo,
        ("@open", [index]) => Touch::Opened(*index as usize),
        ("@attachment", []) => Touch::AttachmentOpened,
        ("@archive", []) => Touch::Archived,
        ("@close", []) => Touch::Closed,
        ("@settings", []) => Touch::SettingsOpened,
        ("@notices", [on]) => Touch::NoticesOn(*on == 1),
        ("@tap", [index]) => Touch::Tapped(*index as usize),
        ("@back", []) => Touch::WentBack,
        ("@follow", [index]) => Touch::Followed(*index as usize),
        _ => panic!("no touch is called {word}"),
    }
}

fn tick_of(desk: &Desk) -> usize {
    desk.fields().iter().position(|field| field.kind() == FieldKind::Confirm).unwrap()
}

/// `id` or `id@field`, with the tries left, and a star when it went wrong on purpose.
fn tell(outcome: &Response) -> Vec<String> {
    let mut told = Vec::new();
    match outcome.verdict {
        Some(Verdict::Right) => told.push("right".to_owned()),
        Some(Verdict::Incomplete(fault) | Verdict::Wrong(fault)) => {
            let at = if fault.field == 0 { String::new() } else { format!("@{}", fault.field) };
            let data = match fault.mistake {
                Mistake::Short { missing } => format!("({missing})"),
                Mistake::Differs { position } | Mistake::Case { position } | Mistake::Space { position } => {
                    format!("({position})")
                }
                Mistake::Lookalike { position, expected } => format!("({position}{expected})"),
                _ => String::new(),
            };
            let left = fault.tries_left.map(|left| format!("/{left}")).unwrap_or_default();
            let purpose = if fault.on_purpose { "*" } else { "" };
            told.push([fault.mistake.id(), &data, &at, &left, purpose].concat());
        }
        None => {}
    }
    for announcement in &outcome.announcements {
        told.push(match announcement {
            Announcement::NewMessage(device) => ["new-on-", device.id()].concat(),
            other => in_words(&format!("{other:?}")),
        });
    }
    told
}

/// `FreshCode` as `fresh-code`.
fn in_words(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push('-');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// Does once what somebody would do who reads the card, the devices and the messages; without "laat zien".
pub fn do_it_right(desk: &mut Desk) {
    desk.update(DeskEvent::StopClosed);
    desk.update(DeskEvent::LaterPressed);
    if desk.code_expired() {
        desk.update(DeskEvent::AskedNewCode);
    }
    // A new letter takes some days.
    desk.update(DeskEvent::LaterPressed);
    desk.update(DeskEvent::Touched(Touch::EnvelopeOpened));
    for index in 0..desk.fields().len() {
        let field = &desk.fields()[index];
        let expected = readable_code(desk).unwrap_or_else(|| field.expected().to_owned());
        match field.kind() {
            FieldKind::Text | FieldKind::Bsn => type_all(desk, At::new(index, 0), &expected),
            FieldKind::Date => {
                for (part, text) in expected.split('-').enumerate() {
                    type_all(desk, At::new(index, part), text);
                }
            }
            FieldKind::Choice | FieldKind::Upload => {
                let option = field.options().iter().position(|option| *option == expected).unwrap_or(0);
                desk.update(DeskEvent::Picked { field: index, option });
            }
            FieldKind::Confirm => {
                desk.update(DeskEvent::Ticked { field: index, on: true });
            }
        }
    }
    touch_right(desk);
    desk.update(DeskEvent::Submitted);
}

/// Touches what the screen asks to be touched.
fn touch_right(desk: &mut Desk) {
    let spec = desk.spec().clone();
    let touches = match spec.kind {
        ScreenKind::Tap => (0..spec.places.len()).map(Touch::Tapped).collect(),
        ScreenKind::Pages => {
            let right = spec.options.iter().skip(1).position(|id| Some(id) == spec.right.as_ref());
            vec![Touch::WentBack, Touch::Followed(right.unwrap_or(0) + 1)]
        }
        ScreenKind::Inbox => {
            let steps =
                spec.tasks.iter().filter_map(|task| Task::read(task, &spec.options)).flat_map(|task| match task {
                    Task::Open(index) => vec![Touch::Opened(index)],
                    Task::Attachment(index) => vec![Touch::Opened(index), Touch::AttachmentOpened],
                    Task::Archive(index) => vec![Touch::Opened(index), Touch::Archived],
                    Task::Notices => vec![Touch::SettingsOpened, Touch::NoticesOn(true)],
                });
            steps.collect()
        }
        ScreenKind::IdCheck => vec![Touch::Held; 3],
        ScreenKind::Scan => vec![Touch::PutRight],
        _ => vec![],
    };
    for touch in touches {
        desk.update(DeskEvent::Touched(touch));
    }
}

/// The code that stands on the newest message, where a screen wants one: nobody can type what cannot be read yet.
fn readable_code(desk: &Desk) -> Option<String> {
    let newest = |device| desk.messages(device).first().map(|message| message.what.clone());
    let noor = |key: &str| noor().get(key).map(str::to_owned);
    match (desk.kind(), &desk.spec().code) {
        (ScreenKind::SmsCode, _) => match newest(Device::Phone) {
            Some(What::Code(code) | What::Call(code)) => Some(code),
            _ => None,
        },
        (ScreenKind::LetterCode, Some(code)) if desk.spec().old_letter.is_some() => {
            let id = desk.spec().old_letter.clone().unwrap_or_default();
            let old = newest(Device::Letter) == Some(What::Words(id));
            if old { noor(&["old", &code[..1].to_uppercase(), &code[1..]].concat()) } else { noor(code) }
        }
        (ScreenKind::MailCode, Some(code)) if desk.spec().mail.len() > 1 => {
            let old = newest(Device::Mail) == Some(What::Words(desk.spec().mail[1].clone()));
            if old { noor(&["old", &code[..1].to_uppercase(), &code[1..]].concat()) } else { noor(code) }
        }
        _ => None,
    }
}

/// Whether somebody who does it right gets there in a few rounds; a rehearsal needs more than one.
pub fn can_pass(desk: &mut Desk) -> bool {
    for _ in 0..4 {
        do_it_right(desk);
        if desk.passed() {
            return true;
        }
    }
    false
}
