//! An announcement in a language.

use crate::checker::{CheckedText, FindingLine, VerdictLine};
use crate::frame::use_lang;
use crate::publish::copy_act::CopyAct;
use crate::publish::task::Task;
use crate::publish::use_announcement::Announcement;
use huso_announcement::Finding;
use huso_i18n::language_names::language_name;
use huso_i18n::{Texts as _, fill};
use yew::{Callback, Html, MouseEvent, Properties, classes, component, html};

/// Properties of [`AnnouncementCard`].
#[derive(Properties, PartialEq)]
pub struct AnnouncementCardProps {
    /// The announcement.
    pub announcement: Announcement,
}

/// The id of the field of an announcement in a language.
pub fn field_id(tag: &str) -> String {
    format!("announcement-{tag}")
}

/// An announcement, to be copied or written anew; its times are checked as one types.
#[component]
pub fn AnnouncementCard(props: &AnnouncementCardProps) -> Html {
    let lang = use_lang();
    let texts = lang.publish();
    let Announcement { text, report, context, set, .. } = &props.announcement;
    let tag = props.announcement.lang.tag();
    let name = language_name(tag, lang);
    let on_text = set.reform(Some);
    let rewrite = set.reform(|_: MouseEvent| None);
    let has_errors = props.announcement.errors().next().is_some();
    let line = |finding: &Finding| {
        let (text, report, on_text) = (text.clone(), report.clone(), Callback::clone(&on_text));
        html! { <li><FindingLine {text} {report} finding={finding.clone()} context={*context} {on_text} /></li> }
    };
    html! {
        <article class={classes!("card", has_errors.then_some("wrong"))}>
            <header><h3>{name}</h3><p role="status"><VerdictLine report={report.clone()} /></p></header>
            <CheckedText id={field_id(tag)} label={fill(texts.announcement_label, &[("language", name)])} lang={tag}
                text={text.clone()} report={report.clone()} on_text={on_text.clone()} />
            <ul>{for report.findings.iter().map(line)}</ul>
            if props.announcement.is_outdated { <p>{texts.announcement_outdated}</p> }
            <div class="buttons">
                if !has_errors { <CopyAct task={Task::Announcements} text={Some(text.clone())} /> }
                if props.announcement.is_edited {
                    <button type="button" class="neutral" onclick={rewrite}>{texts.rewrite}</button>
                }
            </div>
        </article>
    }
}
