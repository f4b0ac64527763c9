//! Title, days and sessions.

use super::day::days;
use crate::components::prose::prose;
use crate::platform;
use crate::state::{Choice, ChoiceAction};
use crate::view::ViewRef;
use huso_agenda::i18n::fill;
use huso_agenda::{Offsets as _, labels};
use yew::{Callback, Html, html};

/// Title, days and sessions. `choice` is what is chosen, `None` where nothing can be.
pub fn agenda(view: &ViewRef, choice: Option<&Choice>, on_choice: &Callback<ChoiceAction>) -> Html {
    let agenda = view.agenda();
    let say = view.lang.widget();
    let over = agenda.last_instant().filter(|last| *last < platform::now());
    let names: Vec<&str> = agenda.organizers.iter().map(|organizer| organizer.name.as_str()).collect();
    html! {
        <>
            <header class="head">
                <h2 part="title">
                    if let Some(url) = &agenda.url {
                        <a href={view.address(url)}>{view.text(&agenda.title).to_owned()}</a>
                    } else {
                        {view.text(&agenda.title).to_owned()}
                    }
                </h2>
                if let Some(summary) = &agenda.summary {
                    <div class="lead">{prose(view.text(summary))}</div>
                }
                if !names.is_empty() {
                    <p class="by">{fill(say.organized_by, &[("names", &names.join(" · "))])}</p>
                }
                if let Some(last) = over {
                    <p class="over" role="note">
                        {fill(say.over, &[("date", &labels::full_date(agenda.zone.wall_time(last).date(), view.lang))])}
                    </p>
                }
            </header>
            if agenda.sessions.is_empty() {
                <p class="notice" part="empty">{say.empty}</p>
            }
            for each in days(view, choice, on_choice) {
                {each}
            }
        </>
    }
}
