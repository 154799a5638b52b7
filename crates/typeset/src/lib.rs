//! Typst sources to accessible PDF, offline and always to the same bytes.
//!
//! The PDF conforms to PDF/UA-1 (ISO 14289-1): a source that would break it,
//! such as one with an image without alternative text, is an error. There is no
//! clock, no network and no system font: only the files that are handed over,
//! the fonts of `typst-assets` and Open Sans.

mod raster;
mod world;

pub use raster::{Raster, png};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::Files;

/// The regular, bold and italic Open Sans that PDFs are set with.
pub const SANS: [&[u8]; 3] = [
    include_bytes!("../fonts/OpenSans-Regular.ttf"),
    include_bytes!("../fonts/OpenSans-Bold.ttf"),
    include_bytes!("../fonts/OpenSans-Italic.ttf"),
];

/// Why a source became no PDF.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// A file's name is no path within the document.
    #[error("the name of the file “{0}” cannot be used in a document")]
    FileName(String),
    /// The source does not compile, or the document would not be accessible.
    #[error("the document cannot be typeset: {0}")]
    Source(String),
    /// The standard asked for is not offered by this version of Typst.
    #[error("the PDF standard is not available: {0}")]
    Standard(String),
}

/// Sets a Typst source as PDF/UA-1.
///
/// `files` are what the source reads (`json("data.json")`, `image("map.svg")`),
/// by name. `ident` names the document for good: the same document has the same
/// one in every version. Title and language are the source's own
/// (`set document(title: …)`, `set text(lang: …)`); PDF/UA-1 demands both.
///
/// # Errors
/// [`TypesetError::Source`] with the line and the message of each fault.
pub fn pdf(
    source: &str,
    files: &[(String, Vec<u8>)],
    ident: &str,
) -> Result<Vec<u8>, TypesetError> {
    let world = Files::new(source, files)?;
    let document = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|errors| TypesetError::Source(world.tell(&errors)))?;
    let options = PdfOptions {
        ident: typst::foundations::Smart::Custom(ident.to_owned()),
        creator: typst::foundations::Smart::Custom(Some("Tuvāk".to_owned())),
        standards: PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|error| TypesetError::Standard(error.message().to_string()))?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| TypesetError::Source(world.tell(&errors)))
}
