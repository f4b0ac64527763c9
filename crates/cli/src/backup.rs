//! `huso backup`

use crate::args::BackupArgs;
use crate::{Verdict, postgres};
use anyhow::{Context as _, Result};
use huso_agenda::printable::printable;
use huso_receiver::Database;
use huso_receiver::store::{Contents, back_up};
use std::path::Path;

/// Copies the database.
pub fn backup(args: &BackupArgs) -> Result<Verdict> {
    let database = match &args.stored.database {
        Database::Sqlite(path) => path,
        Database::Postgres(url) => return postgres::dump(url, &args.file),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let contents = runtime.block_on(back_up(database, &args.file, args.force)).context("no backup")?;
    print_contents(&args.file, &contents);
    Ok(Verdict::Fine)
}

/// How many registrations of which events a database holds.
pub fn print_contents(file: &Path, contents: &Contents) {
    let file = printable(&file.display().to_string());
    if contents.is_empty() {
        println!("{file}: no registrations");
    }
    for (event, count) in contents {
        println!("{file}: {count} registrations of {}", printable(event));
    }
}
