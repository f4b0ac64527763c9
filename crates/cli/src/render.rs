//! `huso render`

use crate::args::{RenderArgs, lang};
use crate::{Verdict, files};
use anyhow::{Context as _, Result};
use huso::prerender::{Surroundings, render as html};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::io::{Write as _, stdout};

/// What a file's name may have, and an address's path may not (WHATWG URL, path percent-encode set, and `%`).
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// Writes an event's agenda as HTML.
pub fn render(args: &RenderArgs) -> Result<Verdict> {
    let (event, faults) = files::event(&args.file)?;
    for line in files::report(&args.file, &faults, lang(None)) {
        eprintln!("{line}");
    }
    let Some(event) = event.filter(|_| !files::has_errors(&faults)) else { return Ok(Verdict::Faulty) };
    let runtime =
        tokio::runtime::Builder::new_current_thread().build().context("rendering could not be started")?;
    let written = runtime.block_on(html(event, surroundings(args)));
    match &args.output {
        Some(output) => std::fs::write(output, written)
            .with_context(|| format!("{} can't be written", output.display()))?,
        None => writeln!(stdout(), "{written}").context("standard output can't be written")?,
    }
    Ok(Verdict::Fine)
}

fn surroundings(args: &RenderArgs) -> Surroundings {
    let name = || {
        let name = args.file.file_name().unwrap_or_default().to_string_lossy();
        utf8_percent_encode(&name, NOT_IN_PATHS).to_string()
    };
    let slash = if args.package.is_empty() || args.package.ends_with('/') { "" } else { "/" };
    Surroundings {
        src: Some(args.src.clone().unwrap_or_else(name)),
        package: format!("{}{slash}", args.package),
        locale: args.lang,
        form_page: args.form.clone(),
    }
}
