//! Whose clocks a file's times are of.

use crate::frame::{Mark, Tone, use_lang};
use crate::review::reviewed::{Reviewed, ReviewedFile};
use crate::review::zone_choice::ZoneChoice;
use crate::workspace::{Action, use_workspace};
use huso_agenda::model::reading::default_zones;
use huso_agenda::zone::Database;
use huso_agenda::{Lang, Zone};
use huso_edit::Place;
use huso_i18n::labels::{HourCycle, clock, full_date};
use huso_i18n::{Texts as _, fill, zone_names};
use huso_import::{Answer, Consequence, Doubt, Reading, ZoneQuestion, equation};
use std::rc::Rc;
use yew::{Callback, Html, Properties, component, html, use_state};

/// Properties of [`ZoneQuestionBlock`].
#[derive(Properties, PartialEq)]
pub struct ZoneQuestionProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// Which of its files, from 0.
    pub at: usize,
}

/// Whose clocks a file's times are of: what follows from each answer is shown before it is given. Only what the file itself
/// names is chosen already.
#[component]
pub fn ZoneQuestionBlock(props: &ZoneQuestionProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let texts = lang.review();
    let named = props.reviewed.files.get(props.at).and_then(|file| named(file, lang));
    let choice = use_state(|| named.clone());
    let reading = use_state(|| None::<Reading>);
    let Some(file) = props.reviewed.files.get(props.at) else { return Html::default() };
    let question = question(file);
    let on_choose = {
        let (choice, reading) = (choice.setter(), reading.setter());
        Callback::from(move |zone| {
            choice.set(Some(zone));
            reading.set(None);
        })
    };
    let on_reading = {
        let reading = reading.setter();
        Callback::from(move |chosen| reading.set(chosen))
    };
    let has_readings = choice.as_ref().is_some_and(|(zone, _)| question.has_readings(zone));
    let answer = choice.as_ref().and_then(|(zone, place)| {
        let reading = if has_readings { (*reading)? } else { Reading::Moment };
        Some((Answer { timezone: zone.clone(), reading }, place.clone()))
    });
    let onclick = {
        let (answer, brought, number) = (answer.clone(), props.reviewed.brought.clone(), file.opened.file);
        let workspace = workspace.clone();
        move |_| {
            if let Some((answer, _)) = &answer {
                workspace.dispatch(Action::Bring(brought.answered(number, answer.clone()).into()));
            }
        }
    };
    let own = workspace.document().str(&Place::parse("timezone")).to_owned();
    let offered = offered(&question, named.as_ref(), &own, lang);
    let example = file.program.sessions.get(question.example);
    let shown = answer.as_ref().map(|(answer, _)| question.consequences(&file.program, answer, lang));
    let id = format!("zone-{}", props.at);
    html! {
        <section class="block question zone-question" aria-labelledby={id.clone()}>
            <p><Mark tone={Tone::Question} words={texts.open_answer} /></p>
            <h2 {id}>{texts.which_country}</h2>
            <p class="faint">{why(file, &question, lang)}</p>
            <ZoneChoice id={format!("zone-of-{}", props.at)} {offered} chosen={choice.as_ref().map(|(zone, _)| zone.clone())} {on_choose} />
            if let Some((zone, _)) = choice.as_ref().filter(|_| has_readings) {
                <Readings question={Rc::new(question.clone())} reviewed={props.reviewed.clone()} at={props.at} zone={zone.clone()}
                    chosen={*reading} on_choose={on_reading} />
            }
            <div role="status">
                if let Some(shown) = shown { <Consequences all={shown} title={example.map(|one| one.title.clone())} /> }
            </div>
            <div class="buttons">
                if let Some((_, place)) = answer {
                    <button type="button" class="filled" {onclick}>{fill(texts.it_is, &[("place", &place)])}</button>
                } else {
                    <button type="button" aria-disabled="true">{texts.choose_one}</button>
                }
            </div>
        </section>
    }
}

/// The zone that the file itself names.
fn named(file: &ReviewedFile, lang: Lang) -> Option<(String, String)> {
    let settled = file.settled.as_ref().ok()?;
    Some((settled.timezone.clone(), place(&settled.timezone, lang)))
}

/// What has to be asked; of a file that names a zone, whether it is that.
fn question(file: &ReviewedFile) -> ZoneQuestion {
    let has_time =
        |session: &huso_import::Session| session.start.as_ref().is_some_and(|start| start.clock().is_some());
    let example = file.program.sessions.iter().position(has_time).unwrap_or_default();
    let unsaid = || ZoneQuestion { doubt: Doubt::Unsaid, example, fitting: Vec::new() };
    file.settled.as_ref().err().cloned().unwrap_or_else(unsaid)
}

fn why(file: &ReviewedFile, question: &ZoneQuestion, lang: Lang) -> String {
    let texts = lang.review();
    let claim = file.settled.as_ref().ok().map(|settled| settled.claim.as_ref());
    match claim {
        Some(Some(claim)) => fill(texts.says, &[("words", claim.words.trim())]),
        Some(None) => texts.says_beside.to_owned(),
        None => question.message(lang),
    }
}

/// The places to choose from at once: what the file says, the event's own, and where events are announced.
fn offered(
    question: &ZoneQuestion,
    named: Option<&(String, String)>,
    own: &str,
    lang: Lang,
) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = named.cloned().into_iter().collect();
    let claims = match &question.doubt {
        Doubt::Contradictory { claims, .. } => claims.iter().map(|claim| claim.zone.as_str()).collect(),
        _ => Vec::new(),
    };
    let usual = default_zones(&Database::default());
    let usual = usual.iter().map(|(zone, _)| zone.name());
    for zone in claims.into_iter().chain([own]).chain(usual) {
        let zone = Zone::embedded_name(zone).unwrap_or(zone);
        if Zone::named(zone).is_ok() && !all.iter().any(|(known, _)| known == zone) {
            all.push((zone.to_owned(), place(zone, lang)));
        }
    }
    all.sort_by_key(|(_, place)| place.clone());
    all
}

/// What a zone's place is called: the country where events are announced, else the city.
pub fn place(zone: &str, lang: Lang) -> String {
    let usual = default_zones(&Database::default());
    let label = usual
        .iter()
        .find(|(known, _)| known.name() == zone)
        .map(|(_, label)| label.get(lang, lang).to_owned());
    label.unwrap_or_else(|| zone_names::place(zone, lang))
}

/// Properties of [`Consequences`].
#[derive(Properties, PartialEq)]
struct ConsequencesProps {
    all: Vec<Consequence>,
    title: Option<String>,
}

/// What follows from an answer for one session.
#[component]
fn Consequences(props: &ConsequencesProps) -> Html {
    let lang = use_lang();
    let texts = lang.review();
    let Some(first) = props.all.first() else { return Html::default() };
    let date = full_date(first.time.date(), lang);
    let title = props.title.clone().unwrap_or_default();
    html! {
        <>
            <p class="equation">
                for (number, one) in props.all.iter().enumerate() {
                    if number > 0 { <span class="equals">{" = "}</span> }
                    <span><b>{clock(one.time.time(), HourCycle::H23, lang)}</b>{" "}{fill(texts.in_place, &[("place", &one.place)])}</span>
                }
            </p>
            <p class="faint">{fill(texts.example_on, &[("date", &date), ("title", &title)])}</p>
        </>
    }
}

/// Properties of [`Readings`].
#[derive(Properties, PartialEq)]
struct ReadingsProps {
    question: Rc<ZoneQuestion>,
    reviewed: Rc<Reviewed>,
    at: usize,
    zone: String,
    chosen: Option<Reading>,
    on_choose: Callback<Option<Reading>>,
}

/// Whether times are meant as they stand there, or as the instants that they are by their offsets.
#[component]
fn Readings(props: &ReadingsProps) -> Html {
    let lang = use_lang();
    let texts = lang.review();
    let Some(file) = props.reviewed.files.get(props.at) else { return Html::default() };
    let options = [(Reading::Clock, texts.as_clock), (Reading::Moment, texts.as_moment)].map(|(reading, text)| {
        let answer = Answer { timezone: props.zone.clone(), reading };
        let times = equation(&props.question.consequences(&file.program, &answer, lang), lang);
        let onchange = props.on_choose.reform(move |_| Some(reading));
        html! {
            <label class="option">
                <input type="radio" name={format!("reading-{}", props.at)} checked={props.chosen == Some(reading)} {onchange} />
                <span>{fill(text, &[("times", &times)])}</span>
            </label>
        }
    });
    html! { <fieldset class="readings"><legend>{texts.which_reading}</legend>{for options}</fieldset> }
}
