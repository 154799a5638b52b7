//! OR-Library's capacitated p-median: number of the problem and its best known value;
//! `n p Q`; for each point its number, two coordinates and a demand. Distances are
//! straight, rounded down; each point goes to one of p sites, which hold Q each.
//!
//! Osman and Christofides (1994), Capacitated clustering problems by hybrid simulated
//! annealing and tabu search.

use super::error::FormatError;
use super::location::{open_at_most, pairs};
use super::points::straight;
use super::scale::{capacity, of_demands};
use super::tokens::Tokens;
use super::{Sense, Stated};
use crate::instance::{Arc, Demand, Instance};

/// Reads a capacitated p-median problem.
pub fn read(file: &[u8]) -> Result<Stated, FormatError> {
    let mut tokens = Tokens::new(file);
    tokens.number()?;
    tokens.number()?;
    let (n, p) = (tokens.count()?, tokens.count()?);
    let room = tokens.amount()?;
    let pairs = pairs(n, n)?;
    tokens.expect(Some(4 * n))?;
    let mut points = Vec::with_capacity(n);
    let mut demands = Vec::with_capacity(n);
    let mut sites = Vec::with_capacity(n);
    for _ in 0..n {
        sites.push(u64::from(tokens.whole()?));
        points.push([tokens.number()?, tokens.number()?]);
        demands.push(tokens.amount()?);
    }
    tokens.end()?;
    let scale = of_demands(&demands)?;
    let mut instance = Instance::default();
    instance.arcs.reserve_exact(pairs);
    for (demand, [x, y]) in points.iter().enumerate() {
        instance.demands.push(Demand {
            persons: 1,
            single_source: true,
            ..Demand::default()
        });
        let load = scale.whole(demands[demand]);
        instance
            .arcs
            .extend(points.iter().enumerate().map(|(facility, to)| Arc {
                demand,
                facility,
                cost: straight([*x, *y], *to).floor() as i64,
                load,
            }));
    }
    if super::instance::payable(&instance) > super::instance::MOST as f64 {
        return Err(FormatError::Sum);
    }
    let p = u32::try_from(p.min(n)).map_err(|_| FormatError::Sum)?;
    open_at_most(&mut instance, n, p, capacity(room, scale.factor));
    Ok(Stated {
        instance,
        scale: 1.0,
        error: 0.0,
        sense: Sense::Minimise,
        sites,
    })
}
