//! The views, search, filters, and whose time stands first.

use super::super::icon::{SEARCH, icon};
use super::super::lazy::FindPart;
use super::super::plan::PlanButton;
use super::super::zone_choice::ZoneChoice;
use super::awake_box::AwakeBox;
use super::filter_button::FilterButton;
use super::filter_chips::FilterChipsProps;
use super::filter_panel::FilterPanelProps;
use super::filters_in_force::FiltersInForce;
use super::print_button::PrintButton;
use super::search_field::SearchField;
use super::use_shown::Shown;
use super::view_switch::ViewSwitch;
use crate::browse::{Browse, BrowseAction, MANY};
use crate::browser::{close_dialog, focus, open_dialog};
use crate::context::{use_event, use_locale, use_zones};
use crate::lazy_part::LazyPart;
use crate::view::VIEWS;
use huso_agenda::Text;
use huso_agenda::find::Awake;
use huso_i18n::Texts as _;
use std::rc::Rc;
use web_sys::Element;
use yew::{
    Callback, Html, Properties, classes, component, html, use_callback, use_effect_with, use_memo,
    use_node_ref, use_state_eq,
};

/// Pixels under which the filters are a sheet (styles/toolbar.css).
const NARROW: i32 = 620;

/// Properties of [`Toolbar`].
#[derive(Properties, PartialEq)]
pub struct ToolbarProps {
    /// What of the agenda is looked at, and how.
    pub browse: Browse,
    /// Which sessions are shown.
    pub shown: Shown,
    /// The part of the program for finding, once it is here.
    pub find: LazyPart<FindPart>,
    /// Somebody is about to need that.
    pub on_find: Callback<()>,
    /// What the form calls audiences, by their values.
    pub audiences: Rc<Vec<(String, Text)>>,
    /// How many sessions are in the plan.
    pub planned: usize,
    /// Looks at the plan.
    pub on_plan: Callback<()>,
    /// Looks at something else.
    pub on_browse: Callback<BrowseAction>,
    /// Takes the name of the zone that the visitor chose; `None` for the browser's own.
    pub on_zone: Callback<Option<String>>,
}

/// The views, search, filters, and whose time stands first. What would be of no use is left out.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let ToolbarProps { browse, shown, on_browse, .. } = props;
    let sessions = &event.agenda().sessions;
    let has_times = sessions.iter().any(|session| session.start().is_some());
    let is_many = sessions.len() >= MANY;
    let has_nights = use_memo((event.clone(), zones.clone()), |(event, zones)| {
        let is_day = |when| Awake::default().admits(when, zones.viewer.zone.as_ref());
        event.agenda().sessions.iter().any(|session| !is_day(session.when))
    });
    let has_nights = *has_nights && !event.is_prerendered;
    let (search, panel) = (use_node_ref(), use_node_ref());
    let (is_searching, is_filtering) = (use_state_eq(|| false), use_state_eq(|| false));
    let on_filter = {
        let (is_filtering, panel) = (is_filtering.clone(), panel.clone());
        use_callback((*is_filtering, props.on_find.clone()), move |(), (is_open, on_find)| {
            on_find.emit(());
            if *is_open {
                panel.cast::<Element>().as_ref().map(close_dialog);
            }
            is_filtering.set(!is_open);
        })
    };
    let on_closed = {
        let is_filtering = is_filtering.setter();
        use_callback((), move |(), ()| is_filtering.set(false))
    };
    let part = props.find.ready();
    use_effect_with((*is_filtering && part.is_some(), panel.clone()), |(is_open, panel)| {
        if let Some(panel) = panel.cast::<Element>().filter(|_| *is_open) {
            open_dialog(&panel, NARROW);
        }
    });
    use_effect_with((*is_searching, search.clone()), |(is_searching, search)| {
        if let Some(search) = search.cast::<Element>().filter(|_| *is_searching) {
            focus(&search);
        }
    });
    let on_search_button = {
        let is_searching = is_searching.clone();
        move |_| is_searching.set(!*is_searching)
    };
    let count = browse.filters.count();
    let bar = classes!("toolbar", is_searching.then_some("searching"), (count > 0).then_some("filtered"));
    let has_views = VIEWS.len() > 1 && has_times;
    let filters = FilterPanelProps {
        browse: browse.clone(),
        shown: shown.clone(),
        has_nights,
        audiences: props.audiences.clone(),
        planned: props.planned,
        on_plan: props.on_plan.clone(),
        on_browse: on_browse.clone(),
        is_open: *is_filtering,
        on_close: on_filter.clone(),
        on_closed,
        node: panel,
    };
    let chips = part.filter(|_| count > 0).map(|part| {
        let (browse, audiences) = (browse.clone(), props.audiences.clone());
        (part.chips)(FilterChipsProps { browse, audiences, on_browse: on_browse.clone() })
    });
    let chips = chips.unwrap_or_default();
    html! {
        <div class={bar} part="toolbar">
            if has_views || is_many {
                <div class="tools">
                    if has_views {
                        <ViewSwitch view={browse.view} on_view={on_browse.reform(BrowseAction::Show)} />
                    }
                    if is_many {
                        <SearchField query={browse.query.clone()} on_search={on_browse.reform(BrowseAction::Search)}
                            on_focus={&props.on_find} node={search} />
                        <button type="button" class="tool search-button" aria-label={locale.lang.find().search}
                            aria-expanded={is_searching.to_string()} onclick={on_search_button}>{icon(SEARCH)}</button>
                        <FilterButton {count} is_open={*is_filtering} on_toggle={&on_filter} />
                        <PlanButton count={props.planned} on_plan={&props.on_plan} />
                        <PrintButton />
                    }
                </div>
            }
            if is_many {
                if let Some(part) = part {
                    {(part.panel)(filters)}
                }
                <FiltersInForce browse={browse.clone()} found={shown.is_searched.then_some(shown.sessions.len())} {chips} {on_browse} />
            }
            if has_times && (zones.is_choosable || (is_many && has_nights)) {
                <div class="whose-hours">
                    if zones.is_choosable {
                        <ZoneChoice on_zone={&props.on_zone} />
                    }
                    if is_many && has_nights && !*is_filtering {
                        <AwakeBox awake={browse.filters.awake} {on_browse} />
                    }
                </div>
            }
        </div>
    }
}
