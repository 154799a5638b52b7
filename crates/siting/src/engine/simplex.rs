//! A dual simplex method with bounds, on a dense dictionary, for a program of the form
//!
//! > least θ with θ ≥ constant + slope · x for each plane, least ≤ Σ x ≤ most, x within bounds,
//!
//! where planes are added and bounds tightened again and again.

/// Values nearer to a bound count as on it.
const NEAR: f64 = 1e-7;
/// Entries that are too small to be divided by.
const TINY: f64 = 1e-9;
/// By what share of a unit all x together are made dearer, so that ties are rare.
const NUDGE: f64 = 1e-4;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// At the optimum.
    Optimal,
    /// After as many steps as allowed: the value is a bound all the same.
    Stopped,
    /// Nothing is within all bounds.
    Empty,
}

#[derive(Debug, Clone, Copy)]
struct Variable {
    least: f64,
    most: f64,
    /// Where it stands.
    at: f64,
}

/// Dictionary: each basic variable is a sum of the others. Variables are the x, then θ, the slack
/// of the count, and that of each plane.
#[derive(Debug, Clone)]
pub(super) struct Simplex {
    variables: Vec<Variable>,
    x: usize,
    /// A cost that is worth telling.
    unit: f64,
    basic: Vec<u32>,
    others: Vec<u32>,
    /// Rows of the basic variables, one entry for each other.
    rows: Vec<Vec<f64>>,
    /// What each other variable costs.
    costs: Vec<f64>,
}

impl Simplex {
    /// With bounds of each x and of their sum, and a first plane.
    pub fn new(
        bounds: &[(f64, f64)],
        count: (f64, f64),
        (constant, slope): (f64, &[f64]),
        unit: f64,
    ) -> Self {
        let x = bounds.len();
        // A little dearer, each by something else, so that ties do not turn in circles.
        let scale = NUDGE * unit / x as f64;
        let nudge = |at: usize| scale * (1.0 + (at as f64 * 0.618_033_988_749_895).fract());
        let nudged: Vec<f64> = slope
            .iter()
            .enumerate()
            .map(|(at, s)| s + nudge(at))
            .collect();
        let dearer = |((least, most), slope): (&(f64, f64), &f64)| Variable {
            least: *least,
            most: *most,
            at: if *slope < 0.0 { *most } else { *least },
        };
        let mut variables: Vec<Variable> = bounds.iter().zip(&nudged).map(dearer).collect();
        let sum = variables.iter().map(|x| x.at).sum();
        let value = variables.iter().zip(slope).map(|(x, slope)| x.at * slope);
        let theta = constant + value.sum::<f64>();
        let mut push = |least, most, at| variables.push(Variable { least, most, at });
        push(f64::NEG_INFINITY, f64::INFINITY, theta);
        push(count.0, count.1, sum);
        push(0.0, f64::INFINITY, 0.0);
        let with_slack = |slack: f64, of: &mut dyn FnMut(usize) -> f64| -> Vec<f64> {
            (0..x).map(of).chain([slack]).collect()
        };
        let theta_row = with_slack(1.0, &mut |at| slope[at]);
        let costs = with_slack(1.0, &mut |at| nudged[at]);
        Self {
            variables,
            x,
            unit,
            basic: vec![x as u32, x as u32 + 1],
            others: (0..x as u32).chain([x as u32 + 2]).collect(),
            rows: vec![theta_row, with_slack(0.0, &mut |_| 1.0)],
            costs,
        }
    }

    /// Entries of the dictionary.
    pub fn size(&self) -> usize {
        self.rows.len() * self.others.len()
    }

    pub fn value(&self) -> f64 {
        self.variables[self.x].at
    }

    pub fn point(&self) -> Vec<f64> {
        self.variables[..self.x].iter().map(|x| x.at).collect()
    }

    /// Bounds of an x, within those that it has.
    pub fn tighten(&mut self, x: usize, (least, most): (f64, f64)) {
        let variable = &mut self.variables[x];
        (variable.least, variable.most) = (least, most);
        let Some(column) = self.others.iter().position(|&other| other as usize == x) else {
            return;
        };
        let to = variable.at.clamp(least, most);
        let change = to - variable.at;
        variable.at = to;
        if change != 0.0 {
            self.shift(column, change);
        }
    }

    /// Bounds of the sum.
    pub fn tighten_count(&mut self, least: f64, most: f64) {
        self.tighten(self.x + 1, (least, most));
    }

    /// One more plane.
    pub fn add(&mut self, constant: f64, slope: &[f64]) {
        let mut row = vec![0.0; self.others.len()];
        let mut at = self.value() - constant;
        let axpy = |row: &mut [f64], factor: f64, of: &[f64]| {
            for (to, from) in row.iter_mut().zip(of) {
                *to += factor * from;
            }
        };
        for (&basic, of) in self.basic.iter().zip(&self.rows) {
            let basic = basic as usize;
            if basic == self.x {
                axpy(&mut row, 1.0, of);
            } else if basic < self.x {
                axpy(&mut row, -slope[basic], of);
            }
        }
        for (to, &other) in row.iter_mut().zip(&self.others) {
            if (other as usize) < self.x {
                *to -= slope[other as usize];
            }
        }
        for (x, slope) in self.variables.iter().zip(slope) {
            at -= x.at * slope;
        }
        self.basic.push(self.variables.len() as u32);
        self.variables.push(Variable {
            least: 0.0,
            most: f64::INFINITY,
            at,
        });
        self.rows.push(row);
    }

    /// Weight of each plane.
    pub fn weights(&self) -> Vec<f64> {
        let mut weights = vec![0.0; self.variables.len() - self.x - 2];
        for (&other, cost) in self.others.iter().zip(&self.costs) {
            if other as usize >= self.x + 2 {
                weights[other as usize - self.x - 2] = cost.max(0.0);
            }
        }
        weights
    }

    /// Leaves out planes that do not bind, where there are many. Which were kept, if any was left out.
    pub fn forget(&mut self) -> Option<Vec<bool>> {
        let first = self.x + 2;
        if self.rows.len() < 40 + 3 * self.x / 2 {
            return None;
        }
        let mut kept = vec![true; self.variables.len() - first];
        for &basic in &self.basic {
            let basic = basic as usize;
            if basic >= first && self.variables[basic].at > NEAR * self.unit {
                kept[basic - first] = false;
            }
        }
        let stays = |variable: u32| (variable as usize) < first || kept[variable as usize - first];
        let mut next = 0;
        let number: Vec<u32> = (0..self.variables.len() as u32)
            .map(|variable| {
                let number = next;
                next += u32::from(stays(variable));
                number
            })
            .collect();
        let basic: Vec<bool> = self.basic.iter().map(|&basic| stays(basic)).collect();
        let mut at = 0;
        self.rows.retain(|_| {
            at += 1;
            basic[at - 1]
        });
        self.basic.retain(|&basic| stays(basic));
        let mut at = 0;
        self.variables.retain(|_| {
            at += 1;
            stays(at - 1)
        });
        for variable in self.basic.iter_mut().chain(&mut self.others) {
            *variable = number[*variable as usize];
        }
        Some(kept)
    }

    /// Moves what is not basic, and all that depends on it.
    fn shift(&mut self, column: usize, change: f64) {
        for (&basic, row) in self.basic.iter().zip(&self.rows) {
            self.variables[basic as usize].at += row[column] * change;
        }
    }

    /// Goes on to the optimum, at most so many steps.
    pub fn optimise(&mut self, steps: usize) -> Outcome {
        for _ in 0..steps {
            let Some((row, to)) = self.leaving() else {
                return Outcome::Optimal;
            };
            let Some(column) = self.entering(row, to) else {
                return Outcome::Empty;
            };
            self.exchange(row, column, to);
        }
        Outcome::Stopped
    }

    /// The basic variable that is farthest outside its bounds, and the bound.
    fn leaving(&self) -> Option<(usize, f64)> {
        let mut worst: Option<(f64, usize, f64)> = None;
        for (row, &basic) in self.basic.iter().enumerate() {
            let variable = &self.variables[basic as usize];
            // Slacks are costs, the others shares.
            let unit = match basic as usize >= self.x + 2 {
                true => self.unit,
                false => 1.0,
            };
            let (below, above) = (variable.least - variable.at, variable.at - variable.most);
            let (outside, to) = match below > above {
                true => (below / unit, variable.least),
                false => (above / unit, variable.most),
            };
            if outside > NEAR && worst.is_none_or(|worst| outside > worst.0) {
                worst = Some((outside, row, to));
            }
        }
        worst.map(|(_, row, to)| (row, to))
    }

    /// What takes its place, so that all costs keep their signs.
    fn entering(&self, row: usize, to: f64) -> Option<usize> {
        let rises = to > self.variables[self.basic[row] as usize].at;
        let mut best: Option<(f64, f64, usize)> = None;
        for (column, &entry) in self.rows[row].iter().enumerate() {
            let variable = &self.variables[self.others[column] as usize];
            if entry.abs() < TINY || variable.least >= variable.most {
                continue;
            }
            let is_low = variable.at <= variable.least;
            // It may only move away from its bound.
            if (entry > 0.0) != (is_low == rises) {
                continue;
            }
            let ratio = self.costs[column].abs() / entry.abs();
            let better = best.is_none_or(|(least, size, _)| {
                ratio < least - 1e-12 || (ratio <= least + 1e-12 && entry.abs() > size)
            });
            if better {
                best = Some((ratio, entry.abs(), column));
            }
        }
        best.map(|best| best.2)
    }

    fn exchange(&mut self, row: usize, column: usize, to: f64) {
        let leaves = self.basic[row];
        let entry = self.rows[row][column];
        let change = (to - self.variables[leaves as usize].at) / entry;
        self.shift(column, change);
        self.variables[leaves as usize].at = to;
        let enters = self.others[column];
        self.variables[enters as usize].at += change;
        self.basic[row] = enters;
        self.others[column] = leaves;
        let mut pivot = std::mem::take(&mut self.rows[row]);
        for entry_of in &mut pivot {
            *entry_of /= -entry;
        }
        pivot[column] = 1.0 / entry;
        let replace = |of: &mut [f64]| {
            let factor = of[column];
            if factor == 0.0 {
                return;
            }
            of[column] = 0.0;
            for (to, from) in of.iter_mut().zip(&pivot) {
                *to += factor * from;
            }
        };
        for of in &mut self.rows {
            if !of.is_empty() {
                replace(of);
            }
        }
        replace(&mut self.costs);
        self.rows[row] = pivot;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_of_two_planes_is_where_they_meet() {
        // θ ≥ 4 − 3 x − y and θ ≥ 2 y − x, x + y ≤ 1.5.
        let mut simplex = Simplex::new(&[(0.0, 1.0); 2], (0.0, 2.0), (4.0, &[-3.0, -1.0]), 1e-6);
        simplex.add(0.0, &[-1.0, 2.0]);
        assert_eq!(simplex.optimise(100), Outcome::Optimal);
        // x = 1, 1 − y = 2 y − 1.
        assert!((simplex.value() - 1.0 / 3.0).abs() < 1e-9, "{simplex:?}");
        let weights = simplex.weights();
        assert!((weights[0] - 2.0 / 3.0).abs() < 1e-9 && (weights[1] - 1.0 / 3.0).abs() < 1e-9);
        simplex.tighten(0, (0.0, 0.0));
        assert_eq!(simplex.optimise(100), Outcome::Optimal);
        // 4 − y = 2 y has y = 4/3 beyond its bound.
        assert!((simplex.value() - 3.0).abs() < 1e-9, "{simplex:?}");
        simplex.tighten_count(1.5, 1.5);
        assert_eq!(simplex.optimise(100), Outcome::Empty);
    }
}
