//! `huso registrations`

use crate::args::{RegistrationsArgs, RegistrationsFormat};
use crate::{Verdict, files};
use anyhow::{Context as _, Result, bail};
use huso_receiver::export::{self, Table};
use huso_receiver::store::{Capacities, Registration, SetAside, StoreError};
use huso_receiver::{Database, Store};
use std::collections::BTreeMap;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

/// U+FEFF in UTF-8: without it Excel takes a CSV file for one in the country's old character set.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Prints the stored registrations.
pub fn registrations(args: &RegistrationsArgs) -> Result<Verdict> {
    check(args)?;
    let database = &args.stored.database;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let stored = runtime.block_on(stored(database, args.event.as_deref()));
    let stored = stored.with_context(|| format!("--database {database}"))?;
    let bytes = written(args, &stored)?;
    match &args.output {
        Some(file) => files::write_private(file, &bytes)?,
        None => std::io::stdout().write_all(&bytes).context("standard output")?,
    }
    if !args.set_aside && !stored.set_aside.is_empty() {
        eprintln!("huso: {} more got no seat; --set-aside lists them", stored.set_aside.len());
    }
    Ok(Verdict::Fine)
}

/// What clap can't say of the options.
fn check(args: &RegistrationsArgs) -> Result<()> {
    if args.bom && args.format != RegistrationsFormat::Csv {
        bail!("--bom is for CSV: the other formats need none");
    }
    if let (Some(file), Database::Sqlite(path)) = (&args.output, &args.stored.database)
        && is_of_database(file, path)
    {
        bail!("-o {}: that is the database itself", file.display());
    }
    let is_on_screen = args.output.is_none() && std::io::stdout().is_terminal();
    if args.format == RegistrationsFormat::Xlsx && is_on_screen {
        bail!("a workbook is no text to print: add -o registrations.xlsx");
    }
    Ok(())
}

/// Whether a file is the database's, or one of those that SQLite keeps beside it.
fn is_of_database(file: &Path, database: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let database = real(database);
    ["", "-wal", "-shm", "-journal"].iter().any(|end| {
        let mut name = database.as_os_str().to_owned();
        name.push(end);
        real(file) == Path::new(&name)
    })
}

struct Stored {
    registrations: Vec<Registration>,
    set_aside: Vec<SetAside>,
    capacities: BTreeMap<String, Capacities>,
}

async fn stored(database: &Database, event: Option<&str>) -> Result<Stored, StoreError> {
    let store = Store::open_existing(database).await?;
    let stored = (store.registrations(event).await, store.set_aside(event).await, store.capacities().await);
    store.close().await;
    let mut capacities = stored.2?;
    capacities.retain(|one, _| event.is_none_or(|event| event == one));
    Ok(Stored { registrations: stored.0?, set_aside: stored.1?, capacities })
}

fn written(args: &RegistrationsArgs, stored: &Stored) -> Result<Vec<u8>> {
    let table = || match args.set_aside {
        true => Table::set_aside(&stored.set_aside),
        false => Table::registrations(&stored.registrations),
    };
    Ok(match args.format {
        RegistrationsFormat::Csv => {
            let mark = if args.bom { BYTE_ORDER_MARK } else { "" };
            (mark.to_owned() + &export::csv(&table())).into_bytes()
        }
        RegistrationsFormat::Xlsx => workbook(&table(), stored)?,
        RegistrationsFormat::JsonLines => match args.set_aside {
            true => export::json_lines_of_set_aside(&stored.set_aside)?,
            false => export::json_lines(&stored.registrations)?,
        }
        .into_bytes(),
    })
}

fn workbook(table: &Table, stored: &Stored) -> Result<Vec<u8>> {
    let book = export::workbook(table, &export::seats(&stored.registrations, &stored.capacities))?;
    if book.shortened > 0 {
        eprintln!(
            "huso: {} cells have more text than a workbook holds and end with …; --format json-lines has all of it",
            book.shortened
        );
    }
    Ok(book.bytes)
}
