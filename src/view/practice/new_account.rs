//! What a new password must have, ticked as one types.

use super::stage::Stage;
use super::ticks;
use crate::practice::desk::{At, Desk};
use crate::practice::screens::new_account::{Demand, NewAccount, REPEAT};
use crate::view::ui::node::{Node, div};

/// The five rules, at the field of the new password; nothing at other fields.
pub fn demands(stage: Stage, index: usize, base: &str) -> Option<Node> {
    let is_new = |desk: &Desk| desk.screen::<NewAccount>().is_some() && desk.fields()[index].inputs()[0].secret();
    let first = |desk: &Desk| desk.fields()[index].id() != REPEAT;
    if !stage.desk.with_untracked(|desk| is_new(desk) && first(desk)) {
        return None;
    }
    let items = Demand::ALL.into_iter().map(|demand| {
        let met = move || stage.desk.with(|desk| demand.met(desk.text(At::new(index, 0))));
        ticks::item(stage, &words(stage, demand), met)
    });
    let list = div("sw-demands").attr("id", [base, "-demands"].concat());
    Some(list.child(stage.app.say("p", "sw-field__help", "demand.title")).child(ticks::list().children(items)))
}

/// What the password on the note lacks, in words.
pub fn lacking(stage: Stage) -> String {
    let demands: Vec<Demand> = stage
        .desk
        .with_untracked(|desk| desk.screen::<NewAccount>().map_or_else(Vec::new, |rules| rules.lacking().collect()));
    demands.into_iter().map(|demand| words(stage, demand)).collect::<Vec<_>>().join(", ")
}

fn words(stage: Stage, demand: Demand) -> String {
    stage.app.t(&["demand.", demand.id()].concat())
}
