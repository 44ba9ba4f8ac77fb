//! A box of messages from the government, in our own style: the list, a message, the archive, the settings.

use super::stage::Stage;
use super::ticks;
use crate::practice::desk::{Deed, Desk, DeskEvent};
use crate::practice::event::Touch;
use crate::practice::screens::inbox::{Inbox, Item, Open};
use crate::signal::{get_bool, memo, memo_bool};
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, el, plain_list, press, text};
use crate::view::ui::pictogram::icon;
use crate::view::ui::rich;
use leptos::prelude::Get;

pub fn view(stage: Stage) -> Node {
    let turn = memo(move || match stage.desk.with(open) {
        Open::List => 0,
        Open::Settings => 1,
        Open::Message(index) => index as u32 + 2,
    });
    let page = move || {
        turn.get();
        match stage.desk.with_untracked(open) {
            Open::List => list(stage),
            Open::Settings => settings(stage),
            Open::Message(index) => message(stage, index),
        }
        .into()
    };
    div("sw-form").child(tasks(stage)).child(div("sw-box").live(page))
}

fn open(desk: &Desk) -> Open {
    desk.screen::<Inbox>().map_or(Open::List, Inbox::open)
}

/// A button that opens another page of the box.
fn opens(stage: Stage, button: Node, touch: Touch) -> Node {
    let button = button.attr("data-device-button", "").on("click", move |event| stage.open_page(&event, touch));
    stage.does(Deed::Touch(touch), button)
}

/// What is to be done, ticked as it is done.
fn tasks(stage: Stage) -> Node {
    let app = stage.app;
    let (tasks, items) = stage.desk.with_untracked(|desk| {
        desk.screen::<Inbox>().map_or_else(Default::default, |inbox| (inbox.tasks().to_vec(), inbox.items().to_vec()))
    });
    let rows = tasks.into_iter().map(|task| {
        let (key, about) = task.words();
        let subject = about.map_or_else(String::new, |index| subject(stage, &items[index].id));
        let words = app.fill(key, &[("subject", &subject)]);
        let done = move || stage.desk.with(|desk| desk.screen::<Inbox>().is_some_and(|inbox| inbox.is_done(task)));
        ticks::item(stage, &words, done)
    });
    div("sw-box__tasks")
        .child(app.say(app.heading(2), "sw-box__tasks-title", "inbox.tasks"))
        .child(ticks::list().children(rows))
}

fn subject(stage: Stage, id: &str) -> String {
    let subject = stage.message(id).and_then(|message| message.subject);
    subject.unwrap_or_default()
}

/// A title that takes focus when its page opens.
fn title(stage: Stage, words: &str) -> Node {
    text(stage.app.heading(2), "sw-box__title", words).attr("tabindex", "-1").attr("data-page", "")
}

fn list(stage: Stage) -> Node {
    let app = stage.app;
    let items =
        stage.desk.with_untracked(|desk| desk.screen::<Inbox>().map_or_else(Vec::new, |inbox| inbox.items().to_vec()));
    let (kept, here): (Vec<_>, Vec<_>) = items.into_iter().enumerate().partition(|(_, item)| item.archived);
    let settings = opens(stage, button(Weight::Quiet, "pencil", app.t("inbox.settings")), Touch::SettingsOpened);
    let page = div("sw-box__page").child(title(stage, &app.t("inbox.messages")));
    let page = if here.is_empty() {
        page.child(app.say("p", "sw-box__empty", "inbox.empty"))
    } else {
        page.child(rows(stage, &here))
    };
    let page = if kept.is_empty() {
        page
    } else {
        page.child(app.say(app.heading(2), "sw-box__title", "inbox.archive")).child(rows(stage, &kept))
    };
    page.child(div("sw-page__actions").child(settings))
}

fn rows(stage: Stage, items: &[(usize, Item)]) -> Node {
    let app = stage.app;
    let row = |(index, item): &(usize, Item)| {
        let message = stage.message(&item.id).unwrap_or_default();
        let state = app.say(
            "span",
            if item.read { "sw-box__read" } else { "sw-new" },
            match item.read {
                true => "inbox.read",
                false => "desk.new",
            },
        );
        let head = press(if item.read { "sw-box__row" } else { "sw-box__row sw-box__row--new" })
            .child(icon(if item.archived { "document" } else { "mail" }))
            .child(stage.label("span", "sw-box__subject", &subject(stage, &item.id)))
            .child(stage.label("span", "sw-box__from", &message.from))
            .child(state);
        el("li").child(opens(stage, head, Touch::Opened(*index)))
    };
    plain_list("sw-box__list").children(items.iter().map(row))
}

/// The way back stands under what was read: focus goes to the title above it.
fn to_list(stage: Stage) -> Node {
    opens(stage, button(Weight::Secondary, "back", stage.app.t("inbox.close")), Touch::Closed)
}

fn message(stage: Stage, index: usize) -> Node {
    let app = stage.app;
    let item = move |desk: &Desk| desk.screen::<Inbox>().and_then(|inbox| inbox.items().get(index).cloned());
    let now = stage.desk.with_untracked(item).unwrap_or_default();
    let message = stage.message(&now.id).unwrap_or_default();
    let page = div("sw-box__page")
        .child(title(stage, &subject(stage, &now.id)))
        .child(stage.label("p", "sw-box__from", &message.from))
        .children(message.text.iter().map(|line| rich::paragraph(app, "sw-box__text", &stage.rich(line))));
    let page = page.children(message.attachment.map(|name| attachment(stage, index, &name)));
    let page = page.child(app.say("p", "sw-box__note", "inbox.no-answer"));
    if now.archived {
        return page
            .child(app.say("p", "sw-box__note", "inbox.archived"))
            .child(div("sw-page__actions").child(to_list(stage)));
    }
    let archive = opens(stage, button(Weight::Secondary, "document", app.t("inbox.to-archive")), Touch::Archived);
    page.child(div("sw-page__actions").child(archive).child(to_list(stage)))
}

/// A document that came along, closed or open.
fn attachment(stage: Stage, index: usize, name: &str) -> Node {
    let app = stage.app;
    let opened = memo_bool(move || {
        stage.desk.with(|desk| {
            desk.screen::<Inbox>().and_then(|inbox| inbox.items().get(index)).is_some_and(|item| item.attachment)
        })
    });
    let open = button(Weight::Secondary, "document", app.t("inbox.attachment"))
        .attr("data-device-button", "")
        .live_state("aria-expanded", move || get_bool(opened))
        .on_press(move || stage.send(DeskEvent::Touched(Touch::AttachmentOpened)));
    let open = stage.does(Deed::Touch(Touch::AttachmentOpened), open);
    let paper = div("sw-box__paper")
        .live_flag("hidden", move || !get_bool(opened))
        .child(stage.label("p", "sw-box__paper-name", name))
        .child(app.say("p", "", "inbox.attachment.open"));
    div("sw-box__attachment").child(stage.label("p", "sw-box__file", name)).child(open).child(paper)
}

fn settings(stage: Stage) -> Node {
    let app = stage.app;
    let on = move |desk: &Desk| desk.screen::<Inbox>().is_some_and(Inbox::notices);
    let switch = el("input")
        .attr("type", "checkbox")
        .attr("role", "switch")
        .attr("class", "sw-choice__input")
        .flag("checked", stage.desk.with_untracked(on))
        .live_checked(move || stage.desk.with(on))
        .on("change", move |_| {
            let next = !stage.desk.with_untracked(on);
            stage.send(DeskEvent::Touched(Touch::NoticesOn(next)));
        });
    let switch = stage.does(Deed::Touch(Touch::NoticesOn(true)), switch);
    let row = el("label").attr("class", "sw-choice").child(switch).child(app.say(
        "span",
        "sw-choice__label",
        "inbox.notices",
    ));
    div("sw-box__page")
        .child(title(stage, &app.t("inbox.settings")))
        .child(row)
        .child(app.say("p", "sw-box__note", "inbox.notices.text"))
        .child(div("sw-page__actions").child(to_list(stage)))
}
