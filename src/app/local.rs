//! What the municipality says, in the program: of flows, of rooms, and what follows when its file comes or does not.

use super::event::{Effect, Failure};
use super::model::{Local, Model, Place};
use super::notice::Notice;
use crate::content::asset::Asset;
use crate::municipality::house::Room;
use crate::municipality::overlay;
use crate::value::Value;

impl Model {
    /// What the municipality says of a flow.
    pub fn local_of(&self, flow: &str) -> Option<&Value> {
        if let Local::Here(municipality) = &self.local { municipality.at("flows")?.at(flow) } else { None }
    }

    /// Whether the municipality does not offer a flow.
    pub fn is_off(&self, flow: &str) -> bool {
        self.local_of(flow).and_then(|local| local.at("off")) == Some(&Value::Bool(true))
    }

    /// Whether the house of the municipality has no such room.
    pub fn is_absent(&self, room: Room) -> bool {
        let Local::Here(municipality) = &self.local else { return false };
        let facts = municipality.at("rooms").and_then(|rooms| rooms.at(room.name()));
        facts.and_then(|facts| facts.at("absent")) == Some(&Value::Bool(true))
    }

    /// Lays what the municipality says over a file of a flow.
    pub(super) fn lay_over(&self, asset: &Asset, value: &mut Value, warnings: &mut Vec<String>) {
        let (Asset::Flow(id) | Asset::Words(id, _)) = asset else { return };
        let Some(local) = self.local_of(id) else { return };
        let say: overlay::OnMisfit = &mut |place, found, expected| {
            warnings.push(["municipality: flows.", id, ".", &place, ": ", found, ", not ", expected].concat());
        };
        match asset {
            Asset::Words(_, lang) => overlay::words(value, local, lang, say),
            _ => overlay::facts(value, local, say),
        }
    }

    /// Without it everything works as everywhere else in the country.
    pub(super) fn municipality_arrived(&mut self, result: Result<Value, Failure>) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.local, result.map_or(Local::Nowhere, Local::Here));
        if matches!(self.local, Local::Nowhere) {
            self.notice = Some(Notice::NoMunicipality);
        }
        // A list that came before, as on another try, is drawn anew; until one is here, nothing is known.
        self.cards_turn += u32::from(self.knows_offer());
        let mut effects = self.send_away();
        if matches!(self.place, Place::House(_)) {
            self.turn += 1;
            effects.extend(self.speak());
        }
        if let Local::Awaited(held) = before {
            for (asset, result) in held {
                effects.extend(self.arrived_file(asset, result));
            }
        }
        effects
    }

    /// Who asks for a flow that the municipality does not offer is told so, at the start.
    pub(super) fn send_away(&mut self) -> Vec<Effect> {
        // Without the words of the interface nothing can be told yet.
        if self.place == Place::Waking || !self.is_off(&self.wanted.flow) {
            return vec![];
        }
        self.notice = Some(Notice::Off);
        self.go_home(self.wanted.by_visitor)
    }
}
