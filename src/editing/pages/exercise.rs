//! A practice screen in words: what stands on the desk, and what one types or chooses there. There are no fields on paper.

use super::page::Page;
use crate::content::package::sibling;
use crate::content::words::{Message, ScreenWords};
use crate::editing::markup::{Markup, el, run, text, with};
use crate::flow::model::Step;
use crate::map::Map;
use crate::practice::coach::Coaching;
use crate::practice::desk::{Desk, Device, LineValue, What};
use crate::practice::input::field::Field;
use crate::practice::screens::inbox::Task;
use crate::practice::spec::{FieldKind, FieldSpec, ScreenKind, ScreenSpec, Trouble};
use crate::value::lazy::Lazy;

/// A practice screen on its page.
struct Screen<'a> {
    page: &'a Page<'a>,
    id: &'a str,
    spec: ScreenSpec,
    words: ScreenWords,
    desk: Desk,
}

/// The exercise of a step; nothing when it has no screen.
pub fn exercise(page: &Page, step: &Step) -> Option<Markup> {
    let id = step.screen.as_deref()?;
    let (specs, words) = (&page.package.screens, &page.package.words.screens);
    let spec = specs.get(id).map(Lazy::get)?;
    let screens: Map<ScreenSpec> =
        spec.of.iter().filter_map(|named| Some((named.clone(), specs.get(&sibling(id, named))?.get()))).collect();
    // Somebody who looks on sees everything filled in.
    let watching = Coaching { filled_in: true, ..Coaching::default() };
    let desk = Desk::new(&spec, &screens, page.persona, page.site.today, watching);
    let words = words.get(id).map(Lazy::get).unwrap_or_default();
    Some(Screen { page, id, spec, words, desk }.node())
}

impl Screen<'_> {
    fn node(&self) -> Markup {
        let page = self.page;
        let node = el("div").attr("class", "exercise").child(with("p", "band", &page.t("desk.band")));
        let node = node.child(el("p").attr("class", "site").child(page.label(&self.words.site)));
        let node = node.child(el("h4").child(page.label(&self.words.title))).children(page.prose(&self.words.text));
        let node = node.children(self.devices()).children(self.offered());
        if self.spec.trouble != Trouble::None {
            return node.child(with("p", "ask", &page.t("page.exercise.trouble")));
        }
        node.children(self.answers()).children(self.extra())
    }

    /// What lies on the desk and what came in on it.
    fn devices(&self) -> Vec<Markup> {
        let page = self.page;
        let label = |device: Device| match device {
            Device::Computer => "desk.computer",
            Device::Phone => "desk.phone",
            Device::Mail => "desk.mail",
            Device::Letter => "desk.letter",
            Device::Other => "desk.other",
        };
        let mut nodes: Vec<Markup> =
            self.spec.computer.iter().map(|id| self.message(&page.t("desk.computer"), id)).collect();
        for device in Device::ALL {
            for arrived in self.desk.messages(device) {
                nodes.push(match &arrived.what {
                    What::Words(id) => self.message(&page.t(label(device)), id),
                    What::Code(code) => {
                        let said = page.ui.fill("sms.text", &[("code", code)]);
                        Self::quote(&page.t(label(device)), text(&page.t("sms.from")), vec![el("p").text(&said)])
                    }
                    What::Call(digits) => {
                        Self::quote(&page.t("call.from"), text(&page.t("call.voice")), vec![el("p").text(digits)])
                    }
                });
            }
        }
        nodes.extend(self.spec.item.iter().map(|id| self.message("", id)));
        if self.spec.kind == ScreenKind::Inbox {
            nodes.extend(self.spec.options.iter().map(|id| self.message(&page.t("inbox.messages"), id)));
        }
        nodes
    }

    fn message(&self, device: &str, id: &str) -> Markup {
        let page = self.page;
        let Message { from, subject, text, attachment } = self.words.messages.get(id).cloned().unwrap_or_default();
        let mut lines: Vec<Markup> =
            subject.iter().map(|words| el("p").child(el("strong").child(page.label(words)))).collect();
        lines.extend(page.prose(&text));
        lines.extend(attachment.iter().map(|name| el("p").attr("class", "file").child(page.label(name))));
        Self::quote(device, page.label(&from), lines)
    }

    fn quote(device: &str, from: Markup, lines: Vec<Markup>) -> Markup {
        let head = with("p", "from", device);
        let head = if device.is_empty() || from == run() { head } else { head.text(" · ") };
        el("blockquote").child(head.child(from)).children(lines)
    }

    /// What can be chosen or tapped.
    fn offered(&self) -> Vec<Markup> {
        let page = self.page;
        let choices = self.spec.options.iter().filter_map(|id| self.words.choices.get(id));
        let mut lines: Vec<Markup> = choices
            .map(|words| {
                let item = el("li").child(el("strong").child(page.label(&words.label)));
                words.text.iter().fold(item, |item, more| item.text(" ").child(page.rich(more)))
            })
            .collect();
        lines.extend(
            self.spec
                .places
                .iter()
                .filter_map(|place| self.words.places.get(&place.id))
                .map(|name| el("li").child(page.label(name))),
        );
        if lines.is_empty() { vec![] } else { vec![el("ul").attr("class", "lines").children(lines)] }
    }

    /// What one types and chooses here.
    fn answers(&self) -> Vec<Markup> {
        let page = self.page;
        let rows: Vec<Markup> = self
            .desk
            .fields()
            .iter()
            .enumerate()
            .map(|(index, field)| row(self.label(field.id()), self.value(index, field)))
            .collect();
        if rows.is_empty() {
            return vec![];
        }
        let list = el("dl").attr("class", "answers").children(rows);
        let filled_in = self.desk.fields().iter().any(|field| !matches!(field.kind(), FieldKind::Choice));
        if filled_in { vec![with("p", "ask", &page.t("page.exercise.fill")), list] } else { vec![list] }
    }

    /// The label of a field. Screens that make their own fields have them in the interface words.
    fn label(&self, id: &str) -> Markup {
        if let Some(words) = self.words.fields.get(id) {
            return self.page.label(&words.label);
        }
        text(&self.page.t(self.desk.label(id).map_or("page.exercise.answer", |own| own.label)))
    }

    fn value(&self, index: usize, field: &Field) -> Markup {
        let page = self.page;
        let own = self.spec.fields.get(index);
        text(&match field.kind() {
            FieldKind::Confirm => page.t("page.exercise.tick"),
            FieldKind::Date => day(page, own, field.expected()),
            FieldKind::Choice | FieldKind::Upload if field.expected().is_empty() => page.t("page.exercise.any"),
            FieldKind::Choice | FieldKind::Upload => return self.option(field.id(), field.expected()),
            _ => match field.inputs().first().map_or("", |input| input.text()) {
                "" => page.t("page.exercise.empty"),
                typed => typed.to_owned(),
            },
        })
    }

    fn option(&self, field: &str, id: &str) -> Markup {
        let page = self.page;
        if self.spec.kind == ScreenKind::Judge {
            return text(&page.t(if id == "real" { "judge.real" } else { "judge.fake" }));
        }
        let words = &self.words;
        let in_field = words.fields.get(field).and_then(|words| words.options.get(id));
        let words =
            in_field.or_else(|| words.places.get(id)).or_else(|| words.choices.get(id).map(|words| &words.label));
        words.map_or_else(|| text(id), |words| page.label(words))
    }

    /// What only this kind of screen has.
    fn extra(&self) -> Vec<Markup> {
        let page = self.page;
        match self.spec.kind {
            ScreenKind::Judge => self.words.right.iter().map(|why| el("p").child(page.rich(why))).collect(),
            ScreenKind::Confirmation => {
                let number = self.desk.number().map(|number| page.ui.fill("confirm.number", &[("number", number)]));
                number.into_iter().chain([page.t("confirm.text")]).map(|words| el("p").text(&words)).collect()
            }
            ScreenKind::Summary => vec![el("dl").attr("class", "answers").children(self.lines())],
            ScreenKind::Inbox => {
                let tasks = self.spec.tasks.iter().filter_map(|task| Task::read(task, &self.spec.options));
                let items = tasks.map(|task| el("li").child(self.task(task)));
                vec![with("p", "ask", &page.t("inbox.tasks")), el("ul").attr("class", "lines").children(items)]
            }
            ScreenKind::Login
            | ScreenKind::SmsCode
            | ScreenKind::Form
            | ScreenKind::Map
            | ScreenKind::Method
            | ScreenKind::NewAccount
            | ScreenKind::NewPassword
            | ScreenKind::MailCode
            | ScreenKind::LetterCode
            | ScreenKind::PairingCode
            | ScreenKind::Scan
            | ScreenKind::AppChoice
            | ScreenKind::PinChoose
            | ScreenKind::PinEnter
            | ScreenKind::Organisation
            | ScreenKind::IdCheck
            | ScreenKind::History
            | ScreenKind::Tap
            | ScreenKind::Pages => vec![],
        }
    }

    fn task(&self, task: Task) -> Markup {
        let (key, about) = task.words();
        let message = about.and_then(|index| self.words.messages.get(self.spec.options.get(index)?));
        let subject = message.and_then(|message| message.subject.as_ref());
        self.page.say(key, &[("subject", subject.map_or(run(), |words| self.page.label(words)))])
    }

    /// What a summary lists, from the screens before.
    fn lines(&self) -> Vec<Markup> {
        let page = self.page;
        let line = |line: &crate::practice::desk::Line| {
            let id = sibling(self.id, &line.screen);
            let words = page.package.words.screens.get(&id).map(Lazy::get).unwrap_or_default();
            let spec = page.package.screens.get(&id).map(Lazy::get).unwrap_or_default();
            let field = words.fields.get(&line.field).cloned().unwrap_or_default();
            let own = spec.fields.iter().find(|own| own.id == line.field);
            let label = if field.label.is_empty() { text(&page.t("summary.place")) } else { page.label(&field.label) };
            let named =
                |words: &Map<String>, id: &String| words.get(id).map_or_else(|| text(id), |words| page.label(words));
            let value = match &line.value {
                LineValue::Text(typed) => text(&day(page, own, typed)),
                LineValue::Option(id) => named(&field.options, id),
                LineValue::Place(id) => named(&words.places, id),
                LineValue::Ticked => text(&page.t("summary.yes")),
                LineValue::Empty => text(&page.t("summary.empty")),
            };
            row(label, value)
        };
        self.desk.lines().iter().map(line).collect()
    }
}

/// A day that is counted from the day of the exercise is said so: on paper nobody knows when that is.
fn day(page: &Page, own: Option<&FieldSpec>, written: &str) -> String {
    match own.and_then(|own| own.in_days) {
        Some(days) => page.ui.fill("page.exercise.days", &[("n", &days.to_string())]),
        None => written.to_owned(),
    }
}

fn row(label: Markup, value: Markup) -> Markup {
    el("div").child(el("dt").child(label)).child(el("dd").child(value))
}
