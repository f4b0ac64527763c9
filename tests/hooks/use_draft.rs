use crate::harness::{Mounted, mount, until};
use huso::browser::{TabName, forget_draft, keep_draft, kept_draft, now};
use huso::hooks::{use_draft, use_restored_draft};
use huso_registration::draft::Draft;
use huso_registration::wire::{Answer, Answers};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Html, Properties, component, html};

#[derive(Clone, Properties, PartialEq)]
struct Props {
    tab: Option<Rc<TabName>>,
    /// What is entered; as it was restored if `None`.
    #[prop_or_default]
    name: Option<&'static str>,
}

/// A form with one field, and what came back in it.
#[component]
fn Form(props: &Props) -> Html {
    let restored = use_restored_draft(props.tab.as_ref());
    let draft = match props.name {
        None => restored.clone().map(|draft| Draft { at: 0, ..draft }),
        Some("") => None,
        Some(name) => Some(draft(name)),
    };
    use_draft(props.tab.as_ref(), restored.clone(), draft);
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

fn kept(tab: &TabName) -> String {
    kept_draft(tab).map_or("nothing".to_owned(), |draft| name(&draft))
}

async fn keeps(tab: &TabName, expected: &str) {
    until(|| kept(tab) == expected, || format!("{}, not {expected}", kept(tab))).await;
}

fn form(props: Props) -> Mounted<Form> {
    mount::<Form>(props)
}

fn tab(event: &str) -> Rc<TabName> {
    Rc::new(TabName::take(event, 1))
}

fn props(tab: &Rc<TabName>) -> Props {
    Props { tab: Some(tab.clone()), name: None }
}

#[wasm_bindgen_test]
async fn what_is_entered_is_kept_and_comes_back_until_nothing_is_left() {
    let tab = tab("draft-1");
    let mut first = form(Props { name: Some("Ana"), ..props(&tab) });
    first.says("nothing").await;
    keeps(&tab, "Ana").await;
    first.handle.update(Props { name: Some("Ana Rojas"), ..props(&tab) });
    keeps(&tab, "Ana Rojas").await;
    first.take_down();
    let mut second = form(props(&tab));
    second.says("Ana Rojas").await;
    second.handle.update(Props { name: Some(""), ..props(&tab) });
    keeps(&tab, "nothing").await;
    second.take_down();
}

/// A draft is good for a day after it was entered, not after it was looked at.
#[wasm_bindgen_test]
async fn what_comes_back_and_is_not_touched_keeps_its_time() {
    let tab = tab("draft-2");
    let an_hour_ago = u32::try_from(now().timestamp()).unwrap() - 3_600;
    assert!(keep_draft(&tab, &Draft { at: an_hour_ago, ..draft("Ana") }));
    let mut form = form(props(&tab));
    form.says("Ana").await;
    assert_eq!(kept_draft(&tab).unwrap().at, an_hour_ago);
    form.handle.update(Props { name: Some("Eva"), ..props(&tab) });
    keeps(&tab, "Eva").await;
    assert!(kept_draft(&tab).unwrap().at > an_hour_ago + 3_000);
    form.take_down();
    forget_draft(&tab);
}

#[wasm_bindgen_test]
async fn a_preview_neither_keeps_nor_restores() {
    let tab = tab("draft-3");
    assert!(keep_draft(&tab, &Draft { at: u32::try_from(now().timestamp()).unwrap(), ..draft("Ana") }));
    let form = form(Props { tab: None, name: Some("Eva") });
    form.says("nothing").await;
    assert_eq!(kept(&tab), "Ana");
    form.take_down();
    forget_draft(&tab);
}
