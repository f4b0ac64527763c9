//! The sessions that the visitor chose.

use huso_agenda::event_file::SessionMode;
use huso_agenda::{Agenda, Session};
use std::rc::Rc;
use yew::Reducible;

/// The sessions that the visitor chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Their ids.
    pub ids: Vec<String>,
    /// Whether they are on their way, and stay as they are.
    pub locked: bool,
}

/// What happens to the choice.
pub enum ChoiceAction {
    /// A session is added, or taken out.
    Toggle(String),
    /// It becomes this one, as a script of the page wants it.
    Choose(Vec<String>),
    /// It becomes this one: a draft's, or none after a registration.
    Set(Vec<String>),
    /// It is on its way, or no longer.
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
            ChoiceAction::Set(ids) => next.ids = ids,
            ChoiceAction::Lock(locked) => next.locked = locked,
        }
        Rc::new(next)
    }
}

impl Choice {
    /// What of it can still be chosen in an agenda. What can't be any more comes back if it can again. Who is
    /// invited, the form knows.
    pub fn open_in(&self, agenda: &Agenda) -> Self {
        let by_invitation = |session: &Session| session.registration.mode == Some(SessionMode::Invitation);
        let is_open = |id: &String| {
            agenda.session(id).is_some_and(|session| session.is_open() || by_invitation(session))
        };
        Self { ids: self.ids.iter().filter(|id| is_open(id)).cloned().collect(), locked: self.locked }
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
        let choice = Rc::new(Choice { ids: ids(&["gala"]), locked: false });
        let chosen = choice.reduce(ChoiceAction::Choose(ids(&["keynote", "pitch", "keynote"])));
        assert_eq!(chosen.ids, ["keynote", "pitch"]);
        let sent = chosen.reduce(ChoiceAction::Lock(true)).reduce(ChoiceAction::Choose(Vec::new()));
        assert_eq!(sent.ids, ["keynote", "pitch"]);
    }
}
