//! `huso promote` and `huso promotions`

use crate::Verdict;
use crate::args::{PromoteArgs, PromotionsArgs};
use anyhow::{Context as _, Result};
use huso_agenda::printable::printable;
use huso_receiver::config::system_clock;
use huso_receiver::store::{Promotion, StoreError};
use huso_receiver::{Store, export};
use std::io::Write as _;

/// Gives free seats to those who wait, and prints who got one.
pub fn promote(args: &PromoteArgs) -> Result<Verdict> {
    let database = &args.stored.database;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let promoted = runtime.block_on(async {
        let store = Store::open_existing(database).await?;
        let events = match &args.event {
            Some(event) => vec![event.clone()],
            None => store.events().await?,
        };
        let mut promoted = Vec::new();
        for event in events {
            promoted.extend(store.promote(&event, args.dry_run, system_clock()).await?);
        }
        store.close().await;
        Ok::<_, StoreError>(promoted)
    });
    let promoted = promoted.with_context(|| format!("--database {database}"))?;
    let verb = if args.dry_run { "would move up" } else { "moved up" };
    let lines = promoted.iter().map(|one| moved_up(verb, one));
    print_lines(lines).context("it is done; `huso promotions` lists who moved up")?;
    if promoted.is_empty() {
        eprintln!("huso: nobody waits for a seat that is free");
    }
    Ok(Verdict::Fine)
}

/// Lists who moved up.
pub fn promotions(args: &PromotionsArgs) -> Result<Verdict> {
    let database = &args.stored.database;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let promotions = runtime.block_on(async {
        let store = Store::open_existing(database).await?;
        let promotions = store.promotions(args.event.as_deref()).await;
        store.close().await;
        promotions
    });
    let promotions = promotions.with_context(|| format!("--database {database}"))?;
    std::io::stdout().write_all(export::promotions(&promotions).as_bytes()).context("standard output")?;
    Ok(Verdict::Fine)
}

/// Prints lines; what can't be printed is an error, and no panic.
pub fn print_lines(lines: impl Iterator<Item = String>) -> Result<()> {
    let text: String = lines.map(|line| line + "\n").collect();
    std::io::stdout().write_all(text.as_bytes()).context("standard output")
}

/// `moved up 0d9f… ana@example.org: keynote, fair`, with the sessions in which they now have a seat.
pub fn moved_up(verb: &str, one: &Promotion) -> String {
    let mut line = format!("{verb} {}", one.registration.submission);
    if let Some(email) = &one.registration.email {
        line = line + " " + email;
    }
    printable(&if one.sessions.is_empty() { line } else { line + ": " + &one.sessions.join(", ") })
}
