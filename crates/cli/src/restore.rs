//! `huso restore`

use crate::args::RestoreArgs;
use crate::{Verdict, backup, postgres};
use anyhow::{Context as _, Result};
use huso_receiver::Database;
use huso_receiver::config::system_clock;
use huso_receiver::store;

/// Puts a backup in the place of the database.
pub fn restore(args: &RestoreArgs) -> Result<Verdict> {
    let database = match &args.stored.database {
        Database::Sqlite(path) => path,
        Database::Postgres(url) => return postgres::restore(url, &args.file),
    };
    let now = system_clock().format("%Y%m%dT%H%M%SZ").to_string();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let restored = runtime.block_on(store::restore(&args.file, database, &now)).context("not restored")?;
    if let Some(kept) = restored.kept {
        println!("{}: what was there before", kept.display());
    }
    backup::print_contents(database, &restored.contents);
    Ok(Verdict::Fine)
}
