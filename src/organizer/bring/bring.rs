//! The step.

use crate::bring::address_field::AddressField;
use crate::bring::drop_box::DropBox;
use crate::bring::kept_list::KeptList;
use crate::bring::kinds::Kinds;
use crate::bring::newcomers::Newcomers;
use crate::bring::outcome::Outcome;
use crate::bring::piece::Piece;
use crate::bring::reading_box::ReadingBox;
use crate::bring::sample::Sample;
use crate::bring::use_arrivals::use_arrivals;
use crate::bring::use_reading::{Reading, UseReading, use_reading};
use crate::frame::{Icon, Step, open_step, use_lang};
use crate::workspace::{Action, Brought, WorkspaceHandle, use_workspace};
use huso::browser::uuid;
use huso_i18n::Texts as _;
use std::rc::Rc;
use yew::{Callback, Html, component, html, use_state_eq};

/// Bringing what there is.
#[component]
pub fn Bring() -> Html {
    let (texts, workspace) = (use_lang().bring(), use_workspace());
    let is_pasting = use_state_eq(|| false);
    let on_brought = Callback::from(move |brought| go_on(&workspace, brought));
    let UseReading { reading, read, stop } = use_reading(on_brought.clone());
    let is_over = use_arrivals([texts.pasted_text, texts.pasted_table], read.clone());
    let on_paste_field = {
        let is_pasting = is_pasting.setter();
        Callback::from(move |()| is_pasting.set(true))
    };
    let on_address = read.reform(|address| vec![Piece::Address(address)]);
    html! {
        <div class="start">
            <div class="brings">
                <h1>{texts.title}</h1>
                <p class="subtitle">{texts.subtitle}</p>
                if let Reading::Going(progress) = &reading {
                    <ReadingBox progress={progress.clone()} {stop} />
                } else {
                    <DropBox {is_over} read={read.clone()} is_pasting={*is_pasting} on_paste_field={on_paste_field.clone()} />
                }
                <p class="private"><Icon name="lock" /><span><strong>{texts.private}</strong>{" "}<span class="more">{texts.private_more}</span></span></p>
                <Outcome {reading} {on_brought} {on_paste_field} on_example={on_address.clone()} />
                <Kinds on_example={on_address.clone()} />
                <AddressField {on_address} />
            </div>
            <div class="beside">
                <Sample />
                <KeptList />
                <Newcomers />
            </div>
        </div>
    }
}

/// An event file that arrives by itself is opened where there is nothing yet; all else is reviewed first.
fn go_on(workspace: &WorkspaceHandle, brought: Rc<Brought>) {
    match brought.event().filter(|_| workspace.is_empty() && brought.arrived.len() == 1) {
        Some(document) => {
            let base = Some(document.clone());
            workspace.dispatch(Action::Open { key: uuid(), document, base });
            open_step(Step::Edit);
        }
        None => {
            workspace.dispatch(Action::Bring(brought));
            open_step(Step::Review);
        }
    }
}
