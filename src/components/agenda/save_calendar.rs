//! A calendar file for the visitor.

use crate::context::EventContext;
use crate::platform;
use huso_agenda::calendar::Edition;
use huso_agenda::{Lang, Session};

/// Offers the visitor a calendar file of these sessions, `name.ics`.
pub fn save_calendar(event: &EventContext, lang: Lang, name: &str, sessions: &[&Session]) {
    let address = |address: &str| Some(event.address(address));
    let calendar = Edition { agenda: event.agenda(), lang, address: &address };
    let text = calendar.file(sessions, platform::now());
    platform::download(&format!("{name}.ics"), &text, "text/calendar;charset=utf-8");
}
