//! A session as it was found.

use crate::frame::use_lang;
use crate::review::cell_fix::CellFix;
use crate::review::finding_block::FindingBlock;
use crate::review::length_block::LengthBlock;
use crate::review::reviewed::{Reviewed, ReviewedFile};
use huso_agenda::chrono::NaiveDateTime;
use huso_agenda::{Lang, Severity};
use huso_i18n::Texts as _;
use huso_i18n::labels::{HourCycle, clock, length, short_date_with_month};
use huso_import::{Finding, FindingKind, Place, Source, Stated, When};
use std::rc::Rc;
use yew::{Callback, Html, Properties, classes, component, html};

/// Properties of [`SessionRow`].
#[derive(Properties, PartialEq)]
pub struct SessionRowProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// Which of its files, from 0.
    pub at: usize,
    /// Which of its sessions, from 0.
    pub session: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// Chooses a session.
    pub on_choose: Callback<usize>,
}

/// A session as it was found: when, what, and what is wrong with it.
#[component]
pub fn SessionRow(props: &SessionRowProps) -> Html {
    let lang = use_lang();
    let (texts, at, index) = (lang.review(), props.at, props.session);
    let Some(file) = props.reviewed.files.get(at) else { return Html::default() };
    let Some(session) = file.program.sessions.get(index) else { return Html::default() };
    let [start, end] = span(file, index);
    let number = index + 1;
    let choose = props.on_choose.reform(move |_| index);
    let focus = props.on_choose.reform(move |_| index);
    let time = |time: NaiveDateTime| clock(time.time(), HourCycle::H23, lang);
    html! {
        <li class={classes!("row", props.is_chosen.then_some("chosen"))} onmouseenter={choose}>
            <button type="button" class="ring" aria-label={format!("{} {number}", texts.session)}
                aria-pressed={props.is_chosen.to_string()} onfocus={focus}>{number}</button>
            <p class="when">
                if let Some(start) = start {
                    <b>{time(start)}</b>if let Some(end) = end { {" – "}{time(end)} }
                    <span class="day">{short_date_with_month(start.date(), lang)}</span>
                } else if let Some(Stated::Day(day)) = session.start {
                    <span class="day">{short_date_with_month(day, lang)}</span>
                } else {
                    <span class="day">{texts.no_time}</span>
                }
            </p>
            <div class="what">
                <h3>{&session.title}</h3>
                <p class="faint">{facts(file, index, [start, end], lang)}</p>
                if let Some(quote) = quote(file, index) { <p class="quote">{"«"}{quote}{"»"}</p> }
                for finding in file.findings_of(index) { {found(props, &finding, start)} }
            </div>
        </li>
    }
}

fn found(props: &SessionRowProps, finding: &Finding, start: Option<NaiveDateTime>) -> Html {
    let (reviewed, at) = (&props.reviewed, props.at);
    let session = reviewed.files.get(at).map(|file| (file.opened.file, props.session));
    match (&finding.kind, start, session) {
        (FindingKind::Duration { said, between }, Some(start), Some(session)) => html! {
            if !reviewed.brought.lengths.contains_key(&session) {
                <LengthBlock brought={reviewed.brought.clone()} {session} {start} said={*said} between={*between} />
            }
        },
        _ => html! {
            <>
                <FindingBlock finding={finding.clone()} reviewed={reviewed.clone()} {at} />
                {fix(props, finding)}
            </>
        },
    }
}

/// A cell that is wrong can be corrected.
fn fix(props: &SessionRowProps, finding: &Finding) -> Html {
    let Place::Cell { sheet, row, column } = &finding.origin.place else { return Html::default() };
    let index = |number: u32| usize::try_from(number).ok()?.checked_sub(1);
    let place = index(*row).zip(index(*column)).filter(|_| finding.severity() == Severity::Error);
    let Some((row, column)) = place else { return Html::default() };
    html! { <CellFix reviewed={props.reviewed.clone()} at={props.at} sheet={sheet.clone()} {row} {column} /> }
}

/// When it is: on the event's clocks once these are known, else as written.
fn span(file: &ReviewedFile, session: usize) -> [Option<NaiveDateTime>; 2] {
    let wall = |when: &Option<When>| match when {
        Some(When::Wall { wall, .. }) => Some(*wall),
        _ => None,
    };
    let stated = file.program.sessions.get(session);
    let length = stated.and_then(|session| session.duration);
    let spans = file.settled.as_ref().ok().and_then(|settled| settled.spans.get(session));
    let [start, end] = match spans {
        Some([start, end]) => [wall(start), wall(end)],
        None => {
            let clock = |time: Option<&Stated>| time.and_then(Stated::clock);
            [clock(stated.and_then(|one| one.start.as_ref())), clock(stated.and_then(|one| one.end.as_ref()))]
        }
    };
    [start, end.or_else(|| start?.checked_add_signed(length?))]
}

/// How long it is, of which track, where, and who speaks.
fn facts(
    file: &ReviewedFile,
    session: usize,
    [start, end]: [Option<NaiveDateTime>; 2],
    lang: Lang,
) -> String {
    let program = &file.program;
    let Some(session) = program.sessions.get(session) else { return String::new() };
    let minutes = start.zip(end).map(|(start, end)| (end - start).num_minutes());
    let length = minutes.map(|minutes| match session.duration {
        Some(said) if said.num_minutes() == minutes => {
            format!("{}, {}", length(minutes), lang.review().as_said)
        }
        _ => length(minutes),
    });
    let track = session.track.and_then(|at| program.tracks.get(at)).map(|track| track.name.clone());
    let venue = session.venue.and_then(|at| program.venues.get(at)).map(|venue| venue.name.clone());
    let speakers =
        session.speakers.iter().filter_map(|at| program.speakers.get(*at)).map(|one| one.name.clone());
    let speakers: Vec<_> = speakers.collect();
    let speakers = (!speakers.is_empty()).then(|| speakers.join(", "));
    [length, track, venue, speakers].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The line of the text that it was read from.
fn quote(file: &ReviewedFile, session: usize) -> Option<String> {
    let Source::Text { text, .. } = &file.opened.source else { return None };
    let Place::Text { start, end } = file.program.sessions.get(session)?.origin.place else { return None };
    let line = text.get(start..end)?.lines().next()?;
    Some(line.trim().to_owned())
}
