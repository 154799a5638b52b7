//! What is in force in the plan year names territories that exist then.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};
use domain::{NeedArea, Payer, Region, TerritoryId};

pub fn check(draft: &Draft, log: &mut Log) {
    let Some(year) = draft.year() else { return };
    let region = &draft.region;
    for (file, line, column, id) in mentions(region, year) {
        let at = At::file(file).line(line).column(column);
        let Some(row) = region.territory(id) else {
            continue;
        };
        // A council that is gone cannot answer for a parish that stays.
        let gone = if row.is_valid_in(year) {
            region.municipality_of(id)
        } else {
            id
        };
        let Some(gone) = region.territory(gone).filter(|row| !row.is_valid_in(year)) else {
            continue;
        };
        let kind = if gone.successors.is_empty() {
            "not-valid"
        } else {
            "not-valid-successors"
        };
        let successors: Vec<String> = gone
            .successors
            .iter()
            .map(|id| match region.territory(id) {
                Some(row) => format!("{id} ({})", row.name_lv),
                None => id.to_string(),
            })
            .collect();
        log.fault(
            Fault::new(kind, at)
                .with("value", gone.id.as_str())
                .with("name", gone.name_lv.as_str())
                .with("year", year.to_string())
                .with("successors", successors.join(", ")),
        );
    }
}

/// Every mention of a territory that holds in the year.
fn mentions(region: &Region, year: i32) -> Vec<(&'static str, u32, &'static str, &TerritoryId)> {
    let mut found = Vec::new();
    found.extend(
        region
            .partners
            .iter()
            .map(|row| ("partners.csv", row.line, "territory", &row.territory)),
    );
    found.extend(
        region
            .wishes
            .iter()
            .map(|row| ("wishes.csv", row.line, "territory", &row.territory)),
    );
    found.extend(
        region
            .places
            .iter()
            .map(|row| ("places.csv", row.line, "territory", &row.territory)),
    );
    found.extend(
        region
            .obstacles
            .iter()
            .map(|row| ("obstacles.csv", row.line, "territory", &row.territory)),
    );
    for row in region
        .needs
        .iter()
        .filter(|row| row.year.is_none_or(|of| of == year))
    {
        if let NeedArea::Territory(id) = &row.area {
            found.push(("needs.csv", row.line, "territory", id));
        }
    }
    for row in &region.sites {
        found.push(("sites.csv", row.line, "host", &row.host));
        found.push(("sites.csv", row.line, "owner", &row.owner));
    }
    for row in &region.candidates {
        found.push(("candidates.csv", row.line, "host", &row.host));
        found.push(("candidates.csv", row.line, "owner", &row.owner));
    }
    for row in region
        .offers
        .iter()
        .filter(|row| row.until_year.is_none_or(|until| until >= year))
    {
        if let Payer::Municipality(id) = &row.payer {
            found.push(("offers.csv", row.line, "payer", id));
        }
    }
    for row in region
        .funds
        .iter()
        .filter(|row| row.year.is_none_or(|of| of == year))
    {
        if let Payer::Municipality(id) = &row.payer {
            found.push(("funds.csv", row.line, "payer", id));
        }
        if let Some(id) = &row.territory {
            found.push(("funds.csv", row.line, "territory", id));
        }
    }
    for row in region
        .scenario
        .funds
        .iter()
        .filter(|row| row.year.is_none_or(|of| of == year))
    {
        if let Payer::Municipality(id) = &row.payer {
            found.push(("scenario.toml", 0, "funds", id));
        }
        if let Some(id) = &row.territory {
            found.push(("scenario.toml", 0, "funds", id));
        }
    }
    found
}
