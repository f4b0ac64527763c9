//! The view that was chosen, where that is not the list.

use super::day_view::DayViewProps;
use super::lazy::{self, ViewsPart};
use super::place::Place;
use crate::components::agenda::ViewProps;
use crate::components::part_failure::PartFailure;
use crate::context::use_locale;
use crate::hooks::use_wanted_part;
use crate::lazy_part::LazyPart;
use crate::view::View;
use huso_i18n::Texts as _;
use yew::{Callback, Html, HtmlResult, Properties, Suspense, component, html, use_callback, use_reducer_eq};

/// Properties of [`OtherView`].
#[derive(Properties, PartialEq)]
pub struct OtherViewProps {
    /// The view that was chosen; nothing is shown where it is the list.
    pub chosen: View,
    /// What every view is given.
    pub view: ViewProps,
}

/// The grid or the ruler, once its part of the program is here.
#[component]
pub fn OtherView(props: &OtherViewProps) -> Html {
    let texts = use_locale().lang.widget();
    let is_wanted = props.chosen != View::List;
    let views = use_wanted_part(lazy::load, is_wanted);
    let place = use_reducer_eq(Place::default);
    let on_place = use_callback(place.dispatcher(), |action, dispatcher| dispatcher.dispatch(action));
    if !is_wanted {
        return Html::default();
    }
    let fallback = html! { <p class="notice" role="status">{texts.part_loading}</p> };
    let day = DayViewProps { chosen: props.chosen, view: props.view.clone(), place: *place, on_place };
    html! {
        <Suspense {fallback}><LazyView part={views.part} on_retry={views.retry} {day} /></Suspense>
    }
}

#[derive(Properties, PartialEq)]
struct LazyViewProps {
    part: LazyPart<ViewsPart>,
    on_retry: Callback<()>,
    day: DayViewProps,
}

#[component]
fn LazyView(props: &LazyViewProps) -> HtmlResult {
    let message = use_locale().lang.widget().part_not_loaded;
    Ok(match props.part.get()? {
        Ok(view) => view(props.day.clone()),
        Err(details) => {
            let (details, on_retry) = (details.clone(), props.on_retry.clone());
            html! { <PartFailure {message} {details} {on_retry} /> }
        }
    })
}
