//! Title, days and sessions.

use super::agenda_head::AgendaHead;
use super::day_list::DayList;
use super::other_rules::OtherRules;
use super::toolbar::{Toolbar, use_shown};
use super::use_rows::{RowSource, use_rows};
use super::view_props::ViewProps;
use crate::browse::{Browse, BrowseAction};
use crate::choice::{Choice, ChoiceAction};
use crate::components::views::OtherView;
use crate::context::{use_event, use_locale};
use crate::view::View;
use huso_agenda::{Changed, Instant, Progress, Text};
use huso_i18n::{Texts as _, fill};
use huso_registration::wire::Seats;
use std::rc::Rc;
use yew::{Callback, Html, Properties, classes, component, html};

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
    /// What is chosen; `None` where nothing can be.
    pub choice: Option<Choice>,
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
    let source = RowSource {
        progress: props.progress.clone(),
        changed: props.changed.clone(),
        choice: props.choice.clone(),
        seats: props.seats.clone(),
    };
    let rows = use_rows(source, props.now);
    let shown = use_shown(&props.browse);
    let has_calendar = rows.iter().any(|row| row.has_calendar);
    let is_nothing_found = shown.sessions.is_empty() && !agenda.sessions.is_empty();
    let view = ViewProps {
        shown: shown.sessions.clone(),
        rows,
        now: props.now,
        on_choose: props.on_choose.clone(),
        go: props.go.clone(),
    };
    html! {
        <div class={classes!("agenda", props.progress.is_over().then_some("past"))}>
            <AgendaHead progress={&props.progress} current={props.current} outdated={props.outdated}
                {has_calendar} go={&props.go} />
            if agenda.sessions.is_empty() {
                <p class="notice">{texts.empty}</p>
            }
            <Toolbar browse={props.browse.clone()} {shown} audiences={props.audiences.clone()} on_browse={&props.on_browse}
                on_zone={&props.on_zone} />
            <OtherRules />
            <div class="list" hidden={props.browse.view != View::List}>
                <DayList view={view.clone()} on_drawn={&props.on_drawn} />
            </div>
            if is_nothing_found {
                <p class="notice none-found">{locale.lang.find().none_found}</p>
            }
            <OtherView chosen={props.browse.view} {view} />
            <p class="rules">{fill(texts.rules, &[("release", &agenda.database.used())])}</p>
        </div>
    }
}
