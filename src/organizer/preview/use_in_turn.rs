//! One preview after the other.

use crate::workspace::use_workspace;
use gloo_timers::callback::Timeout;
use yew::{AttrValue, hook, use_effect_with, use_state};

/// Milliseconds for which nothing was typed before a preview gets another event file: reading and drawing 500 sessions takes
/// 0.1 s, in which nothing else is answered.
const PAUSE: u32 = 600;

/// Milliseconds from one preview to the next, so that what is typed comes in between.
const TURN: u32 = 300;

/// The address of the newest event file, once it is a preview's turn, by its number from 0, it is in sight, and nobody types.
/// The first is there at once.
#[hook]
pub fn use_in_turn(src: &AttrValue, index: usize, is_in_sight: bool) -> AttrValue {
    let workspace = use_workspace();
    let shown = use_state(|| src.clone());
    use_effect_with((src.clone(), index, workspace.document().clone(), is_in_sight), {
        let shown = shown.clone();
        move |(src, index, _, is_in_sight)| {
            let (src, turn) = (src.clone(), TURN.saturating_mul(u32::try_from(*index).unwrap_or(u32::MAX)));
            let is_wanted = *is_in_sight && *shown != src;
            let timeout = is_wanted.then(|| Timeout::new(PAUSE.saturating_add(turn), move || shown.set(src)));
            move || drop(timeout)
        }
    });
    (*shown).clone()
}
