//! What Leptos' server functions name of the crate `wasm-streams`, and nothing behind it.
//!
//! Stapwijzer calls no server. The real crate exports three classes to JavaScript, and what is exported no linker leaves
//! out. The names have to be there for `server_fn` to compile; nothing in the program reaches them.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;
use web_sys::ReadableStream as Raw;

/// A stream of a request or a response.
pub struct ReadableStream(Raw);

impl ReadableStream {
    /// A body to send.
    ///
    /// # Panics
    /// Always: there are no server functions to send one to.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> ReadableStream {
        panic!("server functions are not part of this program")
    }

    /// A body that came in.
    pub fn from_raw(raw: Raw) -> ReadableStream {
        ReadableStream(raw)
    }

    pub fn into_raw(self) -> Raw {
        self.0
    }

    /// No pieces.
    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

/// A stream that is over.
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
