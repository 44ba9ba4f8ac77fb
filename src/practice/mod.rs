//! The practice desk's rules: what may be typed, what is right, what the devices show. Imports std, the map and the reader only.
//!
//! `desk` is what a view talks to. Under it: one file of rules per screen (`login`, `sms_code`, `form`, `map`,
//! `summary`, `confirmation`, …), the `field`s they are made of, and the safety of what is typed, in layers: `guard` watches
//! everything that comes in, `gate` lets nothing through but the card's own values, `buffer` forgets.

pub mod buffer;
pub mod choice;
pub mod coach;
mod code;
pub mod confirmation;
pub mod date;
pub mod desk;
pub mod device;
pub mod elfproef;
pub mod event;
pub mod field;
pub mod fold;
pub mod form;
pub mod gate;
pub mod guard;
pub mod history;
pub mod id_check;
pub mod inbox;
pub mod judge;
pub mod keys;
pub mod letter_code;
pub mod login;
pub mod mail_code;
pub mod map;
pub mod new_account;
pub mod pages;
pub mod pairing_code;
pub mod persona;
pub mod pin_choose;
pub mod pin_enter;
pub mod rules;
pub mod scan;
pub mod screen;
pub mod sms_code;
pub mod spec;
pub mod summary;
pub mod tap;
pub mod verdict;
