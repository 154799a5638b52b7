//! Totals by service and by municipality, and what became of wishes.

use super::measures::Purse;
use super::minutes::{Ways, rounded};
use super::{Account, Served};
use crate::adapter::FacilityOf;
use domain::plan::*;
use domain::*;
use std::collections::BTreeMap;

/// All payments of measures and offers, by payer.
pub(super) fn payments(measures: &[Measure], offers: &[OfferUse]) -> Vec<Payment> {
    let mut purse = Purse::default();
    for payment in measures.iter().flat_map(|measure| &measure.payments) {
        purse.add(payment.payer.clone(), payment.capital, payment.running);
    }
    for offer in offers {
        purse.add(offer.payer.clone(), Cents::ZERO, offer.running);
    }
    purse.payments()
}

/// What became of each wish, in file order.
pub(super) fn wishes(region: &Region, measures: &[Measure]) -> Vec<WishOutcome> {
    let outcome = |wish: &Wish| {
        let is_its = |territory: &TerritoryId| *region.municipality_of(territory) == wish.territory;
        let payer = Payer::Municipality(wish.territory.clone());
        let of_service = measures
            .iter()
            .filter(|measure| measure.service == wish.service);
        let opens = of_service
            .clone()
            .any(|measure| is_its(&measure.host) || is_its(&measure.owner));
        WishOutcome {
            territory: wish.territory.clone(),
            service: wish.service.clone(),
            stance: wish.stance,
            met: match wish.stance {
                Stance::Wants => opens,
                Stance::Refuses => !opens,
                Stance::Accepts => true,
            },
            own_money: wish.own_money,
            asked: of_service
                .flat_map(|measure| &measure.payments)
                .filter(|payment| payment.payer == payer)
                .map(|payment| payment.capital)
                .sum(),
        }
    };
    region.wishes.iter().map(outcome).collect()
}

/// Residents in the latest year of `population.csv`, else the sum of the
/// municipality's places; `None` where neither is known. Rows of a target group
/// are not of residents.
fn population(region: &Region, territory: &TerritoryId) -> Option<u32> {
    let rows = region
        .population
        .iter()
        .filter(|row| row.territory == *territory && row.target_group.is_none());
    if let Some((_, residents)) = Population::latest(rows) {
        return Some(residents);
    }
    let places = region.places.iter();
    let known: Vec<u32> = places
        .filter(|place| region.municipality_of(&place.territory) == territory)
        .filter_map(|place| place.population)
        .collect();
    (!known.is_empty()).then(|| known.iter().sum())
}

#[derive(Default)]
struct Municipal {
    needs: u32,
    served: u32,
    served_at_home: u32,
    served_others: u32,
    ways: Ways,
}

impl Account<'_, '_> {
    /// Totals by service, in package order.
    pub(super) fn services(&self, measures: &[Measure], offers: &[OfferUse]) -> Vec<ServiceTotal> {
        let of = |service: &Service| self.service(service, measures, offers);
        self.problem.region.services.iter().map(of).collect()
    }

    fn service(
        &self,
        service: &Service,
        measures: &[Measure],
        offers: &[OfferUse],
    ) -> ServiceTotal {
        let measures = measures
            .iter()
            .filter(|measure| measure.service == service.id);
        let offers = offers.iter().filter(|offer| offer.service == service.id);
        let mut ways = Ways::default();
        let its = |served: &&Served<'_>| served.point.of.service == service.id;
        for served in self.served().filter(its) {
            ways.add(served.persons, served.way.leg.seconds, service.standard_min);
        }
        let before = self.ways_before(service);
        let (needed, unmet) = self
            .points_in(self.problem.main)
            .filter(|(point, _, _)| point.of.service == service.id)
            .fold((0, 0), |(needed, unmet), (_, people, left)| {
                (needed + people, unmet + left)
            });
        ServiceTotal {
            service: service.id.clone(),
            needed,
            served_existing: offers.clone().map(|offer| offer.persons).sum(),
            served_new: measures.clone().map(|measure| measure.persons).sum(),
            unmet,
            places_new: measures.clone().map(|measure| measure.places).sum(),
            capital: measures.clone().map(|measure| measure.capital).sum(),
            running: measures.map(|measure| measure.running).sum::<Cents>()
                + offers.map(|offer| offer.running).sum::<Cents>(),
            minutes: ways.minutes(),
            minutes_before: (before.persons() > 0).then(|| before.minutes()),
            within_limit_before: before.persons(),
        }
    }

    /// Ways of all who need a service to the nearest site that gives it today,
    /// whether or not it has a free place, where one lies within the limit.
    fn ways_before(&self, service: &Service) -> Ways {
        let problem = self.problem;
        let mut nearest: BTreeMap<usize, u32> = BTreeMap::new();
        for (arc, way) in problem.instance.arcs.iter().zip(&problem.ways) {
            let is_offer = matches!(problem.facilities[arc.facility], FacilityOf::Offer(_));
            if is_offer && problem.service(arc.facility).id == service.id {
                let seconds = nearest.entry(arc.demand).or_insert(way.leg.seconds);
                *seconds = way.leg.seconds.min(*seconds);
            }
        }
        let mut ways = Ways::default();
        for (demand, seconds) in nearest {
            let point = &problem.points[demand];
            // Before the plan nobody has moved into a home.
            if point.state == problem.main && point.home.is_none() {
                let persons = self.before(demand);
                ways.add(persons, seconds, service.standard_min);
            }
        }
        ways
    }

    /// People of a point as long as nobody has moved into a home.
    fn before(&self, demand: usize) -> u32 {
        let instance = &self.problem.instance;
        let stays = instance
            .onward
            .iter()
            .filter(|onward| onward.demand == demand);
        let stays = stays.map(|onward| instance.arcs[onward.arc].demand);
        let stays: u32 = stays.map(|from| instance.demands[from].persons).sum();
        instance.demands[demand].persons + stays
    }

    /// What each municipality of the plan year gives and gets, in package order.
    pub(super) fn municipalities(
        &self,
        measures: &[Measure],
        payments: &[Payment],
    ) -> Vec<MunicipalityTotal> {
        let region = self.problem.region;
        let sums = self.municipal_sums();
        let nobody = Municipal::default();
        let total = |territory: &Territory| {
            let id = &territory.id;
            let sum = sums.get(id).unwrap_or(&nobody);
            let population = population(region, id);
            let paid = payments
                .iter()
                .find(|payment| payment.payer.as_str() == id.as_str());
            let here = measures
                .iter()
                .filter(|measure| region.municipality_of(&measure.host) == id);
            MunicipalityTotal {
                territory: id.clone(),
                population,
                needs: sum.needs,
                needs_per_1000: population
                    .filter(|&residents| residents > 0)
                    .map(|residents| {
                        rounded(f64::from(sum.needs) * 1000.0 / f64::from(residents), 2)
                    }),
                served: sum.served,
                served_at_home: sum.served_at_home,
                unmet: sum.needs - sum.served,
                served_others: sum.served_others,
                places_new: here
                    .filter(|measure| {
                        let service = region.service(&measure.service);
                        service.is_some_and(|service| !service.is_mobile())
                    })
                    .map(|measure| measure.places)
                    .sum(),
                capital: paid.map_or(Cents::ZERO, |payment| payment.capital),
                running: paid.map_or(Cents::ZERO, |payment| payment.running),
                minutes: sum.ways.minutes(),
            }
        };
        region.municipalities().map(total).collect()
    }

    fn municipal_sums(&self) -> BTreeMap<&TerritoryId, Municipal> {
        let region = self.problem.region;
        let home = |place: &PlaceId| Some(region.municipality_of(&region.place(place)?.territory));
        let mut sums: BTreeMap<&TerritoryId, Municipal> = BTreeMap::new();
        for (point, people, _) in self.points_in(self.problem.main) {
            if let Some(home) = home(&point.of.place) {
                sums.entry(home).or_default().needs += people;
            }
        }
        for served in self.served() {
            let Some(home) = home(&served.point.of.place) else {
                continue;
            };
            let host = region.municipality_of(self.host(served.facility));
            let standard = self.problem.service(served.facility).standard_min;
            let sum = sums.entry(home).or_default();
            sum.served += served.persons;
            sum.ways
                .add(served.persons, served.way.leg.seconds, standard);
            if host == home {
                sum.served_at_home += served.persons;
            } else {
                sums.entry(host).or_default().served_others += served.persons;
            }
        }
        sums
    }
}
