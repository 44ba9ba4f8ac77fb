//! What a story returns when it cannot go on.

use std::fmt;

/// The result of a story and of everything that a story asks.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a story stopped, in words for the person who reads the report.
#[derive(Debug, Clone)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Failure {
    fn from(text: String) -> Self {
        Failure(text)
    }
}

impl From<&str> for Failure {
    fn from(text: &str) -> Self {
        Failure(text.into())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Failure(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Failure(error.to_string())
    }
}

/// Leaves the story with these words.
macro_rules! fail {
    ($($words:tt)*) => { return Err($crate::failure::Failure(format!($($words)*))) };
}

/// Leaves the story with these words unless the condition holds.
macro_rules! ensure {
    ($condition:expr, $($words:tt)*) => { if $condition {} else { fail!($($words)*) } };
}
