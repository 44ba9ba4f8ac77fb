//! The *huis voor de gemeente*: the rooms in which a flow can belong (product.md, "Where it comes from").

use crate::names;

/// The house in the address of a page and in the `flow` attribute; no flow has this name.
pub const HOUSE: &str = "huis";

names! {
    /// A room of the house. Its words are `room.<name>` of the interface.
    pub enum Room {
        /// The hall, where a host welcomes you.
        Reception = "ontvangst",
        Library = "mediatheek",
        /// The consulting room for care and support (Wmo).
        Care = "spreekkamer-wmo",
        /// The consulting room for children and parents (Jeugd).
        Youth = "spreekkamer-jeugd",
        /// The café where people work, look for work, or run their own business.
        Work = "werkcafe",
        Council = "raadzaal",
        /// The square before the house, and the hall for events.
        Square = "plein-en-zaal",
        /// Where the neighbourhood police officer and the fire service are.
        Safety = "steunpunt-veiligheid",
        /// The desk for living, building and saving energy.
        Living = "loket-wonen",
    }
}

impl Room {
    /// The room of this name, as files write it.
    pub fn by_name(name: &str) -> Option<Room> {
        Room::NAMES.iter().find(|(known, _)| *known == name).map(|(_, room)| *room)
    }
}
