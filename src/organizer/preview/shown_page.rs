//! A page with the element on it.

use crate::frame::use_in_sight;
use crate::preview::state::{Device, Theme};
use crate::preview::use_in_turn::use_in_turn;
use yew::{AttrValue, Html, Properties, component, html, use_node_ref};

/// Properties of [`ShownPage`].
#[derive(Properties, PartialEq)]
pub struct ShownPageProps {
    /// Which preview, from 0.
    pub index: usize,
    /// The event file's address.
    pub src: AttrValue,
    /// The IANA name of the zone that it is seen from.
    pub zone: AttrValue,
    /// The reader's language.
    pub lang: AttrValue,
    /// On which device.
    pub device: Device,
    /// In which colours.
    pub theme: Theme,
    /// When, as the element's attribute has it; now without it.
    pub moment: Option<AttrValue>,
    /// How many seats are left, as the element's attribute has it.
    pub seats: Option<AttrValue>,
}

/// A page as wide as the device, as high as it has to be, with the element and nothing else on it. The element is the one that
/// visitors see, and sends nothing.
#[component]
pub fn ShownPage(props: &ShownPageProps) -> Html {
    let shown = use_node_ref();
    let (is_in_sight, _) = use_in_sight(&shown);
    let src = use_in_turn(&props.src, props.index, is_in_sight);
    let device = match props.device {
        Device::Phone => "phone",
        Device::Desktop => "desktop",
    };
    let theme = match props.theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    html! {
        <div class={format!("shown {device} {theme}")} ref={shown}>
            <huso-event {src} lang={props.lang.clone()} viewer-timezone={props.zone.clone()} moment={props.moment.clone()}
                seats={props.seats.clone()} preview="" />
        </div>
    }
}
