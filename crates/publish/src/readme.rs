//! What goes with the files, for who looks after the website.

use crate::archive::{File, Purpose};
use huso_agenda::text::one_line;
use huso_agenda::{Agenda, Lang};
use huso_i18n::{Texts as _, fill};

/// What the files are that are sent together, and what is to be done with each. Lines end as Windows' programs expect.
pub fn readme(agenda: &Agenda, lang: Lang, files: &[File]) -> File {
    let texts = lang.publish();
    let mut lines = vec![one_line(agenda.title.get(lang, agenda.language), " "), String::new()];
    lines.extend([texts.readme_intro.to_owned(), String::new()]);
    for file in files {
        lines.extend(about(file.purpose, lang).map(|about| format!("{}\n    {about}", file.name)));
    }
    let program = files.iter().filter(|file| file.purpose == Purpose::Program);
    let program: Vec<&str> = program.map(|file| file.name.as_str()).collect();
    let where_it_is = match program.is_empty() {
        true => texts.readme_no_program.to_owned(),
        false => fill(texts.readme_program, &[("files", &program.join(", "))]),
    };
    lines.extend([String::new(), where_it_is]);
    let text = lines.join("\n").replace('\n', "\r\n") + "\r\n";
    File::text(texts.readme_name, Purpose::Readme, text)
}

fn about(purpose: Purpose, lang: Lang) -> Option<&'static str> {
    let texts = lang.publish();
    Some(match purpose {
        Purpose::EventFile => texts.readme_event,
        Purpose::Snippet => texts.readme_snippet,
        Purpose::Page => texts.readme_page,
        Purpose::Calendar => texts.readme_calendar,
        Purpose::Schedule => texts.readme_schedule,
        Purpose::Table => texts.readme_table,
        Purpose::Sheet => texts.readme_sheet,
        Purpose::Announcement => texts.readme_announcement,
        Purpose::Code => texts.readme_code,
        Purpose::Program | Purpose::Readme => return None,
    })
}
