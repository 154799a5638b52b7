//! What money is worth: how heavily openings weigh on the ceilings.

use crate::instance::Instance;
use crate::primal::payments::Purse;

/// What each thing draws at least, as a share of the ceilings that not everything together keeps.
pub(super) struct Weights {
    levels: Vec<Vec<f64>>,
    openings: Vec<Vec<f64>>,
    /// Whether everything is paid in one way, so that a purse says all.
    pub plain: bool,
}

impl Weights {
    pub fn new(instance: &Instance, purse: &Purse) -> Self {
        let facilities = 0..instance.facilities.len();
        let levels = |facility: usize| 0..instance.levels(facility).len();
        let mut all = vec![0i64; instance.ceilings.len()];
        let mut add = |ways: &mut dyn Iterator<Item = &[(usize, i64)]>| {
            let mut dearest: Vec<(usize, i64)> = ways.flatten().copied().collect();
            dearest.sort_unstable_by_key(|&(ceiling, cents)| (ceiling, std::cmp::Reverse(cents)));
            dearest.dedup_by_key(|&mut (ceiling, _)| ceiling);
            for (ceiling, cents) in dearest {
                all[ceiling] = all[ceiling].saturating_add(cents.max(0));
            }
        };
        for facility in facilities.clone() {
            add(&mut levels(facility).map(|level| purse.draws(facility, level)));
        }
        let phases = |site: usize| 0..purse.phases(site);
        for site in 0..instance.sites.len() {
            add(&mut phases(site).map(|phase| purse.site_draws(site, phase)));
        }
        let ceilings = instance.ceilings.iter().zip(all);
        let share: Vec<f64> = ceilings
            .map(|(ceiling, all)| {
                if all <= ceiling.cents {
                    0.0
                } else {
                    1.0 / ceiling.cents.max(1) as f64
                }
            })
            .collect();
        let weight = |draws: &[(usize, i64)]| {
            let weights = draws.iter();
            weights
                .map(|&(ceiling, cents)| cents as f64 * share[ceiling])
                .sum()
        };
        let of_levels = |facility: usize| {
            levels(facility)
                .map(|level| weight(purse.draws(facility, level)))
                .collect()
        };
        let of_site = |site: usize| {
            phases(site)
                .map(|phase| weight(purse.site_draws(site, phase)))
                .collect()
        };
        Self {
            levels: facilities.map(of_levels).collect(),
            openings: (0..instance.sites.len()).map(of_site).collect(),
            plain: plain(instance),
        }
    }

    /// What a level weighs.
    pub fn level(&self, facility: usize, level: Option<usize>) -> f64 {
        level.map_or(0.0, |level| self.levels[facility][level])
    }

    /// What a site itself weighs when it opens in a phase.
    pub fn opening(&self, site: usize, phase: Option<usize>) -> f64 {
        let weight = phase.and_then(|phase| self.openings[site].get(phase));
        weight.copied().unwrap_or(0.0)
    }
}

/// Whether nothing is paid in more than one way, and all by one scheme.
fn plain(instance: &Instance) -> bool {
    let levels = (0..instance.facilities.len()).flat_map(|facility| instance.levels(facility));
    let openings = instance.sites.iter().flat_map(|site| &site.openings);
    let mut schemes = levels
        .clone()
        .flat_map(|level| &level.payments)
        .chain(openings.clone().flat_map(|opening| &opening.payments))
        .map(|payment| payment.scheme);
    let first = schemes.next();
    schemes.all(|scheme| Some(scheme) == first)
        && levels.into_iter().all(|level| level.payments.len() == 1)
        && openings
            .into_iter()
            .all(|opening| opening.payments.len() <= 1)
}
