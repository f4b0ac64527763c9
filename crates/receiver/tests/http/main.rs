//! Requests to the router, on a real database.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

/// Each test once on each database.
macro_rules! on_both_databases {
    ($($name:ident,)+) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$name(super::Kind::Sqlite).await })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$name(super::Kind::Postgres).await })+
        }
    };
}

mod additions;
mod addresses;
mod batches;
mod databases;
mod erasing;
mod notices;
mod plain_forms;
mod receiver;
mod seats;
mod service;
mod sessions;
mod spam;
mod submissions;
