//! The event: what changed, the agenda, the form.

use super::agenda::{Agenda, News};
use super::basket::Basket;
use super::fault_list::FaultList;
use super::registration::{part, registration};
use super::tree::Tree;
use crate::choice::Choice;
use crate::client::LoadedEvent;
use crate::context::{use_event, use_locale, use_zones};
use crate::embed::Config;
use crate::hooks::{RegistrationPart, use_clock, use_is_long, use_registration_part};
use crate::platform::go_to;
use crate::view::ViewRef;
use huso_agenda::{Changed, Diagnostic, Instant, Severity};
use huso_registration::form::Period;
use huso_registration::form_file::Choose;
use js_sys::Function;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::{
    Callback, Html, NodeRef, Properties, component, html, use_callback, use_effect_with, use_memo,
    use_node_ref, use_reducer_eq,
};

/// Properties of [`EventView`].
#[derive(Properties, PartialEq)]
pub struct EventViewProps {
    /// The event.
    pub loaded: Rc<LoadedEvent>,
    /// The element's attributes.
    pub config: Config,
    /// The element.
    pub host: HtmlElement,
    /// Loads the part of the program that the form is in, where it is apart.
    pub form_part: Option<Function>,
    /// The IANA name of the zone that the visitor chose.
    pub chosen_zone: Option<String>,
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
}

/// The event.
#[component]
pub fn EventView(props: &EventViewProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let (root, heading) = (use_node_ref(), use_node_ref());
    let choice = use_reducer_eq(Choice::default);
    let on_choose = {
        let dispatcher = choice.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    let part = use_registration_part(props.form_part.as_ref(), locale.lang);
    let refresh = use_callback(
        (props.on_refresh.clone(), part.retry.clone()),
        |(), (file, part): &(Callback<()>, Callback<()>)| {
            file.emit(());
            part.emit(());
        },
    );
    let clock = use_clock(&event, &zones, refresh);
    let is_open = clock.registration == Some(Period::Open);
    let is_due = is_open && part.part == RegistrationPart::Unasked;
    use_effect_with((is_due, part.load.clone()), |(is_due, load)| {
        if *is_due {
            load.emit(());
        }
    });
    let is_long = use_is_long(&props.host);
    let go = use_callback(root.clone(), |id: String, root: &NodeRef| {
        let element = root.cast::<Element>().and_then(|root| root.query_selector(&format!("#{id}")).ok()?);
        if let Some(element) = element {
            go_to(&element);
        }
    });
    let view = use_memo(
        (props.loaded.clone(), props.config.clone(), props.chosen_zone.clone()),
        |(loaded, config, chosen)| ViewRef::new(loaded.clone(), config, chosen.as_deref()),
    );
    if part.part == RegistrationPart::Ready {
        view.read_form(|written, agenda| part::read(written, agenda, &props.config));
    }
    let lang = locale.lang;
    // Where the form turned out not to be readable, nobody can register.
    let outline = view.outline().filter(|_| part.part != RegistrationPart::Ready || view.form().is_some());
    let choosable = is_open && outline.is_some_and(|outline| outline.choose == Choose::Sessions);
    let choice = choice.open_in(event.agenda());
    let faults: Vec<Diagnostic> = view.faults().cloned().collect();
    html! {
        <div class="event" lang={locale.locale.tag()} part="event" ref={root}>
            <News changed={props.changed.clone()} on_seen={props.on_seen.clone()} go={go.clone()} />
            if faults.iter().any(|fault| fault.severity() == Severity::Error) {
                <div class="notice">
                    <p role="status">{lang.widget().partial}</p>
                    <FaultList {faults} {lang} />
                </div>
            }
            <Agenda progress={clock.progress.clone()} changed={props.changed.clone()}
                current={clock.progress.current.filter(|_| is_long)} outdated={props.outdated} now={clock.now}
                choice={choosable.then(|| choice.clone())} on_choose={on_choose.clone()}
                on_zone={props.on_zone.clone()} {go} />
            if choosable && !choice.ids.is_empty() {
                <Basket count={choice.ids.len()} form={heading.clone()} />
            }
            if let Some(outline) = outline {
                {Tree::of(|tree| {
                    let retry = part.retry.reform(|_| ());
                    registration(tree, &view, outline, &part.part, retry, &choice, &on_choose, &heading, &props.host);
                })}
            }
        </div>
    }
}
