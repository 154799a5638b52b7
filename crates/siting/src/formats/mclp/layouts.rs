//! The layouts of covering problems.

use super::super::error::{Expected, FormatError};
use super::super::graph::Graph;
use super::super::points::{Points, chord, on_globe};
use super::Covering;
use super::rows::Rows;

/// Rows of sites and of customers, in any order.
pub fn sites_and_customers(
    rows: &mut Rows<'_>,
    [sites, customers]: [usize; 2],
    radius: f64,
) -> Result<Covering, FormatError> {
    rows.expect(sites.saturating_add(customers))?;
    let mut covering = Covering::default();
    let mut at_sites = Vec::with_capacity(sites);
    let mut at_customers = Vec::with_capacity(customers);
    let mut demands = Vec::with_capacity(customers);
    while at_sites.len() < sites || at_customers.len() < customers {
        let expected = Expected::SiteOrCustomer;
        let row = rows.next().ok_or_else(|| rows.missing(expected))?;
        let [kind, number, x, y, amount] = row[..] else {
            return Err(rows.fault(expected, row[0]));
        };
        let at = [rows.number(x)?, rows.number(y)?, 0.0];
        match kind {
            b"F" if at_sites.len() < sites => {
                let site = (rows.whole(number)?.into(), rows.whole(amount)?);
                covering.sites.push(site);
                at_sites.push(at);
            }
            b"C" if at_customers.len() < customers => {
                demands.push(rows.amount(amount)?);
                at_customers.push(at);
            }
            other => return Err(rows.fault(expected, other)),
        }
    }
    cover(&mut covering, &at_sites, &at_customers, &demands, radius)?;
    Ok(covering)
}

/// Rows of points.
pub fn points(rows: &mut Rows<'_>, count: usize, radius: f64) -> Result<Covering, FormatError> {
    rows.expect(count)?;
    let mut at = Vec::with_capacity(count);
    let mut demands = Vec::with_capacity(count);
    for left in (1..=count).rev() {
        let row = rows
            .next()
            .ok_or_else(|| rows.missing(Expected::Rows(left)))?;
        let [x, y, demand] = row[..] else {
            return Err(rows.fault(Expected::PointOrEdge, row[0]));
        };
        at.push([rows.number(x)?, rows.number(y)?]);
        demands.push(rows.amount(demand)?);
    }
    let is_on_globe = at.iter().all(|[x, y]| x.abs() <= 90.0 && y.abs() <= 180.0)
        && at
            .iter()
            .flatten()
            .any(|coordinate| coordinate.fract() != 0.0);
    let (at, radius): (Vec<_>, f64) = if is_on_globe {
        (at.into_iter().map(on_globe).collect(), chord(radius))
    } else {
        (at.into_iter().map(|[x, y]| [x, y, 0.0]).collect(), radius)
    };
    let mut covering = Covering {
        sites: (1..=count as u64).map(|number| (number, 1)).collect(),
        ..Covering::default()
    };
    cover(&mut covering, &at, &at, &demands, radius)?;
    Ok(covering)
}

/// Rows of edges, the first of which have the demands of the nodes.
pub fn edges(
    rows: &mut Rows<'_>,
    [nodes, edges]: [usize; 2],
    radius: f64,
) -> Result<Covering, FormatError> {
    rows.expect(edges)?;
    if nodes > edges {
        return Err(rows.missing(Expected::Rows(nodes)));
    }
    let mut demands = Vec::with_capacity(nodes);
    let mut ways = Vec::with_capacity(edges);
    for at in 0..edges {
        let row = rows
            .next()
            .ok_or_else(|| rows.missing(Expected::Rows(edges - at)))?;
        match row[..] {
            [from, to, length, ref demand @ ..] if demand.len() == usize::from(at < nodes) => {
                ways.push((
                    [rows.node(from, nodes)?, rows.node(to, nodes)?],
                    rows.whole(length)?,
                ));
                for demand in demand {
                    demands.push(rows.amount(demand)?);
                }
            }
            _ => return Err(rows.fault(Expected::PointOrEdge, row[0])),
        }
    }
    let graph = Graph::new(nodes, ways);
    let mut search = graph.search();
    let mut covering = Covering {
        sites: (1..=nodes as u64).map(|number| (number, 1)).collect(),
        ..Covering::default()
    };
    for (node, demand) in demands.into_iter().enumerate() {
        let near = graph.within(node, radius.floor() as u64, &mut search);
        covering.covered_by(near.map(|(site, _)| site))?;
        covering.demands.push(demand);
    }
    Ok(covering)
}

/// Finds which sites cover each customer.
fn cover(
    covering: &mut Covering,
    sites: &[[f64; 3]],
    customers: &[[f64; 3]],
    demands: &[f64],
    radius: f64,
) -> Result<(), FormatError> {
    let sites = Points::new(sites, radius);
    let mut found = Vec::new();
    for (at, demand) in customers.iter().zip(demands) {
        sites.near(at, &mut found);
        covering.covered_by(found.iter().copied())?;
        covering.demands.push(*demand);
    }
    Ok(())
}
