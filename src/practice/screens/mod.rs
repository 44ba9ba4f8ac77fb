//! The practice screens, a file of rules each; which rules a screen has, and the fields it begins with.

pub mod choice;
mod code;
pub mod confirmation;
pub mod form;
pub mod history;
pub mod id_check;
pub mod inbox;
pub mod judge;
pub mod letter_code;
pub mod login;
pub mod mail_code;
pub mod map;
pub mod new_account;
pub mod organisation;
pub mod pages;
pub mod pairing_code;
pub mod pin_choose;
pub mod pin_enter;
pub mod rules;
pub mod scan;
pub mod sms_code;
pub mod stages;
pub mod summary;
pub mod tap;

use super::persona::Persona;
use super::spec::{ScreenKind, ScreenSpec};
use crate::date::Date;
use crate::practice::input::field::Field;
use choice::Choice;
use confirmation::Confirmation;
use form::Form;
use history::History;
use id_check::IdCheck;
use inbox::Inbox;
use letter_code::LetterCode;
use login::Login;
use mail_code::MailCode;
use map::PlaceOnMap;
use new_account::NewAccount;
use organisation::Organisation;
use pages::Pages;
use pairing_code::PairingCode;
use pin_choose::PinChoose;
use pin_enter::PinEnter;
use rules::Rules;
use scan::Scan;
use sms_code::SmsCode;
use summary::Summary;
use tap::Tap;

/// The rules and the fields of a screen, for this person on this day.
pub fn set_up(spec: &ScreenSpec, persona: &'static Persona, today: Date) -> (Box<dyn Rules>, Vec<Field>) {
    match spec.kind {
        ScreenKind::Login => {
            let login = Login::new(persona, spec.trouble);
            let fields = login.fields(persona);
            (Box::new(login), fields)
        }
        ScreenKind::SmsCode => (Box::new(SmsCode::new(persona, spec.trouble)), vec![SmsCode::field()]),
        ScreenKind::MailCode => {
            let mail = MailCode::new(persona, spec);
            let field = mail.field();
            (Box::new(mail), vec![field])
        }
        ScreenKind::LetterCode => {
            let letter = LetterCode::new(persona, spec);
            let field = letter.field();
            (Box::new(letter), vec![field])
        }
        ScreenKind::PairingCode => (Box::new(PairingCode), vec![pairing_code::field(persona)]),
        ScreenKind::Map => (Box::new(PlaceOnMap), vec![map::field(spec)]),
        ScreenKind::Form => (Box::new(Form), form::fields(spec, persona, today)),
        ScreenKind::Organisation => (Box::new(Organisation::new(spec)), vec![choice::field(spec)]),
        ScreenKind::Method | ScreenKind::AppChoice => (Box::new(Choice), vec![choice::field(spec)]),
        ScreenKind::PinChoose => {
            let choose = PinChoose::new(persona, spec.trouble);
            let fields = choose.fields();
            (Box::new(choose), fields)
        }
        ScreenKind::PinEnter => {
            let enter = PinEnter::new(persona, spec.trouble);
            let fields = enter.fields();
            (Box::new(enter), fields)
        }
        ScreenKind::IdCheck => (Box::new(IdCheck::new(spec.trouble)), vec![id_check::field(spec)]),
        ScreenKind::Scan => (Box::new(Scan::new(spec.trouble)), vec![]),
        ScreenKind::NewAccount | ScreenKind::NewPassword => {
            let account = NewAccount::new(persona, spec.trouble);
            let fields = account.fields(spec, persona);
            (Box::new(account), fields)
        }
        ScreenKind::Inbox => (Box::new(Inbox::new(spec)), vec![]),
        ScreenKind::History => (Box::new(History::new(spec, today)), vec![choice::field(spec)]),
        ScreenKind::Judge => (Box::new(Choice), vec![judge::field(spec)]),
        ScreenKind::Tap => (Box::new(Tap::new(spec)), vec![]),
        ScreenKind::Pages => (Box::new(Pages::new(spec)), vec![]),
        ScreenKind::Summary => (Box::new(Summary), vec![]),
        ScreenKind::Confirmation => (Box::new(Confirmation), vec![]),
    }
}
