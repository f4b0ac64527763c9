//! The sessions to choose, each with the visitor's own time; what was chosen, and what of it overlaps.

use crate::components::agenda::{session_when, when};
use crate::components::tree::Tree;
use crate::platform;
use crate::state::{Choice, ChoiceAction, FormState};
use crate::view::View;
use huso_agenda::event_file::{SessionKind, SessionMode};
use huso_agenda::{Instant, Session, When};
use huso_i18n::{Texts as _, fill};
use huso_registration::sessions::{Availability, Clash, availability, clashes};
use huso_registration::{Form, Target};
use yew::Callback;

/// The id of the group, inside the shadow root.
pub const CHOICE_ID: &str = "choice";

/// The sessions to choose.
pub fn session_choice(
    tree: &mut Tree,
    view: &View,
    form: &Form,
    choice: &Choice,
    on_choice: &Callback<ChoiceAction>,
    state: &FormState,
) {
    let say = view.lang.form();
    let fault = state.fault(&Target::Sessions);
    let (now, answers) = (platform::now(), state.normalized(form));
    let class = if fault.is_some() { "choice wrong" } else { "choice" };
    tree.with("fieldset|class", &[class], |tree| {
        tree.set("aria-describedby", fault.map(|_| "choice-fault"));
        tree.with("legend|id|tabindex=-1", &[CHOICE_ID], |tree| tree.text(say.choose));
        match limits(view, form) {
            Some(limits) => tree.line("p|class=hint", &limits),
            None => tree.nothing(),
        }
        match fault {
            Some(fault) => tree.line("p|class=fault|id=choice-fault", fault),
            None => tree.nothing(),
        }
        tree.el("div|class=options", |tree| {
            for (index, session) in view.agenda().sessions.iter().enumerate() {
                let can = availability(form, session, &answers, now);
                let is_chosen = choice.ids.contains(&session.id);
                if is_chosen || is_worth_showing(session, can, now) {
                    option(tree, view, session, index, can, is_chosen, on_choice);
                }
            }
        });
        summary(tree, view, choice);
    });
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
fn is_worth_showing(session: &Session, can: Availability, now: Instant) -> bool {
    let is_over = session.end().or(session.start()).is_some_and(|end| end <= now);
    let registers = session.kind == SessionKind::Session
        && !session.is_off()
        && session.registration.mode != Some(SessionMode::None);
    registers && !is_over && can != Availability::OtherAudience
}

fn option(
    tree: &mut Tree,
    view: &View,
    session: &Session,
    index: usize,
    can: Availability,
    is_chosen: bool,
    on_choice: &Callback<ChoiceAction>,
) {
    let id = ["choice-", &index.to_string()].concat();
    // What was chosen can always be taken out.
    let disabled = !can.is_choosable() && !is_chosen;
    tree.with("div|class", &[if disabled { "check unavailable" } else { "check" }], |tree| {
        tree.key(&session.id);
        let name = ["session-", &session.id].concat();
        tree.with("input|type=checkbox|id|name", &[&id, &name], |tree| {
            tree.check(is_chosen);
            tree.set("disabled", disabled.then_some(""));
            let session_id = session.id.clone();
            tree.on_change(on_choice.reform(move |_| ChoiceAction::Toggle(session_id.clone())));
        });
        tree.with("label|for", &[&id], |tree| {
            tree.text(view.text(&session.title));
            if let Some(remark) = remark(view, session, can) {
                tree.line("span|class=optional", &[" (", &remark, ")"].concat());
            }
            session_when(tree, view, session);
        });
    });
}

/// What else there is to know before one chooses it.
fn remark(view: &View, session: &Session, can: Availability) -> Option<String> {
    let say = view.lang.form();
    let when = |text, moment: String| fill(text, &[("when", &moment)]);
    Some(match can {
        Availability::Open => when(say.session_until, view.deadline(session.closes?)),
        Availability::Waitlist => say.session_waitlisted.to_owned(),
        Availability::Before(opens) => when(say.session_before, view.moment(opens)),
        Availability::Full => say.session_full.to_owned(),
        Availability::Invitation | Availability::OtherAudience => say.session_invitation.to_owned(),
        Availability::Closed => view.lang.widget().session_closed.to_owned(),
    })
}

/// What was chosen, in the visitor's time, and what of it overlaps. The region is there from the start,
/// so that screen readers tell of what comes into it.
fn summary(tree: &mut Tree, view: &View, choice: &Choice) {
    tree.el("div|class=selection", |tree| {
        if choice.ids.is_empty() {
            tree.nothing();
            tree.nothing();
        } else {
            tree.line("p|class=chosen-title", view.lang.form().selection);
            tree.el("ul|class=kept", |tree| {
                let chosen = view.agenda().sessions.iter().filter(|session| choice.ids.contains(&session.id));
                for session in chosen {
                    tree.el("li|class=entry", |tree| {
                        tree.text(view.text(&session.title));
                        session_when(tree, view, session);
                    });
                }
            });
        }
        tree.el("div|role=status", |tree| {
            for clash in clashes(view.agenda(), &choice.ids) {
                warning(tree, view, &clash);
            }
        });
    });
}

fn warning(tree: &mut Tree, view: &View, clash: &Clash) {
    let say = view.lang.form();
    let (first, second) = (view.text(&clash.first.title), view.text(&clash.second.title));
    tree.el("p|class=clash", |tree| {
        tree.text(&fill(say.clash, &[("first", first), ("second", second)]));
        let end = (clash.from < clash.to).then_some(clash.to);
        when(tree, view, When::Timed { start: clash.from, end });
        tree.text(". ");
        tree.text(say.clash_allowed);
    });
}
