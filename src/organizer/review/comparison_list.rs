//! What importing would do, item by item.

use crate::frame::use_lang;
use crate::review::comparison_row::{ComparisonRow, title_now};
use crate::review::reviewed::Reviewed;
use crate::review::selection::{Action, Selection};
use huso_edit::{Gap, Kind};
use huso_i18n::labels::{HourCycle, clock, length, short_date_with_month};
use huso_i18n::{Texts as _, fill};
use std::rc::Rc;
use yew::{Html, Properties, UseReducerHandle, component, html, use_state_eq};

/// What is shown first.
const ORDER: [Kind; 5] = [Kind::Event, Kind::Added, Kind::Moved, Kind::Changed, Kind::Removed];

/// Properties of [`ComparisonList`].
#[derive(Properties, PartialEq)]
pub struct ComparisonListProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// What is chosen.
    pub selection: UseReducerHandle<Selection>,
    /// The gaps that there will be.
    pub found: Rc<[Gap]>,
}

/// What importing would do, item by item, by kinds; what stays the same is folded, and breaks are offered for gaps.
#[component]
pub fn ComparisonList(props: &ComparisonListProps) -> Html {
    let lang = use_lang();
    let texts = lang.review();
    let shown = use_state_eq(|| None::<Kind>);
    let Some(comparison) = &props.reviewed.comparison else { return Html::default() };
    let count = |kind| comparison.items.iter().filter(|item| item.kind == kind).count();
    let open = comparison.items.len() - count(Kind::Same);
    let kinds = [
        (None, texts.all, open),
        (Some(Kind::Added), texts.added, count(Kind::Added)),
        (Some(Kind::Changed), texts.changed, count(Kind::Changed)),
        (Some(Kind::Moved), texts.moved, count(Kind::Moved)),
        (Some(Kind::Removed), texts.removed, count(Kind::Removed)),
    ];
    let kinds = kinds.into_iter().filter(|(kind, _, count)| kind.is_none() || *count > 0).map(|(kind, word, count)| {
        let onclick = {
            let shown = shown.setter();
            move |_| shown.set(kind)
        };
        html! { <button type="button" aria-pressed={(*shown == kind).to_string()} {onclick}>{word}{format!(" ({count})")}</button> }
    });
    let mut rows: Vec<_> =
        comparison.items.iter().enumerate().filter(|(_, item)| item.kind != Kind::Same).collect();
    rows.sort_by_key(|(_, item)| ORDER.iter().position(|kind| *kind == item.kind));
    let rows = rows.into_iter().filter(|(_, item)| shown.is_none_or(|kind| item.kind == kind)).map(|(at, _)| {
        html! { <ComparisonRow key={at} reviewed={props.reviewed.clone()} {at} selection={props.selection.clone()} /> }
    });
    let same: Vec<_> = comparison.items.iter().filter(|item| item.kind == Kind::Same).collect();
    let titles = same.iter().filter_map(|item| title_now(&props.reviewed, item, lang));
    let breaks = props.found.iter().map(|gap| {
        let text = if gap.is_meal() { texts.gap_meal } else { texts.gap };
        let text = fill(text, &[("length", &length(gap.minutes()))]);
        let onchange = {
            let (selection, start) = (props.selection.clone(), gap.start);
            move |_| selection.dispatch(Action::Break(start))
        };
        let time = |time| clock(time, HourCycle::H23, lang);
        html! {
            <li class="item">
                <input type="checkbox" aria-label={text.clone()} checked={props.selection.breaks.contains(&gap.start)} {onchange} />
                <span class="kind faint">{texts.proposal}</span>
                <span class="day">{short_date_with_month(gap.start.date(), lang)}</span>
                <span class="clock">{time(gap.start.time())}{" – "}{time(gap.end.time())}</span>
                <div class="what"><p class="faint">{&text}</p></div>
            </li>
        }
    });
    html! {
        <section class="comparison" aria-labelledby="comparison">
            <div class="bar">
                <h2 id="comparison">{texts.compared}</h2>
                <div class="segments" role="group" aria-label={texts.compared}>{for kinds}</div>
            </div>
            <ul>
                {for rows}
                if !same.is_empty() && shown.is_none() {
                    <li class="item same">
                        <details>
                            <summary>{texts.same}{": "}{fill(texts.same_count, &[("n", &same.len().to_string())])}{" "}<span class="see">{texts.see_same}</span></summary>
                            <p class="faint">{titles.collect::<Vec<_>>().join(", ")}</p>
                        </details>
                    </li>
                }
                if shown.is_none() { {for breaks} }
            </ul>
        </section>
    }
}
