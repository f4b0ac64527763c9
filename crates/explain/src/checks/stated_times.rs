//! Times that texts state for several countries.

use super::scope::{Placed, Scope};
use crate::remark::Remark;
use huso_agenda::chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use huso_agenda::phase::ENDLESS;
use huso_agenda::{Agenda, Instant, Offsets as _, Session, Text, wall_time};
use huso_announcement::{Context, FindingKind, Group, Report, StatedTime, check};

/// Times that contradict each other in the text of a session, and those that are not of its time.
pub fn stated_times(scope: &Scope) -> Vec<Placed> {
    scope.attended().flat_map(|session| of_session(scope, session)).collect()
}

fn of_session(scope: &Scope, session: &Session) -> Vec<Placed> {
    let (Some(start), Some(day)) = (session.start(), session.day) else { return Vec::new() };
    let title = strings("title", &session.title);
    let summary = session.summary.iter().flat_map(|summary| strings("summary", summary));
    let read = |(key, text): (String, &str)| {
        // A title has no other time to state than its own; a summary may have deadlines.
        let least = if key.starts_with("title") { 1 } else { 2 };
        let is_read = has_hours(text, least);
        let remarks = is_read.then(|| remarks(text, day, least, (start, session), scope.agenda));
        remarks.into_iter().flatten().map(|remark| scope.on(session, &key, remark)).collect::<Vec<_>>()
    };
    title.into_iter().chain(summary).flat_map(read).collect()
}

/// A text in each of its languages, with its key.
fn strings<'t>(key: &str, text: &'t Text) -> Vec<(String, &'t str)> {
    match text {
        Text::Plain(text) => vec![(key.to_owned(), text)],
        Text::ByLanguage(all) => {
            all.iter().map(|(tag, text)| (format!("{key}.{tag}"), text.as_str())).collect()
        }
    }
}

/// Whether there are so many numbers that look like hours: `10:00`, `9.30`, `10h`, `9 a. m.`. Most texts have none, and
/// reading them takes a millisecond.
fn has_hours(text: &str, least: usize) -> bool {
    let mut rest = text;
    let mut hours = 0;
    while let Some((_, after)) = rest.split_once(|c: char| c.is_ascii_digit()) {
        rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        hours += usize::from(follows_an_hour(rest));
    }
    hours >= least
}

/// Whether it is what stands behind the number of an hour.
fn follows_an_hour(rest: &str) -> bool {
    let is_minute = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_digit).count() == 2;
    let unit = rest.trim_start().chars().take_while(|c| c.is_alphabetic() || *c == '.');
    let unit: String = unit.take(5).flat_map(char::to_lowercase).collect();
    rest.strip_prefix([':', '.', 'h', 'H']).is_some_and(is_minute)
        || matches!(
            unit.trim_end_matches('.'),
            "h" | "hr" | "hrs" | "hs" | "am" | "pm" | "a" | "p" | "a.m" | "p.m"
        ) && (unit.len() > 1 || unit == "h")
}

/// What is to be said of a text of a session on a day. `least` times are needed to compare them with the session's.
fn remarks(
    text: &str,
    day: NaiveDate,
    least: usize,
    session: (Instant, &Session),
    agenda: &Agenda,
) -> Vec<Remark> {
    let Report { groups, findings, .. } = check(text, &Context { date: Some(day), today: day });
    let contradicts = findings.into_iter().filter(|finding| {
        matches!(
            finding.kind,
            FindingKind::WrongTime { .. }
                | FindingKind::TwoTimes { .. }
                | FindingKind::WrongWeekday { .. }
                | FindingKind::DurationDisagrees { .. }
        )
    });
    let mut remarks: Vec<_> = contradicts.map(|finding| Remark::TimesDisagree(Box::new(finding))).collect();
    let mut stated = groups.iter().filter(|group| group.times.len() >= least && group.more_dates.is_empty());
    remarks.extend(stated.find_map(|group| other_time(group, session, agenda)));
    remarks
}

/// A moment that is not within the session. The day may be that of another place, and isn't compared.
fn other_time(group: &Group, (start, session): (Instant, &Session), agenda: &Agenda) -> Option<Remark> {
    let end = session.end().or_else(|| start.checked_add_signed(ENDLESS))?;
    let instant = group.instant?;
    let is_within = [-1, 0, 1].into_iter().any(|days| {
        instant
            .checked_add_signed(TimeDelta::days(days))
            .is_some_and(|instant| (start..=end).contains(&instant))
    });
    let StatedTime { time, place, zone, .. } = group.times.first().filter(|_| !is_within)?;
    let right = on_clocks(start, zone, agenda)?;
    Some(Remark::OtherTime {
        stated: time.clone(),
        place: place.clone(),
        right: right.time(),
        date: right.date(),
    })
}

/// An instant on the clocks of an IANA zone, or at an offset such as `UTC-05:00`.
fn on_clocks(instant: Instant, zone: &str, agenda: &Agenda) -> Option<NaiveDateTime> {
    match zone.strip_prefix("UTC").map(wall_time::offset) {
        Some(Ok(offset)) => instant.naive_utc().checked_add_signed(TimeDelta::seconds(offset.into())),
        _ => Some(agenda.database.get(zone).ok()?.wall_time(instant)),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{event, says};

    /// A session at 09:00 in Bogotá, which is 10:00 in Chile and 08:00 in México.
    fn session(title: &str, summary: &str) -> Vec<String> {
        says(&event(
            "",
            &[&format!(
                r#"{{"id": "a", "title": "{title}", "start": "2027-08-11T09:00", "end": "2027-08-11T10:30", "summary": {summary}}}"#
            )],
        ))
    }

    #[test]
    fn only_what_looks_like_hours_is_read() {
        for text in ["10:00 y 9h30", "10.00, 9 a. m.", "10 h / 9 hrs.", "10h, 9 PM"] {
            assert!(super::has_hours(text, 2), "{text}");
        }
        for text in [
            "10 ideas, 25 asistentes",
            "9 a 10 personas",
            "del 9 al 11 de agosto de 2027",
            "COP 28, 3 horas",
            "10:00",
        ] {
            assert!(!super::has_hours(text, 2), "{text}");
        }
    }

    #[test]
    fn times_that_agree_with_the_session_are_fine() {
        for (title, summary) in [
            ("A", "10:00 Chile / 09:00 Colombia y Perú / 08:00 México"),
            ("A", "Pausa a las 10:00 Colombia / 11:00 Chile."),
            ("A (10:00 hora de Chile)", "Inscripciones hasta las 18:00 hora de Colombia."),
            ("10 ideas en 3 horas", "Para 25 asistentes; 3 h de trabajo."),
        ] {
            assert_eq!(session(title, &format!("\"{summary}\"")), [""; 0]);
        }
    }

    #[test]
    fn times_that_contradict_each_other_are_told() {
        let said = session("A", r#"{"es": "10:00 Chile / 08:00 Colombia / 08:00 México"}"#);
        assert!(
            said.iter()
                .any(|line| line
                    .starts_with("sessions[0].summary.es warning: “08:00” (Colombia) should be 09:00")),
            "{said:?}"
        );
        let said = session("A", r#""09:00 – 10:35 | 45 min""#);
        assert!(said[0].starts_with("sessions[0].summary warning: "), "{said:?}");
    }

    #[test]
    fn times_of_another_moment_than_the_session_are_told() {
        assert_eq!(
            session("A", "\"12:00 Chile / 11:00 Colombia\""),
            [
                "sessions[0].summary warning: “12:00” (Chile) is not when this session takes place: it begins at 10:00 there, Wednesday, 11 August."
            ]
        );
        let said = session("A (16:00 UTC-5)", "\"\"");
        assert!(said[0].contains("it begins at 09:00 there"), "{said:?}");
    }
}
