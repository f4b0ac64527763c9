//! Dates of every region that CLDR has for our languages, as cldr.csv has them from it (written by
//! cldr.mjs). What differs on purpose is in [`on_purpose`], and nothing else differs. From the report of
//! a page in `en-US` that said “11 August”.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use huso_agenda::chrono::NaiveDate;
use huso_agenda::wall_time::{date, wall_time};
use huso_agenda::{Lang, Locale};
use huso_i18n::labels::{self, HourCycle};
use std::collections::BTreeSet;

const CLDR: &str = include_str!("cldr.csv");

fn day(text: &str) -> NaiveDate {
    date(text).unwrap()
}

fn ours(what: &str, input: &str, locale: Locale) -> String {
    match (what, input.split(' ').collect::<Vec<_>>().as_slice()) {
        ("full", [date]) => labels::full_date(day(date), locale),
        ("long", [date]) => labels::long_date(day(date), locale),
        ("short", [date]) => labels::short_date(day(date), locale),
        ("day_month", [date]) => labels::day_month(day(date), locale),
        ("days", [first, last]) => labels::date_range(day(first), day(last), locale),
        ("h12", [clock]) => {
            let time = wall_time(&format!("2027-08-11T{clock}")).unwrap().time();
            labels::clock(time, HourCycle::H12, locale)
        }
        _ => panic!("{what} {input}"),
    }
}

/// What CLDR writes, as we write it:
/// - Spaces are a space or a no-break space, and none is around the dash of a range within a month.
/// - Spanish dates have no comma after the weekday: they stand in sentences, “hasta el jueves 14”.
/// - What is short has no punctuation and no preposition, since it stands in narrow columns.
/// - Times have a colon, also where Danes, Finns and Indonesians write English.
fn on_purpose(what: &str, cldr: &str, lang: Lang) -> String {
    let mut text = plain(cldr);
    match what {
        "full" | "long" if lang == Lang::Es => text = text.replace(',', ""),
        "short" | "day_month" => text = text.replace(['.', ','], "").replace(" de ", " "),
        "h12" => text = text.replacen("9.", "9:", 1),
        _ => {}
    }
    text
}

/// With plain spaces, and none around a dash.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{2009}', '\u{202f}'], " ").replace(" – ", "–")
}

#[test]
fn every_region_reads_what_cldr_says() {
    let (mut tags, mut wrong) = (BTreeSet::new(), Vec::new());
    let mut rows = CLDR.lines().filter(|row| !row.starts_with('#')).peekable();
    assert!(rows.peek().is_some());
    for row in rows {
        let [what, input, expected, regions] = row.split(';').collect::<Vec<_>>()[..] else {
            panic!("{row}")
        };
        for tag in regions.split(' ') {
            let locale = Locale::from_tag(tag).unwrap();
            // English of no region is English for the world, not for the United States; and where a month
            // has only digits, it keeps its name.
            if tag == "en" || expected.contains('/') {
                continue;
            }
            let (expected, found) = (on_purpose(what, expected, locale.lang), ours(what, input, locale));
            tags.insert(tag);
            if plain(&found) != expected {
                wrong.push(format!("{tag} {what} {input}: {found}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    assert!(tags.len() > 160, "{}", tags.len());
}

#[test]
fn english_of_no_region_is_english_for_the_world() {
    let world = Locale::from_tag("en-001").unwrap();
    for (what, input) in [
        ("full", "2027-08-11"),
        ("long", "2027-08-11"),
        ("short", "2027-08-11"),
        ("days", "2027-08-09 2027-08-17"),
        ("h12", "21:05"),
    ] {
        assert_eq!(ours(what, input, Lang::En.into()), ours(what, input, world), "{what}");
    }
}
