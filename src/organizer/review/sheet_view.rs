//! A sheet as it is.

use crate::frame::use_lang;
use crate::review::mapping_menu::MappingMenu;
use crate::review::reviewed::Reviewed;
use crate::review::sheet_cell::SheetCell;
use huso_agenda::Severity;
use huso_i18n::{Texts as _, fill};
use huso_import::table::{Field, Grid, Mapping};
use huso_import::{Place, letters};
use std::collections::HashMap;
use std::rc::Rc;
use yew::{Callback, Html, Properties, classes, component, html, use_state_eq};

/// Rows that are shown at first.
const FIRST: usize = 12;

/// Properties of [`SheetView`].
#[derive(Properties)]
pub struct SheetViewProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// Which of its files, from 0.
    pub at: usize,
    /// Its cells.
    pub grid: Rc<Grid>,
    /// What the columns of the sheet are.
    pub mapping: Mapping,
    /// Changes that.
    pub on_mapping: Callback<Mapping>,
}

/// The grid is that of what was brought.
impl PartialEq for SheetViewProps {
    fn eq(&self, other: &Self) -> bool {
        (&self.reviewed, self.at, &self.mapping, &self.on_mapping)
            == (&other.reviewed, other.at, &other.mapping, &other.on_mapping)
    }
}

/// A sheet as it is, with a menu over each column.
#[component]
pub fn SheetView(props: &SheetViewProps) -> Html {
    let texts = use_lang().review();
    let is_all = use_state_eq(|| false);
    let (mapping, Some(sheet)) = (&props.mapping, props.grid.sheets.get(props.mapping.sheet)) else {
        return Html::default();
    };
    let faults = faults(props, &sheet.name);
    let height = sheet.height();
    let rows =
        if *is_all { height } else { height.min(FIRST.max(mapping.header.map_or(0, |header| header + 3))) };
    let onall = {
        let is_all = is_all.setter();
        move |_| is_all.set(true)
    };
    let column = |column: usize| {
        let field = mapping.columns.get(column).copied().unwrap_or_default();
        let (mapping, on_mapping) = (mapping.clone(), props.on_mapping.clone());
        let on_field = Callback::from(move |field: Field| {
            let mut columns = mapping.columns.clone();
            columns.resize(columns.len().max(column + 1), Field::Ignored);
            if let Some(place) = columns.get_mut(column) {
                *place = field;
            }
            on_mapping.emit(Mapping { columns, ..mapping.clone() });
        });
        let name = letters(u32::try_from(column + 1).unwrap_or_default());
        html! { <th scope="col"><MappingMenu {name} {field} {on_field} /></th> }
    };
    let row = |row: usize| {
        let is_wrong = faults.keys().any(|(at, _)| *at == row);
        let class = classes!((mapping.header == Some(row)).then_some("header"), is_wrong.then_some("wrong"));
        html! {
            <tr {class}>
                <th scope="row">{row + 1}</th>
                for column in 0..sheet.width() {
                    <SheetCell grid={props.grid.clone()} mapping={mapping.clone()} {row} {column} fault={faults.get(&(row, column)).copied()} />
                }
            </tr>
        }
    };
    html! {
        <>
            <div class="sheet" tabindex="0" role="region" aria-label={sheet.name.clone()}>
                <table>
                    <thead>
                        <tr class="mapping"><td />{for (0..sheet.width()).map(column)}</tr>
                        <tr class="letters" aria-hidden="true"><td />{for (0..sheet.width()).map(|column| html! {
                            <td>{letters(u32::try_from(column + 1).unwrap_or_default())}</td>
                        })}</tr>
                    </thead>
                    <tbody>{for (0..rows).map(row)}</tbody>
                </table>
            </div>
            if rows < height {
                <button type="button" class="plain" onclick={onall}>{fill(texts.all_rows, &[("n", &height.to_string())])}</button>
            }
        </>
    }
}

/// The worst that is wrong with each cell of a sheet, by row and column from 0.
fn faults(props: &SheetViewProps, name: &str) -> HashMap<(usize, usize), Severity> {
    let mut faults = HashMap::new();
    let findings = props.reviewed.files.get(props.at).map(|file| file.opened.read.findings.as_slice());
    for finding in findings.unwrap_or_default() {
        let Place::Cell { sheet, row, column } = &finding.origin.place else { continue };
        let place = (*row as usize).checked_sub(1).zip((*column as usize).checked_sub(1));
        if let Some(place) = place.filter(|_| sheet == name && finding.severity() == Severity::Error) {
            faults.insert(place, finding.severity());
        }
    }
    faults
}
