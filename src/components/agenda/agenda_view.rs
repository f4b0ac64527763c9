//! Title, days and sessions.

use super::day::days;
use crate::components::parts::{block, el, line, text};
use crate::components::prose::prose;
use crate::platform;
use crate::state::{Choice, ChoiceAction};
use crate::view::ViewRef;
use huso_agenda::i18n::fill;
use huso_agenda::{Offsets as _, labels};
use yew::{Callback, Html};

/// Title, days and sessions. `choice` is what is chosen, `None` where nothing can be.
pub fn agenda(view: &ViewRef, choice: Option<&Choice>, on_choice: &Callback<ChoiceAction>) -> Html {
    let agenda = view.agenda();
    let say = view.lang.widget();
    let mut title = text(view.text(&agenda.title));
    if let Some(url) = &agenda.url {
        title = el("a", &["href"], vec![view.address(url).into()], vec![title]);
    }
    let mut head = vec![el("h2", &["part"], vec!["title".into()], vec![title])];
    head.extend(agenda.summary.as_ref().map(|summary| prose("lead", view.text(summary))));
    let names: Vec<&str> = agenda.organizers.iter().map(|organizer| organizer.name.as_str()).collect();
    if !names.is_empty() {
        head.push(line("p", "by", &fill(say.organized_by, &[("names", &names.join(" · "))])));
    }
    if let Some(last) = agenda.last_instant().filter(|last| *last < platform::now()) {
        let date = labels::full_date(agenda.zone.wall_time(last).date(), view.lang);
        head.push(line("p", "over", &fill(say.over, &[("date", &date)])));
    }
    let mut parts = vec![block("header", "head", head)];
    if agenda.sessions.is_empty() {
        parts.push(line("p", "notice", say.empty));
    }
    parts.extend(days(view, choice, on_choice));
    parts.push(line("p", "rules", &fill(say.rules, &[("release", &agenda.database.used())])));
    block("div", "agenda", parts)
}
