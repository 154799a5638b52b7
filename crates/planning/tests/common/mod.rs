//! Regions in words, for tests.
//!
//! [`region`] is one that is solved by hand: in municipality `A` four people of
//! group `GRT` at place `A1` need the day centre `DAY`, which may open at the
//! candidate `CA`, ten minutes and ten kilometres away.
//!
//! | part | EUR a year |
//! |---|---|
//! | capital: 4 places × 1,000 EUR over 10 years without interest | 400 |
//! | site | 500 |
//! | places: 4 people × 200 EUR | 800 |
//! | travel: 4 people × 100 visits × 2 × (1/6 h × 6 EUR + 10 km × 0.10 EUR) | 1,600 |
//! | **all** | **3,300** |
//!
//! Left without, the four would cost 4 × 5,000 EUR.
#![allow(dead_code)] // each test file uses some of the words

use domain::plan::{Explain, PlanOptions};
use domain::*;
use planning::{PlanError, plan};
use siting::engine::Engine;
use siting::solver::Control;

pub const GRT: &str = "GRT";

pub fn eur(eur: f64) -> Cents {
    Cents::from_eur(eur)
}

pub fn territory(id: &str, kind: TerritoryKind, parent: Option<&str>) -> Territory {
    Territory {
        id: id.into(),
        name_lv: id.into(),
        name_en: id.into(),
        kind,
        parent: parent.map(Into::into),
        valid_from: None,
        valid_to: None,
        successors: Vec::new(),
        line: 0,
    }
}

pub fn place(id: &str, territory: &str, population: u32) -> Place {
    Place {
        id: id.into(),
        name: id.into(),
        territory: territory.into(),
        at: LatLon {
            lat: 57.0,
            lon: 22.0,
        },
        population: Some(population),
        source: String::new(),
        line: 0,
    }
}

pub fn centre(id: &str) -> Service {
    Service {
        id: id.into(),
        name_lv: id.into(),
        name_en: id.into(),
        target_groups: vec![GRT.into()],
        delivery: Delivery::Centre,
        profile: "car".into(),
        visits_per_year: Some(100.0),
        standard_min: 30.0,
        limit_min: 60.0,
        sizes: vec![4, 8],
        persons_per_place: 1.0,
        hours_per_worker_week: None,
        visit_hours: None,
        capital_per_place: eur(1000.0),
        site_per_year: eur(500.0),
        place_per_year: eur(200.0),
        staff_per_place: 0.5,
        min_occupancy: 0.5,
        max_per_site: None,
        unmet: eur(5000.0),
        source: String::new(),
        line: 0,
    }
}

pub fn need(place: &str, service: &str, persons: u32) -> Need {
    Need {
        area: NeedArea::Place(place.into()),
        target_group: GRT.into(),
        service: service.into(),
        persons,
        hours_per_week: None,
        year: None,
        scenario: String::new(),
        source: String::new(),
        line: 0,
    }
}

pub fn candidate(id: &str, place: &str, municipality: &str) -> Candidate {
    Candidate {
        id: id.into(),
        name: id.into(),
        place: Some(place.into()),
        at: None,
        host: municipality.into(),
        owner: municipality.into(),
        expands: None,
        services: Vec::new(),
        site_capital: Cents::ZERO,
        capital_factor: 1.0,
        max_places: None,
        flags: Vec::new(),
        source: String::new(),
        line: 0,
    }
}

pub fn site(id: &str, place: &str, municipality: &str) -> Site {
    Site {
        id: id.into(),
        name: id.into(),
        place: Some(place.into()),
        at: None,
        host: municipality.into(),
        owner: municipality.into(),
        accessible: None,
        source: String::new(),
        line: 0,
    }
}

pub fn offer(site: &str, service: &str, places: u32, places_taken: u32) -> Offer {
    Offer {
        site: site.into(),
        service: service.into(),
        places,
        places_taken,
        payer: Payer::parse("A"),
        funded_by: String::new(),
        until_year: None,
        source: String::new(),
        line: 0,
    }
}

pub fn way(from: &str, to: &str, minutes: u32, km: u32) -> TravelRow {
    TravelRow {
        from: from.into(),
        to: to.into(),
        seconds: Some(minutes * 60),
        metres: Some(km * 1000),
        profile: String::new(),
        line: 0,
    }
}

pub fn scheme(id: &str) -> Scheme {
    Scheme {
        id: id.into(),
        services: Vec::new(),
        partners_only: false,
        eligible_share: 0.8,
        eu: 0.85,
        state: 0.1,
        municipality: 0.05,
        running_until_year: None,
        line: 0,
    }
}

pub fn partner(territory: &str) -> Partner {
    Partner {
        territory: territory.into(),
        status: PartnerStatus::Agreement,
        date: None,
        source: String::new(),
        line: 0,
    }
}

pub fn wish(territory: &str, service: &str, stance: Stance) -> Wish {
    Wish {
        territory: territory.into(),
        service: service.into(),
        stance,
        own_money: None,
        note: String::new(),
        source: String::new(),
        line: 0,
    }
}

pub fn fund(payer: &str, ceiling: f64) -> Fund {
    Fund {
        payer: Payer::parse(payer),
        territory: None,
        year: None,
        ceiling: eur(ceiling),
        line: 0,
    }
}

pub fn lock(candidate: &str, service: Option<&str>, must: LockState) -> Lock {
    Lock {
        candidate: candidate.into(),
        service: service.map(Into::into),
        places: None,
        must,
    }
}

pub fn scenario() -> Scenario {
    Scenario {
        year: 2020,
        demand_scenario: String::new(),
        discount_rate: 0.0,
        building_life_years: 10.0,
        client_eur_per_hour: 6.0,
        family_eur_per_hour: 12.0,
        staff_eur_per_hour: 18.0,
        eur_per_km: 0.1,
        surcharge_eur_per_minute: 10.0,
        budget_eur: None,
        apart: Vec::new(),
        size_penalty: None,
        locks: Vec::new(),
        funds: Vec::new(),
        travel: TravelFallback::default(),
        single_source: Vec::new(),
        equity: None,
        demand_scenarios: Vec::new(),
        phases: Vec::new(),
        least_change: None,
        day_travel_from_home: false,
        rules: RuleThresholds::default(),
    }
}

/// The region of the table above.
pub fn region() -> Region {
    use TerritoryKind::{Municipality, Region as Planning};
    Region {
        info: RegionInfo {
            id: "test".into(),
            name_lv: "Tests".into(),
            name_en: "Test".into(),
            currency: "EUR".into(),
            plan_years: (2020, 2022),
            extent: None,
            sources: Vec::new(),
            assumptions: Vec::new(),
            about: Vec::new(),
            notice: None,
        },
        scenario: scenario(),
        territories: vec![
            territory("R", Planning, None),
            territory("A", Municipality, Some("R")),
            territory("B", Municipality, Some("R")),
        ],
        partners: Vec::new(),
        wishes: Vec::new(),
        places: vec![place("A1", "A", 1000), place("B1", "B", 500)],
        population: Vec::new(),
        services: vec![centre("DAY")],
        needs: vec![need("A1", "DAY", 4)],
        bundles: Vec::new(),
        moves: Vec::new(),
        institutions: Vec::new(),
        sites: Vec::new(),
        offers: Vec::new(),
        candidates: vec![candidate("CA", "A1", "A")],
        schemes: Vec::new(),
        funds: Vec::new(),
        obstacles: Vec::new(),
        general_services: Vec::new(),
        boundaries: Vec::new(),
        travel: vec![way("A1", "CA", 10, 10), way("B1", "CA", 20, 20)],
        fingerprint: "test".into(),
    }
}

/// The region with one thing changed.
pub fn region_with(change: impl FnOnce(&mut Region)) -> Region {
    let mut region = region();
    change(&mut region);
    region
}

pub fn options(explain: Explain) -> PlanOptions {
    PlanOptions {
        gap: 0.0,
        time_limit_s: None,
        work_limit: None,
        budget: None,
        explain,
    }
}

pub fn try_plan(region: &Region, options: &PlanOptions) -> Result<Plan, PlanError> {
    let demand = demand::demand(region);
    let go_on = &mut |_, _| Control::Continue;
    plan(
        region,
        &demand.points,
        &demand.notes,
        options,
        2,
        &Engine,
        go_on,
    )
}

/// The plan without explanation, proven to be the best.
pub fn planned(region: &Region) -> Plan {
    let plan = try_plan(region, &options(Explain::None)).expect("a plan");
    assert_eq!(plan.costs.total(), plan.objective);
    assert_eq!(plan.gap, 0.0);
    plan
}

/// What opens, as `candidate service places`.
pub fn openings(plan: &Plan) -> Vec<String> {
    let word = |measure: &domain::plan::Measure| {
        format!(
            "{} {} {}",
            measure.candidate, measure.service, measure.places
        )
    };
    plan.measures.iter().map(word).collect()
}

/// People left without.
pub fn unmet(plan: &Plan) -> u32 {
    plan.unmet.iter().map(|row| row.persons).sum()
}
