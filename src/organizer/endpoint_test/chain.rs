//! The checks, one after the other.

use crate::endpoint_test::verdict::{Check, Verdict};
use crate::frame::{Icon, use_lang};
use huso_i18n::Texts as _;
use yew::{Html, Properties, component, html};

/// Properties of [`Chain`].
#[derive(Properties, PartialEq)]
pub struct ChainProps {
    /// What came of the test.
    pub verdict: Verdict,
}

/// The checks: passed, the one at which it broke, and those that were not reached.
#[component]
pub fn Chain(ChainProps { verdict }: &ChainProps) -> Html {
    let texts = use_lang().builder();
    let check = |check: Check| {
        let name = match check {
            Check::Connects => texts.test_connects,
            Check::Permits => texts.test_permits,
            Check::Exists => texts.test_exists,
            Check::Understands => texts.test_understands,
            Check::Accepts => texts.test_accepts,
        };
        let (class, icon, word) = match verdict.passed(check) {
            Some(true) => ("passed", "check", texts.test_passed),
            Some(false) => ("broke", "cross", texts.test_broke),
            None => ("unreached", "minus", texts.test_unreached),
        };
        html! { <li {class}><Icon name={icon} /><span class="spoken">{word}</span>{name}</li> }
    };
    html! { <ol class="chain">{for Check::ALL.into_iter().map(check)}</ol> }
}
