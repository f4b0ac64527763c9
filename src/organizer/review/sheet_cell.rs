//! A cell of a sheet.

use crate::frame::use_lang;
use huso_agenda::{Lang, Severity};
use huso_i18n::labels::short_date_with_month;
use huso_import::table::{Cell, Field, Grid, Mapping, Sheet};
use std::rc::Rc;
use yew::{Html, Properties, classes, component, html};

/// Properties of [`SheetCell`].
#[derive(Properties)]
pub struct SheetCellProps {
    /// All cells.
    pub grid: Rc<Grid>,
    /// What the columns of its sheet are.
    pub mapping: Mapping,
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// How bad what is wrong with it is.
    pub fault: Option<Severity>,
}

/// The same cell of the same grid.
impl PartialEq for SheetCellProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.grid, &other.grid)
            && (&self.mapping, self.row, self.column, self.fault)
                == (&other.mapping, other.row, other.column, other.fault)
    }
}

/// A cell: what stands in it, or what holds for it from above.
#[component]
pub fn SheetCell(props: &SheetCellProps) -> Html {
    let lang = use_lang();
    let Some(sheet) = props.grid.sheets.get(props.mapping.sheet) else { return Html::default() };
    let (row, column) = (props.row, props.column);
    let above = from_above(sheet, &props.mapping, row, column);
    let is_used = props.mapping.columns.get(column).is_some_and(|field| *field != Field::Ignored);
    let class = classes!((!is_used).then_some("faint"), props.fault.map(|_| "fault"), above.map(|_| "above"));
    let cell = sheet.at(row, column);
    let is_own = sheet.area(row, column).is_none_or(|area| (area.top, area.left) == (row, column));
    html! {
        <td {class}>
            if let Some(above) = above {
                {"↓ "}{shown(above, lang)}
            } else if is_own {
                if props.fault.is_some() { <span class="doubt error">{cell.shown()}</span> } else { {shown(cell, lang)} }
            }
        </td>
    }
}

/// What holds for a cell from above: the first of merged ones, or the day, place or track of a row before.
fn from_above<'a>(sheet: &'a Sheet, mapping: &Mapping, row: usize, column: usize) -> Option<&'a Cell> {
    let first = mapping.header.map_or(0, |header| header + 1);
    if let Some(area) = sheet.area(row, column) {
        let is_below = area.top < row && area.left == column && row > first;
        return is_below.then(|| sheet.at(row, column)).filter(|cell| !cell.is_empty());
    }
    let is_date = mapping.columns.get(column) == Some(&Field::Date);
    if row <= first || !is_date || !sheet.at(row, column).is_empty() || sheet.filled(row).is_empty() {
        return None;
    }
    (first..row).rev().map(|row| sheet.at(row, column)).find(|cell| !cell.is_empty())
}

/// As people read it: a serial date says its day.
fn shown(cell: &Cell, lang: Lang) -> Html {
    let day = match cell {
        Cell::Date(day) => Some(*day),
        Cell::Moment(moment) => Some(moment.date()),
        _ => None,
    };
    html! { <>{cell.shown()}if let Some(day) = day { {" "}<span class="day">{"= "}{short_date_with_month(day, lang)}</span> }</> }
}
