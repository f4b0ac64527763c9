//! `huso serve`

use crate::args::{ServeArgs, lang};
use crate::{Verdict, files};
use anyhow::{Context as _, Result, bail};
use huso_receiver::limits::Limits;
use huso_receiver::{Config, Database, Store, config::system_clock, exposed, serve as listen};
use huso_registration::Event;
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tracing_subscriber::EnvFilter;

/// How long threads may take to end after it was stopped.
const TO_END: Duration = Duration::from_secs(1);

/// Serves until it is stopped.
pub fn serve(args: &ServeArgs) -> Result<Verdict> {
    let Some(events) = events(args)? else { return Ok(Verdict::Faulty) };
    let published = published(args, &events);
    if let Some(site) = args.site.as_deref() {
        check_site(site, &args.stored.database)?;
    }
    let allowed_origins =
        args.allowed_origins.iter().map(|origin| self::origin(origin)).collect::<Result<_>>()?;
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().json().with_writer(std::io::stderr).with_env_filter(filter).init();
    let limits = Limits {
        per_address: NonZeroU32::new(args.limit_per_address),
        stored_per_address: NonZeroU32::new(args.limit_stored),
        offices: args.offices.clone(),
        per_form: NonZeroU32::new(args.limit_per_form),
        trusted_proxies: args.trusted_proxies.clone(),
    };
    let site = args.site.clone();
    let config = Config { events, site, published, allowed_origins, limits, now: system_clock };
    let runtime = tokio::runtime::Runtime::new().context("threads could not be started")?;
    let served = runtime.block_on(async {
        let database = &args.stored.database;
        let store = Store::open(database).await.with_context(|| format!("--database {database}"))?;
        listen(config, store, args.listen, |address| println!("Huso listens on http://{address}"))
            .await
            .with_context(|| format!("listening on {}", args.listen))
    });
    // A disk that hangs doesn't keep the program from ending.
    runtime.shutdown_timeout(TO_END);
    served.map(|()| Verdict::Fine)
}

/// What everybody may download has to be there, and must not be the registrations.
fn check_site(site: &Path, database: &Database) -> Result<()> {
    if !site.is_dir() {
        bail!("--site {}: there is no such folder; `cargo xtask build` makes dist", site.display());
    }
    let Database::Sqlite(file) = database else { return Ok(()) };
    let exposed = exposed(file, site).with_context(|| format!("--database {database}"))?;
    let Some(exposed) = exposed else { return Ok(()) };
    bail!(
        "--database {database}: {} lies in the folder that --site serves, where everybody could download it; \
         name a place outside {}. If there are registrations in it, stop what uses it and move it there, with \
         the files of its name that end in -wal and -shm",
        exposed.display(),
        site.display()
    )
}

/// The events of all files; `None` if one has errors, which are printed.
fn events(args: &ServeArgs) -> Result<Option<Vec<Event>>> {
    let lang = lang(None);
    let mut events: Vec<Event> = Vec::new();
    let mut faulty = false;
    for file in &args.events {
        let (event, faults) = files::event(file)?;
        for line in files::report(file, &faults, lang) {
            eprintln!("{line}");
        }
        faulty |= files::has_errors(&faults);
        let Some(event) = event else { continue };
        if events.iter().any(|other| other.agenda.id == event.agenda.id) {
            bail!("{}: another file has the id {:?} too", file.display(), event.agenda.id);
        }
        events.push(event);
    }
    Ok((!faulty).then_some(events))
}

/// Of events whose files are in the folder that is served beside the package, the paths there.
fn published(args: &ServeArgs, events: &[Event]) -> HashMap<String, String> {
    let Some(site) = args.site.as_deref().and_then(|site| site.canonicalize().ok()) else {
        return HashMap::new();
    };
    if !site.join("huso.js").is_file() {
        return HashMap::new();
    }
    let path = |file: &PathBuf| {
        Some(file.canonicalize().ok()?.strip_prefix(&site).ok()?.to_str()?.replace('\\', "/"))
    };
    let paths =
        args.events.iter().zip(events).map(|(file, event)| Some((event.agenda.id.clone(), path(file)?)));
    paths.flatten().collect()
}

/// An origin as browsers send it (RFC 6454, section 6.2): scheme and host, no path.
fn origin(text: &str) -> Result<axum::http::HeaderValue> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '*', ' ']) => {
            text.to_lowercase().parse().with_context(|| format!("--allow-origin {text}"))
        }
        _ => bail!("--allow-origin {text}: write scheme and host only, like https://www.example.org"),
    }
}
