//! The steps of every flow as pages that need no program: for who has no JavaScript, for paper, for search engines. Made
//! natively, when the site is built.

mod appendix;
mod exercise;
mod files;
mod flow_page;
mod frame;
mod how_to;
mod index_page;
mod order;
mod page;
mod roads;
pub mod site;
mod step;
