//! Which sessions are shown.

use super::super::lazy::FindPart;
use crate::browse::Browse;
use crate::context::{ZonesContext, use_event, use_zones};
use crate::lazy_part::LazyPart;
use huso_agenda::Session;
use huso_agenda::find::Awake;
use std::rc::Rc;
use yew::{hook, use_memo};

/// Which sessions are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Which of the agenda's they are, from 0, in order.
    pub sessions: Rc<Vec<usize>>,
    /// Which would be besides, were it not for the hours in which the visitor is awake.
    pub asleep: Rc<Vec<usize>>,
    /// Whether they were searched for the words: not before the part of the program for that is here.
    pub is_searched: bool,
}

/// Which sessions are shown to somebody who looks for something.
#[hook]
pub fn use_shown(browse: &Browse, part: &LazyPart<FindPart>) -> Shown {
    let (event, zones) = (use_event(), use_zones());
    // Read before the first letter: the part comes when somebody is about to search.
    let search = use_memo((event.clone(), part.clone()), |(event, part)| {
        let part = part.ready()?;
        Some((part.index)(event.agenda()))
    });
    let words = browse.query.trim().to_owned();
    let found = use_memo((event.clone(), part.clone(), words), move |(.., words)| {
        let search = search.as_ref().as_ref().filter(|_| !words.is_empty())?;
        Some(search(words))
    });
    let is_searched = browse.query.trim().is_empty() || found.is_some();
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
        (indices(awake), indices(asleep))
    });
    let (sessions, asleep) = (*shown).clone();
    Shown { sessions, asleep, is_searched }
}

fn is_awake(hours: Option<Awake>, session: &Session, zones: &ZonesContext) -> bool {
    hours.is_none_or(|hours| hours.admits(session.when, zones.viewer.zone.as_ref()))
}
