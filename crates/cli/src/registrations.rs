//! `huso registrations`

use crate::args::{RegistrationsArgs, RegistrationsFormat};
use crate::output::print;
use crate::store::with_event;
use crate::{Verdict, files};
use anyhow::{Context as _, Result, bail};
use huso_receiver::export::{self, Table};
use huso_receiver::store::{Capacities, Registration, SetAside, StoreError};
use huso_receiver::{Database, Store, is_of_database};
use std::collections::BTreeMap;
use std::io::IsTerminal as _;

/// U+FEFF in UTF-8: without it Excel takes a CSV file for one in the country's old character set.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Prints the stored registrations.
pub fn registrations(args: &RegistrationsArgs) -> Result<Verdict> {
    check(args)?;
    let event = args.event.as_deref();
    let stored = with_event(&args.stored.database, event, async |store| stored(store, event).await)?;
    let bytes = written(args, &stored)?;
    match &args.output {
        Some(file) => files::write_private(file, &bytes)?,
        None => print(&bytes)?,
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
        && is_of_database(file, path).with_context(|| format!("-o {}", file.display()))?
    {
        bail!("-o {}: that is the database itself", file.display());
    }
    let is_on_screen = args.output.is_none() && std::io::stdout().is_terminal();
    if args.format == RegistrationsFormat::Xlsx && is_on_screen {
        bail!("a workbook is no text to print: add -o registrations.xlsx");
    }
    Ok(())
}

struct Stored {
    registrations: Vec<Registration>,
    set_aside: Vec<SetAside>,
    capacities: BTreeMap<String, Capacities>,
}

async fn stored(store: &Store, event: Option<&str>) -> Result<Stored, StoreError> {
    let mut capacities = store.capacities().await?;
    capacities.retain(|one, _| event.is_none_or(|event| event == one));
    Ok(Stored {
        registrations: store.registrations(event).await?,
        set_aside: store.set_aside(event).await?,
        capacities,
    })
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
