//! The time zone that the visitor chose to see the agenda in.

use crate::browser::remembered_zone;
use yew::{Callback, hook, use_callback, use_state};

/// The visitor's choice.
#[derive(Clone, PartialEq)]
pub struct ViewerZone {
    /// The IANA name of the zone that they chose, now or on an earlier visit; `None` is the browser's own.
    pub chosen: Option<String>,
    /// Chooses another one, or with `None` the browser's own.
    pub choose: Callback<Option<String>>,
}

/// The zone that the visitor had remembered on this device, until they choose another.
#[hook]
pub fn use_viewer_zone() -> ViewerZone {
    let chosen = use_state(remembered_zone);
    let choose = use_callback((), {
        let set = chosen.setter();
        move |zone, ()| set.set(zone)
    });
    ViewerZone { chosen: (*chosen).clone(), choose }
}
