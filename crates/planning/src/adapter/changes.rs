//! Changes against an approved plan ("Least change" in `docs/planning-model.md`).

use super::{FacilityOf, Problem, Way};
use domain::Cents;
use domain::plan::{ChangeOutcome, Opening, Resized};
use siting::instance::{Demand, FacilityKind, Solution};

impl Problem<'_> {
    /// What the approved plan opens of a facility.
    fn approved(&self, facility: usize) -> Option<&Opening> {
        let FacilityOf::Candidate(at) = self.facilities[facility] else {
            return None;
        };
        let candidate = &self.region.candidates[at].id;
        let service = &self.service(facility).id;
        let change = self.region.scenario.least_change.as_ref()?;
        let mut approved = change.approved.iter();
        approved.find(|row| row.candidate == *candidate && row.service == *service)
    }

    /// Keeps books on changes: what is not approved, or not in that size, costs a change
    /// when it opens, and each approved measure is somebody whom only it can serve and who
    /// costs a change when left without.
    pub(super) fn add_changes(&mut self) {
        let Some(change) = &self.region.scenario.least_change else {
            return;
        };
        // All that opens is open in the last state.
        let state = self.states.len() - 1;
        for row in &change.approved {
            let demand = self.instance.demands.len();
            self.instance.demands.push(Demand {
                persons: 1,
                unmet_cost: Some(0),
                single_source: false,
                state,
            });
            let is_its = |&at: &usize| self.approved(at) == Some(row);
            if let Some(facility) = (0..self.facilities.len()).find(is_its) {
                self.push_arc(demand, facility, 0, 0, Way::default());
            }
        }
        let price = change.eur_per_change.map_or(Cents::ZERO, Cents::from_eur);
        self.price_changes(price);
    }

    /// Sets what each change costs.
    pub(crate) fn price_changes(&mut self, price: Cents) {
        let Some(change) = &self.region.scenario.least_change else {
            return;
        };
        let more = price.0 - self.change_price.map_or(0, |before| before.0);
        self.change_price = Some(price);
        for facility in 0..self.facilities.len() {
            let approved = self.approved(facility).map(|row| row.places);
            let sizes = self.sizes[facility].clone();
            let kind = &mut self.instance.facilities[facility].kind;
            if let FacilityKind::New { levels, .. } = kind {
                let other = sizes.iter().map(|&places| Some(places) != approved);
                for (level, _) in levels.iter_mut().zip(other).filter(|(_, other)| *other) {
                    level.fixed_cost += more;
                }
            }
        }
        let first = self.points.len();
        for demand in &mut self.instance.demands[first..first + change.approved.len()] {
            demand.unmet_cost = demand.unmet_cost.map(|cost| cost + more);
        }
    }

    /// What a solution changes against the approved plan.
    pub(crate) fn changes(&self, solution: &Solution) -> Option<ChangeOutcome> {
        let change = self.region.scenario.least_change.as_ref()?;
        let mut outcome = ChangeOutcome {
            price: self.change_price.unwrap_or_default(),
            opened: Vec::new(),
            closed: Vec::new(),
            resized: Vec::new(),
        };
        let mut kept: Vec<&Opening> = Vec::new();
        for (facility, opened) in solution.open.iter().enumerate() {
            let (Some(opened), Some(candidate)) = (opened, self.candidate(facility)) else {
                continue;
            };
            let now = Opening {
                candidate: candidate.id.clone(),
                service: self.service(facility).id.clone(),
                places: self.sizes[facility][opened.level],
            };
            match self.approved(facility) {
                None => outcome.opened.push(now),
                Some(before) => {
                    kept.push(before);
                    if before.places != now.places {
                        outcome.resized.push(Resized {
                            candidate: now.candidate,
                            service: now.service,
                            before: before.places,
                            after: now.places,
                        });
                    }
                }
            }
        }
        let closed = change.approved.iter().filter(|row| !kept.contains(row));
        outcome.closed = closed.cloned().collect();
        Some(outcome)
    }
}
