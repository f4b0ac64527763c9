//! `huso registrations`

use crate::Verdict;
use crate::args::{RegistrationsArgs, RegistrationsFormat};
use anyhow::{Context as _, Result};
use huso_receiver::{Store, export};
use std::io::Write as _;

/// Prints the stored registrations.
pub fn registrations(args: &RegistrationsArgs) -> Result<Verdict> {
    let database = &args.stored.database;
    let event = args.event.as_deref();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let all = runtime.block_on(async {
        let store = Store::open_existing(database).await?;
        let all = (store.registrations(event).await, store.set_aside(event).await);
        store.close().await;
        Ok::<_, huso_receiver::store::StoreError>((all.0?, all.1?))
    });
    let (all, set_aside) = all.with_context(|| format!("--database {database}"))?;
    let RegistrationsFormat::Csv = args.format;
    let table = if args.set_aside { export::set_aside(&set_aside) } else { export::registrations(&all) };
    std::io::stdout().write_all(table.as_bytes()).context("standard output")?;
    if !args.set_aside && !set_aside.is_empty() {
        eprintln!("huso: {} more got no seat; --set-aside lists them", set_aside.len());
    }
    Ok(Verdict::Fine)
}
