//! Where the rows of the tables come from, so that derived and estimated figures
//! can be told from published ones: in the internal edition, since a source is
//! free text that may count people; in the workbook only.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::Region;
use std::collections::BTreeMap;

pub fn write(c: &Context) -> Vec<Block> {
    let told = told(c.region);
    if !c.is_internal() || told.is_empty() {
        return Vec::new();
    }
    let rows: Vec<[Cell; 3]> = told
        .into_iter()
        .map(|(table, source, rows)| [c.data(table).into(), source.into(), rows.into()])
        .collect();
    let columns = [c.col("data", 18), c.col("source", 72), c.col("rows", 10)];
    vec![
        c.text("report-row-sources"),
        Block::Sheet(c.table("row-sources", columns, rows)),
    ]
}

/// Table, source, number of rows: tables in package order, the sources of each
/// in the order in which they first stand.
fn told(region: &Region) -> Vec<(&'static str, &str, u32)> {
    macro_rules! tables {
        ($($table:ident),+) => {
            [$((stringify!($table), region.$table.iter().map(|row| row.source.as_str()).collect::<Vec<_>>())),+]
        };
    }
    let tables = tables![
        partners,
        wishes,
        places,
        population,
        services,
        needs,
        bundles,
        institutions,
        sites,
        offers,
        candidates,
        obstacles,
        general_services
    ];
    let mut told: Vec<(&str, &str, u32)> = Vec::new();
    for (table, sources) in tables {
        let mut seen = BTreeMap::new();
        for source in sources.into_iter().filter(|source| !source.is_empty()) {
            let at = *seen.entry(source).or_insert(told.len());
            match told.get_mut(at) {
                Some((_, _, rows)) => *rows += 1,
                None => told.push((table, source, 1)),
            }
        }
    }
    told
}
