//! What the command line takes.

use anyhow::Context as _;
use clap::{Parser, Subcommand, ValueEnum};
use huso_agenda::chrono::NaiveDate;
use huso_agenda::{Lang, Locale, wall_time};
use huso_receiver::Database;
use ipnet::IpNet;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// Event agendas in several countries' times, with registration.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "Exit codes:
  0  done, and nothing is wrong (warnings and notes are allowed)
  1  an event file or an announcement has errors, or a database has; they are printed, each with its place
  2  it could not be done: a file can't be read, an address is taken, an option is wrong
  3  nothing is wrong, but a question has to be answered, or not every time of an announcement was compared"
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what is wrong with event files and what could be better, each with its place
    #[command(after_help = "Examples:
  huso check agenda.json
  huso check --lang en examples/*.json
  curl -s https://example.org/agenda.json | huso check -
  huso check --format json agenda.json | jq -r '.[] | select(.severity == \"warning\") | .message'
  huso check --format sarif agenda.json > huso.sarif

Exit codes:
  0  no file has errors (warnings and notes are allowed)
  1  a file has errors
  2  it could not be done: a file can't be read, an option is wrong")]
    Check(CheckArgs),
    /// Check the times in an announcement that are written for several countries
    #[command(
        after_help = "The text is Spanish, English or Portuguese. Each group of times, such as \"10:00 Chilean time / 09:00
Colombia/Peru time / 08:00 Mexico time\", is compared at its date: the one in the text, or that of --date. A date
without a year, and days like \"this Saturday\", are counted from the day on which the text says that it was published,
from --today, or from today; how they are read is said.

Examples:
  huso announcement press-release.txt
  huso announcement --date 2027-08-11 --lang pt convite.txt
  pbpaste | huso announcement -

Exit codes:
  0  every time was compared, and all agree (warnings are allowed)
  1  there are wrong times; each is printed with its place and the right one
  2  it could not be done: the file can't be read, there is no time with a country in it, an option is wrong
  3  nothing is wrong, but some times were not compared; each is printed with the reason"
    )]
    Announcement(AnnouncementArgs),
    /// List the sessions' times in each zone
    #[command(after_help = "Examples:
  huso times agenda.json
  huso times agenda.json --zone America/Santiago --zone America/Buenos_Aires
  huso times agenda.json --format json | jq '.[] | select(.id == \"keynote\")'")]
    Times(TimesArgs),
    /// Make an event file of a press release, a table, a calendar or another program's export
    #[command(
        after_help = "It finds out by itself what a file is: text in Spanish, English or Portuguese, HTML, CSV, TSV, XLSX, ODS, iCalendar,
schedule.xml and schedule.json (frab, pentabarf, pretalx), Sessionize, an event file, a ZIP of these. Several files
become one event. The event file is written to standard output; what has to be known is said on standard error, with the
file and the place.

Whose clocks the times are of is never guessed: what a file says is taken, and said; where it says nothing, or what it says
is contradictory, it is asked, with what would follow.

Examples:
  huso convert press-release.txt > agenda.json
  huso convert --timezone America/Bogota program.xlsx > agenda.json
  huso convert --date 2027-08-09 day1.csv day2.csv > agenda.json
  pbpaste | huso convert - > agenda.json

Exit codes:
  0  done (warnings are allowed)
  1  there are errors; what could be read is written
  2  it could not be done: a file can't be read, an option is wrong
  3  a question has to be answered first; it is said with the option that answers it, and nothing is written"
    )]
    Convert(ConvertArgs),
    /// Write the rules of its time zones into an event file
    #[command(after_help = "Examples:
  huso rules agenda.json -o agenda.json
  pip install --target pypi tzdata && huso rules agenda.json --zoneinfo pypi/tzdata

The rules of the event's time zones go into its timezone_rules, from a year before its first session to
a year after its last. Huso uses them where their release is newer than its own.")]
    Rules(RulesArgs),
    /// Write the agenda as HTML that a browser shows before the program is there, and without it
    #[command(after_help = "Examples:
  huso render agenda.json > agenda.html
  huso render agenda.json --src /events/agenda.json --package /huso/ --lang pt -o agenda.html

What is written stands in a page in the place of <huso-event>, with the same script beside it: it is that element,
with the agenda in it (docs/embedding.md). It changes when the event file does, and not with the time of day. Publish
huso.css of the package beside huso.js.")]
    Render(RenderArgs),
    /// Take registrations over HTTP, and serve the built package
    #[command(after_help = "Examples:
  huso serve --event agenda.json --allow-origin https://www.example.org
  huso serve --event agenda.json --site dist --database /var/lib/huso/huso.db --listen 0.0.0.0:8080
  DATABASE_URL=postgres://huso:secret@db.example.org/huso huso serve --event agenda.json

Registrations arrive at POST /events/ID/registrations (docs/endpoints.md). GET /healthz says \"ok\" while
the program runs, GET /readyz while the database answers.
Logs are JSON on standard error, without personal data; RUST_LOG sets how much (info).")]
    Serve(ServeArgs),
    /// List the stored registrations
    #[command(after_help = "Examples:
  huso registrations --database huso.db > registrations.csv
  huso registrations --database huso.db --event pacific-alliance-2027
  huso registrations --format xlsx -o registrations.xlsx
  huso registrations --format json-lines | jq -r '.answers.email'
  huso registrations --set-aside > to-look-at.csv")]
    Registrations(RegistrationsArgs),
    /// Cancel a registration; those who wait for its seats move up
    #[command(after_help = "Example:
  huso cancel 0d9f0ad8-6c8b-4f7e-9f0e-3c7f0a9c2b11")]
    Cancel(CancelArgs),
    /// Give free seats to those who wait, first come, first served
    #[command(after_help = "Examples:
  huso promote --dry-run
  huso promote --event pacific-alliance-2027

Nobody gets a seat by a change of the event file alone: a capacity that was raised, or taken away, is given by this
command. Until then newcomers wait, too. Who moved up is printed, and listed by `huso promotions`.")]
    Promote(PromoteArgs),
    /// List who got a seat after waiting for it, so that they can be told
    #[command(after_help = "Example:
  huso promotions --event pacific-alliance-2027 > to-tell.csv")]
    Promotions(PromotionsArgs),
    /// Erase what is personal of somebody
    #[command(after_help = "Examples:
  huso erase --dry-run ana.rojas@example.org
  huso erase ana.rojas@example.org
  huso erase 0d9f0ad8-6c8b-4f7e-9f0e-3c7f0a9c2b11
  huso erase --expired --dry-run

Answers, consents, the receipt of the privacy notice, address, sessions: all of it goes, in every event; what stays is
that there was a registration, and when. One that is not cancelled is cancelled, and its seats go to those who wait.
--expired erases everybody of events whose registration.privacy.retention_days are over, as `huso serve` does by itself
each hour. Backups are not touched.")]
    Erase(EraseArgs),
    /// Make invitation codes for the sessions by invitation
    #[command(after_help = "Examples:
  huso invite --event pacific-alliance-2027 --count 40 > codes.txt
  huso invite --event pacific-alliance-2027 --session dinner --audience buyer
  huso invite --event pacific-alliance-2027 --code PRESS-2027 --uses 100

Codes are printed once, one a line: the database keeps hashes of them.")]
    Invite(InviteArgs),
    /// Copy the database while it is in use, for the day on which you need it
    #[command(after_help = "Examples:
  huso backup huso-2027-01-31.db
  huso backup --force --database /var/lib/huso/huso.db /var/backups/huso.db

The copy is whole, checked and on the disk, or it isn't there. It has personal data, and the key with which the receiver
signs: keep it where only you can read it. Of PostgreSQL it prints the command to run, and ends with 2.")]
    Backup(BackupArgs),
    /// Put a backup in the place of the database, while no server runs
    #[command(after_help = "Examples:
  huso restore huso-2027-01-31.db
  huso restore --database /var/lib/huso/huso.db /var/backups/huso.db

What was there is kept beside it. Of PostgreSQL it prints the command to run, and ends with 2.")]
    Restore(RestoreArgs),
    /// Say what is wrong with the database, and how to mend it
    #[command(after_help = "Examples:
  huso doctor --database /var/lib/huso/huso.db
  huso doctor --mend
  huso doctor --format json | jq '.[] | select(.wrong != [])'

It changes nothing, but for the counters of seats with --mend. It may run beside `huso serve`.")]
    Doctor(DoctorArgs),
    /// Print the JSON Schema of the event file
    Schema,
}

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Event files; - is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// Language of the messages: es, en or pt; the system's unless given
    #[arg(long, value_parser = language)]
    pub lang: Option<Lang>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// A line for each
    Text,
    /// A list with one object for each
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// A log of SARIF 2.1.0
    Sarif,
}

#[derive(Debug, clap::Args)]
pub struct AnnouncementArgs {
    /// A text; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Date of the times for which the text says none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<NaiveDate>,
    /// Day from which dates without a year and days like "this Saturday" are counted
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub today: Option<NaiveDate>,
    /// Language of the messages: es, en or pt; the system's unless given
    #[arg(long, value_parser = language)]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct TimesArgs {
    /// An event file; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// IANA time zone, as often as you like; the event's own list unless given
    #[arg(long = "zone", value_name = "ZONE")]
    pub zones: Vec<String>,
    /// How to print them
    #[arg(long, value_enum, default_value_t = TimesFormat::Text)]
    pub format: TimesFormat,
    /// Language of titles and messages: es, en or pt; the system's unless given
    #[arg(long, value_parser = language)]
    pub lang: Option<Lang>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum TimesFormat {
    /// A table a day
    Text,
    /// A list with one object a session
    Json,
}

#[derive(Debug, clap::Args)]
pub struct ConvertArgs {
    /// What there is, as often as you like; - is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The event's time zone, such as America/Bogota, where the files don't say it, or in place of what they say
    #[arg(long, value_name = "ZONE")]
    pub timezone: Option<String>,
    /// The event's first day: dates without a year, weekdays and times without a day are counted from it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<NaiveDate>,
    /// What times with an offset mean that is not that of the event's time zone
    #[arg(long, value_enum)]
    pub offsets: Option<OffsetReading>,
    /// Day from which dates without a year and days like "this Saturday" are counted in a text
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub today: Option<NaiveDate>,
    /// Language of the messages: es, en or pt; the system's unless given
    #[arg(long, value_parser = language)]
    pub lang: Option<Lang>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OffsetReading {
    /// That moment
    Moment,
    /// The hours and minutes as they are written; the offset was made up by the program that wrote it
    Clock,
}

#[derive(Debug, clap::Args)]
pub struct RulesArgs {
    /// An event file; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Where to write; standard output unless given
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The time zone database: a folder of compiled zones with its tzdata.zi, or PyPI's tzdata package
    #[arg(long, default_value = "/usr/share/zoneinfo", value_name = "FOLDER")]
    pub zoneinfo: PathBuf,
    /// Language of the messages: es, en or pt; the system's unless given
    #[arg(long, value_parser = language)]
    pub lang: Option<Lang>,
}

#[derive(Debug, clap::Args)]
pub struct RenderArgs {
    /// An event file; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Where the page finds the event file; its name unless given
    #[arg(long, value_name = "ADDRESS", required_if_eq("file", "-"))]
    pub src: Option<String>,
    /// Where the page finds the package's folder; its own folder unless given
    #[arg(long, value_name = "ADDRESS", default_value = "")]
    pub package: String,
    /// Where the form is a page; with a Huso receiver it is known
    #[arg(long, value_name = "ADDRESS")]
    pub form: Option<String>,
    /// Language of the texts around the event's own, such as pt or es-CL; the event's unless given
    #[arg(long, value_parser = locale)]
    pub lang: Option<Locale>,
    /// Where to write; standard output unless given
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct ServeArgs {
    /// Event file to take registrations for, as often as you like
    #[arg(long = "event", required = true, value_name = "FILE")]
    pub events: Vec<PathBuf>,
    #[command(flatten)]
    pub stored: StoredArgs,
    /// Address to listen on; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    /// Folder to serve at /, but for hidden files; the database may not be in it
    #[arg(long, value_name = "FOLDER")]
    pub site: Option<PathBuf>,
    /// Origin whose pages may send registrations, such as https://www.example.org; repeatable
    #[arg(long = "allow-origin", value_name = "ORIGIN")]
    pub allowed_origins: Vec<String>,
    /// Most requests a minute from one address; 0 is without limit
    #[arg(long, default_value_t = 1_200, value_name = "N")]
    pub limit_per_address: u32,
    /// Most registrations that are stored from one address in ten minutes; 0 is without limit
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub limit_stored: u32,
    /// Address or network of an office, a school, a conference, where many people have one address: --limit-stored
    /// does not count for it; repeatable
    #[arg(long = "office", value_name = "NETWORK", value_parser = network)]
    pub offices: Vec<IpNet>,
    /// Most registrations that are stored for one event in a minute; 0 is without limit
    #[arg(long, default_value_t = 12_000, value_name = "N")]
    pub limit_per_form: u32,
    /// Address or network (such as 10.0.0.0/8) of a proxy whose X-Forwarded-For is believed; repeatable
    #[arg(long = "trusted-proxy", value_name = "NETWORK", value_parser = network)]
    pub trusted_proxies: Vec<IpNet>,
}

#[derive(Debug, clap::Args)]
pub struct StoredArgs {
    /// SQLite file of the registrations, or postgres://USER:PASSWORD@HOST/NAME; what doesn't exist yet,
    /// `huso serve` makes
    #[arg(
        long,
        env = "DATABASE_URL",
        hide_env_values = true,
        default_value = "huso.db",
        value_name = "FILE|URL",
        value_parser = database
    )]
    pub database: Database,
}

#[derive(Debug, clap::Args)]
pub struct CancelArgs {
    /// Id of the submission, as `huso registrations` lists it
    #[arg(value_name = "SUBMISSION")]
    pub submission: String,
    /// Cancel all that came from the same network in the last 24 hours, too
    #[arg(long)]
    pub same_origin: bool,
    /// Id of the event; needed only if several have a submission of this id
    #[arg(long, value_name = "ID")]
    pub event: Option<String>,
    #[command(flatten)]
    pub stored: StoredArgs,
}

#[derive(Debug, clap::Args)]
pub struct InviteArgs {
    /// Id of the event
    #[arg(long, value_name = "ID")]
    pub event: String,
    /// How many codes to make
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub count: u32,
    /// A code of your own, as often as you like; letters and digits count, at least eight
    #[arg(long = "code", value_name = "CODE", conflicts_with = "count", value_parser = code)]
    pub codes: Vec<String>,
    /// How many registrations each is good for
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub uses: u32,
    /// Id of a session by invitation that they open, as often as you like; all of them unless given
    #[arg(long = "session", value_name = "ID")]
    pub sessions: Vec<String>,
    /// The audience that they are for; everybody unless given
    #[arg(long, value_name = "AUDIENCE")]
    pub audience: Option<String>,
    #[command(flatten)]
    pub stored: StoredArgs,
}

#[derive(Debug, clap::Args)]
pub struct BackupArgs {
    /// The copy
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Replace a file of this name, once the new copy is whole
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub stored: StoredArgs,
}

#[derive(Debug, clap::Args)]
pub struct PromoteArgs {
    /// Id of an event; all events unless given
    #[arg(long, value_name = "ID")]
    pub event: Option<String>,
    /// Say who would get a seat, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub stored: StoredArgs,
}

#[derive(Debug, clap::Args)]
pub struct RestoreArgs {
    /// A copy that `huso backup` made
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub stored: StoredArgs,
}

#[derive(Debug, clap::Args)]
pub struct PromotionsArgs {
    /// Id of an event; all events unless given
    #[arg(long, value_name = "ID")]
    pub event: Option<String>,
    #[command(flatten)]
    pub stored: StoredArgs,
}

#[derive(Debug, clap::Args)]
pub struct EraseArgs {
    /// An e-mail address, or the id of a submission as `huso registrations` lists it
    #[arg(
        value_name = "ADDRESS|SUBMISSION",
        required_unless_present = "expired",
        conflicts_with = "expired"
    )]
    pub who: Option<String>,
    /// Erase everybody of events whose time is over
    #[arg(long)]
    pub expired: bool,
    /// Say what would be erased, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub stored: StoredArgs,
}

#[derive(Debug, clap::Args)]
pub struct DoctorArgs {
    #[command(flatten)]
    pub stored: StoredArgs,
    /// Count the seats anew where the counters are wrong
    #[arg(long)]
    pub mend: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = DoctorFormat::Text)]
    pub format: DoctorFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum DoctorFormat {
    /// A line for each thing that was looked at, and for each that is wrong
    Text,
    /// A list of objects: check, wrong (a list), mend
    Json,
}

#[derive(Debug, clap::Args)]
pub struct RegistrationsArgs {
    #[command(flatten)]
    pub stored: StoredArgs,
    /// List what got no seat instead: addresses that are registered already, and suspected spam
    #[arg(long)]
    pub set_aside: bool,
    /// Id of an event; all events unless given
    #[arg(long, value_name = "ID")]
    pub event: Option<String>,
    /// What to write
    #[arg(long, value_enum, default_value_t = RegistrationsFormat::Csv)]
    pub format: RegistrationsFormat,
    /// Begin CSV with a byte order mark, without which Excel breaks accents
    #[arg(long)]
    pub bom: bool,
    /// Where to write, for your eyes only; standard output unless given
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RegistrationsFormat {
    /// Comma-separated values with a header; what a spreadsheet would calculate is made inert
    Csv,
    /// A workbook for Excel or LibreOffice: every answer as it was written, and a sheet of the sessions' seats
    Xlsx,
    /// For programs: one JSON object a line
    JsonLines,
}

fn network(text: &str) -> Result<IpNet, String> {
    let network = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
    network.map_err(|_| "write an address like 127.0.0.1 or a network like 10.0.0.0/8".to_owned())
}

fn code(text: &str) -> Result<String, String> {
    let counted = text.chars().filter(char::is_ascii_alphanumeric).count();
    let is_code = counted >= 8 && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ' '));
    if is_code {
        Ok(text.to_owned())
    } else {
        Err("write eight letters and digits or more, such as PRESS-2027".to_owned())
    }
}

fn database(text: &str) -> Result<Database, Infallible> {
    Ok(Database::parse(text))
}

fn language(text: &str) -> Result<Lang, String> {
    Lang::from_tag(text).ok_or_else(|| "there are es, en and pt".to_owned())
}

fn locale(text: &str) -> Result<Locale, String> {
    Locale::from_tag(text)
        .ok_or_else(|| "there are es, en and pt, with a country such as es-CL or without".to_owned())
}

fn date(text: &str) -> Result<NaiveDate, String> {
    wall_time::date(text).map_err(|_| "it is written like 2027-08-11".to_owned())
}

/// The day from which dates are counted: the one asked for, else today's on this machine's clock, in its time zone.
pub fn today(wanted: Option<NaiveDate>) -> anyhow::Result<NaiveDate> {
    let system = || {
        let today = jiff::ZonedDateTime::now().date();
        let (month, day) = (today.month().try_into().ok()?, today.day().try_into().ok()?);
        NaiveDate::from_ymd_opt(today.year().into(), month, day)
    };
    wanted.or_else(system).context("the date of today")
}

/// The language of messages: the one asked for, else the system's, else English.
pub fn lang(wanted: Option<Lang>) -> Lang {
    let system = || {
        let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
        let set = variables
            .into_iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
        Lang::from_tag(set.split('.').next()?)
    };
    wanted.or_else(system).unwrap_or(Lang::En)
}
