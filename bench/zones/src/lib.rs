//! An agenda of 2,000 sessions in the four countries' times, written out once by Huso and once by the
//! browser's Intl. `cargo xtask bench zones` runs both in Chromium.

pub mod conversions;
