//! A page with the element on it.

use crate::frame::{Mark, Tone, use_in_sight};
use crate::preview::state::{Device, Theme};
use crate::preview::use_in_turn::use_in_turn;
use std::rc::Rc;
use yew::{AttrValue, Html, Properties, classes, component, html, use_node_ref};

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
    /// The form as somebody has filled it, as the element's attribute has it; the form alone is seen then.
    pub filled: Option<AttrValue>,
    /// What the form lacks, in sentences.
    pub missing: Rc<[String]>,
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
        <div class={classes!("shown", device, theme, props.filled.is_some().then_some("form-alone"))} ref={shown}>
            <huso-event {src} lang={props.lang.clone()} viewer-timezone={props.zone.clone()} moment={props.moment.clone()}
                seats={props.seats.clone()} filled={props.filled.clone()} preview="">
                for sentence in props.missing.iter() {
                    <p slot="form" class="missing"><Mark tone={Tone::Error} words={sentence.clone()} /></p>
                }
            </huso-event>
        </div>
    }
}
