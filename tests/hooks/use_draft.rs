use crate::harness::{Mounted, mount, until};
use huso::browser::{forget_draft, keep_draft, kept_draft, now};
use huso::hooks::{use_draft, use_restored_draft};
use huso_registration::draft::Draft;
use huso_registration::wire::{Answer, Answers};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Html, Properties, component, html};

#[derive(Clone, Properties, PartialEq)]
struct Props {
    event: &'static str,
    #[prop_or(true)]
    is_kept: bool,
    /// What is entered; as it was restored if `None`.
    #[prop_or_default]
    name: Option<&'static str>,
}

/// A form with one field, and what came back in it.
#[component]
fn Form(props: &Props) -> Html {
    let event = props.is_kept.then_some(props.event);
    let restored = use_restored_draft(event);
    let draft = match props.name {
        None => restored.clone().map(|draft| Draft { at: 0, ..draft }),
        Some("") => None,
        Some(name) => Some(draft(name)),
    };
    use_draft(event, restored.clone(), draft);
    html! { {restored.map(|draft| name(&draft)).unwrap_or("nothing".to_owned())} }
}

fn draft(name: &str) -> Draft {
    let mut answers = Answers::default();
    answers.set("name".to_owned(), Answer::Text(name.to_owned()));
    Draft {
        at: 0,
        submission: "0b6b1c1e".to_owned(),
        was_sent: Some(false),
        in_doubt: Some(false),
        answers,
        consents: Vec::new(),
        sessions: Vec::new(),
    }
}

fn name(draft: &Draft) -> String {
    draft.answers.get("name").map(|answer| answer.values().concat()).unwrap_or_default()
}

fn kept(event: &str) -> String {
    kept_draft(event).map_or("nothing".to_owned(), |draft| name(&draft))
}

async fn keeps(event: &str, expected: &str) {
    until(|| kept(event) == expected, || format!("{}, not {expected}", kept(event))).await;
}

fn form(props: Props) -> Mounted<Form> {
    mount::<Form>(props)
}

fn props(event: &'static str) -> Props {
    Props { event, is_kept: true, name: None }
}

#[wasm_bindgen_test]
async fn what_is_entered_is_kept_and_comes_back_until_nothing_is_left() {
    let mut first = form(Props { name: Some("Ana"), ..props("draft-1") });
    first.says("nothing").await;
    keeps("draft-1", "Ana").await;
    first.handle.update(Props { name: Some("Ana Rojas"), ..props("draft-1") });
    keeps("draft-1", "Ana Rojas").await;
    first.take_down();
    let mut second = form(props("draft-1"));
    second.says("Ana Rojas").await;
    second.handle.update(Props { name: Some(""), ..props("draft-1") });
    keeps("draft-1", "nothing").await;
    second.take_down();
}

/// A draft is good for a day after it was entered, not after it was looked at.
#[wasm_bindgen_test]
async fn what_comes_back_and_is_not_touched_keeps_its_time() {
    let an_hour_ago = u32::try_from(now().timestamp()).unwrap() - 3_600;
    assert!(keep_draft("draft-2", &Draft { at: an_hour_ago, ..draft("Ana") }));
    let mut form = form(props("draft-2"));
    form.says("Ana").await;
    assert_eq!(kept_draft("draft-2").unwrap().at, an_hour_ago);
    form.handle.update(Props { name: Some("Eva"), ..props("draft-2") });
    keeps("draft-2", "Eva").await;
    assert!(kept_draft("draft-2").unwrap().at > an_hour_ago + 3_000);
    form.take_down();
    forget_draft("draft-2");
}

#[wasm_bindgen_test]
async fn a_preview_neither_keeps_nor_restores() {
    assert!(keep_draft("draft-3", &Draft { at: u32::try_from(now().timestamp()).unwrap(), ..draft("Ana") }));
    let form = form(Props { is_kept: false, name: Some("Eva"), ..props("draft-3") });
    form.says("nothing").await;
    assert_eq!(kept("draft-3"), "Ana");
    form.take_down();
    forget_draft("draft-3");
}
