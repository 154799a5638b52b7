//! Prices of capacity: steps along a subgradient of the Lagrangian dual.

use super::Units;

/// Steps, at most.
const STEPS: usize = 120;

impl Units {
    /// Prices per load unit by facility: positive where capacity is short, negative
    /// where people are missing. `target` is the cost of some good assignment.
    pub fn prices(&self, target: i64) -> Vec<f64> {
        let all = self;
        let facilities = all.windows.len();
        let mut prices = vec![0.0; facilities];
        let (mut best, mut best_bound) = (prices.clone(), f64::NEG_INFINITY);
        let mut load = vec![0i64; facilities];
        let mut direction = vec![0.0; facilities];
        let (mut scale, mut since_better) = (1.0, 0);
        for _ in 0..STEPS {
            let bound = evaluate(all, &prices, &mut load);
            if bound > best_bound {
                best_bound = bound;
                best.copy_from_slice(&prices);
                since_better = 0;
            } else {
                since_better += 1;
                if since_better == 8 {
                    scale /= 2.0;
                    since_better = 0;
                }
            }
            let mut norm = 0.0;
            for (facility, window) in all.windows.iter().enumerate() {
                let over = (load[facility] - window.capacity) as f64;
                let under = (load[facility] - window.min_load) as f64;
                let step = match prices[facility] {
                    price if price > 0.0 => over,
                    price if price < 0.0 => under,
                    _ => over.max(0.0) + under.min(0.0),
                };
                direction[facility] = step + 0.5 * direction[facility];
                norm += direction[facility] * direction[facility];
            }
            let missing = (target as f64 - bound).max(1e-4 * target.abs() as f64);
            if norm == 0.0 || missing <= 0.0 {
                break;
            }
            let length = scale * missing / norm;
            for (facility, window) in all.windows.iter().enumerate() {
                let before: f64 = prices[facility];
                let after = before + length * direction[facility];
                // A price stops at nothing before it changes its sign.
                let stops = before * after < 0.0 || (after < 0.0 && window.min_load <= 0);
                prices[facility] = if stops { 0.0 } else { after };
            }
        }
        best
    }
}

/// The Lagrangian bound at prices; the loads of the assignment that attains it go to `load`.
fn evaluate(all: &Units, prices: &[f64], load: &mut [i64]) -> f64 {
    load.fill(0);
    let mut bound = 0.0;
    for item in 0..all.units.len() {
        let units = f64::from(all.units[item]);
        let mut least = if all.must[item] {
            f64::INFINITY
        } else {
            all.unmet[item] as f64
        };
        let mut option = usize::MAX;
        for index in all.options(item) {
            let to = all.to[index] as usize;
            let cost = all.cost[index] as f64 + prices[to] * all.load[index] as f64;
            if cost < least {
                (least, option) = (cost, index);
            }
        }
        if option != usize::MAX {
            load[all.to[option] as usize] += all.load[option] * i64::from(all.units[item]);
            bound += units * least;
        } else if !all.must[item] {
            bound += units * least;
        }
    }
    for (price, window) in prices.iter().zip(&all.windows) {
        let held = if *price > 0.0 {
            window.capacity
        } else {
            window.min_load
        };
        bound -= price * held as f64;
    }
    bound
}
