//! Links that open a web calendar with a session filled in. No service documents its parameters; they are as
//! github.com/InteractionDesignFoundation/add-event-to-calendar-docs found them in August 2026.

use super::export::CalendarExport;
use super::lines::{after, basic, basic_date};
use crate::iso;
use crate::model::{Session, When};
use crate::phase::lasting;
use crate::zone::Offsets;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Most characters of a summary: an address may have some 8,000 octets, a letter becomes up to nine.
const SUMMARY: usize = 500;

/// All but the unreserved characters (RFC 3986, 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl CalendarExport<'_> {
    /// For each service its name and the address that opens it; none for a session whose date is to be
    /// confirmed. `device` is the zone of the visitor's own clocks, whatever zone they chose to be shown.
    pub fn links(&self, session: &Session, device: &dyn Offsets) -> Vec<(&'static str, String)> {
        let Some(Span { google, outlook, yahoo }) = span(lasting(self.agenda, session), device) else {
            return Vec::new();
        };
        let entry = self.entry(session, SUMMARY);
        let encoded = |text| utf8_percent_encode(text, RESERVED).to_string();
        let (title, place, text) =
            (encoded(&entry.title), encoded(&entry.place), encoded(&entry.description));
        let microsoft = |host: &str| {
            format!(
                "https://{host}/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent\
                 &{outlook}&subject={title}&location={place}&body={text}"
            )
        };
        vec![
            (
                "Google",
                format!(
                    "https://calendar.google.com/calendar/render?action=TEMPLATE&dates={google}\
                     &text={title}&location={place}&details={text}"
                ),
            ),
            ("Outlook", microsoft("outlook.live.com")),
            ("Microsoft 365", microsoft("outlook.office.com")),
            (
                "Yahoo",
                format!("https://calendar.yahoo.com/?v=60&{yahoo}&TITLE={title}&in_loc={place}&DESC={text}"),
            ),
        ]
    }
}

/// From when to when, as each service's parameters say it.
struct Span {
    google: String,
    outlook: String,
    yahoo: String,
}

/// Yahoo shows every time as it stands there, on the visitor's own clocks, with Z and without
/// (add-event-to-calendar-docs, issue 29).
fn span(when: When, device: &dyn Offsets) -> Option<Span> {
    match when {
        When::Open => None,
        When::AllDay(date) => Some(Span {
            google: format!("{}/{}", basic_date(date), basic_date(after(date))),
            outlook: format!("startdt={date}&enddt={}&allday=true", after(date)),
            yahoo: format!("ST={}&DUR=allday", basic_date(date)),
        }),
        When::Floating { start, end } => {
            let end = end.unwrap_or(start);
            Some(Span {
                google: format!("{}/{}", basic(start), basic(end)),
                outlook: format!("startdt={}&enddt={}", iso::second(start), iso::second(end)),
                yahoo: format!("ST={}&ET={}", basic(start), basic(end)),
            })
        }
        When::Timed { start, end } => {
            let end = end.unwrap_or(start);
            let (from, to) = (start.naive_utc(), end.naive_utc());
            Some(Span {
                google: format!("{}Z/{}Z", basic(from), basic(to)),
                outlook: format!("startdt={}Z&enddt={}Z", iso::second(from), iso::second(to)),
                yahoo: format!("ST={}&ET={}", basic(device.wall_time(start)), basic(device.wall_time(end))),
            })
        }
    }
}
