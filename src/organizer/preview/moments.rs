//! The moments of an event that are worth a look.

use huso_agenda::chrono::{DateTime, TimeDelta};
use huso_agenda::phase::over_at;
use huso_agenda::{Instant, Session, When};
use huso_registration::Event;

/// Steps of the slider from one named moment to the next.
pub const BETWEEN: i64 = 1_000;

/// Seconds to which a moment is rounded.
pub const STEP: i64 = 5 * 60;

/// A named moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Before registration opens or, without any, before the event.
    Before,
    /// Registration opens.
    Opens,
    /// The seats are gone. When that will be nobody knows: it is in the middle of the registration.
    Fills,
    /// A session is under way.
    Live,
    /// Registration has closed.
    Closes,
    /// Everything is over.
    Over,
}

/// The moments of an event, in the order of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moments(pub Vec<(Named, Instant)>);

impl Moments {
    /// Those that an event has: none if none of its sessions has a time.
    pub fn of(event: &Event) -> Self {
        let taking_place = event.agenda.sessions.iter().filter(|session| !session.is_off());
        let live = taking_place.clone().find_map(under_way);
        let first = taking_place.filter_map(Session::start).min();
        let (Some(over), Some(begins)) = (over_at(&event.agenda), first.or(live)) else {
            return Self::default();
        };
        let outline = event.form.as_ref().map(|form| &form.outline);
        let opens = outline.and_then(|outline| outline.opens);
        let closes = outline.and_then(|outline| outline.closes);
        let before = opens.unwrap_or(begins) - TimeDelta::days(1);
        let mut all = vec![(Named::Before, before), (Named::Over, over)];
        all.extend(live.map(|live| (Named::Live, live)));
        all.extend(opens.map(|opens| (Named::Opens, opens)));
        all.extend(closes.filter(|closes| *closes < over).map(|closes| (Named::Closes, closes)));
        if let Some(closes) = closes.filter(|_| is_limited(event)) {
            let opens = opens.unwrap_or(before).min(closes);
            all.push((Named::Fills, opens + (closes - opens) / 2));
        }
        for (_, at) in &mut all {
            *at = rounded(*at);
        }
        all.sort_by_key(|(_, at)| *at);
        Self(all)
    }

    /// Where on the slider a moment is, in steps.
    pub fn position(&self, moment: Instant) -> i64 {
        let mut position = 0;
        for (from, to) in self.pairs() {
            let (all, done) = (to - from, (moment - from).clamp(TimeDelta::zero(), to - from));
            position += BETWEEN * done.num_seconds() / all.num_seconds().max(1);
        }
        position
    }

    /// The moment at a place on the slider.
    pub fn at(&self, position: i64) -> Option<Instant> {
        let index = usize::try_from(position / BETWEEN).ok()?;
        let Some((from, to)) = self.pairs().nth(index) else { return self.0.last().map(|(_, at)| *at) };
        Some(rounded(from + TimeDelta::seconds((to - from).num_seconds() * (position % BETWEEN) / BETWEEN)))
    }

    /// Steps of the slider.
    pub fn steps(&self) -> i64 {
        BETWEEN * i64::try_from(self.0.len().saturating_sub(1)).unwrap_or_default()
    }

    /// How many seats are left at a moment, as the element's attribute has it: few on the day before they are gone. Nothing
    /// where none are limited, and once nobody can register any more.
    pub fn seats(&self, moment: Instant) -> Option<&'static str> {
        let (_, gone) = self.0.iter().find(|(named, _)| *named == Named::Fills)?;
        let (_, closes) = self.0.iter().find(|(named, _)| matches!(named, Named::Closes | Named::Over))?;
        match *gone - moment {
            _ if moment >= *closes => None,
            left if left <= TimeDelta::zero() => Some("none"),
            left if left <= TimeDelta::days(1) => Some("few"),
            _ => None,
        }
    }

    fn pairs(&self) -> impl Iterator<Item = (Instant, Instant)> {
        self.0.iter().zip(self.0.iter().skip(1)).map(|((_, from), (_, to))| (*from, *to))
    }
}

/// A moment in which a session is under way: not its first minute.
fn under_way(session: &Session) -> Option<Instant> {
    match session.when {
        When::Timed { start, end } => {
            let half = end.map_or(TimeDelta::hours(1), |end| end - start) / 2;
            Some(start + half.min(TimeDelta::minutes(25)))
        }
        _ => None,
    }
}

fn is_limited(event: &Event) -> bool {
    let is_limited = |session: &Session| session.registration.capacity.is_some();
    event.form.as_ref().is_some_and(|form| form.capacity.is_some())
        || event.agenda.sessions.iter().any(is_limited)
}

fn rounded(moment: Instant) -> Instant {
    DateTime::from_timestamp(moment.timestamp().div_euclid(STEP) * STEP, 0).unwrap_or(moment)
}
