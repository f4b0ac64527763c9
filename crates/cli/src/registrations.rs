//! `huso registrations`

use crate::Verdict;
use crate::args::{RegistrationsArgs, RegistrationsFormat};
use anyhow::{Context as _, Result};
use huso_receiver::{Store, export};
use std::io::Write as _;

/// Prints the stored registrations.
pub fn registrations(args: &RegistrationsArgs) -> Result<Verdict> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let all = runtime.block_on(async {
        let store = Store::open_existing(&args.database).await?;
        let all = store.registrations(args.event.as_deref()).await;
        store.close().await;
        all
    });
    let all = all.with_context(|| format!("--database {}", args.database.display()))?;
    let table = match args.format {
        RegistrationsFormat::Csv => export::csv(&all),
    };
    std::io::stdout().write_all(table.as_bytes()).context("standard output")?;
    Ok(Verdict::Fine)
}
