//! The whole widget.

use super::agenda::{Live, agenda, news};
use super::failure::{failure, fault_list};
use super::parts::{block, button, el, text};
use super::registration::registration;
use crate::embed::{Config, notify};
use crate::hooks::{use_event, use_progress};
use crate::platform;
use crate::state::{Choice, FetchAction, Loading};
use crate::view::{Loaded, ViewRef};
use huso_agenda::changes::changes;
use huso_agenda::event_file::SessionMode;
use huso_agenda::{Agenda, Lang, Session, Severity};
use huso_registration::form::Period;
use huso_registration::form_file::Choose;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};
use yew::{
    Callback, Html, NodeRef, Properties, component, html, use_callback, use_effect_with, use_memo,
    use_node_ref, use_reducer, use_state, use_state_eq,
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
    let event = use_event(&props.config.source);
    let act = use_callback(event.dispatcher(), |action, event| event.dispatch(action));
    use_effect_with((props.host.clone(), state_name(&event.loading)), |(host, state)| {
        notify(host, state, "");
    });
    let loaded = match &event.loading {
        Loading::Ready(loaded) => Some(Shared(loaded.clone())),
        _ => None,
    };
    let zone = use_state(platform::remembered_zone);
    let on_zone = use_callback(zone.setter(), |chosen, zone| zone.set(chosen));
    let seen = event.seen.clone().map(Shared);
    let changed = use_memo((seen, loaded.clone()), |pair| match pair {
        (Some(seen), Some(loaded)) if seen != loaded => changes(&seen.0.0.agenda, &loaded.0.0.agenda),
        _ => Vec::new(),
    });
    let view = use_memo((loaded, props.config.clone(), (*zone).clone()), |(loaded, config, zone)| {
        loaded.as_ref().map(|loaded| ViewRef::new(loaded.0.clone(), config, zone.as_deref()))
    });
    let progress = use_progress(&view, act.reform(|()| FetchAction::Refresh));
    let choice = use_reducer(Choice::default);
    let on_choice = use_callback(choice.dispatcher(), |action, choice| choice.dispatch(action));
    let (heading, root) = (use_node_ref(), use_node_ref());
    let is_long = use_state_eq(|| false);
    use_effect_with((view.clone(), progress.current), {
        let (is_long, host) = (is_long.setter(), props.host.clone());
        move |_| is_long.set(platform::is_long(&host))
    });
    let Some(view) = view.as_ref() else {
        let retry = act.reform(|()| FetchAction::Retry);
        return nothing_to_show(&event.loading, props.config.locale.unwrap_or_default().lang, &retry);
    };
    // What was chosen and can't be any more is left out, and comes back if it can again.
    let choice = open_ones(&choice, view.agenda());
    let go = {
        let root = root.clone();
        Callback::from(move |id: String| {
            let find = |root: Element| root.query_selector(&("#".to_owned() + &id)).ok()?;
            if let Some(element) = root.cast().and_then(find) {
                platform::go_to(&element);
            }
        })
    };
    let live = Live {
        progress: &progress,
        changed: &changed,
        current: progress.current.filter(|_| *is_long),
        outdated: event.stale.then_some(event.checked),
        go,
    };
    let lang = view.lang;
    let form = view.form();
    let takes = form.filter(|form| form.period(platform::now()) == Period::Open);
    let choosable = takes.is_some_and(|form| form.choose == Choose::Sessions);
    let faulty = view.faults().iter().any(|fault| fault.severity() == Severity::Error);
    html! {
        <div class="event" lang={view.locale.tag()} part="event" ref={root}>
            {news(view, &live, act.reform(|()| FetchAction::Seen))}
            {faulty.then(|| {
                let partial = el("p", &["role"], vec!["status".into()], vec![text(lang.widget().partial)]);
                block("div", "notice", vec![partial, fault_list(view.faults(), lang)])
            })}
            {agenda(view, &live, choosable.then_some(&choice), &on_choice, &on_zone)}
            if choosable && !choice.ids.is_empty() {
                {basket(lang, choice.ids.len(), &heading)}
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

/// What of a choice can still be chosen. Who is invited, the form knows.
fn open_ones(choice: &Choice, agenda: &Agenda) -> Choice {
    let by_invitation = |session: &Session| session.registration.mode == Some(SessionMode::Invitation);
    let is_open =
        |id: &&String| agenda.session(id).is_some_and(|session| session.is_open() || by_invitation(session));
    Choice { ids: choice.ids.iter().filter(is_open).cloned().collect(), locked: choice.locked }
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
