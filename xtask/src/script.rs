//! Scripts without indentation and without comments that have lines of their own: 2 kB less in brotli. A real minifier saves
//! 1.6 kB more and costs a minute of compiling.

/// The script without what only its readers need. Code keeps its lines, so nothing depends on where a statement ends.
pub fn squeeze(script: &str) -> String {
    let mut out = String::new();
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        let closed = line.find("*/").map(|end| end + 2);
        if in_comment || line.starts_with("/*") {
            match closed {
                Some(end) if end == line.len() => in_comment = false,
                // Code after a comment: rare, and not worth being clever about.
                Some(_) if !in_comment => push(&mut out, line),
                Some(end) => {
                    in_comment = false;
                    push(&mut out, line[end..].trim_start());
                }
                None => in_comment = true,
            }
        } else if !line.is_empty() && !line.starts_with("//") {
            // What goes on in the next line may be text, where spaces and slashes count.
            if line.matches('`').count() % 2 == 1 || line.ends_with('\\') {
                return script.to_owned();
            }
            push(&mut out, line);
        }
    }
    out
}

fn push(out: &mut String, line: &str) {
    // Where no pattern can begin, a space beside a sign says nothing, but in a text.
    let plain = !line.contains(['`', '/', '\\']);
    let mut text = None;
    let is_sign = |c: Option<char>| c.is_some_and(|c| "=?:,;{}()<>|&[]".contains(c));
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        if matches!(c, '"' | '\'') {
            text = if text.is_none() { Some(c) } else { text.filter(|begin| *begin != c) };
        }
        let silent =
            c == ' ' && plain && text.is_none() && (is_sign(out.chars().last()) || is_sign(rest.peek().copied()));
        if !silent {
            out.push(c);
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn comments_and_indentation_go() {
        let script = "/**\n * @param {any} x\n */\nexport function a(x) {\n    // why\n    return x; // kept\n}\n\n/* one */\n/* two */ b();\n/* three\n*/ c();\n";
        assert_eq!(squeeze(script), "export function a(x){\nreturn x; // kept\n}\n/* two */ b();\nc();\n");
    }

    #[test]
    fn spaces_beside_signs_go_where_nothing_can_be_a_text() {
        assert_eq!(squeeze("a = (b, c) => d + +e - -f;\n"), "a=(b,c)=>d + +e - -f;\n");
        assert_eq!(squeeze("a = \"b , 'c\" , 'd , \"e';\n"), "a=\"b , 'c\",'d , \"e';\n");
        for odd in ["a = /e , f/;\n", "a = \"b\\\" , c\";\n", "a = `b , c`;\n"] {
            assert_eq!(squeeze(odd), odd);
        }
    }

    #[test]
    fn text_that_goes_on_in_the_next_line_stays_as_it_is() {
        for script in ["a(`\n   // no comment\n`);\n  b();\n", "a('x\\\n   // no comment');\n", "x = /`/;\n    y();\n"]
        {
            assert_eq!(squeeze(script), script);
        }
        assert_eq!(squeeze("  a(`b ${`c`}`);\n"), "a(`b ${`c`}`);\n");
    }
}
