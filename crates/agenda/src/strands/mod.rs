//! Sessions side by side: which run in parallel, by track or by venue, and which part of the width each has.

mod arrange;
mod strand;

pub use arrange::{Arranged, Place, arrange};
pub use strand::{Block, By, Strand, blocks, strands};
