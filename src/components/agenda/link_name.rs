//! What a session's links are called.

use crate::context::LocaleContext;
use huso_agenda::event_file::{LinkRel, SessionLink};
use huso_i18n::Texts as _;

/// What a link is called.
pub fn link_name(link: &SessionLink, locale: LocaleContext) -> String {
    link.label.as_ref().map_or_else(|| default_name(link.rel, locale), |label| locale.text(label)).to_owned()
}

fn default_name(rel: LinkRel, locale: LocaleContext) -> &'static str {
    let texts = locale.lang.widget();
    match rel {
        LinkRel::Join => texts.link_join,
        LinkRel::Recording => texts.link_recording,
        LinkRel::Slides => texts.link_slides,
        LinkRel::Report => texts.link_report,
        LinkRel::Register => texts.link_register,
        LinkRel::More => texts.link_more,
    }
}
