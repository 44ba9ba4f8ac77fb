//! What keeps real data out, in layers: `sensitive_numbers` watches everything that comes in, `gate` lets nothing through but the
//! card's own values, `buffer` forgets. A `field` has all three; `keys` are the keys on the screen.

pub mod buffer;
pub mod elfproef;
pub mod field;
pub mod fold;
pub mod gate;
pub mod iban;
pub mod keys;
pub mod sensitive_numbers;
