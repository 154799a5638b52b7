//! A package without faults becomes a region.

mod package;

use domain::*;
use package::package;

fn region() -> Region {
    let checked = package().check();
    assert_eq!(checked.faults, [], "the test package has no faults");
    assert_eq!(checked.notes, []);
    checked.region.expect("no faults, so there is a region")
}

#[test]
fn every_table_becomes_rows_that_know_their_line() {
    let region = region();
    assert_eq!(region.territories.len(), 4);
    assert_eq!(region.services[0].sizes, [8, 16]);
    assert_eq!(region.services[0].place_per_year, Cents(400_050));
    assert_eq!(region.needs[2].area, NeedArea::Territory("B".into()));
    assert_eq!(region.needs[2].line, 4);
    assert_eq!(
        region.candidates[0].at,
        Some(LatLon {
            lat: 56.67,
            lon: 22.5
        })
    );
    assert_eq!(
        region.candidates[1].capital_factor, 1.0,
        "an empty factor is one"
    );
    assert_eq!(
        region.candidates[1].flags,
        [
            CandidateFlag::InstitutionGrounds,
            CandidateFlag::NotAccessible
        ]
    );
    assert_eq!(
        region.obstacles[1].to,
        ObstacleTo::General(GeneralServiceKind::Transport)
    );
    assert_eq!(region.offers[0].payer, Payer::Municipality("A".into()));
    assert!(region.is_partner(&"A".into()) && !region.is_partner(&"B".into()));
}

#[test]
fn the_fingerprint_is_of_the_files_that_are_read() {
    let fingerprint =
        |package: package::Package| package.check().region.expect("no faults").fingerprint;
    let original = fingerprint(package());
    assert_eq!(original.len(), 64);
    assert_eq!(
        original,
        fingerprint(package().with_file("README.md", "not read"))
    );
    assert_ne!(
        original,
        fingerprint(package().replacing("needs.csv", "GRT,HOME,7", "GRT,HOME,6"))
    );
}
