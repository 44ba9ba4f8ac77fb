//! HTML and SVG that hold nothing but what was meant: every text and every attribute is escaped on its way in.

/// An element with what is in it, or a run of text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Markup {
    tag: &'static str,
    attributes: String,
    inside: String,
}

/// Elements that have nothing in them.
const VOID: &[&str] = &["meta", "link"];

/// An element.
pub fn el(tag: &'static str) -> Markup {
    Markup { tag, ..Markup::default() }
}

/// Nodes one after another, without an element around them.
pub fn run() -> Markup {
    Markup::default()
}

/// A text.
pub fn text(words: &str) -> Markup {
    run().text(words)
}

/// An element with a class (or none) and a text.
pub fn with(tag: &'static str, class: &str, words: &str) -> Markup {
    let node = el(tag).text(words);
    if class.is_empty() { node } else { node.attr("class", class) }
}

impl Markup {
    /// Adds an attribute; its value is escaped.
    pub fn attr(mut self, name: &str, value: &str) -> Markup {
        self.attributes.extend([" ", name, "=\"", &escaped(value), "\""]);
        self
    }

    /// Adds a text at the end of what is inside; it is escaped.
    pub fn text(mut self, words: &str) -> Markup {
        self.inside.push_str(&escaped(words));
        self
    }

    /// Adds a node at the end of what is inside.
    pub fn child(mut self, node: Markup) -> Markup {
        self.inside.push_str(&node.html());
        self
    }

    /// Adds nodes at the end of what is inside, in this order.
    pub fn children(self, nodes: impl IntoIterator<Item = Markup>) -> Markup {
        nodes.into_iter().fold(self, Markup::child)
    }

    /// A block of data, such as JSON, in a `script` element that no browser runs.
    pub fn data(kind: &str, json: &str) -> Markup {
        let mut node = el("script").attr("type", kind);
        // In a script element only `<` can end it or open a comment; in JSON it stands in texts alone.
        node.inside.push_str(&json.replace('<', "\\u003c"));
        node
    }

    /// The HTML or SVG of the node. The elements that stand as blocks end with a line break.
    pub fn html(&self) -> String {
        let Markup { tag, attributes, inside } = self;
        match *tag {
            "" => inside.clone(),
            tag if VOID.contains(&tag) => format!("<{tag}{attributes}>\n"),
            tag if BLOCKS.contains(&tag) => format!("<{tag}{attributes}>{inside}</{tag}>\n"),
            tag => format!("<{tag}{attributes}>{inside}</{tag}>"),
        }
    }
}

/// A line ends after these, for whoever reads the source.
const BLOCKS: &[&str] = &[
    "html",
    "head",
    "body",
    "title",
    "script",
    "header",
    "footer",
    "main",
    "nav",
    "section",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
];

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(node: Markup, expected: &str) {
        assert_eq!(node.html().trim_end(), expected);
    }

    #[test]
    fn whatever_comes_in_stays_text() {
        check(text("a < b & c"), "a &lt; b &amp; c");
        check(with("p", "x\" onload=\"y", "<b>'"), "<p class=\"x&quot; onload=&quot;y\">&lt;b&gt;&#39;</p>");
        check(el("link").attr("href", "a.css"), "<link href=\"a.css\">");
        check(el("p").child(with("a", "b", "c")).text("&"), "<p><a class=\"b\">c</a>&amp;</p>");
        check(run().children([text("a"), with("em", "b", "c")]), "a<em class=\"b\">c</em>");
        check(
            Markup::data("application/ld+json", "\"</script><!--\""),
            "<script type=\"application/ld+json\">\"\\u003c/script>\\u003c!--\"</script>",
        );
    }
}
