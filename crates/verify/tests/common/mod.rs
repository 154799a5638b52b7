//! A small invented region in which every condition has something to hold,
//! and a plan of it (`plan.json`) whose figures were worked out from
//! `docs/planning-model.md` in exact fractions, apart from this crate.

use domain::*;
use jiff::civil::date;
use std::collections::BTreeMap;

/// The plan of [`region`], as the file holds it.
pub const PLAN: &str = include_str!("plan.json");

/// The plan of [`region`].
#[allow(dead_code)] // each test file is a crate of its own
pub fn plan() -> Plan {
    serde_json::from_str(PLAN).expect("the plan of the tests is a plan")
}

/// Three municipalities, three services, nine candidates.
pub fn region() -> Region {
    Region {
        info: RegionInfo {
            id: "demo".into(),
            name_lv: "Izdomāts reģions".into(),
            name_en: "Invented region".into(),
            currency: "EUR".into(),
            plan_years: (2018, 2020),
            extent: None,
            sources: Vec::new(),
            assumptions: vec![Assumption {
                figure: "services.unmet_eur".into(),
                reason: LocalText {
                    lv: "Nav publicēts.".into(),
                    en: "Not published.".into(),
                },
            }],
            about: Vec::new(),
            notice: None,
        },
        scenario: scenario(),
        territories: vec![
            territory("R", TerritoryKind::Region, None),
            territory("A", TerritoryKind::Municipality, Some("R")),
            territory("A1", TerritoryKind::Parish, Some("A")),
            territory("B", TerritoryKind::Municipality, Some("R")),
            territory("C", TerritoryKind::StateCity, Some("R")),
        ],
        partners: vec![partner("A"), partner("B")],
        wishes: vec![
            wish("A", "DAY", Stance::Wants, Some(20_000)),
            wish("B", "CARE", Stance::Refuses, None),
            wish("C", "HOME", Stance::Wants, Some(500)),
        ],
        places: vec![
            place("a", "A1", 600),
            place("b", "B", 300),
            place("c", "C", 100),
        ],
        population: vec![
            residents("A", 2019, "", 950),
            residents("A", 2020, "", 1000),
            residents("A", 2020, "m", 480),
        ],
        services: vec![day(), home(), care()],
        needs: vec![
            need(NeedArea::Territory("R".into()), "GRT", "DAY", 10, None),
            need(NeedArea::Place("b".into()), "GRT", "HOME", 5, None),
            need(NeedArea::Place("a".into()), "FT", "CARE", 3, Some(5.0)),
            need(NeedArea::Place("c".into()), "FT", "CARE", 1, Some(5.0)),
            Need {
                year: Some(2019),
                ..need(NeedArea::Place("a".into()), "GRT", "DAY", 40, None)
            },
        ],
        bundles: vec![Bundle {
            place: "b".into(),
            target_group: "GRT".into(),
            services: vec!["DAY".into(), "HOME".into()],
            persons: 2,
            source: String::new(),
            line: 2,
        }],
        moves: vec![Move {
            institution: "VSAC".into(),
            destination: "a".into(),
            target_group: "GRT".into(),
            services: vec!["DAY".into(), "HOME".into()],
            persons: 2,
            year: None,
            line: 2,
        }],
        institutions: Vec::new(),
        sites: vec![Site {
            id: "s1".into(),
            name: "Esošais centrs".into(),
            place: Some("b".into()),
            at: None,
            host: "B".into(),
            owner: "B".into(),
            accessible: None,
            source: String::new(),
            line: 2,
        }],
        offers: vec![offer("DAY", 5, 3, None), offer("HOME", 6, 0, Some(2019))],
        candidates: candidates(),
        schemes: vec![
            Scheme {
                services: vec!["DAY".into(), "HOME".into()],
                partners_only: true,
                running_until_year: Some(2025),
                ..scheme("erdf", 0.9, 0.85, 0.05, 0.1)
            },
            Scheme {
                services: vec!["DAY".into(), "CARE".into()],
                ..scheme("own", 0.0, 0.0, 0.0, 0.0)
            },
            Scheme {
                services: vec!["CARE".into()],
                ..scheme("state", 1.0, 0.0, 0.5, 0.5)
            },
        ],
        funds: vec![
            fund(Payer::Eu, None, 200_000),
            fund(Payer::Municipality("A".into()), Some("A"), 90_000),
            fund(Payer::State, Some("R"), 1),
        ],
        obstacles: Vec::new(),
        general_services: Vec::new(),
        boundaries: Vec::new(),
        travel: travel(),
        fingerprint: "0123abcd".into(),
    }
}

fn scenario() -> Scenario {
    Scenario {
        year: 2020,
        demand_scenario: String::new(),
        discount_rate: 0.04,
        building_life_years: 30.0,
        client_eur_per_hour: 4.0,
        family_eur_per_hour: 6.0,
        staff_eur_per_hour: 8.0,
        eur_per_km: 0.15,
        surcharge_eur_per_minute: 3.0,
        budget_eur: Some(300_000.0),
        apart: vec![["HOME".into(), "CARE".into()]],
        size_penalty: Some(SizePenalty {
            services: vec!["HOME".into()],
            above_places: 3,
            eur_per_place_year: 100.0,
        }),
        locks: vec![
            Lock {
                candidate: "k4".into(),
                service: None,
                places: None,
                must: LockState::Closed,
            },
            Lock {
                candidate: "k1".into(),
                service: Some("DAY".into()),
                places: Some(10),
                must: LockState::Open,
            },
        ],
        funds: vec![FundOverride {
            payer: Payer::State,
            territory: Some("R".into()),
            year: None,
            ceiling_eur: 15_000.0,
        }],
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

fn day() -> Service {
    Service {
        standard_min: 20.0,
        limit_min: 45.0,
        sizes: vec![5, 10],
        ..service("DAY", Delivery::Centre, "GRT")
    }
}

fn home() -> Service {
    Service {
        visits_per_year: Some(12.0),
        standard_min: 15.0,
        limit_min: 45.0,
        sizes: vec![4, 8],
        persons_per_place: 1.0,
        capital_per_place: Cents::from_eur(12_345.67),
        ..service("HOME", Delivery::Residential, "GRT")
    }
}

fn care() -> Service {
    Service {
        visits_per_year: None,
        standard_min: 15.0,
        limit_min: 30.0,
        sizes: vec![1, 2],
        hours_per_worker_week: Some(40.0),
        visit_hours: Some(1.0),
        capital_per_place: Cents::from_eur(1_000.0),
        place_per_year: Cents::from_eur(15_000.0),
        site_per_year: Cents::from_eur(500.0),
        staff_per_place: 1.0,
        max_per_site: None,
        ..service("CARE", Delivery::Mobile, "FT")
    }
}

fn service(id: &str, delivery: Delivery, group: &str) -> Service {
    Service {
        id: id.into(),
        name_lv: id.into(),
        name_en: id.into(),
        target_groups: vec![group.into()],
        delivery,
        profile: "car".into(),
        visits_per_year: Some(100.0),
        standard_min: 0.0,
        limit_min: 0.0,
        sizes: Vec::new(),
        persons_per_place: 1.2,
        hours_per_worker_week: None,
        visit_hours: None,
        capital_per_place: Cents::from_eur(10_000.0),
        site_per_year: Cents::from_eur(3_000.0),
        place_per_year: Cents::from_eur(2_000.0),
        staff_per_place: 0.3,
        min_occupancy: 0.5,
        max_per_site: Some(12),
        unmet: Cents::from_eur(12_000.0),
        source: String::new(),
        line: 2,
    }
}

/// Why nothing opens: k3 no partner, k4 locked, k5 refused, k6 too small, k7
/// too few people, k8 costlier.
fn candidates() -> Vec<Candidate> {
    vec![
        Candidate {
            site_capital: Cents::from_eur(30_000.0),
            max_places: Some(14),
            ..candidate("k1", "a", "A1", "A", &["DAY", "HOME"])
        },
        Candidate {
            expands: Some("s1".into()),
            capital_factor: 1.1,
            ..candidate("k2", "b", "B", "A", &[])
        },
        candidate("k3", "c", "C", "C", &["HOME"]),
        candidate("k4", "a", "A1", "A", &[]),
        candidate("k5", "b", "B", "B", &["CARE"]),
        Candidate {
            max_places: Some(2),
            ..candidate("k6", "a", "A", "A", &["HOME"])
        },
        candidate("k7", "c", "C", "C", &["DAY"]),
        candidate("k8", "b", "B", "B", &["HOME"]),
        candidate("k9", "a", "A", "A", &["CARE"]),
    ]
}

fn candidate(id: &str, place: &str, host: &str, owner: &str, services: &[&str]) -> Candidate {
    Candidate {
        id: id.into(),
        name: format!("Vieta {id}"),
        place: Some(place.into()),
        at: None,
        host: host.into(),
        owner: owner.into(),
        expands: None,
        services: services.iter().map(|id| ServiceId::from(*id)).collect(),
        site_capital: Cents::ZERO,
        capital_factor: 1.0,
        max_places: None,
        flags: Vec::new(),
        source: String::new(),
        line: 2,
    }
}

fn travel() -> Vec<TravelRow> {
    let near = [
        ("a", "a", 600, 5_000),
        ("b", "b", 300, 2_000),
        ("c", "c", 0, 0),
    ];
    let far = [
        ("a", "b", 1_800, 30_000),
        ("a", "c", 3_600, 60_000),
        ("b", "c", 3_600, 50_000),
    ];
    let row = |from: &str, to: &str, seconds, metres, profile: &str| TravelRow {
        from: from.into(),
        to: to.into(),
        seconds: Some(seconds),
        metres: Some(metres),
        profile: profile.into(),
        line: 2,
    };
    let there = near
        .iter()
        .chain(&far)
        .map(|&(from, to, s, m)| row(from, to, s, m, "car"));
    let back = far.iter().map(|&(to, from, s, m)| row(from, to, s, m, ""));
    // The site's own row goes before that of its place.
    there
        .chain(back)
        .chain([row("b", "s1", 125, 1_000, "")])
        .collect()
}

fn territory(id: &str, kind: TerritoryKind, parent: Option<&str>) -> Territory {
    Territory {
        id: id.into(),
        name_lv: id.into(),
        name_en: id.into(),
        kind,
        parent: parent.map(TerritoryId::from),
        valid_from: None,
        valid_to: Some(date(2021, 6, 30)),
        successors: Vec::new(),
        line: 2,
    }
}

fn partner(territory: &str) -> Partner {
    Partner {
        territory: territory.into(),
        status: PartnerStatus::Agreement,
        date: Some(date(2016, 5, 1)),
        source: String::new(),
        line: 2,
    }
}

fn wish(territory: &str, service: &str, stance: Stance, own_eur: Option<i64>) -> Wish {
    Wish {
        territory: territory.into(),
        service: service.into(),
        stance,
        own_money: own_eur.map(|eur| Cents(eur * 100)),
        note: String::new(),
        source: String::new(),
        line: 2,
    }
}

fn place(id: &str, territory: &str, population: u32) -> Place {
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
        line: 2,
    }
}

fn residents(territory: &str, year: i32, sex: &str, persons: u32) -> Population {
    Population {
        territory: territory.into(),
        year,
        sex: sex.into(),
        age_from: None,
        age_to: None,
        target_group: None,
        persons,
        source: String::new(),
        line: 2,
    }
}

fn need(area: NeedArea, group: &str, service: &str, persons: u32, hours: Option<f64>) -> Need {
    Need {
        area,
        target_group: group.into(),
        service: service.into(),
        persons,
        hours_per_week: hours,
        year: None,
        scenario: String::new(),
        source: String::new(),
        line: 2,
    }
}

fn offer(service: &str, places: u32, taken: u32, until_year: Option<i32>) -> Offer {
    Offer {
        site: "s1".into(),
        service: service.into(),
        places,
        places_taken: taken,
        payer: Payer::Municipality("B".into()),
        funded_by: String::new(),
        until_year,
        source: String::new(),
        line: 2,
    }
}

fn scheme(id: &str, eligible_share: f64, eu: f64, state: f64, municipality: f64) -> Scheme {
    Scheme {
        id: id.into(),
        services: Vec::new(),
        partners_only: false,
        eligible_share,
        eu,
        state,
        municipality,
        running_until_year: None,
        line: 2,
    }
}

fn fund(payer: Payer, territory: Option<&str>, eur: i64) -> Fund {
    Fund {
        payer,
        territory: territory.map(TerritoryId::from),
        year: None,
        ceiling: Cents(eur * 100),
        line: 2,
    }
}

/// What each fault of a verdict is about: key and `figure`, where it has one.
#[allow(dead_code)]
pub fn faults(region: &Region, plan: &Plan) -> Vec<String> {
    let verdict = verify::verify(region, plan);
    let faults = verdict.checks.iter().flat_map(|check| &check.faults);
    faults
        .map(|fault| {
            let args: BTreeMap<_, _> = fault.args.iter().cloned().collect();
            match args.get("figure") {
                Some(Arg::Text(figure)) => format!("{} {figure}", fault.key),
                _ => fault.key.clone(),
            }
        })
        .collect()
}
