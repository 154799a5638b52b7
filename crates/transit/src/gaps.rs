//! The calls of one trip: put in order, times completed, nonsense refused.

use crate::geography::metres;
use crate::note::NoteKind;

/// A vehicle at a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// Index of the stop.
    pub stop: u32,
    /// Seconds after the midnight with which the service date begins.
    pub arrival: i32,
    /// The same, leaving.
    pub departure: i32,
    /// Whether people may get on.
    pub board: bool,
    /// Whether people may get off.
    pub alight: bool,
}

/// A row of `stop_times.txt`.
#[derive(Clone, Copy)]
pub struct Row {
    pub trip: u32,
    pub sequence: u32,
    pub stop: u32,
    pub arrival: Option<u32>,
    pub departure: Option<u32>,
    pub board: bool,
    pub alight: bool,
}

/// The calls of a trip from its rows, which are in order of sequence; with the
/// number of calls whose time is interpolated.
///
/// Times between two timed calls are spread by the straight-line distances
/// between the stops (evenly if they are all in one place).
pub fn calls(
    rows: &[Row],
    place: impl Fn(u32) -> Option<(f64, f64)>,
) -> Result<(Vec<Call>, usize), NoteKind> {
    if rows.len() < 2 {
        return Err(NoteKind::TripTooShort);
    }
    if rows
        .windows(2)
        .any(|pair| pair[0].sequence == pair[1].sequence)
    {
        return Err(NoteKind::TripAmbiguous);
    }
    let timed: Vec<usize> = (0..rows.len())
        .filter(|&index| rows[index].arrival.or(rows[index].departure).is_some())
        .collect();
    if timed.first() != Some(&0) || timed.last() != Some(&(rows.len() - 1)) {
        return Err(NoteKind::TripWithoutEnds);
    }
    let mut calls: Vec<Call> = rows.iter().map(call).collect();
    for ends in timed.windows(2) {
        fill(&mut calls[ends[0]..=ends[1]], &place);
    }
    let forwards = calls.iter().all(|call| call.arrival <= call.departure)
        && calls
            .windows(2)
            .all(|pair| pair[0].departure <= pair[1].arrival);
    if forwards {
        Ok((calls, rows.len() - timed.len()))
    } else {
        Err(NoteKind::TripBackwards)
    }
}

fn call(row: &Row) -> Call {
    let arrival = row.arrival.or(row.departure).unwrap_or(0) as i32;
    Call {
        stop: row.stop,
        arrival,
        departure: row.departure.map_or(arrival, |time| time as i32),
        board: row.board,
        alight: row.alight,
    }
}

/// Spreads the times of the calls between the first and the last.
fn fill(calls: &mut [Call], place: &impl Fn(u32) -> Option<(f64, f64)>) {
    let last = calls.len() - 1;
    if last < 2 {
        return;
    }
    let mut along = vec![0.0];
    for pair in calls.windows(2) {
        let step = match (place(pair[0].stop), place(pair[1].stop)) {
            (Some(a), Some(b)) => metres(a, b),
            _ => 0.0,
        };
        along.push(along[along.len() - 1] + step);
    }
    if along[last] == 0.0 {
        along = (0..=last).map(|index| index as f64).collect();
    }
    let (start, end) = (calls[0].departure, calls[last].arrival);
    for index in 1..last {
        let share = along[index] / along[last];
        let time = start + (share * f64::from(end - start)).round() as i32;
        calls[index].arrival = time;
        calls[index].departure = time;
    }
}
