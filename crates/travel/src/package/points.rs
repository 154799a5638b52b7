//! The points of a package between which there are ways.

use domain::{LatLon, Region, SiteRef};
use std::collections::BTreeSet;

/// A point of the package.
#[derive(Clone)]
pub struct Point {
    pub id: String,
    pub at: LatLon,
    pub file: &'static str,
    pub line: u32,
}

/// Places, and the sites that stand at none.
pub fn origins(region: &Region) -> Vec<Point> {
    let places = region.places.iter().map(|row| Point {
        id: row.id.to_string(),
        at: row.at,
        file: "places.csv",
        line: row.line,
    });
    let mut origins: Vec<Point> = places.collect();
    let known: BTreeSet<&str> = region.places.iter().map(|row| row.id.as_str()).collect();
    let alone = sites(region).into_iter().filter(|(site, point)| {
        region.place_of(site).is_none() && !known.contains(point.id.as_str())
    });
    origins.extend(alone.map(|(_, point)| point));
    origins
}

/// Sites and candidates.
pub fn destinations(region: &Region) -> Vec<Point> {
    sites(region).into_iter().map(|(_, point)| point).collect()
}

/// General services, but for those whose id is a place's or site's too.
pub fn general_services(region: &Region) -> impl Iterator<Item = Point> + '_ {
    let places = region.places.iter().map(|row| row.id.as_str());
    let sites = region.sites.iter().map(|row| row.id.as_str());
    let candidates = region.candidates.iter().map(|row| row.id.as_str());
    let known: BTreeSet<&str> = places.chain(sites).chain(candidates).collect();
    let rows = region.general_services.iter();
    rows.filter(move |row| !known.contains(row.id.as_str()))
        .map(|row| Point {
            id: row.id.to_string(),
            at: row.at,
            file: "general_services.csv",
            line: row.line,
        })
}

/// Sites and candidates where they stand.
fn sites(region: &Region) -> Vec<(SiteRef, Point)> {
    let sites = region.sites.iter();
    let sites = sites.map(|row| (SiteRef::Site(row.id.clone()), "sites.csv", row.line));
    let candidates = region.candidates.iter().map(|row| {
        let site = SiteRef::Candidate(row.id.clone());
        (site, "candidates.csv", row.line)
    });
    sites
        .chain(candidates)
        .filter_map(|(site, file, line)| {
            let (id, at) = (site.id().to_owned(), region.position(&site)?);
            Some((site, Point { id, at, file, line }))
        })
        .collect()
}
