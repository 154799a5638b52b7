//! Polygons over the antimeridian are cut in two, as RFC 7946 (section 3.1.9) has it.

use crate::geo::LatLon;

/// Outer ring and holes.
type Polygon = Vec<Vec<LatLon>>;

/// The parts of a polygon whose longitudes go on beyond 180 degrees, each between −180 and 180.
pub(super) fn cut(polygon: Polygon) -> Vec<Polygon> {
    let is_whole = |ring: &Vec<LatLon>| ring.iter().all(|at| at.is_valid());
    if polygon.iter().all(is_whole) {
        return vec![polygon];
    }
    let part = |turn: f64| -> Option<Polygon> {
        let ring = |ring: &Vec<LatLon>| {
            let shifted = ring.iter().map(|at| LatLon {
                lat: at.lat,
                lon: at.lon - turn,
            });
            between(shifted.collect())
        };
        let outer = ring(&polygon[0])?;
        let holes = polygon[1..].iter().filter_map(ring);
        Some(std::iter::once(outer).chain(holes).collect())
    };
    [-360.0, 0.0, 360.0].into_iter().filter_map(part).collect()
}

/// What of a closed ring lies between −180 and 180 degrees; `None` where nothing does.
fn between(ring: Vec<LatLon>) -> Option<Vec<LatLon>> {
    let west = clip(&ring, |lon| lon <= 180.0, 180.0);
    let both = clip(&west, |lon| lon >= -180.0, -180.0);
    (both.len() > 3).then_some(both)
}

/// Sutherland and Hodgman, *Communications of the ACM* 17 (1974) 32–42, for one edge.
fn clip(ring: &[LatLon], is_inside: impl Fn(f64) -> bool, edge: f64) -> Vec<LatLon> {
    let mut kept = Vec::new();
    for step in ring.windows(2) {
        let (a, b) = (step[0], step[1]);
        if is_inside(a.lon) {
            kept.push(a);
        }
        if is_inside(a.lon) != is_inside(b.lon) {
            let share = (edge - a.lon) / (b.lon - a.lon);
            kept.push(LatLon {
                lat: a.lat + share * (b.lat - a.lat),
                lon: edge,
            });
        }
    }
    kept.dedup();
    if kept.first() != kept.last() {
        kept.extend(kept.first().copied());
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(corners: &[(f64, f64)]) -> Vec<LatLon> {
        let at = |(lon, lat): &(f64, f64)| LatLon {
            lat: *lat,
            lon: *lon,
        };
        corners.iter().chain(&corners[..1]).map(at).collect()
    }

    #[test]
    fn a_polygon_over_the_antimeridian_becomes_two() {
        let outer = ring(&[(178.0, 0.0), (182.0, 0.0), (182.0, 4.0), (178.0, 4.0)]);
        let hole = ring(&[(180.5, 1.0), (181.0, 1.0), (181.0, 2.0), (180.5, 2.0)]);
        let parts = cut(vec![outer, hole]);
        let eastern = ring(&[(-180.0, 4.0), (-180.0, 0.0), (-178.0, 0.0), (-178.0, 4.0)]);
        let spans: Vec<(usize, f64, f64)> = parts
            .iter()
            .map(|part| {
                let lons = || part[0].iter().map(|at| at.lon);
                let (low, high) = (lons().fold(999.0, f64::min), lons().fold(-999.0, f64::max));
                (part.len(), low, high)
            })
            .collect();
        assert_eq!(spans, [(1, 178.0, 180.0), (2, -180.0, -178.0)]);
        assert!(eastern.iter().all(|corner| parts[1][0].contains(corner)));
    }

    #[test]
    fn elsewhere_nothing_is_cut() {
        let polygon = vec![ring(&[(24.0, 57.0), (25.0, 57.0), (25.0, 58.0)])];
        assert_eq!(cut(polygon.clone()), [polygon]);
    }
}
