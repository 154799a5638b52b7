//! The plan as people read it: a document (PDF by way of Typst, DOCX), tables
//! (XLSX), maps (SVG) and layers for a GIS (GeoJSON), in Latvian and English.
//!
//! Pure functions from a [`Plan`] and its [`Region`]. The public edition takes
//! what the `disclosure` crate has protected; this crate protects nothing, but
//! leaves out what the public edition has no data for and says that counts are
//! rounded. The PDF itself is set by the `typeset` crate from [`typst()`].

mod chapters;
mod chart;
mod context;
mod docx;
mod geo;
mod map;
mod model;
mod svg;
mod typst;
mod xlsx;

use context::Context;
use domain::{Lang, Plan, Region};

pub use map::Kind as MapKind;

/// For whom it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edition {
    /// Exact, and restricted.
    Internal,
    /// For publication: counts of people are protected.
    Public,
}

/// A document that could not be written.
#[derive(Debug)]
pub struct WriteError(String);

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the report could not be written: {}", self.0)
    }
}

impl std::error::Error for WriteError {}

impl WriteError {
    fn new(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// A Typst document: the source and the files that it reads.
pub struct TypstSource {
    /// The source.
    pub source: String,
    /// Name → content.
    pub files: Vec<(String, Vec<u8>)>,
    /// Names the document for good (for the PDF's identifier).
    pub ident: String,
}

/// The plan as a Typst document, for `typeset::pdf`.
///
/// # Errors
/// When a figure of the plan is not finite.
pub fn typst(
    plan: &Plan,
    region: &Region,
    lang: Lang,
    edition: Edition,
) -> Result<TypstSource, WriteError> {
    typst::source(&Context::new(plan, region, lang, edition))
}

/// A picture made of pixels.
pub struct Png {
    /// The file's content.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Makes pixels of an SVG; `None` where that is not possible. What paints (the
/// `typeset` crate does) is the caller's to choose.
pub type Paint<'a> = &'a dyn Fn(&str) -> Option<Png>;

/// Paints nothing: a text document then says in words what its pictures show,
/// and in which files they are.
pub fn no_pictures(_: &str) -> Option<Png> {
    None
}

/// The plan as an editable text document.
///
/// # Errors
/// When it cannot be packed.
pub fn docx(
    plan: &Plan,
    region: &Region,
    lang: Lang,
    edition: Edition,
    paint: Paint,
) -> Result<Vec<u8>, WriteError> {
    let context = Context::new(plan, region, lang, edition);
    docx::write(&context, &pictures(&context, paint))
}

fn pictures(c: &Context, paint: Paint) -> Vec<(String, Png)> {
    let svgs = [MapKind::Today, MapKind::Proposed]
        .map(|kind| (kind.file(), map::svg(c, kind)))
        .into_iter()
        .chain([(chart::FILE, chart::svg(c))]);
    svgs.filter_map(|(name, svg)| Some((name.to_owned(), paint(&svg)?)))
        .collect()
}

/// The tables of the plan, a sheet each.
///
/// # Errors
/// When a sheet is refused (more rows than a spreadsheet has).
pub fn xlsx(
    plan: &Plan,
    region: &Region,
    lang: Lang,
    edition: Edition,
) -> Result<Vec<u8>, WriteError> {
    xlsx::write(&Context::new(plan, region, lang, edition))
}

/// A map of the region as SVG without references to anything outside.
pub fn map_svg(
    plan: &Plan,
    region: &Region,
    lang: Lang,
    kind: MapKind,
    edition: Edition,
) -> String {
    map::svg(&Context::new(plan, region, lang, edition), kind)
}

/// Existing sites and measures as points (GeoJSON, RFC 7946).
pub fn sites_geojson(plan: &Plan, region: &Region, lang: Lang, edition: Edition) -> String {
    geo::sites(&Context::new(plan, region, lang, edition))
}

/// Who goes where as lines (GeoJSON, RFC 7946); for the internal edition only,
/// and empty in a plan without assignments.
pub fn flows_geojson(plan: &Plan, region: &Region, lang: Lang) -> String {
    geo::flows(&Context::new(plan, region, lang, Edition::Internal))
}

/// Every file of an edition but the PDF: name and content. `paint` makes the
/// pictures of the text document.
///
/// # Errors
/// As [`docx()`] and [`xlsx()`].
pub fn files(
    plan: &Plan,
    region: &Region,
    lang: Lang,
    edition: Edition,
    paint: Paint,
) -> Result<Vec<(String, Vec<u8>)>, WriteError> {
    let context = Context::new(plan, region, lang, edition);
    let mut files = vec![
        (
            "plan.docx".to_owned(),
            docx::write(&context, &pictures(&context, paint))?,
        ),
        ("tables.xlsx".to_owned(), xlsx::write(&context)?),
        (
            MapKind::Today.file().to_owned(),
            map::svg(&context, MapKind::Today).into_bytes(),
        ),
        (
            MapKind::Proposed.file().to_owned(),
            map::svg(&context, MapKind::Proposed).into_bytes(),
        ),
        (
            "sites.geojson".to_owned(),
            geo::sites(&context).into_bytes(),
        ),
    ];
    if edition == Edition::Internal {
        files.push((
            "flows.geojson".to_owned(),
            geo::flows(&context).into_bytes(),
        ));
    }
    Ok(files)
}
