//! Which terms to try next: a bundle of planes kept market by market and site by site.
//!
//! What a market opens, or a site lets open, stays possible on all terms: its cost is a plane over the
//! terms. The next terms are where the sum of each part's least plane is highest, less the
//! square of the way to the best terms so far. Planes by part say more than planes of the
//! sum do, so few terms have to be tried (Frangioni 2002; stabilised column generation, du Merle et al. 1999).

/// One thing that a part may do: what it costs but for the terms, and how it changes with them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    pub cost: f64,
    /// By term, ascending.
    pub slope: Vec<(u32, f64)>,
}

impl Column {
    /// Sorts the slope and adds up what is of one term.
    pub fn new(cost: f64, mut slope: Vec<(u32, f64)>) -> Self {
        slope.sort_by_key(|entry| entry.0);
        slope.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                earlier.1 += later.1;
            }
            same
        });
        slope.retain(|entry| entry.1 != 0.0);
        Self { cost, slope }
    }

    /// What it costs at a point.
    pub fn at(&self, point: &[f64]) -> f64 {
        self.cost + self.along(point)
    }

    fn along(&self, step: &[f64]) -> f64 {
        let parts = self
            .slope
            .iter()
            .map(|&(at, slope)| slope * step[at as usize]);
        parts.sum()
    }
}

/// Columns of a part, with the weights of the last mixture.
#[derive(Debug, Clone, Default)]
struct Part {
    columns: Vec<(Column, f64)>,
}

/// The planes known.
pub(super) struct Master {
    parts: Vec<Part>,
    /// Slope of what belongs to no part.
    fixed: Vec<f64>,
}

/// Columns of a part that are kept.
const COLUMNS: usize = 60;
/// Exchanges of weight within a part, and rounds over all parts, for one mixture.
const EXCHANGES: usize = 20;
const ROUNDS: usize = 200;

impl Master {
    /// With so many parts, and the slope of what belongs to none.
    pub fn new(parts: usize, fixed: Vec<f64>) -> Self {
        Self {
            parts: vec![Part::default(); parts],
            fixed,
        }
    }

    /// Adds a column unless it is known.
    pub fn add(&mut self, part: usize, column: Column) {
        let part = &mut self.parts[part];
        if part.columns.iter().any(|known| known.0 == column) {
            return;
        }
        if part.columns.len() >= COLUMNS
            && let Some(idle) = part.columns.iter().position(|known| known.1 == 0.0)
        {
            part.columns.remove(idle);
        }
        let weight = if part.columns.is_empty() { 1.0 } else { 0.0 };
        part.columns.push((column, weight));
    }

    /// The least that a part's columns cost at a point.
    pub fn least(&self, part: usize, point: &[f64]) -> f64 {
        let costs = self.parts[part]
            .columns
            .iter()
            .map(|known| known.0.at(point));
        costs.fold(f64::INFINITY, f64::min)
    }

    /// The step from `center`, nowhere below 0, that is worth most with this length, and how much the
    /// planes promise for it.
    pub fn step(&mut self, center: &[f64], length: f64) -> (Vec<f64>, f64) {
        let mut along = self.fixed.clone();
        for (column, weight) in self.parts.iter().flat_map(|part| &part.columns) {
            for &(at, slope) in &column.slope {
                along[at as usize] += weight * slope;
            }
        }
        let stride = |at: usize, along: f64| (length * along).max(-center[at]);
        let mut step: Vec<f64> = along
            .iter()
            .enumerate()
            .map(|(at, along)| stride(at, *along))
            .collect();
        for _ in 0..ROUNDS {
            let mut moved = 0.0f64;
            for part in &mut self.parts {
                for _ in 0..EXCHANGES {
                    let Some((from, to, fall)) = part.exchange(center, &step) else {
                        break;
                    };
                    let difference = part.difference(from, to);
                    let square: f64 = difference.iter().map(|entry| entry.1 * entry.1).sum();
                    let held = part.columns[from].1;
                    let share = if square > 0.0 {
                        (fall / (length * square)).min(held)
                    } else {
                        held
                    };
                    part.columns[from].1 -= share;
                    part.columns[to].1 += share;
                    for (at, slope) in difference {
                        let at = at as usize;
                        along[at] += share * slope;
                        step[at] = stride(at, along[at]);
                    }
                    moved = moved.max(share * fall);
                    if share * fall <= 1e-3 {
                        break;
                    }
                }
            }
            if moved <= 1.0 {
                break;
            }
        }
        let promise = |part: &Part| {
            let now = part
                .columns
                .iter()
                .map(|known| known.0.at(center))
                .fold(f64::INFINITY, f64::min);
            let then = part
                .columns
                .iter()
                .map(|known| known.0.at(center) + known.0.along(&step));
            then.fold(f64::INFINITY, f64::min) - now
        };
        let fixed: f64 = self
            .fixed
            .iter()
            .zip(&step)
            .map(|(slope, step)| slope * step)
            .sum();
        let promised = fixed + self.parts.iter().map(promise).sum::<f64>();
        (step, promised)
    }
}

impl Part {
    /// The column with weight that is dearest after the step, the cheapest, and what lies between.
    fn exchange(&self, center: &[f64], step: &[f64]) -> Option<(usize, usize, f64)> {
        let cost = |column: &Column| column.at(center) + column.along(step);
        let costs: Vec<f64> = self.columns.iter().map(|known| cost(&known.0)).collect();
        let to = (0..costs.len()).min_by(|&a, &b| costs[a].total_cmp(&costs[b]))?;
        let held = (0..costs.len()).filter(|&at| self.columns[at].1 > 0.0);
        let from = held.max_by(|&a, &b| costs[a].total_cmp(&costs[b]))?;
        let fall = costs[from] - costs[to];
        (from != to && fall > 0.0).then_some((from, to, fall))
    }

    /// Slope of one column less that of another.
    fn difference(&self, from: usize, to: usize) -> Vec<(u32, f64)> {
        let negative = self.columns[from]
            .0
            .slope
            .iter()
            .map(|&(at, slope)| (at, -slope));
        let all = self.columns[to].0.slope.iter().copied().chain(negative);
        Column::new(0.0, all.collect()).slope
    }
}
