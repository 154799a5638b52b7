//! Who goes where: in the internal edition only.

use crate::context::Context;
use crate::model::{Block, Cell, Table};
use domain::plan::Assignment;
use domain::{Message, PlaceId, ServiceId, SiteRef};

pub fn write(c: &Context) -> Vec<Block> {
    if !c.is_internal() || c.plan.assignments.is_empty() {
        return Vec::new();
    }
    let rows = c
        .plan
        .assignments
        .iter()
        .map(|row| {
            [
                Cell::from(
                    c.region
                        .place(&row.place)
                        .map_or(row.place.as_str(), |place| place.name.as_str()),
                ),
                c.service(&row.service).into(),
                row.target_group.as_str().into(),
                c.region.site_name(&row.site).into(),
                row.persons.into(),
                row.hours_per_week
                    .map_or(Cell::Empty, |hours| Cell::Number(hours, 1)),
                Cell::Number(row.minutes, 0),
            ]
        })
        .collect();
    let table = c.table(
        "flows",
        [
            c.col("place", 18),
            c.col("service", 27),
            c.col("target-group", 9),
            c.col("site", 23),
            c.col("persons", 8),
            c.optional("hours", 8),
            c.col("minutes", 8),
        ],
        rows,
    );
    vec![
        Block::Chapter(c.get("report-chapter-flows")),
        c.text("report-flows"),
        Block::Print(by_site(c)),
        Block::Sheet(table),
    ]
}

/// A line for each site of a service: how many come from where, and how far.
fn by_site(c: &Context) -> Table {
    let mut sites: Vec<(&ServiceId, &SiteRef, Vec<&Assignment>)> = Vec::new();
    for row in &c.plan.assignments {
        let same = |(service, site, _): &&mut (&ServiceId, &SiteRef, Vec<&Assignment>)| {
            **service == row.service && **site == row.site
        };
        match sites.iter_mut().find(same) {
            Some((_, _, rows)) => rows.push(row),
            None => sites.push((&row.service, &row.site, vec![row])),
        }
    }
    let catalogue = &c.region.services;
    sites.sort_by_key(|(id, ..)| catalogue.iter().position(|service| service.id == **id));
    let rows = sites
        .into_iter()
        .map(|(service, site, rows)| {
            [
                Cell::from(c.service(service)),
                c.region.site_name(site).into(),
                rows.iter().map(|row| row.persons).sum::<u32>().into(),
                homes(c, &rows).into(),
            ]
        })
        .collect();
    let columns = [
        c.col("service", 30),
        c.col("site", 30),
        c.col("persons", 8),
        c.col("from-where", 62),
    ];
    c.table("flows-by-site", columns, rows).grouped_by(0)
}

/// “Talsi 5, 12 min; …”, most people first.
fn homes(c: &Context, rows: &[&Assignment]) -> String {
    let mut homes: Vec<(&PlaceId, u32, f64)> = Vec::new();
    for row in rows {
        match homes.iter_mut().find(|(place, ..)| **place == row.place) {
            Some((_, persons, _)) => *persons += row.persons,
            None => homes.push((&row.place, row.persons, row.minutes)),
        }
    }
    homes.sort_by(|a, b| b.1.cmp(&a.1).then(a.2.total_cmp(&b.2)));
    let told = homes.into_iter().map(|(place, persons, minutes)| {
        let name = c.region.place(place);
        c.say(
            Message::new("report-home")
                .with(
                    "place",
                    name.map_or(place.as_str(), |row| row.name.as_str()),
                )
                .with("persons", persons)
                .with("minutes", c.number(minutes, 0)),
        )
    });
    told.collect::<Vec<_>>().join("; ")
}
