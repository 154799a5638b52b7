//! Maximal covering (Church and ReVelle 1974): at most p sites open so that most demand
//! lies within a radius of one. Layouts, known by the rows after the first one:
//!
//! - `F`/`C` (Cordeau, Furini and Ljubić 2019): `sites customers`; rows `F number x y amount` and
//!   `C number x y demand`. The amounts of the open sites, which are 1, are together at most p.
//! - edges (Galvão and ReVelle 1996, Beasley 1990): `nodes edges …`; rows `from to length demand`, where
//!   the i-th row has the demand of node i. Of an edge given twice the last length counts.
//! - points (SJC, PCB, ZDS): `points …`; rows `x y demand`. Where every coordinate is within 90 and 180
//!   and they have decimals (Máximo), they are latitude and longitude, and the radius is in metres.
//!
//! Each point and each node is a customer and a site.

mod layouts;
mod rows;

use self::layouts::{edges, points, sites_and_customers};
use self::rows::Rows;
use super::error::{Choice, Expected, FormatError};
use super::location::{MOST_ARCS, open_site};
use super::scale::{Scale, decimals_of};
use super::tokens::whole;
use super::{Sense, Stated};
use crate::instance::{Arc, Ceiling, Demand, Instance};

/// Reads a covering problem.
pub fn read(file: &[u8], radius: Option<f64>, p: Option<u32>) -> Result<Stated, FormatError> {
    let needed = |choice| FormatError::Needed { choice };
    let radius = radius.ok_or_else(|| needed(Choice::Radius))?;
    let p = p.ok_or_else(|| needed(Choice::P))?;
    let mut rows = Rows::new(file);
    let header = rows.next().ok_or_else(|| rows.missing(Expected::Header))?;
    let count = whole(header[0]).filter(|count| *count > 0);
    let count = count.ok_or_else(|| rows.fault(Expected::Count, header[0]))? as usize;
    let second = header.get(1).and_then(|word| whole(word));
    let second = second.map(|count| count as usize);
    let mut ahead = rows.clone();
    let next = ahead.next().unwrap_or_default();
    let covering = match (next.as_slice(), second) {
        ([b"F" | b"C", ..], Some(second)) => {
            sites_and_customers(&mut rows, [count, second], radius)?
        }
        ([_, _, _, _], Some(second)) => edges(&mut rows, [count, second], radius)?,
        ([_, _, _], _) => points(&mut rows, count, radius)?,
        _ => return Err(ahead.missing(Expected::PointOrEdge)),
    };
    match rows.next() {
        Some(row) => Err(rows.fault(Expected::End, row[0])),
        None => covering.stated(p),
    }
}

/// Who may be covered from where.
#[derive(Default)]
struct Covering {
    /// Number in the file, and how much of p it takes.
    sites: Vec<(u64, u32)>,
    demands: Vec<f64>,
    /// Customer and site, rising.
    covers: Vec<(u32, u32)>,
}

impl Covering {
    /// Adds whatever covers the next customer.
    fn covered_by(&mut self, sites: impl Iterator<Item = usize>) -> Result<(), FormatError> {
        let customer = self.demands.len() as u32;
        self.covers
            .extend(sites.map(|site| (customer, site as u32)));
        if self.covers.len() > MOST_ARCS {
            return Err(FormatError::Arcs(MOST_ARCS));
        }
        Ok(())
    }

    /// The instance: people are units of demand, of whom each left out costs one. Who
    /// cannot be covered at all is left away.
    fn stated(self, p: u32) -> Result<Stated, FormatError> {
        let Self {
            sites,
            demands,
            covers,
        } = self;
        let decimals = decimals_of(&demands);
        let dearest = demands.iter().copied().fold(1.0, f64::max);
        if dearest > f64::from(u32::MAX) {
            return Err(FormatError::Sum);
        }
        // Each must fit into a number of people.
        let room = (f64::from(u32::MAX) / dearest).log10().floor() as u32;
        let scale = Scale::of(decimals.min(room), demands.iter().sum())?;
        let scale = Scale {
            is_exact: scale.is_exact && decimals <= room,
            ..scale
        };
        let mut instance = Instance::default();
        let mut total = 0;
        for row in covers.chunk_by(|(a, _), (b, _)| a == b) {
            let persons = scale.whole(demands[row[0].0 as usize]);
            if persons == 0 {
                continue;
            }
            total += persons;
            let demand = instance.demands.len();
            instance.demands.push(Demand {
                persons: u32::try_from(persons).map_err(|_| FormatError::Sum)?,
                unmet_cost: Some(1),
                ..Demand::default()
            });
            instance.arcs.extend(row.iter().map(|(_, site)| Arc {
                demand,
                facility: *site as usize,
                cost: 0,
                load: 1,
            }));
        }
        instance.ceilings.push(Ceiling { cents: p.into() });
        for (_, amount) in &sites {
            open_site(&mut instance, 1, total, 0, vec![(0, i64::from(*amount))]);
        }
        Ok(Stated {
            instance,
            scale: scale.factor,
            error: scale.error(demands.len() as f64),
            sense: Sense::MaximiseCovered {
                total: total as f64 / scale.factor,
            },
            sites: sites.into_iter().map(|(number, _)| number).collect(),
        })
    }
}
