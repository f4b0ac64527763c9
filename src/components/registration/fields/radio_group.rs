//! One of a few.

use super::ControlProps;
use crate::context::use_locale;
use huso_registration::Answer;
use yew::{Event, Html, component, html};

/// One of a few: a button each.
#[component]
pub fn RadioGroup(props: &ControlProps) -> Html {
    let locale = use_locale();
    html! {
        <div class="options">
            for (index, (value, label)) in props.field.options.iter().enumerate() {
                <div class="check">
                    <input type="radio" id={props.option_id(index)} name={props.field.id.clone()}
                        checked={props.is_chosen(value)}
                        onchange={
                            let value = value.clone();
                            props.on_answer.reform(move |_: Event| Answer::Text(value.clone()))
                        } />
                    <label for={props.option_id(index)}>{locale.text(label).to_owned()}</label>
                </div>
            }
        </div>
    }
}
