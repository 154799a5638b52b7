//! A small region, built with words: `region().with_place("A", "M")…`.
#![allow(dead_code)] // each test file uses some of the words

use domain::plan::*;
use domain::*;
use std::collections::BTreeMap;

/// A region without any row: plan year 2020, car at 60 km/h, no detour.
pub fn region() -> Region {
    let scenario = Scenario {
        year: 2020,
        demand_scenario: String::new(),
        discount_rate: 0.0,
        building_life_years: 30.0,
        client_eur_per_hour: 0.0,
        family_eur_per_hour: 0.0,
        staff_eur_per_hour: 0.0,
        eur_per_km: 0.0,
        surcharge_eur_per_minute: 0.0,
        budget_eur: None,
        apart: Vec::new(),
        size_penalty: None,
        locks: Vec::new(),
        funds: Vec::new(),
        travel: TravelFallback {
            detour: 1.0,
            speed_kmh: BTreeMap::from([("car".to_owned(), 60.0)]),
            ..TravelFallback::default()
        },
        single_source: Vec::new(),
        equity: None,
        demand_scenarios: Vec::new(),
        phases: Vec::new(),
        least_change: None,
        day_travel_from_home: false,
        rules: RuleThresholds::default(),
    };
    Region {
        info: RegionInfo {
            id: "small".into(),
            name_lv: "Mazais reģions".into(),
            name_en: "The small region".into(),
            currency: "EUR".into(),
            plan_years: (2020, 2020),
            extent: None,
            sources: Vec::new(),
            assumptions: Vec::new(),
            about: Vec::new(),
            notice: None,
        },
        scenario,
        territories: Vec::new(),
        partners: Vec::new(),
        wishes: Vec::new(),
        places: Vec::new(),
        population: Vec::new(),
        services: Vec::new(),
        needs: Vec::new(),
        bundles: Vec::new(),
        moves: Vec::new(),
        institutions: Vec::new(),
        sites: Vec::new(),
        offers: Vec::new(),
        candidates: Vec::new(),
        schemes: Vec::new(),
        funds: Vec::new(),
        obstacles: Vec::new(),
        general_services: Vec::new(),
        boundaries: Vec::new(),
        travel: Vec::new(),
        fingerprint: String::new(),
    }
}

/// Kilometres (minutes by car) east of a point on the 57th parallel.
pub fn km_east(km: f64) -> LatLon {
    let metres_per_degree = great_circle_metres(
        LatLon {
            lat: 57.0,
            lon: 22.0,
        },
        LatLon {
            lat: 57.0,
            lon: 23.0,
        },
    );
    LatLon {
        lat: 57.0,
        lon: 22.0 + km * 1000.0 / metres_per_degree,
    }
}

/// A residential service for `GRT`: standard 30, limit 60 minutes, sizes 8 and 16.
pub fn service(id: &str) -> Service {
    Service {
        id: id.into(),
        name_lv: format!("{id} latviski"),
        name_en: format!("{id} in English"),
        target_groups: vec!["GRT".into()],
        delivery: Delivery::Residential,
        profile: "car".into(),
        visits_per_year: Some(24.0),
        standard_min: 30.0,
        limit_min: 60.0,
        sizes: vec![8, 16],
        persons_per_place: 1.0,
        hours_per_worker_week: None,
        visit_hours: None,
        capital_per_place: Cents::ZERO,
        site_per_year: Cents::ZERO,
        place_per_year: Cents::ZERO,
        staff_per_place: 0.0,
        min_occupancy: 0.5,
        max_per_site: None,
        unmet: Cents::ZERO,
        source: String::new(),
        line: 2,
    }
}

/// People of `GRT` who need a service.
pub fn people(place: &str, service: &str, persons: u32) -> DemandPoint {
    DemandPoint {
        place: place.into(),
        target_group: "GRT".into(),
        service: service.into(),
        hours_per_week: None,
        persons,
    }
}

/// The words that add rows; lines count from 2 as in a file with a header.
pub trait With: Sized {
    fn with_municipality(self, id: &str) -> Self;
    /// A place in a municipality, so many kilometres (minutes) east.
    fn with_place(self, id: &str, municipality: &str, km: f64) -> Self;
    /// Residents of the place that was added last.
    fn with_residents(self, residents: u32) -> Self;
    /// A general service of a kind, so many kilometres (minutes) east.
    fn with_general(self, id: &str, kind: GeneralServiceKind, km: f64) -> Self;
    fn with_service(self, service: Service) -> Self;
    /// A site at a place, owned by the municipality that hosts it.
    fn with_site(self, id: &str, place: &str) -> Self;
    /// An offer in force without end, paid by the site's municipality.
    fn with_offer(self, site: &str, service: &str, places: u32, taken: u32) -> Self;
    /// A candidate at a place, owned by the municipality that hosts it.
    fn with_candidate(self, id: &str, place: &str) -> Self;
    /// The way from a place to a site, in minutes, for every profile.
    fn with_way(self, from: &str, to: &str, minutes: u32) -> Self;
}

impl With for Region {
    fn with_municipality(mut self, id: &str) -> Self {
        self.territories.push(Territory {
            id: id.into(),
            name_lv: format!("{id} novads"),
            name_en: format!("{id} municipality"),
            kind: TerritoryKind::Municipality,
            parent: None,
            valid_from: None,
            valid_to: None,
            successors: Vec::new(),
            line: self.territories.len() as u32 + 2,
        });
        self
    }

    fn with_place(mut self, id: &str, municipality: &str, km: f64) -> Self {
        self.places.push(Place {
            id: id.into(),
            name: id.into(),
            territory: municipality.into(),
            at: km_east(km),
            population: None,
            source: String::new(),
            line: self.places.len() as u32 + 2,
        });
        self
    }

    fn with_residents(mut self, residents: u32) -> Self {
        self.places.last_mut().unwrap().population = Some(residents);
        self
    }

    fn with_general(mut self, id: &str, kind: GeneralServiceKind, km: f64) -> Self {
        self.general_services.push(GeneralService {
            id: id.into(),
            kind,
            name: format!("General {id}"),
            at: km_east(km),
            source: String::new(),
            line: self.general_services.len() as u32 + 2,
        });
        self
    }

    fn with_service(mut self, service: Service) -> Self {
        let line = self.services.len() as u32 + 2;
        self.services.push(Service { line, ..service });
        self
    }

    fn with_site(mut self, id: &str, place: &str) -> Self {
        let host = self.place(&place.into()).unwrap().territory.clone();
        self.sites.push(Site {
            id: id.into(),
            name: format!("Site {id}"),
            place: Some(place.into()),
            at: None,
            owner: host.clone(),
            host,
            accessible: None,
            source: String::new(),
            line: self.sites.len() as u32 + 2,
        });
        self
    }

    fn with_offer(mut self, site: &str, service: &str, places: u32, taken: u32) -> Self {
        let owner = self.site(&site.into()).unwrap().owner.clone();
        self.offers.push(Offer {
            site: site.into(),
            service: service.into(),
            places,
            places_taken: taken,
            payer: Payer::Municipality(owner),
            funded_by: String::new(),
            until_year: None,
            source: String::new(),
            line: self.offers.len() as u32 + 2,
        });
        self
    }

    fn with_candidate(mut self, id: &str, place: &str) -> Self {
        let host = self.place(&place.into()).unwrap().territory.clone();
        self.candidates.push(Candidate {
            id: id.into(),
            name: format!("Candidate {id}"),
            place: Some(place.into()),
            at: None,
            owner: host.clone(),
            host,
            expands: None,
            services: Vec::new(),
            site_capital: Cents::ZERO,
            capital_factor: 1.0,
            max_places: None,
            flags: Vec::new(),
            source: String::new(),
            line: self.candidates.len() as u32 + 2,
        });
        self
    }

    fn with_way(mut self, from: &str, to: &str, minutes: u32) -> Self {
        self.travel.push(TravelRow {
            from: from.into(),
            to: to.into(),
            seconds: Some(60 * minutes),
            metres: Some(1000 * minutes),
            profile: String::new(),
            line: self.travel.len() as u32 + 2,
        });
        self
    }
}

/// A plan of a region in which nothing opens and nobody is served.
pub fn empty_plan(region: &Region) -> Plan {
    Plan {
        schema: SCHEMA.into(),
        objective: Cents::ZERO,
        bound: Cents::ZERO,
        gap: 0.0,
        stop: Stop::Gap,
        options: PlanOptions {
            gap: 0.0,
            time_limit_s: None,
            work_limit: None,
            budget: None,
            explain: Explain::None,
        },
        fingerprint: region.fingerprint.clone(),
        engine: Engine {
            name: "tuvak".into(),
            version: "0".into(),
            solver: "none".into(),
        },
        region: RegionHead {
            id: region.info.id.clone(),
            name_lv: region.info.name_lv.clone(),
            name_en: region.info.name_en.clone(),
            year: region.scenario.year,
        },
        costs: Costs::default(),
        payments: Vec::new(),
        measures: Vec::new(),
        offers: Vec::new(),
        assignments: Vec::new(),
        unmet: Vec::new(),
        rejected: Vec::new(),
        services: Vec::new(),
        municipalities: Vec::new(),
        people_reached: Range::default(),
        wishes: Vec::new(),
        findings: Vec::new(),
        sensitivity: Vec::new(),
        more_money: None,
        notes: Vec::new(),
        states: Vec::new(),
        spread: None,
        equity: None,
        change: None,
    }
}

/// A measure at a candidate, without money.
pub fn measure(region: &Region, candidate: &str, service: &str, places: u32) -> Measure {
    let row = region.candidate(&candidate.into()).unwrap();
    Measure {
        candidate: row.id.clone(),
        service: service.into(),
        name: row.name.clone(),
        host: row.host.clone(),
        owner: row.owner.clone(),
        places,
        persons: places,
        occupancy: 1.0,
        staff: 0.0,
        scheme: None,
        capital: Cents::ZERO,
        site_capital: Cents::ZERO,
        eligible: Cents::ZERO,
        running: Cents::ZERO,
        payments: Vec::new(),
        minutes: Minutes::default(),
        without: None,
        year: None,
    }
}
