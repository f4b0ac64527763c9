use crate::harness::mount;
use gloo_timers::future::TimeoutFuture;
use huso::browser::{LoadedEvent, now, resolve};
use huso::config::Config;
use huso::context::{EventContext, ZonesContext};
use huso::hooks::use_clock;
use huso_agenda::chrono::TimeDelta;
use huso_agenda::{Instant, iso};
use huso_registration::Event;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Callback, Html, Properties, component, html, use_memo, use_mut_ref};

#[derive(Properties, PartialEq)]
struct Props {
    event: EventContext,
    moment: Option<Instant>,
}

/// Where the sessions stood at each drawing.
#[component]
fn Clock(props: &Props) -> Html {
    let zones = use_memo((), |()| ZonesContext::default());
    let clock = use_clock(&props.event, &zones, props.moment, Callback::noop());
    let drawings = use_mut_ref(Vec::new);
    drawings.borrow_mut().push(format!("{:?}", clock.progress.phases));
    html! { {drawings.borrow().join("; ")} }
}

/// An event with a session that starts so many seconds from now and lasts an hour.
fn event(seconds: i64) -> EventContext {
    let start = iso::second((now() + TimeDelta::seconds(seconds)).naive_utc());
    let session = format!(r#"{{"id": "s", "title": "S", "start": "{start}", "duration": "PT1H"}}"#);
    let text =
        format!(r#"{{"huso": 1, "id": "e", "title": "E", "timezone": "UTC", "sessions": [{session}]}}"#);
    let (agenda, _) = Event::parse_agenda(&text).0.unwrap();
    let loaded = LoadedEvent { agenda, registration: None, faults: Vec::new() };
    EventContext::new(Rc::new(loaded), &Config::default(), resolve)
}

#[wasm_bindgen_test]
async fn it_draws_when_a_session_begins_and_not_before() {
    let clock = mount::<Clock>(Props { event: event(2), moment: None });
    clock.says("[Some(Soon(1))]").await;
    clock.says("[Some(Soon(1))]; [Some(Now(Some(60)))]").await;
    clock.take_down();
}

#[wasm_bindgen_test]
async fn another_event_is_told_of_at_once() {
    let mut clock = mount::<Clock>(Props { event: event(7_200), moment: None });
    clock.says("[Some(Upcoming)]").await;
    clock.handle.update(Props { event: event(-7_200), moment: None });
    clock.says("[Some(Upcoming)]; [Some(Ended)]").await;
    clock.take_down();
}

/// The session begins in a second; at the moment that is shown it is over.
#[wasm_bindgen_test]
async fn at_a_moment_it_stands_still() {
    let event = event(1);
    let after = Some(now() + TimeDelta::hours(2));
    let mut clock = mount::<Clock>(Props { event: event.clone(), moment: after });
    clock.says("[Some(Ended)]").await;
    TimeoutFuture::new(1_500).await;
    clock.says("[Some(Ended)]").await;
    clock.handle.update(Props { event, moment: Some(now() - TimeDelta::hours(2)) });
    clock.says("[Some(Ended)]; [Some(Upcoming)]").await;
    clock.take_down();
}
