//! The tree of territories, and who is a municipality in it.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};
use domain::{Payer, Territory, TerritoryId};

pub fn check(draft: &Draft, log: &mut Log) {
    let region = &draft.region;
    for row in &region.territories {
        let at = At::file("territories.csv").line(row.line);
        if let (Some(from), Some(to)) = (row.valid_from, row.valid_to)
            && from > to
        {
            log.fault(
                Fault::new("valid-backwards", at.column("valid_to"))
                    .with("from", from.to_string())
                    .with("to", to.to_string()),
            );
        }
        if lies_in_itself(draft, row) {
            log.fault(
                Fault::new("parent-cycle", at.column("parent")).with("value", row.id.as_str()),
            );
        }
    }
    let councils = [
        region
            .partners
            .iter()
            .map(|row| ("partners.csv", row.line, "territory", &row.territory))
            .collect::<Vec<_>>(),
        region
            .wishes
            .iter()
            .map(|row| ("wishes.csv", row.line, "territory", &row.territory))
            .collect(),
        region
            .offers
            .iter()
            .filter_map(|row| payer("offers.csv", row.line, &row.payer))
            .collect(),
        region
            .funds
            .iter()
            .filter_map(|row| payer("funds.csv", row.line, &row.payer))
            .collect(),
    ];
    for (file, line, column, id) in councils.into_iter().flatten() {
        if region
            .territory(id)
            .is_some_and(|row| !row.kind.is_municipal())
        {
            log.fault(
                Fault::new(
                    "not-a-municipality",
                    At::file(file).line(line).column(column),
                )
                .with("value", id.as_str()),
            );
        }
    }
    let local = [
        region
            .places
            .iter()
            .map(|row| ("places.csv", row.line, "territory", &row.territory))
            .collect::<Vec<_>>(),
        region
            .sites
            .iter()
            .flat_map(|row| host_and_owner("sites.csv", row.line, &row.host, &row.owner))
            .collect(),
        region
            .candidates
            .iter()
            .flat_map(|row| host_and_owner("candidates.csv", row.line, &row.host, &row.owner))
            .collect(),
    ];
    for (file, line, column, id) in local.into_iter().flatten() {
        // Where the tree itself is faulty, nothing can be said of what lies in it.
        if draft.is_whole(&["territories"])
            && region
                .territory(region.municipality_of(id))
                .is_some_and(|row| !row.kind.is_municipal())
        {
            log.fault(
                Fault::new(
                    "in-no-municipality",
                    At::file(file).line(line).column(column),
                )
                .with("value", id.as_str()),
            );
        }
    }
}

type Mention<'a> = (&'static str, u32, &'static str, &'a TerritoryId);

fn payer<'a>(file: &'static str, line: u32, payer: &'a Payer) -> Option<Mention<'a>> {
    match payer {
        Payer::Municipality(id) => Some((file, line, "payer", id)),
        Payer::Eu | Payer::State => None,
    }
}

fn host_and_owner<'a>(
    file: &'static str,
    line: u32,
    host: &'a TerritoryId,
    owner: &'a TerritoryId,
) -> [Mention<'a>; 2] {
    [(file, line, "host", host), (file, line, "owner", owner)]
}

fn lies_in_itself(draft: &Draft, row: &Territory) -> bool {
    let mut current = row.parent.as_ref();
    for _ in 0..draft.region.territories.len() {
        match current {
            Some(id) if *id == row.id => return true,
            Some(id) => {
                current = draft
                    .region
                    .territory(id)
                    .and_then(|row| row.parent.as_ref())
            }
            None => return false,
        }
    }
    false
}
