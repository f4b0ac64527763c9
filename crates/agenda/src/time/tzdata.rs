//! What the newest release of the IANA time zone database says otherwise than chrono-tz, from 2000 to 2099,
//! as an event file's `timezone_rules` would; and which names are one zone's, which chrono-tz doesn't tell.
//!
//! Written by `cargo xtask tzdata`.

/// Release of the IANA time zone database whose rules are embedded.
pub const RELEASE: &str = "2026f";

/// Instant from which chrono-tz's own rules hold again, in seconds since 1970.
pub(super) const UNTIL: i64 = 1_805_000_400; // 2027-03-14T05:00:00Z

/// Offsets in seconds east of UTC, and from when on, in seconds since 1970.
pub(super) const ZONES: &[(&str, &[(i64, i32)])] = &[(
    "America/Havana",
    &[
        (1_793_509_200, -14_400), // 2026-11-01T05:00:00Z -04:00
    ],
)];

/// Names of one zone: all but one of them are links.
pub(super) const LINKS: &[&[&str]] = &[
    &["America/Argentina/Buenos_Aires", "America/Buenos_Aires"],
    &["America/Argentina/Catamarca", "America/Argentina/ComodRivadavia", "America/Catamarca"],
    &["America/Argentina/Cordoba", "America/Cordoba", "America/Rosario"],
    &["America/Argentina/Jujuy", "America/Jujuy"],
    &["America/Argentina/Mendoza", "America/Mendoza"],
    &["America/Ensenada", "America/Santa_Isabel", "America/Tijuana"],
    &["America/Indiana/Indianapolis", "America/Indianapolis"],
    &["America/Kentucky/Louisville", "America/Louisville"],
    &["America/Porto_Acre", "America/Rio_Branco"],
    &["Etc/UTC", "UTC"],
];
