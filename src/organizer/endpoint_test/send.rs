//! Sends the test.

use crate::endpoint_test::sample::sample;
use crate::endpoint_test::tested::Tested;
use crate::endpoint_test::verdict::Verdict;
use huso::browser::{form_token, is_reachable, now, submit, uuid};
use huso_agenda::Lang;
use huso_registration::dialect::{Doubt, Outcome, request};
use huso_registration::format::Endpoint;
use huso_registration::{Event, Form};
use std::rc::Rc;
use yew::Callback;

/// Sends a test to an endpoint, whose address is absolute, as the widget sends a registration.
pub async fn send(event: Rc<Event>, form: Form, endpoint: Endpoint, lang: Lang) -> Tested {
    let (id, begun) = (uuid(), now());
    let tested = |verdict, text| {
        let took = now().signed_duration_since(begun);
        Tested { address: endpoint.url.clone(), id: id.clone(), verdict, text, took }
    };
    if is_insecure(&endpoint.url) {
        return tested(Verdict::Insecure, String::new());
    }
    let token = form_token(&endpoint).await;
    let beside: Vec<(&str, &str)> = token.iter().map(|(token, _)| ("token", token.as_str())).collect();
    let request = request(&endpoint, &form, &sample(&event, &form, &id, lang), &beside);
    let answered = submit(&endpoint, &form, &id, request, Vec::new(), Callback::noop()).await;
    let text = answered.reply.as_ref().map(|reply| reply.text().into_owned()).unwrap_or_default();
    // No answer that a page may read: the server may be there all the same.
    let is_silent = matches!(answered.outcome, Outcome::Unconfirmed(Doubt::Network));
    let is_there = is_silent && is_reachable(&endpoint.url).await;
    tested(Verdict::of(answered, is_there), text)
}

/// Whether the browser sends nothing there, since this page has https and the address has not: addresses of the same computer
/// are let through (Secure Contexts, 3.1).
fn is_insecure(address: &str) -> bool {
    let page = web_sys::window().and_then(|window| window.location().protocol().ok()).unwrap_or_default();
    let Ok(url) = web_sys::Url::new(address) else { return false };
    let is_local = matches!(url.hostname().as_str(), "localhost" | "127.0.0.1" | "[::1]");
    page == "https:" && url.protocol() == "http:" && !is_local
}
