//! Which rules a screen has, and the fields it begins with.

use super::choice::{self, Choice};
use super::date::Date;
use super::field::Field;
use super::form;
use super::history::History;
use super::inbox::Inbox;
use super::judge;
use super::login::Login;
use super::map;
use super::new_account::NewAccount;
use super::pages::Pages;
use super::persona::Persona;
use super::rules::{Fields, Rules};
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
        ScreenKind::SmsCode => (Box::new(SmsCode::new(spec.trouble)), vec![SmsCode::field()]),
        ScreenKind::Map => (Box::new(Fields), vec![map::field(spec)]),
        ScreenKind::Form => (Box::new(Fields), form::fields(spec, persona, today)),
        ScreenKind::Method | ScreenKind::AppChoice => (Box::new(Choice), vec![choice::field(spec)]),
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
        _ => (Box::new(Fields), vec![]),
    }
}
