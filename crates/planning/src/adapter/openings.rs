//! What is there and what may open, in the instance's terms.

use super::paying::Shares;
use super::price::{self, annualised, capital, size_penalty};
use super::{CeilingOf, FacilityOf, Problem, admission, are_apart, weighted};
use domain::{Candidate, Cents, Service};
use siting::instance::{Facility, FacilityKind, Level, Opening, Payment, Site, Window};

impl Problem<'_> {
    pub(super) fn add_facility(
        &mut self,
        of: FacilityOf,
        service: usize,
        sizes: Vec<u32>,
        kind: FacilityKind,
    ) {
        self.facilities.push(of);
        self.services.push(service);
        self.sizes.push(sizes);
        self.instance.facilities.push(Facility { kind });
    }

    pub(super) fn add_offers(&mut self) {
        let region = self.region;
        for (at, offer) in region.offers.iter().enumerate() {
            let Some(service) = region
                .services
                .iter()
                .position(|row| row.id == offer.service)
            else {
                continue;
            };
            let free = |year: i32| match admission::is_given(offer, year) {
                true => offer.places.saturating_sub(offer.places_taken),
                false => 0,
            };
            let capacity = |year| price::capacity(&region.services[service], free(year));
            let capacity = self
                .states
                .iter()
                .map(|state| capacity(state.year))
                .collect();
            self.add_facility(
                FacilityOf::Offer(at),
                service,
                vec![free(region.scenario.year)],
                FacilityKind::Existing { capacity },
            );
        }
    }

    pub(super) fn add_candidate(&mut self, at: usize) {
        let region = self.region;
        let candidate = &region.candidates[at];
        let first = self.facilities.len();
        let mut schemes: Vec<usize> = Vec::new();
        for (index, service) in region.services.iter().enumerate() {
            let Ok(admitted) = admission::admit(region, candidate, service) else {
                continue;
            };
            let (mut sizes, mut levels) = (Vec::new(), Vec::new());
            for phase in 0..self.phases.len() {
                for &places in &admitted.sizes {
                    sizes.push(places);
                    levels.push(self.new_level(
                        candidate,
                        service,
                        places,
                        phase,
                        &admitted.schemes,
                    ));
                }
            }
            schemes.extend(&admitted.schemes);
            let kind = FacilityKind::New { site: at, levels };
            self.add_facility(FacilityOf::Candidate(at), index, sizes, kind);
        }
        for one in first..self.facilities.len() {
            for other in one + 1..self.facilities.len() {
                if are_apart(region, &self.service(one).id, &self.service(other).id) {
                    self.instance.apart.push((one, other));
                }
            }
        }
        schemes.sort_unstable();
        schemes.dedup();
        let openings = (0..self.phases.len()).map(|phase| self.opening(candidate, phase, &schemes));
        self.instance.sites.push(Site {
            openings: openings.collect(),
            max_places: candidate.max_places,
        });
    }

    fn opening(&self, candidate: &Candidate, phase: usize, schemes: &[usize]) -> Opening {
        let money = candidate.site_capital;
        let yearly = annualised(&self.region.scenario, money);
        Opening {
            fixed_cost: weighted(yearly, self.weight_from(phase)).0,
            payments: match money {
                Cents::ZERO => Vec::new(),
                _ => self.payments(candidate, money, phase, schemes),
            },
        }
    }

    fn new_level(
        &self,
        candidate: &Candidate,
        service: &Service,
        places: u32,
        phase: usize,
        schemes: &[usize],
    ) -> Level {
        let scenario = &self.region.scenario;
        let money = capital(service, candidate, places);
        let yearly = [
            annualised(scenario, money),
            service.site_per_year,
            size_penalty(scenario, service, places),
        ];
        let weight = self.weight_from(phase);
        let fixed: Cents = yearly.map(|cost| weighted(cost, weight)).into_iter().sum();
        let window = Window {
            min_load: price::min_load(service, places),
            capacity: price::capacity(service, places),
        };
        let windows = self.states.iter().map(|state| match state.phase < phase {
            true => Window::default(),
            false => window,
        });
        Level {
            places: if service.is_mobile() { 0 } else { places },
            windows: windows.collect(),
            phase,
            fixed_cost: fixed.0,
            payments: self.payments(candidate, money, phase, schemes),
        }
    }

    fn payments(
        &self,
        candidate: &Candidate,
        money: Cents,
        phase: usize,
        schemes: &[usize],
    ) -> Vec<Payment> {
        let year = self.phases[phase];
        let payment = |&scheme: &usize| {
            let shares = Shares::of(money, self.region.schemes.get(scheme));
            let draw = |of: &CeilingOf| of.draw(self.region, candidate, year, money, shares).0;
            let draws = self.ceilings.iter().map(draw).enumerate();
            Payment {
                scheme,
                draws: draws.filter(|&(_, cents)| cents != 0).collect(),
                municipal: shares.municipality.0,
            }
        };
        schemes.iter().map(payment).collect()
    }
}
