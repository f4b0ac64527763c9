//! Whose time stands first, and the way to another zone's.

use super::lazy::{self, ZonePart};
use super::zone_chooser::ZoneChooserProps;
use crate::components::part_failure::PartFailure;
use crate::context::{use_locale, use_zones};
use crate::hooks::{UseLazyPart, use_lazy_part};
use crate::lazy_part::LazyPart;
use huso_i18n::Texts as _;
use yew::{Callback, Html, HtmlResult, Properties, Suspense, component, html, use_effect_with, use_state_eq};

/// Properties of [`ZoneChoice`].
#[derive(Properties, PartialEq)]
pub struct ZoneChoiceProps {
    /// Takes the name of the zone chosen; `None` for the browser's own.
    pub on_zone: Callback<Option<String>>,
}

/// Whose time stands first; what stands in the way to another zone's is fetched when it is opened.
#[component]
pub fn ZoneChoice(props: &ZoneChoiceProps) -> Html {
    let (locale, zones) = (use_locale(), use_zones());
    let was_opened = use_state_eq(|| false);
    let UseLazyPart { part, load, retry } = use_lazy_part(lazy::load);
    use_effect_with((*was_opened, part.clone(), load), |(was_opened, _, load)| {
        if *was_opened {
            load.emit(());
        }
    });
    let onclick = {
        let was_opened = was_opened.setter();
        move |_| was_opened.set(true)
    };
    let texts = locale.lang.widget();
    let fallback = html! { <p class="notice" role="status">{texts.part_loading}</p> };
    html! {
        <details class="zone-choice" part="zone-choice">
            <summary {onclick}>
                <span class="whose">{zones.your_time(locale)}</span>
                <span class="change">{texts.zone_change}</span>
            </summary>
            if *was_opened {
                <Suspense {fallback}>
                    <LazyChooser {part} on_retry={retry} on_zone={props.on_zone.clone()} />
                </Suspense>
            }
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct LazyChooserProps {
    part: LazyPart<ZonePart>,
    on_retry: Callback<()>,
    on_zone: Callback<Option<String>>,
}

/// The chooser, once its part of the program is here.
#[component]
fn LazyChooser(props: &LazyChooserProps) -> HtmlResult {
    let texts = use_locale().lang.widget();
    Ok(match props.part.get()? {
        Ok(view) => view(ZoneChooserProps { on_zone: props.on_zone.clone() }),
        Err(details) => html! {
            <PartFailure message={texts.part_not_loaded} details={details.clone()} on_retry={props.on_retry.clone()} />
        },
    })
}
