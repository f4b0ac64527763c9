//! `huso`: check event files, list their times, serve registrations.

mod announcement;
mod args;
mod backup;
mod cancel;
mod check;
mod convert;
mod doctor;
mod erase;
mod files;
mod invite;
mod output;
mod postgres;
mod promote;
mod registrations;
mod render;
mod restore;
mod rules;
mod serve;
mod store;
mod times;
mod tzdata;

use args::{Args, Command};
use clap::Parser as _;
use huso_agenda::printable::printable_lines;
use std::process::ExitCode;

/// How a command ended when it did what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// Nothing is wrong.
    Fine,
    /// An event file, an announcement or a database has errors.
    Faulty,
    /// Nothing is wrong of what could be looked at, but something is left for a person to answer.
    Unanswered,
}

fn main() -> ExitCode {
    let result = match Args::parse().command {
        Command::Check(args) => check::check(&args),
        Command::Announcement(args) => announcement::announcement(&args),
        Command::Times(args) => times::times(&args),
        Command::Convert(args) => convert::convert(&args),
        Command::Rules(args) => rules::rules(&args),
        Command::Render(args) => render::render(&args),
        Command::Serve(args) => serve::serve(&args),
        Command::Registrations(args) => registrations::registrations(&args),
        Command::Cancel(args) => cancel::cancel(&args),
        Command::Invite(args) => invite::invite(&args),
        Command::Backup(args) => backup::backup(&args),
        Command::Restore(args) => restore::restore(&args),
        Command::Promote(args) => promote::promote(&args),
        Command::Promotions(args) => promote::promotions(&args),
        Command::Erase(args) => erase::erase(&args),
        Command::Doctor(args) => doctor::doctor(&args),
        Command::Schema => {
            println!("{:#}", huso_registration::format::schema::event_file_schema());
            Ok(Verdict::Fine)
        }
    };
    match result {
        Ok(Verdict::Fine) => ExitCode::SUCCESS,
        Ok(Verdict::Faulty) => ExitCode::from(1),
        Ok(Verdict::Unanswered) => ExitCode::from(3),
        Err(error) => {
            eprintln!("huso: {}", printable_lines(&format!("{error:#}")));
            ExitCode::from(2)
        }
    }
}
