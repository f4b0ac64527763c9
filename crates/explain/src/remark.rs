//! What could be better in an event file that has no errors.

use crate::several::Several;
use huso_agenda::chrono::{NaiveDate, NaiveTime};
use huso_agenda::printable::printable;
use huso_agenda::{Lang, Severity, Text};
use huso_i18n::labels::{self, HourCycle};
use huso_i18n::language_names::language_name;
use huso_i18n::{Texts as _, fill};

/// What could be better. Facts only; [`Remark::message`] makes the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// Somebody speaks in several sessions at the same time (warning).
    SpeakerClash {
        /// Who.
        speaker: String,
        /// The other sessions.
        others: Several,
    },
    /// Several sessions are in the same place at the same time (warning, where people go there).
    VenueClash {
        /// Where.
        venue: Text,
        /// Whether the file says that people go there.
        onsite: bool,
        /// The other sessions.
        others: Several,
    },
    /// Sessions begin between midnight and 6:00 in places that the agenda is shown for.
    AtNight {
        /// The places, whose clocks agree.
        places: Vec<Text>,
        /// When the first of the sessions begins there.
        time: NaiveTime,
        /// The sessions.
        sessions: Several,
    },
    /// Texts are not there in a language that others are in.
    NotTranslated {
        /// Which texts.
        part: Part,
        /// The language.
        missing: Lang,
        /// The texts as they are.
        texts: Several,
    },
    /// Titles without a word in them (warning): as many.
    EmptyTitles(usize),
    /// Sessions that don't say when they end.
    NoEnd(Several),
    /// Sessions to choose whose seats are not limited, while those of others are.
    NoCapacity {
        /// Those without.
        sessions: Several,
        /// How many have a limit.
        limited: usize,
    },
    /// The form asks for personal data, and says nothing of what becomes of them (warning).
    NoConsent,
    /// A session can be chosen after it has begun.
    ClosesLate {
        /// When it begins, on the clocks of its zone.
        start: NaiveTime,
        /// The day.
        date: NaiveDate,
    },
    /// What people answer is sent without encryption (warning).
    InsecureEndpoint,
    /// Links that are not encrypted.
    InsecureLinks {
        /// Their places: `speakers[1].url`.
        places: Vec<String>,
    },
    /// The event's page isn't named: what is seen without it doesn't lead back to it.
    NoPage,
    /// All of it is over.
    AllPast {
        /// The last day.
        last: NaiveDate,
        /// The day on which that is said.
        today: NaiveDate,
    },
    /// Times in a text that contradict each other (warning).
    TimesDisagree(Box<huso_announcement::Finding>),
    /// A text has another time than its session (warning).
    OtherTime {
        /// The time as written: `10:00`.
        stated: String,
        /// The place as written: `Chile`.
        place: String,
        /// When the session begins there.
        right: NaiveTime,
        /// The day there.
        date: NaiveDate,
    },
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The title of a session.
    Title,
    /// What a session is about.
    Summary,
    /// A question, an answer to choose, a consent.
    Form,
    /// Anything else: the event's title, what people are.
    Other,
}

impl Remark {
    /// How bad it is; never an error.
    pub fn severity(&self) -> Severity {
        match self {
            Self::SpeakerClash { .. }
            | Self::VenueClash { onsite: true, .. }
            | Self::EmptyTitles(_)
            | Self::NoConsent
            | Self::InsecureEndpoint
            | Self::TimesDisagree(_)
            | Self::OtherTime { .. } => Severity::Warning,
            _ => Severity::Note,
        }
    }

    /// What could be better, on one line.
    pub fn message(&self, lang: Lang) -> String {
        printable(&self.whole_message(lang))
    }

    fn whole_message(&self, lang: Lang) -> String {
        let texts = lang.advice();
        match self {
            Self::SpeakerClash { speaker, others } => {
                fill(texts.speaker_clash, &[("speaker", speaker), ("names", &others.named(lang))])
            }
            Self::VenueClash { venue, others, .. } => {
                fill(texts.venue_clash, &[("venue", venue.get(lang, lang)), ("names", &others.named(lang))])
            }
            Self::AtNight { places, time, sessions } => at_night(places, *time, sessions, lang),
            Self::NotTranslated { part, missing, texts } => not_translated(*part, *missing, texts, lang),
            Self::EmptyTitles(1) => texts.empty_title_one.to_owned(),
            Self::EmptyTitles(count) => fill(texts.empty_title_other, &[("n", &count.to_string())]),
            Self::NoEnd(sessions) => sessions.sentence(texts.no_end_one, texts.no_end_other, lang),
            Self::NoCapacity { sessions, limited } => {
                let sentence = sessions.sentence(texts.no_capacity_one, texts.no_capacity_other, lang);
                sentence + " " + &huso_i18n::plural(*limited, texts.limited_one, texts.limited_other)
            }
            Self::NoConsent => texts.no_consent.to_owned(),
            Self::ClosesLate { start, date } => fill(
                texts.closes_late,
                &[("time", &clock(*start, lang)), ("date", &labels::long_date(*date, lang))],
            ),
            Self::InsecureEndpoint => texts.insecure_endpoint.to_owned(),
            Self::InsecureLinks { places } => {
                huso_i18n::plural(places.len(), texts.no_https, texts.no_https_other)
            }
            Self::NoPage => texts.no_page.to_owned(),
            Self::AllPast { last, .. } => fill(texts.all_past, &[("date", &labels::full_date(*last, lang))]),
            Self::TimesDisagree(finding) => finding.message(lang),
            Self::OtherTime { stated, place, right, date } => {
                let (time, date) = (clock(*right, lang), labels::long_date(*date, lang));
                fill(
                    texts.other_time,
                    &[("text", stated), ("place", place), ("time", &time), ("date", &date)],
                )
            }
        }
    }
}

fn at_night(places: &[Text], time: NaiveTime, sessions: &Several, lang: Lang) -> String {
    let texts = lang.advice();
    let places = places.iter().map(|place| place.get(lang, lang)).collect::<Vec<_>>().join(", ");
    let time = clock(time, lang);
    let text = if sessions.count == 1 { texts.at_night_one } else { texts.at_night_other };
    let values = [
        ("places", &*places),
        ("time", &time),
        ("n", &sessions.count.to_string()),
        ("names", &sessions.named(lang)),
    ];
    fill(text, &values)
}

fn not_translated(part: Part, missing: Lang, all: &Several, lang: Lang) -> String {
    let texts = lang.advice();
    let (one, other) = match part {
        Part::Title => (texts.title_lacks_one, texts.title_lacks_other),
        Part::Summary => (texts.summary_lacks_one, texts.summary_lacks_other),
        Part::Form => (texts.form_lacks_one, texts.form_lacks_other),
        Part::Other => (texts.text_lacks_one, texts.text_lacks_other),
    };
    let name = language_name(missing.tag(), lang);
    // English alone writes languages with a capital within a sentence.
    let name = if lang == Lang::En { name.to_owned() } else { name.to_lowercase() };
    let text = if all.count == 1 { one } else { other };
    fill(text, &[("n", &all.count.to_string()), ("names", &all.named(lang)), ("language", &name)])
}

fn clock(time: NaiveTime, lang: Lang) -> String {
    labels::clock(time, HourCycle::H23, lang)
}
