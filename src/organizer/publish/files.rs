//! The files that are published.

use crate::publish::publishing::Publishing;
use crate::publish::snippet_code::element;
use huso::browser::now;
use huso_agenda::fold::folded;
use huso_agenda::{Lang, link};
use huso_i18n::Texts as _;
use huso_publish::archive::{File, Purpose, zip};
use huso_publish::page::page;
use huso_publish::qr::Qr;
use huso_publish::readme::readme;
use huso_publish::{calendar, schedule, sheet, table};

/// The address of a page, where it is one that others can open.
pub fn published_at(address: &str) -> Option<&str> {
    Some(address).filter(|address| link::is_absolute(address) && link::is_web(address))
}

/// What browsers are told that a file is.
pub fn type_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "ics" => "text/calendar",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "csv" => "text/csv",
        "json" => "application/json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}

/// What other programs read: calendar, workbook, table, schedules.
pub fn others(publishing: &Publishing, lang: Lang) -> Vec<File> {
    let agenda = publishing.agenda();
    let text = |ending, purpose, text| File::text(publishing.file_name(ending), purpose, text);
    let workbook = table::xlsx(agenda, lang, now()).unwrap_or_default();
    vec![
        text(".ics", Purpose::Calendar, calendar::calendar(agenda, lang, now())),
        File { name: publishing.file_name(".xlsx"), purpose: Purpose::Table, bytes: workbook },
        text(".csv", Purpose::Table, table::csv(agenda, lang)),
        text("-schedule.json", Purpose::Schedule, schedule::json(agenda, lang)),
        text("-schedule.xml", Purpose::Schedule, schedule::xml(agenda, lang)),
    ]
}

/// The QR code of the event's page as SVG and PNG; none without an address that fits into one.
pub fn codes(publishing: &Publishing) -> Vec<File> {
    let code =
        publishing.agenda().url.as_deref().and_then(published_at).and_then(|url| Qr::try_new(url).ok());
    let Some(code) = code else { return Vec::new() };
    let svg = File::text(publishing.file_name("-qr.svg"), Purpose::Code, code.svg());
    vec![svg, File { name: publishing.file_name("-qr.png"), purpose: Purpose::Code, bytes: code.png() }]
}

/// All that is published, with the program where it can be fetched, in a ZIP.
pub async fn archive(publishing: &Publishing, lang: Lang) -> Option<Vec<u8>> {
    let agenda = publishing.agenda();
    let element = element(publishing).await;
    let lines = publishing.package.package.lines(true);
    let mut files = vec![
        File::text(publishing.file_name(".json"), Purpose::EventFile, &*publishing.checked.text),
        File::text(lang.publish().snippet_name, Purpose::Snippet, format!("{lines}{element}\n")),
        File::text(publishing.file_name(".html"), Purpose::Page, page(agenda, lang, &lines, &element)),
    ];
    files.extend(others(publishing, lang));
    for country in sheet::countries(agenda, lang) {
        let name = publishing.file_name(&format!("-{}.html", slug(&country.label)));
        files.push(File::text(name, Purpose::Sheet, sheet::sheet(agenda, &country, lang)));
    }
    for announcement in publishing.announcements.iter() {
        let name = publishing.file_name(&format!("-{}.txt", announcement.lang.tag()));
        files.push(File::text(name, Purpose::Announcement, &*announcement.text));
    }
    files.extend(codes(publishing));
    files.extend(publishing.package.files().await.unwrap_or_default());
    files.insert(0, readme(agenda, lang, &files));
    zip(&files).ok()
}

/// `Colombia / Perú` as a part of a file's name: `colombia-peru`.
fn slug(label: &str) -> String {
    let folded = folded(label);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
