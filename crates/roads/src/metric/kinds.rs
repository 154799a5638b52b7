//! Prices by tag set: each is worked out once, however many roads have it.

use crate::graph::Description;
use crate::profile::{Mode, Obstacle, Profile, WayPrice};

/// What the profile makes of each tag set of the graph.
#[derive(Clone, Debug)]
pub(super) struct KindPrices {
    rates: Vec<[f64; 2]>,
    pub ways: Vec<WayPrice>,
    pub nodes: Vec<Obstacle>,
    pub has_restricted: bool,
}

/// Milliseconds per decimetre at a speed in km/h.
pub(super) fn ms_per_dm(kmh: f64) -> f64 {
    360.0 / kmh
}

impl KindPrices {
    pub fn new(profile: &Profile, description: &Description<'_>) -> Self {
        let ways: Vec<WayPrice> = description
            .way_kinds
            .iter()
            .map(|tags| profile.way(tags))
            .collect();
        let nodes = description
            .node_kinds
            .iter()
            .map(|tags| profile.node(tags))
            .collect();
        let has_restricted = ways
            .iter()
            .any(|w| w.forward.restricted || w.backward.restricted);
        let rates = ways
            .iter()
            .map(|w| [w.forward, w.backward].map(|lane| ms_per_dm(lane.kmh)))
            .collect();
        Self {
            rates,
            ways,
            nodes,
            has_restricted,
        }
    }

    /// Milliseconds per decimetre along the way or against it; `None` = closed.
    pub fn rate(&self, kind: u32, along: bool) -> Option<f64> {
        let rate = self.rates[kind as usize][usize::from(!along)];
        rate.is_finite().then_some(rate)
    }

    pub fn restricted(&self, kind: u32, along: bool) -> bool {
        let way = &self.ways[kind as usize];
        if along {
            way.forward.restricted
        } else {
            way.backward.restricted
        }
    }

    pub fn is_ferry(&self, kind: u32) -> bool {
        self.ways[kind as usize].mode == Mode::Ferry
    }
}
