//! Everything lies within the region, and latitude is not taken for longitude.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};
use domain::{LatLon, Region};

/// Degrees around the outlines within which a coordinate is still believed.
const MARGIN: f64 = 0.5;

pub fn check(draft: &Draft, log: &mut Log) {
    let Some(extent) = extent(&draft.region) else {
        return;
    };
    for (file, line, at) in points(&draft.region) {
        if extent.holds(at) {
            continue;
        }
        let swapped = LatLon {
            lat: at.lon,
            lon: at.lat,
        };
        let kind = if extent.holds(swapped) {
            "swapped"
        } else {
            "outside"
        };
        log.fault(
            Fault::new(kind, At::file(file).line(line).column("lat"))
                .with("lat", at.lat.to_string())
                .with("lon", at.lon.to_string())
                .with("extent", extent.shown()),
        );
    }
}

fn points(region: &Region) -> Vec<(&'static str, u32, LatLon)> {
    let mut points = Vec::new();
    points.extend(
        region
            .places
            .iter()
            .map(|row| ("places.csv", row.line, row.at)),
    );
    points.extend(
        region
            .sites
            .iter()
            .filter_map(|row| Some(("sites.csv", row.line, row.at?))),
    );
    points.extend(
        region
            .candidates
            .iter()
            .filter_map(|row| Some(("candidates.csv", row.line, row.at?))),
    );
    points.extend(
        region
            .institutions
            .iter()
            .map(|row| ("institutions.csv", row.line, row.at)),
    );
    points.extend(
        region
            .general_services
            .iter()
            .map(|row| ("general_services.csv", row.line, row.at)),
    );
    points
}

struct Extent {
    south: f64,
    west: f64,
    north: f64,
    east: f64,
}

impl Extent {
    fn holds(&self, at: LatLon) -> bool {
        (self.south..=self.north).contains(&at.lat) && (self.west..=self.east).contains(&at.lon)
    }

    fn shown(&self) -> String {
        format!(
            "{}, {}, {}, {}",
            self.south, self.west, self.north, self.east
        )
    }
}

/// The extent that `region.toml` gives, else the outlines and a margin.
fn extent(region: &Region) -> Option<Extent> {
    if let Some([south, west, north, east]) = region.info.extent {
        return Some(Extent {
            south,
            west,
            north,
            east,
        });
    }
    let points = region
        .boundaries
        .iter()
        .flat_map(|outline| outline.polygons.iter().flatten().flatten());
    points
        .map(|at| Extent {
            south: at.lat,
            west: at.lon,
            north: at.lat,
            east: at.lon,
        })
        .reduce(|a, b| Extent {
            south: a.south.min(b.south),
            west: a.west.min(b.west),
            north: a.north.max(b.north),
            east: a.east.max(b.east),
        })
        .map(|extent| Extent {
            south: extent.south - MARGIN,
            west: extent.west - MARGIN,
            north: extent.north + MARGIN,
            east: extent.east + MARGIN,
        })
}
