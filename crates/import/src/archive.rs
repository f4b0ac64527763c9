//! A ZIP of what organizers have. What is in it is only ever read into memory: its names are labels, and no path.

use crate::open::{LARGEST, Opened, open_file};
use crate::{Finding, FindingKind, Kind, Origin, Place, Read};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Files that are read of an archive.
const MOST_FILES: usize = 200;

/// Bytes that all of them have together.
const MOST_BYTES: u64 = 4 * LARGEST;

/// The archive and the files in it, in its order: the archive counts as a file of its own, `file`, and those in it as
/// the ones after. Archives in it are not opened.
pub(crate) fn open(bytes: &[u8], name: &str, file: usize) -> Vec<Opened> {
    let mut whole = Opened { name: name.to_owned(), kind: Kind::Zip, encoding: None, read: Read::default() };
    let mut report = |kind, entry: &str| {
        whole
            .read
            .findings
            .push(Finding { origin: Origin { file, place: Place::Entry(entry.to_owned()) }, kind });
    };
    let mut files = Vec::new();
    match ZipArchive::new(Cursor::new(bytes)) {
        Err(error) => report(FindingKind::Broken(error.to_string()), ""),
        Ok(mut archive) => read_all(&mut archive, file, &mut files, &mut report),
    }
    std::iter::once(whole).chain(files).collect()
}

fn read_all(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    file: usize,
    files: &mut Vec<Opened>,
    report: &mut impl FnMut(FindingKind, &str),
) {
    let (mut left, mut seen) = (MOST_BYTES, 0);
    for index in 0..archive.len() {
        if seen >= MOST_FILES {
            return report(FindingKind::TooMany { most: MOST_FILES }, "");
        }
        let mut entry = match archive.by_index(index) {
            Ok(entry) => entry,
            Err(error) => {
                report(FindingKind::Broken(error.to_string()), &index.to_string());
                seen += 1;
                continue;
            }
        };
        let name = label(&String::from_utf8_lossy(entry.name_raw()));
        if entry.is_dir() || is_of_the_system(&name) {
            continue;
        }
        seen += 1;
        // What the archive says of its sizes may be a lie: what comes out is counted.
        let most = LARGEST.min(left);
        let mut bytes = Vec::new();
        match entry.by_ref().take(most + 1).read_to_end(&mut bytes) {
            Err(error) => report(FindingKind::Broken(error.to_string()), &name),
            Ok(length) if length as u64 > most => {
                report(FindingKind::TooLarge { most }, &name);
                left = left.saturating_sub(most);
            }
            Ok(length) => {
                left -= length as u64;
                files.push(open_file(&bytes, &name, file + 1 + files.len()));
            }
        }
    }
}

/// A name as people read it: without what would lead out of a folder, and without control characters.
fn label(name: &str) -> String {
    let name = name.replace('\\', "/").replace(char::is_control, "");
    let parts = name.split('/').filter(|part| !part.is_empty() && *part != "." && *part != "..");
    parts.collect::<Vec<_>>().join("/")
}

/// What systems put into archives beside what somebody packed.
fn is_of_the_system(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        for (name, bytes) in files {
            writer.start_file(*name, options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn kinds(opened: &[Opened]) -> Vec<Kind> {
        opened.iter().map(|one| one.kind).collect()
    }

    #[test]
    fn files_of_an_archive_count_each_and_names_are_labels() {
        let inner = zip(&[("a.json", b"{}")]);
        let archive = zip(&[
            ("../../etc/a.xml", b"<schedule><day date='2027-08-09'><room name='A'><event><start>9</start></event></room></day></schedule>"),
            ("__MACOSX/._a.xml", b"x"),
            ("b\\C:\\x.csv", b"a;b\n1;2"),
            ("inner.zip", &inner),
        ]);
        let opened = crate::open(&archive, "todo.zip", 3);
        assert_eq!(kinds(&opened), [Kind::Zip, Kind::ScheduleXml, Kind::Table, Kind::Zip]);
        assert_eq!(opened[1].name, "etc/a.xml");
        assert!(opened[1].read.findings.iter().all(|finding| finding.origin.file == 4));
        assert_eq!(opened[3].read.findings[0].kind, FindingKind::Unread);
    }

    #[test]
    fn bombs_are_refused() {
        let zeros = vec![0; usize::try_from(LARGEST).unwrap() + 1];
        let opened = crate::open(&zip(&[("zeros", &zeros), ("b.csv", b"a;b\n1;2")]), "bomb.zip", 0);
        assert_eq!(opened[0].read.findings[0].kind, FindingKind::TooLarge { most: LARGEST });
        assert_eq!(kinds(&opened), [Kind::Zip, Kind::Table]);
        let names: Vec<String> = (0..=MOST_FILES).map(|number| format!("{number}.txt")).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"a"[..])).collect();
        let opened = crate::open(&zip(&many), "many.zip", 0);
        assert_eq!(opened[0].read.findings[0].kind, FindingKind::TooMany { most: MOST_FILES });
        assert_eq!(opened.len(), MOST_FILES + 1);
    }

    #[test]
    fn broken_archives_say_so() {
        let mut archive = zip(&[("a.csv", b"a;b\n1;2")]);
        archive.truncate(archive.len() - 10);
        let opened = crate::open(&archive, "a.zip", 0);
        assert!(matches!(opened[0].read.findings[0].kind, FindingKind::Broken(_)));
    }
}
