//! An example of every kind of practice screen: what the gallery shows and what tests play. A new kind has its example here.

use crate::practice::spec::ScreenKind;
use serde_json::Value;

/// The id of the screen as one practises it.
pub const PRACTISED: &str = "oefen";

/// The id of the same screen with the trouble that ends in being blocked.
pub const BLOCKED: &str = "dicht";

/// Screens with their words, as a flow's files hold them under `screens`.
pub struct Example {
    pub screens: Value,
    pub words: Value,
}

/// The example of a kind.
///
/// # Panics
/// When its file is no JSON; a test reads them all.
pub fn example(kind: ScreenKind) -> Example {
    let text = match kind {
        ScreenKind::Login => include_str!("screens/login.json"),
        ScreenKind::SmsCode => include_str!("screens/sms-code.json"),
        ScreenKind::Form => include_str!("screens/form.json"),
        ScreenKind::Map => include_str!("screens/map.json"),
        ScreenKind::Summary => include_str!("screens/summary.json"),
        ScreenKind::Confirmation => include_str!("screens/confirmation.json"),
        ScreenKind::Method => include_str!("screens/method.json"),
        ScreenKind::NewAccount => include_str!("screens/new-account.json"),
        ScreenKind::NewPassword => include_str!("screens/new-password.json"),
        ScreenKind::MailCode => include_str!("screens/mail-code.json"),
        ScreenKind::LetterCode => include_str!("screens/letter-code.json"),
        ScreenKind::PairingCode => include_str!("screens/pairing-code.json"),
        ScreenKind::Scan => include_str!("screens/scan.json"),
        ScreenKind::AppChoice => include_str!("screens/app-choice.json"),
        ScreenKind::PinChoose => include_str!("screens/pin-choose.json"),
        ScreenKind::PinEnter => include_str!("screens/pin-enter.json"),
        ScreenKind::Organisation => include_str!("screens/organisation.json"),
        ScreenKind::IdCheck => include_str!("screens/id-check.json"),
        ScreenKind::Inbox => include_str!("screens/inbox.json"),
        ScreenKind::History => include_str!("screens/history.json"),
        ScreenKind::Judge => include_str!("screens/judge.json"),
        ScreenKind::Tap => include_str!("screens/tap.json"),
        ScreenKind::Pages => include_str!("screens/pages.json"),
    };
    #[expect(clippy::expect_used, reason = "the file is a part of this program")]
    let mut file: Value = serde_json::from_str(text).expect("screens/*.json are JSON");
    Example { screens: file["screens"].take(), words: file["words"].take() }
}
