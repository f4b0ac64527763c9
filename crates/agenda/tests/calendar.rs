//! Calendar files, line by line, and links to web calendars.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use huso_agenda::calendar::CalendarExport;
use huso_agenda::{Agenda, Instant, Lang, Zone, event_file};
use huso_i18n::calendar_words;
use serde_json::{Value, json};

fn agenda(zone: &str, more: Value, sessions: Value) -> Agenda {
    let mut file = json!({"huso": 1, "id": "e", "title": "Evento", "timezone": zone, "sessions": sessions});
    for (key, value) in more.as_object().unwrap() {
        file[key] = value.clone();
    }
    let (file, faults) = event_file::parse::<bool>(&file.to_string());
    assert!(faults.is_empty(), "{faults:?}");
    Agenda::try_new(file.unwrap()).0.unwrap()
}

fn edition(agenda: &Agenda) -> CalendarExport<'_> {
    CalendarExport {
        agenda,
        lang: Lang::Es,
        words: calendar_words(Lang::Es),
        address: &|address| Some(format!("https://example.org/{address}")),
    }
}

/// The file as it is, all sessions in it.
fn raw(agenda: &Agenda) -> String {
    let sessions: Vec<_> = agenda.sessions.iter().collect();
    edition(agenda).file(&sessions, "2026-01-02T03:04:05Z".parse().unwrap())
}

/// Its content lines, unfolded.
fn lines(agenda: &Agenda) -> Vec<String> {
    raw(agenda).replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn values(agenda: &Agenda, name: &str) -> Vec<String> {
    let start = |line: &String| line.strip_prefix(name)?.strip_prefix(':').map(str::to_owned);
    lines(agenda).iter().filter_map(start).collect()
}

#[test]
fn the_zone_has_the_changes_of_the_span_and_no_others() {
    let sessions = json!([
        {"id": "before", "title": "A", "start": "2026-04-04T20:00", "end": "2026-04-04T21:00"},
        {"id": "after", "title": "B", "start": "2026-04-05T10:00", "end": "2026-04-05T11:00"}
    ]);
    let agenda = agenda("America/Santiago", json!({}), sessions);
    let all = lines(&agenda);
    let place = |line: &str| all.iter().position(|other| other == line).unwrap();
    assert_eq!(
        all[place("BEGIN:VTIMEZONE")..=place("END:VTIMEZONE")],
        [
            "BEGIN:VTIMEZONE",
            "TZID:America/Santiago",
            "BEGIN:STANDARD",
            "DTSTART:20260403T200000",
            "TZOFFSETFROM:-0300",
            "TZOFFSETTO:-0300",
            "END:STANDARD",
            "BEGIN:STANDARD",
            "DTSTART:20260405T000000",
            "TZOFFSETFROM:-0300",
            "TZOFFSETTO:-0400",
            "END:STANDARD",
            "END:VTIMEZONE",
        ]
    );
    assert_eq!(values(&agenda, "DTSTART;TZID=America/Santiago"), ["20260404T200000", "20260405T100000"]);
    assert_eq!(values(&agenda, "DTEND;TZID=America/Santiago"), ["20260404T210000", "20260405T110000"]);
}

#[test]
fn clocks_set_forward_are_daylight_time() {
    let sessions = json!([{"id": "a", "title": "A", "start": "2026-09-05T10:00", "end": "2026-09-06T10:00"}]);
    let all = lines(&agenda("America/Santiago", json!({}), sessions)).join("\n");
    let expected =
        "BEGIN:DAYLIGHT\nDTSTART:20260906T000000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0300\nEND:DAYLIGHT";
    assert!(all.contains(expected), "{all}");
}

#[test]
fn what_the_zone_cannot_say_is_utc() {
    let session =
        |offset| json!([{"id": "a", "title": "A", "start": "2026-04-04T23:30", "utc_offset": offset}]);
    let first = agenda("America/Santiago", json!({}), session("-03:00"));
    assert_eq!(values(&first, "DTSTART;TZID=America/Santiago"), ["20260404T233000"]);
    let second = agenda("America/Santiago", json!({}), session("-04:00"));
    assert!(raw(&second).contains("DTSTART:20260405T033000Z\r\n"));
    let utc = agenda("UTC", json!({}), json!([{"id": "a", "title": "A", "start": "2026-04-04T23:30"}]));
    assert!(raw(&utc).contains("DTSTART:20260404T233000Z\r\n") && !raw(&utc).contains("VTIMEZONE"));
}

#[test]
fn lines_are_folded_between_characters() {
    for filler in 0..8 {
        let title = format!("{}{}", "x".repeat(filler), "ñ日😀".repeat(60));
        let sessions = json!([{"id": "a", "title": title, "start": "2027-08-11T09:00", "summary": title}]);
        let agenda = agenda("America/Bogota", json!({}), sessions);
        let raw = raw(&agenda);
        assert!(raw.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(raw.matches('\n').count(), raw.matches("\r\n").count());
        let longest = raw.split("\r\n").map(str::len).max().unwrap();
        assert!((72..=75).contains(&longest), "{longest}");
        assert_eq!(values(&agenda, "SUMMARY"), [format!("{title} – Evento")]);
    }
}

#[test]
fn texts_are_escaped_and_can_start_no_property() {
    let sessions = json!([{
        "id": "a", "title": "a;b,c\\d\r\nEND:VEVENT\u{1}\u{7f}\u{85}", "start": "2027-08-11T09:00",
        "links": [{"rel": "join", "url": "sala?\nX-EVIL:1"}]
    }]);
    let agenda = agenda("America/Bogota", json!({}), sessions);
    assert_eq!(values(&agenda, "SUMMARY"), ["a\\;b\\,c\\\\d END:VEVENT – Evento"]);
    let join = values(&agenda, "CONFERENCE;VALUE=URI;LABEL=\"Conectarse\"");
    assert_eq!(join, ["https://example.org/sala?X-EVIL:1"]);
    assert!(!lines(&agenda).iter().any(|line| line.starts_with("X-EVIL")));
}

/// From an address pasted out of a letter, whose lines ran together in some calendars and broke others.
#[test]
fn what_calendars_show_on_one_line_has_no_line_breaks() {
    let name = "Sala\n ñ";
    for (address, expected) in [
        ("Av. Matta 15\nSantiago", "Av. Matta 15, Santiago"),
        ("Av. Matta 15,\r\n\r\n\tpiso  3\rSantiago\n", "Av. Matta 15, piso 3, Santiago"),
        ("Av. Matta 15\u{2028}piso 3\u{2029}Santiago\u{85}Chile", "Av. Matta 15, piso 3, Santiago, Chile"),
        ("Av. Matta 15\u{b}piso\u{a0}3\u{c}Santiago\u{1}", "Av. Matta 15, piso 3, Santiago"),
    ] {
        let more = json!({"title": "Feria\nsur", "tracks": [{"id": "t", "name": "Eje\n1"}],
            "venues": [{"id": "v", "name": name, "address": address}]});
        let sessions = json!([{"id": "a", "title": "A\r\n  B", "start": "2027-08-11T09:00", "venue": "v", "track": "t"}]);
        let agenda = agenda("America/Bogota", more, sessions);
        assert_eq!(values(&agenda, "LOCATION"), [["Sala ñ, ", expected].concat().replace(',', "\\,")]);
        assert_eq!(values(&agenda, "SUMMARY"), ["A B – Feria sur"]);
        assert_eq!(
            (values(&agenda, "NAME"), values(&agenda, "CATEGORIES")),
            (vec!["Feria sur".into()], vec!["Eje 1".into()])
        );
        for (service, link) in edition(&agenda).links(&agenda.sessions[0], &agenda.zone) {
            let place = expected.replace(' ', "%20").replace(',', "%2C");
            assert!(
                link.contains(&place) && link.contains("=A%20B%20") && !link.contains("%0"),
                "{service} {link}"
            );
        }
    }
}

/// From a session without an end that took 0 minutes in people's calendars.
#[test]
fn a_session_without_an_end_lasts_as_long_as_the_agenda_counts_it() {
    let sessions = json!([
        {"id": "hour", "title": "H", "start": "2027-08-11T09:00"},
        {"id": "cut", "title": "C", "start": "2027-08-11T11:00"},
        {"id": "next", "title": "N", "start": "2027-08-11T11:30", "end": "2027-08-11T12:00"},
        {"id": "own", "title": "F", "start": "2027-08-12T09:00", "timezone": "floating"}
    ]);
    let agenda = agenda("America/Bogota", json!({}), sessions);
    assert_eq!(
        values(&agenda, "DTEND;TZID=America/Bogota"),
        ["20270811T100000", "20270811T113000", "20270811T120000"]
    );
    assert_eq!(values(&agenda, "DTEND"), ["20270812T100000"]);
    for (index, spans) in [
        (0, ["20270811T140000Z/20270811T150000Z", "2027-08-11T15:00:00Z", "ET=20270811T100000"]),
        (1, ["20270811T160000Z/20270811T163000Z", "2027-08-11T16:30:00Z", "ET=20270811T113000"]),
        (3, ["20270812T090000/20270812T100000", "2027-08-12T10:00:00", "ET=20270812T100000"]),
    ] {
        let links = edition(&agenda).links(&agenda.sessions[index], &agenda.zone);
        let [google, outlook, _, yahoo] = &links[..] else { panic!("{links:?}") };
        for ((_, link), span) in [google, outlook, yahoo].into_iter().zip(spans) {
            assert!(link.contains(span), "{span} {link}");
        }
    }
}

#[test]
fn changes_count_up() {
    let session = |id: &str, status: &str| json!({"id": id, "title": id, "start": "2027-08-11T09:00", "status": status});
    let mut revised = session("revised", "rescheduled");
    revised["revision"] = json!(7);
    let sessions = json!([
        session("as-announced", "confirmed"),
        session("perhaps", "tentative"),
        session("off", "cancelled"),
        session("late", "postponed"),
        session("moved", "rescheduled"),
        revised
    ]);
    let without = agenda("America/Bogota", json!({}), sessions.clone());
    assert_eq!(values(&without, "SEQUENCE"), ["0", "0", "1", "1", "1", "7"]);
    assert_eq!(
        values(&without, "STATUS"),
        ["CONFIRMED", "TENTATIVE", "CANCELLED", "CANCELLED", "CONFIRMED", "CONFIRMED"]
    );
    assert!(values(&without, "LAST-MODIFIED").is_empty());
    // Minutes from 2000 to 2027-08-01T15:00Z, and a minute more.
    let dated = |updated| agenda("America/Bogota", json!({"updated": updated}), sessions.clone());
    assert_eq!(values(&dated("2027-08-01T10:00"), "SEQUENCE")[..2], ["14507460", "14507460"]);
    assert_eq!(values(&dated("2027-08-01T10:01"), "SEQUENCE")[4..], ["14507461", "7"]);
    assert_eq!(values(&dated("2027-08-01T10:00"), "LAST-MODIFIED")[0], "20270801T150000Z");
}

#[test]
fn a_subscription_says_when_to_come_again() {
    let agenda =
        agenda("America/Bogota", json!({}), json!([{"id": "a", "title": "A", "date": "2027-08-11"}]));
    let now: Instant = "2026-01-02T03:04:05Z".parse().unwrap();
    let subscription = edition(&agenda).subscription(now);
    for line in ["REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "X-PUBLISHED-TTL:PT1H\r\n"] {
        assert!(subscription.contains(line) && !raw(&agenda).contains(line), "{line}");
    }
    assert!(!subscription.contains("VTIMEZONE"), "a whole day needs no zone");
}

#[test]
fn links_name_the_instant_or_the_date() {
    let sessions = json!([
        {"id": "timed", "title": "A&B", "start": "2027-08-11T21:30", "duration": "PT1H"},
        {"id": "day", "title": "Ñ", "date": "2027-12-31"},
        {"id": "open", "title": "O"}
    ]);
    let agenda = agenda("America/Bogota", json!({}), sessions);
    let madrid = Zone::named("Europe/Madrid").unwrap();
    let links = |n: usize| edition(&agenda).links(&agenda.sessions[n], &madrid);
    let outlook = "/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent";
    assert_eq!(
        links(0),
        [
            (
                "Google",
                "https://calendar.google.com/calendar/render?action=TEMPLATE&dates=20270812T023000Z/20270812T033000Z&text=A%26B%20%E2%80%93%20Evento&location=&details=".to_owned()
            ),
            (
                "Outlook",
                format!("https://outlook.live.com{outlook}&startdt=2027-08-12T02:30:00Z&enddt=2027-08-12T03:30:00Z&subject=A%26B%20%E2%80%93%20Evento&location=&body=")
            ),
            (
                "Microsoft 365",
                format!("https://outlook.office.com{outlook}&startdt=2027-08-12T02:30:00Z&enddt=2027-08-12T03:30:00Z&subject=A%26B%20%E2%80%93%20Evento&location=&body=")
            ),
            (
                "Yahoo",
                "https://calendar.yahoo.com/?v=60&ST=20270812T043000&ET=20270812T053000&TITLE=A%26B%20%E2%80%93%20Evento&in_loc=&DESC=".to_owned()
            ),
        ]
    );
    let day = links(1);
    assert!(day[0].1.contains("&dates=20271231/20280101&"), "{day:?}");
    assert!(day[1].1.contains("&startdt=2027-12-31&enddt=2028-01-01&allday=true&"), "{day:?}");
    assert!(day[3].1.contains("&ST=20271231&DUR=allday&"), "{day:?}");
    assert_eq!(links(2), []);
}

#[test]
fn links_stay_short_enough_for_the_services() {
    let summary = "日".repeat(50_000);
    let sessions = json!([{"id": "a", "title": "A", "start": "2027-08-11T21:30", "summary": summary,
        "links": [{"rel": "join", "url": "sala"}]}]);
    let agenda = agenda("America/Bogota", json!({}), sessions);
    for (service, address) in edition(&agenda).links(&agenda.sessions[0], &agenda.zone) {
        assert!(address.len() < 8_000 && address.contains("%2Fexample.org%2Fsala"), "{service} {address}");
    }
}
