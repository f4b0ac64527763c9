//! Title, days and sessions.

use super::day::DayView;
use crate::components::prose::prose;
use crate::platform;
use crate::state::Choice;
use crate::view::ViewRef;
use huso_agenda::i18n::fill;
use huso_agenda::labels;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`AgendaView`].
#[derive(Properties, PartialEq)]
pub struct AgendaProps {
    /// The event.
    pub view: ViewRef,
    /// What is chosen; `None` where nothing can be.
    pub choice: Option<Choice>,
    /// Adds a session to the choice or takes it out.
    pub toggle: Callback<String>,
}

/// Title, days and sessions.
#[component]
pub fn AgendaView(props: &AgendaProps) -> Html {
    let view = &props.view;
    let agenda = &view.event.agenda;
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
                        {fill(say.over, &[("date", &labels::full_date(agenda_date(view, last), view.lang))])}
                    </p>
                }
            </header>
            if agenda.sessions.is_empty() {
                <p class="notice" part="empty">{say.empty}</p>
            }
            for (index, day) in agenda.days().iter().enumerate() {
                <DayView
                    key={index}
                    view={view.clone()}
                    date={day.date}
                    index={index}
                    choice={props.choice.clone()}
                    toggle={props.toggle.clone()}
                />
            }
        </>
    }
}

fn agenda_date(view: &ViewRef, instant: huso_agenda::Instant) -> huso_agenda::chrono::NaiveDate {
    use huso_agenda::Offsets as _;
    view.event.agenda.zone.wall_time(instant).date()
}
