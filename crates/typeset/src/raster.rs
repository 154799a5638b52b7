//! Pixels of SVG, for documents that cannot hold vectors.

use crate::SANS;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Options, Tree};
use std::sync::Arc;

/// A picture as PNG.
pub struct Raster {
    /// The file's content.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Paints an SVG `width` pixels wide, with the fonts of the PDF and no others.
/// `None` where it is not an SVG or has no size.
pub fn png(svg: &str, width: u32) -> Option<Raster> {
    let mut fonts = usvg::fontdb::Database::new();
    for font in SANS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family("Open Sans");
    let options = Options {
        fontdb: Arc::new(fonts),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).ok()?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = Pixmap::new(width, height)?;
    let transform = Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    Some(Raster {
        bytes: pixels.encode_png().ok()?,
        width,
        height,
    })
}
