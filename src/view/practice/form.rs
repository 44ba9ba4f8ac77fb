//! Log-in, codes and service form: fields, and the screen's own button.

use super::codes;
use super::field;
use super::stage::Stage;
use crate::platform::typing;
use crate::practice::desk::{Deed, Desk};
use crate::practice::spec::ScreenKind;
use crate::signal::{get_bool, memo_bool};
use crate::view::ui::button::Weight;
use crate::view::ui::node::{Node, div};

pub fn view(stage: Stage) -> Node {
    let kind = stage.desk.with_untracked(Desk::kind);
    let count = stage.desk.with_untracked(|desk| desk.fields().len());
    let locked = memo_bool(move || stage.desk.with(Desk::locked));
    let submit = stage
        .button(Weight::Primary, stage.words(None).button.as_ref(), stage.desk.with_untracked(Desk::button))
        .attr("data-device-button", "")
        .live_flag("disabled", move || get_bool(locked))
        .on("click", move |event| stage.answer(typing::by_key(&event)));
    // While nothing can be typed the way out is what there is to do: it stands above what is closed.
    let page = div("sw-form");
    let actions = div("sw-page__actions").child(stage.does(Deed::Press, submit));
    let (page, actions) = match kind {
        ScreenKind::Login => (page.child(codes::locked(stage, kind)), actions),
        ScreenKind::SmsCode | ScreenKind::MailCode | ScreenKind::LetterCode => {
            (page.child(codes::locked(stage, kind)), actions.child(codes::more(stage, kind)))
        }
        ScreenKind::PairingCode | ScreenKind::Form | ScreenKind::NewAccount | ScreenKind::NewPassword => {
            (page, actions)
        }
        // These have a page of their own, with buttons of their own.
        ScreenKind::Map
        | ScreenKind::Summary
        | ScreenKind::Confirmation
        | ScreenKind::Method
        | ScreenKind::Scan
        | ScreenKind::AppChoice
        | ScreenKind::PinChoose
        | ScreenKind::PinEnter
        | ScreenKind::Organisation
        | ScreenKind::IdCheck
        | ScreenKind::Inbox
        | ScreenKind::History
        | ScreenKind::Judge
        | ScreenKind::Tap
        | ScreenKind::Pages => (page, actions),
    };
    page.children((0..count).map(|index| field::view(stage, index))).child(actions)
}
