//! Terms on which markets are apart, and the first of them.

use crate::engine::lagrange::{Prices, Relaxation};
use crate::engine::problem::{Domain, Problem};

/// On which terms facilities open.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    /// Per facility: cents it pays for its roof when it opens, at least 0.
    pub opening: Vec<f64>,
    /// Per facility: cents it pays a place, at least 0.
    pub place: Vec<f64>,
    /// Per ceiling, at least 0: what a cent drawn costs.
    pub mu: Vec<f64>,
}

/// Weights with which the two ways to share a roof are mixed.
const MIXES: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];

impl Terms {
    /// What a facility pays for its roof with so many places.
    pub fn roof(&self, facility: usize, places: u32) -> f64 {
        self.opening[facility] + self.place[facility] * f64::from(places)
    }

    /// Shares of what opening a site costs, at most that much in all for every plan that it
    /// allows: by what facilities gain (those that must be apart bear one share each in
    /// full, for only one of them opens), mixed with shares by places of the most that the
    /// site holds, so that they are worth most at the prices evaluated last.
    pub fn first(relaxation: &Relaxation<'_, '_>, prices: &Prices, domain: &Domain) -> Self {
        let problem = relaxation.problem;
        let mut terms = Self {
            opening: vec![0.0; problem.facilities.len()],
            place: vec![0.0; problem.facilities.len()],
            mu: prices.mu.clone(),
        };
        for site in 0..problem.sites.len() {
            terms.share(relaxation, domain, site);
        }
        terms
    }

    fn share(&mut self, relaxation: &Relaxation<'_, '_>, domain: &Domain, index: usize) {
        let problem = relaxation.problem;
        let site = &problem.sites[index];
        let phases = site.openings.len().max(1) as u32;
        let cost = (0..phases)
            .map(|phase| relaxation.opening(index, phase))
            .fold(f64::INFINITY, f64::min);
        // A site that can never open has nothing to share.
        let cost = if cost.is_finite() { cost } else { 0.0 };
        let gain = |&facility: &u32| match domain.may_open(facility as usize) {
            true => (-relaxation.best[facility as usize].value).max(0.0),
            false => 0.0,
        };
        let gains: Vec<f64> = site.facilities.iter().map(gain).collect();
        let by_gain = by_gain(&gains, &site.apart, cost);
        let by_place = match site.max_places {
            Some(most) if most > 0 => cost / f64::from(most),
            _ => 0.0,
        };
        let mixes = match site.max_places {
            Some(_) => &MIXES[..],
            None => &MIXES[..1],
        };
        let best = mixes
            .iter()
            .map(|mix| {
                for (&facility, share) in site.facilities.iter().zip(&by_gain) {
                    self.opening[facility as usize] = (1.0 - mix) * share;
                    self.place[facility as usize] = mix * by_place;
                }
                let worth = |&facility: &u32| self.worth(relaxation, domain, facility as usize);
                (site.facilities.iter().map(worth).sum::<f64>(), mix)
            })
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, mix)) = best {
            for (&facility, share) in site.facilities.iter().zip(&by_gain) {
                self.opening[facility as usize] = (1.0 - mix) * share;
                self.place[facility as usize] = mix * by_place;
            }
        }
    }

    /// A facility's value on these terms.
    fn worth(&self, relaxation: &Relaxation<'_, '_>, domain: &Domain, facility: usize) -> f64 {
        let problem: &Problem<'_> = relaxation.problem;
        let levels = problem.facilities[facility].levels.iter().enumerate();
        let allowed = levels.filter(|(level, _)| domain.masks[facility] >> (level + 1) & 1 == 1);
        let value = |(level, of): (usize, &crate::engine::problem::Level)| {
            relaxation.value_of(facility, level) + self.roof(facility, of.places)
        };
        let best = allowed.map(value).fold(f64::INFINITY, f64::min);
        match domain.may_close(facility) {
            true => best.min(0.0),
            false => best,
        }
    }
}

/// Shares of a cost in proportion to gains, one for each group of which only one opens.
fn by_gain(gains: &[f64], apart: &[(usize, usize)], cost: f64) -> Vec<f64> {
    let are_apart = |a: usize, b: usize| apart.contains(&(a.min(b), a.max(b)));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut order: Vec<usize> = (0..gains.len()).collect();
    order.sort_by(|&a, &b| gains[b].total_cmp(&gains[a]).then(a.cmp(&b)));
    for position in order {
        let fits = |group: &&mut Vec<usize>| group.iter().all(|&other| are_apart(position, other));
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(position),
            None => groups.push(vec![position]),
        }
    }
    let weight = |group: &[usize]| group.iter().map(|&at| gains[at]).fold(0.0, f64::max);
    let all: f64 = groups.iter().map(|group| weight(group)).sum();
    let mut shares = vec![0.0; gains.len()];
    for group in &groups {
        let share = if all > 0.0 {
            weight(group) / all
        } else {
            1.0 / groups.len() as f64
        };
        for &position in group {
            shares[position] = cost * share;
        }
    }
    shares
}
