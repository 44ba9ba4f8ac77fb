//! What stands on the desk, and what came in on it.

/// A device on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// A drawn browser; always there.
    Computer,
    Phone,
    Mail,
    /// A letter on paper.
    Letter,
    /// The screen of a second person: authorising takes two.
    Other,
}

impl Device {
    pub const ALL: [Device; 5] = [Device::Computer, Device::Phone, Device::Mail, Device::Letter, Device::Other];

    pub fn id(self) -> &'static str {
        match self {
            Device::Computer => "computer",
            Device::Phone => "phone",
            Device::Mail => "mail",
            Device::Letter => "letter",
            Device::Other => "other",
        }
    }
}

/// A message on a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    pub what: What,
    /// Nobody looked at it yet.
    pub new: bool,
}

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A code that the screen itself sends, as it is shown: `111 222`.
    Code(String),
    /// A call that was picked up, in which a voice read a code: `1 1 1 2 2 2`.
    Call(String),
    /// The id of words in `screens.<id>.messages`.
    Words(String),
}

impl Arrived {
    pub(super) fn words(ids: &[String]) -> Vec<Arrived> {
        ids.iter().map(|id| Arrived { what: What::Words(id.clone()), new: true }).collect()
    }
}
