//! Links that open a web calendar with a session filled in.

use crate::agenda::{Session, When};
use crate::calendar::{Edition, after};
use crate::i18n::fill;
use crate::labels;
use crate::phase::lasting;
use crate::zone::Offsets;
use chrono::{NaiveDateTime, NaiveTime};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Services and their addresses. None documents its parameters; they are as
/// github.com/InteractionDesignFoundation/add-event-to-calendar-docs found them in August 2026.
const SERVICES: &[(&str, &str)] = &[
    (
        "Google",
        "https://calendar.google.com/calendar/render?action=TEMPLATE&dates={from}/{to}&text={title}&location={place}&details={text}",
    ),
    (
        "Outlook",
        "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent&startdt={start}&enddt={end}{all_day}&subject={title}&location={place}&body={text}",
    ),
    (
        "Microsoft 365",
        "https://outlook.office.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent&startdt={start}&enddt={end}{all_day}&subject={title}&location={place}&body={text}",
    ),
    ("Yahoo", "https://calendar.yahoo.com/?v=60&ST={own}&TITLE={title}&in_loc={place}&DESC={text}"),
];

/// All but RFC 3986's unreserved characters (2.3).
const RESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Most characters of a summary: an address may have some 8,000 octets, a letter becomes up to nine.
const SUMMARY: usize = 500;

impl Edition<'_> {
    /// For each service its name and the address that opens it; none for a session whose date is to be
    /// confirmed. `device` is the zone of the visitor's own clocks, whatever zone they chose to be shown.
    pub fn links(&self, session: &Session, device: &dyn Offsets) -> Vec<(&'static str, String)> {
        let (mut all_day, mut designator) = ("", "");
        let (start, end) = match lasting(self.agenda, session) {
            When::Open => return Vec::new(),
            When::AllDay(date) => {
                all_day = "&allday=true";
                (date.and_time(NaiveTime::MIN), after(date).and_time(NaiveTime::MIN))
            }
            When::Floating { start, end } => (start, end.unwrap_or(start)),
            When::Timed { start, end } => {
                designator = "Z";
                (start.naive_utc(), end.unwrap_or(start).naive_utc())
            }
        };
        let extended = |wall, designator| {
            let mut text = labels::iso_second(wall);
            if !all_day.is_empty() {
                text.truncate("2027-08-11".len());
            }
            text + designator
        };
        let basic = |wall, designator| extended(wall, designator).replace(['-', ':'], "");
        // Yahoo shows every time as it stands there, on the visitor's own clocks, with Z and without
        // (add-event-to-calendar-docs, issue 29).
        let own = |wall: NaiveDateTime| match designator {
            "Z" => basic(device.wall_time(wall.and_utc()), ""),
            _ => basic(wall, ""),
        };
        let (until, last) = if all_day.is_empty() { ("&ET=", own(end)) } else { ("&DUR=", "allday".into()) };
        let entry = self.entry(session, SUMMARY);
        let values = [
            ("from", &*basic(start, designator)),
            ("to", &basic(end, designator)),
            ("start", &extended(start, designator)),
            ("end", &extended(end, designator)),
            ("all_day", all_day),
            ("own", &[&own(start), until, &last].concat()),
            ("title", &percent_encode(&entry.title)),
            ("place", &percent_encode(&entry.place)),
            ("text", &percent_encode(&entry.description)),
        ];
        SERVICES.iter().map(|(name, address)| (*name, fill(address, &values))).collect()
    }
}

/// A value in a query (RFC 3986, 3.4): all but unreserved characters as the octets of their UTF-8.
fn percent_encode(text: &str) -> String {
    utf8_percent_encode(text, &RESERVED).to_string()
}
