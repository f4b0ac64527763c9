//! An event as everything that is published of it beside its event file: a calendar, schedules and tables for other
//! programs, announcements, sheets to print, a link and a QR code, what a webmaster pastes and is sent.
//!
//! Pure functions from an [`Agenda`](huso_agenda::Agenda) to texts and bytes. What a format can't hold is left out and
//! told, never made up.

mod address;
pub mod announcement;
pub mod archive;
pub mod calendar;
pub mod page;
pub mod qr;
pub mod readme;
pub mod schedule;
pub mod share;
pub mod sheet;
pub mod snippet;
pub mod table;
