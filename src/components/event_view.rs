//! The event: what changed, the agenda, the form.

use super::agenda::{Agenda, LIST_ID, News, PLAN_ID, title_id};
use super::fault_list::FaultList;
use super::registration::{ReadForm, Registration, lazy};
use super::skip_links::SkipLinks;
use crate::browse::{Browse, BrowseAction, MANY};
use crate::browser::{go_to, is_in};
use crate::choice::ChoiceAction;
use crate::config::Config;
use crate::context::{EventContext, use_event, use_locale, use_zones};
use crate::hooks::{
    first_address, first_plan, use_address, use_choice_news, use_clock, use_command, use_is_long,
    use_kept_plan, use_plan, use_preview_seats, use_seats, use_wanted_part,
};
use crate::host_commands::HostCommands;
use crate::lazy_part::LazyPart;
use crate::view::View;
use huso_agenda::{Changed, Diagnostic, Instant, Severity};
use huso_i18n::Texts as _;
use huso_registration::form::{Period, audiences};
use huso_registration::format::Choose;
use huso_registration::wire::{Seats, SeatsState};
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::{
    Callback, Html, NodeRef, Properties, UseReducerHandle, classes, component, hook, html, use_callback,
    use_effect_with, use_memo, use_mut_ref, use_node_ref, use_reducer_eq, use_state_eq,
};

/// Properties of [`EventView`].
#[derive(Properties, PartialEq)]
pub struct EventViewProps {
    /// The element's attributes.
    pub config: Config,
    /// The element.
    pub host: HtmlElement,
    /// What changed since the visitor looked last.
    pub changed: Rc<Vec<Changed>>,
    /// When the event was last known to be the newest, if it may not be now.
    pub outdated: Option<Instant>,
    /// The visitor chose a zone; `None` is the browser's own.
    pub on_zone: Callback<Option<String>>,
    /// The visitor has seen what changed.
    pub on_seen: Callback<()>,
    /// There may be a newer event file.
    pub on_refresh: Callback<()>,
    /// Called with `true` once all rows of the agenda are drawn.
    pub on_drawn: Callback<bool>,
    /// What the page's scripts ask for.
    pub commands: HostCommands,
}

/// The event.
#[component]
pub fn EventView(props: &EventViewProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let (root, heading) = (use_node_ref(), use_node_ref());
    let clock = use_clock(&event, &zones, props.config.moment, props.on_refresh.clone());
    let is_open = clock.registration == Some(Period::Open);
    let form_part = use_wanted_part(lazy::load, is_open);
    let read = use_form(&event, &props.config, &form_part.part);
    let choice = use_reducer_eq(|| first_plan(&event));
    let kept = use_kept_plan(&event, &choice);
    let on_choose = use_callback(choice.dispatcher(), |action, dispatcher| dispatcher.dispatch(action));
    let current = clock.progress.current;
    let is_long = use_is_long(&props.host, current.is_some());
    let browse = use_reducer_eq(|| first_address(&event).browse);
    let on_browse = use_callback(browse.dispatcher(), |action, dispatcher| dispatcher.dispatch(action));
    let on_plan = use_plan(&browse, &root, [PLAN_ID, LIST_ID]);
    let is_drawn = use_state_eq(|| false);
    let go = use_go(&root, &browse, *is_drawn);
    let show = use_show(&event, &go);
    use_address(&event, &browse, &show);
    use_host_commands(&props.commands, &show, &on_choose);
    let set_drawn = is_drawn.setter();
    let on_drawn = use_callback(props.on_drawn.clone(), move |is_agenda, on_drawn| {
        on_drawn.emit(is_agenda);
        set_drawn.set(true);
    });

    // Nothing that is seen waits for them.
    let seats_address = (*read).as_ref().and_then(|read| read.seats.as_deref());
    let (seats, on_taken) = use_seats(seats_address.filter(|_| is_open && *is_drawn));

    let audiences = use_memo(event.clone(), |event| event.registration().map(audiences).unwrap_or_default());
    let form = (*read).as_ref().and_then(|read| read.form.clone());
    let capacity = form.as_ref().and_then(|form| form.capacity);
    let previewed = use_preview_seats(&event, capacity, props.config.seats.filter(|_| is_open));
    let seats = previewed.unwrap_or(seats);
    // Where the form turned out not to be readable, nobody can register.
    let outline = event.outline().filter(|_| read.is_none() || form.is_some());
    let is_choosable = is_open && outline.is_some_and(|outline| outline.choose == Choose::Sessions);
    let choice = choice.open_in(event.agenda());
    use_choice_news(&props.host, if is_choosable { choice.ids.clone() } else { Vec::new() });
    let waiting = choice.ids.iter().filter(|id| is_waitlist(&seats, id)).count();
    let faults: Vec<Diagnostic> =
        event.faults().iter().chain((*read).iter().flat_map(|read| &read.faults)).cloned().collect();
    html! {
        <div class={classes!("event", browse.is_plan.then_some("planning"))} lang={locale.locale.tag()} part="event" ref={root}>
            if event.agenda().sessions.len() >= MANY {
                <SkipLinks go={go.clone()} on_plan={(!choice.plan().is_empty()).then(|| on_plan.clone())} has_form={outline.is_some()} />
            }
            <News changed={props.changed.clone()} on_seen={props.on_seen.clone()} go={go.clone()} />
            if faults.iter().any(|fault| fault.severity() == Severity::Error) {
                <div class="notice">
                    <p role="status">{locale.lang.widget().partial}</p>
                    <FaultList {faults} lang={locale.lang} />
                </div>
            }
            <Agenda progress={clock.progress.clone()} changed={props.changed.clone()}
                current={current.filter(|_| is_long)} outdated={props.outdated} now={clock.now}
                choice={choice.clone()} {is_choosable} {kept} on_plan={&on_plan} seats={seats.clone()} on_choose={on_choose.clone()}
                on_zone={props.on_zone.clone()} browse={(*browse).clone()} {on_browse} {audiences} {waiting} form={heading.clone()} {go} {on_drawn} />
            if let Some(outline) = outline {
                <Registration outline={outline.clone()} now={clock.now} part={form_part.part} {form}
                    on_retry={form_part.retry} {choice} on_choice={on_choose} {seats} {on_taken} {heading}
                    host={props.host.clone()} />
            }
        </div>
    }
}

/// Goes to the element of the widget with an id: where it is hidden, once it is not, and once it is drawn.
#[hook]
fn use_go(root: &NodeRef, browse: &UseReducerHandle<Browse>, is_drawn: bool) -> Callback<String> {
    let awaited = use_mut_ref(|| None::<String>);
    let find = |root: &NodeRef, id: &str| root.cast::<Element>()?.query_selector(&format!("#{id}")).ok()?;
    // While the event file is waited for, all of it is outside of the page.
    let is_there = |element: &Element| element.is_connected() && !is_in(element, "[hidden]");
    let go = use_callback((root.clone(), browse.dispatcher()), {
        let awaited = awaited.clone();
        move |id: String, (root, browse)| {
            let found = find(root, &id);
            if let Some(element) = found.as_ref().filter(|element| is_there(element)) {
                return go_to(element);
            }
            let is_filtered = found.is_some_and(|element| is_in(&element, "li[hidden]"));
            *awaited.borrow_mut() = Some(id);
            browse.dispatch(if is_filtered { BrowseAction::Reveal } else { BrowseAction::Show(View::List) });
        }
    });
    use_effect_with((root.clone(), (**browse).clone(), is_drawn), move |(root, ..)| {
        let id = awaited.borrow_mut().take();
        match id.as_deref().and_then(|id| find(root, id)).filter(is_there) {
            Some(element) => go_to(&element),
            None => *awaited.borrow_mut() = id,
        }
    });
    go
}

/// Goes to the session of an id.
#[hook]
fn use_show(event: &EventContext, go: &Callback<String>) -> Callback<String> {
    use_callback((event.clone(), go.clone()), |id: String, (event, go)| {
        if let Some(index) = event.agenda().sessions.iter().position(|session| session.id == id) {
            go.emit(title_id(index));
        }
    })
}

/// Does what the page's scripts ask for.
#[hook]
fn use_host_commands(commands: &HostCommands, show: &Callback<String>, on_choose: &Callback<ChoiceAction>) {
    let choose = use_callback(on_choose.clone(), |ids, on_choose| on_choose.emit(ChoiceAction::Choose(ids)));
    use_command(&commands.show, show.clone());
    use_command(&commands.choose, choose);
}

/// Whether those who choose a session wait for a seat.
fn is_waitlist(seats: &Seats, id: &str) -> bool {
    seats.sessions.get(id).is_some_and(|seats| seats.state == SeatsState::Waitlist)
}

/// The event's form, read once the part of the program for it is here.
#[hook]
fn use_form(event: &EventContext, config: &Config, part: &LazyPart<lazy::FormPart>) -> Rc<Option<ReadForm>> {
    use_memo((event.clone(), config.clone(), part.clone()), |(event, config, part)| {
        let (part, registration) = part.ready().zip(event.registration())?;
        Some((part.read)(registration, event.agenda(), config))
    })
}
