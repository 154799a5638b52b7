//! The protected counts of a plan: the only thing that the public edition
//! knows of how many people there are.

use crate::audit::Margins;
use crate::cell::{Cell, LEAST};
use crate::settle;
use domain::plan::{Measure, Plan};
use domain::{
    CandidateId, Offer, Region, Service, ServiceId, SiteId, SiteRef, TerritoryId, TravelTimes,
};
use std::collections::BTreeMap;

/// Published counts by where they are printed. Everybody who needs something
/// is in exactly one cell of each side: served (a facility, a municipality) or
/// left without (a service, a municipality).
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    /// Served by each measure.
    pub measures: BTreeMap<(CandidateId, ServiceId), Served>,
    /// Served by each existing offer.
    pub offers: BTreeMap<(SiteId, ServiceId), u32>,
    /// Left without each service.
    pub unmet: BTreeMap<ServiceId, u32>,
    /// Residents of each municipality; absent where it cannot be told.
    pub residents: Option<BTreeMap<TerritoryId, Residents>>,
}

/// People served by a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Served {
    /// The published count.
    pub persons: u32,
    /// The middle of what it stands for beside the measure's capacity and
    /// least occupancy. Sums are made of these: many small houses, each
    /// printed as 0, are not nobody.
    pub middle: f64,
}

/// Residents of a municipality, by what becomes of their needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Residents {
    /// Needs met.
    pub served: u32,
    /// Needs not met.
    pub unmet: u32,
}

impl Counts {
    /// Protects the counts of a plan.
    pub fn protect(plan: &Plan, region: &Region) -> Self {
        let territories = municipalities(plan, region);
        let weights: Vec<u32> = territories.iter().map(|id| residents(id, region)).collect();
        let measures: Vec<Cell> = (plan.measures.iter())
            .map(|row| measure_cell(row, region.service(&row.service)))
            .collect();
        let offers: Vec<Cell> = region
            .offers
            .iter()
            .map(|row| offer_cell(row, plan, region))
            .collect();
        let unmet: Vec<Cell> = region
            .services
            .iter()
            .map(|row| unmet_cell(&row.id, plan))
            .collect();

        let facilities: Vec<Cell> = measures.iter().chain(&offers).copied().collect();
        let served = settle(
            &territories,
            &weights,
            facilities,
            ways(&territories, plan, region),
            |id| of_municipality(plan, id, |row| row.served),
        );
        let everywhere = vec![vec![true; unmet.len()]; territories.len()];
        let without = settle(&territories, &weights, unmet.clone(), everywhere, |id| {
            of_municipality(plan, id, |row| row.unmet)
        });
        let residents = served.zip(without).map(|(served, without)| {
            let both = served
                .iter()
                .zip(&without)
                .map(|(served, without)| Residents {
                    served: served.published,
                    unmet: without.published,
                });
            territories.iter().cloned().zip(both).collect()
        });
        let published = |cell: &Cell| cell.published;
        Self {
            measures: (plan.measures.iter().zip(&measures))
                .map(|(row, cell)| {
                    (
                        (row.candidate.clone(), row.service.clone()),
                        Served {
                            persons: cell.published,
                            middle: cell.middle(),
                        },
                    )
                })
                .collect(),
            offers: (region.offers.iter().zip(offers.iter().map(published)))
                .map(|(row, count)| ((row.site.clone(), row.service.clone()), count))
                .collect(),
            unmet: (region.services.iter().zip(unmet.iter().map(published)))
                .map(|(row, count)| (row.id.clone(), count))
                .collect(),
            residents,
        }
    }

    /// The published count under a key.
    pub fn of<K: Ord, V: Copy + Default>(cells: &BTreeMap<K, V>, key: &K) -> V {
        cells.get(key).copied().unwrap_or_default()
    }
}

/// The municipalities' cells that may stand beside `columns`.
fn settle(
    territories: &[TerritoryId],
    weights: &[u32],
    columns: Vec<Cell>,
    ways: Vec<Vec<bool>>,
    count: impl Fn(&TerritoryId) -> u32,
) -> Option<Vec<Cell>> {
    let most = |ways: &Vec<bool>| {
        let near = columns.iter().zip(ways).filter(|(_, open)| **open);
        near.fold(0_u32, |sum, (cell, _)| sum.saturating_add(cell.ceiling))
    };
    let ceilings: Vec<u32> = ways.iter().map(most).collect();
    let rows = (territories.iter().zip(&ceilings))
        .map(|(id, &ceiling)| Cell::between(0, ceiling, count(id)))
        .collect();
    settle::rows(
        &Margins {
            rows,
            columns,
            ways,
        },
        weights,
        &ceilings,
    )
}

/// The municipalities of the public edition: those of the region, then what
/// else people live in or the plan names.
pub fn municipalities(plan: &Plan, region: &Region) -> Vec<TerritoryId> {
    let homes = region
        .places
        .iter()
        .map(|row| region.municipality_of(&row.territory));
    let named = plan.municipalities.iter().map(|row| &row.territory);
    let mut ids = Vec::new();
    for id in region
        .municipalities()
        .map(|row| &row.id)
        .chain(homes)
        .chain(named)
    {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids
}

fn of_municipality(
    plan: &Plan,
    id: &TerritoryId,
    count: impl Fn(&domain::plan::MunicipalityTotal) -> u32,
) -> u32 {
    plan.municipalities
        .iter()
        .filter(|row| row.territory == *id)
        .map(count)
        .sum()
}

/// A measure opens with at least its least occupancy and at most its capacity,
/// which are both public.
fn measure_cell(measure: &Measure, service: Option<&Service>) -> Cell {
    let Some(service) = service else {
        return Cell::any(measure.persons);
    };
    let needed = f64::from(measure.places) * service.min_occupancy;
    if service.is_mobile() {
        return Cell::between(u32::from(needed > 0.0), u32::MAX, measure.persons);
    }
    let floor = (needed * service.persons_per_place - 1e-9).ceil().max(0.0) as u32;
    Cell::between(floor, service.persons_of(measure.places), measure.persons)
}

fn offer_cell(offer: &Offer, plan: &Plan, region: &Region) -> Cell {
    let persons = plan
        .offers
        .iter()
        .filter(|row| row.site == offer.site && row.service == offer.service)
        .map(|row| row.persons)
        .sum();
    if offer
        .until_year
        .is_some_and(|last| last < region.scenario.year)
    {
        return Cell::between(0, 0, persons);
    }
    match region.service(&offer.service) {
        Some(service) if !service.is_mobile() => {
            let roomy = service.persons_of(offer.places.saturating_sub(LEAST - 1));
            Cell::beside_clients(roomy, service.persons_of(offer.places), persons)
        }
        _ => Cell::any(persons),
    }
}

fn unmet_cell(service: &ServiceId, plan: &Plan) -> Cell {
    Cell::any(
        plan.services
            .iter()
            .filter(|row| row.service == *service)
            .map(|row| row.unmet)
            .sum(),
    )
}

/// Residents of the places of a municipality, at least 1.
fn residents(id: &TerritoryId, region: &Region) -> u32 {
    let places = region
        .places
        .iter()
        .filter(|place| region.municipality_of(&place.territory) == id);
    places
        .filter_map(|place| place.population)
        .sum::<u32>()
        .max(1)
}

/// From which municipality (row) people can go to which facility (column): the
/// plan's measures, then the region's offers.
fn ways(territories: &[TerritoryId], plan: &Plan, region: &Region) -> Vec<Vec<bool>> {
    let reach = Reach {
        region,
        travel: TravelTimes::new(region),
    };
    let measures = plan
        .measures
        .iter()
        .map(|row| (SiteRef::Candidate(row.candidate.clone()), &row.service));
    let offers = region
        .offers
        .iter()
        .map(|row| (SiteRef::Site(row.site.clone()), &row.service));
    let facilities: Vec<(SiteRef, &ServiceId)> = measures.chain(offers).collect();
    (territories.iter())
        .map(|from| {
            facilities
                .iter()
                .map(|(to, service)| reach.is_open(from, to, service))
                .collect()
        })
        .collect()
}

/// Which municipality's people can go to which facility at all. A reader may
/// know the roads and the limits as well as the planner does.
struct Reach<'r> {
    region: &'r Region,
    travel: TravelTimes<'r>,
}

impl Reach<'_> {
    fn is_open(&self, from: &TerritoryId, to: &SiteRef, service: &ServiceId) -> bool {
        let Some(service) = self.region.service(service) else {
            return false;
        };
        let mut homes = (self.region.places.iter())
            .filter(|place| self.region.municipality_of(&place.territory) == from);
        homes.any(|place| {
            let leg = self.travel.leg(&place.id, to, &service.profile);
            leg.is_some_and(|leg| {
                f64::from(leg.seconds) <= 60.0 * self.region.scenario.limit_min(service)
            })
        })
    }
}
