//! Where an agenda stands at an instant: what is under way, what starts soon, what is over.

use crate::event_file::{LinkRel, SessionLink};
use crate::model::{Agenda, Session, When};
use crate::wall_time::day_start;
use crate::zone::{Instant, Offsets, Zone};
use chrono::{DateTime, Days, NaiveDate, TimeDelta};

/// Seconds before its start in which a session starts soon, and one can connect to it.
pub const SOON: i64 = 15 * 60;

/// How long a session without an end counts as under way.
pub const ENDLESS: TimeDelta = TimeDelta::hours(1);

/// Where a session stands. Minutes are rounded up: the last one is 1, never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It starts later than soon.
    Upcoming,
    /// It starts in so many minutes.
    Soon(i64),
    /// It is under way, for so many minutes more; `None` where its end is not known to the minute.
    Now(Option<i64>),
    /// It is over.
    Ended,
}

/// Where the agenda stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// Of each session, in the agenda's order; `None` for those that don't take place or have no date.
    pub phases: Vec<Option<Phase>>,
    /// The session to look at: the first that is under way, else the next one today.
    pub current: Option<usize>,
    /// When this changes next, without anybody's doing; `None` once it can't.
    pub next: Option<Instant>,
}

impl Progress {
    /// Where an agenda stands at `now`. Whole days are the event's; today is the visitor's, by `here`.
    pub fn at(agenda: &Agenda, now: Instant, here: &dyn Offsets) -> Self {
        let mut phases = Vec::with_capacity(agenda.sessions.len());
        let mut next: Option<i64> = None;
        for span in spans(agenda) {
            let found = span.map(|span| span.at(now.timestamp()));
            if let Some(change) = found.and_then(|(_, change)| change) {
                next = Some(next.map_or(change, |next| next.min(change)));
            }
            phases.push(found.map(|(phase, _)| phase));
        }
        let date = |instant| here.wall_time(instant).date();
        let is_today = |session: &Session| match session.when {
            When::Timed { start, .. } => date(start) == date(now),
            When::Floating { start, .. } => start.date() == date(now),
            When::AllDay(day) => day == date(now),
            When::Open => false,
        };
        let is_next = |(phase, session): (&Option<Phase>, &Session)| {
            matches!(phase, Some(Phase::Upcoming | Phase::Soon(_))) && is_today(session)
        };
        let current = phases
            .iter()
            .position(|phase| matches!(phase, Some(Phase::Now(_))))
            .or_else(|| phases.iter().zip(&agenda.sessions).position(is_next));
        Self { phases, current, next: next.and_then(|next| DateTime::from_timestamp(next, 0)) }
    }

    /// Whether the event took place and is over.
    pub fn is_over(&self) -> bool {
        let mut phases = self.phases.iter().flatten().peekable();
        phases.peek().is_some() && phases.all(|phase| *phase == Phase::Ended)
    }

    /// Whether something is under way, or soon will be.
    pub fn is_live(&self) -> bool {
        self.phases.iter().any(|phase| matches!(phase, Some(Phase::Soon(_) | Phase::Now(_))))
    }
}

/// When a session takes place, in seconds since 1970.
struct Span {
    start: i64,
    end: i64,
    /// Seconds before the start in which it is said to start soon: none for whole days.
    soon: i64,
    /// Whether people are told how long it still goes on: not for whole days, nor for ends that we assume.
    counts_down: bool,
}

impl Span {
    /// The phase at an instant, and when another follows.
    fn at(&self, now: i64) -> (Phase, Option<i64>) {
        let minutes = |until: i64| (until - now + 59) / 60;
        let next_minute = |until: i64| until - (minutes(until) - 1) * 60;
        if now < self.start - self.soon {
            (Phase::Upcoming, Some(self.start - self.soon))
        } else if now < self.start {
            (Phase::Soon(minutes(self.start)), Some(next_minute(self.start)))
        } else if now >= self.end {
            (Phase::Ended, None)
        } else if self.counts_down {
            (Phase::Now(Some(minutes(self.end))), Some(next_minute(self.end)))
        } else {
            (Phase::Now(None), Some(self.end))
        }
    }
}

/// When the last session is over; `None` if none takes place at a known time.
pub fn over_at(agenda: &Agenda) -> Option<Instant> {
    DateTime::from_timestamp(spans(agenda).flatten().map(|span| span.end).max()?, 0)
}

/// The event's day on which it is over. One that ends at 24:00 ends on the day before.
pub fn last_day(agenda: &Agenda) -> Option<NaiveDate> {
    let last = over_at(agenda)?.checked_sub_signed(TimeDelta::seconds(1))?;
    Some(agenda.zone.wall_time(last).date())
}

/// When each session takes place.
fn spans(agenda: &Agenda) -> impl Iterator<Item = Option<Span>> {
    agenda.sessions.iter().enumerate().map(|(index, session)| {
        span(session, agenda.sessions.get(index + 1..).unwrap_or_default(), &agenda.zone)
    })
}

/// When a session takes place; `None` if it doesn't, or nobody knows when. `later` are the sessions
/// after it.
fn span(session: &Session, later: &[Session], zone: &Zone) -> Option<Span> {
    if session.is_off() {
        return None;
    }
    match session.when {
        When::Timed { start, end } => Some(Span {
            start: start.timestamp(),
            end: end
                .map_or_else(|| assumed_end(session, start.timestamp(), later.iter()), |end| end.timestamp()),
            soon: SOON,
            counts_down: end.is_some(),
        }),
        When::AllDay(date) => Some(Span {
            start: day_start(date, zone).timestamp(),
            end: day_start(date.checked_add_days(Days::new(1))?, zone).timestamp(),
            soon: 0,
            counts_down: false,
        }),
        // On the reader's own clocks, of which an agenda knows nothing.
        When::Floating { .. } | When::Open => None,
    }
}

/// When a session takes place, with the end until which the agenda counts it where the file states none:
/// for calendars, which would give it no length at all.
pub fn lasting(agenda: &Agenda, session: &Session) -> When {
    match session.when {
        When::Timed { start, end: None } => {
            let later = agenda.sessions.iter().skip_while(|other| other.id != session.id).skip(1);
            let end = assumed_end(session, start.timestamp(), later);
            When::Timed { start, end: DateTime::from_timestamp(end, 0) }
        }
        When::Floating { start, end: None } => {
            When::Floating { start, end: start.checked_add_signed(ENDLESS) }
        }
        when => when,
    }
}

/// The end of a session that states none: after an hour, or when the next session of the same venue
/// and track starts, if that is sooner.
fn assumed_end<'a>(session: &Session, start: i64, later: impl Iterator<Item = &'a Session>) -> i64 {
    let latest = start + ENDLESS.num_seconds();
    later
        .take_while(|other| other.start().is_none_or(|other| other.timestamp() < latest))
        .filter(|other| other.venue == session.venue && other.track == session.track && !other.is_off())
        .filter_map(|other| Some(other.start()?.timestamp()))
        .find(|other| *other > start)
        .unwrap_or(latest)
}

/// The links that are of use in a phase, those first that one needs now: to connect from shortly before
/// the start until the end; what was recorded and reported, afterwards.
pub fn links(session: &Session, phase: Option<Phase>) -> Vec<&SessionLink> {
    let ended = phase == Some(Phase::Ended);
    let is_useful = |rel| match rel {
        LinkRel::Join => !session.is_off() && !ended && !waits(session, phase),
        LinkRel::Register => !session.is_off() && !ended,
        LinkRel::Recording | LinkRel::Report => ended || phase.is_none(),
        LinkRel::Slides | LinkRel::More => true,
    };
    let is_first = |rel| match rel {
        LinkRel::Join => true,
        LinkRel::Recording | LinkRel::Slides | LinkRel::Report => ended,
        LinkRel::Register | LinkRel::More => false,
    };
    let mut links = Vec::new();
    for first in [true, false] {
        links.extend(session.links.iter().filter(|link| is_useful(link.rel) && is_first(link.rel) == first));
    }
    links
}

/// Whether it is too early to connect to a session. To those without a time one can always.
pub fn waits(session: &Session, phase: Option<Phase>) -> bool {
    phase == Some(Phase::Upcoming) && session.start().is_some() && session.link(LinkRel::Join).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event_file;

    /// Sessions of 4 April 2026 in Chile, the night on which 23:00–23:59 happens twice.
    fn agenda(sessions: &str) -> Agenda {
        let text = format!(
            r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "America/Santiago",
            "venues": [{{"id": "hall", "name": "Hall"}}], "sessions": [{sessions}]}}"#
        );
        let (file, faults) = event_file::parse::<String>(&text);
        assert_eq!(faults, [], "{text}");
        Agenda::try_new(file.unwrap()).0.unwrap()
    }

    fn at(text: &str) -> Instant {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    /// As somebody in Chile sees it.
    fn stand(agenda: &Agenda, now: Instant) -> Progress {
        Progress::at(agenda, now, &agenda.zone)
    }

    fn phases(agenda: &Agenda, now: &str) -> Vec<Option<Phase>> {
        stand(agenda, at(now)).phases
    }

    #[test]
    fn minutes_are_rounded_up_and_change_when_the_progress_says() {
        let agenda = agenda(
            r#"{"id": "a", "title": "A", "start": "2026-04-04T10:00", "end": "2026-04-04T10:30"},
            {"id": "b", "title": "B", "start": "2026-04-04T10:20", "end": "2026-04-04T10:40"}"#,
        );
        let mut now = at("2026-04-04T12:00:00-03:00") - TimeDelta::hours(3);
        let mut seen = Vec::new();
        while let Some(next) = stand(&agenda, now).next {
            let before = stand(&agenda, now).phases;
            let almost = stand(&agenda, next - TimeDelta::milliseconds(1));
            assert_eq!(almost.phases, before, "nothing changes before {next}");
            now = next;
            let progress = stand(&agenda, now);
            assert_ne!(progress.phases, before, "something changes at {next}");
            seen.push((now.format("%H:%M:%S").to_string(), progress.phases));
        }
        let find = |time: &str| seen.iter().find(|(at, _)| at == time).map(|(_, phases)| phases.clone());
        use Phase::{Ended, Now, Soon, Upcoming};
        assert_eq!(seen.len(), 56, "each minute from 09:45 to 10:40");
        assert_eq!(find("12:45:00"), Some(vec![Some(Soon(15)), Some(Upcoming)]));
        assert_eq!(find("12:59:00"), Some(vec![Some(Soon(1)), Some(Upcoming)]));
        assert_eq!(find("13:00:00"), Some(vec![Some(Now(Some(30))), Some(Upcoming)]));
        assert_eq!(find("13:05:00"), Some(vec![Some(Now(Some(25))), Some(Soon(15))]));
        assert_eq!(find("13:29:00"), Some(vec![Some(Now(Some(1))), Some(Now(Some(11)))]));
        assert_eq!(find("13:30:00"), Some(vec![Some(Ended), Some(Now(Some(10)))]));
        assert_eq!(find("13:40:00"), Some(vec![Some(Ended), Some(Ended)]));
        assert!(stand(&agenda, now).is_over());
        assert_eq!(over_at(&agenda), Some(now));
    }

    #[test]
    fn an_hour_that_happens_twice_counts_twice() {
        let agenda =
            agenda(r#"{"id": "a", "title": "A", "start": "2026-04-04T23:30", "end": "2026-04-05T00:30"}"#);
        assert_eq!(phases(&agenda, "2026-04-05T02:20:00Z"), [Some(Phase::Soon(10))]);
        assert_eq!(phases(&agenda, "2026-04-05T02:30:00Z"), [Some(Phase::Now(Some(120)))]);
        assert_eq!(phases(&agenda, "2026-04-05T03:30:00Z"), [Some(Phase::Now(Some(60)))], "23:30 again");
        assert_eq!(phases(&agenda, "2026-04-05T04:30:00Z"), [Some(Phase::Ended)]);
        assert_eq!(last_day(&agenda), NaiveDate::from_ymd_opt(2026, 4, 5));
    }

    #[test]
    fn a_session_without_end_goes_on_for_an_hour_or_until_the_next_in_its_place() {
        let agenda = agenda(
            r#"{"id": "a", "title": "A", "start": "2026-04-04T10:00"},
            {"id": "b", "title": "B", "start": "2026-04-04T10:00", "venue": "hall"},
            {"id": "c", "title": "C", "start": "2026-04-04T10:20", "venue": "hall", "status": "cancelled"},
            {"id": "d", "title": "D", "start": "2026-04-04T10:40", "venue": "hall"}"#,
        );
        use Phase::{Ended, Now, Soon};
        let now = Some(Now(None));
        assert_eq!(phases(&agenda, "2026-04-04T13:39:59Z"), [now, now, None, Some(Soon(1))]);
        assert_eq!(phases(&agenda, "2026-04-04T13:40:00Z"), [now, Some(Ended), None, now]);
        assert_eq!(phases(&agenda, "2026-04-04T14:00:00Z"), [Some(Ended), Some(Ended), None, now]);
        assert_eq!(over_at(&agenda), Some(at("2026-04-04T14:40:00Z")));
    }

    #[test]
    fn whole_days_are_the_events_days() {
        let agenda = agenda(
            r#"{"id": "a", "title": "A", "date": "2026-09-05"}, {"id": "b", "title": "B", "date": "2026-09-06"},
            {"id": "c", "title": "C"}"#,
        );
        use Phase::{Ended, Now, Upcoming};
        // 6 September begins at 01:00: Chile's clocks skip the hour before.
        assert_eq!(phases(&agenda, "2026-09-06T03:59:59Z"), [Some(Now(None)), Some(Upcoming), None]);
        assert_eq!(phases(&agenda, "2026-09-06T04:00:00Z"), [Some(Ended), Some(Now(None)), None]);
        assert_eq!(phases(&agenda, "2026-09-07T02:59:59Z"), [Some(Ended), Some(Now(None)), None]);
        let after = stand(&agenda, at("2026-09-07T03:00:00Z"));
        assert_eq!((after.is_over(), after.next), (true, None));
        assert_eq!(last_day(&agenda), NaiveDate::from_ymd_opt(2026, 9, 6));
    }

    #[test]
    fn one_looks_at_what_is_under_way_else_at_what_is_next_today() {
        let agenda = agenda(
            r#"{"id": "a", "title": "A", "start": "2026-04-04T09:00", "end": "2026-04-04T10:00"},
            {"id": "b", "title": "B", "start": "2026-04-04T11:00", "status": "cancelled"},
            {"id": "c", "title": "C", "start": "2026-04-04T12:00", "end": "2026-04-04T13:00"},
            {"id": "d", "title": "D", "start": "2026-04-05T09:00"}"#,
        );
        let current = |now| stand(&agenda, at(now)).current;
        assert_eq!(current("2026-04-03T23:00:00-03:00"), None, "the day before");
        assert_eq!(current("2026-04-04T00:00:00-03:00"), Some(0));
        assert_eq!(current("2026-04-04T09:30:00-03:00"), Some(0));
        assert_eq!(current("2026-04-04T10:00:00-03:00"), Some(2), "the cancelled one is passed over");
        assert_eq!(current("2026-04-04T13:00:00-03:00"), None, "tomorrow's is not today's");
        let mexico = Zone::named("America/Mexico_City").unwrap();
        let elsewhere = |now| Progress::at(&agenda, at(now), &mexico).current;
        assert_eq!(elsewhere("2026-04-04T02:59:00-03:00"), None, "Mexico's 3 April goes on for a minute");
        assert_eq!(elsewhere("2026-04-04T03:00:00-03:00"), Some(0));
        assert!(!stand(&agenda, at("2026-04-04T10:00:00-03:00")).is_live());
        assert!(stand(&agenda, at("2026-04-04T11:45:00-03:00")).is_live());
    }

    #[test]
    fn links_are_there_when_they_are_of_use() {
        let links = r#""links": [{"rel": "more", "url": "m"}, {"rel": "recording", "url": "r"},
            {"rel": "register", "url": "g"}, {"rel": "join", "url": "j"}, {"rel": "slides", "url": "s"}]"#;
        let agenda = agenda(&format!(
            r#"{{"id": "a", "title": "A", "start": "2026-04-04T10:00", "end": "2026-04-04T11:00", {links}}},
            {{"id": "b", "title": "B", "start": "2026-04-04T10:00", "status": "cancelled", {links}}},
            {{"id": "c", "title": "C", "date": "2026-04-05", {links}}}"#
        ));
        let found = |index: usize, phase| -> String {
            super::links(&agenda.sessions[index], phase).iter().map(|link| link.url.as_str()).collect()
        };
        assert_eq!(found(0, Some(Phase::Upcoming)), "mgs");
        assert_eq!(found(0, Some(Phase::Soon(15))), "jmgs");
        assert_eq!(found(0, Some(Phase::Now(None))), "jmgs");
        assert_eq!(found(0, Some(Phase::Ended)), "rsm");
        assert_eq!(found(1, None), "mrs", "nobody connects to what is cancelled");
        assert_eq!(
            found(2, Some(Phase::Upcoming)),
            "jmgs",
            "a whole day has no quarter of an hour before it"
        );
        assert!(waits(&agenda.sessions[0], Some(Phase::Upcoming)));
        assert!(!waits(&agenda.sessions[2], Some(Phase::Upcoming)));
    }
}
