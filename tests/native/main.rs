//! Everything that can be proved without a browser: content, journeys through flows, the program as a machine, docs.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper of tests is a test")]

mod again;
mod aloud;
mod command;
mod content;
mod docs;
mod drawing;
mod find;
mod forge;
mod fuzzed;
mod host;
mod interface_words;
mod journeys;
mod layers;
mod leaving;
mod letters;
mod made_flows;
mod mistakes;
mod mistakes_town;
mod names;
mod new;
mod notices;
mod pages;
mod parts;
mod policy;
mod practice_any;
mod practice_app;
mod practice_codes;
mod practice_demonstration;
mod practice_desk;
mod practice_gate;
mod practice_guard;
mod practice_inputs;
mod practice_names;
mod practice_play;
mod practice_sites;
mod program;
mod schemas;
mod slips;
mod sounds;
mod support;
mod tidy;
mod too_much;
mod town;
mod unreadable;
