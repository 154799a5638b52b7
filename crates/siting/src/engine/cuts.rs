//! The linear relaxation by cuts, where whoever opens serves all who come: what
//! serving a demand costs is a convex function of how far its sites open, so every
//! point gives a plane below the whole cost (Benders' cut of uncapacitated location:
//! Cornuéjols, Nemhauser and Wolsey 1980; Fischetti, Ljubić and Sinnl 2017). The weights
//! of the planes at the optimum mix the prices of their points into prices of the
//! [relaxation](super::lagrange) that prove at least as much, whatever was rounded here.

use super::lagrange::Prices;
use super::problem::{Domain, NONE, Problem};
use super::simplex::{Outcome, Simplex};
use std::sync::Arc;

/// Undecided facilities at most: the linear program is dense.
const MOST: usize = 200;
/// The same where everybody may be left, as in covering: there an ascent by prices gets nowhere.
const MOST_COVERING: usize = 800;

/// What does not change in the tree.
pub(super) struct Master {
    /// Facilities that are undecided at its root.
    facilities: Vec<u32>,
    /// Per facility: its variable, or [`NONE`].
    variable: Vec<u32>,
    /// Cost of opening, by variable.
    fixed: Vec<f64>,
}

/// The prices from which a plane was made.
struct Plane {
    /// Per row: how many of its arcs are cheaper than its price.
    cheaper: Vec<u16>,
}

/// The linear program at a node.
#[derive(Clone)]
pub(super) struct Lp {
    simplex: Simplex,
    planes: Vec<Arc<Plane>>,
    inside: Vec<f64>,
}

impl Master {
    /// Of a domain; `None` where more is at stake than who opens.
    pub fn new(problem: &Problem<'_>, domain: &Domain) -> Option<Self> {
        let only_kept = match &problem.kept {
            Some(_) => problem.ceilings.len() == 1,
            None => problem.ceilings.is_empty(),
        };
        let is_plain = only_kept
            && problem.markets == 0
            && problem.free.onward.is_empty()
            && problem.lanes.iter().all(|lane| lane.is_free)
            && problem.sites.iter().all(|site| site.facilities.len() <= 1)
            && problem
                .facilities
                .iter()
                .all(|f| f.levels.len() == 1 && f.lanes.len() <= 1);
        let undecided = |&facility: &u32| !domain.is_decided(facility as usize);
        let all = 0..problem.facilities.len() as u32;
        let facilities: Vec<u32> = all.filter(undecided).collect();
        let may_leave = problem.rows.iter().all(|row| row.unmet.is_finite());
        let most = match problem.kept.is_some() && may_leave {
            true => MOST_COVERING,
            false => MOST,
        };
        if !is_plain || facilities.is_empty() || facilities.len() > most {
            return None;
        }
        let mut variable = vec![NONE; problem.facilities.len()];
        let mut fixed = Vec::new();
        for (at, &facility) in facilities.iter().enumerate() {
            variable[facility as usize] = at as u32;
            let of = &problem.facilities[facility as usize];
            let site = &problem.sites[of.site as usize];
            let level = &of.levels[0];
            let opening = site.openings.get(level.phase as usize).map_or(0.0, |o| o.0);
            fixed.push(level.fixed + opening);
        }
        Some(Self {
            facilities,
            variable,
            fixed,
        })
    }

    fn bounds(&self, problem: &Problem<'_>, domain: &Domain) -> Vec<(f64, f64)> {
        let bound = |&facility: &u32| {
            let at = facility as usize;
            let must =
                !domain.may_close(at) || domain.must_open[problem.facilities[at].site as usize];
            let least = if must { 1.0 } else { 0.0 };
            let most = if domain.may_open(at) { 1.0 } else { 0.0 };
            (least, most)
        };
        self.facilities.iter().map(bound).collect()
    }

    /// Sites that open for good.
    fn open_for_good(&self, problem: &Problem<'_>, domain: &Domain) -> f64 {
        let open = |&facility: &usize| {
            self.variable[facility] == NONE
                && problem.facilities[facility].site != NONE
                && domain.may_open(facility)
        };
        (0..problem.facilities.len()).filter(open).count() as f64
    }

    /// Value of opening so far, and its plane: constant, slope and prices.
    fn plane(
        &self,
        problem: &Problem<'_>,
        domain: &Domain,
        x: &[f64],
        slope: &mut Vec<f64>,
    ) -> (f64, Plane) {
        slope.clone_from(&self.fixed);
        let mut constant = 0.0;
        let mut cheaper = Vec::with_capacity(problem.rows.len());
        let free = &problem.free;
        for (row, of) in problem.rows.iter().enumerate() {
            let arcs = free.first[row]..free.first[row + 1];
            let mut sum = 0.0;
            let mut until = arcs.end;
            for arc in arcs.clone() {
                if free.cost[arc] >= of.unmet {
                    until = arcs.end;
                    break;
                }
                let facility = problem.lanes[free.lane[arc] as usize].facility as usize;
                sum += match self.variable[facility] {
                    NONE if domain.may_open(facility) => 1.0,
                    NONE => 0.0,
                    variable => x[variable as usize],
                };
                if sum >= 1.0 - 1e-9 {
                    until = arc;
                    break;
                }
            }
            let index = (until - arcs.start) as u16;
            cheaper.push(index);
            let price = price_of(problem, row, index);
            constant += of.most * price;
            for arc in arcs.start..until {
                let gain = free.cost[arc] - price;
                if gain >= 0.0 {
                    break;
                }
                let facility = problem.lanes[free.lane[arc] as usize].facility as usize;
                match self.variable[facility] {
                    NONE if domain.may_open(facility) => constant += of.most * gain,
                    NONE => {}
                    variable => slope[variable as usize] += of.most * gain,
                }
            }
        }
        (constant, Plane { cheaper })
    }

    /// The program without planes but one.
    pub fn root(&self, problem: &Problem<'_>, domain: &Domain, openness: &[f32], way: f64) -> Lp {
        let bounds = self.bounds(problem, domain);
        let open = |(&facility, &(least, most)): (&u32, &(f64, f64))| {
            let open = openness.get(facility as usize).copied().unwrap_or(0.5);
            f64::from(open).clamp(least, most)
        };
        let middle: Vec<f64> = self.facilities.iter().zip(&bounds).map(open).collect();
        let mut slope = Vec::new();
        let (constant, plane) = self.plane(problem, domain, &middle, &mut slope);
        let (least, most) = domain.counts[0];
        let good = self.open_for_good(problem, domain);
        let counts = (f64::from(least) - good, f64::from(most) - good);
        Lp {
            simplex: Simplex::new(&bounds, counts, (constant, &slope), way),
            planes: vec![Arc::new(plane)],
            inside: middle,
        }
    }
}

/// Where a node's program ended.
pub(super) struct Solved {
    /// The master's value.
    pub value: f64,
    pub prices: Prices,
    /// By facility and level.
    pub openness: Vec<f32>,
}

impl Lp {
    /// Numbers that it holds.
    pub fn size(&self) -> usize {
        self.simplex.size()
    }

    /// Tightens to a domain.
    pub fn tighten(&mut self, master: &Master, problem: &Problem<'_>, domain: &Domain) {
        for (variable, bounds) in master.bounds(problem, domain).into_iter().enumerate() {
            self.simplex.tighten(variable, bounds);
        }
        let (least, most) = domain.counts[0];
        let good = master.open_for_good(problem, domain);
        self.simplex
            .tighten_count(f64::from(least) - good, f64::from(most) - good);
    }

    /// Adds planes until the program is as good as they get, a bound is reached, or rounds are over.
    pub fn solve(
        &mut self,
        master: &Master,
        problem: &Problem<'_>,
        domain: &Domain,
        [enough, precision]: [f64; 2],
        rounds: usize,
        halt: &mut dyn FnMut(f64) -> bool,
    ) -> Option<Solved> {
        let mut slope = Vec::new();
        let mut done = 0;
        let bounds = master.bounds(problem, domain);
        loop {
            if self.simplex.optimise(2_000) == Outcome::Empty {
                return None;
            }
            let value = self.simplex.value();
            if value >= enough || done >= rounds || halt(value) {
                break;
            }
            done += 1;
            let x = self.simplex.point();
            for ((inside, x), (least, most)) in self.inside.iter_mut().zip(&x).zip(&bounds) {
                *inside = (0.5 * *inside + 0.5 * x).clamp(*least, *most);
            }
            let inside = std::mem::take(&mut self.inside);
            let mut cut = |at: &[f64], lp: &mut Self| {
                let (constant, plane) = master.plane(problem, domain, at, &mut slope);
                let here: f64 = constant + slope.iter().zip(&x).map(|(s, x)| s * x).sum::<f64>();
                let above = here - value;
                if above > precision {
                    lp.simplex.add(constant, &slope);
                    lp.planes.push(Arc::new(plane));
                }
                above
            };
            let mut above = cut(&inside, self);
            if above <= precision {
                above = cut(&x, self);
            }
            self.inside = inside;
            if above <= precision {
                break;
            }
            self.forget();
        }
        Some(Solved {
            value: self.simplex.value(),
            prices: self.prices(problem),
            openness: self.openness(master, problem, domain),
        })
    }

    fn forget(&mut self) {
        let kept = self.simplex.forget();
        if let Some(kept) = kept {
            let mut at = 0;
            self.planes.retain(|_| {
                at += 1;
                kept[at - 1]
            });
        }
    }

    fn prices(&self, problem: &Problem<'_>) -> Prices {
        let mut lambda = vec![0.0; problem.rows.len()];
        let weights = self.simplex.weights();
        let total: f64 = weights.iter().sum();
        for (plane, weight) in self.planes.iter().zip(&weights) {
            if *weight > 0.0 {
                for (row, (to, &cheaper)) in lambda.iter_mut().zip(&plane.cheaper).enumerate() {
                    *to += weight / total * price_of(problem, row, cheaper);
                }
            }
        }
        Prices {
            lambda,
            mu: vec![0.0; problem.ceilings.len()],
            nu: Vec::new(),
        }
    }

    fn openness(&self, master: &Master, problem: &Problem<'_>, domain: &Domain) -> Vec<f32> {
        let x = self.simplex.point();
        let open = |facility: usize| match master.variable[facility] {
            NONE if domain.may_open(facility) => 1.0,
            NONE => 0.0,
            variable => x[variable as usize] as f32,
        };
        (0..problem.facilities.len()).map(open).collect()
    }

    /// The value where a facility is decided, over the planes at hand.
    pub fn trial(&self, master: &Master, facility: usize, opens: bool, steps: usize) -> f64 {
        let mut simplex = self.simplex.clone();
        let to = if opens { 1.0 } else { 0.0 };
        simplex.tighten(master.variable[facility] as usize, (to, to));
        match simplex.optimise(steps) {
            Outcome::Empty => f64::INFINITY,
            _ => simplex.value(),
        }
    }
}

/// What a person pays where so many arcs are cheaper: the cost of the next, or of being left.
fn price_of(problem: &Problem<'_>, row: usize, cheaper: u16) -> f64 {
    let free = &problem.free;
    let arcs = free.first[row]..free.first[row + 1];
    let at = arcs.start + usize::from(cheaper);
    let unmet = problem.rows[row].unmet;
    match at < arcs.end {
        true => free.cost[at].min(unmet),
        false if unmet.is_finite() => unmet,
        // It has to be served: dearer than anything there is.
        false => 2.0 * free.cost[arcs].last().copied().unwrap_or(0.0) + 1.0,
    }
}
