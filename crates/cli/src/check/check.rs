//! `huso check`

use super::checked::Checked;
use super::{github, json, sarif};
use crate::args::{CheckArgs, CheckFormat, lang};
use crate::output::{print, print_lines};
use crate::{Verdict, files};
use anyhow::Result;
use huso_agenda::Lang;
use huso_i18n::Texts as _;

/// Prints every fault of every file, and what could be better.
pub fn check(args: &CheckArgs) -> Result<Verdict> {
    let lang = lang(args.lang);
    let mut all = Vec::new();
    for file in &args.files {
        let checked = Checked::read(file)?;
        if args.format == CheckFormat::Text {
            print_lines(text(&checked, lang))?;
        }
        all.push(checked);
    }
    match args.format {
        CheckFormat::Text => {}
        CheckFormat::Json => print(json::json(&all, lang)?.as_bytes())?,
        CheckFormat::Github => print_lines(github::commands(&all, lang))?,
        CheckFormat::Sarif => print(sarif::log(&all, lang)?.as_bytes())?,
    }
    Ok(if all.iter().any(Checked::has_errors) { Verdict::Faulty } else { Verdict::Fine })
}

fn text(checked: &Checked, lang: Lang) -> Vec<String> {
    let mut lines = files::report(checked.file, &checked.findings, lang);
    if !checked.has_errors() {
        lines.push(format!("{}: {}", checked.file.display(), lang.bring().no_faults));
    }
    lines
}
