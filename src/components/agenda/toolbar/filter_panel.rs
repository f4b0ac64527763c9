//! The filters: in place, or as a sheet over the page of a phone.

use super::super::icon::{CROSS, icon};
use super::super::plan::PlanButton;
use super::awake_hours::AwakeHours;
use super::facet_field::facet_field;
use super::facet_names::FacetNames;
use super::print_button::PrintButton;
use super::use_shown::Shown;
use crate::browse::{Browse, BrowseAction};
use crate::context::{use_event, use_locale};
use huso_agenda::Text;
use huso_agenda::find::Choices;
use huso_i18n::{Texts as _, plural};
use std::rc::Rc;
use yew::{Callback, Html, NodeRef, Properties, component, html, use_memo};

/// Properties of [`FilterPanel`].
#[derive(Properties, PartialEq)]
pub struct FilterPanelProps {
    /// What is looked for.
    pub browse: Browse,
    /// Which sessions are shown.
    pub shown: Shown,
    /// Whether some take place while people sleep.
    pub has_nights: bool,
    /// What the form calls audiences, by their values.
    pub audiences: Rc<Vec<(String, Text)>>,
    /// How many sessions are in the plan.
    pub planned: usize,
    /// Looks at the plan.
    pub on_plan: Callback<()>,
    /// Looks for something else.
    pub on_browse: Callback<BrowseAction>,
    /// Whether it is open.
    pub is_open: bool,
    /// Closes it.
    pub on_close: Callback<()>,
    /// It was closed.
    pub on_closed: Callback<()>,
    /// The dialog.
    pub node: NodeRef,
}

/// The filters. The agenda changes with each box.
#[component]
pub fn FilterPanel(props: &FilterPanelProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let texts = locale.lang.find();
    let choices = use_memo((event.clone(), props.is_open), |(event, is_open)| {
        if *is_open { Choices::of(event.agenda()) } else { Vec::new() }
    });
    let FilterPanelProps { browse, shown, on_browse, on_close, .. } = props;
    let names = FacetNames { agenda: event.agenda(), locale, audiences: &props.audiences };
    let found = shown.sessions.len();
    let is_known = |choices: &&Choices| {
        choices.facet != huso_agenda::find::Facet::Audience || !props.audiences.is_empty()
    };
    html! {
        <dialog class="filters" ref={&props.node} aria-label={texts.filter} onclose={props.on_closed.reform(|_| ())}>
            if props.is_open {
                <div class="sheet-head">
                    <p class="sheet-title">{texts.filter}</p>
                    <button type="button" class="tool" aria-label={texts.close} onclick={on_close.reform(|_| ())}>{icon(CROSS)}</button>
                </div>
                <div class="facets">
                    for choices in choices.iter().filter(is_known) {
                        {facet_field(choices, &browse.filters, &names, on_browse)}
                    }
                    if props.has_nights {
                        <AwakeHours awake={browse.filters.awake} asleep={shown.asleep.clone()} {on_browse} />
                    }
                </div>
                <div class="sheet-tools"><PrintButton /><PlanButton count={props.planned} on_plan={&props.on_plan} /></div>
                <div class="sheet-end">
                    <button type="button" class="quiet" onclick={on_browse.reform(|_| BrowseAction::Unfilter)}>{texts.clear_short}</button>
                    <button type="button" class="primary" onclick={on_close.reform(|_| ())}>
                        {plural(found, texts.show_one, texts.show_other)}
                    </button>
                </div>
            }
        </dialog>
    }
}
