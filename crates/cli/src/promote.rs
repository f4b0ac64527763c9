//! `huso promote` and `huso promotions`

use crate::Verdict;
use crate::args::{PromoteArgs, PromotionsArgs};
use crate::output::{print, print_lines};
use crate::store::{with_event, with_store};
use anyhow::{Context as _, Result};
use huso_agenda::printable::printable;
use huso_receiver::config::system_clock;
use huso_receiver::export;
use huso_receiver::store::Promotion;

/// Gives free seats to those who wait, and prints who got one.
pub fn promote(args: &PromoteArgs) -> Result<Verdict> {
    let promoted = with_store(&args.stored.database, async |store| {
        let events = match &args.event {
            Some(event) => vec![event.clone()],
            None => store.events().await?,
        };
        let mut promoted = Vec::new();
        for event in events {
            promoted.extend(store.promote(&event, args.dry_run, system_clock()).await?);
        }
        Ok(promoted)
    })?;
    let verb = if args.dry_run { "would move up" } else { "moved up" };
    let lines = promoted.iter().map(|one| moved_up(verb, one));
    print_lines(lines).context(unprinted(args.dry_run))?;
    if promoted.is_empty() {
        eprintln!("huso: nobody waits for a seat that is free");
    }
    Ok(Verdict::Fine)
}

/// Lists who moved up.
pub fn promotions(args: &PromotionsArgs) -> Result<Verdict> {
    let event = args.event.as_deref();
    let promotions = with_event(&args.stored.database, event, async |store| store.promotions(event).await)?;
    print(export::promotions(&promotions).as_bytes())?;
    Ok(Verdict::Fine)
}

/// What was done although it can't be printed.
pub fn unprinted(is_trial: bool) -> &'static str {
    if is_trial { "nothing was done" } else { "it is done; `huso promotions` lists who moved up" }
}

/// `moved up 0d9f… ana@example.org: keynote, fair`, with the sessions in which they now have a seat.
pub fn moved_up(verb: &str, one: &Promotion) -> String {
    let mut line = format!("{verb} {}", one.registration.submission);
    if let Some(email) = &one.registration.email {
        line = line + " " + email;
    }
    printable(&if one.sessions.is_empty() { line } else { line + ": " + &one.sessions.join(", ") })
}
