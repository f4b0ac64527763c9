//! A session on the grid: its time, its title, the countries' times, as far as there is room.

use super::super::ruler::XHTML;
use super::super::session_words::{is_mine, standing, status};
use super::add_button::AddButton;
use crate::choice::ChoiceAction;
use crate::components::agenda::{Action, RowState, StarButton, action, title_id, use_star};
use crate::context::{LocaleContext, use_event, use_locale, use_zones};
use huso_agenda::chrono::NaiveDate;
use huso_agenda::event_file::{SessionKind, SessionStatus};
use huso_agenda::timetable::Column;
use huso_agenda::{Instant, Phase, Session};
use huso_i18n::Texts as _;
use huso_i18n::labels::{zoned_range, zoned_time};
use huso_registration::wording;
use std::rc::Rc;
use yew::{Callback, Html, Properties, classes, component, html};

/// Under this height, time and title share a line, in px; where that is short, they don't if they need not.
const TWO_LINES: f64 = 44.0;
const TWO_SHORT_LINES: f64 = 40.0;
const SHORT: f64 = 320.0;
/// A line, what is free above and below them, and the most lines of a title.
const LINE: f64 = 17.0;
const PADDING: f64 = 8.0;
const TITLE_LINES: usize = 3;

/// Properties of [`GridBlock`].
#[derive(Properties, PartialEq)]
pub struct GridBlockProps {
    /// Which of the agenda's sessions it is, from 0.
    pub index: usize,
    /// The state of it.
    pub state: RowState,
    /// The track or venue.
    pub strand: String,
    /// The countries whose times are shown.
    pub columns: Rc<Vec<Column>>,
    /// The day under which it stands.
    pub day: NaiveDate,
    /// How wide and how high it is, in px.
    pub size: (f64, f64),
    /// Adds it to the choice or takes it out.
    pub on_choose: Callback<ChoiceAction>,
    /// Goes to the element of the widget with an id.
    pub go: Callback<String>,
}

/// A session.
#[component]
pub fn GridBlock(props: &GridBlockProps) -> Html {
    let (event, locale, zones) = (use_event(), use_locale(), use_zones());
    let GridBlockProps { index, state, size, on_choose, go, .. } = props;
    let (index, (width, height)) = (*index, *size);
    let is_low = height < if width < SHORT { TWO_SHORT_LINES } else { TWO_LINES };
    let on_star = use_star(on_choose);
    let Some(session) = event.agenda().sessions.get(index) else { return Html::default() };
    let Some(start) = session.start() else { return Html::default() };
    let own = own_time(session, start, zones.viewer.zone.as_ref(), props.day, locale);
    let class = classes!(
        "block",
        is_low.then_some("low"),
        format!("lines-{}", title_lines(height)),
        (session.kind == SessionKind::Break).then_some("break"),
        session.is_off().then_some("struck"),
        (state.phase == Some(Phase::Ended)).then_some("past-one"),
        is_mine(state).then_some("added"),
    );
    html! {
        <div xmlns={XHTML} {class} data-session={session.id.clone()}>
            <div class="block-text">
                <p class="block-time">
                    <span class="range">{own}</span>
                    {marks(session, state, props.day, locale, &zones)}
                </p>
                <h4>
                    <button type="button" title={locale.lang.views().in_list}
                        onclick={go.reform(move |_| title_id(index))}>
                        {locale.text(&session.title)}
                        <span class="spoken">{spoken(state, &props.strand, locale)}</span>
                    </button>
                </h4>
                if session.kind != SessionKind::Break {
                    <p class="block-zones">
                        for column in props.columns.iter() { {country(start, column, props.day, locale)} }
                    </p>
                }
            </div>
            {match action(session, state) {
                Some(Action::Choose { is_chosen }) => html! { <AddButton {index} {is_chosen} {on_choose} /> },
                Some(Action::Plan { is_in_plan }) => {
                    html! { <StarButton {index} {is_in_plan} on_toggle={on_star} /> }
                }
                // There is no room for a link's words; the list, to which the title leads, has it.
                Some(Action::Follow(_)) | None => Html::default(),
            }}
        </div>
    }
}

/// How many lines of a title fit below its time.
fn title_lines(height: f64) -> usize {
    let free = (height - PADDING) / LINE - 1.0;
    (free.floor() as usize).clamp(1, TITLE_LINES)
}

/// `11:30 – 12:35`, or the start where no end is known; each with its date where that is another: `12:00 dom 5 – 02:00 lun 6`.
fn own_time(
    session: &Session,
    start: Instant,
    zone: &dyn huso_agenda::Offsets,
    day: NaiveDate,
    locale: LocaleContext,
) -> Html {
    let Some(end) = session.end() else {
        let time = zoned_time(start, zone, Some(day), locale.hour_cycle, locale.locale);
        return html! { <><b>{time.clock}</b>{date_mark(time.mark)}</> };
    };
    let [from, to] = zoned_range(start, end, zone, Some(day), locale.hour_cycle, locale.locale);
    html! { <><b>{from.clock}</b>{date_mark(from.mark)}{" – "}{to.clock}{date_mark(to.mark)}</> }
}

fn date_mark(mark: Option<String>) -> Html {
    html! { if let Some(mark) = mark { {" "}<b class="date-mark">{mark}</b> } }
}

/// What is not as it was announced, and the seats that are left.
fn marks(
    session: &Session,
    state: &RowState,
    day: NaiveDate,
    locale: LocaleContext,
    zones: &crate::context::ZonesContext,
) -> Html {
    let before =
        session.previous_start.filter(|before| Some(*before) != session.start() && !session.is_off());
    let zone = zones.viewer.zone.as_ref();
    let seats = state.seats.filter(|_| !session.is_off());
    let is_gone = session.status == SessionStatus::Cancelled;
    html! {
        <>
            if let Some(status) = status(session, locale) {
                <b class={session.is_off().then_some("danger")}>{if is_gone { "✕ " } else { "" }}{status}</b>
            }
            if let Some(before) = before {
                {time_before(before, zone, day, locale)}
            }
            if let Some(seats) = seats { <b>{wording::seats(seats, locale.lang)}</b> }
        </>
    }
}

/// When it was to be, struck, with its date where that is another.
fn time_before(
    before: Instant,
    zone: &dyn huso_agenda::Offsets,
    day: NaiveDate,
    locale: LocaleContext,
) -> Html {
    let time = zoned_time(before, zone, Some(day), locale.hour_cycle, locale.locale);
    html! {
        <del><span class="spoken">{locale.lang.live().before}</span>{time.clock}{date_mark(time.mark)}</del>
    }
}

/// `10:30 Chile`
fn country(start: Instant, column: &Column, day: NaiveDate, locale: LocaleContext) -> Html {
    let time = zoned_time(start, &column.zone, Some(day), locale.hour_cycle, locale.locale);
    html! { <span>{time.clock}{" "}<span class="place">{&column.label}</span>{date_mark(time.mark)}</span> }
}

/// Which track it is of and where it stands.
fn spoken(state: &RowState, strand: &str, locale: LocaleContext) -> String {
    let words = standing(state, locale);
    std::iter::once(strand).chain(words).map(|words| format!("; {words}")).collect()
}
