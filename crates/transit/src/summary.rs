//! The departure minutes of one pair in a few numbers.

/// Travel time of one pair over the departure minutes of a window.
///
/// Times are from leaving the origin to reaching the destination, so waiting at
/// the first stop counts. A minute without a connection counts as endless. The
/// percentile p of n minutes is the value at place ⌊p (n − 1) / 100⌋ (from 0)
/// of the sorted times, as Conveyal R5 takes it: a time that occurs, never a mean of two.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Median in seconds; `None` if fewer than half of the minutes have a connection.
    pub median_s: Option<u32>,
    /// 90th percentile in seconds; `None` if the minute at its place has no connection.
    pub p90_s: Option<u32>,
    /// Shortest in seconds.
    pub best_s: Option<u32>,
    /// Departure minutes with a connection, walking included.
    pub minutes: u16,
    /// Different arrivals by vehicle, among the minutes in which riding beats
    /// walking: how many departures are worth knowing. With frequency-based
    /// trips every minute is one.
    pub departures: u16,
    /// Vehicles ridden at the median (the fewest, if several minutes have it); 0 is on foot.
    pub rides: u8,
}

/// Seconds that mean no connection.
pub(crate) const ENDLESS: u32 = u32::MAX;

/// One departure minute of a pair.
#[derive(Clone, Copy)]
pub(crate) struct Minute {
    /// Seconds, or [`ENDLESS`].
    pub seconds: u32,
    /// Vehicles ridden.
    pub rides: u8,
}

/// The summary of all minutes; sorts them.
pub(crate) fn summary(minutes: &mut [Minute], departures: u16) -> Summary {
    minutes.sort_unstable_by_key(|minute| (minute.seconds, minute.rides));
    let finite = |minute: &Minute| (minute.seconds != ENDLESS).then_some(minute.seconds);
    let percentile = |p: usize| minutes.get(p * minutes.len().saturating_sub(1) / 100);
    let median_s = percentile(50).and_then(finite);
    let fewest = minutes
        .iter()
        .find(|minute| Some(minute.seconds) == median_s);
    Summary {
        median_s,
        p90_s: percentile(90).and_then(finite),
        best_s: minutes.first().and_then(finite),
        minutes: minutes.partition_point(|minute| minute.seconds != ENDLESS) as u16,
        departures,
        rides: fewest.map_or(0, |minute| minute.rides),
    }
}
