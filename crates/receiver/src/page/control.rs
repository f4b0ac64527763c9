//! A question's input.

use super::form::{Context, hint};
use huso_registration::form::Field;
use huso_registration::form_file::FieldType;
use huso_registration::{Answer, country};
use maud::{Markup, html};

pub(super) fn id(index: usize) -> String {
    format!("field-{index}")
}

/// The input of a field, with what was answered.
pub(super) fn control(context: &Context<'_>, index: usize, field: &Field, wrong: bool) -> Markup {
    let id = id(index);
    let answer = context.filled.submission.answers.get(&field.id);
    let value = match answer {
        Some(Answer::Text(text)) => text.as_str(),
        _ => "",
    };
    let described = [("hint", hint(context, field).is_some()), ("fault", wrong)];
    let described = described.iter().filter(|(_, is_there)| *is_there);
    let described: Vec<_> = described.map(|(what, _)| format!("{id}-{what}")).collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = wrong.then_some("true");
    // A question that depends on another need not be answered if it isn't asked.
    let required = field.required && field.show_if.is_none();
    let autocomplete = field.autocomplete.as_deref();
    match field.kind {
        FieldType::Textarea => html! {
            textarea id=(id) name=(field.id) rows="4" required[required] aria-invalid=[invalid]
                aria-describedby=[described] autocomplete=[autocomplete] { "\n" (value) }
        },
        FieldType::Select | FieldType::Radio => html! {
            select id=(id) name=(field.id) required[required] aria-invalid=[invalid]
                aria-describedby=[described] autocomplete=[autocomplete] {
                option value="" { (context.lang.form().pick) }
                @for (option, label) in &field.options {
                    option value=(option) selected[option == value] { (context.text(label)) }
                }
            }
        },
        FieldType::Checkbox => html! {
            input type="checkbox" id=(id) name=(field.id) value="true" required[required]
                checked[answer == Some(&Answer::Checked(true))] aria-invalid=[invalid]
                aria-describedby=[described];
        },
        FieldType::Country => html! {
            select id=(id) name=(field.id) required[required] aria-invalid=[invalid]
                aria-describedby=[described] autocomplete=[autocomplete] {
                option value="" { (context.lang.form().pick) }
                @for code in country::codes() { option value=(code) selected[code == value] { (code) } }
            }
        },
        FieldType::Checkboxes => html! {
            @for (index, (option, label)) in field.options.iter().enumerate() {
                @let id = if index == 0 { id.clone() } else { format!("{id}-{index}") };
                div class="check" {
                    input type="checkbox" id=(id) name=(field.id) value=(option)
                        checked[answer.is_some_and(|answer| answer.values().contains(&option.as_str()))];
                    label for=(id) { (context.text(label)) }
                }
            }
        },
        // A heading has its label only, and no page without a script knows its address's parameters.
        FieldType::Heading | FieldType::Hidden => html! {},
        kind => html! {
            input type=(input_type(kind)) id=(id) name=(field.id) value=(value) required[required]
                aria-invalid=[invalid] aria-describedby=[described] autocomplete=[autocomplete];
        },
    }
}

fn input_type(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Email | FieldType::Tel | FieldType::Url | FieldType::Date | FieldType::File => kind.word(),
        _ => "text",
    }
}
