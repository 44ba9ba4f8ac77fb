//! What must hold on every screen: two rule engines, and our own measures.

mod engines;
mod measures;
mod names;

pub use engines::{axe, ibm};
pub use measures::{Floor, fits_width, focus_is_visible, texts_and_targets};
pub use names::{disagreements, mislabelled, twins};
