//! The bar at the top: home, language, and what makes reading easier. Its words follow the language; its parts stay, so
//! that focus stays where it is.

use super::app::App;
use super::progress;
use super::ui::node::{Node, div, el, press};
use super::ui::pictogram::{icon, sign};
use crate::app::event::Event;
use crate::app::settings::{Look, TEXT_SIZES, Theme};
use crate::view::lazy;

/// The languages of the interface, each in its own words.
const LANGUAGES: [(&str, &str); 2] = [("nl", "Nederlands"), ("en", "English")];

pub fn bar(app: App) -> Node {
    let home = press("sw-bar__home")
        .child(icon("mark"))
        .child(el("span").attr("class", "sw-bar__name").live_text(app.live("app.name")))
        .child(el("span").attr("class", "sw-bar__to").live_text(app.live("nav.home")))
        .on_press(app.sends(Event::WentHome));
    let settings = el("details")
        .attr("class", "sw-settings")
        .attr("data-over", "")
        .child(
            el("summary")
                .attr("class", "sw-settings__summary")
                .child(icon("text-size"))
                .child(el("span").live_text(app.live("settings.title"))),
        )
        .child(lazy::settings(app));
    let bar = div("sw-bar").live_flag("data-step", move || app.step.get().is_some());
    bar.child(home).live(move || progress::stones(app)).child(languages(app)).child(settings)
}

/// What the settings hold.
pub fn panel(app: App) -> Node {
    div("sw-settings__panel").child(sizes(app)).child(themes(app)).child(switches(app))
}

fn languages(app: App) -> Node {
    let group =
        div("sw-bar__languages").attr("role", "group").live_attr("aria-label", app.live_label("settings.language"));
    group.children(LANGUAGES.map(|(lang, name)| {
        let current = move || app.model.with(|model| model.ui.lang == lang);
        toggle(current, app.sends(Event::LanguageChosen(lang.to_owned())))
            .attr("lang", lang)
            .child(el("span").text(name))
    }))
}

fn sizes(app: App) -> Node {
    let group =
        div("sw-settings__group").attr("role", "group").live_attr("aria-label", app.live_label("settings.text"));
    let words =
        el("p").attr("class", "sw-settings__label").attr("aria-hidden", "true").live_text(app.live("settings.text"));
    let names = ["settings.text.1", "settings.text.2", "settings.text.3", "settings.text.4"];
    let buttons = names.into_iter().take(TEXT_SIZES.len()).enumerate().map(|(index, name)| {
        let current = move || look(app).text == index;
        toggle(current, looks(app, move |look| look.text = index))
            .attr("data-size", (index + 1).to_string())
            .child(el("span").live_text(app.live(name)))
    });
    group.child(words).child(div("sw-settings__row").children(buttons))
}

fn themes(app: App) -> Node {
    let group =
        div("sw-settings__group").attr("role", "group").live_attr("aria-label", app.live_label("settings.theme"));
    let words =
        el("p").attr("class", "sw-settings__label").attr("aria-hidden", "true").live_text(app.live("settings.theme"));
    let named = Theme::ALL.map(|theme| match theme {
        Theme::Auto => (theme, "settings.theme.auto", "computer"),
        Theme::Light => (theme, "settings.theme.light", "sun"),
        Theme::Dark => (theme, "settings.theme.dark", "moon"),
    });
    let buttons = named.into_iter().map(|(theme, name, pictogram)| {
        let current = move || look(app).theme == theme;
        toggle(current, looks(app, move |look| look.theme = theme))
            .child(icon(pictogram))
            .child(el("span").live_text(app.live(name)))
    });
    group.child(words).child(div("sw-settings__row").children(buttons))
}

fn switches(app: App) -> Node {
    let contrast = move || look(app).more_contrast;
    let sounds = move || look(app).sounds;
    let aloud = move || app.model.with(|model| model.settings.read_aloud);
    div("sw-settings__group").child(
        div("sw-settings__row")
            .child(
                toggle(contrast, looks(app, |look| look.more_contrast = !look.more_contrast))
                    .child(icon("contrast"))
                    .child(el("span").live_text(app.live("settings.contrast"))),
            )
            .child(
                toggle(aloud, app.sends(Event::ReadAloudToggled))
                    .child(icon("speaker"))
                    .child(el("span").live_text(app.live("settings.aloud"))),
            )
            .child(
                toggle(sounds, looks(app, |look| look.sounds = !look.sounds))
                    .child(sign("M6 17v-6a6 6 0 0 1 12 0v6l2 2H4zM10 21.5h4M12 5V2.5"))
                    .child(el("span").live_text(app.live("settings.sounds"))),
            ),
    )
}

fn look(app: App) -> Look {
    app.model.with(|model| model.settings.look)
}

/// Sets one thing of the look, and leaves the rest.
fn looks(app: App, change: impl Fn(&mut Look) + 'static) -> Box<dyn FnMut()> {
    Box::new(move || {
        let mut look = app.model.with_untracked(|model| model.settings.look);
        change(&mut look);
        app.tell(Event::LookChosen(look));
    })
}

fn toggle(current: impl Fn() -> bool + Send + Sync + 'static, act: Box<dyn FnMut()>) -> Node {
    press("sw-toggle").live_state("aria-pressed", current).on_press(act)
}
