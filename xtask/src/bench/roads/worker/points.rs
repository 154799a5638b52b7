//! Points: from tables, drawn, and where they meet the roads.

use super::sample::Rng;
use roads::{EDGE_SNAPPABLE, INF, LatLon, Network, Snap};
use std::collections::HashMap;
use std::error::Error;
use std::fs;

/// Points of a table with a header.
pub fn points(file: &str, lat: &str, lon: &str) -> Result<Vec<LatLon>, Box<dyn Error>> {
    let table = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let mut lines = table.lines();
    let header: HashMap<&str, usize> = lines
        .next()
        .unwrap_or_default()
        .split(',')
        .zip(0..)
        .collect();
    let column = |name: &str| {
        header
            .get(name)
            .copied()
            .ok_or_else(|| format!("{file}: no column {name}"))
    };
    let (lat, lon) = (column(lat)?, column(lon)?);
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let cell = |at: usize| cells.get(at).copied().unwrap_or_default().parse::<f64>();
            Ok(LatLon {
                lat: cell(lat)?,
                lon: cell(lon)?,
            })
        })
        .collect()
}

/// Drawn junctions on roads that are open and no small islands.
pub fn draw(network: &Network, rng: &mut Rng, count: usize) -> Result<Vec<Snap>, Box<dyn Error>> {
    let (graph, metric) = (network.graph(), network.metric());
    let junctions: Vec<u32> = (0..graph.base_edges())
        .filter(|&edge| graph.edge_flags[edge] & EDGE_SNAPPABLE != 0 && metric.edge_ms[edge] < INF)
        .map(|edge| graph.edge_head[edge])
        .collect();
    if junctions.is_empty() {
        return Err("no road that could be snapped to".into());
    }
    let degrees = |value: i32| f64::from(value) / 1e7;
    let points: Vec<LatLon> = (0..count)
        .map(|_| {
            let junction = junctions[rng.below(junctions.len())] as usize;
            LatLon {
                lat: degrees(graph.node_lat[junction]),
                lon: degrees(graph.node_lon[junction]),
            }
        })
        .collect();
    on_roads(network, &points)
}

/// Where points meet the roads; all of them must.
pub fn on_roads(network: &Network, points: &[LatLon]) -> Result<Vec<Snap>, Box<dyn Error>> {
    let snaps: Option<Vec<Snap>> = network.snap(points).into_iter().collect();
    Ok(snaps.ok_or("a point lies far from every road")?)
}
