//! A cell that can't be read, to be corrected.

use crate::frame::use_lang;
use crate::review::reviewed::Reviewed;
use crate::workspace::{Action, use_workspace};
use huso_i18n::Texts as _;
use huso_import::table::Cell;
use huso_import::{Opened, Source};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::{Html, Properties, SubmitEvent, component, html, use_node_ref};

/// Properties of [`CellFix`].
#[derive(Properties, PartialEq)]
pub struct CellFixProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// Which of its files, from 0.
    pub at: usize,
    /// The sheet's name.
    pub sheet: String,
    /// The cell's row, from 0.
    pub row: usize,
    /// The cell's column, from 0.
    pub column: usize,
}

/// What a cell says, to be corrected and read again.
#[component]
pub fn CellFix(props: &CellFixProps) -> Html {
    let (texts, workspace) = (use_lang().review(), use_workspace());
    let field = use_node_ref();
    let Some(file) = props.reviewed.files.get(props.at) else { return Html::default() };
    let Source::Table { grid, mappings } = &file.opened.source else { return Html::default() };
    let Some(sheet) = grid.sheets.iter().position(|sheet| sheet.name == props.sheet) else {
        return Html::default();
    };
    let written = grid.sheets.get(sheet).map(|sheet| sheet.at(props.row, props.column).shown());
    let onsubmit = {
        let (field, opened, brought) = (field.clone(), file.opened.clone(), props.reviewed.brought.clone());
        let (grid, mappings, row, column) = (grid.clone(), mappings.clone(), props.row, props.column);
        move |event: SubmitEvent| {
            event.prevent_default();
            let text = field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            let mut grid = (*grid).clone();
            if let Some(sheet) = grid.sheets.get_mut(sheet) {
                sheet.put(row, column, Cell::text(&text));
            }
            let source = Source::Table { grid: grid.into(), mappings: mappings.clone() };
            let file = Opened { source, ..opened.clone() }.mapped(mappings.clone(), &brought.context());
            workspace.dispatch(Action::Bring(brought.with_file(&file).into()));
        }
    };
    html! {
        <form class="fix" {onsubmit}>
            <label>{texts.cell_says}<input type="text" value={written} ref={field} /></label>
            <button type="submit">{texts.read_so}</button>
        </form>
    }
}
