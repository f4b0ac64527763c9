//! Trying where registrations go.

use crate::endpoint_test::EndpointTest;
use crate::frame::use_lang;
use crate::publish::done::Deed;
use crate::publish::publishing::use_publishing;
use crate::publish::row::Row;
use crate::publish::state::State;
use crate::publish::task::Task;
use huso_i18n::Texts as _;
use yew::{Callback, Html, component, html};

/// Sends a registration to try it, and explains what came back.
#[component]
pub fn TestRow() -> Html {
    let texts = use_lang().publish();
    let Some(publishing) = use_publishing() else { return Html::default() };
    let event = publishing.event.clone();
    let own = publishing.state(Task::Test);
    let state = matches!(own, State::Ready).then_some(State::Optional);
    let on_tested = Callback::from(move |()| publishing.did(Task::Test, Deed::Tested));
    html! {
        <Row task={Task::Test} title={texts.test_title} about={html! { {texts.test_about} }} {state}>
            <EndpointTest {event} {on_tested} />
        </Row>
    }
}
