//! The sessions to choose, each with the visitor's own time; what was chosen, and what of it overlaps.

use crate::components::agenda::{session_when, when};
use crate::components::parts::{block, el, line, text};
use crate::platform;
use crate::state::{Choice, ChoiceAction, FormState};
use crate::view::View;
use huso_agenda::event_file::{SessionKind, SessionMode};
use huso_agenda::i18n::fill;
use huso_agenda::{Session, When};
use huso_registration::sessions::{Availability, Clash, availability, clashes};
use huso_registration::{Form, Target};
use yew::{Callback, Event, Html, html};

/// The id of the group, inside the shadow root.
pub const CHOICE_ID: &str = "choice";

/// The sessions to choose.
pub fn session_choice(
    view: &View,
    form: &Form,
    choice: &Choice,
    on_choice: &Callback<ChoiceAction>,
    state: &FormState,
) -> Html {
    let say = view.lang.form();
    let fault = state.fault(&Target::Sessions);
    let values = vec![CHOICE_ID.into(), "-1".into()];
    let mut parts = vec![el("legend", &["id", "tabindex"], values, vec![text(say.choose)])];
    parts.extend(limits(view, form).map(|limits| line("p", "hint", &limits)));
    if let Some(fault) = fault {
        let values = vec!["fault".into(), "choice-fault".into()];
        parts.push(el("p", &["class", "id"], values, vec![text(fault)]));
    }
    let now = platform::now();
    for (index, session) in view.agenda().sessions.iter().enumerate() {
        let can = availability(form, session, &state.answers, now);
        let is_chosen = choice.ids.contains(&session.id);
        if is_chosen || is_worth_showing(session, can, now) {
            parts.push(option(view, session, index, can, is_chosen, on_choice));
        }
    }
    parts.push(summary(view, choice));
    match fault {
        Some(_) => {
            let values = vec!["choice wrong".into(), "choice-fault".into()];
            el("fieldset", &["class", "aria-describedby"], values, parts)
        }
        None => block("fieldset", "choice", parts),
    }
}

/// How many can be chosen, where that is not "one or more".
fn limits(view: &View, form: &Form) -> Option<String> {
    let say = view.lang.form();
    let least = form.min_sessions.to_string();
    Some(match form.max_sessions {
        None if form.min_sessions < 2 => return None,
        None => fill(say.choose_least, &[("least", &least)]),
        Some(most) if form.min_sessions < 2 => fill(say.choose_most, &[("most", &most.to_string())]),
        Some(most) => fill(say.choose_between, &[("least", &least), ("most", &most.to_string())]),
    })
}

/// Sessions that nobody registers for, that are over or meant for others are left out.
fn is_worth_showing(session: &Session, can: Availability, now: huso_agenda::Instant) -> bool {
    let is_over = session.end().or(session.start()).is_some_and(|end| end <= now);
    let registers = session.kind == SessionKind::Session
        && !session.is_off()
        && session.registration.mode != Some(SessionMode::None);
    registers && !is_over && can != Availability::OtherAudience
}

fn option(
    view: &View,
    session: &Session,
    index: usize,
    can: Availability,
    is_chosen: bool,
    on_choice: &Callback<ChoiceAction>,
) -> Html {
    let id = format!("choice-{index}");
    let session_id = session.id.clone();
    let onchange = on_choice.reform(move |_: Event| ChoiceAction::Toggle(session_id.clone()));
    let mut label = vec![text(view.text(&session.title))];
    label.extend(remark(view, session, can).map(|remark| line("span", "optional", &format!(" ({remark})"))));
    label.push(session_when(view, session));
    // What was chosen can always be taken out.
    let disabled = !can.is_choosable() && !is_chosen;
    let input = html! {
        <input type="checkbox" id={id.clone()} name={format!("session-{}", session.id)}
            checked={is_chosen} {disabled} {onchange} />
    };
    let class = if disabled { "check unavailable" } else { "check" };
    block("div", class, vec![input, el("label", &["for"], vec![id.into()], label)])
}

/// What else there is to know before one chooses it.
fn remark(view: &View, session: &Session, can: Availability) -> Option<String> {
    let say = view.lang.form();
    let moment = |text, instant| fill(text, &[("when", &view.moment(instant))]);
    Some(match can {
        Availability::Open => moment(say.session_until, session.closes?),
        Availability::Waitlist => say.session_waitlisted.to_owned(),
        Availability::Before(opens) => moment(say.session_before, opens),
        Availability::Full => say.session_full.to_owned(),
        Availability::Invitation | Availability::OtherAudience => say.session_invitation.to_owned(),
        Availability::Closed => view.lang.widget().session_closed.to_owned(),
    })
}

/// What was chosen, in the visitor's time, and what of it overlaps. The region is there from the start,
/// so that screen readers tell of what comes into it.
fn summary(view: &View, choice: &Choice) -> Html {
    let say = view.lang.form();
    let mut parts = Vec::new();
    let chosen = view.agenda().sessions.iter().filter(|session| choice.ids.contains(&session.id));
    let entry = |session: &Session| {
        block("li", "entry", vec![text(view.text(&session.title)), session_when(view, session)])
    };
    let entries: Vec<Html> = chosen.map(entry).collect();
    if !entries.is_empty() {
        parts.push(line("p", "chosen-title", say.selection));
        parts.push(block("ul", "kept", entries));
    }
    let clashes =
        clashes(view.agenda(), &choice.ids).into_iter().map(|clash| warning(view, &clash)).collect();
    parts.push(el("div", &["role"], vec!["status".into()], clashes));
    block("div", "selection", parts)
}

fn warning(view: &View, clash: &Clash) -> Html {
    let (first, second) = (view.text(&clash.first.title), view.text(&clash.second.title));
    let say = view.lang.form();
    let mut parts = vec![text(&fill(say.clash, &[("first", first), ("second", second)]))];
    let end = (clash.from < clash.to).then_some(clash.to);
    parts.extend(when(view, When::Timed { start: clash.from, end }));
    parts.push(text(". "));
    parts.push(text(say.clash_allowed));
    block("p", "clash", parts)
}
