//! The whole widget.

use super::agenda::agenda;
use super::failure::{failure, fault_list};
use super::parts::{block, button, el, text};
use super::registration::registration;
use crate::embed::{Config, notify};
use crate::hooks::{Loading, use_event};
use crate::platform;
use crate::state::Choice;
use crate::view::{Loaded, ViewRef};
use huso_agenda::{Lang, Severity};
use huso_registration::form::Period;
use huso_registration::form_file::Choose;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::{
    Callback, Html, NodeRef, Properties, component, html, use_callback, use_effect_with, use_memo,
    use_node_ref, use_reducer, use_state,
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
    let loaded = match &loading {
        Loading::Ready(loaded) => Some(Shared(loaded.clone())),
        _ => None,
    };
    let zone = use_state(platform::remembered_zone);
    let on_zone = use_callback(zone.setter(), |chosen, zone| zone.set(chosen));
    let view = use_memo((loaded, props.config.clone(), (*zone).clone()), |(loaded, config, zone)| {
        loaded.as_ref().map(|loaded| ViewRef::new(loaded.0.clone(), config, zone.as_deref()))
    });
    let choice = use_reducer(Choice::default);
    let on_choice = use_callback(choice.dispatcher(), |action, choice| choice.dispatch(action));
    let heading = use_node_ref();
    let Some(view) = view.as_ref() else {
        return nothing_to_show(&loading, props.config.locale.unwrap_or_default().lang, &retry);
    };
    let lang = view.lang;
    let form = view.form();
    let takes = form.filter(|form| form.period(platform::now()) == Period::Open);
    let choosable = takes.is_some_and(|form| form.choose == Choose::Sessions);
    let faulty = view.faults().iter().any(|fault| fault.severity() == Severity::Error);
    html! {
        <div class="event" lang={view.locale.tag()} part="event">
            {faulty.then(|| {
                let partial = el("p", &["role"], vec!["status".into()], vec![text(lang.widget().partial)]);
                block("div", "notice", vec![partial, fault_list(view.faults(), lang)])
            })}
            {agenda(view, choosable.then_some(&*choice), &on_choice, &on_zone)}
            if choosable && !choice.0.is_empty() {
                {basket(lang, choice.0.len(), &heading)}
            }
            {form.map(|form| registration(view, form, &choice, &on_choice, &heading, &props.host))}
        </div>
    }
}

fn nothing_to_show(loading: &Loading, lang: Lang, retry: &Callback<()>) -> Html {
    if let Loading::Failed(reason) = loading {
        return failure(reason, lang, retry);
    }
    let words = vec![text(lang.widget().loading)];
    let notice = el("p", &["class", "role"], vec!["notice".into(), "status".into()], words);
    el("div", &["part"], vec!["loading".into()], vec![notice, el("slot", &[], Vec::new(), Vec::new())])
}

fn state_name(loading: &Loading) -> &'static str {
    match loading {
        Loading::Pending => "huso-loading",
        Loading::Failed(_) => "huso-error",
        Loading::Ready(_) => "huso-ready",
    }
}

/// An event equal to itself only.
#[derive(Clone)]
struct Shared(Rc<Loaded>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
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
    let words = vec![text(&huso_agenda::i18n::plural(count, say.chosen_one, say.chosen_other))];
    let status = el("span", &["role"], vec!["status".into()], words);
    let parts = vec![status, button("primary", say.go_to_form, go)];
    el("div", &["class", "part"], vec!["basket".into(), "basket".into()], parts)
}
