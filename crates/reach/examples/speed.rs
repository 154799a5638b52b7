//! How long the measures take on a dense matrix:
//! `cargo run --release -p reach --example speed [PLACES SITES]`.
//!
//! Places and sites lie at random (always the same) in a square of 120 × 120
//! minutes; the limit is 60 minutes.

use reach::*;
use std::hint::black_box;
use std::time::Instant;

const LIMIT_MIN: f64 = 60.0;

fn main() {
    let mut size = std::env::args().skip(1).filter_map(|arg| arg.parse().ok());
    let (places, sites) = (size.next().unwrap_or(10_000), size.next().unwrap_or(500));
    let mut random = Random(20_261_124);
    let mut points = |n: usize| -> Vec<[f64; 2]> {
        let point = |_| [random.below(7200.0), random.below(7200.0)];
        (0..n).map(point).collect()
    };
    let (from, to) = (points(places), points(sites));
    let seconds = Seconds::new(places, sites, |place, site| {
        let [dx, dy] = [0, 1].map(|axis| from[place][axis] - to[site][axis]);
        Some(dx.hypot(dy).round() as u32)
    });
    let mut numbers = |n: usize| -> Vec<f64> { (0..n).map(|_| 1.0 + random.below(99.0)).collect() };
    let (need, supply) = (numbers(places), numbers(sites));
    let zones = Decay::zones(LIMIT_MIN);
    let weights = Weights::new(&seconds, &zones);

    println!("{places} places × {sites} sites, one thread, the best of five");
    let binary = Decay::Binary {
        limit_min: LIMIT_MIN,
    };
    let gaussian = Decay::Gaussian { sigma_min: 20.0 };
    time("2SFCA", || {
        two_step(&need, &supply, &Weights::new(&seconds, &binary)).place_ratios
    });
    time("E2SFCA", || {
        e2sfca(&need, &supply, &seconds, LIMIT_MIN).place_ratios
    });
    time("  of which weights", || {
        vec![Weights::new(&seconds, &zones).sites() as f64]
    });
    time("  of which two passes", || {
        two_step(&need, &supply, &weights).place_ratios
    });
    time("M2SFCA, weights given", || {
        modified_two_step(&need, &supply, &weights).place_ratios
    });
    time("3SFCA, weights given", || {
        three_step(&need, &supply, &weights).place_ratios
    });
    time("BFCA, weights given", || {
        balanced(&need, &supply, &weights).place_ratios
    });
    time("E2SFCA, Gaussian", || {
        two_step(&need, &supply, &Weights::new(&seconds, &gaussian)).place_ratios
    });
    time("cumulative, 30 to 60", || {
        cumulative_interval(&supply, &seconds, 30.0, LIMIT_MIN, 1.0)
    });
    time("second nearest", || {
        let ways = kth_nearest(&seconds, 2);
        ways.iter().flatten().map(|way| f64::from(*way)).collect()
    });
    time("coverage", || {
        coverage(&need, &supply, &seconds, LIMIT_MIN).met
    });
}

fn time(name: &str, measure: impl Fn() -> Vec<f64>) {
    let run = || {
        let start = Instant::now();
        black_box(measure());
        start.elapsed().as_secs_f64()
    };
    let best = (0..5).map(|_| run()).fold(f64::INFINITY, f64::min);
    println!("{name:<24}{:>10.1} ms", 1000.0 * best);
}

/// A linear congruential generator (Knuth's MMIX), enough for points.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: f64) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64 * limit
    }
}
