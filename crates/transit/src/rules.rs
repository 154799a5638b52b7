//! What `transfers.txt` says about changing vehicles.

use gtfs_structures::TransferType;
use serde::Deserialize;

/// A row of `transfers.txt`, with the columns that limit it to lines or trips.
#[derive(Deserialize)]
pub struct Row {
    #[serde(default)]
    pub from_stop_id: Option<String>,
    #[serde(default)]
    pub to_stop_id: Option<String>,
    #[serde(default)]
    from_route_id: Option<String>,
    #[serde(default)]
    to_route_id: Option<String>,
    #[serde(default)]
    from_trip_id: Option<String>,
    #[serde(default)]
    to_trip_id: Option<String>,
    #[serde(default)]
    transfer_type: TransferType,
    #[serde(default)]
    min_transfer_time: Option<u32>,
}

impl Row {
    /// What the row says of all lines at its two stops; `None` if it speaks of
    /// certain lines or trips, or of staying on board.
    pub fn rule(&self) -> Option<Rule> {
        let limits = [
            &self.from_route_id,
            &self.to_route_id,
            &self.from_trip_id,
            &self.to_trip_id,
        ];
        if limits.iter().any(|limit| limit.is_some()) {
            return None;
        }
        match self.transfer_type {
            TransferType::Recommended | TransferType::Timed => Some(Rule::Named),
            TransferType::MinTime => Some(Rule::AtLeast(self.min_transfer_time.unwrap_or(0))),
            TransferType::Impossible => Some(Rule::Forbidden),
            TransferType::StayOnBoard | TransferType::MustAlight => None,
        }
    }
}

/// How vehicles may be changed between two stops; the stricter is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// It is possible; how long it takes is walking.
    Named,
    /// It takes at least so many seconds from arrival to departure.
    AtLeast(u32),
    /// It is not possible.
    Forbidden,
}
