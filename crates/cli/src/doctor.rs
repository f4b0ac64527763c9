//! `huso doctor`

use crate::Verdict;
use crate::args::{DoctorArgs, DoctorFormat};
use anyhow::{Context as _, Result};
use huso_agenda::printable::{printable, printable_lines};
use huso_receiver::config::system_clock;
use huso_receiver::store::{Finding, examine};

/// Prints what is wrong with the database.
pub fn doctor(args: &DoctorArgs) -> Result<Verdict> {
    let database = &args.stored.database;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let findings = runtime.block_on(examine(database, args.mend, system_clock()));
    let findings = findings.with_context(|| format!("--database {database}"))?;
    match args.format {
        DoctorFormat::Text => {
            findings.iter().flat_map(lines).for_each(|line| println!("{}", printable(&line)))
        }
        DoctorFormat::Json => println!("{}", printable_lines(&serde_json::to_string_pretty(&findings)?)),
    }
    let is_fine = findings.iter().all(|finding| finding.wrong.is_empty());
    Ok(if is_fine { Verdict::Fine } else { Verdict::Faulty })
}

/// `ok: key`, or a line for each thing that is wrong and one that says how it is mended.
fn lines(finding: &Finding) -> Vec<String> {
    let Finding { check, wrong, mend } = finding;
    if wrong.is_empty() {
        return vec![format!("ok: {check}")];
    }
    let wrong = wrong.iter().map(|wrong| format!("wrong: {check}: {wrong}"));
    wrong.chain([format!("  to mend it: {mend}")]).collect()
}
