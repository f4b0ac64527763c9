//! The places that are offered.

use crate::context::use_locale;
use crate::hooks::Offer;
use huso_i18n::Texts as _;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`ZoneList`].
#[derive(Properties, PartialEq)]
pub struct ZoneListProps {
    /// The places, the likeliest first.
    pub offers: Vec<Offer>,
    /// The offer that arrows have led to, counted from 0.
    pub active: Option<usize>,
    /// Takes the one that was picked.
    pub on_pick: Callback<Offer>,
}

/// The places that are offered, if any are.
#[component]
pub fn ZoneList(props: &ZoneListProps) -> Html {
    let texts = use_locale().lang.widget();
    let pick = |offer: &Offer| {
        let offer = offer.clone();
        props.on_pick.reform(move |_| offer.clone())
    };
    html! {
        if !props.offers.is_empty() {
            <ul id="zone-list" role="listbox" aria-label={texts.zone_found}>
                for (index, offer) in props.offers.iter().enumerate() {
                    <li role="option" id={option_id(index)} aria-selected={(props.active == Some(index)).to_string()}
                        onclick={pick(offer)}>
                        <span>{&offer.name}</span>{" "}
                        <time datetime={offer.time.machine.clone()}>
                            {&offer.time.clock}
                            if let Some(mark) = &offer.time.mark { {format!("\u{a0}({mark})")} }
                        </time>
                    </li>
                }
            </ul>
        }
    }
}

/// The id of an offer, counted from 0.
pub fn option_id(index: usize) -> String {
    format!("zone-{index}")
}
