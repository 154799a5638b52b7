//! p-median instances on a square: every point is a demand and may be a median.

use siting::instance::*;

/// Length of the square's side, in units of cost.
const SIDE: f64 = 10_000.0;

/// So many random points, of which at most `open` become medians; costs are
/// distances to the nearest whole unit.
pub fn instance(points: usize, open: u32, seed: u64) -> Instance {
    let mut random = Random(seed);
    let at: Vec<[f64; 2]> = (0..points)
        .map(|_| [random.unit() * SIDE, random.unit() * SIDE])
        .collect();
    let level = Level {
        places: 0,
        windows: vec![Window {
            min_load: 0,
            capacity: points as i64,
        }],
        phase: 0,
        fixed_cost: 0,
        payments: vec![Payment {
            draws: vec![(0, 1)],
            ..Payment::default()
        }],
    };
    let facility = |site| Facility {
        kind: FacilityKind::New {
            site,
            levels: vec![level.clone()],
        },
    };
    let mut arcs = Vec::with_capacity(points * points);
    for (demand, from) in at.iter().enumerate() {
        arcs.extend(at.iter().enumerate().map(|(facility, to)| Arc {
            demand,
            facility,
            cost: (from[0] - to[0]).hypot(from[1] - to[1]).round() as i64,
            load: 1,
        }));
    }
    Instance {
        demands: vec![
            Demand {
                persons: 1,
                ..Demand::default()
            };
            points
        ],
        facilities: (0..points).map(facility).collect(),
        sites: vec![Site::default(); points],
        arcs,
        ceilings: vec![Ceiling {
            cents: i64::from(open),
        }],
        ..Instance::default()
    }
}

/// The generator SplitMix64 (Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    /// From 0 to below 1.
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        (mixed >> 11) as f64 / (1_u64 << 53) as f64
    }
}
