//! `huso doctor`

use crate::Verdict;
use crate::args::{DoctorArgs, DoctorFormat};
use crate::output::print_lines;
use crate::store::wait_for;
use anyhow::{Context as _, Result};
use huso_agenda::printable::{printable, printable_lines};
use huso_receiver::config::system_clock;
use huso_receiver::store::{Finding, examine};

/// Prints what is wrong with the database.
pub fn doctor(args: &DoctorArgs) -> Result<Verdict> {
    let database = &args.stored.database;
    let findings = wait_for(examine(database, args.mend, system_clock()))?;
    let findings = findings.with_context(|| format!("--database {database}"))?;
    match args.format {
        DoctorFormat::Text => {
            print_lines(findings.iter().flat_map(lines).map(|line| printable(&line).to_string()))?;
        }
        DoctorFormat::Json => {
            print_lines([printable_lines(&serde_json::to_string_pretty(&findings)?).to_string()])?;
        }
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
