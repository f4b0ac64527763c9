//! What is served of a folder, and how.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use huso_receiver::config::system_clock;
use huso_receiver::limits::Limits;
use huso_receiver::{Config, Database, Store, exposed, router};
use huso_registration::Event;
use serde_json::json;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;
use tower::ServiceExt as _;

/// Files that were changed later than so long ago have no version to go by.
const SETTLED: Duration = Duration::from_millis(2_100);

struct Site {
    router: Router,
    folder: TempDir,
}

impl Site {
    /// An event, and a folder with these files beside a secret.
    async fn with(files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        let (site, store) = (folder.path().join("site"), folder.path().join("huso.db"));
        fs::create_dir(&site).unwrap();
        fs::write(folder.path().join("secret.txt"), "secret").unwrap();
        for (path, content) in files {
            fs::create_dir_all(site.join(path).parent().unwrap()).unwrap();
            fs::write(site.join(path), content).unwrap();
        }
        let event = json!({
            "huso": 1, "id": "fair", "title": "Feria", "timezone": "America/Bogota",
            "sessions": [{"id": "a", "title": "A", "start": "2099-08-11T09:00"}],
            "registration": {"fields": [{"id": "email", "type": "email", "label": "Correo", "required": true}]}
        });
        let config = Config {
            events: vec![Event::parse(&event.to_string()).0.unwrap()],
            site: Some(site),
            published: HashMap::new(),
            allowed_origins: Vec::new(),
            limits: Limits::default(),
            now: system_clock,
        };
        let store = Store::open(&Database::Sqlite(store)).await.unwrap();
        Self { router: router(config, store).await.unwrap(), folder }
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.folder.path().join("site").join(path)
    }

    async fn send(&self, request: Request<Body>) -> (StatusCode, HeaderMap, Bytes) {
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        (parts.status, parts.headers, to_bytes(body, usize::MAX).await.unwrap())
    }

    async fn get(
        &self,
        path: &str,
        headers: &[(header::HeaderName, &str)],
    ) -> (StatusCode, HeaderMap, Bytes) {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    async fn status(&self, path: &str) -> StatusCode {
        self.get(path, &[]).await.0
    }
}

fn unbrotli(content: &[u8]) -> String {
    let mut out = Vec::new();
    brotli::BrotliDecompress(&mut &*content, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn ungzip(content: &[u8]) -> String {
    std::io::read_to_string(flate2::read::GzDecoder::new(content)).unwrap()
}

const BR: (header::HeaderName, &str) = (header::ACCEPT_ENCODING, "gzip, deflate, br");
const GZIP: (header::HeaderName, &str) = (header::ACCEPT_ENCODING, "gzip");

#[tokio::test]
async fn hidden_files_are_nobodys() {
    let hidden =
        [".env", ".git/config", "a/.htpasswd", ".well-known/.secret", "a/.well-known/b.txt", ".huso.db-wal"];
    let mut files = hidden.map(|path| (path, "secret")).to_vec();
    files.extend([(".well-known/security.txt", "public"), ("a/b..c.txt", "public"), ("d./e.txt", "public")]);
    let site = Site::with(&files).await;
    for path in hidden {
        for path in [format!("/{path}"), format!("/{}", path.replace('.', "%2e")), format!("/a/..%2f{path}")]
        {
            assert_eq!(site.status(&path).await, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(site.get(&path, &[BR]).await.0, StatusCode::NOT_FOUND, "{path}, compressed");
        }
    }
    for path in ["/.git", "/.git/", "/.well-known/.", "/%2egit%2fconfig"] {
        assert!(!site.status(path).await.is_success(), "{path}");
    }
    for path in ["/.well-known/security.txt", "/a/b..c.txt", "/d./e.txt", "/%2ewell-known/security.txt"] {
        assert_eq!(site.status(path).await, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn no_path_leads_out_of_the_folder() {
    let site = Site::with(&[("a/b.txt", "public")]).await;
    let name = site.folder.path().file_name().unwrap().to_str().unwrap().to_owned();
    let out = [
        "/../secret.txt",
        "/a/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/a/%2e%2e/%2e%2e/secret.txt",
        "/%252e%252e/secret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/%uff0e%uff0e/secret.txt",
        "//secret.txt",
        "/./../secret.txt",
        "/....//secret.txt",
        "/..;/secret.txt",
        "/%00/../secret.txt",
        "/a/b.txt%00",
        "/%2f%2fetc%2fpasswd",
        "/a/b.txt/",
        "/a/b.txt/../../../secret.txt",
        "/%ff",
        "/site/../../secret.txt",
    ];
    let absolute = format!("/%2f{}", site.folder.path().join("secret.txt").display());
    let around = format!("/..%2f..%2f{name}%2fsecret.txt");
    let long = format!("/{}", "a".repeat(300));
    for path in out.into_iter().chain([absolute.as_str(), &around, &long]) {
        for method in [Method::GET, Method::HEAD] {
            for accepted in ["identity", "br, gzip"] {
                let request = Request::builder().method(&method).uri(path.replace('\\', "%5c"));
                let request = request.header(header::ACCEPT_ENCODING, accepted).body(Body::empty()).unwrap();
                let (status, _, body) = site.send(request).await;
                assert_eq!(status, StatusCode::NOT_FOUND, "{method} {path}");
                assert!(!String::from_utf8_lossy(&body).contains("secret"), "{path}");
            }
        }
    }
    assert_eq!(site.status("/a/./b.txt").await, StatusCode::OK);
}

#[cfg(unix)]
#[tokio::test]
async fn links_are_followed_within_the_folder_only() {
    use std::os::unix::fs::symlink;
    let site = Site::with(&[("a/b.txt", "public"), ("index.html", "public")]).await;
    symlink("../secret.txt", site.path("out.txt")).unwrap();
    symlink(site.folder.path(), site.path("up")).unwrap();
    symlink("out.txt", site.path("twice.txt")).unwrap();
    symlink("nowhere.txt", site.path("broken.txt")).unwrap();
    symlink("a/b.txt", site.path("in.txt")).unwrap();
    symlink(site.path("a"), site.path("in")).unwrap();
    for path in ["/out.txt", "/up/secret.txt", "/up/", "/up", "/twice.txt", "/broken.txt", "/up/huso.db"] {
        assert_eq!(site.get(path, &[]).await.0, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(site.get(path, &[BR]).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/in.txt", "/in/b.txt", "/up/site/a/b.txt"] {
        assert_eq!(site.get(path, &[]).await.2, "public", "{path}");
    }

    // The whole folder may be a link that is turned to the next version.
    let next = site.folder.path().join("next");
    fs::create_dir(&next).unwrap();
    fs::write(next.join("index.html"), "next").unwrap();
    fs::rename(site.path(""), site.folder.path().join("before")).unwrap();
    symlink("next", site.folder.path().join("site")).unwrap();
    assert_eq!(site.get("/", &[]).await.2, "next");
}

#[cfg(unix)]
#[tokio::test]
async fn what_is_no_file_is_not_opened() {
    let site = Site::with(&[("index.html/a.txt", "a")]).await;
    let pipe = site.path("pipe.js");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in ["/pipe.js", "/"] {
        let asked = tokio::time::timeout(Duration::from_secs(10), site.get(path, &[BR])).await;
        assert_eq!(asked.expect("it waited for who writes into the pipe").0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn browsers_are_told_not_to_guess_whatever_they_get() {
    let site = Site::with(&[("huso.js", "export {}")]).await;
    let form = "/events/fair/registrations";
    let mut kinds = Vec::new();
    let mut ask = async |method: &str, path: &str, headers: &[(&str, &str)], body: &str, status: u16| {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (is, headers, _) = site.send(request.body(Body::from(body.to_owned())).unwrap()).await;
        assert_eq!(is, status, "{method} {path}");
        assert_eq!(headers.get(header::X_CONTENT_TYPE_OPTIONS).unwrap(), "nosniff", "{method} {path}");
        assert_eq!(headers.get_all(header::X_CONTENT_TYPE_OPTIONS).iter().count(), 1, "{method} {path}");
        kinds.push(headers.get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned()));
    };
    let (json, page) = (("content-type", "application/json"), ("accept", "text/html"));
    ask("GET", "/huso.js", &[], "", 200).await;
    ask("HEAD", "/huso.js", &[("accept-encoding", "br")], "", 200).await;
    ask("GET", "/huso.js", &[("range", "bytes=99-")], "", 416).await;
    ask("GET", "/none.js", &[], "", 404).await;
    ask("POST", "/huso.js", &[], "", 405).await;
    ask("GET", "/events/fair/form", &[], "", 200).await;
    ask("GET", "/events/fair/form", &[page], "", 200).await;
    ask("GET", "/events/none/form", &[page], "", 404).await;
    ask("GET", "/events/style.css", &[], "", 200).await;
    ask("GET", "/events/huso.css", &[], "", 200).await;
    ask("GET", "/events/fair/calendar.ics", &[], "", 200).await;
    ask("GET", "/events/fair/agenda.html", &[], "", 200).await;
    ask("GET", "/events/none/agenda.html", &[], "", 404).await;
    ask("GET", "/healthz", &[], "", 200).await;
    ask("GET", "/readyz", &[], "", 200).await;
    ask("GET", form, &[], "", 405).await;
    ask("POST", form, &[json], "{", 400).await;
    ask("POST", form, &[json], &"x".repeat(70_000), 413).await;
    ask("POST", form, &[], "", 415).await;
    ask("POST", form, &[page, ("content-type", "application/x-www-form-urlencoded")], "a=b", 422).await;
    ask(
        "OPTIONS",
        form,
        &[("origin", "https://a.example"), ("access-control-request-method", "POST")],
        "",
        200,
    )
    .await;
    assert!(kinds.iter().flatten().any(|kind| kind == "application/problem+json"), "{kinds:?}");

    // A body that never comes: the clock is moved, not waited for.
    tokio::time::pause();
    let never = Body::from_stream(futures_util::stream::pending::<Result<Bytes, std::io::Error>>());
    let request = Request::post(form).header("content-type", "application/json").body(never).unwrap();
    let (status, headers, _) = site.send(request).await;
    assert_eq!(status, StatusCode::REQUEST_TIMEOUT);
    assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
}

#[tokio::test]
async fn files_are_compressed_for_those_who_can_read_it() {
    let text = "let huso = 'horario';\n".repeat(200);
    let site =
        Site::with(&[("a.js", &text), ("a.png", &text), ("short.js", "export {}"), ("b.js.br", &text)]).await;
    std::thread::sleep(SETTLED);
    let (status, plain, body) = site.get("/a.js", &[]).await;
    assert_eq!((status, body.as_ref()), (StatusCode::OK, text.as_bytes()));
    assert!(!plain.contains_key(header::CONTENT_ENCODING));
    let mut tags = vec![plain[header::ETAG].clone()];
    for (accepted, coding) in [(BR, "br"), (GZIP, "gzip")] {
        let (status, headers, body) = site.get("/a.js", std::slice::from_ref(&accepted)).await;
        assert_eq!((status, &headers[header::CONTENT_ENCODING]), (StatusCode::OK, &coding.parse().unwrap()));
        assert_eq!(headers[header::CONTENT_TYPE], "text/javascript");
        assert_eq!(headers[header::CACHE_CONTROL], "no-cache");
        assert_eq!(headers[header::CONTENT_LENGTH], body.len().to_string());
        assert!(body.len() < text.len() / 5, "{coding}: {}", body.len());
        assert_eq!(if coding == "br" { unbrotli(&body) } else { ungzip(&body) }, text);
        tags.push(headers[header::ETAG].clone());

        let head = Request::head("/a.js").header(accepted.0.clone(), accepted.1).body(Body::empty()).unwrap();
        let (_, head, _) = site.send(head).await;
        for name in [header::CONTENT_LENGTH, header::ETAG, header::CONTENT_ENCODING, header::LAST_MODIFIED] {
            assert_eq!(head[&name], headers[&name], "{name} of HEAD");
        }
        let tag = headers[header::ETAG].to_str().unwrap();
        let (status, known, body) =
            site.get("/a.js", &[accepted.clone(), (header::IF_NONE_MATCH, tag)]).await;
        assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0));
        assert_eq!(known[header::ETAG], tag);
        varies(&known);
        varies(&headers);
        let since = headers[header::LAST_MODIFIED].to_str().unwrap();
        let (status, ..) = site.get("/a.js", &[accepted, (header::IF_MODIFIED_SINCE, since)]).await;
        assert_eq!(status, StatusCode::NOT_MODIFIED);
    }
    varies(&plain);
    tags.sort_by_key(|tag| tag.to_str().unwrap().to_owned());
    tags.dedup();
    assert_eq!(tags.len(), 3, "each representation has its own tag: {tags:?}");

    for path in ["/a.png", "/short.js", "/b.js.br"] {
        let (status, headers, _) = site.get(path, &[BR]).await;
        assert_eq!((status, headers.get(header::CONTENT_ENCODING)), (StatusCode::OK, None), "{path}");
    }
    for path in ["/a.js.br", "/a.js%2Ebr", "/a.js.gz", "/b.js"] {
        assert_eq!(site.get(path, &[BR]).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

fn varies(headers: &HeaderMap) {
    let vary: Vec<_> = headers.get_all(header::VARY).iter().map(|value| value.to_str().unwrap()).collect();
    assert!(vary.join(",").to_lowercase().contains("accept-encoding"), "{vary:?}");
}

#[tokio::test]
async fn parts_are_parts_of_the_file() {
    let text = "0123456789".repeat(100);
    let site = Site::with(&[("a.js", &text)]).await;
    std::thread::sleep(SETTLED);
    let (status, headers, body) = site.get("/a.js", &[BR, (header::RANGE, "bytes=3-5")]).await;
    assert_eq!((status, body.as_ref()), (StatusCode::PARTIAL_CONTENT, b"345".as_slice()));
    assert_eq!(headers[header::CONTENT_RANGE], "bytes 3-5/1000");
    assert!(!headers.contains_key(header::CONTENT_ENCODING));
    // What was begun may have been another version.
    let rest = [(header::RANGE, "bytes=3-"), (header::IF_RANGE, "\"another\"")];
    let (status, _, body) = site.get("/a.js", &rest).await;
    assert_eq!((status, body.len()), (StatusCode::OK, 1000));
}

/// Whatever browsers and proxies know of a file, they are not told that it is still the same.
async fn is_told_new(site: &Site, known: &[HeaderMap], new: &str) {
    for headers in known {
        for (asked, name) in
            [(header::IF_NONE_MATCH, header::ETAG), (header::IF_MODIFIED_SINCE, header::LAST_MODIFIED)]
        {
            let Some(value) = headers.get(&name) else { continue };
            for accepted in [BR, GZIP, (header::ACCEPT_ENCODING, "identity")] {
                let (status, ..) =
                    site.get("/a.js", &[accepted, (asked.clone(), value.to_str().unwrap())]).await;
                assert_eq!(status, StatusCode::OK, "{asked}: {value:?}");
            }
        }
    }
    for accepted in [BR, GZIP, (header::ACCEPT_ENCODING, "identity")] {
        let (_, headers, body) = site.get("/a.js", &[accepted]).await;
        let text = match headers.get(header::CONTENT_ENCODING).map(|coding| coding.to_str().unwrap()) {
            Some("br") => unbrotli(&body),
            Some("gzip") => ungzip(&body),
            _ => String::from_utf8(body.to_vec()).unwrap(),
        };
        assert_eq!(text.get(..9), Some(new));
    }
}

#[tokio::test]
async fn a_file_that_was_changed_is_never_served_as_it_was() {
    let text = |version: &str| format!("{version}\n").repeat(200);
    let site = Site::with(&[("a.js", &text("version 1"))]).await;
    let path = site.path("a.js");
    let seen = async || {
        let mut seen = Vec::new();
        for accepted in [BR, GZIP, (header::ACCEPT_ENCODING, "identity")] {
            seen.push(site.get("/a.js", &[accepted]).await.1);
        }
        seen
    };
    // In the same moment, as large as before: no date and no clock of a file system tells them apart.
    let known = seen().await;
    fs::write(&path, text("version 2")).unwrap();
    is_told_new(&site, &known, "version 2").await;

    std::thread::sleep(SETTLED);
    let known = seen().await;
    assert!(known.iter().all(|headers| headers.contains_key(header::ETAG)));
    // As large, and with the date it had: `cp -p`, `rsync -t`.
    let date = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, text("version 3")).unwrap();
    fs::File::options().append(true).open(&path).unwrap().set_modified(date).unwrap();
    is_told_new(&site, &known, "version 3").await;

    // An older one that is put back.
    let old = site.path("old.js");
    fs::write(&old, text("version 4")).unwrap();
    let long_ago = SystemTime::now() - Duration::from_secs(86_400);
    fs::File::options().append(true).open(&old).unwrap().set_modified(long_ago).unwrap();
    fs::rename(&old, &path).unwrap();
    is_told_new(&site, &known, "version 4").await;
    std::thread::sleep(SETTLED);
    is_told_new(&site, &known, "version 4").await;

    fs::remove_file(&path).unwrap();
    assert_eq!(site.get("/a.js", &[BR]).await.0, StatusCode::NOT_FOUND);
}

#[test]
fn a_database_is_found_in_the_folder_by_whatever_way_it_is_named() {
    let folder = TempDir::new().unwrap();
    let (site, data) = (folder.path().join("site"), folder.path().join("data"));
    fs::create_dir_all(site.join("deep/.hidden")).unwrap();
    fs::create_dir(&data).unwrap();
    let is_exposed = |path: &Path| exposed(path, &site).unwrap().is_some();
    for path in ["site/huso.db", "site/deep/.hidden/huso.db", "data/../site/huso.db", "site/deep/../huso.db"]
    {
        assert!(is_exposed(&folder.path().join(path)), "{path}");
    }
    for path in ["huso.db", "data/huso.db", "site/../huso.db", "site.db"] {
        assert!(!is_exposed(&folder.path().join(path)), "{path}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        fs::write(site.join("real.db"), "").unwrap();
        symlink("../site/real.db", data.join("link.db")).unwrap();
        symlink("../site/later.db", data.join("not-yet.db")).unwrap();
        symlink("link.db", data.join("twice.db")).unwrap();
        symlink(&site, folder.path().join("elsewhere")).unwrap();
        symlink("../site/a-wal", data.join("apart.db-wal")).unwrap();
        fs::write(data.join("real.db"), "").unwrap();
        symlink(data.join("real.db"), site.join("named.db")).unwrap();
        for path in ["data/link.db", "data/not-yet.db", "data/twice.db", "elsewhere/huso.db", "data/apart.db"]
        {
            assert!(is_exposed(&folder.path().join(path)), "{path}");
        }
        assert!(!is_exposed(&site.join("named.db")), "a link that leads out is not followed");
        assert!(exposed(&data.join("huso.db"), &folder.path().join("elsewhere")).unwrap().is_none());
        assert!(exposed(&site.join("huso.db"), &folder.path().join("elsewhere")).unwrap().is_some());
        symlink("endless.db", data.join("endless.db")).unwrap();
        assert!(exposed(&data.join("endless.db"), &site).is_err());
    }
}
