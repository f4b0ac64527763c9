//! The whole widget: waiting for the event file, why it can't be shown, or the event.

use crate::browser::{LoadedEvent, Started, resolve};
use crate::components::{EventView, Failure, Loading};
use crate::config::Config;
use crate::context::{EventContext, ExplanationContext, LocaleContext, ZonesContext};
use crate::hooks::{use_command, use_event_file, use_viewer_zone};
use crate::host_commands::HostCommands;
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;
use yew::{
    Children, ContextProvider, Html, HtmlResult, Properties, Suspense, component, html, use_callback,
    use_effect_with, use_memo,
};

/// Properties of [`App`].
#[derive(Clone, Properties, PartialEq)]
pub struct AppProps {
    /// The element's attributes.
    pub config: Config,
    /// The element.
    pub host: HtmlElement,
    /// Called with the state that the element comes into: `loading`, `ready` or `error`.
    pub tell: Option<Function>,
    /// Says in a language why the last part of the program that was fetched did not come.
    pub explain_part: Option<Function>,
    /// The first request for the event file, if it was begun before the program was here.
    pub started: Option<Started>,
    /// Called with `true` once all rows of the agenda are drawn, and with `false` when there is none to draw.
    pub on_drawn: Option<Function>,
    /// What the page's scripts ask for.
    pub commands: HostCommands,
}

/// The whole widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let lang = props.config.locale.unwrap_or_default().lang;
    let on_shown = use_callback(props.tell.clone(), |(), tell| call(tell.as_ref(), "loading"));
    let fallback = html! { <Loading {lang} {on_shown} /> };
    html! { <Suspense {fallback}><LoadedApp ..props.clone() /></Suspense> }
}

/// The event of a file, or why there is none.
#[component]
fn LoadedApp(props: &AppProps) -> HtmlResult {
    let AppProps { config, host, tell, explain_part, started, on_drawn, commands } = props;
    let file = use_event_file(&config.source, started.as_ref())?;
    let zone = use_viewer_zone();
    use_command(&commands.refresh, if file.event.is_ok() { &file.refresh } else { &file.retry }.clone());
    let state = if file.event.is_ok() { "ready" } else { "error" };
    use_effect_with((tell.clone(), state, file.waits), |(tell, state, _)| call(tell.as_ref(), *state));
    let on_drawn =
        use_callback(on_drawn.clone(), |is_agenda: bool, on_drawn| call(on_drawn.as_ref(), is_agenda));
    use_effect_with((file.event.is_err(), on_drawn.clone(), file.waits), |(is_failure, on_drawn, _)| {
        if *is_failure {
            on_drawn.emit(false);
        }
    });
    Ok(match &file.event {
        Ok(event) => html! {
            <Providers event={event.clone()} config={config.clone()} chosen={zone.chosen}
                explain_part={explain_part.clone()}>
                <EventView config={config.clone()} host={host.clone()} changed={file.changed.clone()}
                    outdated={file.outdated} on_zone={zone.choose} on_seen={file.mark_seen.clone()}
                    on_refresh={file.refresh.clone()} {on_drawn} commands={commands.clone()} />
            </Providers>
        },
        Err(failure) => {
            let lang = config.locale.unwrap_or_default().lang;
            html! { <Failure failure={failure.clone()} {lang} on_retry={file.retry.clone()} /> }
        }
    })
}

/// Calls a function of the script's.
fn call(function: Option<&Function>, value: impl Into<JsValue>) {
    if let Some(function) = function {
        // What it throws is the page's affair, and is in its console.
        let _ = function.call1(&JsValue::UNDEFINED, &value.into());
    }
}

/// Properties of [`Providers`].
#[derive(Properties, PartialEq)]
struct ProvidersProps {
    event: Rc<LoadedEvent>,
    config: Config,
    /// The IANA name of the zone that the visitor chose.
    chosen: Option<String>,
    explain_part: Option<Function>,
    children: Children,
}

/// Gives the contexts to what is inside.
#[component]
fn Providers(props: &ProvidersProps) -> Html {
    let ProvidersProps { event, config, chosen, explain_part, children } = props;
    // What a preview says of time, seats and form changes none of these, and a long agenda isn't drawn anew for it.
    let given = (event.clone(), Config { moment: None, seats: None, filled: None, ..config.clone() });
    let locale = LocaleContext::new(&event.agenda, config);
    let event = use_memo(given.clone(), |(event, config)| EventContext::new(event.clone(), config, resolve));
    let zones = use_memo((given, chosen.clone()), |((event, config), chosen)| {
        ZonesContext::new(&event.agenda, config, locale, chosen.as_deref())
    });
    let explanation = ExplanationContext { explain: explain_part.clone(), lang: locale.lang };
    html! {
        <ContextProvider<EventContext> context={(*event).clone()}>
            <ContextProvider<LocaleContext> context={locale}>
                <ContextProvider<ZonesContext> context={(*zones).clone()}>
                    <ContextProvider<ExplanationContext> context={explanation}>
                        {children.clone()}
                    </ContextProvider<ExplanationContext>>
                </ContextProvider<ZonesContext>>
            </ContextProvider<LocaleContext>>
        </ContextProvider<EventContext>>
    }
}
