//! A new session.

use crate::edit::words::event_zone;
use crate::workspace::{Action, WorkspaceHandle};
use huso::browser::now;
use huso_agenda::chrono::{NaiveDate, NaiveTime, TimeDelta};
use huso_agenda::{Offsets as _, iso};
use huso_edit::{Change, Row, When, days, fresh_id, session_place};
use serde_json::json;

/// How long a new session lasts, in minutes.
const LENGTH: i64 = 30;

/// Adds a session after the last of a day, or of the first one, and goes to its title.
pub fn add_session(workspace: &WorkspaceHandle, day: Option<NaiveDate>) {
    let document = workspace.document();
    let zone = event_zone(document);
    let all = days(document, 0..document.sessions().len(), zone.as_ref());
    let day = day.or_else(|| all.iter().find_map(|day| day.date));
    let day =
        day.unwrap_or_else(|| zone.as_ref().map_or(now().date_naive(), |zone| zone.wall_time(now()).date()));
    let last = all.iter().find(|one| one.date == Some(day)).into_iter().flat_map(|day| &day.rows);
    let ends = last.filter_map(|row| match row {
        Row::Session(index) => {
            let when = When::of(document.sessions().get(*index)?, zone.as_ref());
            when.end.or(when.start)
        }
        Row::Gap(_) => None,
    });
    let nine = day.and_time(NaiveTime::MIN) + TimeDelta::hours(9);
    let start = ends.filter(|end| end.date() == day).max().unwrap_or(nine);
    let end = start + TimeDelta::minutes(LENGTH);
    let id = fresh_id(document, "sessions", "session");
    let session = json!({ "id": id, "title": "", "start": iso::minute(start), "end": iso::minute(end) });
    let place = session_place(document.sessions().len());
    workspace.dispatch(Action::Change(vec![Change::Insert(place.clone(), session)]));
    workspace.dispatch(Action::GoTo(place.key("title")));
}
