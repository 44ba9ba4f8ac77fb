//! Texts with `{names}` in them.

/// The text with what `find` knows in the place of each `{name}`. What nothing answers to stays as it is.
pub fn fill<'v>(text: &str, find: &dyn Fn(&str) -> Option<&'v str>) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, mark)) = rest.split_once('{') {
        filled.push_str(before);
        let known = mark.split_once('}').and_then(|(name, after)| Some((find(name)?, after)));
        let (value, after) = known.unwrap_or(("{", mark));
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(super::fill(text, &|name| (name == "n").then_some("3")), expected);
    }

    #[test]
    fn names_are_replaced_and_the_rest_stays() {
        check("", "");
        check("nog {n} keer", "nog 3 keer");
        check("{n}{n}", "33");
        check("{wie} en {n}", "{wie} en 3");
        check("{n", "{n");
        check("{{n}}", "{3}");
        check("}{n}{", "}3{");
    }
}
