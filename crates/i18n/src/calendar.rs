//! The words of calendars.

use crate::Texts as _;
use huso_agenda::Lang;
use huso_agenda::calendar::Words;

/// What a calendar in a language says besides the event's own texts.
pub fn calendar_words(lang: Lang) -> Words {
    let texts = lang.widget();
    Words { cancelled: texts.cancelled, postponed: texts.postponed, join: texts.link_join }
}
