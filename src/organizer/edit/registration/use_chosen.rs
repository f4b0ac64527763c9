//! Which entry of one of the registration's lists is in its form.

use crate::workspace::use_workspace;
use yew::{Callback, hook, use_state};

/// The entry of a list that was chosen, by its number from 0, or that somebody wants to go to in the event file, whichever was
/// wished last; and what chooses one.
#[hook]
pub fn use_chosen(list: &'static str) -> (Option<usize>, Callback<Option<usize>>) {
    let workspace = use_workspace();
    let wish = workspace.spot.as_ref().map_or(0, |spot| spot.wish);
    let chosen = use_state(|| (0, None));
    let spotted = workspace.spot.as_ref().filter(|spot| spot.wish != chosen.0);
    let spotted = spotted.and_then(|spot| spot.place.entry_of(&format!("registration.{list}")));
    let on_choose = {
        let chosen = chosen.setter();
        Callback::from(move |index| chosen.set((wish, index)))
    };
    (spotted.or(chosen.1), on_choose)
}
