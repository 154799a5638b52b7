//! Who goes where: in the internal edition only.

use crate::context::Context;
use crate::model::{Block, Cell, Table};
use domain::plan::Assignment;
use domain::{Message, ServiceId, SiteRef};

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
                Cell::from(c.whence(&row.place, row.from.as_ref())),
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
    let mut homes: Vec<(&Assignment, u32)> = Vec::new();
    for &row in rows {
        let same = |(other, _): &&mut (&Assignment, u32)| {
            other.place == row.place && other.from == row.from
        };
        match homes.iter_mut().find(same) {
            Some((_, persons)) => *persons += row.persons,
            None => homes.push((row, row.persons)),
        }
    }
    homes.sort_by(|(a, of_a), (b, of_b)| of_b.cmp(of_a).then(a.minutes.total_cmp(&b.minutes)));
    let told = homes.into_iter().map(|(row, persons)| {
        let minutes = row.minutes;
        c.say(
            Message::new("report-home")
                .with("place", c.whence(&row.place, row.from.as_ref()))
                .with("persons", persons)
                .with("minutes", c.number(minutes, 0)),
        )
    });
    told.collect::<Vec<_>>().join("; ")
}
