//! What prints: a sheet for the visitor's own time, or for one of the countries.

use super::super::icon::{PRINTER, icon};
use crate::context::{use_locale, use_print, use_zones};
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// Opens the choice of whose times the sheet has first, and prints what is shown of the agenda.
#[component]
pub fn PrintButton() -> Html {
    let (locale, zones, print) = (use_locale(), use_zones(), use_print());
    let own = zones.viewer_place();
    let others = zones.shown.iter().enumerate().map(|(index, (_, label))| (index, locale.text(label)));
    html! {
        <details class="print-menu">
            <summary class="tool print">{icon(PRINTER)}<span class="word">{locale.lang.find().print}</span></summary>
            <ul>
                <li><button type="button" class="plain" onclick={print.0.reform(|_| None)}>{zones.your_time(locale)}</button></li>
                for (index, label) in others.filter(|(_, label)| *label != own) {
                    <li>
                        <button type="button" class="plain" onclick={print.0.reform(move |_| Some(index))}>{label.to_owned()}</button>
                    </li>
                }
            </ul>
        </details>
    }
}
