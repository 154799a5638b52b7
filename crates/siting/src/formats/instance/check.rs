//! What the parts of an instance owe each other.

use super::fault::What;
use super::fields::{Faults, Path};
use super::{MOST, payable};
use crate::instance::{FacilityKind, Instance, Lock, Payment};

/// Finds indices that point to nothing, rows out of order, and sums that are not exact.
pub fn check(instance: &Instance, faults: &Faults) {
    let indices = Indices { instance, faults };
    indices.payments();
    indices.arcs();
    indices.apart();
    indices.locks();
    indices.onward();
    if faults.is_empty() {
        sums(instance, faults);
    }
}

struct Indices<'a> {
    instance: &'a Instance,
    faults: &'a Faults,
}

impl Indices<'_> {
    /// Whether an index points to something; it is told where not.
    fn points(&self, path: &Path<'_>, list: &'static str, count: usize, found: usize) -> bool {
        if found >= count {
            self.faults.add(path, What::Index { list, count, found });
        }
        found < count
    }

    fn facility(&self, path: &Path<'_>, found: usize) -> bool {
        self.points(path, "facilities", self.instance.facilities.len(), found)
    }

    fn site(&self, path: &Path<'_>, found: usize) -> bool {
        self.points(path, "sites", self.instance.sites.len(), found)
    }

    fn demand(&self, path: &Path<'_>, found: usize) -> bool {
        self.points(path, "demands", self.instance.demands.len(), found)
    }

    /// Ceilings of every payment, and sites of facilities.
    fn payments(&self) {
        let list = Path::Key(&Path::Root, "sites");
        for (at, site) in self.instance.sites.iter().enumerate() {
            let path = Path::At(&list, at);
            let path = Path::Key(&path, "openings");
            for (at, opening) in site.openings.iter().enumerate() {
                self.draws(&Path::At(&path, at), &opening.payments);
            }
        }
        let list = Path::Key(&Path::Root, "facilities");
        for (at, facility) in self.instance.facilities.iter().enumerate() {
            let path = Path::At(&list, at);
            if let FacilityKind::New { site, levels } = &facility.kind {
                self.site(&Path::Key(&path, "site"), *site);
                let path = Path::Key(&path, "levels");
                for (at, level) in levels.iter().enumerate() {
                    self.draws(&Path::At(&path, at), &level.payments);
                }
            }
        }
    }

    fn draws(&self, owner: &Path<'_>, payments: &[Payment]) {
        let list = Path::Key(owner, "payments");
        for (at, payment) in payments.iter().enumerate() {
            let path = Path::At(&list, at);
            let path = Path::Key(&path, "draws");
            for (at, &(ceiling, _)) in payment.draws.iter().enumerate() {
                let path = Path::At(&path, at);
                let count = self.instance.ceilings.len();
                self.points(&Path::At(&path, 0), "ceilings", count, ceiling);
            }
        }
    }

    fn arcs(&self) {
        let list = Path::Key(&Path::Root, "arcs");
        let mut last = None;
        for (at, arc) in self.instance.arcs.iter().enumerate() {
            let path = Path::At(&list, at);
            self.demand(&Path::At(&path, 0), arc.demand);
            self.facility(&Path::At(&path, 1), arc.facility);
            let here = Some((arc.demand, arc.facility));
            if here <= last {
                self.faults.add(&path, What::Order);
            }
            last = here;
        }
    }

    fn apart(&self) {
        let list = Path::Key(&Path::Root, "apart");
        for (at, &(a, b)) in self.instance.apart.iter().enumerate() {
            let path = Path::At(&list, at);
            let found = [
                self.facility(&Path::At(&path, 0), a),
                self.facility(&Path::At(&path, 1), b),
            ];
            if found == [true; 2]
                && (a == b
                    || self
                        .site_of(a)
                        .is_none_or(|site| self.site_of(b) != Some(site)))
            {
                self.faults.add(&path, What::NotOfOneSite);
            }
        }
    }

    fn site_of(&self, facility: usize) -> Option<usize> {
        match self.instance.facilities[facility].kind {
            FacilityKind::New { site, .. } => Some(site),
            FacilityKind::Existing { .. } => None,
        }
    }

    fn locks(&self) {
        let list = Path::Key(&Path::Root, "locks");
        for (at, lock) in self.instance.locks.iter().enumerate() {
            let path = Path::At(&list, at);
            match *lock {
                Lock::Site { site, .. } => {
                    self.site(&Path::Key(&path, "site"), site);
                }
                Lock::Facility {
                    facility, level, ..
                } => {
                    if self.facility(&Path::Key(&path, "facility"), facility)
                        && let Some(level) = level
                    {
                        let count = self.instance.levels(facility).len();
                        self.points(&Path::Key(&path, "level"), "levels", count, level);
                    }
                }
            }
        }
    }

    fn onward(&self) {
        let Instance {
            demands,
            arcs,
            onward,
            ..
        } = self.instance;
        let list = Path::Key(&Path::Root, "onward");
        // Whether an arc of a demand leads on.
        let mut leads = vec![false; demands.len()];
        for onward in onward {
            let from = arcs
                .get(onward.arc)
                .and_then(|arc| leads.get_mut(arc.demand));
            if let Some(from) = from {
                *from = true;
            }
        }
        let mut last = None;
        for (at, onward) in onward.iter().enumerate() {
            let path = Path::At(&list, at);
            if Some(onward.arc) <= last {
                self.faults.add(&path, What::Order);
            }
            last = Some(onward.arc);
            let has_arc = self.points(&Path::At(&path, 0), "arcs", arcs.len(), onward.arc);
            if !self.demand(&Path::At(&path, 1), onward.demand) || !has_arc {
                continue;
            }
            let from = arcs[onward.arc].demand;
            let is_of_state = |from: usize| {
                from != onward.demand
                    && demands
                        .get(from)
                        .is_some_and(|from| from.state == demands[onward.demand].state)
            };
            if !is_of_state(from) {
                self.faults.add(&Path::At(&path, 1), What::OnwardDemand);
            } else if leads[onward.demand] {
                self.faults.add(&Path::At(&path, 1), What::OnwardTwice);
            }
        }
    }
}

/// Costs, loads and money must add up exactly, in whole numbers and in floats.
fn sums(instance: &Instance, faults: &Faults) {
    let most = MOST as f64;
    if payable(instance) > most {
        faults.add(&Path::Root, What::Sum);
    }
    let people: f64 = instance
        .demands
        .iter()
        .map(|demand| f64::from(demand.persons))
        .sum();
    let load = instance.arcs.iter().map(|arc| arc.load).max().unwrap_or(0);
    if people * load as f64 > most {
        faults.add(&Path::Key(&Path::Root, "arcs"), What::Sum);
    }
    let mut drawn = vec![0.0; instance.ceilings.len()];
    let mut municipal = 0.0;
    let levels = (0..instance.facilities.len()).flat_map(|facility| instance.levels(facility));
    let levels = levels.map(|level| &level.payments);
    let openings = instance.sites.iter().flat_map(|site| &site.openings);
    let openings = openings.map(|opening| &opening.payments);
    for payment in levels.chain(openings).flatten() {
        municipal += payment.municipal as f64;
        for &(ceiling, cents) in &payment.draws {
            drawn[ceiling] += cents as f64;
        }
    }
    if municipal > most || drawn.iter().any(|drawn| *drawn > most) {
        faults.add(&Path::Key(&Path::Root, "ceilings"), What::Sum);
    }
}
