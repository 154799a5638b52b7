//! The package's own format: what is written is read, what is faulty is told.

use proptest::prelude::*;
use siting::formats::instance::{Fault, SCHEMA, fingerprint, from_json, to_json};
use siting::instance::*;

const PAGE: &str = include_str!("../../../docs/siting-instance.md");

/// The example of the page that describes the format.
fn example() -> &'static str {
    let (_, rest) = PAGE.split_once("```json\n").unwrap();
    rest.split_once("```").unwrap().0
}

fn told(json: &str) -> Vec<String> {
    let faults = from_json(json.as_bytes()).unwrap_err();
    faults.iter().map(Fault::to_string).collect()
}

#[test]
fn the_example_of_the_page_is_read_and_costs_what_the_page_says() {
    let instance = from_json(example().as_bytes()).unwrap();
    assert_eq!(instance.demands.len(), 3);
    assert_eq!(instance.ceilings, [Ceiling { cents: 2000 }]);
    let mut solution = Solution::nothing(&instance);
    solution.open[1] = Some(Opened {
        level: 1,
        payment: 0,
    });
    solution.site_payment[0] = Some(0);
    solution.flow = vec![2, 2, 2, 0];
    solution.unmet = vec![0, 0, 2];
    assert_eq!(solution.faults(&instance), []);
    assert_eq!(solution.cost(&instance), 2420);
    assert!(PAGE.contains("= 2420, the least"));
}

#[test]
fn no_answer_to_the_example_costs_less() {
    use siting::solver::{Control, SolveOptions, Solver};
    let instance = from_json(example().as_bytes()).unwrap();
    let options = SolveOptions {
        gap: 0.0,
        time_limit_s: None,
        work_limit: None,
    };
    let outcome =
        siting::engine::Engine.solve(&instance, &options, None, &mut |_| Control::Continue);
    assert_eq!(outcome.unwrap().objective, 2420);
}

#[test]
fn the_canonical_form_has_one_row_a_line_and_no_defaults() {
    let instance = from_json(example().as_bytes()).unwrap();
    let json = to_json(&instance);
    let lines: Vec<&str> = json.lines().collect();
    assert_eq!(
        lines[..4],
        [
            "{",
            &format!("\"schema\":\"{SCHEMA}\","),
            "\"demands\":[",
            "{\"persons\":4,\"unmet_cost\":900},"
        ]
    );
    assert!(json.contains("\n[0,1,10,1],\n"));
    assert!(!json.contains("\"phase\"") && !json.contains("false"));
    assert!(json.ends_with("]}\n"));
    assert!(!to_json(&Instance::default()).contains("locks"));
}

#[test]
fn the_fingerprint_is_the_sum_of_the_canonical_form() {
    // printf '{\n"schema":"tuvak-siting-instance/1",\n"demands":[],\n"sites":[],\n"facilities":[],\n"arcs":[]}\n' | sha256sum
    let nothing = Instance::default();
    assert_eq!(to_json(&nothing).len(), 92);
    assert_eq!(
        fingerprint(&nothing),
        "be8797f1ef5584ec3b155372b3e319b800c30f337d398d61e2010acb8aa48559"
    );
    let other = Instance {
        ceilings: vec![Ceiling { cents: 1 }],
        ..nothing.clone()
    };
    assert_ne!(fingerprint(&other), fingerprint(&nothing));
}

#[test]
fn all_faults_are_told_at_once_with_path_and_remedy() {
    let told = told(
        r#"{"schema": "tuvak-siting-instance/2", "demands": [{"persons": -1}, {"persons": 1.5, "unmet": 3}, {}],
            "sites": "none", "facilities": [{"existing": [1], "site": 0}, {"site": 0}],
            "arcs": [[0, 0, 1]], "arcs": [], "locks": [{"site": 0}], "colour": 1}"#,
    );
    assert_eq!(
        told,
        [
            "$.schema: \"tuvak-siting-instance/2\" is not \"tuvak-siting-instance/1\"; write one",
            "$.demands[0].persons: -1 is not within 0 to 4294967295; correct it",
            "$.demands[1].unmet: there is no such field; remove or rename it",
            "$.demands[1].persons: 1.5 is not a whole number; write one",
            "$.demands[2].persons: the field is missing; add it",
            "$.sites: \"none\" is not a list; write one",
            "$.facilities[0]: a facility has `existing`, or `site` and `levels`; give one of them",
            "$.facilities[1].levels: the field is missing; add it",
            "$.arcs[0]: a list is not a list of 4 whole numbers; write one",
            "$.arcs: the field stands there twice; keep one",
            "$.locks[0].open: the field is missing; add it",
            "$.colour: there is no such field; remove or rename it",
        ]
    );
}

#[test]
fn parts_that_do_not_fit_each_other_are_told_at_once() {
    let told = told(
        r#"{"schema": "tuvak-siting-instance/1", "demands": [{"persons": 1}, {"persons": 1, "state": 1}],
            "sites": [{}], "facilities": [{"existing": [1]}, {"site": 3, "levels": [{"payments": [{"draws": [[2, 1]]}]}]}],
            "arcs": [[0, 9, 1, 1], [0, 1, 1, 1], [0, 1, 1, 1], [7, 0, 1, 1]],
            "apart": [[0, 1]], "locks": [{"facility": 1, "level": 4, "open": true}],
            "onward": [[1, 1], [1, 0], [5, 0]]}"#,
    );
    assert_eq!(
        told,
        [
            "$.facilities[1].site: 3 points to nothing, as sites has 1; count from 0",
            "$.facilities[1].levels[0].payments[0].draws[0][0]: 2 points to nothing, as ceilings has 0; count from 0",
            "$.arcs[0][1]: 9 points to nothing, as facilities has 2; count from 0",
            "$.arcs[1]: rows must rise and none stand twice; sort them",
            "$.arcs[2]: rows must rise and none stand twice; sort them",
            "$.arcs[3][0]: 7 points to nothing, as demands has 2; count from 0",
            "$.apart[0]: not two new facilities of one site; name such or remove the pair",
            "$.locks[0].level: 4 points to nothing, as levels has 1; count from 0",
            "$.onward[0][1]: not another demand of the same state; name such a one",
            "$.onward[1]: rows must rise and none stand twice; sort them",
            "$.onward[1][1]: not another demand of the same state; name such a one",
            "$.onward[2][0]: 5 points to nothing, as arcs has 4; count from 0",
        ]
    );
}

#[test]
fn what_would_not_add_up_exactly_is_refused() {
    let told = told(
        r#"{"schema": "tuvak-siting-instance/1", "demands": [{"persons": 4294967295, "unmet_cost": 1000000}],
            "sites": [], "facilities": [{"existing": [9]}], "arcs": [[0, 0, 1, 4000000]]}"#,
    );
    assert_eq!(told.len(), 2);
    assert!(told[0].starts_with("$: adds up to more than 4000000000000000"));
}

#[test]
fn what_is_no_json_is_told_with_its_line() {
    assert!(told("{\n\"schema\": \0}")[0].contains("line 2"));
    assert!(told("[]")[0].starts_with("$: not JSON (invalid type"));
    assert!(told("")[0].contains("EOF"));
    assert!(told(&"[".repeat(100_000))[0].contains("$"));
}

#[test]
fn a_cut_file_is_refused_and_never_panics() {
    let json = example().trim_end();
    for end in 0..json.len() - 1 {
        if json.is_char_boundary(end) {
            assert!(from_json(&json.as_bytes()[..end]).is_err());
        }
    }
}

fn money() -> impl Strategy<Value = i64> {
    prop_oneof![Just(0), 0..1_000_000i64]
}

fn payment(ceilings: usize) -> impl Strategy<Value = Payment> {
    let draws = proptest::collection::vec((0..ceilings.max(1), money()), 0..3);
    (0..3usize, draws, money()).prop_map(move |(scheme, draws, municipal)| Payment {
        scheme,
        draws: if ceilings == 0 { Vec::new() } else { draws },
        municipal,
    })
}

fn level(ceilings: usize) -> impl Strategy<Value = Level> {
    let windows = proptest::collection::vec((0..9i64, 0..99i64), 0..3);
    let payments = proptest::collection::vec(payment(ceilings), 1..3);
    (0..9u32, windows, 0..3usize, money(), payments).prop_map(
        |(places, windows, phase, fixed_cost, payments)| Level {
            places,
            windows: windows
                .into_iter()
                .map(|(min_load, capacity)| Window { min_load, capacity })
                .collect(),
            phase,
            fixed_cost,
            payments,
        },
    )
}

prop_compose! {
    fn any_instance()(
        demands in proptest::collection::vec((any::<u16>(), proptest::option::of(money()), any::<bool>(), 0..2usize), 1..6),
        ceilings in proptest::collection::vec(money(), 0..3),
    )(
        sites in proptest::collection::vec((proptest::collection::vec((money(), proptest::collection::vec(payment(ceilings.len()), 0..3)), 0..3), proptest::option::of(any::<u32>())), 1..4),
        existing in proptest::collection::vec(proptest::collection::vec(money(), 0..3), 0..3),
        new in proptest::collection::vec((any::<prop::sample::Index>(), proptest::collection::vec(level(ceilings.len()), 0..3)), 1..5),
        arcs in proptest::collection::btree_map((any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(a, b)| (a.index(6), b.index(7))), (money(), 0..9i64), 0..20),
        locks in proptest::collection::vec((any::<bool>(), any::<prop::sample::Index>(), any::<bool>()), 0..3),
        leads in any::<bool>(),
        demands in Just(demands),
        ceilings in Just(ceilings),
    ) -> Instance {
        let mut facilities: Vec<Facility> = existing.into_iter()
            .map(|capacity| Facility { kind: FacilityKind::Existing { capacity } })
            .collect();
        facilities.extend(new.into_iter().map(|(site, levels)| Facility {
            kind: FacilityKind::New { site: site.index(sites.len()), levels },
        }));
        let demands: Vec<Demand> = demands.into_iter().map(|(persons, unmet_cost, single_source, state)| Demand {
            persons: persons.into(), unmet_cost, single_source, state,
        }).collect();
        let arcs: Vec<Arc> = arcs.into_iter()
            .filter(|((demand, facility), _)| *demand < demands.len() && *facility < facilities.len())
            .map(|((demand, facility), (cost, load))| Arc { demand, facility, cost, load })
            .collect();
        let locks = locks.into_iter().map(|(site, at, open)| if site {
            Lock::Site { site: at.index(sites.len()), open }
        } else {
            Lock::Facility { facility: at.index(facilities.len()), level: None, open }
        }).collect();
        let onward = arcs.iter().enumerate().filter(|(_, arc)| {
            leads && arc.demand > 0 && demands[arc.demand].state == demands[0].state
        }).map(|(arc, _)| Onward { arc, demand: 0 }).collect();
        let site = |of: &Facility| match of.kind { FacilityKind::New { site, .. } => Some(site), _ => None };
        let apart = (1..facilities.len())
            .map(|b| (b - 1, b))
            .filter(|&(a, b)| site(&facilities[a]).is_some() && site(&facilities[a]) == site(&facilities[b]))
            .collect();
        Instance {
            demands,
            facilities,
            sites: sites.into_iter().map(|(openings, max_places)| Site {
                openings: openings.into_iter().map(|(fixed_cost, payments)| Opening { fixed_cost, payments }).collect(),
                max_places,
            }).collect(),
            arcs,
            ceilings: ceilings.into_iter().map(|cents| Ceiling { cents }).collect(),
            apart,
            locks,
            onward,
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(instance in any_instance()) {
        let json = to_json(&instance);
        prop_assert_eq!(&from_json(json.as_bytes()).unwrap(), &instance);
        // Other spacing is the same instance and so has the same fingerprint.
        let spaced = json.replace(',', " ,\n ");
        let again = from_json(spaced.as_bytes()).unwrap();
        prop_assert_eq!(fingerprint(&again), fingerprint(&instance));
    }

    #[test]
    fn changed_bytes_never_panic(instance in any_instance(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut json = to_json(&instance).into_bytes();
        let at = at.index(json.len());
        json[at] = byte;
        let _ = from_json(&json);
    }
}
