//! A small cut of a part into two of similar size: inertial flow. Junctions are
//! sorted along a line; those at either end are source and sink of a maximum
//! flow, whose minimum cut is small and cannot be lopsided. The best of four
//! lines is taken.

use super::flow::Flow;
use super::part::Part;
use rayon::prelude::*;

/// Share of the junctions at each end of the line that stay on their side.
const SHARE: f64 = 0.25;

/// Parts of fewer junctions try the lines one after another.
const SIDE_BY_SIDE: usize = 20_000;

/// Lines, as weights of latitude and longitude.
const LINES: [[i64; 2]; 4] = [[1, 0], [0, 1], [1, 1], [1, -1]];

/// For each junction whether it is on the second side. Both sides have a
/// junction.
pub(super) fn cut(part: &Part) -> Vec<bool> {
    let along = |line: &[i64; 2]| cut_along(part, *line);
    let cuts: Vec<Cut> = if part.junctions() >= SIDE_BY_SIDE {
        LINES.par_iter().map(along).collect()
    } else {
        LINES.iter().map(along).collect()
    };
    // The first of equals, so that the answer does not hang on threads.
    let best = cuts
        .into_iter()
        .reduce(|best, next| if next.worse < best.worse { next } else { best });
    best.map(|cut| cut.second).unwrap_or_default()
}

struct Cut {
    second: Vec<bool>,
    /// The less the better: weight cut for each junction of the smaller side.
    worse: f64,
}

fn cut_along(part: &Part, line: [i64; 2]) -> Cut {
    let junctions = part.junctions();
    let mut sorted: Vec<(i64, u32)> = (0..junctions as u32)
        .map(|junction| {
            let [lat, lon] = part.at(junction).map(i64::from);
            (line[0] * lat + line[1] * lon, junction)
        })
        .collect();
    sorted.sort_unstable();
    let end = ((junctions as f64 * SHARE) as usize).max(1);
    let ends = |range: &[(i64, u32)]| range.iter().map(|&(_, junction)| junction).collect();
    let sources: Vec<u32> = ends(&sorted[..end]);
    let sinks: Vec<u32> = ends(&sorted[junctions - end..]);
    let mut flow = Flow::new(part, &sources, &sinks);
    let weight = flow.run();
    let [near, far] = [flow.beyond_sources(), flow.before_sinks()];
    let smaller = |second: &[bool]| {
        let second = second.iter().filter(|&&second| second).count();
        second.min(junctions - second)
    };
    // The two minimum cuts nearest to source and sink: the more even one.
    let (near_smaller, far_smaller) = (smaller(&near), smaller(&far));
    let (second, smaller) = if far_smaller > near_smaller {
        (far, far_smaller)
    } else {
        (near, near_smaller)
    };
    Cut {
        second,
        worse: f64::from(weight) / (smaller as f64),
    }
}
