use crate::harness::{mount, until};
use huso::browser::{forget_receipt, keep_receipt, kept_receipt};
use huso::hooks::{use_receipt, use_restored_receipt};
use huso_registration::Receipt;
use huso_registration::wire::{SessionStatus, Status};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Html, Properties, component, html};

#[derive(Clone, Properties, PartialEq)]
struct Props {
    event: &'static str,
    #[prop_or(true)]
    is_kept: bool,
    /// The registration's sessions; as it was restored if `None`.
    #[prop_or_default]
    sessions: Option<Vec<&'static str>>,
}

/// A registration, and what came back of it.
#[component]
fn Registration(props: &Props) -> Html {
    let event = props.is_kept.then_some(props.event);
    let restored = use_restored_receipt(event);
    let receipt = match &props.sessions {
        None => restored.clone(),
        Some(sessions) if sessions.is_empty() => None,
        Some(sessions) => Some(receipt(sessions)),
    };
    use_receipt(event, restored.clone(), receipt);
    html! { {said(restored.as_ref())} }
}

fn receipt(sessions: &[&str]) -> Receipt {
    let session = |id: &&str| SessionStatus { id: (*id).to_owned(), status: Status::Confirmed };
    Receipt {
        submission: "0b6b1c1e".to_owned(),
        status: Status::Confirmed,
        sessions: sessions.iter().map(session).collect(),
        token: Some("t".to_owned()),
    }
}

fn said(receipt: Option<&Receipt>) -> String {
    receipt.map_or("nothing".to_owned(), |receipt| receipt.registered().collect::<Vec<_>>().join(" "))
}

fn kept(event: &str) -> String {
    said(kept_receipt(event).as_ref())
}

async fn keeps(event: &str, expected: &str) {
    until(|| kept(event) == expected, || format!("{}, not {expected}", kept(event))).await;
}

fn props(event: &'static str) -> Props {
    Props { event, is_kept: true, sessions: None }
}

#[wasm_bindgen_test]
async fn a_registration_comes_back_as_it_stood_until_it_is_none() {
    let mut first = mount::<Registration>(Props { sessions: Some(vec!["a"]), ..props("receipt-1") });
    first.says("nothing").await;
    keeps("receipt-1", "a").await;
    first.handle.update(Props { sessions: Some(vec!["a", "b"]), ..props("receipt-1") });
    keeps("receipt-1", "a b").await;
    first.take_down();
    let mut second = mount::<Registration>(props("receipt-1"));
    second.says("a b").await;
    assert_eq!(kept_receipt("receipt-1"), Some(receipt(&["a", "b"])));
    second.handle.update(Props { sessions: Some(Vec::new()), ..props("receipt-1") });
    keeps("receipt-1", "nothing").await;
    second.take_down();
}

#[wasm_bindgen_test]
async fn a_preview_neither_keeps_nor_restores() {
    assert!(keep_receipt("receipt-2", &receipt(&["a"])));
    let props = Props { is_kept: false, sessions: Some(vec!["b"]), ..props("receipt-2") };
    let registration = mount::<Registration>(props);
    registration.says("nothing").await;
    assert_eq!(kept("receipt-2"), "a");
    registration.take_down();
    forget_receipt("receipt-2");
}
