//! An element under construction.
//!
//! A thin layer over Leptos' elements that keeps one erased type for all of them: the wasm stays small, and text is set
//! as `textContent`, which survives a browser that translates the page. It never builds HTML from text, so the widget
//! works where Trusted Types are required.

use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::directive::directive;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::property::prop;
use leptos::web_sys;
use std::rc::Rc;

/// An element with its attributes and children. One pointer, so that a chain of calls is short in wasm.
pub struct Node(Box<Parts>);

struct Parts {
    tag: &'static str,
    attrs: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element.
#[inline(never)]
pub fn el(tag: &'static str) -> Node {
    Node(Box::new(Parts { tag, attrs: Vec::new(), children: Vec::new() }))
}

/// Begins an element with a class.
#[inline(never)]
pub fn div(class: &'static str) -> Node {
    el("div").with_attr("class", class)
}

/// Begins a button with a class.
#[inline(never)]
pub fn press(class: &'static str) -> Node {
    el("button").with_attr("type", "button").with_attr("class", class)
}

/// Begins a list with a class. Without its marks a list is one only by its role.
#[inline(never)]
pub fn plain_list(class: &'static str) -> Node {
    el("ul").with_attr("class", class).with_attr("role", "list")
}

/// A paragraph, heading or other element that holds only text.
pub fn text(tag: &'static str, class: &'static str, words: impl AsRef<str>) -> Node {
    with_words(tag, class, words.as_ref())
}

#[inline(never)]
fn with_words(tag: &'static str, class: &'static str, words: &str) -> Node {
    el(tag).with_attr("class", class).with_text(words)
}

/// Something that follows a signal.
type Live<T> = Box<dyn Fn() -> T + Send + Sync>;

// The generic methods only hand on; the work is done once, for one type.
impl Node {
    /// An attribute. For what stands in the interface and does not change.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Node {
        self.with_attr(name, value.as_ref())
    }

    /// A boolean attribute that is there or not.
    pub fn flag(self, name: &'static str, on: bool) -> Node {
        if on { self.with_attr(name, "") } else { self }
    }

    /// An attribute that follows a signal; `None` takes it away.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + Send + Sync + 'static) -> Node {
        self.with_live_attr(name, Box::new(value))
    }

    /// A boolean attribute that follows a signal.
    pub fn live_flag(self, name: &'static str, on: impl Fn() -> bool + Send + Sync + 'static) -> Node {
        self.with_live_flag(name, Box::new(on))
    }

    /// `aria-pressed` or its like: always there, "true" or "false".
    pub fn live_state(self, name: &'static str, on: impl Fn() -> bool + Send + Sync + 'static) -> Node {
        self.with_live_state(name, Box::new(on))
    }

    /// What to do with the element itself once it is there.
    pub fn with_element(self, act: impl Fn(web_sys::Element) + 'static) -> Node {
        self.with_directive(Rc::new(act))
    }

    /// Whether a radio button or a tick is on, following a signal.
    pub fn live_checked(self, on: impl Fn() -> bool + Send + Sync + 'static) -> Node {
        self.with_live_checked(Box::new(on))
    }

    /// The text of the element, which then has no other children.
    pub fn text(self, words: impl AsRef<str>) -> Node {
        self.with_text(words.as_ref())
    }

    /// Text that follows a signal.
    pub fn live_text(self, words: impl Fn() -> String + Send + Sync + 'static) -> Node {
        self.with_live_prop("textContent", Box::new(words))
    }

    /// What to do on a DOM event.
    pub fn on(self, name: &'static str, act: impl FnMut(web_sys::Event) + 'static) -> Node {
        self.with_listener(name, Box::new(act))
    }

    /// What to do when it is pressed, by any means.
    pub fn on_press(self, mut act: impl FnMut() + 'static) -> Node {
        self.with_listener("click", Box::new(move |_| act()))
    }

    pub fn child(self, child: impl Into<AnyView>) -> Node {
        self.with_child(child.into())
    }

    pub fn children<T: Into<AnyView>>(mut self, children: impl IntoIterator<Item = T>) -> Node {
        for child in children {
            self = self.with_child(child.into());
        }
        self
    }

    /// A part that is made again whenever a signal in it changes.
    pub fn live(self, part: impl Fn() -> AnyView + Send + Sync + 'static) -> Node {
        self.with_live(Box::new(part))
    }

    #[inline(never)]
    fn with_attr(mut self, name: &'static str, value: &str) -> Node {
        self.0.attrs.push(custom_attribute(name, value.to_owned()).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_live_attr(mut self, name: &'static str, value: Live<Option<String>>) -> Node {
        self.0.attrs.push(custom_attribute(name, value).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_live_flag(self, name: &'static str, on: Live<bool>) -> Node {
        self.with_live_attr(name, Box::new(move || on().then(String::new)))
    }

    #[inline(never)]
    fn with_live_state(self, name: &'static str, on: Live<bool>) -> Node {
        self.with_live_attr(name, Box::new(move || Some(if on() { "true" } else { "false" }.to_owned())))
    }

    #[inline(never)]
    fn with_live_checked(self, on: Live<bool>) -> Node {
        // The empty text is the falsy value that a property takes.
        self.with_live_prop("checked", Box::new(move || if on() { "true".to_owned() } else { String::new() }))
    }

    #[inline(never)]
    fn with_live_prop(mut self, name: &'static str, value: Live<String>) -> Node {
        self.0.attrs.push(prop(name, value).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_directive(mut self, act: Rc<dyn Fn(web_sys::Element)>) -> Node {
        self.0.attrs.push(directive(move |element| act(element), ()).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_text(mut self, words: &str) -> Node {
        self.0.attrs.push(prop("textContent", words.to_owned()).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_listener(mut self, name: &'static str, act: Box<dyn FnMut(web_sys::Event)>) -> Node {
        self.0.attrs.push(ev::on(ev::Custom::<web_sys::Event>::new(name), act).into_any_attr());
        self
    }

    #[inline(never)]
    fn with_child(mut self, child: AnyView) -> Node {
        self.0.children.push(child);
        self
    }

    #[inline(never)]
    fn with_live(mut self, part: Live<AnyView>) -> Node {
        self.0.children.push(part.into_any());
        self
    }
}

impl From<Node> for AnyView {
    #[inline(never)]
    fn from(node: Node) -> AnyView {
        let Parts { tag, attrs, children } = *node.0;
        let element = custom(tag);
        if children.is_empty() {
            element.add_any_attr(attrs).into_any()
        } else {
            element.child(children).add_any_attr(attrs).into_any()
        }
    }
}

/// Nothing, where a view is asked for.
#[inline(never)]
pub fn nothing() -> AnyView {
    ().into_any()
}
