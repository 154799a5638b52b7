//! What must not change along a road.

use crate::profile::{Mode, WayPrice};

/// Everything but speed that two ways must share to be parts of one road; the first of each pair is along the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Class {
    pub open: [bool; 2],
    restricted: [bool; 2],
    mode: Mode,
    pub start: bool,
    roundabout: bool,
    left_hand: Option<bool>,
}

impl Class {
    pub fn new(way: &WayPrice) -> Self {
        let lanes = [way.forward, way.backward];
        Self {
            open: lanes.map(|l| l.kmh > 0.0),
            restricted: lanes.map(|l| l.restricted),
            mode: way.mode,
            start: way.start,
            roundabout: way.roundabout,
            left_hand: way.left_hand,
        }
    }

    /// The same seen from the other end.
    pub fn reversed(mut self) -> Self {
        self.open.reverse();
        self.restricted.reverse();
        self
    }
}
