//! Title, days and sessions.

use super::agenda_head::{AgendaHead, TITLE_ID};
use super::day_list::DayList;
use super::lazy::{self, FindPart};
use super::other_rules::OtherRules;
use super::plan::{PlanFootProps, PlanHead, use_planned};
use super::sheet_foot::SheetFoot;
use super::toolbar::{Toolbar, use_shown};
use super::use_rows::{RowSource, use_rows};
use super::use_sheet::use_sheet;
use super::view_props::ViewProps;
use crate::browse::{Browse, BrowseAction};
use crate::choice::{Choice, ChoiceAction};
use crate::components::basket::Basket;
use crate::components::part_failure::PartFailure;
use crate::components::views::OtherView;
use crate::context::{PrintContext, ZonesContext, use_event, use_locale};
use crate::hooks::{KeptPlan, UseLazyPart, use_wanted_part};
use crate::lazy_part::LazyPart;
use crate::view::View;
use huso_agenda::{Changed, Instant, Lang, Progress, Text};
use huso_i18n::{Texts as _, fill};
use huso_registration::wire::Seats;
use std::rc::Rc;
use yew::{
    Callback, ContextProvider, Html, NodeRef, Properties, classes, component, html, use_callback,
    use_state_eq,
};

/// The id of the list of days, to which others lead.
pub const LIST_ID: &str = "list";

/// Properties of [`Agenda`].
#[derive(Properties, PartialEq)]
pub struct AgendaProps {
    /// Where the sessions stand.
    pub progress: Rc<Progress>,
    /// What changed since the visitor looked last.
    pub changed: Rc<Vec<Changed>>,
    /// The session to jump to, where that is of use: which of the agenda's it is, from 0.
    pub current: Option<usize>,
    /// When the agenda was last known to be the newest, if it may not be now.
    pub outdated: Option<Instant>,
    /// Now.
    pub now: Instant,
    /// What the visitor means to attend.
    pub choice: Choice,
    /// Whether sessions can be chosen.
    pub is_choosable: bool,
    /// Whether the plan is kept on the device.
    #[prop_or_default]
    pub kept: KeptPlan,
    /// Looks at the plan.
    #[prop_or_default]
    pub on_plan: Callback<()>,
    /// How many seats are left; nothing is known of them where nothing can be chosen.
    #[prop_or_default]
    pub seats: Rc<Seats>,
    /// Adds a session to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
    /// Takes the name of the zone that the visitor chose; `None` for the browser's own.
    pub on_zone: Callback<Option<String>>,
    /// What of the agenda is looked at, and how.
    #[prop_or_default]
    pub browse: Browse,
    /// Looks at something else.
    #[prop_or_default]
    pub on_browse: Callback<BrowseAction>,
    /// What the form calls audiences, by their values.
    #[prop_or_default]
    pub audiences: Rc<Vec<(String, Text)>>,
    /// How many of the chosen sessions have a waitlist instead of seats.
    #[prop_or_default]
    pub waiting: usize,
    /// The form's heading.
    #[prop_or_default]
    pub form: NodeRef,
    /// Goes to the element of the widget with an id.
    pub go: Callback<String>,
    /// Called with `true` once all rows are drawn.
    #[prop_or_default]
    pub on_drawn: Callback<bool>,
}

/// Title, days and sessions.
#[component]
pub fn Agenda(props: &AgendaProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let (agenda, texts) = (event.agenda(), locale.lang.widget());
    let chosen = if props.is_choosable { props.choice.ids.len() } else { 0 };
    let browse = &props.browse;
    let planned = use_planned(&props.choice, browse.is_plan);
    let source = RowSource {
        progress: props.progress.clone(),
        changed: props.changed.clone(),
        choice: props.choice.clone(),
        is_choosable: props.is_choosable,
        seats: props.seats.clone(),
    };
    let rows = use_rows(source, props.now);
    let is_needed = use_state_eq(|| false);
    let find = use_wanted_part(lazy::load, *is_needed || browse.is_looking() || browse.is_plan);
    let on_find = use_callback(is_needed.setter(), |(), is_needed| is_needed.set(true));
    let shown = use_shown(&props.browse, &find.part);
    let has_calendar = rows.iter().any(|row| row.has_calendar);
    let is_nothing_found = planned.is_none() && shown.sessions.is_empty() && !agenda.sessions.is_empty();
    let view = ViewProps {
        shown: planned.unwrap_or_else(|| shown.sessions.clone()),
        rows,
        now: props.now,
        on_choose: props.on_choose.clone(),
        go: props.go.clone(),
    };
    let plan = PlanFootProps {
        choice: props.choice.clone(),
        kept: props.kept.clone(),
        on_choose: props.on_choose.clone(),
    };
    let sheet = use_sheet();
    // Landmarks have to be told apart: of previews there are several.
    let landmark = (!event.is_preview).then_some(TITLE_ID);
    html! {
        <ContextProvider<ZonesContext> context={sheet.zones}>
        <ContextProvider<PrintContext> context={sheet.print}>
        <section aria-labelledby={landmark} class={classes!("agenda", props.progress.is_over().then_some("past"))} part="agenda">
            <AgendaHead progress={&props.progress} current={props.current} outdated={props.outdated}
                {has_calendar} go={&props.go} />
            if agenda.sessions.is_empty() {
                <p class="notice">{texts.empty}</p>
            }
            if browse.is_plan {
                <PlanHead choice={props.choice.clone()} is_choosable={props.is_choosable}
                    on_back={props.on_browse.reform(|()| BrowseAction::Plan(false))} />
            } else {
                <Toolbar browse={browse.clone()} {shown} find={find.part.clone()} {on_find} audiences={props.audiences.clone()} planned={props.choice.plan().len()}
                    on_plan={&props.on_plan} on_browse={&props.on_browse} on_zone={&props.on_zone} />
                <OtherRules />
            }
            {find_note(&find, locale.lang)}
            if chosen > 0 {
                <Basket count={chosen} waiting={props.waiting} on_plan={&props.on_plan} form={&props.form} />
            }
            <div class="days" id={LIST_ID} hidden={browse.view != View::List && !browse.is_plan}>
                <DayList view={view.clone()} on_drawn={&props.on_drawn} />
            </div>
            if let Some(part) = find.part.ready().filter(|_| browse.is_plan) {
                {(part.plan_foot)(plan)}
            }
            if is_nothing_found {
                <p class="notice none-found">{locale.lang.find().none_found}</p>
            }
            if !browse.is_plan { <OtherView chosen={browse.view} {view} /> }
            <SheetFoot now={props.now} />
            <p class="rules">{fill(texts.rules, &[("release", &agenda.database.used())])}</p>
        </section>
        </ContextProvider<PrintContext>>
        </ContextProvider<ZonesContext>>
    }
}

/// That the part for finding is on its way, or did not come.
fn find_note(find: &UseLazyPart<FindPart>, lang: Lang) -> Html {
    let texts = lang.widget();
    match &find.part {
        LazyPart::Pending { is_asked: true, .. } => {
            html! { <p class="notice" role="status">{texts.part_loading}</p> }
        }
        LazyPart::Failed(details) => html! {
            <PartFailure message={texts.part_not_loaded} details={details.clone()} on_retry={&find.retry} />
        },
        LazyPart::Pending { .. } | LazyPart::Ready(_) => Html::default(),
    }
}
