//! Some of a few.

use super::ControlProps;
use crate::context::use_locale;
use huso_registration::Answer;
use yew::{Event, Html, component, html};

/// Some of a few: a box each.
#[component]
pub fn CheckboxGroup(props: &ControlProps) -> Html {
    let locale = use_locale();
    html! {
        <div class="options">
            for (index, (value, label)) in props.field.options.iter().enumerate() {
                <div class="check">
                    <input type="checkbox" id={props.option_id(index)} name={props.field.id.clone()}
                        checked={props.is_chosen(value)}
                        onchange={
                            let answer = toggled(props, value);
                            props.on_answer.reform(move |_: Event| answer.clone())
                        } />
                    <label for={props.option_id(index)}>{locale.text(label).to_owned()}</label>
                </div>
            }
        </div>
    }
}

/// The answer with a value ticked that wasn't, or the other way round.
fn toggled(props: &ControlProps, value: &str) -> Answer {
    let mut values: Vec<String> = props.answer.iter().flat_map(Answer::values).map(str::to_owned).collect();
    match props.is_chosen(value) {
        true => values.retain(|other| other != value),
        false => values.push(value.to_owned()),
    }
    Answer::Many(values)
}
