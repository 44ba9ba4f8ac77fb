//! What only editors need, on their own machine: the content check, reports, pages, diagrams, schemas, the search index. Nothing here
//! ships in the browser.

pub mod check;
mod colours;
pub mod diagnostic;
pub mod diagram;
pub mod figures_table;
pub mod find_file;
pub mod freshness;
pub mod gallery;
pub mod identifier;
mod json_fault;
pub mod language;
pub mod library;
mod markup;
pub mod mermaid;
mod naming;
pub mod national;
pub mod pages;
pub mod publishing;
mod reading;
pub mod reserved;
pub mod routes;
pub mod scaffold;
pub mod schemas;
pub mod search_index;
pub mod table;
pub mod texts;
pub mod upl;
