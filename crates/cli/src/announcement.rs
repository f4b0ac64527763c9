//! `huso announcement`

use crate::args::{AnnouncementArgs, lang, today};
use crate::{Verdict, files};
use anyhow::{Result, bail};
use huso_agenda::{Instant, Lang, iso};
use huso_announcement::{Context, Finding, Group, check};
use huso_i18n::{Texts as _, fill, labels};
use std::path::Path;

/// Prints each group of times, what is wrong with the announcement, and what was not compared.
pub fn announcement(args: &AnnouncementArgs) -> Result<Verdict> {
    let lang = lang(args.lang);
    let context = Context { date: args.date, today: today(args.today)? };
    let report = check(&files::read(&args.file, lang)?, &context);
    for group in &report.groups {
        print!("{}", text(&args.file, group, lang));
    }
    for finding in &report.findings {
        println!("{}", line(&args.file, finding, lang));
    }
    let (texts, file) = (lang.announcement(), args.file.display());
    let verdict = report.verdict();
    if verdict == huso_announcement::Verdict::NoTimes {
        bail!("{file}: {}", texts.nothing_found);
    }
    if report.not_compared > 0 {
        let (compared, not) = (report.compared.to_string(), report.not_compared.to_string());
        println!("{file}: {}", fill(texts.summary, &[("n", &compared), ("m", &not)]));
    }
    Ok(match verdict {
        huso_announcement::Verdict::Agree => {
            println!("{file}: {}", texts.no_findings);
            Verdict::Fine
        }
        huso_announcement::Verdict::Wrong => Verdict::Faulty,
        huso_announcement::Verdict::Incomplete | huso_announcement::Verdict::NoTimes => Verdict::Unanswered,
    })
}

/// A heading with the moment, and a line a time.
fn text(file: &Path, group: &Group, lang: Lang) -> String {
    let mut out = format!("{}:{}:{}:", file.display(), group.line, group.column);
    if let Some(date) = group.date {
        out.push_str(&format!(" {}", labels::full_date(date, lang)));
    }
    for date in &group.more_dates {
        out.push_str(&format!(" · {}", labels::long_date(*date, lang)));
    }
    if let Some(instant) = group.instant {
        out.push_str(&format!(", {}", utc(instant)));
        if let Some(end) = group.end {
            out.push_str(&format!("–{}", utc(end)));
        }
    }
    out.push('\n');
    for time in &group.times {
        let mark = match time.right {
            Some(true) => ' ',
            Some(false) => '✗',
            None => '?',
        };
        out.push_str(&format!("  {mark} {} {} ({})\n", time.time, time.place, time.zone));
    }
    out
}

fn utc(instant: Instant) -> String {
    iso::minute(instant.naive_utc()) + "Z"
}

/// `release.txt:3:12: error: …`
fn line(file: &Path, finding: &Finding, lang: Lang) -> String {
    let severity = files::severity(finding.severity(), lang);
    let (file, line, column) = (file.display(), finding.line, finding.column);
    format!("{file}:{line}:{column}: {severity}: {}", finding.message(lang))
}
