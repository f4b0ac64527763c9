//! Which database.

use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};

/// Where registrations are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file.
    Sqlite(PathBuf),
    /// `postgres://user:password@host/name`
    Postgres(String),
}

/// What differs between the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Sqlite,
    Postgres,
}

impl Kind {
    /// Begins to write. Immediate: seats are looked at under the lock under which they are taken.
    pub(super) fn begin(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN",
        }
    }
}

impl Database {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Sqlite(_) => Kind::Sqlite,
            Self::Postgres(_) => Kind::Postgres,
        }
    }

    /// From what a person writes: `postgres://…` (or `postgresql://…`), a file's path, or `sqlite:` and
    /// the path.
    ///
    /// ```
    /// use huso_receiver::Database;
    /// assert_eq!(Database::parse("sqlite:huso.db"), Database::parse("huso.db"));
    /// let postgres = Database::parse("POSTGRES://huso:secret@db.example.org/huso");
    /// assert_eq!(postgres.to_string(), "postgres://…@db.example.org/huso");
    /// ```
    pub fn parse(text: &str) -> Self {
        // Schemes have no case (RFC 3986, section 3.1).
        let scheme = text.split("://").next().unwrap_or_default().to_ascii_lowercase();
        if text.contains("://") && ["postgres", "postgresql"].contains(&scheme.as_str()) {
            return Self::Postgres(scheme.clone() + text.get(scheme.len()..).unwrap_or_default());
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:"));
        Self::Sqlite(path.unwrap_or(text).into())
    }

    /// The address as sqlx wants it.
    pub(super) fn url(&self) -> String {
        match self {
            Self::Postgres(url) => url.clone(),
            Self::Sqlite(path) => format!("sqlite:{}?mode=rw", escaped(path)),
        }
    }
}

/// Without user and password.
impl Display for Database {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => path.display().fmt(out),
            Self::Postgres(url) => {
                let address = url.split('?').next().unwrap_or_default();
                match (address.split_once("://"), address.rsplit_once('@')) {
                    (Some((scheme, _)), Some((_, host))) => write!(out, "{scheme}://…@{host}"),
                    _ => out.write_str(address),
                }
            }
        }
    }
}

/// A path inside an address: `%` and `?` have another meaning there.
fn escaped(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}
