//! What a story returns when it cannot go on.

use std::fmt;

/// The result of a story and of everything that a story asks.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Whose failure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The page did not do what the story says; also everything of which that is not sure.
    Product,
    /// The driver: it did not answer, its session ended, or what it says it touched was never touched.
    Driver,
}

/// Why a story stopped, in words for the person who reads the report.
#[derive(Debug, Clone)]
pub struct Failure {
    pub text: String,
    pub fault: Fault,
}

impl Failure {
    /// A failure of the product, as far as anybody knows.
    pub fn new(text: impl Into<String>) -> Failure {
        Failure { text: text.into(), fault: Fault::Product }
    }

    /// The same failure, with before it where it happened.
    pub fn at(self, place: impl fmt::Display) -> Failure {
        Failure { text: format!("{place}: {}", self.text), ..self }
    }

    /// The same failure, with more to know behind it.
    pub fn and(self, more: impl fmt::Display) -> Failure {
        Failure { text: format!("{}{more}", self.text), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<String> for Failure {
    fn from(text: String) -> Self {
        Failure::new(text)
    }
}

impl From<&str> for Failure {
    fn from(text: &str) -> Self {
        Failure::new(text)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure::new(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure::new(error.to_string())
    }
}

/// Leaves the story with these words.
macro_rules! fail {
    ($($words:tt)*) => { return Err($crate::failure::Failure::new(format!($($words)*))) };
}

/// Leaves the story with these words unless the condition holds.
macro_rules! ensure {
    ($condition:expr, $($words:tt)*) => { if $condition {} else { fail!($($words)*) } };
}
