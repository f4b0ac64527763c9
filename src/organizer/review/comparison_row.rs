//! One thing that importing would change.

use crate::frame::{Icon, use_lang};
use crate::review::reviewed::Reviewed;
use crate::review::selection::{Action, Selection};
use crate::review::texts_of::key_name;
use crate::workspace::use_workspace;
use huso_agenda::Lang;
use huso_agenda::chrono::NaiveDateTime;
use huso_agenda::wall_time;
use huso_edit::{Document, FieldChange, Item, Kind, Place};
use huso_i18n::labels::{HourCycle, clock, short_date_with_month};
use huso_i18n::{Texts as _, fill};
use serde_json::Value;
use std::rc::Rc;
use yew::{Html, Properties, UseReducerHandle, component, html};

/// Letters that are shown of a value.
const LONGEST: usize = 80;

/// Properties of [`ComparisonRow`].
#[derive(Properties, PartialEq)]
pub struct ComparisonRowProps {
    /// What was brought.
    pub reviewed: Rc<Reviewed>,
    /// Which of the comparison's items, from 0.
    pub at: usize,
    /// What is chosen.
    pub selection: UseReducerHandle<Selection>,
}

/// One thing that importing would change: what, when, and why.
#[component]
pub fn ComparisonRow(props: &ComparisonRowProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let (texts, at, selection) = (lang.review(), props.at, &props.selection);
    let item = props.reviewed.comparison.as_ref().and_then(|comparison| comparison.items.get(at));
    let Some(item) = item else { return Html::default() };
    let current = item.current.and_then(|at| workspace.document().sessions().get(at).cloned());
    let incoming = incoming(&props.reviewed, item);
    let title = match item.kind {
        Kind::Event => texts.the_event.to_owned(),
        _ => title(current.as_ref().or(incoming), lang),
    };
    let (icon, word) = match item.kind {
        Kind::Added => ("plus", texts.kind_added),
        Kind::Moved => ("arrow", texts.kind_moved),
        Kind::Removed => ("minus", texts.kind_removed),
        Kind::Event | Kind::Changed | Kind::Same => ("pencil", texts.kind_changed),
    };
    let toggle = {
        let selection = selection.clone();
        move |_| selection.dispatch(Action::Toggle(at))
    };
    let has_choice = item.fields.is_empty() || item.fields.iter().any(|field| !field.by_hand);
    let is_chosen = selection.chosen.contains(&at);
    let times = item.fields.iter().find(|field| field.key == "start");
    let now = times.and_then(|field| field.new.as_ref()).or(current.as_ref()).or(incoming);
    let day = now.and_then(start).map(|start| short_date_with_month(start.date(), lang));
    html! {
        <li class={if item.kind == Kind::Removed { "item gone" } else { "item" }}>
            if has_choice {
                <input type="checkbox" aria-label={format!("{word}: {title}")} checked={is_chosen} onchange={toggle} />
            } else {
                <span />
            }
            <span class="kind"><Icon name={icon} />{word}</span>
            <span class="day">{day}</span>
            <span class="clock">
                if let Some(old) = times.and_then(|field| field.old.as_ref()) { <del>{span(old, lang)}</del> }
                if let Some(now) = now { <b>{span(now, lang)}</b> }
            </span>
            <div class="what">
                <h3>{title}</h3>
                {reason(item, lang)}
                for field in item.fields.iter().filter(|field| field.key != "start" || field.by_hand) { {change(props, field, lang)} }
            </div>
        </li>
    }
}

/// Why something is put in or taken out, or not.
fn reason(item: &Item, lang: Lang) -> Html {
    let texts = lang.review();
    let text = match (item.kind, item.is_by_hand) {
        (Kind::Added, true) => texts.was_removed,
        (Kind::Removed, true) => texts.not_there_by_hand,
        (Kind::Removed, false) => texts.not_there,
        _ => return Html::default(),
    };
    html! { <p class="faint">{text}</p> }
}

/// A value that differs: the old one struck; of one that was edited by hand, the way to the imported one.
fn change(props: &ComparisonRowProps, field: &FieldChange, lang: Lang) -> Html {
    let texts = lang.review();
    let value = |value: &Option<Value>| match value {
        Some(value) => shown(&named(&props.reviewed, &field.key, value), lang),
        None => texts.empty.to_owned(),
    };
    let (name, old, new) = (key_name(&field.key, lang), value(&field.old), value(&field.new));
    if !field.by_hand {
        return html! {
            <p class="faint">{name}{": "}if field.old.is_some() { <del>{old}</del>{" "} }{new}</p>
        };
    }
    let (at, key) = (props.at, field.key.clone());
    let is_taken = props.selection.taken.contains(&(at, key.clone()));
    let onclick = {
        let selection = props.selection.clone();
        move |_| selection.dispatch(Action::Take(at, key.clone()))
    };
    let text = if is_taken { texts.new_taken } else { texts.by_hand };
    html! {
        <p class="by-hand">
            <span><b>{name}{": "}</b>{fill(text, &[("old", &old), ("new", &new)])}</span>{" "}
            <button type="button" class="neutral" aria-pressed={is_taken.to_string()} {onclick}>
                {if is_taken { texts.keep_mine } else { texts.use_new }}
            </button>
        </p>
    }
}

/// What a session's track, venue or speakers are called, in place of their ids.
fn named(reviewed: &Reviewed, key: &str, value: &Value) -> Value {
    let list = match key {
        "track" => "tracks",
        "venue" => "venues",
        "speakers" => key,
        _ => return value.clone(),
    };
    let entries = |document: &Document| document.list(&Place::parse(list)).to_vec();
    let mut all =
        reviewed.comparison.as_ref().map(|comparison| entries(&comparison.incoming)).unwrap_or_default();
    all.extend(entries(&reviewed.current));
    let name = |id: &Value| {
        let entry = all.iter().find(|entry| entry.get("id") == Some(id));
        entry.and_then(|entry| entry.get("name")).unwrap_or(id).clone()
    };
    match value {
        Value::Array(ids) => ids.iter().map(name).collect(),
        id => name(id),
    }
}

fn incoming<'a>(reviewed: &'a Reviewed, item: &Item) -> Option<&'a Value> {
    reviewed.comparison.as_ref()?.incoming.sessions().get(item.incoming?)
}

/// What an item's session is called in what is imported, or its id.
pub fn title_now(reviewed: &Reviewed, item: &Item, lang: Lang) -> Option<String> {
    incoming(reviewed, item).map(|session| title(Some(session), lang))
}

fn title(session: Option<&Value>, lang: Lang) -> String {
    session.and_then(|session| session.get("title")).map(|title| shown(title, lang)).unwrap_or_default()
}

fn start(session: &Value) -> Option<NaiveDateTime> {
    wall_time::wall_time(session.get("start")?.as_str()?).ok()
}

/// From when to when, with the day where nothing else says it.
fn span(session: &Value, lang: Lang) -> String {
    let end = || {
        let end = session.get("end").and_then(Value::as_str).and_then(|end| wall_time::wall_time(end).ok());
        let length = || wall_time::duration(session.get("duration")?.as_str()?).ok();
        end.or_else(|| start(session)?.checked_add_signed(length()?))
    };
    let time = |time: NaiveDateTime| clock(time.time(), HourCycle::H23, lang);
    let parts: Vec<_> = [start(session), end()].into_iter().flatten().map(time).collect();
    let zone = session.get("timezone").and_then(Value::as_str).map(|zone| format!(" ({zone})"));
    parts.join(" – ") + zone.as_deref().unwrap_or_default()
}

/// A value as people read it.
fn shown(value: &Value, lang: Lang) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(|one| shown(one, lang)).collect::<Vec<_>>().join(", "),
        Value::Object(map) if map.contains_key("start") => {
            let day = start(value).map(|start| short_date_with_month(start.date(), lang)).unwrap_or_default();
            format!("{day}, {}", span(value, lang))
        }
        Value::Object(map) => {
            let own = map.get(lang.tag()).or_else(|| map.get("url")).or_else(|| map.values().next());
            own.map(|own| shown(own, lang)).unwrap_or_default()
        }
        other => other.to_string(),
    };
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
