//! What is on the ruler of a day, and which track of many.

use super::super::day_view::SessionsOfDay;
use super::super::strand_name::StrandName;
use super::day::RulerDay;
use crate::context::{use_event, use_locale, use_zones};
use std::rc::Rc;
use yew::{Callback, hook, use_callback, use_memo, use_state_eq};

/// What is on the ruler of a day.
pub struct UseRulerDay {
    /// It; `None` where no session has a time.
    pub day: Option<Rc<RulerDay>>,
    /// Where there are too many tracks, those that can be shown, and the one that is.
    pub tracks: Option<(Vec<(usize, StrandName)>, usize)>,
    /// Shows another of them.
    pub on_track: Callback<usize>,
}

/// What is on the ruler of a day: where it is upright and has many tracks, one at a time.
#[hook]
pub fn use_ruler_day(props: &SessionsOfDay, is_upright: bool) -> UseRulerDay {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let picked = use_state_eq(|| None::<usize>);
    let on_track = use_callback(picked.setter(), |track, set| set.set(Some(track)));
    let shown = props.view.shown.clone();
    let whole = use_memo((event, locale, zones, props.date, shown), |dependencies| {
        let (event, locale, zones, date, shown) = dependencies;
        RulerDay::new(event, *locale, zones, *date, shown).map(Rc::new)
    });
    let tracks = (*whole).as_ref().filter(|_| is_upright).and_then(|day| day.too_many_tracks());
    let tracks = tracks.and_then(|tracks| {
        let is_there = |track: &usize| tracks.iter().any(|(index, _)| index == track);
        let first = tracks.first().map(|(index, _)| *index);
        let track = picked.filter(is_there).or(first)?;
        Some((tracks, track))
    });
    let only = tracks.as_ref().map(|(_, track)| *track);
    let day = use_memo((whole, only), |(day, only)| {
        let day = (**day).clone()?;
        Some(only.map_or_else(|| day.clone(), |track| Rc::new(day.only(track))))
    });
    UseRulerDay { day: (*day).clone(), tracks, on_track }
}
