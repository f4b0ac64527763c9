//! The views, and whose time stands first.

use super::super::zone_choice::ZoneChoice;
use super::view_switch::ViewSwitch;
use crate::browse::{Browse, BrowseAction};
use crate::context::{use_event, use_zones};
use crate::view::VIEWS;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`Toolbar`].
#[derive(Properties, PartialEq)]
pub struct ToolbarProps {
    /// What of the agenda is looked at, and how.
    pub browse: Browse,
    /// Looks at something else.
    pub on_browse: Callback<BrowseAction>,
    /// Takes the name of the zone that the visitor chose; `None` for the browser's own.
    pub on_zone: Callback<Option<String>>,
}

/// The views, and whose time stands first. What would be of no use is left out.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let (event, zones) = (use_event(), use_zones());
    let has_times = event.agenda().sessions.iter().any(|session| session.start().is_some());
    html! {
        <>
            if VIEWS.len() > 1 && has_times && !event.is_prerendered {
                <div class="toolbar" part="toolbar">
                    <ViewSwitch view={props.browse.view} on_view={props.on_browse.reform(BrowseAction::Show)} />
                </div>
            }
            if zones.is_choosable && has_times {
                <ZoneChoice on_zone={&props.on_zone} />
            }
        </>
    }
}
