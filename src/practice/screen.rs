//! Which rules a screen has, and the fields it begins with.

use super::choice::{self, Choice};
use super::date::Date;
use super::field::Field;
use super::form;
use super::history::History;
use super::id_check::{self, IdCheck};
use super::inbox::Inbox;
use super::judge;
use super::letter_code::LetterCode;
use super::login::Login;
use super::mail_code::MailCode;
use super::map;
use super::new_account::NewAccount;
use super::pages::Pages;
use super::pairing_code;
use super::persona::Persona;
use super::pin_choose::PinChoose;
use super::pin_enter::PinEnter;
use super::rules::{Fields, Rules};
use super::scan::Scan;
use super::sms_code::SmsCode;
use super::spec::{ScreenKind, ScreenSpec};
use super::tap::Tap;

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
        ScreenKind::PairingCode => (Box::new(Fields), vec![pairing_code::field(persona)]),
        ScreenKind::Map => (Box::new(Fields), vec![map::field(spec)]),
        ScreenKind::Form => (Box::new(Fields), form::fields(spec, persona, today)),
        ScreenKind::Method | ScreenKind::AppChoice | ScreenKind::Organisation => {
            (Box::new(Choice), vec![choice::field(spec)])
        }
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
        ScreenKind::Summary | ScreenKind::Confirmation => (Box::new(Fields), vec![]),
    }
}
