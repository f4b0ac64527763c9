//! The element as it stands in a page's HTML.

use super::addresses::resolve;
use super::registration_link::RegistrationLink;
use super::style_sheet::style_sheet_name;
use crate::browser::LoadedEvent;
use crate::choice::Choice;
use crate::components::{Agenda, dates};
use crate::config::Config;
use crate::context::{EventContext, LocaleContext, ZonesContext, use_event, use_locale};
use huso_agenda::zone::Floating;
use huso_agenda::{Instant, Locale, Progress, json_ld, link};
use huso_registration::format::Choose;
use huso_registration::{Event, Form, dialect};
use std::rc::Rc;
use yew::{Callback, ContextProvider, Html, Properties, classes, component, html};

/// Where the element stands, and what it is given there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Surroundings {
    /// Where the event file is published, as the page says it; with it, what its relative addresses mean. Without
    /// it no program will come.
    pub src: Option<String>,
    /// The folder in which the package is published, as the page says it: empty, or ending with a slash.
    pub package: String,
    /// The language of the texts around the event's own; the event's unless given.
    pub locale: Option<Locale>,
    /// Where the form is a page; known from its endpoint unless given.
    pub form_page: Option<String>,
}

/// Properties of [`Page`].
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// The event.
    pub event: Event,
    /// Where it stands.
    pub surroundings: Surroundings,
}

/// The element: the agenda in a declarative shadow root, what holds where none is parsed, and what search engines
/// read.
#[component]
pub fn Page(PageProps { event, surroundings }: &PageProps) -> Html {
    let base = surroundings.src.clone().unwrap_or_default();
    let config = Config { base, locale: surroundings.locale, ..Config::default() };
    let locale = LocaleContext::new(&event.agenda, &config);
    let zones = ZonesContext::prerendered(&event.agenda, &config, locale);
    let loaded = LoadedEvent { agenda: event.agenda.clone(), ..LoadedEvent::default() };
    let shown = EventContext::prerendered(Rc::new(loaded), &config, resolve);
    let style_sheet = format!("{}{}", surroundings.package, style_sheet_name());
    let json = json_ld(&event.agenda, locale, &config.base);
    let lang = surroundings.locale.map(|locale| locale.tag());
    html! {
        <huso-event src={surroundings.src.clone()} {lang}>
            <template shadowrootmode="open">
                <link rel="stylesheet" href={style_sheet} />
                <ContextProvider<EventContext> context={shown}>
                    <ContextProvider<LocaleContext> context={locale}>
                        <ContextProvider<ZonesContext> context={zones}>
                            <Prerendered form={event.form.clone()} surroundings={surroundings.clone()} />
                        </ContextProvider<ZonesContext>>
                    </ContextProvider<LocaleContext>>
                </ContextProvider<EventContext>>
            </template>
            <p>{summary(event, locale)}</p>
            <script type="application/ld+json">{json}</script>
        </huso-event>
    }
}

/// The element without its agenda. Without JavaScript it is a link to where the form is a page, or the event's title and
/// dates.
#[component]
pub fn Bare(PageProps { event, surroundings }: &PageProps) -> Html {
    let config = Config { locale: surroundings.locale, ..Config::default() };
    let locale = LocaleContext::new(&event.agenda, &config);
    let page = event.form.as_ref().and_then(|form| form_page(form, surroundings));
    let lang = surroundings.locale.map(|locale| locale.tag());
    html! {
        <huso-event src={surroundings.src.clone()} {lang}>
            <noscript>
                if let Some(page) = page {
                    <a href={page}>{summary(event, locale)}</a>
                } else {
                    {summary(event, locale)}
                }
            </noscript>
        </huso-event>
    }
}

/// `Turismo sostenible: 11–19 de agosto de 2027`
fn summary(event: &Event, locale: LocaleContext) -> String {
    let title = locale.text(&event.agenda.title);
    match dates(&event.agenda, locale) {
        Some(dates) => format!("{title}: {dates}"),
        None => title.to_owned(),
    }
}

/// What search engines read. Addresses that the page doesn't know are left out.
fn json_ld(agenda: &huso_agenda::Agenda, locale: LocaleContext, base: &str) -> String {
    let address = |address: &str| Some(resolve(address, base)).filter(|address| link::is_absolute(address));
    json_ld::script_text(&json_ld::event(agenda, locale.lang, &address))
}

/// Properties of [`Prerendered`].
#[derive(Properties, PartialEq)]
struct PrerenderedProps {
    form: Option<Form>,
    surroundings: Surroundings,
}

/// What is in the shadow root. What the program will put there has its room.
#[component]
fn Prerendered(PrerenderedProps { form, surroundings }: &PrerenderedProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    // Long before everything: nothing has begun, and nothing is over.
    let now = Instant::default();
    let progress = Rc::new(Progress::at(event.agenda(), now, &Floating));
    let is_choosable = form.as_ref().is_some_and(|form| form.outline.choose == Choose::Sessions);
    html! {
        <div class="widget">
            <div class={classes!("event", "prerendered", surroundings.src.is_none().then_some("alone"))} lang={locale.locale.tag()} part="event">
                <Agenda {progress} changed={Rc::default()} current={None} outdated={None} {now}
                    choice={Choice::default()} {is_choosable} on_choose={Callback::noop()} on_zone={Callback::noop()}
                    go={Callback::noop()} />
                if let Some(form) = form {
                    <RegistrationLink page={form_page(form, surroundings)} closes={form.outline.closes} />
                }
            </div>
        </div>
    }
}

fn form_page(form: &Form, surroundings: &Surroundings) -> Option<String> {
    let base = surroundings.src.as_deref().unwrap_or_default();
    let known = || Some(resolve(&dialect::form_page(form.endpoint.as_ref()?)?, base));
    surroundings.form_page.clone().or_else(known)
}
