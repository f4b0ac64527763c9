//! The program, and files for it.

use sqlx::{AnyConnection, AssertSqlSafe, Connection as _};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn example(year: u16) -> String {
    root().join(format!("examples/pacific-alliance-{year}.json")).to_str().unwrap().to_owned()
}

pub(crate) fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huso"));
    command.args(args).env_remove("RUST_LOG").env("LC_ALL", "en_US.UTF-8");
    command
}

pub(crate) fn huso(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

pub(crate) fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

pub(crate) fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

pub(crate) fn with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child =
        command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // One that refuses its options ends without reading.
    if let Err(error) = child.stdin.take().unwrap().write_all(input) {
        assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
    }
    child.wait_with_output().unwrap()
}

/// Does to a database what the program never would.
pub(crate) fn sql(database: &str, sql: &str) {
    sqlx::any::install_default_drivers();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut connection = AnyConnection::connect(database).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    });
}

pub(crate) fn zoneinfo() -> String {
    root().join("tests/zoneinfo").to_str().unwrap().to_owned()
}

/// The night of a session in Chile's winter of 2027, which the invented law of tests/zoneinfo abolishes.
pub(crate) const WINTER: &str = r#"{
  "huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota",
  "zones": [{"timezone": "America/Santiago", "label": "Chile"}, {"timezone": "America/Nueva", "label": "N"}],
  "sessions": [
    {"id": "a", "title": "A", "start": "2027-07-01T09:00", "duration": "PT1H"},
    {"id": "b", "title": "B", "timezone": "America/Lima", "date": "2027-07-02"},
    {"id": "c", "title": "C", "timezone": "floating", "start": "2027-07-01T10:00"}
  ]
}
"#;
