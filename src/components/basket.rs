//! The way from the chosen sessions to the form.

use crate::browser::go_to;
use crate::context::use_locale;
use huso_i18n::{Texts as _, plural};
use web_sys::Element;
use yew::{Callback, Html, NodeRef, Properties, component, html};

/// Properties of [`Basket`].
#[derive(Properties, PartialEq)]
pub struct BasketProps {
    /// How many sessions are chosen.
    pub count: usize,
    /// How many of them have a waitlist instead of seats.
    pub waiting: usize,
    /// Looks at the plan.
    pub on_plan: Callback<()>,
    /// The form's heading.
    pub form: NodeRef,
}

/// How many sessions are chosen, and the way to the form; it stays in sight while one scrolls.
#[component]
pub fn Basket(BasketProps { count, waiting, on_plan, form }: &BasketProps) -> Html {
    let lang = use_locale().lang;
    let texts = lang.widget();
    let chosen = plural(*count, texts.chosen_one, texts.chosen_other);
    let waiting = match waiting {
        0 => String::new(),
        waiting => format!(", {}", plural(*waiting, lang.live().waiting_one, lang.live().waiting_other)),
    };
    let onclick = {
        let form = form.clone();
        move |_| {
            if let Some(heading) = form.cast::<Element>() {
                go_to(&heading);
            }
        }
    };
    html! {
        <div class="basket" part="basket">
            <span role="status">{chosen}{waiting}</span>
            <button type="button" class="plain" onclick={on_plan.reform(|_| ())}>{lang.find().plan}</button>
            <button type="button" class="primary" {onclick}>{texts.go_to_form}</button>
        </div>
    }
}
