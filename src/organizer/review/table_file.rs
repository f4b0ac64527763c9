//! A table, with what its columns are.

use crate::frame::{Icon, use_lang};
use crate::review::mappings::keep;
use crate::review::reviewed::Reviewed;
use crate::review::sheet_view::SheetView;
use crate::workspace::{Action, use_workspace};
use huso_i18n::{Texts as _, fill};
use huso_import::Source;
use huso_import::table::{Field, Mapping};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, Properties, TargetCast as _, component, html, use_state_eq};

/// Rows that can be said to be the headers.
const HEADERS: usize = 30;

/// Properties of [`TableFile`].
#[derive(Properties, PartialEq)]
pub struct TableFileProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// Which of its files, from 0.
    pub at: usize,
}

/// A table, with what its columns are; both can be changed, and are remembered for tables with the same headers.
#[component]
pub fn TableFile(props: &TableFileProps) -> Html {
    let (texts, workspace) = (use_lang().review(), use_workspace());
    let chosen = use_state_eq(|| None::<usize>);
    let Some(file) = props.reviewed.files.get(props.at) else { return Html::default() };
    let Source::Table { grid, mappings } = &file.opened.source else { return Html::default() };
    let first = mappings.first().map_or(0, |mapping| mapping.sheet);
    let index = (*chosen).unwrap_or(first);
    let Some(sheet) = grid.sheets.get(index) else { return Html::default() };
    let mapping = mappings.iter().find(|mapping| mapping.sheet == index).cloned();
    let mapping = mapping.unwrap_or_else(|| Mapping {
        sheet: index,
        header: None,
        columns: vec![Field::Ignored; sheet.width()],
        order: None,
    });
    let on_mapping = {
        let (opened, brought, grid) = (file.opened.clone(), props.reviewed.brought.clone(), grid.clone());
        let others: Vec<_> = mappings.iter().filter(|other| other.sheet != index).cloned().collect();
        Callback::from(move |mapping: Mapping| {
            keep(&grid, &mapping);
            let mut all = others.clone();
            all.push(mapping);
            all.sort_by_key(|mapping| mapping.sheet);
            let file = opened.clone().mapped(all, &brought.context());
            workspace.dispatch(Action::Bring(brought.with_file(&file).into()));
        })
    };
    let onsheet = {
        let chosen = chosen.setter();
        move |event: Event| chosen.set(selected(&event))
    };
    let onheader = {
        let (mapping, on_mapping) = (mapping.clone(), on_mapping.clone());
        move |event: Event| on_mapping.emit(Mapping { header: selected(&event), ..mapping.clone() })
    };
    let rows = fill(
        if sheet.name.is_empty() { texts.table_is } else { texts.sheet_is },
        &[("sheet", &sheet.name), ("rows", &sheet.height().to_string())],
    );
    html! {
        <section class="table-file" aria-labelledby={format!("table-{}", props.at)}>
            <div class="bar">
                <div>
                    <h2 class="file" id={format!("table-{}", props.at)}>{&file.opened.name}</h2>
                    <p class="faint">{rows}</p>
                </div>
                <div class="menus">
                    if grid.sheets.len() > 1 {
                        <select aria-label={texts.sheet} onchange={onsheet}>
                            for (at, sheet) in grid.sheets.iter().enumerate() {
                                <option value={at.to_string()} selected={at == index}>{format!("{}: {}", texts.sheet, sheet.name)}</option>
                            }
                        </select>
                    }
                    <select aria-label={texts.header_row} onchange={onheader}>
                        <option value="" selected={mapping.header.is_none()}>{texts.no_header}</option>
                        for row in 0..sheet.height().min(HEADERS) {
                            <option value={row.to_string()} selected={mapping.header == Some(row)}>{format!("{}: {}", texts.header_row, row + 1)}</option>
                        }
                    </select>
                </div>
            </div>
            <SheetView reviewed={props.reviewed.clone()} at={props.at} grid={grid.clone()} {mapping} {on_mapping} />
            <p class="legend">
                <span class="faint">{"↓ "}{texts.filled}</span>
                <span><span class="doubt error">{texts.underlined}</span>{" "}<span class="faint">{texts.unreadable}</span></span>
                <span class="faint remembered"><Icon name="check" />{" "}{texts.remembered}</span>
            </p>
        </section>
    }
}

/// The number that was chosen in a menu.
fn selected(event: &Event) -> Option<usize> {
    event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok()
}
