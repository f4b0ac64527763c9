//! `huso restore`

use crate::args::RestoreArgs;
use crate::output::print_lines;
use crate::store::wait_for;
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
    let restored = wait_for(store::restore(&args.file, database, &now))?.context("not restored")?;
    let kept = restored.kept.map(|kept| format!("{}: what was there before", kept.display()));
    print_lines(kept)
        .and_then(|()| backup::print_contents(database, &restored.contents))
        .context("it is restored")?;
    Ok(Verdict::Fine)
}
