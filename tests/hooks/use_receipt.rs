use crate::harness::{mount, until};
use huso::browser::{TabName, forget_receipt, keep_receipt, kept_receipt};
use huso::hooks::{use_receipt, use_restored_receipt};
use huso_registration::Receipt;
use huso_registration::wire::{SessionStatus, Status};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Html, Properties, component, html};

#[derive(Clone, Properties, PartialEq)]
struct Props {
    tab: Option<Rc<TabName>>,
    /// The registration's sessions; as it was restored if `None`.
    #[prop_or_default]
    sessions: Option<Vec<&'static str>>,
}

/// A registration, and what came back of it.
#[component]
fn Registration(props: &Props) -> Html {
    let restored = use_restored_receipt(props.tab.as_ref());
    let receipt = match &props.sessions {
        None => restored.clone(),
        Some(sessions) if sessions.is_empty() => None,
        Some(sessions) => Some(receipt(sessions)),
    };
    use_receipt(props.tab.as_ref(), restored.clone(), receipt);
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

fn kept(tab: &TabName) -> String {
    said(kept_receipt(tab).as_ref())
}

async fn keeps(tab: &TabName, expected: &str) {
    until(|| kept(tab) == expected, || format!("{}, not {expected}", kept(tab))).await;
}

fn tab(event: &str) -> Rc<TabName> {
    Rc::new(TabName::take(event, 1))
}

fn props(tab: &Rc<TabName>) -> Props {
    Props { tab: Some(tab.clone()), sessions: None }
}

#[wasm_bindgen_test]
async fn a_registration_comes_back_as_it_stood_until_it_is_none() {
    let tab = tab("receipt-1");
    let mut first = mount::<Registration>(Props { sessions: Some(vec!["a"]), ..props(&tab) });
    first.says("nothing").await;
    keeps(&tab, "a").await;
    first.handle.update(Props { sessions: Some(vec!["a", "b"]), ..props(&tab) });
    keeps(&tab, "a b").await;
    first.take_down();
    let mut second = mount::<Registration>(props(&tab));
    second.says("a b").await;
    assert_eq!(kept_receipt(&tab), Some(receipt(&["a", "b"])));
    second.handle.update(Props { sessions: Some(Vec::new()), ..props(&tab) });
    keeps(&tab, "nothing").await;
    second.take_down();
}

#[wasm_bindgen_test]
async fn a_preview_neither_keeps_nor_restores() {
    let tab = tab("receipt-2");
    assert!(keep_receipt(&tab, &receipt(&["a"])));
    let registration = mount::<Registration>(Props { tab: None, sessions: Some(vec!["b"]) });
    registration.says("nothing").await;
    assert_eq!(kept(&tab), "a");
    registration.take_down();
    forget_receipt(&tab);
}
