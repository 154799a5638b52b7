//! A made-up region of eight municipalities and a plan of twelve measures: long
//! names, none, one and many of everything.

use domain::plan::*;
use domain::*;
use jiff::civil::date;

const NAMES: [(&str, &str); 8] = [
    (
        "Ziemeļaustrumkurzemes novads",
        "North-East Kurzeme Municipality",
    ),
    ("Ģibuļu novads", "Ģibuļi Municipality"),
    (
        "Dienvidrietumu piekrastes apvienotais novads",
        "South-West Coast United Municipality",
    ),
    ("Šķēdes novads", "Šķēde Municipality"),
    ("Ķūļciema valstspilsēta", "Ķūļciems State City"),
    ("Ēdoles novads", "Ēdole Municipality"),
    ("Žagatu novads", "Žagatas Municipality"),
    ("Upe", "Upe"),
];
const SERVICES: [(&str, &str, &str, Delivery); 7] = [
    (
        "GROUP_HOME_CARE",
        "grupu māja (dzīvoklis) ar sociālo aprūpi",
        "group home (apartment) with social care",
        Delivery::Residential,
    ),
    (
        "DAC_GRT",
        "dienas aprūpes centrs pilngadīgām personām ar garīga rakstura traucējumiem",
        "day care centre for adults with mental disorders",
        Delivery::Centre,
    ),
    (
        "WORKSHOP",
        "specializētās darbnīcas",
        "specialised workshops",
        Delivery::Centre,
    ),
    ("HOME_CARE", "aprūpe mājās", "home care", Delivery::Mobile),
    (
        "RESPITE_FT",
        "atelpas brīdis bērniem ar funkcionāliem traucējumiem",
        "respite care for children with functional disorders",
        Delivery::Centre,
    ),
    (
        "FAMILY_LIKE",
        "ģimeniskai videi pietuvināts pakalpojums",
        "family-like care",
        Delivery::Residential,
    ),
    (
        "REHAB_FT",
        "sociālās rehabilitācijas pakalpojumi bērnam",
        "social rehabilitation of a child",
        Delivery::Centre,
    ),
];

fn eur(amount: f64) -> Cents {
    Cents::from_eur(amount)
}

fn both(lv: &str, en: &str) -> LocalText {
    LocalText {
        lv: lv.to_owned(),
        en: en.to_owned(),
    }
}

fn centre(index: usize) -> LatLon {
    LatLon {
        lat: 56.5 + 0.42 * (index / 4) as f64,
        lon: 21.3 + 0.45 * (index % 4) as f64,
    }
}

/// A box with bent sides.
fn outline(index: usize) -> Vec<LatLon> {
    let at = centre(index);
    let side = |from: (f64, f64), to: (f64, f64)| {
        (0..8).map(move |step| {
            let part = f64::from(step) / 8.0;
            let (lat, lon) = (
                from.0 + (to.0 - from.0) * part,
                from.1 + (to.1 - from.1) * part,
            );
            let bend = 0.02 * ((lat * 40.0).sin() + (lon * 30.0).cos());
            LatLon {
                lat: lat + bend,
                lon: lon + bend,
            }
        })
    };
    let (south, west, north, east) = (at.lat - 0.21, at.lon - 0.225, at.lat + 0.21, at.lon + 0.225);
    side((south, west), (south, east))
        .chain(side((south, east), (north, east)))
        .chain(side((north, east), (north, west)))
        .chain(side((north, west), (south, west)))
        .collect()
}

fn scenario() -> Scenario {
    Scenario {
        year: 2020,
        demand_scenario: String::new(),
        discount_rate: 0.04,
        building_life_years: 30.0,
        client_eur_per_hour: 4.5,
        family_eur_per_hour: 6.0,
        staff_eur_per_hour: 9.25,
        eur_per_km: 0.12,
        surcharge_eur_per_minute: 20.0,
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

fn service(index: usize) -> Service {
    let (id, name_lv, name_en, delivery) = SERVICES[index];
    let mobile = delivery == Delivery::Mobile;
    Service {
        id: id.into(),
        name_lv: name_lv.to_owned(),
        name_en: name_en.to_owned(),
        target_groups: vec!["GRT".into()],
        delivery,
        profile: "car".to_owned(),
        visits_per_year: (!mobile).then_some(100.0),
        standard_min: 30.0,
        limit_min: 60.0,
        sizes: vec![8, 16],
        persons_per_place: 1.0,
        hours_per_worker_week: mobile.then_some(36.0),
        visit_hours: mobile.then_some(2.0),
        capital_per_place: eur(25_000.0),
        site_per_year: eur(12_000.0),
        place_per_year: eur(9_000.0),
        staff_per_place: 0.4,
        min_occupancy: 0.7,
        max_per_site: Some(16),
        unmet: eur(20_000.0),
        source: String::new(),
        line: index as u32 + 2,
    }
}

pub fn region() -> Region {
    let mut territories: Vec<Territory> = NAMES
        .iter()
        .enumerate()
        .map(|(index, (lv, en))| Territory {
            id: format!("M{index}").into(),
            name_lv: (*lv).to_owned(),
            name_en: (*en).to_owned(),
            kind: if index == 4 {
                TerritoryKind::StateCity
            } else {
                TerritoryKind::Municipality
            },
            parent: None,
            valid_from: None,
            valid_to: (index == 7).then(|| date(2021, 6, 30)),
            successors: if index == 7 {
                vec!["M0".into()]
            } else {
                Vec::new()
            },
            line: index as u32 + 2,
        })
        .collect();
    territories.push(Territory {
        id: "P0".into(),
        name_lv: "Kaļķu pagasts".to_owned(),
        name_en: "Kaļķi Parish".to_owned(),
        kind: TerritoryKind::Parish,
        parent: Some("M0".into()),
        valid_from: None,
        valid_to: None,
        successors: Vec::new(),
        line: 10,
    });
    let places: Vec<Place> = (0..24)
        .map(|index| {
            let at = centre(index % 8);
            Place {
                id: format!("V{index}").into(),
                name: ["Ezerciems", "Vecpiebalgas Jaunmuiža", "Ķesteri"][index / 8].to_owned()
                    + &format!(" {index}"),
                territory: format!("M{}", index % 8).into(),
                at: LatLon {
                    lat: at.lat + 0.07 * (index / 8) as f64 - 0.05,
                    lon: at.lon + 0.06 * (index / 8) as f64 - 0.08,
                },
                population: Some(1_000 + 731 * index as u32),
                source: String::new(),
                line: index as u32 + 2,
            }
        })
        .collect();
    Region {
        info: RegionInfo {
            id: "kurzeme".to_owned(),
            name_lv: "Kurzemes plānošanas reģions".to_owned(),
            name_en: "Kurzeme planning region".to_owned(),
            currency: "EUR".to_owned(),
            plan_years: (2018, 2020),
            extent: None,
            sources: vec![
                ("boundaries".to_owned(), "Valsts zemes dienests, administratīvo teritoriju robežas, 2020, CC BY 4.0".to_owned()),
                ("needs".to_owned(), "https://www.example.org/individualo-vajadzibu-izvertesanas-rezultati/2019/kopsavilkums_pa_pasvaldibam.xlsx".to_owned()),
            ],
            assumptions: Vec::new(),
            about: vec![both(
                "Reģiona ekonomiku veido ostas, mežsaimniecība un pārtikas rūpniecība; bezdarbs ir lielāks nekā valstī vidēji.",
                "The economy rests on ports, forestry and food; unemployment is above the national mean.",
            )],
            notice: Some(both("Izdomāts paraugs.", "An invented sample.")),
        },
        scenario: scenario(),
        territories,
        partners: (0..7)
            .map(|index| Partner {
                territory: format!("M{index}").into(),
                status: if index == 3 { PartnerStatus::Intent } else { PartnerStatus::Agreement },
                date: None,
                source: String::new(),
                line: index as u32 + 2,
            })
            .collect(),
        wishes: Vec::new(),
        population: Vec::new(),
        services: (0..SERVICES.len()).map(service).collect(),
        needs: Vec::new(),
        bundles: Vec::new(),
        moves: Vec::new(),
        institutions: vec![Institution {
            id: "I1".into(),
            name: "VSAC “Kurzeme” filiāle “Ezerciems”".to_owned(),
            kind: "VSAC".to_owned(),
            at: centre(2),
            residents: Some(212),
            admissions_per_year: Some(11),
            waiting: Some(40),
            planned: Some(InstitutionPlan::Reorganised),
            source: String::new(),
            line: 2,
        }],
        sites: (0..6)
            .map(|index| Site {
                id: format!("S{index}").into(),
                name: format!("Sociālo pakalpojumu centrs “Saulgrieži {index}”"),
                place: Some(format!("V{index}").into()),
                at: None,
                host: format!("M{index}").into(),
                owner: format!("M{index}").into(),
                accessible: Some(true),
                source: String::new(),
                line: index + 2,
            })
            .collect(),
        offers: (0..9_u32)
            .map(|index| Offer {
                site: format!("S{}", index % 6).into(),
                service: SERVICES[index as usize % 5].0.into(),
                places: 10 + index,
                places_taken: 8 + index,
                payer: if index == 2 { Payer::State } else { Payer::Municipality(format!("M{}", index % 6).into()) },
                funded_by: String::new(),
                until_year: (index == 4).then_some(2022),
                source: String::new(),
                line: index + 2,
            })
            .collect(),
        candidates: (0..14_u32)
            .map(|index| Candidate {
                id: format!("C{index}").into(),
                name: format!("{} {index}", ["Draudzības iela", "Bijusī Ezerciema pamatskola", "Lielā iela"][index as usize % 3]),
                place: Some(format!("V{}", index + 5).into()),
                at: None,
                host: if index == 0 { "P0".into() } else { format!("M{}", (index + 5) % 8).into() },
                owner: format!("M{}", (index + 5) % 8).into(),
                expands: None,
                services: Vec::new(),
                site_capital: Cents::ZERO,
                capital_factor: 1.0,
                max_places: None,
                flags: Vec::new(),
                source: String::new(),
                line: index + 2,
            })
            .collect(),
        schemes: Vec::new(),
        funds: Vec::new(),
        obstacles: vec![Obstacle {
            territory: "P0".into(),
            target_group: None,
            to: ObstacleTo::General(GeneralServiceKind::Transport),
            text: both("Pēdējais autobuss uz novada centru atiet pulksten 16.10; brīvdienās satiksmes nav.", "The last bus leaves at 16.10; there is none at weekends."),
            severity: Severity::High,
            source: String::new(),
            line: 2,
        }],
        general_services: (0..12_usize)
            .map(|index| GeneralService {
                id: format!("G{index}").into(),
                kind: GeneralServiceKind::ALL[index % 5],
                name: format!("Iestāde {index}"),
                at: centre(index % 8),
                source: String::new(),
                line: index as u32 + 2,
            })
            .collect(),
        boundaries: (0..8)
            .map(|index| Boundary { id: format!("M{index}").into(), polygons: vec![vec![outline(index)]] })
            .collect(),
        travel: Vec::new(),
        places,
        fingerprint: "0123456789abcdef".repeat(4),
    }
}

fn minutes(mean: f64) -> Minutes {
    Minutes {
        mean,
        max: mean * 2.2,
        within_standard: 0.83,
    }
}

fn opening(index: usize) -> Opening {
    Opening {
        candidate: format!("C{}", index % 9).into(),
        service: SERVICES[index % 7].0.into(),
        places: 12,
    }
}

pub fn plan(region: &Region) -> Plan {
    let measures: Vec<Measure> = (0..12_u32)
        .map(|index| {
            let opening = opening(index as usize);
            let owner = Payer::Municipality(format!("M{}", (index + 5) % 8).into());
            let candidate = region.candidate(&opening.candidate).unwrap();
            Measure {
                name: candidate.name.clone(),
                host: candidate.host.clone(),
                owner: candidate.owner.clone(),
                candidate: opening.candidate,
                service: opening.service,
                places: if index == 3 { 1 } else { 8 + index },
                persons: if index == 3 { 1 } else { 8 + index },
                occupancy: 0.97,
                staff: 3.2 + f64::from(index),
                scheme: None,
                capital: eur(412_345.67),
                site_capital: Cents::ZERO,
                eligible: eur(400_000.0),
                running: eur(98_765.43),
                payments: vec![
                    Payment {
                        payer: Payer::Eu,
                        capital: eur(340_000.0),
                        running: Cents::ZERO,
                    },
                    Payment {
                        payer: Payer::State,
                        capital: eur(15_000.0),
                        running: Cents::ZERO,
                    },
                    Payment {
                        payer: owner,
                        capital: eur(57_345.67),
                        running: eur(98_765.43),
                    },
                ],
                minutes: minutes(11.4 + f64::from(index)),
                without: Some(Without {
                    objective: eur(4_300_000.0 + 10_000.0 * f64::from(index)),
                    bound: eur(4_290_000.0),
                    unmet_more: i64::from(index),
                    instead: if index == 3 {
                        Vec::new()
                    } else {
                        vec![self::opening(12)]
                    },
                }),
                year: None,
            }
        })
        .collect();
    let assignments: Vec<Assignment> = (0..60_u32)
        .map(|index| {
            let measure = &measures[index as usize % 12];
            Assignment {
                place: format!("V{}", (index * 5 + index / 12) % 24).into(),
                target_group: "GRT".into(),
                service: measure.service.clone(),
                hours_per_week: None,
                site: SiteRef::Candidate(measure.candidate.clone()),
                persons: 1 + index % 7,
                minutes: 13.25 + f64::from(index % 30),
                from: None,
            }
        })
        .collect();
    Plan {
        schema: SCHEMA.to_owned(),
        objective: eur(4_271_828.18),
        bound: eur(4_268_000.0),
        gap: 0.000_9,
        stop: Stop::Gap,
        options: PlanOptions {
            gap: 0.001,
            time_limit_s: None,
            work_limit: None,
            budget: None,
            explain: Explain::Full,
        },
        fingerprint: region.fingerprint.clone(),
        engine: Engine {
            name: "tuvak".to_owned(),
            version: "0.1.0".to_owned(),
            solver: "HiGHS 1.11".to_owned(),
        },
        region: RegionHead {
            id: region.info.id.clone(),
            name_lv: region.info.name_lv.clone(),
            name_en: region.info.name_en.clone(),
            year: 2020,
        },
        costs: Costs {
            capital: eur(286_000.0),
            sites: eur(144_000.0),
            places: eur(2_712_828.18),
            travel: eur(640_000.0),
            surcharge: eur(29_000.0),
            size_penalty: Cents::ZERO,
            unmet: eur(460_000.0),
            equity: Cents::ZERO,
            change: Cents::ZERO,
        },
        payments: vec![
            Payment {
                payer: Payer::Eu,
                capital: eur(4_080_000.0),
                running: Cents::ZERO,
            },
            Payment {
                payer: Payer::State,
                capital: eur(180_000.0),
                running: eur(12.0),
            },
            Payment {
                payer: Payer::Municipality("M0".into()),
                capital: eur(688_148.04),
                running: eur(1_185_185.16),
            },
        ],
        offers: vec![OfferUse {
            site: "S0".into(),
            service: "GROUP_HOME_CARE".into(),
            free_places: 2,
            persons: 2,
            running: eur(18_000.0),
            payer: Payer::Municipality("M0".into()),
            minutes: minutes(9.0),
        }],
        unmet: vec![
            Unmet {
                place: "V3".into(),
                target_group: "GRT".into(),
                service: "DAC_GRT".into(),
                hours_per_week: None,
                persons: 1,
                reason: UnmetReason::BeyondLimit,
                from: None,
            },
            Unmet {
                place: "V17".into(),
                target_group: "FT".into(),
                service: "HOME_CARE".into(),
                hours_per_week: Some(4.0),
                persons: 22,
                reason: UnmetReason::NotWorthwhile,
                from: None,
            },
        ],
        rejected: vec![
            Rejected {
                candidate: "C9".into(),
                reason: RejectedReason::Costlier,
                forced_more: Some(eur(31_415.92)),
            },
            Rejected {
                candidate: "C10".into(),
                reason: RejectedReason::NotPartner,
                forced_more: None,
            },
            Rejected {
                candidate: "C11".into(),
                reason: RejectedReason::TooFewPeople,
                forced_more: None,
            },
        ],
        services: SERVICES
            .iter()
            .enumerate()
            .map(|(index, (id, ..))| ServiceTotal {
                service: (*id).into(),
                needed: 40 + index as u32,
                served_existing: 2,
                served_new: 30 + index as u32,
                unmet: if index == 0 { 0 } else { 8 },
                places_new: 34,
                capital: eur(1_234_567.0),
                running: eur(345_678.0),
                minutes: minutes(14.0 + index as f64),
                minutes_before: (index != 5).then(|| minutes(31.0 + 3.0 * index as f64)),
                within_limit_before: 21,
            })
            .collect(),
        municipalities: (0..8_u32)
            .map(|index| MunicipalityTotal {
                territory: format!("M{index}").into(),
                population: Some(3_000 + 4_321 * index),
                needs: 30 + index,
                needs_per_1000: Some(3.25),
                served: 28,
                served_at_home: 14,
                unmet: 2 + index,
                served_others: 9,
                places_new: 12,
                capital: eur(86_018.5),
                running: eur(148_148.15),
                minutes: minutes(17.0),
            })
            .collect(),
        people_reached: Range {
            at_least: 180,
            at_most: 231,
        },
        wishes: vec![
            WishOutcome {
                territory: "M2".into(),
                service: "DAC_GRT".into(),
                stance: Stance::Wants,
                met: true,
                own_money: Some(eur(50_000.0)),
                asked: eur(57_345.67),
            },
            WishOutcome {
                territory: "M4".into(),
                service: "FAMILY_LIKE".into(),
                stance: Stance::Refuses,
                met: true,
                own_money: None,
                asked: Cents::ZERO,
            },
        ],
        findings: vec![Finding {
            rule: "R09".to_owned(),
            level: Level::Error,
            message: Message::new("report-point-near").with("share", "12 %"),
            basis: "Sociālo pakalpojumu un sociālās palīdzības likums, 2002".to_owned(),
            rows: vec![RowRef {
                file: "candidates.csv".to_owned(),
                line: 7,
            }],
        }],
        sensitivity: vec![Sensitivity {
            figure: "scenario.surcharge_eur_per_minute".to_owned(),
            reason: both(
                "Publicēta skaitļa nav; izvēlēts tā, lai desmit minūtes maksātu tikpat, cik viena stunda darba nedēļā.",
                "Nothing is published; ten minutes cost as much as an hour of work a week.",
            ),
            runs: vec![
                SensitivityRun {
                    factor: 0.5,
                    objective: eur(4_200_000.0),
                    bound: eur(4_198_000.0),
                    stays: (0..10).map(opening).collect(),
                    leaves: (10..12).map(opening).collect(),
                    enters: vec![opening(13)],
                },
                SensitivityRun {
                    factor: 2.0,
                    objective: eur(4_400_000.0),
                    bound: eur(4_398_000.0),
                    stays: (0..12).map(opening).collect(),
                    leaves: Vec::new(),
                    enters: Vec::new(),
                },
            ],
        }],
        more_money: Some(MoreMoney {
            extra: eur(100_000.0),
            objective: eur(4_240_000.0),
            bound: eur(4_239_000.0),
            unmet_fewer: 3,
        }),
        notes: vec![
            Message::new("report-point-more-money")
                .with("extra", 5)
                .with("saving", 3),
        ],
        assignments,
        measures,
        states: Vec::new(),
        spread: None,
        equity: None,
        change: None,
    }
}

/// What the public edition receives: rounded counts, nobody's way.
pub fn published(mut plan: Plan, mut region: Region) -> (Plan, Region) {
    plan.assignments.clear();
    plan.unmet.clear();
    for row in &mut plan.measures {
        row.persons = row.persons / 5 * 5;
        row.occupancy = 0.0;
        row.minutes = Minutes::default();
        row.without = None;
    }
    for row in &mut plan.services {
        row.minutes = Minutes::default();
        row.minutes_before = None;
        row.within_limit_before = 0;
    }
    for row in &mut plan.municipalities {
        row.minutes = Minutes::default();
        (row.served_at_home, row.served_others) = (0, 0);
    }
    for row in &mut plan.offers {
        row.minutes = Minutes::default();
        row.free_places = 0;
    }
    plan.more_money = None;
    plan.fingerprint.clear();
    plan.costs.travel = Cents::ZERO;
    region.needs.clear();
    for row in &mut region.offers {
        row.places_taken = 0;
    }
    (plan, region)
}
