//! `huso announcement`

use crate::args::{AnnouncementArgs, lang};
use crate::{Verdict, files};
use anyhow::{Result, bail};
use huso_agenda::announcement::{Finding, Group, check};
use huso_agenda::{Instant, Lang, Severity, labels};
use std::path::Path;

/// Prints each group of times, and what is wrong with the announcement.
pub fn announcement(args: &AnnouncementArgs) -> Result<Verdict> {
    let lang = lang(args.lang);
    let report = check(&files::read(&args.file, lang)?, args.date);
    for group in &report.groups {
        print!("{}", text(&args.file, group, lang));
    }
    for finding in &report.findings {
        println!("{}", line(&args.file, finding, lang));
    }
    let say = lang.announcement();
    let wrong = report.findings.iter().any(|finding| finding.severity() == Severity::Error);
    if wrong {
        return Ok(Verdict::Faulty);
    }
    if report.groups.is_empty() {
        bail!("{}: {}", args.file.display(), say.nothing_found);
    }
    println!("{}: {}", args.file.display(), say.no_findings);
    Ok(Verdict::Fine)
}

/// A heading with the moment, and a line a time.
fn text(file: &Path, group: &Group, lang: Lang) -> String {
    let mut out = format!("{}:{}:{}:", file.display(), group.line, group.column);
    if let Some(date) = group.date {
        out.push_str(&format!(" {}", labels::full_date(date, lang)));
    }
    if let Some(instant) = group.instant {
        out.push_str(&format!(", {}", utc(instant)));
        if let Some(end) = group.end {
            out.push_str(&format!("–{}", utc(end)));
        }
    }
    out.push('\n');
    for told in &group.times {
        let mark = if told.right { ' ' } else { '✗' };
        out.push_str(&format!("  {mark} {} {} ({})\n", told.time, told.place, told.zone));
    }
    out
}

fn utc(instant: Instant) -> String {
    labels::iso_minute(instant.naive_utc()) + "Z"
}

/// `release.txt:3:12: error: …`
fn line(file: &Path, finding: &Finding, lang: Lang) -> String {
    let severity = files::severity(finding.severity(), lang);
    let (file, line, column) = (file.display(), finding.line, finding.column);
    format!("{file}:{line}:{column}: {severity}: {}", finding.message(lang))
}
