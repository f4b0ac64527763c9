//! The test.

use crate::endpoint_test::outcome::TestOutcome;
use crate::endpoint_test::send::send;
use crate::endpoint_test::tested::Tested;
use crate::frame::{Step, open_step, use_lang};
use crate::workspace::{Action, use_workspace};
use huso::browser::resolve;
use huso_edit::{Change, Place};
use huso_i18n::{Texts as _, fill};
use huso_registration::format::{Dialect, Endpoint};
use huso_registration::{Event, Form};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Html, Properties, component, html, use_state};

/// Properties of [`EndpointTest`].
#[derive(Properties)]
pub struct EndpointTestProps {
    /// What is in the event file.
    pub event: Rc<Event>,
    /// Told when a test was sent, whatever came back.
    #[prop_or_default]
    pub on_tested: Callback<()>,
}

/// Equal to that of the same event and callback only.
impl PartialEq for EndpointTestProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.event, &other.event) && self.on_tested == other.on_tested
    }
}

/// How far a test is.
enum Stage {
    /// None was sent.
    Idle,
    /// It is on its way.
    Sending,
    /// It was sent.
    Sent(Rc<Tested>),
}

/// Says what will be sent and where to, sends it, and explains what came back.
#[component]
pub fn EndpointTest(EndpointTestProps { event, on_tested }: &EndpointTestProps) -> Html {
    let lang = use_lang();
    let (texts, workspace, stage) = (lang.builder(), use_workspace(), use_state(|| Stage::Idle));
    let form = event.form.clone().unwrap_or_default();
    let Some(endpoint) = form.endpoint.clone().map(absolute) else {
        let url = Place::parse("registration.endpoint.url");
        let onclick = move |_| {
            workspace.dispatch(Action::GoTo(url.clone()));
            open_step(Step::Edit);
        };
        return html! {
            <p class="endpoint-test">{texts.test_no_address}{" "}<button type="button" class="plain" {onclick}>{texts.test_to_address}</button></p>
        };
    };
    let run = {
        let (event, stage, on_tested) = (event.clone(), stage.setter(), on_tested.clone());
        Callback::from(move |(form, endpoint): (Form, Endpoint)| {
            let (event, stage, on_tested) = (event.clone(), stage.clone(), on_tested.clone());
            stage.set(Stage::Sending);
            spawn_local(async move {
                stage.set(Stage::Sent(Rc::new(send(event, form, endpoint, lang).await)));
                on_tested.emit(());
            });
        })
    };
    let is_sending = matches!(*stage, Stage::Sending);
    let onclick = {
        let (run, form, endpoint) = (run.clone(), form.clone(), endpoint.clone());
        move |_| {
            if !is_sending {
                run.emit((form.clone(), endpoint.clone()));
            }
        }
    };
    let on_take = {
        let (form, endpoint, workspace) = (form.clone(), endpoint.clone(), workspace.clone());
        Callback::from(move |url: String| {
            let place = Place::parse("registration.endpoint.url");
            workspace.dispatch(Action::Change(vec![Change::text(place, &url)]));
            run.emit((form.clone(), Endpoint { url, ..endpoint.clone() }));
        })
    };
    let is_again = !matches!(*stage, Stage::Idle);
    html! {
        <div class="endpoint-test">
            <p>{fill(texts.test_before, &[("address", &endpoint.url)])}</p>
            <div class="buttons">
                <button type="button" {onclick} aria-disabled={is_sending.then_some("true")}>
                    {if is_again { texts.test_again } else { texts.test_send }}
                </button>
                <span role="status">{is_sending.then_some(texts.test_sending)}</span>
            </div>
            <div aria-live="polite">
                if let Stage::Sent(tested) = &*stage {
                    <TestOutcome tested={tested.clone()} {form} suggested={suggested(&endpoint, event)} {on_take} />
                }
            </div>
        </div>
    }
}

/// The endpoint, its address against that of this page.
fn absolute(endpoint: Endpoint) -> Endpoint {
    let page = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    Endpoint { url: resolve(&endpoint.url, &page), ..endpoint }
}

/// Where a Huso receiver on the same server would take registrations, if that is another address.
fn suggested(endpoint: &Endpoint, event: &Event) -> Option<String> {
    let is_huso = endpoint.dialect.unwrap_or_default() == Dialect::Huso;
    let url = resolve(&format!("/events/{}/registrations", event.agenda.id), &endpoint.url);
    Some(url).filter(|url| is_huso && *url != endpoint.url)
}
