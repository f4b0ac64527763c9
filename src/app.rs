//! The whole widget: waiting for the event file, why it can't be shown, or the event.

use crate::client::LoadedEvent;
use crate::components::{EventView, Failure, Loading};
use crate::context::{EventContext, LocaleContext, ZonesContext};
use crate::embed::{Config, notify};
use crate::hooks::{use_event_file, use_viewer_zone};
use js_sys::Function;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::{
    Children, ContextProvider, Html, HtmlResult, Properties, Suspense, component, html, use_effect_with,
    use_memo,
};

/// Properties of [`App`].
#[derive(Clone, Properties, PartialEq)]
pub struct AppProps {
    /// The element's attributes.
    pub config: Config,
    /// The element.
    pub host: HtmlElement,
    /// Loads the part of the program that the form is in, where it is apart.
    pub form_part: Option<Function>,
}

/// The whole widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let lang = props.config.locale.unwrap_or_default().lang;
    let fallback = html! { <Loading {lang} host={props.host.clone()} /> };
    html! { <Suspense {fallback}><LoadedApp ..props.clone() /></Suspense> }
}

/// The event of a file, or why there is none.
#[component]
fn LoadedApp(AppProps { config, host, form_part }: &AppProps) -> HtmlResult {
    let file = use_event_file(&config.source)?;
    let zone = use_viewer_zone();
    let state = if file.event.is_ok() { "huso-ready" } else { "huso-error" };
    use_effect_with((host.clone(), state, file.waits), |(host, state, _)| notify(host, state, ""));
    Ok(match &file.event {
        Ok(event) => html! {
            <Providers event={event.clone()} config={config.clone()} chosen={zone.chosen.clone()}>
                <EventView loaded={event.clone()} config={config.clone()} host={host.clone()}
                    form_part={form_part.clone()} chosen_zone={zone.chosen} changed={file.changed.clone()}
                    outdated={file.outdated} on_zone={zone.choose} on_seen={file.mark_seen.clone()}
                    on_refresh={file.refresh.clone()} />
            </Providers>
        },
        Err(failure) => {
            let lang = config.locale.unwrap_or_default().lang;
            let retry = file.retry.reform(|_| ());
            html! { <Failure failure={failure.clone()} {lang} on_retry={retry} /> }
        }
    })
}

/// Properties of [`Providers`].
#[derive(Properties, PartialEq)]
struct ProvidersProps {
    event: Rc<LoadedEvent>,
    config: Config,
    /// The IANA name of the zone that the visitor chose.
    chosen: Option<String>,
    children: Children,
}

/// Gives the contexts to what is inside.
#[component]
fn Providers(ProvidersProps { event, config, chosen, children }: &ProvidersProps) -> Html {
    let given = (event.clone(), config.clone());
    let locale = LocaleContext::new(&event.agenda, config);
    let event = use_memo(given.clone(), |(event, config)| EventContext::new(event.clone(), config));
    let zones = use_memo((given, chosen.clone()), |((event, config), chosen)| {
        ZonesContext::new(&event.agenda, config, locale, chosen.as_deref())
    });
    html! {
        <ContextProvider<EventContext> context={(*event).clone()}>
            <ContextProvider<LocaleContext> context={locale}>
                <ContextProvider<ZonesContext> context={(*zones).clone()}>
                    {children.clone()}
                </ContextProvider<ZonesContext>>
            </ContextProvider<LocaleContext>>
        </ContextProvider<EventContext>>
    }
}
