//! The strip by keyboard.

use crate::edit::strip::drag::Edge;
use huso_edit::Bar;
use web_sys::KeyboardEvent;

/// What a key does on a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarKey {
    /// Moves it, or its end, by some minutes.
    Move(Edge, i64),
    /// Takes back what was moved since it has the focus.
    Back,
    /// Goes to another bar: which of the day's, from 0.
    Go(usize),
}

/// What a key does on the bar of a session.
pub fn bar_key(event: &KeyboardEvent, index: usize, bars: &[Bar]) -> Option<BarKey> {
    if event.ctrl_key() || event.meta_key() {
        return None;
    }
    let by = if event.shift_key() { 60 } else { 5 };
    let edge = if event.alt_key() { Edge::End } else { Edge::Whole };
    let at = bars.iter().position(|bar| bar.index == index)?;
    let last = bars.len().saturating_sub(1);
    Some(match event.key().as_str() {
        "ArrowRight" => BarKey::Move(edge, by),
        "ArrowLeft" => BarKey::Move(edge, -by),
        "ArrowDown" => BarKey::Go((at + 1).min(last)),
        "ArrowUp" => BarKey::Go(at.saturating_sub(1)),
        "Home" => BarKey::Go(0),
        "End" => BarKey::Go(last),
        "Escape" => BarKey::Back,
        _ => return None,
    })
}
