//! `huso serve --site` and the files that are nobody's business.

use crate::program::{err, example, huso};
use std::path::Path;
use tempfile::TempDir;

fn serve(site: &Path, database: &Path) -> String {
    let (site, database) = (site.to_str().unwrap(), database.to_str().unwrap());
    let output = huso(&[
        "serve",
        "--event",
        &example(2027),
        "--site",
        site,
        "--database",
        database,
        "--listen",
        "127.0.0.1:0",
    ]);
    assert_eq!(output.status.code(), Some(2));
    err(&output).to_owned()
}

#[test]
fn registrations_are_not_stored_where_everybody_could_download_them() {
    let folder = TempDir::new().unwrap();
    let site = folder.path().join("site");
    std::fs::create_dir(&site).unwrap();
    let mut ways = vec![site.join("huso.db"), site.join("../site/huso.db")];
    #[cfg(unix)]
    {
        let link = folder.path().join("link.db");
        std::os::unix::fs::symlink("site/huso.db", &link).unwrap();
        ways.push(link);
    }
    for database in ways {
        let error = serve(&site, &database);
        assert!(error.contains("everybody could download it; name a place outside"), "{error}");
        assert_eq!(
            std::fs::read_dir(&site).unwrap().count(),
            0,
            "nothing was made there: {}",
            database.display()
        );
    }
}
