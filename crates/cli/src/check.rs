//! `huso check`

use crate::args::{CheckArgs, lang};
use crate::{Verdict, files};
use anyhow::Result;
use huso_agenda::Instant;
use huso_agenda::chrono::DateTime;
use huso_i18n::Texts as _;

/// Prints every fault of every file, and what could be better.
pub fn check(args: &CheckArgs) -> Result<Verdict> {
    let lang = lang(args.lang);
    let mut verdict = Verdict::Fine;
    for file in &args.files {
        let (_, faults) = huso_explain::check(&files::bytes(file)?, now());
        for line in files::report(file, &faults, lang) {
            println!("{line}");
        }
        if files::has_errors(&faults) {
            verdict = Verdict::Faulty;
        } else {
            println!("{}: {}", file.display(), lang.organizer().no_faults);
        }
    }
    Ok(verdict)
}

fn now() -> Instant {
    DateTime::from_timestamp(jiff::Timestamp::now().as_second(), 0).unwrap_or_default()
}
