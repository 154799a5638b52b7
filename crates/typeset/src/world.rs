//! What a document can see: its own files and the built-in fonts.

use crate::{SANS, TypesetError};
use std::collections::HashMap;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    SANS.into_iter()
        .chain(typst_assets::fonts())
        .flat_map(|data| Font::iter(Bytes::new(data)))
        .collect()
});
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// A main source and the files that it reads.
pub struct Files {
    main: Source,
    files: HashMap<FileId, Bytes>,
}

impl Files {
    /// # Errors
    /// [`TypesetError::FileName`] when a name leads out of the document.
    pub fn new(source: &str, files: &[(String, Vec<u8>)]) -> Result<Self, TypesetError> {
        let main = Source::new(id("main.typ")?, source.to_owned());
        let files = files
            .iter()
            .map(|(name, bytes)| Ok((id(name)?, Bytes::new(showable(bytes)))))
            .collect::<Result<_, TypesetError>>()?;
        Ok(Self { main, files })
    }

    /// The faults as lines of text.
    pub fn tell(&self, errors: &[SourceDiagnostic]) -> String {
        let told: Vec<String> = errors
            .iter()
            .map(|error| {
                let line = self
                    .range(error.span)
                    .and_then(|range| self.main.lines().byte_to_line(range.start))
                    .map(|line| format!("line {}: ", line + 1))
                    .unwrap_or_default();
                let hints: Vec<String> = error
                    .hints
                    .iter()
                    .map(|hint| format!(" ({})", hint.v))
                    .collect();
                format!("{line}{}{}", error.message, hints.concat())
            })
            .collect();
        told.join("\n")
    }
}

/// A text without characters for which no font has a glyph (PDF/UA-1 forbids
/// them); each becomes U+FFFD, so that one odd sign in a name does not cost the
/// whole document. Other files stay as they are.
fn showable(bytes: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return bytes.to_vec();
    };
    let unseen = |c: char| {
        matches!(
            c,
            '\n' | '\r' | '\t' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'
        )
    };
    let shown = |c: char| {
        c.is_ascii_graphic()
            || FONTS
                .iter()
                .any(|font| font.info().coverage.contains(c.into()))
    };
    text.chars()
        .map(|c| if unseen(c) || shown(c) { c } else { '\u{fffd}' })
        .collect::<String>()
        .into_bytes()
}

fn id(name: &str) -> Result<FileId, TypesetError> {
    let path = VirtualPath::new(name).map_err(|_| TypesetError::FileName(name.to_owned()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Files {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let text = self
            .file(id)?
            .to_str()
            .map_err(|_| FileError::InvalidUtf8)?
            .to_string();
        Ok(Source::new(id, text))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = || id.vpath().get_without_slash().into();
        self.files
            .get(&id)
            .cloned()
            .ok_or_else(|| FileError::NotFound(path()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
