use crate::harness::mount;
use gloo_timers::future::TimeoutFuture;
use huso::hooks::use_form_token;
use huso_registration::format::{Dialect, Endpoint};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Html, Properties, component, html, use_mut_ref};

#[derive(Clone, Properties, PartialEq)]
struct Props {
    endpoint: Option<Endpoint>,
    is_entered: bool,
}

/// What each drawing had.
#[component]
fn Form(props: &Props) -> Html {
    let token = use_form_token(props.endpoint.as_ref(), props.is_entered);
    let drawings = use_mut_ref(Vec::new);
    let drawing = token.map_or("-".to_owned(), |token| format!("{} {}", token.token, token.honeypot));
    drawings.borrow_mut().push(drawing);
    html! { {drawings.borrow().join("; ")} }
}

/// An endpoint that answers by itself: the part of its address that it doesn't see is what a receiver's
/// addresses end with.
fn endpoint() -> Endpoint {
    let answer = "data:application/json,{%22token%22:%22t%22,%22honeypot%22:%22fax%22}";
    Endpoint::huso(format!("{answer}#/registrations"))
}

#[wasm_bindgen_test]
async fn it_is_asked_for_once_something_is_entered_and_once_only() {
    let mut form = mount::<Form>(Props { endpoint: Some(endpoint()), is_entered: false });
    form.says("-").await;
    form.handle.update(Props { endpoint: Some(endpoint()), is_entered: true });
    form.says("-; -; t fax").await;
    form.handle.update(Props { endpoint: Some(endpoint()), is_entered: false });
    form.says("-; -; t fax; t fax").await;
    form.handle.update(Props { endpoint: Some(endpoint()), is_entered: true });
    form.says("-; -; t fax; t fax; t fax").await;
    TimeoutFuture::new(50).await;
    form.says("-; -; t fax; t fax; t fax").await;
    form.take_down();
}

#[wasm_bindgen_test]
async fn other_endpoints_are_not_asked() {
    let other = Endpoint { dialect: Some(Dialect::Json), ..endpoint() };
    for endpoint in [None, Some(other)] {
        let form = mount::<Form>(Props { endpoint, is_entered: true });
        form.says("-").await;
        TimeoutFuture::new(50).await;
        form.says("-").await;
        form.take_down();
    }
}
