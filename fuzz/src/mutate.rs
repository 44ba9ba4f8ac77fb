//! Changes to a file that nobody would make: in the tree when it is JSON, so that what is changed is still read; else in its
//! bytes. The same seed makes the same change. `tests/native/fuzzed.rs` uses this file too.

use serde_json::{Value, from_slice, json};

/// A source of numbers that look like chance.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % sides.max(1)
    }
}

/// The bytes with one change, of any size.
pub fn mutated(bytes: &[u8], seed: u32) -> Vec<u8> {
    let mut dice = Dice(u64::from(seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    dice.roll(2);
    match from_slice::<Value>(bytes) {
        Ok(mut tree) if dice.roll(4) > 0 => {
            change_tree(&mut tree, &mut dice);
            serde_json::to_vec(&tree).unwrap_or_default()
        }
        _ => changed_bytes(bytes, &mut dice),
    }
}

fn change_tree(tree: &mut Value, dice: &mut Dice) {
    let all = count(tree);
    let other = nth(tree, &mut dice.roll(all)).map_or(Value::Null, |value| value.clone());
    let Some(here) = nth(tree, &mut dice.roll(all)) else { return };
    match (here, dice.roll(6)) {
        (Value::Array(list), 0) => list.insert(dice.roll(list.len() + 1), other),
        (Value::Array(list), 1) if !list.is_empty() => drop(list.remove(dice.roll(list.len()))),
        (Value::Array(list), 2) if !list.is_empty() => {
            let copies = vec![list[dice.roll(list.len())].clone(); dice.roll(300)];
            list.extend(copies);
        }
        (Value::Object(map), 0) => drop(map.insert(odd_text(dice), other)),
        (Value::Object(map), 1 | 2) if !map.is_empty() => {
            let name = map.keys().nth(dice.roll(map.len())).cloned().unwrap_or_default();
            let value = map.remove(&name);
            if dice.roll(2) == 0 {
                map.insert(odd_text(dice), value.unwrap_or_default());
            }
        }
        (Value::String(text), 0 | 1) => {
            let at = (0..=dice.roll(text.len() + 1).min(text.len()))
                .rev()
                .find(|at| text.is_char_boundary(*at))
                .unwrap_or(0);
            text.insert_str(at, &odd_text(dice));
        }
        (here, 3) => *here = other,
        (here, _) => *here = odd_value(dice),
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(map) => map.values().map(count).sum(),
        _ => 0,
    }
}

/// The value that many places further, itself first.
fn nth<'a>(value: &'a mut Value, left: &mut usize) -> Option<&'a mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(list) => list.iter_mut().find_map(|item| nth(item, left)),
        Value::Object(map) => map.values_mut().find_map(|item| nth(item, left)),
        _ => None,
    }
}

fn odd_value(dice: &mut Dice) -> Value {
    match dice.roll(12) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(0),
        3 => json!(-1),
        4 => json!(4_294_967_296_i64),
        5 => json!(i64::MIN),
        6 => json!(u64::MAX),
        7 => json!(1.5),
        8 => json!([]),
        9 => json!({}),
        _ => json!(odd_text(dice)),
    }
}

fn odd_text(dice: &mut Dice) -> String {
    const TEXTS: &[&str] = &[
        "",
        "x",
        "{p.name}",
        "{f.dagen}",
        "{p.",
        "[",
        "[]",
        "[a|b]",
        "[DigiD]",
        "**",
        "****",
        "**a**",
        "]]",
        "}",
        "explain",
        "choose",
        "practise",
        "include",
        "outcome",
        "steps",
        "terms",
        "next",
        "kind",
        "seen",
        "chose ",
        "ticked a b",
        "practised shown",
        "detour a",
        "alleen",
        "é\u{301}",
        "\u{202e}",
        "\u{0}",
        "😀",
        "999993653",
        "2026-11-23",
    ];
    match dice.roll(TEXTS.len() + 2) {
        at if at < TEXTS.len() => TEXTS[at].to_owned(),
        _ => TEXTS[dice.roll(TEXTS.len())].repeat(1 + dice.roll(2_000)),
    }
}

fn changed_bytes(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut new = bytes.to_vec();
    let from = dice.roll(new.len() + 1).min(new.len());
    let to = (from + dice.roll(64)).min(new.len());
    match dice.roll(5) {
        0 => drop(new.drain(from..to)),
        1 => new.truncate(from),
        2 => new.extend_from_within(from..to),
        3 => {
            new.splice(from..from, odd_text(dice).into_bytes());
        }
        _ => new[from..to].iter_mut().take(4).for_each(|byte| *byte = dice.roll(256) as u8),
    }
    new
}
