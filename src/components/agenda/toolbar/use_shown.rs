//! Which sessions are shown.

use crate::browse::Browse;
use crate::context::{EventContext, ZonesContext, use_event, use_zones};
use huso_agenda::Session;
use huso_agenda::find::{Awake, SearchIndex};
use std::rc::Rc;
use yew::{hook, use_memo, use_mut_ref};

/// Which sessions are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Which of the agenda's they are, from 0, in order.
    pub sessions: Rc<Vec<usize>>,
    /// Which would be besides, were it not for the hours in which the visitor is awake.
    pub asleep: Rc<Vec<usize>>,
}

/// Which sessions are shown to somebody who looks for something.
#[hook]
pub fn use_shown(browse: &Browse) -> Shown {
    let (event, zones) = (use_event(), use_zones());
    // Most people never search: it is made for the first word.
    let index = use_mut_ref(|| None::<(EventContext, SearchIndex)>);
    let found = use_memo((event.clone(), browse.query.clone()), |(event, query)| {
        if query.trim().is_empty() {
            return None;
        }
        let mut index = index.borrow_mut();
        let known = index.take().filter(|(known, _)| known == event);
        let (_, index) =
            index.insert(known.unwrap_or_else(|| (event.clone(), SearchIndex::new(event.agenda()))));
        Some(index.matches(query))
    });
    let shown = use_memo((event, zones, found, browse.filters.clone()), |(event, zones, found, filters)| {
        let agenda = event.agenda();
        let is_found =
            |index: usize| found.as_ref().as_ref().is_none_or(|found| found.get(index) == Some(&true));
        let is_meant = |(index, session): &(usize, &Session)| {
            is_found(*index) && filters.admits_but_for_hours(session, agenda)
        };
        let is_awake = |(_, session): &(usize, &Session)| is_awake(filters.awake, session, zones);
        let meant = agenda.sessions.iter().enumerate().filter(is_meant);
        let (awake, asleep): (Vec<_>, Vec<_>) = meant.partition(is_awake);
        let indices = |sessions: Vec<(usize, &Session)>| {
            Rc::new(sessions.into_iter().map(|(index, _)| index).collect())
        };
        Shown { sessions: indices(awake), asleep: indices(asleep) }
    });
    (*shown).clone()
}

fn is_awake(hours: Option<Awake>, session: &Session, zones: &ZonesContext) -> bool {
    hours.is_none_or(|hours| hours.admits(session.when, zones.viewer.zone.as_ref()))
}
