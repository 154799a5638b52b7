//! Degrees to the map's units: equirectangular, true at the middle parallel.
//! Over a planning region (2 degrees of latitude) the scale is right within 3 %.

use super::WIDTH;
use crate::context::Context;
use crate::svg::{INK, Svg};
use domain::{Boundary, LatLon, SiteRef};
use std::fmt::Write;

const MARGIN: f64 = 16.0;
/// Metres of a degree of latitude on the sphere of 6,371,008.8 m.
const METRES_PER_DEGREE: f64 = 111_195.08;

pub struct Projection {
    north: f64,
    west: f64,
    /// Units of a degree of longitude and of latitude.
    scale: (f64, f64),
    height: f64,
}

impl Projection {
    /// A map that holds all outlines, places and sites, no higher than asked.
    pub fn new(c: &Context, outlines: &[&Boundary], most_height: f64) -> Self {
        let region = c.region;
        let rings = outlines
            .iter()
            .flat_map(|outline| outline.polygons.iter().flatten().flatten().copied());
        let sites = region.sites.iter().map(|row| SiteRef::Site(row.id.clone()));
        let candidates = region
            .candidates
            .iter()
            .map(|row| SiteRef::Candidate(row.id.clone()));
        let points: Vec<LatLon> = rings
            .chain(region.places.iter().map(|row| row.at))
            .chain(
                sites
                    .chain(candidates)
                    .filter_map(|site| region.position(&site)),
            )
            .collect();
        let range = |of: fn(&LatLon) -> f64| {
            let low = points.iter().map(of).fold(f64::INFINITY, f64::min);
            let high = points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
            // A region of one point is still drawn, about ten kilometres wide.
            if high - low > 0.05 {
                (low, high)
            } else if low.is_finite() {
                (low - 0.05, high + 0.05)
            } else {
                (56.0, 58.0)
            }
        };
        let (south, north) = range(|at| at.lat);
        let (west, east) = range(|at| at.lon);
        let shrink = ((south + north) / 2.0).to_radians().cos();
        let wide = (WIDTH - 2.0 * MARGIN) / (east - west);
        let wide = wide.min(most_height / (north - south) * shrink);
        let scale = (wide, wide / shrink);
        let height = (north - south) * scale.1 + 2.0 * MARGIN;
        let slack = (WIDTH - 2.0 * MARGIN - (east - west) * scale.0) / 2.0;
        Self {
            north,
            west: west - slack / scale.0,
            scale,
            height,
        }
    }

    /// Width and height of the map.
    pub fn size(&self) -> (f64, f64) {
        (WIDTH, self.height)
    }

    pub fn point(&self, at: LatLon) -> (f64, f64) {
        (
            MARGIN + (at.lon - self.west) * self.scale.0,
            MARGIN + (self.north - at.lat) * self.scale.1,
        )
    }

    /// A closed path.
    pub fn path(&self, ring: &[LatLon]) -> String {
        let mut path = String::new();
        let mut last = None;
        for at in ring {
            let (x, y) = self.point(*at);
            let point = format!("{x:.1} {y:.1}");
            // Points that fall together at this scale say nothing.
            if last.as_ref() != Some(&point) {
                let _ = write!(path, "{}{point}", if last.is_none() { 'M' } else { 'L' });
                last = Some(point);
            }
        }
        path.push('Z');
        path
    }

    /// A bar of 5, 10, 20 … km in the lower left corner.
    pub fn scale_bar(&self, c: &Context, svg: &mut Svg) {
        let units_per_km = self.scale.1 / METRES_PER_DEGREE * 1000.0;
        let km = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]
            .into_iter()
            .rev()
            .find(|km| km * units_per_km <= 190.0)
            .unwrap_or(1.0);
        let (x, y, width) = (MARGIN, self.height - 12.0, km * units_per_km);
        svg.add(format_args!(
            r#"<path d="M{x} {:.1}V{y:.1}H{:.1}V{:.1}" fill="none" stroke="{INK}" stroke-width="1.2"/>"#,
            y - 6.0,
            x + width,
            y - 6.0
        ));
        svg.text(
            (x + width / 2.0, y - 5.0),
            13.0,
            INK,
            "middle",
            &format!("{}\u{a0}km", c.number(km, 0)),
        );
    }
}
