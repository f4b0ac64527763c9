//! `huso erase`

use crate::Verdict;
use crate::args::EraseArgs;
use crate::output::print_lines;
use crate::promote::{moved_up, unprinted};
use crate::store::with_store;
use anyhow::{Context as _, Result, bail};
use huso_agenda::printable::printable;
use huso_receiver::config::system_clock;
use huso_receiver::store::{Erased, Erasure};

/// Erases what is personal of somebody, or of everybody in events whose time is over.
pub fn erase(args: &EraseArgs) -> Result<Verdict> {
    let (erased, is_swept) = with_store(&args.stored.database, async |store| {
        let erased = match &args.who {
            Some(who) => store.erase(&Erasure::parse(who), args.dry_run, system_clock()).await?,
            None => together(store.erase_expired(args.dry_run, system_clock()).await?),
        };
        let is_swept = args.dry_run || erased.is_empty() || store.sweep().await?;
        Ok((erased, is_swept))
    })?;
    if let (Some(who), true) = (&args.who, erased.is_empty() && erased.mentions.is_empty()) {
        bail!("there is nothing of {who}");
    }
    let verb = if args.dry_run { "would be erased" } else { "erased" };
    let all = erased
        .registrations
        .iter()
        .map(|id| (id, ""))
        .chain(erased.set_aside.iter().map(|id| (id, " (set aside)")));
    let all = all.map(|(id, kind)| format!("{verb} {}{kind}", printable(id)));
    let promoted = erased.promoted.iter().map(|one| moved_up("moved up", one));
    print_lines(all.chain(promoted)).context(unprinted(args.dry_run))?;
    for id in &erased.mentions {
        eprintln!(
            "huso: the address also stands in the answers of {}: erase that by its id, if it is theirs",
            printable(id)
        );
    }
    eprintln!(
        "huso: {} registrations, {} set aside: {verb}",
        erased.registrations.len(),
        erased.set_aside.len()
    );
    if !is_swept {
        bail!("it is erased, but the database's log still holds it, since others read it: run this again");
    }
    if !args.dry_run && !erased.is_empty() {
        eprintln!("huso: backups hold it still; erase it there too, or delete those that are older than now");
    }
    Ok(Verdict::Fine)
}

fn together(events: Vec<(String, Erased)>) -> Erased {
    let mut all = Erased::default();
    for (_, one) in events {
        all.add(one);
    }
    all
}
