//! The whole widget.

use super::agenda::AgendaView;
use super::failure::{Failure, Faults};
use super::registration::Registration;
use crate::embed::{Config, notify};
use crate::hooks::{Loading, use_event};
use crate::platform;
use crate::state::{Choice, ChoiceAction};
use crate::view::ViewRef;
use huso_agenda::{Lang, Severity};
use huso_registration::form_file::Choose;
use web_sys::HtmlElement;
use yew::{
    Callback, Html, NodeRef, Properties, component, html, use_callback, use_effect_with, use_memo,
    use_node_ref, use_reducer,
};

/// Properties of [`App`].
#[derive(Clone, Properties, PartialEq)]
pub struct AppProps {
    /// The element's attributes.
    pub config: Config,
    /// The element.
    pub host: HtmlElement,
}

/// The whole widget: loading, failed, or the event.
#[component]
pub fn App(props: &AppProps) -> Html {
    let (loading, retry) = use_event(&props.config.source);
    use_effect_with((props.host.clone(), state_name(&loading)), |(host, state)| {
        notify(host, state, "");
    });
    let lang = props.config.lang.unwrap_or_default();
    match loading {
        Loading::Pending => html! {
            <div part="loading">
                <p class="notice" role="status">{lang.widget().loading}</p>
                <slot />
            </div>
        },
        Loading::Failed(failure) => html! { <Failure {failure} {lang} {retry} /> },
        Loading::Ready(loaded) => html! {
            <Shown loaded={Shared(loaded)} config={props.config.clone()} host={props.host.clone()} />
        },
    }
}

fn state_name(loading: &Loading) -> &'static str {
    match loading {
        Loading::Pending => "huso-loading",
        Loading::Failed(_) => "huso-error",
        Loading::Ready(_) => "huso-ready",
    }
}

type Loaded = (huso_registration::Event, Vec<huso_agenda::Diagnostic>);

/// An event equal to itself only.
#[derive(Clone)]
struct Shared(std::rc::Rc<Loaded>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
struct ShownProps {
    loaded: Shared,
    config: Config,
    host: HtmlElement,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    let view = use_memo((props.loaded.clone(), props.config.clone()), |(loaded, config)| {
        ViewRef::new(loaded.0.0.clone(), config)
    });
    let view = (*view).clone();
    let choice = use_reducer(Choice::default);
    let toggle = use_callback(choice.dispatcher(), |id, choice| choice.dispatch(ChoiceAction::Toggle(id)));
    let clear = use_callback(choice.dispatcher(), |(), choice| choice.dispatch(ChoiceAction::Clear));
    let form = use_node_ref();
    let errors: Vec<_> =
        props.loaded.0.1.iter().filter(|fault| fault.severity() == Severity::Error).cloned().collect();
    let lang = view.lang;
    let takes = (view.event.form.as_ref())
        .filter(|form| form.period(platform::now()) == huso_registration::form::Period::Open);
    let choosable = takes.is_some_and(|form| form.choose == Choose::Sessions);
    html! {
        <div class="event" lang={lang.tag()} part="event">
            if !errors.is_empty() {
                <div class="notice">
                    <p role="status">{lang.widget().partial}</p>
                    <Faults faults={errors} {lang} />
                </div>
            }
            <AgendaView view={view.clone()} choice={choosable.then(|| (*choice).clone())} toggle={toggle.clone()} />
            if let Some(event_form) = &view.event.form {
                if choosable && !choice.0.is_empty() {
                    {basket(lang, choice.0.len(), &form)}
                }
                <Registration
                    view={view.clone()}
                    form={event_form.clone()}
                    choice={(*choice).clone()}
                    {toggle}
                    {clear}
                    heading={form}
                    host={props.host.clone()}
                />
            }
        </div>
    }
}

/// How many sessions are chosen, and the way to the form; it stays in sight while one scrolls.
fn basket(lang: Lang, count: usize, form: &NodeRef) -> Html {
    let say = lang.widget();
    let form = form.clone();
    let go = Callback::from(move |_| {
        if let Some(heading) = form.cast::<web_sys::Element>() {
            heading.scroll_into_view();
            platform::focus(&heading);
        }
    });
    html! {
        <div class="basket" part="basket">
            <span role="status">{huso_agenda::i18n::plural(count, say.chosen_one, say.chosen_other)}</span>
            <button type="button" class="primary" onclick={go}>{say.go_to_form}</button>
        </div>
    }
}
