//! An announcement, as it was made or as somebody wrote it since.

use crate::checker::{today, use_kept_text};
use huso_agenda::{Lang, Severity};
use huso_announcement::{Context, Finding, Report, check};
use huso_publish::announcement::announcement;
use huso_registration::Event;
use serde_json::{Value, json};
use std::rc::Rc;
use yew::{Callback, hook, use_memo};

/// An announcement in a language.
#[derive(Clone, PartialEq)]
pub struct Announcement {
    /// The language.
    pub lang: Lang,
    /// The text.
    pub text: Rc<str>,
    /// By what it is checked.
    pub context: Context,
    /// What is so of its times.
    pub report: Rc<Report>,
    /// Whether somebody wrote it.
    pub is_edited: bool,
    /// Whether the agenda has changed since.
    pub is_outdated: bool,
    /// Another text in its place; `None` makes it of the agenda again.
    pub set: Callback<Option<String>>,
}

impl Announcement {
    /// What is wrong with it.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.report.findings.iter().filter(|finding| finding.severity() == Severity::Error)
    }
}

/// The announcement of an event in a language; what somebody writes in its place is kept in this browser, for the event
/// file that it keeps under `key`.
#[hook]
pub fn use_announcement(lang: Lang, key: &str, event: &Rc<Event>) -> Announcement {
    let made = use_memo((event.clone(), lang), |(event, lang)| announcement(&event.agenda, *lang, None));
    let (kept, keep) = use_kept_text(&format!("announcement:{key}:{}", lang.tag()));
    let edited: Option<Value> = kept.and_then(|kept| serde_json::from_str(&kept).ok());
    let of_edited = |key: &str| edited.as_ref()?.get(key)?.as_str().map(str::to_owned);
    let text: Rc<str> = of_edited("text").unwrap_or_else(|| made.to_string()).into();
    let context = Context { date: None, today: today() };
    let report = use_memo((text.clone(), context), |(text, context)| check(text, context));
    let set = {
        let made = made.clone();
        keep.reform(move |text: Option<String>| {
            text.filter(|text| *text != *made).map(|text| json!({ "text": text, "made": *made }).to_string())
        })
    };
    let is_edited = edited.is_some();
    let is_outdated = is_edited && of_edited("made").is_some_and(|then| then != *made);
    Announcement { lang, text, context, report, is_edited, is_outdated, set }
}
