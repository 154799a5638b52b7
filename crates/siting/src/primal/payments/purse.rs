//! What is drawn on the ceilings at least, kept up to date while things open and close.

use crate::instance::{FacilityKind, Instance, Payment, Site};

/// What the open levels draw on each ceiling, at least: each facility and site by
/// its payment that draws least on that ceiling. If this exceeds a ceiling, nothing pays for it.
#[derive(Debug, Clone)]
pub struct Purse<'a> {
    instance: &'a Instance,
    levels: Vec<Option<usize>>,
    /// Per facility and level.
    least: Vec<Vec<Draws>>,
    /// Per site and phase.
    site_least: Vec<Vec<Draws>>,
    /// Per site: how many of its facilities open in each phase.
    opening: Vec<Vec<u32>>,
    drawn: Vec<i64>,
    exceeded: usize,
}

type Draws = Vec<(usize, i64)>;

impl<'a> Purse<'a> {
    /// A purse from which nothing is drawn.
    pub fn new(instance: &'a Instance) -> Self {
        let levels = |index: usize| instance.levels(index).iter();
        let facilities = 0..instance.facilities.len();
        let least =
            facilities.map(|index| levels(index).map(|level| least(&level.payments)).collect());
        let mut phases = vec![0; instance.sites.len()];
        for facility in &instance.facilities {
            if let FacilityKind::New { site, levels } = &facility.kind {
                let last = levels.iter().map(|level| level.phase + 1).max();
                phases[*site] = last.unwrap_or(0).max(phases[*site]);
            }
        }
        let site = |(site, &phases): (&Site, &usize)| {
            (0..phases).map(|phase| least_of(site, phase)).collect()
        };
        Self {
            instance,
            levels: vec![None; instance.facilities.len()],
            least: least.collect(),
            site_least: instance.sites.iter().zip(&phases).map(site).collect(),
            opening: phases.iter().map(|&phases| vec![0; phases]).collect(),
            drawn: vec![0; instance.ceilings.len()],
            exceeded: 0,
        }
    }

    /// The level in which each facility is open.
    pub fn levels(&self) -> &[Option<usize>] {
        &self.levels
    }

    /// Opens a facility in a level, or closes it. What exists costs nothing.
    pub fn set(&mut self, facility: usize, level: Option<usize>) {
        let FacilityKind::New { site, levels } = &self.instance.facilities[facility].kind else {
            return;
        };
        let before = std::mem::replace(&mut self.levels[facility], level);
        if before == level {
            return;
        }
        let was = self.first_phase(*site);
        if let Some(before) = before {
            self.draw(facility, before, -1);
            self.opening[*site][levels[before].phase] -= 1;
        }
        if let Some(level) = level {
            self.draw(facility, level, 1);
            self.opening[*site][levels[level].phase] += 1;
        }
        let is = self.first_phase(*site);
        if was != is {
            for (phase, sign) in [(was, -1), (is, 1)] {
                let Some(phase) = phase else { continue };
                for at in 0..self.site_least[*site][phase].len() {
                    let (ceiling, cents) = self.site_least[*site][phase][at];
                    self.add(ceiling, sign * cents);
                }
            }
        }
    }

    /// Whether no ceiling is exceeded.
    pub fn is_affordable(&self) -> bool {
        self.exceeded == 0
    }

    /// Whether no ceiling would be exceeded after some changes (facility and level).
    pub fn affords(&mut self, changes: &[(usize, Option<usize>)]) -> bool {
        let before: Vec<(usize, Option<usize>)> = changes
            .iter()
            .map(|&(facility, _)| (facility, self.levels[facility]))
            .collect();
        for &(facility, level) in changes {
            self.set(facility, level);
        }
        let is_affordable = self.is_affordable();
        for &(facility, level) in before.iter().rev() {
            self.set(facility, level);
        }
        is_affordable
    }

    /// Cents drawn on a ceiling, at least.
    pub fn drawn(&self, ceiling: usize) -> i64 {
        self.drawn[ceiling]
    }

    /// Cents left under a ceiling, at most; negative where it is exceeded.
    pub fn room(&self, ceiling: usize) -> i64 {
        self.instance.ceilings[ceiling].cents - self.drawn[ceiling]
    }

    /// What a facility draws on each ceiling in a level, at least (ceiling and cents).
    pub fn draws(&self, facility: usize, level: usize) -> &[(usize, i64)] {
        &self.least[facility][level]
    }

    /// Phases in which something may open at a site: those before this.
    pub fn phases(&self, site: usize) -> usize {
        self.site_least[site].len()
    }

    /// What a site itself draws on each ceiling when it opens in a phase, at least.
    pub fn site_draws(&self, site: usize, phase: usize) -> &[(usize, i64)] {
        &self.site_least[site][phase]
    }

    fn first_phase(&self, site: usize) -> Option<usize> {
        self.opening[site].iter().position(|&open| open > 0)
    }

    fn draw(&mut self, facility: usize, level: usize, sign: i64) {
        for at in 0..self.least[facility][level].len() {
            let (ceiling, cents) = self.least[facility][level][at];
            self.add(ceiling, sign * cents);
        }
    }

    fn add(&mut self, ceiling: usize, cents: i64) {
        let most = self.instance.ceilings[ceiling].cents;
        let was_over = self.drawn[ceiling] > most;
        self.drawn[ceiling] += cents;
        let is_over = self.drawn[ceiling] > most;
        match (was_over, is_over) {
            (false, true) => self.exceeded += 1,
            (true, false) => self.exceeded -= 1,
            _ => {}
        }
    }
}

fn least_of(site: &Site, phase: usize) -> Draws {
    least(&site.opening(phase).payments)
}

/// Ceiling by ceiling the least that any payment draws.
fn least(payments: &[Payment]) -> Draws {
    let mut ceilings: Vec<usize> = payments
        .iter()
        .flat_map(|payment| payment.draws.iter().map(|draw| draw.0))
        .collect();
    ceilings.sort_unstable();
    ceilings.dedup();
    let on = |payment: &Payment, ceiling: usize| -> i64 {
        let draws = payment.draws.iter().filter(|draw| draw.0 == ceiling);
        draws.map(|draw| draw.1).sum()
    };
    let least = ceilings.into_iter().map(|ceiling| {
        let cents = payments.iter().map(|payment| on(payment, ceiling)).min();
        (ceiling, cents.unwrap_or(0))
    });
    least.filter(|&(_, cents)| cents != 0).collect()
}
