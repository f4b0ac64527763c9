//! A question's input.

use super::context::{Context, hint};
use super::countries::countries;
use huso_i18n::Texts as _;
use huso_registration::Answer;
use huso_registration::controls::{described_by, field_id, input_mode, input_type, option_id};
use huso_registration::form::Field;
use huso_registration::format::FieldType;
use maud::{Markup, html};

/// Whether a browser may insist on an answer: a question that depends on other answers need not be
/// answered if it isn't asked.
pub(super) fn is_required(field: &Field) -> bool {
    field.required && field.show_if.is_none() && field.audience.is_empty()
}

/// Ids of the hint and the fault of a field.
pub(super) fn described(context: &Context<'_>, index: usize, field: &Field, wrong: bool) -> Option<String> {
    described_by(&field_id(index), hint(context, field).is_some(), wrong)
}

/// The input of a field, with what was answered.
pub(super) fn control(context: &Context<'_>, index: usize, field: &Field, wrong: bool) -> Markup {
    let id = field_id(index);
    let answer = context.filled.submission.answers.get(&field.id);
    let value = match answer {
        Some(Answer::Text(text)) => text.as_str(),
        _ => "",
    };
    let described = described(context, index, field, wrong);
    let invalid = wrong.then_some("true");
    let required = is_required(field);
    let autocomplete = field.autocomplete.as_deref();
    let choice = |options: &[(&str, &str)]| {
        html! {
            select id=(id) name=(field.id) required[required] aria-invalid=[invalid]
                aria-describedby=[described.as_deref()] autocomplete=[autocomplete] {
                option value="" { (context.lang.form().pick) }
                @for (option, label) in options {
                    option value=(option) selected[*option == value] { (label) }
                }
            }
        }
    };
    let options: Vec<_> =
        field.options.iter().map(|(option, label)| (option.as_str(), context.text(label))).collect();
    let boxes = |kind: &str, required: bool, invalid: Option<&str>| {
        html! {
            @for (index, (option, label)) in options.iter().enumerate() {
                @let id = option_id(&id, index);
                div class="check" {
                    input type=(kind) id=(id) name=(field.id) value=(option) required[required]
                        checked[answer.is_some_and(|answer| answer.values().contains(option))]
                        aria-invalid=[invalid];
                    label for=(id) { (label) }
                }
            }
        }
    };
    match field.kind {
        FieldType::Textarea => html! {
            textarea id=(id) name=(field.id) rows="4" required[required] aria-invalid=[invalid]
                aria-describedby=[described] autocomplete=[autocomplete] { "\n" (value) }
        },
        FieldType::Select => choice(&options),
        FieldType::Country => choice(&countries(context.lang)),
        FieldType::Radio => boxes("radio", required, None),
        // A browser would insist on each box.
        FieldType::Checkboxes => boxes("checkbox", false, invalid),
        FieldType::Checkbox => html! {
            input type="checkbox" id=(id) name=(field.id) value="true" required[required]
                checked[answer == Some(&Answer::Checked(true))] aria-invalid=[invalid]
                aria-describedby=[described];
        },
        FieldType::Hidden => html! { input type="hidden" id=(id) name=(field.id) value=(value); },
        FieldType::Heading | FieldType::File => html! {},
        kind @ (FieldType::Text
        | FieldType::Email
        | FieldType::Tel
        | FieldType::Url
        | FieldType::Number
        | FieldType::Date
        | FieldType::Organization) => {
            let is_date = kind == FieldType::Date;
            let (min, max) =
                (field.min.as_deref().filter(|_| is_date), field.max.as_deref().filter(|_| is_date));
            html! {
                input type=(input_type(kind)) id=(id) name=(field.id) value=(value) required[required]
                    inputmode=[input_mode(kind)] min=[min] max=[max]
                    aria-invalid=[invalid] aria-describedby=[described] autocomplete=[autocomplete];
            }
        }
    }
}
