//! A small region and plans of it, built from who goes where.

use domain::plan::*;
use domain::*;

/// Centre service with 2 places as the least size and half of them in use at least.
pub const DAY: &str = "DAY_CENTRE";
/// Mobile service.
pub const CARE: &str = "HOME_CARE";

/// Who goes where: rows are the municipalities `north` and `south`; columns are
/// the day centre at `new` (8 places), the one at `old` (an offer of 10
/// places), care from `new` (2 workers), left without the day centre, left
/// without care.
pub type Flows = [[u32; 5]; 2];

fn service(id: &str, delivery: Delivery) -> Service {
    let mobile = delivery == Delivery::Mobile;
    Service {
        id: id.into(),
        name_lv: id.to_owned(),
        name_en: id.to_owned(),
        target_groups: vec!["GRT".into()],
        delivery,
        profile: "car".to_owned(),
        visits_per_year: (!mobile).then_some(200.0),
        standard_min: 30.0,
        limit_min: 90.0,
        sizes: vec![2, 8],
        persons_per_place: 1.0,
        hours_per_worker_week: mobile.then_some(40.0),
        visit_hours: mobile.then_some(1.0),
        capital_per_place: Cents::from_eur(20_000.0),
        site_per_year: Cents::from_eur(5_000.0),
        place_per_year: Cents::from_eur(9_876.0),
        staff_per_place: 0.3,
        min_occupancy: if mobile { 0.0 } else { 0.25 },
        max_per_site: None,
        unmet: Cents::from_eur(12_345.0),
        source: String::new(),
        line: 2,
    }
}

fn municipality(id: &str) -> Territory {
    Territory {
        id: id.into(),
        name_lv: id.to_owned(),
        name_en: id.to_owned(),
        kind: TerritoryKind::Municipality,
        parent: None,
        valid_from: None,
        valid_to: None,
        successors: Vec::new(),
        line: 2,
    }
}

fn place(id: &str, territory: &str, lat: f64, population: u32) -> Place {
    Place {
        id: id.into(),
        name: id.to_owned(),
        territory: territory.into(),
        at: LatLon { lat, lon: 22.0 },
        population: Some(population),
        source: String::new(),
        line: 2,
    }
}

pub fn region() -> Region {
    let scenario = Scenario {
        year: 2020,
        demand_scenario: String::new(),
        discount_rate: 0.04,
        building_life_years: 30.0,
        client_eur_per_hour: 5.0,
        family_eur_per_hour: 5.0,
        staff_eur_per_hour: 10.0,
        eur_per_km: 0.2,
        surcharge_eur_per_minute: 3.0,
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
    };
    let need = |persons, line| Need {
        area: NeedArea::Place("n".into()),
        target_group: "GRT".into(),
        service: DAY.into(),
        persons,
        hours_per_week: None,
        year: None,
        scenario: String::new(),
        source: String::new(),
        line,
    };
    Region {
        info: RegionInfo {
            id: "test".to_owned(),
            name_lv: "Tests".to_owned(),
            name_en: "Test".to_owned(),
            currency: "EUR".to_owned(),
            plan_years: (2018, 2020),
            extent: None,
            sources: Vec::new(),
            assumptions: Vec::new(),
            about: Vec::new(),
            notice: None,
        },
        scenario,
        territories: vec![municipality("north"), municipality("south")],
        partners: Vec::new(),
        wishes: Vec::new(),
        places: vec![
            place("n", "north", 57.0, 900),
            place("hamlet", "north", 57.05, 3),
            place("s", "south", 57.1, 700),
        ],
        population: Vec::new(),
        services: vec![
            service(DAY, Delivery::Centre),
            service(CARE, Delivery::Mobile),
        ],
        needs: vec![need(3, 2)],
        bundles: Vec::new(),
        moves: Vec::new(),
        institutions: vec![Institution {
            id: "home".into(),
            name: "Home".to_owned(),
            kind: "VSAC".to_owned(),
            at: LatLon {
                lat: 57.0,
                lon: 22.0,
            },
            residents: Some(213),
            admissions_per_year: Some(3),
            waiting: Some(0),
            planned: None,
            source: String::new(),
            line: 2,
        }],
        sites: vec![Site {
            id: "old".into(),
            name: "Old".to_owned(),
            place: Some("s".into()),
            at: None,
            host: "south".into(),
            owner: "south".into(),
            accessible: None,
            source: String::new(),
            line: 2,
        }],
        offers: vec![Offer {
            site: "old".into(),
            service: DAY.into(),
            places: 10,
            places_taken: 2,
            payer: Payer::parse("south"),
            funded_by: String::new(),
            until_year: None,
            source: String::new(),
            line: 2,
        }],
        candidates: vec![Candidate {
            id: "new".into(),
            name: "New".to_owned(),
            place: Some("n".into()),
            at: None,
            host: "north".into(),
            owner: "north".into(),
            expands: None,
            services: Vec::new(),
            site_capital: Cents::ZERO,
            capital_factor: 1.0,
            max_places: None,
            flags: Vec::new(),
            source: String::new(),
            line: 2,
        }],
        schemes: Vec::new(),
        funds: Vec::new(),
        obstacles: Vec::new(),
        general_services: Vec::new(),
        boundaries: Vec::new(),
        travel: Vec::new(),
        fingerprint: "3f".to_owned(),
    }
}

/// A plan in which people go where `flows` says; `salt` fills every field that
/// follows from people in some other way (money, minutes, reasons).
pub fn plan(flows: &Flows, salt: u32) -> Plan {
    let column = |at: usize| flows[0][at] + flows[1][at];
    let odd = Cents(i64::from(salt) * 7_919 + 13);
    let minutes = Minutes {
        mean: f64::from(salt % 50),
        max: f64::from(salt % 90),
        within_standard: 0.5,
    };
    let measure = |service: &str, places: u32, persons: u32| Measure {
        candidate: "new".into(),
        service: service.into(),
        name: "New".to_owned(),
        host: "north".into(),
        owner: "north".into(),
        places,
        persons,
        occupancy: f64::from(persons) / f64::from(places),
        staff: 1.0,
        scheme: None,
        capital: Cents::from_eur(160_000.0),
        site_capital: Cents::ZERO,
        eligible: Cents::ZERO,
        running: odd,
        payments: vec![Payment {
            payer: Payer::parse("north"),
            capital: Cents::from_eur(160_000.0),
            running: odd,
        }],
        minutes,
        without: Some(Without {
            objective: odd,
            bound: odd,
            unmet_more: i64::from(salt),
            instead: Vec::new(),
        }),
        year: None,
    };
    let service = |id: &str, existing: u32, new: u32, unmet: u32| ServiceTotal {
        service: id.into(),
        needed: existing + new + unmet,
        served_existing: existing,
        served_new: new,
        unmet,
        places_new: 8,
        capital: Cents::from_eur(160_000.0),
        running: odd,
        minutes,
        minutes_before: Some(minutes),
        within_limit_before: salt,
    };
    let municipality = |id: &str, row: &[u32; 5]| MunicipalityTotal {
        territory: id.into(),
        population: Some(900),
        needs: row.iter().sum(),
        needs_per_1000: Some(f64::from(row.iter().sum::<u32>()) / 0.9),
        served: row[..3].iter().sum(),
        served_at_home: row[0],
        unmet: row[3..].iter().sum(),
        served_others: row[1],
        places_new: 8,
        capital: Cents::ZERO,
        running: odd,
        minutes,
    };
    Plan {
        schema: SCHEMA.to_owned(),
        objective: odd,
        bound: odd,
        gap: 0.0004 + f64::from(salt % 50) * 1e-5,
        stop: Stop::Gap,
        options: PlanOptions {
            gap: 0.001,
            time_limit_s: None,
            work_limit: None,
            budget: None,
            explain: Explain::Full,
        },
        fingerprint: format!("{salt:x}"),
        engine: Engine {
            name: "tuvak".to_owned(),
            version: "0".to_owned(),
            solver: "test".to_owned(),
        },
        region: RegionHead {
            id: "test".to_owned(),
            name_lv: "Tests".to_owned(),
            name_en: "Test".to_owned(),
            year: 2020,
        },
        costs: Costs {
            capital: Cents::from_eur(9_253.0),
            sites: Cents::from_eur(10_000.0),
            places: odd,
            travel: odd,
            surcharge: odd,
            size_penalty: Cents::ZERO,
            unmet: odd,
            equity: Cents::ZERO,
            change: Cents::ZERO,
        },
        payments: vec![Payment {
            payer: Payer::parse("north"),
            capital: Cents::from_eur(320_000.0),
            running: odd,
        }],
        measures: vec![measure(DAY, 8, column(0)), measure(CARE, 2, column(2))],
        offers: vec![OfferUse {
            site: "old".into(),
            service: DAY.into(),
            free_places: salt % 9,
            persons: column(1),
            running: odd,
            payer: Payer::parse("south"),
            minutes,
        }],
        assignments: vec![Assignment {
            place: "n".into(),
            target_group: "GRT".into(),
            service: DAY.into(),
            hours_per_week: None,
            site: SiteRef::Candidate("new".into()),
            persons: salt,
            minutes: f64::from(salt),
            from: None,
        }],
        unmet: vec![Unmet {
            place: "n".into(),
            target_group: "GRT".into(),
            service: DAY.into(),
            hours_per_week: None,
            persons: salt,
            reason: UnmetReason::BeyondLimit,
            from: None,
        }],
        rejected: vec![Rejected {
            candidate: "other".into(),
            reason: if salt.is_multiple_of(2) {
                RejectedReason::TooFewPeople
            } else {
                RejectedReason::Costlier
            },
            forced_more: Some(odd),
        }],
        services: vec![
            service(DAY, column(1), column(0), column(3)),
            service(CARE, 0, column(2), column(4)),
        ],
        municipalities: vec![
            municipality("north", &flows[0]),
            municipality("south", &flows[1]),
        ],
        people_reached: Range {
            at_least: salt,
            at_most: salt,
        },
        wishes: Vec::new(),
        findings: vec![Finding {
            rule: "R03".to_owned(),
            level: Level::Warning,
            message: Message::new("finding-r03").with("persons", salt),
            basis: "law".to_owned(),
            rows: Vec::new(),
        }],
        sensitivity: vec![Sensitivity {
            figure: "services.unmet_eur".to_owned(),
            reason: LocalText::default(),
            runs: vec![SensitivityRun {
                factor: 0.5,
                objective: odd,
                bound: odd,
                stays: Vec::new(),
                leaves: Vec::new(),
                enters: Vec::new(),
            }],
        }],
        more_money: Some(MoreMoney {
            extra: odd,
            objective: odd,
            bound: odd,
            unmet_fewer: i64::from(salt),
        }),
        notes: vec![Message::new("demand-spread").with("persons", salt)],
        states: Vec::new(),
        spread: None,
        equity: None,
        change: None,
    }
}
