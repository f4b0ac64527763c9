//! How many seats are left of a session, behind its title.

use crate::context::use_locale;
use huso_registration::wire::SeatsLeft;
use huso_registration::wording;
use yew::{Html, Properties, component, html};

/// Properties of [`SeatsRemark`].
#[derive(Properties, PartialEq)]
pub struct SeatsRemarkProps {
    /// How many, as far as that is known.
    pub seats: Option<SeatsLeft>,
}

/// How many seats are left of a session; nothing where there are enough.
#[component]
pub fn SeatsRemark(SeatsRemarkProps { seats }: &SeatsRemarkProps) -> Html {
    let lang = use_locale().lang;
    let remark = seats.and_then(|seats| wording::seats(seats, lang));
    html! {
        if let Some(remark) = remark { <span class="optional">{format!(" ({remark})")}</span> }
    }
}
