//! The languages that the program speaks. Texts are in `locales/`, one catalogue a language, checked
//! by the compiler: a text that a language lacks is a build error.

#[path = "../../../locales/en.rs"]
mod en;
#[path = "../../../locales/es.rs"]
mod es;
#[path = "../../../locales/pt.rs"]
mod pt;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Spanish.
    #[default]
    Es,
    /// English.
    En,
    /// Portuguese, as written in Brazil.
    Pt,
}

macro_rules! catalogue {
    ($($(#[$about:meta])* $section:ident($name:ident, $texts:ident) { $($key:ident),+ $(,)? })+) => {
        $(
            $(#[$about])*
            #[allow(missing_docs, reason = "the texts themselves say what they are")]
            pub struct $name { $(pub $key: &'static str),+ }

            impl Lang {
                $(#[$about])*
                pub fn $section(self) -> &'static $name {
                    match self {
                        Self::Es => &es::$texts,
                        Self::En => &en::$texts,
                        Self::Pt => &pt::$texts,
                    }
                }
            }
        )+

        /// Every text of a language with its name, for tests.
        #[cfg(test)]
        fn entries(lang: Lang) -> Vec<(&'static str, &'static str)> {
            vec![$($((concat!(stringify!($section), ".", stringify!($key)), lang.$section().$key)),+),+]
        }
    };
}

catalogue! {
    /// What is wrong with an event file.
    diagnostics(Diagnostics, DIAGNOSTICS) {
        not_json, missing, wrong_kind, kind_null, kind_boolean, kind_number, kind_whole_number,
        kind_string, kind_text, kind_list, kind_object, unknown_key, unknown_key_meant, unknown_word,
        newer_version, empty, unknown_zone, unknown_zone_meant, ambiguous_zone, bad_wall_time,
        no_such_time, bad_date, bad_duration, bad_offset, end_before_start, end_without_start,
        date_and_start, duration_disagrees, skipped, repeated, offset_not_in_force, duplicate_id,
        unknown_id, no_sessions, bad_link, bad_color, unknown_language, no_options, limits_crossed,
    }

    /// What is wrong with an answer.
    validation(Validation, VALIDATION) {
        required, email, tel, too_short, too_long, not_an_option, wrong_kind, consent_required,
        no_session, unknown_session, session_closed,
    }

    /// The agenda.
    widget(Widget, WIDGET) {
        loading, retry, load_no_source, load_unreachable, load_not_found, load_status, load_unreadable,
        details, partial, empty, over, your_time, your_time_in, all_day, open_time, open_date, add,
        added, session_closed, cancelled, tentative, postponed, rescheduled, link_join, link_recording,
        link_slides, link_report, link_register, link_more, online, organized_by, chosen_one,
        chosen_other, go_to_form, panic,
    }

    /// The registration form.
    form(FormTexts, FORM) {
        title, opens, open_until, closed, no_endpoint, preview, choose, optional, pick, yes, consents, privacy,
        controller, contact, purpose, retention, notice, read_more, submit, sending, faults_one,
        faults_other, failed_title, failed_network, failed_timeout, failed_server, failed_busy,
        failed_refused, failed_closed, failed_unreadable, kept, kept_only, done_title, done,
        waitlisted_title, waitlisted, session_waitlisted, your_sessions, calendar, another,
    }

    /// Why the receiver did not store a registration.
    problems(Problems, PROBLEMS) {
        unreadable, wrong_envelope, not_open_yet, unknown_event, closed, too_large, not_json, invalid,
        submission_reused, storage,
    }

    /// The organizer’s page.
    organizer(Organizer, ORGANIZER) {
        title, intro, drop, browse, address, open, paste, example, language, width, phone, desktop,
        seen_from, mexico_city, own_zone, previews, no_faults, faults, error, warning, whole_file, unreachable, snippet,
        snippet_help, copy, copied, copy_failed, reading_failed, nothing,
    }
}

/// Names of days and months, and the patterns they stand in.
#[allow(missing_docs, reason = "the texts themselves say what they are")]
pub struct Dates {
    pub weekdays: [&'static str; 7],
    pub weekdays_short: [&'static str; 7],
    pub months: [&'static str; 12],
    pub months_short: [&'static str; 12],
    pub full: &'static str,
    pub long: &'static str,
    pub short: &'static str,
    pub day_month: &'static str,
    pub am: &'static str,
    pub pm: &'static str,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Es, Self::En, Self::Pt];

    /// The language of a BCP 47 tag, by its primary subtag: `es-CL`, `pt_BR`, `EN`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Es => "es",
            Self::En => "en",
            Self::Pt => "pt",
        }
    }

    /// Names of days and months.
    pub fn dates(self) -> &'static Dates {
        match self {
            Self::Es => &es::DATES,
            Self::En => &en::DATES,
            Self::Pt => &pt::DATES,
        }
    }
}

/// Puts values into a text's `{name}` places.
///
/// ```
/// assert_eq!(huso_agenda::i18n::fill("{n} de {all}", &[("n", "2"), ("all", "5")]), "2 de 5");
/// ```
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        filled.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
        rest = tail;
    }
    filled + rest
}

/// The text for a number of things: one, or any other number; `{n}` in it is the number.
pub fn plural(n: usize, one: &str, other: &str) -> String {
    fill(if n == 1 { one } else { other }, &[("n", &n.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn places(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
    }

    #[test]
    fn languages_have_the_same_places_in_every_text() {
        for lang in [Lang::En, Lang::Pt] {
            for ((name, theirs), (_, spanish)) in entries(lang).iter().zip(entries(Lang::Es)) {
                assert_eq!(places(theirs), places(spanish), "{name} in {}", lang.tag());
                assert!(!theirs.trim().is_empty(), "{name} in {}", lang.tag());
            }
        }
    }

    #[test]
    fn tags_are_read_by_their_first_part() {
        assert_eq!(Lang::from_tag("es-419"), Some(Lang::Es));
        assert_eq!(Lang::from_tag("pt_BR"), Some(Lang::Pt));
        assert_eq!(Lang::from_tag("est"), None);
        assert_eq!(Lang::from_tag(""), None);
    }

    #[test]
    fn filling_leaves_what_it_does_not_know() {
        assert_eq!(fill("a {b", &[]), "a {b");
        assert_eq!(fill("{x}{y}", &[("y", "{x}")]), "{x}");
    }
}
