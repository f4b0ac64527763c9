//! A time of day, as people write it.

use huso_edit::typed_clock;
use web_sys::{FocusEvent, HtmlInputElement, InputEvent, KeyboardEvent};
use yew::{AttrValue, Callback, Html, Properties, TargetCast as _, component, html, use_state};

/// Properties of [`ClockInput`].
#[derive(Properties, PartialEq)]
pub struct ClockInputProps {
    /// Its id, and its value's place.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Which cell of a table it is.
    #[prop_or_default]
    pub cell: Option<AttrValue>,
    /// Its name, where no label stands beside it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The clock as it is written.
    pub value: AttrValue,
    /// Takes what was typed when the field is left: `09:30` if it can be read, else as it is.
    pub onclock: Callback<String>,
    /// For `aria-invalid`.
    #[prop_or_default]
    pub invalid: Option<&'static str>,
    /// For `aria-describedby`.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Whether Tab stops at it.
    #[prop_or_default]
    pub tabindex: Option<&'static str>,
}

/// A time of day. It counts when the field is left or Enter is pressed: a row that is sorted by it stays in its place
/// while somebody types.
#[component]
pub fn ClockInput(props: &ClockInputProps) -> Html {
    let draft = use_state(|| None::<String>);
    let oninput = {
        let draft = draft.setter();
        move |event: InputEvent| draft.set(Some(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    // What stands in the field counts: keys come faster than it is drawn again.
    let take = {
        let (draft, value, onclock) = (draft.setter(), props.value.clone(), props.onclock.clone());
        Callback::from(move |input: Option<HtmlInputElement>| {
            let Some(typed) = input.map(|input| input.value()) else { return };
            draft.set(None);
            if typed == *value {
                return;
            }
            let clock = typed_clock(&typed).unwrap_or_else(|| typed.trim().to_owned());
            if clock != *value {
                onclock.emit(clock);
            }
        })
    };
    let onkeydown = {
        let (draft, take) = (draft.clone(), take.clone());
        move |event: KeyboardEvent| {
            let is_undo = event.key() == "z" && (event.ctrl_key() || event.meta_key());
            match event.key().as_str() {
                "Enter" => take.emit(event.target_dyn_into()),
                // What isn't taken yet is taken back first.
                "Escape" | "z" if draft.is_some() && (is_undo || event.key() == "Escape") => {
                    event.prevent_default();
                    event.stop_propagation();
                    draft.set(None);
                }
                _ => {}
            }
        }
    };
    let value = draft.as_ref().map_or_else(|| props.value.clone(), |draft| draft.clone().into());
    html! {
        <input class="clock" id={props.id.clone()} data-place={props.id.clone()} data-cell={props.cell.clone()}
            aria-label={props.name.clone()} {value} {oninput} onblur={take.reform(|event: FocusEvent| event.target_dyn_into())} {onkeydown} autocomplete="off"
            spellcheck="false" aria-invalid={props.invalid} aria-describedby={props.described_by.clone()}
            tabindex={props.tabindex} />
    }
}
