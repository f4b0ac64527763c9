//! `huso backup`

use crate::args::BackupArgs;
use crate::output::print_lines;
use crate::store::wait_for;
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
    let contents = wait_for(back_up(database, &args.file, args.force))?.context("no backup")?;
    print_contents(&args.file, &contents).context("the backup is made")?;
    Ok(Verdict::Fine)
}

/// How many registrations of which events a database holds.
pub fn print_contents(file: &Path, contents: &Contents) -> Result<()> {
    let file = printable(&file.display().to_string());
    if contents.is_empty() {
        return print_lines([format!("{file}: no registrations")]);
    }
    print_lines(
        contents
            .iter()
            .map(|(event, count)| format!("{file}: {count} registrations of {}", printable(event))),
    )
}
