//! The sessions that the visitor means to attend.

use huso_agenda::event_file::{SessionKind, SessionMode};
use huso_agenda::{Agenda, Session};
use std::rc::Rc;
use yew::Reducible;

/// The sessions that the visitor means to attend: their plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Ids of those that were chosen to be registered.
    pub ids: Vec<String>,
    /// Ids of those that are kept without registering.
    pub starred: Vec<String>,
    /// Ids of those that are registered.
    pub registered: Vec<String>,
    /// Whether those that were chosen are on their way, and stay as they are.
    pub locked: bool,
}

/// What happens to the choice.
pub enum ChoiceAction {
    /// A session is chosen, or no longer.
    Toggle(String),
    /// What is chosen becomes this, as a script of the page wants it.
    Choose(Vec<String>),
    /// A session is kept without registering, or no longer.
    Star(String),
    /// What is chosen becomes this: a draft's, or none after a registration.
    Set(Vec<String>),
    /// These are registered, besides those that are.
    Register(Vec<String>),
    /// What is chosen is on its way, or no longer.
    Lock(bool),
}

impl Reducible for Choice {
    type Action = ChoiceAction;

    fn reduce(self: Rc<Self>, action: ChoiceAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match action {
            ChoiceAction::Toggle(_) | ChoiceAction::Choose(_) if self.locked => return self,
            ChoiceAction::Toggle(id) => toggle(&mut next.ids, id),
            ChoiceAction::Choose(ids) => next.ids = without_repetitions(ids),
            ChoiceAction::Star(id) => toggle(&mut next.starred, id),
            ChoiceAction::Set(ids) => next.ids = ids,
            ChoiceAction::Register(ids) => {
                next.registered.retain(|id| !ids.contains(id));
                next.registered.extend(ids);
            }
            ChoiceAction::Lock(locked) => next.locked = locked,
        }
        Rc::new(next)
    }
}

impl Choice {
    /// The plan that a device kept: what one can register for is chosen, the rest is kept without.
    pub fn kept(ids: Vec<String>, agenda: &Agenda) -> Self {
        let is_open = |id: &String| agenda.session(id).is_some_and(Session::is_open);
        let (ids, starred) = ids.into_iter().partition(is_open);
        Self { ids, starred, ..Self::default() }
    }

    /// What of it can still be chosen in an agenda. What can't be any more comes back if it can again. Who is
    /// invited, the form knows.
    pub fn open_in(&self, agenda: &Agenda) -> Self {
        let by_invitation = |session: &Session| session.registration.mode == Some(SessionMode::Invitation);
        let is_open = |id: &String| {
            agenda.session(id).is_some_and(|session| session.is_open() || by_invitation(session))
        };
        Self { ids: self.ids.iter().filter(|id| is_open(id)).cloned().collect(), ..self.clone() }
    }

    /// Whether a session is in the plan.
    pub fn plans(&self, id: &String) -> bool {
        [&self.ids, &self.starred, &self.registered].iter().any(|list| list.contains(id))
    }

    /// The ids of the plan's sessions.
    pub fn plan(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for id in [&self.ids, &self.starred, &self.registered].into_iter().flatten() {
            if !all.contains(id) {
                all.push(id.clone());
            }
        }
        all
    }

    /// Whether a session is kept without registering; `None` where it can't be: it is none, does not take place, or one
    /// registers for it.
    pub fn is_starred(&self, session: &Session, is_choosable: bool) -> Option<bool> {
        let is_session = session.kind == SessionKind::Session && !session.is_off();
        let is_starred = self.starred.contains(&session.id);
        (is_session && (is_starred || !(is_choosable && session.is_open()))).then_some(is_starred)
    }
}

fn without_repetitions(ids: Vec<String>) -> Vec<String> {
    let mut once = Vec::new();
    for id in ids {
        if !once.contains(&id) {
            once.push(id);
        }
    }
    once
}

/// Puts an id into a list, or takes it out.
pub fn toggle(list: &mut Vec<String>, id: String) {
    match list.iter().position(|other| *other == id) {
        Some(place) => {
            list.remove(place);
        }
        None => list.push(id),
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, ChoiceAction};
    use std::rc::Rc;
    use yew::Reducible as _;

    fn ids(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn a_script_chooses_each_session_once_and_nothing_that_is_on_its_way() {
        let choice = Rc::new(Choice { ids: ids(&["gala"]), ..Choice::default() });
        let chosen = choice.reduce(ChoiceAction::Choose(ids(&["keynote", "pitch", "keynote"])));
        assert_eq!(chosen.ids, ["keynote", "pitch"]);
        let sent = chosen.reduce(ChoiceAction::Lock(true)).reduce(ChoiceAction::Choose(Vec::new()));
        assert_eq!(sent.ids, ["keynote", "pitch"]);
    }
}
