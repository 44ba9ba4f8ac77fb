//! `public/flows/<id>/find.json`: how a flow is found. Only the index is made from it (`editing/search_index/build.rs`), so that nobody who walks a flow
//! loads it.

use crate::map::Map;
use crate::municipality::house::Room;
use crate::record;

record! {
    /// How residents and municipal pages find one flow.
    pub struct FindFile {
        pub format: u32 = "format",
        pub flow: String = "flow",
        /// The rooms of the house where it belongs, the first one first.
        pub rooms: Vec<Room> = "rooms",
        /// National product names, as `data/upl.csv` writes them. A name stands in one flow only.
        pub upl: Vec<String> = "upl",
        /// By language: what somebody says who needs this flow, in a few of their own words.
        pub needs: Map<Vec<String>> = "needs",
    }
}
