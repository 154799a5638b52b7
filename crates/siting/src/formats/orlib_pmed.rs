//! OR-Library's p-median: `nodes edges p`; for each edge its ends and its length, of which
//! the last counts where an edge is given again. Each node is a customer and a site.
//!
//! Beasley (1985), A note on solving large p-median problems.

use super::error::{Expected, FormatError};
use super::graph::Graph;
use super::instance::{MOST, payable};
use super::location::{MOST_ARCS, open_at_most};
use super::tokens::Tokens;
use super::{Sense, Stated};
use crate::instance::{Arc, Demand, Instance};
use rayon::prelude::*;

/// Reads a p-median problem.
pub fn read(file: &[u8]) -> Result<Stated, FormatError> {
    let mut tokens = Tokens::new(file);
    let nodes = nodes(&mut tokens)?;
    let edges = tokens.count()?;
    let p = tokens.whole()?;
    tokens.expect(edges.checked_mul(3))?;
    let graph = Graph::new(
        nodes,
        (0..edges)
            .map(|_| {
                let ends = [node(&mut tokens, nodes)?, node(&mut tokens, nodes)?];
                Ok((ends, tokens.whole()?))
            })
            .collect::<Result<_, FormatError>>()?,
    );
    tokens.end()?;
    let mut instance = Instance {
        demands: vec![
            Demand {
                persons: 1,
                ..Demand::default()
            };
            nodes
        ],
        arcs: all_pairs(&graph)?,
        ..Instance::default()
    };
    open_at_most(&mut instance, nodes, p, nodes as i64);
    if payable(&instance) > MOST as f64 {
        return Err(FormatError::Sum);
    }
    Ok(Stated {
        instance,
        scale: 1.0,
        error: 0.0,
        sense: Sense::Minimise,
        sites: (1..=nodes as u64).collect(),
    })
}

/// How many nodes there are, no more than there may be room for.
pub fn nodes(tokens: &mut Tokens<'_>) -> Result<usize, FormatError> {
    const MOST: usize = 100_000;
    let nodes = tokens.count()?;
    if nodes > MOST {
        let expected = Expected::UpTo(MOST as u64);
        return Err(tokens.fault(expected, Some(nodes.to_string().as_bytes())));
    }
    Ok(nodes)
}

/// The end of an edge, counted from 1 in the file and from 0 here.
pub fn node(tokens: &mut Tokens<'_>, nodes: usize) -> Result<u32, FormatError> {
    let word = tokens.next();
    let number = word.and_then(super::tokens::whole);
    let number = number.filter(|number| (1..=nodes).contains(&(*number as usize)));
    match number {
        Some(number) => Ok(number - 1),
        None => Err(tokens.fault(Expected::UpTo(nodes as u64), word)),
    }
}

/// The way from every node to every node that it reaches, in one piece of memory.
fn all_pairs(graph: &Graph) -> Result<Vec<Arc>, FormatError> {
    let reaches = graph.reaches();
    let pairs = reaches
        .iter()
        .try_fold(0usize, |sum, reaches| sum.checked_add(*reaches));
    let pairs = pairs.filter(|pairs| *pairs <= MOST_ARCS);
    let pairs = pairs.ok_or(FormatError::Arcs(MOST_ARCS))?;
    let nothing = Arc {
        demand: 0,
        facility: 0,
        cost: 0,
        load: 1,
    };
    let mut arcs = vec![nothing; pairs];
    let mut rest = arcs.as_mut_slice();
    let mut rows = Vec::with_capacity(reaches.len());
    for (from, reaches) in reaches.iter().enumerate() {
        let (row, others) = rest.split_at_mut(*reaches);
        rows.push((from, row));
        rest = others;
    }
    rows.into_par_iter().for_each_init(
        || graph.search(),
        |search, (from, row)| {
            for (arc, (to, distance)) in row.iter_mut().zip(graph.within(from, u64::MAX, search)) {
                arc.demand = from;
                arc.facility = to;
                arc.cost = distance as i64;
            }
        },
    );
    Ok(arcs)
}
