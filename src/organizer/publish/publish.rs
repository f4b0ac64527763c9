//! The step.

use crate::endpoint_test::EndpointTest;
use crate::frame::{Step, use_lang};
use crate::publish::announcements_row::AnnouncementsRow;
use crate::publish::archive_row::ArchiveRow;
use crate::publish::code_row::CodeRow;
use crate::publish::done::DoneHandle;
use crate::publish::file_row::FileRow;
use crate::publish::link_row::LinkRow;
use crate::publish::others_row::OthersRow;
use crate::publish::publishing::Publishing;
use crate::publish::sheets_row::SheetsRow;
use crate::publish::snippet_row::SnippetRow;
use crate::publish::stops::Stops;
use crate::publish::task::Task;
use crate::publish::test_row::TestRow;
use crate::publish::use_announcement::use_announcement;
use crate::publish::use_package::use_package;
use crate::publish::wordpress_row::WordPressRow;
use crate::workspace::{Checked, use_workspace};
use huso_agenda::{Agenda, Lang};
use huso_i18n::{Texts as _, fill, plural};
use huso_registration::Event;
use std::rc::Rc;
use yew::{ContextProvider, Html, Properties, component, html};

/// Properties of [`Publish`].
#[derive(Properties, PartialEq)]
pub struct PublishProps {
    /// The event file and what is wrong with it.
    pub checked: Checked,
    /// What was done already.
    pub done: DoneHandle,
}

/// Publishing.
#[component]
pub fn Publish(props: &PublishProps) -> Html {
    let lang = use_lang();
    let texts = lang.publish();
    match &props.checked.event {
        Some(event) if !event.agenda.sessions.is_empty() => {
            let (checked, event, done) = (props.checked.clone(), event.clone(), props.done.clone());
            html! { <Tasks {checked} {event} {done} /> }
        }
        _ => html! {
            <div class="publishing">
                <h1>{texts.title}</h1>
                <p>{texts.nothing}</p>
                <p class="buttons">
                    <a class="button" href={format!("#{}", Step::Bring.fragment())}>{texts.to_bring}</a>
                    <a class="button neutral" href={format!("#{}", Step::Checker.fragment())}>{Step::Checker.name(lang)}</a>
                </p>
            </div>
        },
    }
}

/// Properties of [`Tasks`].
#[derive(Properties, PartialEq)]
struct TasksProps {
    checked: Checked,
    event: Rc<Event>,
    done: DoneHandle,
}

/// The list that is done step by step.
#[component]
fn Tasks(props: &TasksProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let texts = lang.publish();
    let package = use_package();
    let es = use_announcement(Lang::Es, &workspace.key, &props.event);
    let en = use_announcement(Lang::En, &workspace.key, &props.event);
    let pt = use_announcement(Lang::Pt, &workspace.key, &props.event);
    let publishing = Publishing {
        checked: props.checked.clone(),
        event: props.event.clone(),
        package,
        announcements: [es, en, pt].into(),
        done: props.done.clone(),
    };
    let (done, all) = (publishing.count_done().to_string(), Task::ALL.len().to_string());
    let steps = fill(texts.steps_done, &[("done", &done), ("all", &all)]);
    html! {
        <ContextProvider<Publishing> context={publishing}>
            <div class="publishing">
                <h1>{texts.title}</h1>
                <p class="faint">{summary(&props.event.agenda, lang)}{" "}{steps}</p>
                <Stops />
                <ol class="tasks">
                    <FileRow />
                    <SnippetRow />
                    <WordPressRow />
                    <OthersRow />
                    <SheetsRow />
                    <AnnouncementsRow />
                    <CodeRow />
                    <LinkRow />
                    <TestRow />
                    <ArchiveRow />
                </ol>
                if props.event.form.is_some() {
                    <section class="try">
                        <h2>{lang.builder().test_title}</h2>
                        <EndpointTest event={props.event.clone()} />
                    </section>
                }
            </div>
        </ContextProvider<Publishing>>
    }
}

/// `11 actividades en 3 días.`
fn summary(agenda: &Agenda, lang: Lang) -> String {
    let texts = lang.publish();
    let days = agenda.days().iter().filter(|day| day.date.is_some()).count();
    let sessions = plural(agenda.sessions.len(), texts.summary_one, texts.summary_other);
    format!("{sessions} {}.", plural(days, texts.days_one, texts.days_other))
}
