//! Everything that can be proved without a browser: content, journeys through flows, the program as a machine, docs.

mod command;
mod content;
mod docs;
mod drawing;
mod find;
mod fuzzed;
mod journeys;
mod made_flows;
mod mistakes;
mod new;
mod pages;
mod practice_any;
mod practice_app;
mod practice_codes;
mod practice_desk;
mod practice_gate;
mod practice_guard;
mod practice_inputs;
mod practice_play;
mod practice_sites;
mod program;
mod schemas;
mod support;
mod tidy;
mod too_much;
mod town;
