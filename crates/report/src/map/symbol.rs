//! A shape and a colour for each service; both tell it, so that the map can be
//! read without seeing colours.

use super::{Kind, Symbols};
use crate::context::Context;
use crate::svg::Svg;
use domain::ServiceId;
use std::fmt::Write;

/// The colour-blind-safe palette of Okabe and Ito (2008), some darkened so that a
/// white figure on them has a contrast of 4.5.
const COLOURS: [&str; 7] = [
    "#0067a0", "#b34a00", "#00785a", "#8f3f71", "#4a4a8a", "#7a5c00", "#44545c",
];

/// A shape and a colour.
#[derive(Debug, Clone, Copy)]
pub struct Symbol {
    pub colour: &'static str,
    corners: u32,
    turn: f64,
}

/// What exists without a service of the catalogue is grey.
const GREY: &str = "#6d6a62";

/// An existing site of which no service is known.
pub const SITE: Symbol = Symbol {
    colour: GREY,
    corners: 4,
    turn: 45.0,
};

/// An institution of long-term care.
pub const INSTITUTION: Symbol = Symbol {
    colour: GREY,
    corners: 5,
    turn: 0.0,
};

/// Circle, square, diamond, triangle, hexagon, pentagon, triangle on its point.
const SHAPES: [(u32, f64); 7] = [
    (0, 0.0),
    (4, 45.0),
    (4, 0.0),
    (3, 0.0),
    (6, 0.0),
    (5, 0.0),
    (3, 180.0),
];

/// Symbols of the services that a map shows, in the order of the catalogue.
pub fn symbols<'a>(c: &Context<'a>, kind: Kind) -> Symbols<'a> {
    let shown = |id: &ServiceId| {
        c.region.offers.iter().any(|row| row.service == *id)
            || kind == Kind::Proposed && c.plan.measures.iter().any(|row| row.service == *id)
    };
    c.region
        .services
        .iter()
        .enumerate()
        .filter(|(_, row)| shown(&row.id))
        .map(|(index, row)| {
            // More services than shapes: a shape comes again in another colour.
            let (corners, turn) = SHAPES[index % SHAPES.len()];
            let colour = COLOURS[(index + index / SHAPES.len()) % COLOURS.len()];
            (
                &row.id,
                Symbol {
                    colour,
                    corners,
                    turn,
                },
            )
        })
        .collect()
}

impl Symbol {
    /// Filled with its number when new, hollow when it exists.
    pub fn draw(self, svg: &mut Svg, (x, y): (f64, f64), radius: f64, number: Option<usize>) {
        let (fill, stroke, width) = match number {
            Some(_) => (self.colour, "#ffffff", 1.5),
            None => ("#ffffff", self.colour, 2.2),
        };
        let style = format!(
            r#"fill="{fill}" stroke="{stroke}" stroke-width="{width}" stroke-linejoin="round""#
        );
        if self.corners == 0 {
            svg.add(format_args!(
                r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}" {style}/>"#
            ));
        } else {
            svg.add(format_args!(
                r#"<path d="{}" {style}/>"#,
                self.polygon((x, y), radius)
            ));
        }
        if let Some(number) = number.filter(|number| *number > 0) {
            // The middle of the figures at the centroid, a little towards the broad
            // side of a triangle, where smaller ones have room on all sides.
            let (down, size) = match (self.corners, self.turn == 0.0) {
                (3, true) => (4.6, 11.0),
                (3, false) => (3.3, 11.0),
                _ => (4.4, 12.5),
            };
            svg.add(format_args!(
                r##"<text x="{x:.1}" y="{:.1}" font-size="{size}" font-weight="bold" fill="#ffffff" text-anchor="middle">{number}</text>"##,
                y + down
            ));
        }
    }

    /// Corners on a circle, of about the same area as the disc.
    fn polygon(self, (x, y): (f64, f64), radius: f64) -> String {
        let reach = radius
            * match self.corners {
                3 => 1.5,
                4 => 1.24,
                _ => 1.12,
            };
        let mut path = String::new();
        for corner in 0..self.corners {
            let angle = f64::from(corner) * std::f64::consts::TAU / f64::from(self.corners)
                + self.turn.to_radians();
            let letter = if corner == 0 { 'M' } else { 'L' };
            let _ = write!(
                path,
                "{letter}{:.1} {:.1}",
                x + reach * angle.sin(),
                y - reach * angle.cos()
            );
        }
        path.push('Z');
        path
    }
}
