//! Which sessions the plan shows.

use crate::choice::Choice;
use crate::context::use_event;
use std::collections::HashSet;
use std::rc::Rc;
use yew::{hook, use_memo, use_mut_ref};

/// Which of the agenda's sessions the plan shows, from 0, while it is looked at. What is taken out stays in its place until
/// then: nothing that has the focus goes away, and it can be put back.
#[hook]
pub fn use_planned(choice: &Choice, is_looked_at: bool) -> Option<Rc<Vec<usize>>> {
    let event = use_event();
    let was_planned = use_mut_ref(HashSet::<String>::new);
    let planned = use_memo((event, choice.clone(), is_looked_at), |(event, choice, is_looked_at)| {
        let mut planned = was_planned.borrow_mut();
        if !is_looked_at {
            planned.clear();
            return Rc::default();
        }
        planned.extend(choice.plan());
        let sessions = event.agenda().sessions.iter().enumerate();
        Rc::new(
            sessions
                .filter(|(_, session)| planned.contains(&session.id))
                .map(|(index, _)| index)
                .collect::<Vec<_>>(),
        )
    });
    is_looked_at.then(|| (*planned).clone())
}
