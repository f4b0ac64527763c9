//! `huso invite`

use crate::Verdict;
use crate::args::InviteArgs;
use anyhow::{Context as _, Result, bail};
use huso_receiver::Store;
use huso_receiver::config::system_clock;
use huso_receiver::store::{Invitation, StoreError, new_code};
use std::io::Write as _;

/// Makes invitation codes and prints them, which is the only time that anybody sees them.
pub fn invite(args: &InviteArgs) -> Result<Verdict> {
    let database = &args.stored.database;
    let codes = codes(args)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let unknown = runtime.block_on(async {
        let store = Store::open_existing(database).await?;
        let made = make(&store, args, &codes).await;
        store.close().await;
        made
    });
    let unknown = unknown.with_context(|| format!("--database {database}"))?;
    if !unknown.is_empty() {
        bail!("{} has no session {}", args.event, unknown.join(", "));
    }
    let lines = codes.iter().map(|code| code.clone() + "\n").collect::<String>();
    std::io::stdout().write_all(lines.as_bytes()).context("standard output")?;
    Ok(Verdict::Fine)
}

fn codes(args: &InviteArgs) -> Result<Vec<String>, StoreError> {
    if args.codes.is_empty() { (0..args.count).map(|_| new_code()).collect() } else { Ok(args.codes.clone()) }
}

/// Makes them, unless a session is unknown: which are is returned.
async fn make(store: &Store, args: &InviteArgs, codes: &[String]) -> Result<Vec<String>, StoreError> {
    let known = store.occupancy(&args.event).await?.sessions;
    let unknown: Vec<String> = args.sessions.iter().filter(|id| !known.contains_key(*id)).cloned().collect();
    if unknown.is_empty() {
        let sessions = Some(args.sessions.clone()).filter(|sessions| !sessions.is_empty());
        let invitation = Invitation { uses: args.uses, sessions, audience: args.audience.clone() };
        store.invite(&args.event, &invitation, codes, system_clock()).await?;
    }
    Ok(unknown)
}
