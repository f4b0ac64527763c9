//! A question with its label, its hint, what is wrong with the answer, and the control for its kind.

use super::ControlProps;
use super::checkbox::Checkbox;
use super::checkbox_group::CheckboxGroup;
use super::country_select::CountrySelect;
use super::file_input::FileInput;
use super::heading::Heading;
use super::radio_group::RadioGroup;
use super::select::Select;
use super::text_input::TextInput;
use super::textarea::Textarea;
use crate::components::registration::reducer::FormAction;
use crate::context::use_locale;
use huso_i18n::Texts as _;
use huso_registration::controls::is_marked_optional;
use huso_registration::format::FieldType;
use huso_registration::{Answer, form};
use yew::{AttrValue, Callback, Html, Properties, classes, component, html, use_callback};

/// Properties of [`Field`].
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// What is asked.
    pub field: form::Field,
    /// The control's id.
    pub id: AttrValue,
    /// What was answered.
    pub answer: Option<Answer>,
    /// What is wrong with that.
    pub fault: Option<AttrValue>,
    /// Whether a preview marks it.
    pub is_marked: bool,
    /// Changes the form.
    pub dispatch: Callback<FormAction>,
}

/// A question. What the visitor types in one of them draws no other.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let locale = use_locale();
    let FieldProps { field, id, answer, fault, is_marked, dispatch } = props;
    let on_answer = use_callback((field.id.clone(), dispatch.clone()), |answer, (id, dispatch)| {
        dispatch.emit(FormAction::Answer(id.clone(), answer));
    });
    let (field, id) = (field.clone(), id.clone());
    let control = ControlProps { field, id, answer: answer.clone(), is_wrong: fault.is_some(), on_answer };
    let (field, id) = (&control.field, &control.id);
    let class = classes!("field", fault.is_some().then_some("wrong"), is_marked.then_some("marked"));
    let label = html! {
        <>
            {locale.text(&field.label).to_owned()}
            if is_marked_optional(field) {
                <span class="optional">{format!(" ({})", locale.lang.form().optional)}</span>
            }
        </>
    };
    let notes = html! {
        <>
            if let Some(hint) = &field.hint {
                <p class="hint" id={control.hint_id()}>{locale.text(hint).to_owned()}</p>
            }
            if let Some(fault) = fault { <p class="fault" id={control.fault_id()}>{fault}</p> }
        </>
    };
    match field.kind {
        FieldType::Heading => html! { <Heading field={field.clone()} /> },
        FieldType::Hidden => Html::default(),
        FieldType::Radio | FieldType::Checkboxes => html! {
            <fieldset {class} aria-describedby={control.described_by()}>
                <legend>{label}</legend>
                {notes}
                if field.kind == FieldType::Radio {
                    <RadioGroup ..control.clone() />
                } else {
                    <CheckboxGroup ..control.clone() />
                }
            </fieldset>
        },
        FieldType::Checkbox => html! {
            <div {class}>
                <div class="check">
                    <Checkbox ..control.clone() />
                    <label for={id.clone()}>{label}</label>
                </div>
                {notes}
            </div>
        },
        FieldType::Text
        | FieldType::Email
        | FieldType::Tel
        | FieldType::Url
        | FieldType::Number
        | FieldType::Date
        | FieldType::Organization
        | FieldType::Textarea
        | FieldType::Select
        | FieldType::Country
        | FieldType::File => html! {
            <div {class}>
                <label for={id.clone()}>{label}</label>
                {notes}
                {labelled_control(&control)}
            </div>
        },
    }
}

/// The control of a kind that has one label.
fn labelled_control(control: &ControlProps) -> Html {
    let control = control.clone();
    match control.field.kind {
        FieldType::Textarea => html! { <Textarea ..control /> },
        FieldType::Select => html! { <Select ..control /> },
        FieldType::Country => html! { <CountrySelect ..control /> },
        FieldType::File => html! { <FileInput ..control /> },
        _ => html! { <TextInput ..control /> },
    }
}
