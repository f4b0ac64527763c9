//! The folder's files, as `ServeDir` asks for them.

use super::coding::Coding;
use super::compressed::Compressed;
use super::folder::{Entry, Facts, Folder};
use axum::body::Bytes;
use futures_util::future::{BoxFuture, FutureExt as _};
use std::future::{Ready, ready};
use std::io::{self, Cursor, ErrorKind};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::SystemTime;
use tokio::io::{AsyncRead, AsyncSeek, ReadBuf, SeekFrom};
use tokio::task::spawn_blocking;
use tokio_util::either::Either;
use tower_http::services::fs::{Backend, File, Metadata};

/// A folder's files and, as `FILE.br` and `FILE.gz`, the compressed ones if there are such.
#[derive(Clone, Debug)]
pub struct SiteBackend {
    folder: Folder,
    compressed: Option<Compressed>,
}

/// An open file, or one that was compressed before.
pub struct SiteFile {
    content: Either<tokio::fs::File, Cursor<Bytes>>,
    facts: Facts,
}

impl SiteBackend {
    /// The files of a folder.
    pub fn new(folder: Folder, compressed: Option<Compressed>) -> Self {
        Self { folder, compressed }
    }

    /// Looks at something of the folder where it may take a while.
    async fn look<T: Send + 'static>(
        self,
        path: PathBuf,
        look: fn(&Folder, &Path) -> io::Result<T>,
    ) -> io::Result<T> {
        spawn_blocking(move || look(&self.folder, &path)).await.map_err(io::Error::other)?
    }

    async fn open_compressed(
        self,
        compressed: Compressed,
        path: PathBuf,
        coding: Coding,
    ) -> io::Result<SiteFile> {
        let entry = self.look(path.with_extension(""), Folder::file).await?;
        let changed = entry.facts.changed;
        let content = compressed.get(entry, coding).await?;
        let len = u64::try_from(content.len()).map_err(io::Error::other)?;
        let facts = Facts { is_dir: false, len, changed };
        Ok(SiteFile { content: Either::Right(Cursor::new(content)), facts })
    }

    async fn open_plain(self, path: PathBuf) -> io::Result<SiteFile> {
        let (file, facts) = self.look(path, open).await?;
        Ok(SiteFile { content: Either::Left(file.into()), facts })
    }

    /// The compressed files, if one is meant.
    fn means_compressed(&self, path: &Path) -> Option<(Compressed, Coding)> {
        Some((self.compressed.clone()?, Coding::of(path)?))
    }
}

fn open(folder: &Folder, path: &Path) -> io::Result<(std::fs::File, Facts)> {
    let file = std::fs::File::open(folder.file(path)?.path)?;
    let facts = Facts::of(&file.metadata()?)?;
    Ok((file, facts))
}

impl Backend for SiteBackend {
    type File = SiteFile;
    type Metadata = Facts;
    type OpenFuture = BoxFuture<'static, io::Result<SiteFile>>;
    type MetadataFuture = BoxFuture<'static, io::Result<Facts>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        let site = self.clone();
        match self.means_compressed(&path) {
            Some((compressed, coding)) => site.open_compressed(compressed, path, coding).boxed(),
            None => site.open_plain(path).boxed(),
        }
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        let site = self.clone();
        match self.means_compressed(&path) {
            Some((compressed, coding)) => {
                async move { Ok(site.open_compressed(compressed, path, coding).await?.facts) }.boxed()
            }
            None => {
                async move { site.look(path, Folder::entry).await.map(|entry: Entry| entry.facts) }.boxed()
            }
        }
    }
}

impl File for SiteFile {
    type Metadata = Facts;
    type MetadataFuture<'a> = Ready<io::Result<Facts>>;

    fn metadata(&self) -> Self::MetadataFuture<'_> {
        ready(Ok(self.facts))
    }
}

impl Metadata for Facts {
    fn is_dir(&self) -> bool {
        self.is_dir
    }

    fn len(&self) -> u64 {
        self.len
    }

    fn modified(&self) -> io::Result<SystemTime> {
        self.changed.ok_or(ErrorKind::Unsupported.into())
    }
}

impl AsyncRead for SiteFile {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.content).poll_read(context, buffer)
    }
}

impl AsyncSeek for SiteFile {
    fn start_seek(mut self: Pin<&mut Self>, position: SeekFrom) -> io::Result<()> {
        Pin::new(&mut self.content).start_seek(position)
    }

    fn poll_complete(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<u64>> {
        Pin::new(&mut self.content).poll_complete(context)
    }
}
