//! What opens and what is used, and who pays it.

use super::Account;
use super::minutes::Ways;
use crate::adapter::{FacilityOf, Shares, capital};
use domain::plan::*;
use domain::*;
use std::collections::BTreeMap;

/// Building and running money by payer.
#[derive(Debug, Default)]
pub(super) struct Purse(BTreeMap<Payer, (Cents, Cents)>);

impl Purse {
    pub fn add(&mut self, payer: Payer, capital: Cents, running: Cents) {
        let paid = self.0.entry(payer).or_default();
        paid.0 += capital;
        paid.1 += running;
    }

    fn add_shares(&mut self, municipality: &TerritoryId, capital: Shares, running: Shares) {
        self.add(Payer::Eu, capital.eu, running.eu);
        self.add(Payer::State, capital.state, running.state);
        let own = Payer::Municipality(municipality.clone());
        self.add(own, capital.municipality, running.municipality);
    }

    /// Whoever pays anything: the EU, the state, municipalities by id.
    pub fn payments(self) -> Vec<Payment> {
        self.0
            .into_iter()
            .filter(|(_, paid)| *paid != (Cents::ZERO, Cents::ZERO))
            .map(|(payer, (capital, running))| Payment {
                payer,
                capital,
                running,
            })
            .collect()
    }
}

impl Account<'_, '_> {
    /// What opens, in package order.
    pub(super) fn measures(&self) -> Vec<Measure> {
        let mut measures: Vec<Measure> = Vec::new();
        for facility in 0..self.problem.facilities.len() {
            if let Some(measure) = self.measure(facility, measures.last()) {
                measures.push(measure);
            }
        }
        measures
    }

    /// `before` is the measure before it: a candidate's first one bears the site's money.
    fn measure(&self, facility: usize, before: Option<&Measure>) -> Option<Measure> {
        let FacilityOf::Candidate(site) = self.problem.facilities[facility] else {
            return None;
        };
        let opened = self.solution.open[facility]?;
        let region = self.problem.region;
        let (candidate, service) = (&region.candidates[site], self.problem.service(facility));
        let places = self.problem.sizes[facility][opened.level];
        let level = &self.problem.levels(facility)[opened.level];
        let scheme = region.schemes.get(level.payments[opened.payment].scheme);

        let is_first = before.is_none_or(|measure| measure.candidate != candidate.id);
        let site_capital = if is_first {
            candidate.site_capital
        } else {
            Cents::ZERO
        };
        let site_shares = Shares::of(site_capital, self.site_scheme(site));
        let building = capital(service, candidate, places);
        let building_shares = Shares::of(building, scheme);
        let runs = self.problem.states[self.problem.main].phase >= level.phase;
        let site = if runs {
            service.site_per_year
        } else {
            Cents::ZERO
        };
        let running = site + self.places_cost(facility);
        let running_shares = Shares::of_running(running, scheme, region.scenario.year);
        let mut purse = Purse::default();
        let municipality = region.municipality_of(&candidate.owner);
        purse.add_shares(municipality, site_shares, Shares::default());
        purse.add_shares(municipality, building_shares, running_shares);

        let ways = self.ways_to(facility);
        let capacity = level.window(self.problem.main).capacity;
        Some(Measure {
            candidate: candidate.id.clone(),
            service: service.id.clone(),
            name: candidate.name.clone(),
            host: candidate.host.clone(),
            owner: candidate.owner.clone(),
            places,
            year: (self.problem.phases.len() > 1).then(|| self.problem.year(level)),
            persons: ways.persons(),
            occupancy: match capacity {
                0 => 0.0,
                most => self.load(facility) as f64 / most as f64,
            },
            staff: service.staff_per_place * f64::from(places),
            scheme: scheme.map(|scheme| scheme.id.clone()),
            capital: building + site_capital,
            site_capital,
            eligible: building_shares.eligible + site_shares.eligible,
            running,
            payments: purse.payments(),
            minutes: ways.minutes(),
            without: None,
        })
    }

    fn site_scheme(&self, site: usize) -> Option<&Scheme> {
        let payment = self.solution.site_payment[site]?;
        let phase = self.solution.phases(&self.problem.instance)[site]?;
        let opening = self.problem.instance.sites[site].opening(phase);
        let scheme = opening.payments[payment].scheme;
        self.problem.region.schemes.get(scheme)
    }

    /// Existing offers, in package order.
    pub(super) fn offers(&self) -> Vec<OfferUse> {
        let offer = |(facility, of): (usize, &FacilityOf)| {
            let FacilityOf::Offer(at) = *of else {
                return None;
            };
            let offer = &self.problem.region.offers[at];
            let ways = self.ways_to(facility);
            Some(OfferUse {
                site: offer.site.clone(),
                service: offer.service.clone(),
                free_places: self.problem.sizes[facility][0],
                persons: ways.persons(),
                running: self.places_cost(facility),
                payer: offer.payer.clone(),
                minutes: ways.minutes(),
            })
        };
        self.problem
            .facilities
            .iter()
            .enumerate()
            .filter_map(offer)
            .collect()
    }

    fn load(&self, facility: usize) -> i64 {
        self.served()
            .filter(|served| served.facility == facility)
            .map(|served| served.load)
            .sum()
    }

    fn places_cost(&self, facility: usize) -> Cents {
        self.served()
            .filter(|served| served.facility == facility)
            .map(|served| served.way.cost.place * i64::from(served.persons))
            .sum()
    }

    fn ways_to(&self, facility: usize) -> Ways {
        let mut ways = Ways::default();
        let standard = self.problem.service(facility).standard_min;
        for served in self.served().filter(|served| served.facility == facility) {
            ways.add(served.persons, served.way.leg.seconds, standard);
        }
        ways
    }
}
