//! Raises the Lagrangian bound by a proximal bundle method (Lemaréchal; Kiwiel,
//! 1990): every evaluation leaves a plane above the bound; the next prices are
//! where the least of the planes is highest, not too far from the best prices.
//!
//! The weights of the planes also mix the relaxed plans into an estimate of the
//! primal: how far each level is open. Prices per person move by the *share* of a
//! demand that is not served, prices of money by the share of the ceiling that
//! is overdrawn, so that large and small demands, people and cents move alike.

use super::fill::ArcBound;
use super::lagrange::{Prices, Relaxation};
use super::problem::{Domain, NONE, Problem};
use std::sync::Arc;

/// When an ascent ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub iterations: usize,
    /// The cost of the best answer known; infinite without one.
    pub best: f64,
    /// A bound of more than this proves the domain useless.
    pub enough: f64,
    /// The ascent ends when no more than this share of the way to `best` can be
    /// gained by a step, or was gained by a stretch of steps.
    pub least_gain: f64,
    /// Steps of a stretch.
    pub stretch: usize,
    /// Whether the people of each arc are mixed as well.
    pub wants_people: bool,
}

/// Where an ascent ended.
#[derive(Debug, Clone)]
pub(super) struct Peak {
    pub prices: Prices,
    pub bound: f64,
    /// Per facility and level (as [`Relaxation::level_value`]): how far it is open, 0 to
    /// 1; where asked for, then the people of each arc into a lane.
    pub openness: Vec<f32>,
    pub iterations: usize,
    /// The planes that bear weight at its end, for an ascent over a part of the domain.
    pub warmth: Warmth,
}

/// Planes of an ascent that ended: over a part of its domain those hold on of which
/// every plan is in the part.
#[derive(Debug, Clone, Default)]
pub(super) struct Warmth {
    planes: Vec<Plane>,
    products: Vec<Vec<f64>>,
    mask: Vec<bool>,
    /// The bound at the centre from which errors are reckoned.
    bound: f64,
    /// The step.
    length: f64,
    /// Numbers of facilities, which are part of the planes.
    counts: Vec<(u32, u32)>,
}

impl Warmth {
    /// Numbers that it holds.
    pub fn size(&self) -> usize {
        let plane = |plane: &Plane| plane.data.gradient.len() + plane.data.openness.len();
        self.planes.iter().map(plane).sum()
    }
}

/// Planes at most.
const PLANES: usize = 40;
/// How often a step is made longer before an ascent is given up.
const LONGER: usize = 4;
/// Share of the promised gain with which a step counts as one.
const SERIOUS: f64 = 0.1;

/// Climbs from `start` until the limits end it, or `halt` does, which is asked before each evaluation.
pub(super) fn climb(
    relaxation: &mut Relaxation<'_, '_>,
    domain: &Domain,
    bounds: &[ArcBound],
    start: Prices,
    warmth: Option<&Warmth>,
    limits: &Limits,
    halt: &mut dyn FnMut(f64) -> bool,
) -> Peak {
    let problem = relaxation.problem;
    let space = Space::new(problem);
    relaxation.evaluate(&start, domain, bounds);
    let mut peak = Peak {
        bound: relaxation.bound,
        openness: openness(relaxation, limits.wants_people),
        prices: start,
        iterations: 1,
        warmth: Warmth::default(),
    };
    if !peak.bound.is_finite() {
        return peak;
    }
    let mut center = space.point(&peak.prices);
    let mut bundle = Bundle::new(space.gradient(relaxation), peak.openness.clone());
    let way = |bound: f64| match limits.best.is_finite() {
        true => (limits.best - bound).max(1e-9 * bound.abs()),
        false => 0.05 * bound.abs().max(1.0),
    };
    bundle.block(space.blocked(&center, &bundle.planes[0].data.gradient));
    let mut length = 0.3 * way(peak.bound) / bundle.square(0).max(1e-12);
    if let Some(warmth) = warmth
        && bundle.warm(problem, domain, warmth, peak.bound)
    {
        length = warmth.length;
    }
    let mut nulls = 0;
    let mut before = peak.bound;
    let mut trial = vec![0.0; center.len()];
    let mut prices = peak.prices.clone();
    while peak.iterations < limits.iterations && peak.bound <= limits.enough && !halt(peak.bound) {
        if peak.iterations.is_multiple_of(limits.stretch) {
            if peak.bound - before <= limits.least_gain * way(peak.bound) {
                break;
            }
            before = peak.bound;
        }
        let (mut norm, mut error) = bundle.solve(length);
        let worthwhile = (limits.least_gain * way(peak.bound)).max(1e-10 * peak.bound.abs());
        // A short step promises little even where there is much to gain farther off.
        let mut longer = 0;
        while length * norm + error <= worthwhile && longer < LONGER {
            length *= 3.0;
            longer += 1;
            (norm, error) = bundle.solve(length);
        }
        let promised = length * norm + error;
        if promised <= worthwhile {
            break;
        }
        bundle.direction(&mut trial);
        for (to, from) in trial.iter_mut().zip(&center) {
            *to = from + length * *to;
        }
        space.project(&mut trial);
        space.prices(&trial, &mut prices);
        relaxation.evaluate(&prices, domain, bounds);
        peak.iterations += 1;
        let gain = relaxation.bound - peak.bound;
        let gradient = space.gradient(relaxation);
        if !gain.is_finite() {
            if gain > 0.0 {
                peak.bound = relaxation.bound;
                peak.prices = prices;
                break;
            }
            length *= 0.3;
            continue;
        }
        // How far the new plane lies above the bound at the centre.
        let slope: f64 = gradient
            .iter()
            .zip(center.iter().zip(&trial))
            .map(|(g, (c, t))| g * (c - t))
            .sum();
        if gain >= SERIOUS * promised {
            let step: Vec<f64> = trial.iter().zip(&center).map(|(t, c)| t - c).collect();
            bundle.moved(&step, gain);
            bundle.add(gradient, 0.0, openness(relaxation, limits.wants_people));
            center.copy_from_slice(&trial);
            peak.bound = relaxation.bound;
            std::mem::swap(&mut peak.prices, &mut prices);
            prices.clone_from(&peak.prices);
            if gain >= 0.5 * promised {
                length *= (0.5 / (1.0 - gain / promised).max(0.1)).clamp(1.0, 3.0);
            }
            nulls = 0;
            bundle.remask(&space, &center);
        } else {
            bundle.add(
                gradient,
                gain + slope,
                openness(relaxation, limits.wants_people),
            );
            nulls += 1;
            if nulls >= 3 {
                length *= (0.5 / (1.0 - gain / promised)).clamp(0.2, 0.9);
                nulls = 1;
            }
        }
    }
    bundle.openness(&mut peak.openness);
    peak.warmth = bundle.warmth(peak.bound, length, domain);
    peak
}

/// The space of prices, scaled so that all directions are alike.
struct Space {
    /// Per demand, ceiling and market: what a unit of the scaled space is.
    scale: Vec<f64>,
    /// Most, or infinite.
    most: Vec<f64>,
    /// Least, or infinite.
    least: Vec<f64>,
}

impl Space {
    fn new(problem: &Problem<'_>) -> Self {
        let people: f64 = problem.rows.iter().map(|row| row.most).sum();
        let news = problem
            .market
            .iter()
            .filter(|market| **market != NONE)
            .count();
        let each = people / news.max(1) as f64;
        let mut scale: Vec<f64> = Vec::new();
        let (mut least, mut most) = (Vec::new(), Vec::new());
        for row in &problem.rows {
            scale.push(1.0 / row.most.max(1.0).sqrt());
            least.push(f64::NEG_INFINITY);
            most.push(row.unmet / scale[scale.len() - 1]);
        }
        for (index, ceiling) in problem.ceilings.iter().enumerate() {
            let is_kept = problem
                .kept
                .as_ref()
                .is_some_and(|kept| kept.ceiling == index);
            scale.push(if is_kept {
                0.0
            } else {
                people.sqrt() / ceiling.max(1.0)
            });
            least.push(0.0);
            most.push(f64::INFINITY);
        }
        for _ in 0..problem.markets {
            scale.push(each / people.max(1.0).sqrt());
            least.push(f64::NEG_INFINITY);
            most.push(f64::INFINITY);
        }
        Self { scale, most, least }
    }

    fn point(&self, prices: &Prices) -> Vec<f64> {
        let all = prices.lambda.iter().chain(&prices.mu).chain(&prices.nu);
        let scaled = |(price, scale): (&f64, &f64)| if *scale > 0.0 { price / scale } else { 0.0 };
        all.zip(&self.scale).map(scaled).collect()
    }

    fn prices(&self, point: &[f64], prices: &mut Prices) {
        let all = prices
            .lambda
            .iter_mut()
            .chain(&mut prices.mu)
            .chain(&mut prices.nu);
        // What is not moved stays.
        let moved = all
            .zip(point)
            .zip(&self.scale)
            .filter(|(_, scale)| **scale > 0.0);
        for ((price, at), scale) in moved {
            *price = at * scale;
        }
    }

    fn gradient(&self, relaxation: &Relaxation<'_, '_>) -> Vec<f64> {
        let all = relaxation
            .short
            .iter()
            .chain(&relaxation.over)
            .chain(&relaxation.missed);
        all.zip(&self.scale)
            .map(|(violation, scale)| violation * scale)
            .collect()
    }

    fn project(&self, point: &mut [f64]) {
        for ((at, least), most) in point.iter_mut().zip(&self.least).zip(&self.most) {
            *at = at.min(*most).max(*least);
        }
    }

    /// Directions in which the point cannot follow.
    fn blocked(&self, point: &[f64], along: &[f64]) -> Vec<bool> {
        let limits = self.least.iter().zip(&self.most);
        let is_blocked = |((at, along), (least, most)): ((&f64, &f64), (&f64, &f64))| {
            (at >= most && *along > 0.0) || (at <= least && *along < 0.0)
        };
        point
            .iter()
            .zip(along)
            .zip(limits)
            .map(is_blocked)
            .collect()
    }
}

#[derive(Debug, Clone)]
struct Plane {
    data: Arc<Data>,
    /// How far it lies above the bound at the centre.
    error: f64,
    weight: f64,
}

#[derive(Debug)]
struct Data {
    gradient: Vec<f64>,
    openness: Vec<f32>,
}

impl Plane {
    fn new(gradient: Vec<f64>, openness: Vec<f32>, error: f64, weight: f64) -> Self {
        let data = Arc::new(Data { gradient, openness });
        Self {
            data,
            error,
            weight,
        }
    }
}

struct Bundle {
    planes: Vec<Plane>,
    /// Products of gradients, without what is blocked.
    products: Vec<Vec<f64>>,
    mask: Vec<bool>,
    /// 0 where it is blocked, 1 elsewhere.
    free: Vec<f64>,
}

impl Bundle {
    fn new(gradient: Vec<f64>, openness: Vec<f32>) -> Self {
        let mask = vec![false; gradient.len()];
        let free = vec![1.0; gradient.len()];
        let plane = Plane::new(gradient, openness, 0.0, 1.0);
        let mut bundle = Self {
            planes: vec![plane],
            products: vec![vec![0.0]],
            mask,
            free,
        };
        bundle.reprice();
        bundle
    }

    fn square(&self, plane: usize) -> f64 {
        self.products[plane][plane]
    }

    fn product(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (&self.planes[a].data.gradient, &self.planes[b].data.gradient);
        // Several sums at once, which a processor adds up side by side.
        const LANES: usize = 8;
        let mut sums = [0.0; LANES];
        let whole = a.len() - a.len() % LANES;
        let (a, a_rest) = a.split_at(whole);
        let (b, b_rest) = b.split_at(whole);
        let (free, free_rest) = self.free.split_at(whole);
        let chunks = a.chunks_exact(LANES).zip(b.chunks_exact(LANES));
        for ((a, b), free) in chunks.zip(free.chunks_exact(LANES)) {
            for (lane, sum) in sums.iter_mut().enumerate() {
                *sum += a[lane] * b[lane] * free[lane];
            }
        }
        let rest = a_rest.iter().zip(b_rest).zip(free_rest);
        let rest: f64 = rest.map(|((a, b), free)| a * b * free).sum();
        sums.iter().sum::<f64>() + rest
    }

    fn reprice(&mut self) {
        let count = self.planes.len();
        self.products = vec![vec![0.0; count]; count];
        for a in 0..count {
            for b in 0..=a {
                let product = self.product(a, b);
                self.products[a][b] = product;
                self.products[b][a] = product;
            }
        }
    }

    /// Takes over planes that hold for this domain, behind the one at the centre.
    fn warm(
        &mut self,
        problem: &Problem<'_>,
        domain: &Domain,
        warmth: &Warmth,
        bound: f64,
    ) -> bool {
        if warmth.counts.get(1..) != domain.counts.get(1..) {
            return false;
        }
        let kept: Vec<bool> = warmth
            .planes
            .iter()
            .map(|plane| holds(problem, domain, &plane.data.openness))
            .collect();
        if !kept.contains(&true) {
            return false;
        }
        let center = self.planes.pop();
        self.planes.clone_from(&warmth.planes);
        self.products.clone_from(&warmth.products);
        self.keep(&kept);
        for plane in &mut self.planes {
            plane.error = (plane.error + warmth.bound - bound).max(0.0);
        }
        self.mask.clone_from(&warmth.mask);
        for (free, blocked) in self.free.iter_mut().zip(&self.mask) {
            *free = if *blocked { 0.0 } else { 1.0 };
        }
        if let Some(center) = center {
            self.push(Plane {
                weight: 0.0,
                ..center
            });
        }
        true
    }

    /// The planes that bear weight.
    fn warmth(mut self, bound: f64, length: f64, domain: &Domain) -> Warmth {
        let kept: Vec<bool> = self
            .planes
            .iter()
            .map(|plane| plane.weight > 1e-6)
            .collect();
        self.keep(&kept);
        Warmth {
            planes: self.planes,
            products: self.products,
            mask: self.mask,
            bound,
            length,
            counts: domain.counts.clone(),
        }
    }

    /// Blocks anew where the centre or the mixed gradient has changed sides.
    fn remask(&mut self, space: &Space, center: &[f64]) {
        let mut along = vec![0.0; center.len()];
        self.mix(&mut along);
        let mask = space.blocked(center, &along);
        self.block(mask);
    }

    fn block(&mut self, mask: Vec<bool>) {
        let changed: Vec<usize> = (0..mask.len())
            .filter(|&at| mask[at] != self.mask[at])
            .collect();
        for &at in &changed {
            self.free[at] = if mask[at] { 0.0 } else { 1.0 };
        }
        self.mask = mask;
        if changed.len() * 4 > self.mask.len() {
            self.reprice();
            return;
        }
        for at in changed {
            let sign = 2.0 * self.free[at] - 1.0;
            for a in 0..self.planes.len() {
                let factor = sign * self.planes[a].data.gradient[at];
                if factor != 0.0 {
                    for b in 0..self.planes.len() {
                        self.products[a][b] += factor * self.planes[b].data.gradient[at];
                    }
                }
            }
        }
    }

    fn add(&mut self, gradient: Vec<f64>, error: f64, openness: Vec<f32>) {
        if self.planes.len() >= PLANES {
            self.condense();
        }
        self.push(Plane::new(gradient, openness, error.max(0.0), 0.0));
    }

    fn push(&mut self, plane: Plane) {
        self.planes.push(plane);
        let last = self.planes.len() - 1;
        let row: Vec<f64> = (0..=last).map(|other| self.product(last, other)).collect();
        for (other, product) in row.iter().enumerate().take(last) {
            self.products[other].push(*product);
        }
        self.products.push(row);
    }

    /// Leaves out planes that bear no weight; mixes all into one where none is idle.
    fn condense(&mut self) {
        let idle = |plane: &Plane| plane.weight <= 1e-9;
        let count = self.planes.len();
        let drop = self
            .planes
            .iter()
            .take(count - 1)
            .filter(|plane| idle(plane))
            .count();
        if drop >= PLANES / 4 {
            let mut kept: Vec<bool> = self.planes.iter().map(|plane| !idle(plane)).collect();
            kept[count - 1] = true;
            self.keep(&kept);
            return;
        }
        let mut gradient = vec![0.0; self.planes[0].data.gradient.len()];
        self.mix(&mut gradient);
        let mut openness = vec![0.0; self.planes[0].data.openness.len()];
        self.openness(&mut openness);
        let error = self
            .planes
            .iter()
            .map(|plane| plane.weight * plane.error)
            .sum();
        let mixed = Plane::new(gradient, openness, error, 1.0);
        // The heaviest stay besides, so that not all is forgotten.
        let mut weights: Vec<f64> = self.planes.iter().map(|plane| plane.weight).collect();
        weights.sort_by(f64::total_cmp);
        let light = weights[count / 2];
        let kept: Vec<bool> = self
            .planes
            .iter()
            .map(|plane| plane.weight > light)
            .collect();
        self.keep(&kept);
        self.planes.iter_mut().for_each(|plane| plane.weight = 0.0);
        self.planes.push(mixed);
        self.reprice();
    }

    fn keep(&mut self, kept: &[bool]) {
        let mut at = 0;
        self.planes.retain(|_| {
            at += 1;
            kept[at - 1]
        });
        let total: f64 = self.planes.iter().map(|plane| plane.weight).sum();
        if total > 0.0 {
            self.planes
                .iter_mut()
                .for_each(|plane| plane.weight /= total);
        }
        let rows = std::mem::take(&mut self.products);
        let rows = rows.into_iter().zip(kept).filter(|(_, kept)| **kept);
        self.products = rows
            .map(|(row, _)| {
                row.into_iter()
                    .zip(kept)
                    .filter(|(_, kept)| **kept)
                    .map(|x| x.0)
                    .collect()
            })
            .collect();
    }

    /// The centre moved by `step` and the bound there rose by `gain`.
    fn moved(&mut self, step: &[f64], gain: f64) {
        for plane in &mut self.planes {
            let slope: f64 = plane
                .data
                .gradient
                .iter()
                .zip(step)
                .map(|(g, s)| g * s)
                .sum();
            plane.error = (plane.error + slope - gain).max(0.0);
        }
    }

    /// Weights with which ½·length·|mixed gradient|² + mixed error is least, by
    /// exchanging weight between pairs. Returns |mixed gradient|² and mixed error.
    fn solve(&mut self, length: f64) -> (f64, f64) {
        let count = self.planes.len();
        let mut along: Vec<f64> = (0..count)
            .map(|a| {
                (0..count)
                    .map(|b| self.products[a][b] * self.planes[b].weight)
                    .sum()
            })
            .collect();
        for _ in 0..30 * count {
            // Slope of the objective in each weight.
            let slope = |at: usize, along: &[f64]| length * along[at] + self.planes[at].error;
            let (mut low, mut high) = (0, usize::MAX);
            for at in 0..count {
                if slope(at, &along) < slope(low, &along) {
                    low = at;
                }
                if self.planes[at].weight > 0.0
                    && (high == usize::MAX || slope(at, &along) > slope(high, &along))
                {
                    high = at;
                }
            }
            if high == usize::MAX || low == high {
                break;
            }
            let fall = slope(high, &along) - slope(low, &along);
            let mixed: f64 = self
                .planes
                .iter()
                .zip(&along)
                .map(|(plane, along)| plane.weight * along)
                .sum();
            if fall <= 1e-7 * (length * mixed).abs().max(1e-12) {
                break;
            }
            let curve = length
                * (self.products[low][low] + self.products[high][high]
                    - 2.0 * self.products[low][high]);
            let share = if curve > 0.0 {
                fall / curve
            } else {
                f64::INFINITY
            };
            let share = share.min(self.planes[high].weight);
            self.planes[high].weight -= share;
            self.planes[low].weight += share;
            for (at, along) in along.iter_mut().enumerate() {
                *along += share * (self.products[at][low] - self.products[at][high]);
            }
        }
        let norm: f64 = self
            .planes
            .iter()
            .zip(&along)
            .map(|(plane, along)| plane.weight * along)
            .sum();
        let error = self
            .planes
            .iter()
            .map(|plane| plane.weight * plane.error)
            .sum();
        (norm.max(0.0), error)
    }

    fn mix(&self, into: &mut [f64]) {
        into.fill(0.0);
        for plane in self.planes.iter().filter(|plane| plane.weight > 0.0) {
            for (to, gradient) in into.iter_mut().zip(&plane.data.gradient) {
                *to += plane.weight * gradient;
            }
        }
    }

    /// The mixed gradient without what is blocked.
    fn direction(&self, into: &mut [f64]) {
        self.mix(into);
        for (to, blocked) in into.iter_mut().zip(&self.mask) {
            if *blocked {
                *to = 0.0;
            }
        }
    }

    fn openness(&self, into: &mut [f32]) {
        into.fill(0.0);
        for plane in self.planes.iter().filter(|plane| plane.weight > 0.0) {
            for (to, open) in into.iter_mut().zip(&plane.data.openness) {
                *to += plane.weight as f32 * open;
            }
        }
    }
}

/// Whether all plans that were mixed into an openness are within a domain.
fn holds(problem: &Problem<'_>, domain: &Domain, openness: &[f32]) -> bool {
    const NEAR: f32 = 1e-4;
    let mut at = 0;
    let mut sums = vec![0.0f32; domain.counts.len()];
    for (index, facility) in problem.facilities.iter().enumerate() {
        let open = &openness[at..at + facility.levels.len()];
        at += facility.levels.len();
        let mut share = 0.0;
        for (level, open) in open.iter().enumerate() {
            if domain.masks[index] >> (level + 1) & 1 == 0 && *open > NEAR {
                return false;
            }
            share += open;
        }
        if facility.site == NONE {
            continue;
        }
        let site = &problem.sites[facility.site as usize];
        let must_open = domain.must_open[facility.site as usize] && site.facilities.len() == 1;
        if (must_open || !domain.may_close(index)) && share < 1.0 - NEAR {
            return false;
        }
        let count = match problem.markets {
            0 => 0,
            _ => problem.market[index] as usize + 1,
        };
        if let Some(sum) = sums.get_mut(count) {
            *sum += share;
        }
    }
    let counted = usize::from(problem.markets > 0);
    sums.iter()
        .zip(&domain.counts)
        .skip(counted)
        .all(|(&sum, &(least, most))| sum >= least as f32 - 0.01 && sum <= most as f32 + 0.01)
}

fn openness(relaxation: &mut Relaxation<'_, '_>, wants_people: bool) -> Vec<f32> {
    let mut openness = Vec::with_capacity(relaxation.level_value.len());
    for (facility, &chosen) in relaxation.problem.facilities.iter().zip(&relaxation.chosen) {
        for level in 0..facility.levels.len() {
            openness.push(if chosen != NONE && chosen as usize == level {
                1.0
            } else {
                0.0
            });
        }
    }
    if wants_people {
        let first = openness.len();
        openness.resize(first + relaxation.problem.arcs.cost.len(), 0.0);
        relaxation.taken(|arc, persons| openness[first + arc as usize] += persons as f32);
    }
    openness
}

/// Prices to start from: each person's cheapest way with its share of what a
/// facility costs that is full, tried with several shares.
pub(super) fn first_prices(relaxation: &mut Relaxation<'_, '_>, domain: &Domain) -> Prices {
    let problem = relaxation.problem;
    let mut best = (f64::NEG_INFINITY, shared_prices(problem, 1.0));
    let mut offer = |prices: Prices| {
        relaxation.evaluate(&prices, domain, &[]);
        if relaxation.bound > best.0 {
            best = (relaxation.bound, prices);
        }
    };
    for share in [0.3, 0.6, 1.0, 1.5, 2.5] {
        offer(shared_prices(problem, share));
    }
    for share in [0.02, 0.05, 0.1, 0.2, 0.4] {
        let mut prices = shared_prices(problem, 1.0);
        let rows = problem.rows.iter().zip(&mut prices.lambda);
        for (row, price) in rows.filter(|(row, _)| row.unmet.is_finite()) {
            *price = price.max(share * row.unmet);
        }
        offer(prices);
    }
    best.1
}

fn shared_prices(problem: &Problem<'_>, share: f64) -> Prices {
    let mut lambda: Vec<f64> = problem.rows.iter().map(|row| row.unmet).collect();
    let each = |facility: usize, lane: usize| -> f64 {
        let of = &problem.facilities[facility];
        let at = lane - of.lanes.start;
        let cost = |level: &super::problem::Level| level.fixed / level.windows[at].1;
        let levels = of.levels.iter().filter(|level| level.windows[at].1 > 0.0);
        levels.map(cost).fold(f64::INFINITY, f64::min) / of.lanes.len() as f64
    };
    for (index, lane) in problem.lanes.iter().enumerate() {
        if lane.is_free {
            continue;
        }
        let each = share * each(lane.facility as usize, index);
        for arc in lane.arcs.clone() {
            let row = problem.arcs.row[arc] as usize;
            let price = problem.arcs.cost[arc] + each * problem.arcs.load[arc];
            if price.is_finite() {
                lambda[row] = lambda[row].min(price);
            }
        }
    }
    for (row, price) in lambda.iter_mut().enumerate() {
        let arcs = problem.free.first[row]..problem.free.first[row + 1];
        // Not the cheapest: with it nothing would open.
        let nth = (share * 2.0) as usize;
        if let Some(arc) = arcs.clone().nth(nth).or(arcs.clone().next()) {
            *price = price.min(problem.free.cost[arc]);
        }
        if !price.is_finite() {
            *price = 0.0;
        }
    }
    Prices {
        lambda,
        mu: vec![0.0; problem.ceilings.len()],
        nu: vec![0.0; problem.markets],
    }
}
