//! A field of a practised page. No form, no name, no password type: nothing that a browser or a password manager keeps
//! (safety.md, practice input). The gate decides what stands in it.

use super::stage::Stage;
use super::{card, new_account};
use crate::app::event::Event;
use crate::platform::typing::{self, Change};
use crate::practice::coach::Help;
use crate::practice::desk::{At, Desk, DeskEvent};
use crate::practice::input::field::{Field, Keys};
use crate::practice::input::gate::Edit;
use crate::practice::input::keys::Key;
use crate::practice::spec::FieldKind;
use crate::signal::{Signal, effect, get_bool, memo_bool};
use crate::view::ui::node::{Node, div, el, nothing, press, text};
use crate::view::ui::pictogram::icon;
use wasm_bindgen::JsCast;

/// For how many milliseconds keys rest before it is said again that one does not fit.
const SAY_AGAIN_AFTER: u32 = 1200;

/// One field with its label, help and mistake.
pub fn view(stage: Stage, index: usize) -> Node {
    made(stage, index, None)
}

/// One field beside which keys stand on the screen, and a button that shows the digits of all of them.
pub fn keyed(stage: Stage, index: usize, open: Signal<bool>) -> Node {
    made(stage, index, Some(open))
}

fn made(stage: Stage, index: usize, shared_eye: Option<Signal<bool>>) -> Node {
    let app = stage.app;
    let facts = stage.desk.with_untracked(|desk| {
        desk.fields()
            .get(index)
            .map(|field| (field.id().to_owned(), field.kind(), field.options().to_vec(), field.optional()))
    });
    let Some((id, kind, options, optional)) = facts else { return div("sw-field") };
    let words = stage.field_words(&id);
    let base = ["sw-f-", &id].concat();
    let plain = stage.plain(&words.label);
    let label = |tag, class| {
        let suffix = optional.then(|| el("span").text([" (", &app.t("form.optional"), ")"].concat()));
        stage.label(tag, class, &words.label).children(suffix)
    };
    let help =
        words.help.as_ref().map(|help| stage.label("p", "sw-field__help", help).attr("id", [&base, "-help"].concat()));
    let demands = new_account::demands(stage, index, &base);
    let card = card::strip(stage, &id).map(|strip| strip.attr("id", [&base, "-card"].concat()));
    // Only what is there: a name that points at nothing is none.
    let there =
        [("-error", true), ("-help", help.is_some()), ("-demands", demands.is_some()), ("-card", card.is_some())];
    let there = there.into_iter().filter(|(_, there)| *there);
    let described = there.map(|(part, _)| [&base, part].concat()).collect::<Vec<_>>().join(" ");
    match kind {
        FieldKind::Text | FieldKind::Bsn => {
            let head = label("label", "sw-field__label").attr("for", &base);
            let input = input(stage, At::new(index, 0)).attr("id", &base).attr("aria-describedby", described);
            let secret = stage.desk.with_untracked(|desk| desk.fields()[index].inputs()[0].secret());
            let input = match shared_eye {
                Some(open) => input.live_flag("data-veiled", move || secret && !open.get()),
                None if secret => veiled(stage, input, &plain),
                None => input,
            };
            // What it must have stands under it: the value on the card stays at the field, and is in sight over the keys of a telephone.
            let field = div("sw-field").child(head).children(help).children(card);
            field.child(error(stage, index, &base)).child(input).children(demands)
        }
        FieldKind::Date => {
            let part = |part: usize, key: &str| {
                let id = [&base, "-", key].concat();
                div(if part == 2 { "sw-date__part sw-date__part--year" } else { "sw-date__part" })
                    .child(text("label", "sw-date__label", app.t(key)).attr("for", &id))
                    .child(input(stage, At::new(index, part)).attr("id", &id).attr("aria-describedby", &described))
            };
            let row =
                div("sw-date").child(part(0, "date.day")).child(part(1, "date.month")).child(part(2, "date.year"));
            group(&base, label, "group").children(help).children(card).child(error(stage, index, &base)).child(row)
        }
        FieldKind::Choice | FieldKind::Upload => {
            let picks = options.iter().enumerate().map(|(option, id)| {
                let words = words.options.get(id).unwrap_or(id);
                pick(stage, index, option, &base, kind, words)
            });
            let class = if kind == FieldKind::Upload { "sw-documents" } else { "sw-choices" };
            let box_of = div(class);
            let box_of = if kind == FieldKind::Upload {
                box_of.child(app.say("p", "sw-documents__title", "upload.desk"))
            } else {
                box_of
            };
            let role = if kind == FieldKind::Upload { "group" } else { "radiogroup" };
            group(&base, label, role)
                .live_attr("aria-invalid", move || invalid(stage, index))
                .attr("aria-describedby", described)
                .children(help)
                .child(error(stage, index, &base))
                .child(box_of.children(picks))
        }
        FieldKind::Confirm => {
            let ticked = stage.desk.with_untracked(|desk| desk.fields()[index].ticked());
            let tick = el("input")
                .attr("type", "checkbox")
                .attr("class", "sw-choice__input")
                .attr("aria-describedby", described)
                .live_attr("aria-invalid", move || invalid(stage, index))
                .with_element(move |element| noted(stage, At::new(index, 0), element))
                .flag("checked", ticked)
                .live_checked(move || stage.desk.with(|desk| desk.fields().get(index).is_some_and(Field::ticked)))
                .on("change", move |_| {
                    let on = stage.desk.with_untracked(|desk| !desk.fields()[index].ticked());
                    stage.send(DeskEvent::Ticked { field: index, on });
                });
            let row = el("label").attr("class", "sw-choice").child(tick).child(label("span", "sw-choice__label"));
            div("sw-field").child(error(stage, index, &base)).child(row).children(help)
        }
    }
}

/// `aria-invalid` of a field: there, and "true", while something is wrong.
pub fn invalid(stage: Stage, index: usize) -> Option<String> {
    let wrong = |desk: &Desk| desk.fields().get(index).is_some_and(|field| field.mistake().is_some());
    stage.desk.with(wrong).then(|| "true".to_owned())
}

/// Remembers something to choose, so that the keyboard can be brought there.
fn noted(stage: Stage, at: At, element: web_sys::Element) {
    stage.typing.update(|typing| typing.choices.push((at, element)));
}

fn group(base: &str, label: impl Fn(&'static str, &'static str) -> Node, role: &str) -> Node {
    let id = [base, "-label"].concat();
    el("div")
        .attr("class", "sw-field")
        .attr("role", role)
        .attr("aria-labelledby", &id)
        .child(label("p", "sw-field__label").attr("id", &id))
}

/// The mark at the field itself.
fn error(stage: Stage, index: usize, base: &str) -> Node {
    el("div").attr("id", [base, "-error"].concat()).live(move || {
        match stage.desk.with(|desk| desk.fields().get(index).and_then(Field::mistake)) {
            Some(mistake) => mistake_line(stage, &stage.mark(index, mistake)).into(),
            None => nothing(),
        }
    })
}

/// A text field behind the gate.
fn input(stage: Stage, at: At) -> Node {
    let (keys, length) = stage.desk.with_untracked(|desk| {
        let input = &desk.fields()[at.field].inputs()[at.part];
        (input.keys(), input.length())
    });
    let own_keys = stage.app.model.with_untracked(|model| model.policy.own_keys);
    let choose = move || {
        stage.typing.update(|typing| typing.active = at);
    };
    let mode = match keys {
        // The device's own keyboard would come beside ours, and learn what is typed.
        _ if own_keys => "none",
        Keys::Letters => "text",
        Keys::Digits => "numeric",
        Keys::Email => "email",
        Keys::Pad => "none",
    };
    let class = match length {
        _ if keys == Keys::Pad => "sw-input sw-input--pin",
        0..=7 if keys == Keys::Digits && length > 4 => "sw-input sw-input--code",
        0..=8 => "sw-input sw-input--short",
        _ => "sw-input",
    };
    let node = el("input").attr("type", "text").attr("class", class).attr("inputmode", mode);
    // Nothing that is typed here may be kept, corrected in a cloud, or offered to a password manager.
    let node = [
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("autocorrect", "off"),
        ("autocapitalize", "off"),
        ("data-1p-ignore", ""),
        ("data-lpignore", "true"),
        ("data-bwignore", ""),
        ("data-form-type", "other"),
        ("translate", "no"),
    ]
    .into_iter()
    .fold(node, |node, (name, value)| node.attr(name, value));
    node.with_element(move |element| {
        let input: web_sys::HtmlInputElement = element.unchecked_into();
        stage.typing.update(|typing| typing.inputs.push((at, input.clone())));
        follow(stage, at, input);
    })
    .live_flag("disabled", move || stage.desk.with(Desk::locked))
    .live_attr("aria-invalid", move || invalid(stage, at.field))
    .on("beforeinput", move |event| {
        let Some(change) = Change::before(&event) else { return };
        let (start, end) = (change.start, change.end);
        let edit = stage.desk.update(|desk| desk.edit(at, start, end, &mut change.incoming()));
        after_edit(stage, at, edit, &change.input);
    })
    .on("input", move |event| {
        let Some(whole) = typing::whole(&event) else { return };
        let same = stage.desk.with_untracked(|desk| whole.is(desk.text(at)));
        if !same {
            let edit = stage.desk.update(|desk| desk.set_text(at, &mut whole.incoming()));
            after_edit(stage, at, edit, &whole.input);
        }
    })
    .on("keydown", move |event| match typing::is_enter(&event) {
        // With no more keys than Tab and Enter one chooses the field first, and then the letters.
        true if own_keys && keys != Keys::Pad => {
            choose();
            stage.go_to(&[".sw-board .sw-key"]);
        }
        true => stage.answer(true),
        false => {}
    })
    // Where Tab passes by on its way to the keys on the screen, those keep to the field that was chosen.
    .on(if own_keys { "pointerdown" } else { "focusin" }, move |_| choose())
}

/// Keeps a field as the desk has it. By hand and not as a property that follows: Leptos would keep a copy of the text, and
/// leave it behind in freed memory.
fn follow(stage: Stage, at: At, input: web_sys::HtmlInputElement) {
    effect(move || stage.desk.with(|desk| typing::put(&input, desk.text(at))));
}

/// A password that is drawn as dots until the eye is pressed. The field itself stays a text field.
fn veiled(stage: Stage, input: Node, label: &str) -> Node {
    let open = Signal::new(false);
    uncovered(stage, open);
    let input = input.live_flag("data-veiled", move || !open.get());
    let eye = eye(stage, open, "login.show", "login.hide");
    let secrets =
        |desk: &Desk| desk.fields().iter().filter(|field| field.inputs().iter().any(|one| one.secret())).count();
    // Of two buttons each says which field it is of.
    let eye = match stage.desk.with_untracked(secrets) {
        0 | 1 => eye,
        _ => eye.child(text("span", "sw-unseen", [" (", label, ")"].concat())),
    };
    div("sw-field__box").child(input).child(eye)
}

/// What is shown how to type is no secret: it is uncovered.
pub fn uncovered(stage: Stage, open: Signal<bool>) {
    let shown = memo_bool(move || stage.desk.with(|desk| desk.help() == Help::Shown));
    effect(move || {
        if get_bool(shown) {
            open.set(true);
        }
    });
}

/// A button that shows what is typed, and hides it again.
pub fn eye(stage: Stage, open: Signal<bool>, show: &'static str, hide: &'static str) -> Node {
    let app = stage.app;
    let words = move || app.t(if open.get() { hide } else { show });
    press("sw-button sw-button--quiet sw-field__show")
        .child(icon("eye"))
        .child(el("span").attr("class", "sw-button__label").live_text(words))
        .on_press(move || {
            open.update(|open| *open = !*open);
        })
}

/// A key on the screen was pressed: it goes through the gate as typing does.
///
/// In a field that has the keyboard it types where the caret is, over what is selected; else at the end.
pub fn type_key(stage: Stage, at: At, key: Key) {
    let input = stage.typing.with_untracked(|typing| typing.input(at));
    let place = input.as_ref().and_then(typing::selection);
    let edit = stage.desk.update(|desk| {
        let (start, end) = place.unwrap_or_else(|| {
            let end = desk.text(at).encode_utf16().count();
            (end, end)
        });
        match key {
            Key::Type(letter) => Some(desk.edit(at, start, end, &mut std::iter::once(letter))),
            Key::Erase if start < end => Some(desk.edit(at, start, end, &mut std::iter::empty())),
            Key::Erase => Some(desk.edit(at, start.saturating_sub(1), end, &mut std::iter::empty())),
            Key::Gap | Key::Shift => None,
        }
    });
    match (edit.flatten(), input) {
        (edit, Some(input)) if place.is_some() => after_edit(stage, at, edit, &input),
        (Some(edit), _) => answer(stage, edit),
        (None, _) => {}
    }
}

fn after_edit(stage: Stage, at: At, edit: Option<Edit>, input: &web_sys::HtmlInputElement) {
    let Some(edit) = edit else { return };
    stage.desk.with_untracked(|desk| typing::show(input, desk.text(at), edit.caret));
    answer(stage, edit);
}

/// What is said of typing.
fn answer(stage: Stage, edit: Edit) {
    if edit.stop.is_some() {
        stage.app.tell(Event::StopShown);
    }
    let said = if edit.rejected > 0 && edit.stop.is_none() { stage.app.t("field.gate") } else { String::new() };
    let reminder = if stage.said.get_untracked().trim_end() != said {
        stage.said.set(said);
        None
    } else if said.is_empty() {
        None
    } else {
        // The same words again are no news to a screen reader: they are said anew once the keys rest, not at every key.
        Some(typing::after(SAY_AGAIN_AFTER, move || {
            let mark = if stage.said.alive() && stage.said.get_untracked().ends_with('\u{a0}') { "" } else { "\u{a0}" };
            stage.said.set([&said, mark].concat());
        }))
    };
    stage.typing.update(|typing| typing.reminder = reminder);
}

/// What is not right yet, with its sign.
pub fn mistake_line(stage: Stage, words: &str) -> Node {
    el("p").attr("class", "sw-field__error").child(icon("warning")).child(stage.label("span", "", words))
}

/// A choice, or a document that lies on the desk.
fn pick(stage: Stage, field: usize, option: usize, base: &str, kind: FieldKind, words: &str) -> Node {
    let error = [base, "-error"].concat();
    let picked = move || stage.desk.with(|desk| desk.fields().get(field).and_then(Field::picked) == Some(option));
    if kind == FieldKind::Upload {
        return press("sw-document")
            .attr("aria-describedby", error)
            .with_element(move |element| noted(stage, At::new(field, option), element))
            .live_state("aria-pressed", picked)
            .child(icon("document"))
            .child(stage.label("span", "sw-document__name", words))
            .on_press(move || stage.send(DeskEvent::Picked { field, option }));
    }
    let input = el("input")
        .attr("type", "radio")
        .attr("name", stage.app.group(base))
        .attr("class", "sw-choice__input")
        .attr("aria-describedby", error)
        .with_element(move |element| noted(stage, At::new(field, option), element))
        .live_checked(picked)
        .on("change", move |_| stage.send(DeskEvent::Picked { field, option }));
    el("label").attr("class", "sw-choice").child(input).child(stage.label("span", "sw-choice__label", words))
}
