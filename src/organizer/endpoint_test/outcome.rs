//! What was sent, what came back, and what to do.

use crate::endpoint_test::chain::Chain;
use crate::endpoint_test::remedy::{answer, remedy};
use crate::endpoint_test::tested::Tested;
use crate::endpoint_test::verdict::Verdict;
use crate::frame::{Icon, use_lang};
use huso::browser::copy;
use huso_agenda::chrono::TimeDelta;
use huso_i18n::{Texts as _, fill};
use huso_registration::Form;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Html, Properties, component, html, use_state_eq};

/// After so long people wonder whether anything happens.
const SLOW: TimeDelta = TimeDelta::seconds(5);

/// Properties of [`TestOutcome`].
#[derive(Properties, PartialEq)]
pub struct TestOutcomeProps {
    /// The test.
    pub tested: Rc<Tested>,
    /// The form that was filled.
    pub form: Form,
    /// An address that may be the right one, if that is another.
    pub suggested: Option<String>,
    /// Takes that address, and tests it.
    pub on_take: Callback<String>,
}

/// What was sent, what came back, and what to do, in sentences; beside them the checks.
#[component]
pub fn TestOutcome(TestOutcomeProps { tested, form, suggested, on_take }: &TestOutcomeProps) -> Html {
    let lang = use_lang();
    let texts = lang.builder();
    let is_copied = use_state_eq(|| false);
    let on_copy = {
        let (tested, is_copied) = (tested.clone(), is_copied.setter());
        move |_| {
            let (tested, is_copied) = (tested.clone(), is_copied.clone());
            spawn_local(async move {
                let status = tested.verdict.status().map(|status| status.to_string()).unwrap_or_default();
                let text = format!("POST {}\n{} {status}\n\n{}\n", tested.address, tested.id, tested.text);
                is_copied.set(copy(&text).await);
            });
        }
    };
    let suggested = suggested.clone().filter(|_| matches!(tested.verdict, Verdict::Missing(_)));
    let take = suggested.map(|address| {
        let onclick = on_take.reform(move |_| address.clone());
        html! { <button type="button" {onclick}>{texts.test_take}</button> }
    });
    let is_sent = tested.verdict != Verdict::Insecure;
    html! {
        <div class="tested">
            <dl>
                <dt>{texts.test_sent}</dt>
                <dd>{if is_sent { texts.test_one } else { texts.test_nothing }}{" "}<code>{&tested.address}</code></dd>
                <dt>{texts.test_answered}</dt>
                <dd>
                    {answer(&tested.verdict, tested.took, form, lang)}
                    if tested.took > SLOW && is_sent { {" "}{texts.test_slow} }
                </dd>
                <dt>{if tested.verdict.broke_at().is_some() { texts.test_remedy } else { texts.test_then }}</dt>
                <dd>{fill(&remedy(tested, lang), &[("id", &tested.id)])}</dd>
            </dl>
            <Chain verdict={tested.verdict.clone()} />
            <div class="buttons">
                {take}
                if !tested.text.is_empty() {
                    <button type="button" class="neutral" onclick={on_copy}><Icon name="copy" />{texts.test_copy}</button>
                }
                <span role="status">{is_copied.then_some(texts.test_copied)}</span>
            </div>
        </div>
    }
}
