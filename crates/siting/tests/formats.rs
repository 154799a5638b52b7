//! Files of public benchmarks become the instances that they state.

use siting::formats::{Choice, Expected, Format, FormatError, Found, Options, Sense, Stated, read};
use siting::instance::{Arc, FacilityKind, Instance, Solution, Window};
use std::fs;
use std::path::Path;

const NONE: Options = Options {
    capacity: None,
    splittable: false,
    radius: None,
    p: None,
};

fn stated(format: Format, file: &str, options: &Options) -> Stated {
    read(format, file.as_bytes(), options).unwrap()
}

#[track_caller]
fn refused(format: Format, file: &str, options: &Options, words: &str) {
    let error = read(format, file.as_bytes(), options).unwrap_err();
    assert!(error.to_string().contains(words), "{error}");
}

/// A file of the benchmarks at hand, if they are.
fn shared(file: &str) -> Option<Vec<u8>> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/instances"
    );
    let file = Path::new(folder).join(file);
    let bytes = fs::read(&file).ok();
    if bytes.is_none() {
        println!("skipped: there is no {}", file.display());
    }
    bytes
}

/// Costs of the arcs, by demand.
fn costs(instance: &Instance) -> Vec<Vec<i64>> {
    let by_demand = instance.arcs.chunk_by(|a, b| a.demand == b.demand);
    by_demand
        .map(|arcs| arcs.iter().map(|arc| arc.cost).collect())
        .collect()
}

fn window(instance: &Instance, facility: usize) -> Window {
    instance.levels(facility)[0].windows[0]
}

const CAP: &str = "2 3\n 10 7.5\n 12 8.\n 4\n 8.0 6\n 2\n 1 3\n 3\n 10 9\n";

#[test]
fn capacitated_location_has_as_many_persons_as_units_of_demand() {
    let stated = stated(Format::OrlibCap, CAP, &NONE);
    let instance = &stated.instance;
    let persons: Vec<u32> = instance
        .demands
        .iter()
        .map(|demand| demand.persons)
        .collect();
    assert_eq!(persons, [4, 2, 3]);
    assert_eq!(
        window(instance, 1),
        Window {
            min_load: 0,
            capacity: 12
        }
    );
    // 10 / 3 has no end: the scale is the largest that fits, and the error is told.
    assert_eq!(stated.scale, 1e14);
    assert_eq!(
        costs(instance)[0],
        [200_000_000_000_000, 150_000_000_000_000]
    );
    assert_eq!(costs(instance)[2][0], 333_333_333_333_333);
    assert!(stated.error > 0.0 && stated.error < 1e-12);
    assert_eq!(stated.sites, [1, 2]);
    let mut all_at_one = Solution::nothing(instance);
    all_at_one.open[1] = Some(siting::instance::Opened {
        level: 0,
        payment: 0,
    });
    all_at_one.unmet = vec![0; 3];
    all_at_one.flow = vec![0, 4, 0, 2, 0, 3];
    assert_eq!(all_at_one.faults(instance), []);
    assert_eq!(
        stated.objective(all_at_one.cost(instance)),
        8.0 + 6.0 + 3.0 + 9.0
    );
}

#[test]
fn a_capacity_that_the_file_leaves_open_is_asked_for_and_no_other() {
    let file = CAP
        .replace(" 10 7.5", " capacity 7.5")
        .replace(" 12 8.", " capacity 8.");
    refused(Format::OrlibCap, &file, &NONE, "--capacity is needed");
    let options = Options {
        capacity: Some(9.5),
        ..NONE
    };
    assert_eq!(
        window(&stated(Format::OrlibCap, &file, &options).instance, 0).capacity,
        9
    );
    refused(
        Format::OrlibCap,
        CAP,
        &options,
        "--capacity is not for orlib-cap",
    );
    // Without capacities there is nothing to ask.
    assert_eq!(
        stated(Format::UflpOrlib, &file, &NONE),
        stated(Format::UflpOrlib, CAP, &NONE)
    );
}

#[test]
fn without_capacities_a_customer_is_one_person_and_costs_are_exact() {
    let stated = stated(Format::UflpOrlib, CAP, &NONE);
    assert_eq!(stated.scale, 10.0);
    assert_eq!(stated.error, 0.0);
    assert_eq!(costs(&stated.instance), [[80, 60], [10, 30], [100, 90]]);
    assert_eq!(window(&stated.instance, 0).capacity, 3);
    assert_eq!(stated.instance.levels(0)[0].fixed_cost, 75);
}

#[test]
fn the_simple_format_has_a_row_a_site() {
    let file = "FILE: two words\n2 3 0\n1 100 1 2 3\n2 200 4 5 6\n";
    let stated = stated(Format::UflpSimple, file, &NONE);
    assert_eq!(costs(&stated.instance), [[1, 4], [2, 5], [3, 6]]);
    assert_eq!(stated.instance.levels(1)[0].fixed_cost, 200);
    refused(
        Format::UflpSimple,
        &file[..file.len() - 2],
        &NONE,
        "line 4: expected a number from 0 up, found the end of the file",
    );
}

#[test]
fn a_repeated_edge_keeps_its_last_length_whichever_way_it_is_told() {
    let file = "4 5 2\n1 2 3\n2 3 9\n3 2 4\n3 4 1\n1 2 5\n";
    let stated = stated(Format::OrlibPmed, file, &NONE);
    assert_eq!(
        costs(&stated.instance),
        [[0, 5, 9, 10], [5, 0, 4, 5], [9, 4, 0, 1], [10, 5, 1, 0]]
    );
    assert_eq!(stated.instance.ceilings[0].cents, 2);
    assert!(
        stated
            .instance
            .demands
            .iter()
            .all(|demand| demand.unmet_cost.is_none() && demand.persons == 1)
    );
}

#[test]
fn nodes_that_are_not_connected_serve_each_other_not() {
    let stated = stated(Format::OrlibPmed, "5 2 3\n5 1 3\n2 4 1\n", &NONE);
    let pairs: Vec<_> = stated
        .instance
        .arcs
        .iter()
        .map(|arc| (arc.demand, arc.facility))
        .collect();
    assert_eq!(
        pairs,
        [
            (0, 0),
            (0, 4),
            (1, 1),
            (1, 3),
            (2, 2),
            (3, 1),
            (3, 3),
            (4, 0),
            (4, 4)
        ]
    );
}

#[test]
fn capacitated_medians_are_straight_rounded_down_ways_apart() {
    let stated = stated(
        Format::OrlibPmedcap,
        "1 9\n3 1 20\n1 0 0 5\n2 3 4 6\n3 1 1 7\n",
        &NONE,
    );
    assert_eq!(costs(&stated.instance), [[0, 5, 1], [5, 0, 3], [1, 3, 0]]);
    assert_eq!(
        stated.instance.arcs[5],
        Arc {
            demand: 1,
            facility: 2,
            cost: 3,
            load: 6
        }
    );
    assert!(stated.instance.demands[0].single_source);
    assert_eq!(window(&stated.instance, 2).capacity, 20);
}

const SITES_FIRST: &str = "2 3\n 10 100\n 12 110\n 4 5 6\n 1 2 3\n 7 8 9\n";
const COSTS_FIRST: &str = "3 2\n 1.00 7.00\n 2 8\n 3 9\n 4 5 6\n 100 110\n 10 12\n\x1a";

#[test]
fn both_layouts_of_single_source_location_state_the_same() {
    let first = stated(Format::Holmberg, SITES_FIRST, &NONE);
    assert_eq!(costs(&first.instance), [[1, 7], [2, 8], [3, 9]]);
    assert_eq!(
        first.instance.arcs[2],
        Arc {
            demand: 1,
            facility: 0,
            cost: 2,
            load: 5
        }
    );
    assert!(first.instance.demands[0].single_source);
    assert_eq!(window(&first.instance, 1).capacity, 12);
    assert_eq!(stated(Format::SscflpDf, COSTS_FIRST, &NONE), first);
    // The layout is known by how many numbers there are.
    assert_eq!(stated(Format::Holmberg, COSTS_FIRST, &NONE), first);
    assert_eq!(stated(Format::SscflpDf, SITES_FIRST, &NONE), first);
}

#[test]
fn costs_of_the_test_bed_are_those_of_a_unit() {
    let file = "2 3\n\n4\t5\t6\n10\t12\n100.5\t110\n1.25\t2\t3\n7\t8\t9\n";
    let single = stated(Format::Tbed, file, &NONE);
    assert_eq!(single.scale, 100.0);
    assert_eq!(single.error, 0.0);
    assert_eq!(
        costs(&single.instance),
        [[500, 2800], [1000, 4000], [1800, 5400]]
    );
    assert_eq!(single.instance.arcs[0].load, 4);
    let options = Options {
        splittable: true,
        ..NONE
    };
    let divided = stated(Format::Tbed, file, &options);
    assert_eq!(
        costs(&divided.instance),
        [[125, 700], [200, 800], [300, 900]]
    );
    assert_eq!(divided.instance.demands[2].persons, 6);
    assert!(!divided.instance.demands[2].single_source);
}

fn covering(file: &str, radius: f64, p: u32) -> Stated {
    let options = Options {
        radius: Some(radius),
        p: Some(p),
        ..NONE
    };
    stated(Format::Mclp, file, &options)
}

/// Demand and sites that cover it.
fn covers(stated: &Stated) -> Vec<(u32, Vec<usize>)> {
    let arcs = stated.instance.arcs.chunk_by(|a, b| a.demand == b.demand);
    let demands = &stated.instance.demands;
    arcs.map(|arcs| {
        (
            demands[arcs[0].demand].persons,
            arcs.iter().map(|arc| arc.facility).collect(),
        )
    })
    .collect()
}

#[test]
fn sites_cover_customers_within_the_radius() {
    let file = "2\t3\t\r\nF\t7\t0\t0\t1\r\nF\t8\t10\t0\t1\r\nC\t0\t3\t4\t20\r\nC\t1\t5\t0\t30\r\nC\t2\t50\t0\t40\r\n";
    let stated = covering(file, 5.0, 1);
    // The third is out of reach and left away.
    assert_eq!(covers(&stated), [(20, vec![0]), (30, vec![0, 1])]);
    assert_eq!(stated.sites, [7, 8]);
    assert_eq!(stated.sense, Sense::MaximiseCovered { total: 50.0 });
    assert_eq!(stated.objective(20), 30.0);
    assert_eq!(stated.instance.demands[0].unmet_cost, Some(1));
}

#[test]
fn points_cover_each_other_on_a_plane_and_on_the_globe() {
    let plane = covering("3 9999 p S\n0\t0\t5\t\n3\t4\t6\t\n60\t0\t0\t\n", 5.0, 2);
    assert_eq!(covers(&plane), [(5, vec![0, 1]), (6, vec![0, 1])]);
    // A thousandth of a degree of latitude is 111 m; of longitude at 60° half of that.
    let globe = "3 9999 p IS \n60.000\t-73.9\t5\n60.001\t-73.9\t6\n60.000\t-73.899\t7\n";
    assert_eq!(
        covers(&covering(globe, 60.0, 1)),
        [(5, vec![0, 2]), (6, vec![1]), (7, vec![0, 2])]
    );
    assert_eq!(covers(&covering(globe, 112.0, 1))[0], (5, vec![0, 1, 2]));
}

#[test]
fn nodes_cover_each_other_along_edges() {
    let file = "3\t4\t0\t0\r\n1\t2\t5\t1.5\r\n2\t3\t9\t2.25\r\n2\t1\t6\t3\r\n3\t3\t1\t\r\n";
    let stated = covering(file, 6.5, 1);
    assert_eq!(stated.scale, 100.0);
    assert_eq!(
        covers(&stated),
        [(150, vec![0, 1]), (225, vec![0, 1]), (300, vec![2])]
    );
    assert_eq!(stated.objective(300), 3.75);
}

const SCENARIOS: &str = r#"{"n_facilities": 2, "n_customers": 2, "n_scenarios": 2, "capacities": [5.0, 6.0], "fixed_costs": [10.0, 20.0],
    "costs": [[1.5, 2.0], [3.0, 4.0]], "demands": [[1.0, 2.0], [3.0, 1.0]]}"#;

#[test]
fn scenarios_are_states_of_equal_weight() {
    let stated = stated(Format::Scflp, SCENARIOS, &NONE);
    let instance = &stated.instance;
    let states: Vec<_> = instance
        .demands
        .iter()
        .map(|demand| (demand.persons, demand.state))
        .collect();
    assert_eq!(states, [(1, 0), (2, 0), (3, 1), (1, 1)]);
    assert_eq!(costs(instance), [[15, 30], [20, 40], [15, 30], [20, 40]]);
    // Fixed costs are paid once, whatever comes: twice the mean of two.
    assert_eq!(instance.levels(0)[0].fixed_cost, 200);
    assert_eq!(instance.levels(1)[0].windows.len(), 2);
    assert_eq!(
        stated.objective(200 + 15 + 40 + 45 + 20),
        10.0 + (1.5 + 4.0 + 4.5 + 2.0) / 2.0
    );
}

#[test]
fn one_list_of_demands_is_one_scenario_with_costs_of_all_of_it() {
    let file = SCENARIOS
        .replace("[[1.0, 2.0], [3.0, 1.0]]", "[1, 2]")
        .replace("\"n_scenarios\": 2, ", "");
    let stated = stated(Format::Scflp, &file, &NONE);
    assert_eq!(costs(&stated.instance), [[15, 30], [10, 20]]);
    assert_eq!(stated.instance.demands[1].persons, 2);
}

const MULTI: &str = r#"{"recipe": "-", "nd": 2, "ns": 2, "seed": 1, "budget": 100, "levels": 2, "min_utilisation": 0.6,
    "travel_time": [[10.5, 30], [20, 5]], "demand": [[1.5, 2], [3, 0.25]], "standard": [20, 25], "module_size": [2.5, 10],
    "site_cost": [40.25, 50], "module_cost": [20, 30], "unmet_penalty": "demand*standard*6"}"#;

#[test]
fn services_share_sites_and_a_budget() {
    let stated = stated(Format::Multiservice, MULTI, &NONE);
    let instance = &stated.instance;
    assert_eq!(instance.facilities.len(), 4);
    // Minutes have one decimal, demand two and two more for the windows.
    assert_eq!(stated.scale, 10.0 * 10_000.0);
    let FacilityKind::New { site, levels } = &instance.facilities[3].kind else {
        panic!()
    };
    assert_eq!(*site, 1);
    assert_eq!(
        levels[1].windows,
        [Window {
            min_load: 120_000,
            capacity: 200_000
        }]
    );
    assert_eq!(levels[1].payments[0].draws, [(0, 6_000)]);
    assert_eq!(
        instance.sites[0].openings[0].payments[0].draws,
        [(0, 4_025)]
    );
    assert_eq!(instance.ceilings[0].cents, 10_000);
    // The second point is 30 minutes from the first site, beyond both standards.
    let arcs: Vec<_> = instance
        .arcs
        .iter()
        .map(|arc| (arc.demand, arc.facility, arc.cost))
        .collect();
    assert_eq!(
        arcs,
        [
            (0, 0, 105),
            (0, 2, 200),
            (1, 2, 50),
            (2, 1, 105),
            (2, 3, 200),
            (3, 3, 50)
        ]
    );
    assert_eq!(instance.demands[0].persons, 15_000);
    assert_eq!(instance.demands[0].unmet_cost, Some(1_200));
}

#[test]
fn faults_of_json_are_told_at_once() {
    let file = SCENARIOS
        .replace("[5.0, 6.0]", "[5.0, -6.0]")
        .replace("\"n_facilities\": 2", "\"n_facilities\": 9e9");
    let FormatError::Faults(faults) = read(Format::Scflp, file.as_bytes(), &NONE).unwrap_err()
    else {
        panic!()
    };
    assert!(faults.len() >= 3, "{faults:?}");
    refused(
        Format::Scflp,
        &SCENARIOS.replace("-6", "6").replace("6.0]", "-6.0]"),
        &NONE,
        "$.capacities[1]: -6.0 is not a number from 0 up",
    );
    refused(
        Format::Multiservice,
        &MULTI.replace("*6", "*7"),
        &NONE,
        "$.unmet_penalty",
    );
    refused(Format::Scflp, "{", &NONE, "$: not JSON");
}

#[test]
fn options_that_do_not_fit_a_format_are_refused() {
    let radius = Options {
        radius: Some(1.0),
        ..NONE
    };
    refused(
        Format::OrlibCap,
        CAP,
        &radius,
        "--radius is not for orlib-cap",
    );
    refused(
        Format::Holmberg,
        SITES_FIRST,
        &Options {
            splittable: true,
            ..NONE
        },
        "--splittable",
    );
    let error = read(Format::Mclp, b"1 1 0\n1 1 1\n", &radius).unwrap_err();
    assert_eq!(error, FormatError::Needed { choice: Choice::P });
}

#[test]
fn the_line_of_a_fault_is_told() {
    let line = |line, expected, found: &str| FormatError::Line {
        line,
        expected,
        found: match found {
            "" => Found::End,
            word => Found::Word(word.to_owned()),
        },
    };
    let of = |format, file: &str| read(format, file.as_bytes(), &NONE).unwrap_err();
    assert_eq!(
        of(Format::OrlibCap, &CAP.replace("12 8", "-12 8")),
        line(3, Expected::Capacity, "-12")
    );
    assert_eq!(
        of(Format::OrlibCap, &CAP.replace("9\n", "9\n7")),
        line(10, Expected::End, "7")
    );
    assert_eq!(
        of(Format::Holmberg, &SITES_FIRST.replace("4 5", "4 \0\0")),
        line(4, Expected::Amount, "\\0\\0")
    );
    assert_eq!(
        of(Format::OrlibPmed, "2 1 1\n1 3 4\n"),
        line(2, Expected::UpTo(2), "3")
    );
    assert_eq!(
        of(Format::OrlibPmed, "2 1 1\n1 2 4.5\n"),
        line(2, Expected::Whole, "4.5")
    );
    assert_eq!(
        of(Format::UflpSimple, "x\n0 3 0"),
        line(2, Expected::Count, "0")
    );
    assert_eq!(of(Format::Tbed, ""), line(1, Expected::Count, ""));
}

/// A small file of each format.
fn samples() -> Vec<(Format, String, Options)> {
    let near = Options {
        radius: Some(3.0),
        p: Some(1),
        ..NONE
    };
    vec![
        (Format::OrlibCap, CAP.to_owned(), NONE),
        (Format::UflpOrlib, CAP.to_owned(), NONE),
        (
            Format::UflpSimple,
            "FILE: a\n2 1 0\n1 100 1\n2 200 4\n".to_owned(),
            NONE,
        ),
        (Format::OrlibPmed, "3 2 1\n1 2 3\n2 3 9\n".to_owned(), NONE),
        (
            Format::OrlibPmedcap,
            "1 9\n2 1 20\n1 0 0 5\n2 3 4 6\n".to_owned(),
            NONE,
        ),
        (Format::Holmberg, SITES_FIRST.to_owned(), NONE),
        (Format::SscflpDf, COSTS_FIRST.to_owned(), NONE),
        (
            Format::Tbed,
            "1 2\n4 5\n10\n100.5\n1.25 2\n".to_owned(),
            NONE,
        ),
        (
            Format::Mclp,
            "1 2\nF 0 0 0 1\nC 0 3 4 20\nC 1 0 0 30\n".to_owned(),
            near,
        ),
        (Format::Mclp, "2 0 0\n0 0 5\n3 4 6\n".to_owned(), near),
        (
            Format::Mclp,
            "2 3 0 0\n1 2 5 1.5\n2 1 9 2\n1 1 6\n".to_owned(),
            near,
        ),
        (Format::Scflp, SCENARIOS.to_owned(), NONE),
        (Format::Multiservice, MULTI.to_owned(), NONE),
    ]
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    for (format, file, options) in samples() {
        read(format, file.as_bytes(), &options).unwrap();
        let file = file.trim_end_matches(['\n', '\x1a']);
        let last_word = file.rfind([' ', '\n']).unwrap();
        for end in 0..=last_word {
            let cut = read(format, &file.as_bytes()[..end], &options);
            assert!(cut.is_err(), "{} is read when cut at {end}", format.name());
        }
    }
}

#[test]
fn any_byte_may_be_wrong_without_a_panic() {
    for (format, file, options) in samples() {
        for at in 0..file.len() {
            for byte in [b'\0', b'-', b'9', b' ', b'\n', b'e', 0xff] {
                let mut file = file.clone().into_bytes();
                file[at] = byte;
                if let Ok(stated) = read(format, &file, &options) {
                    // Whatever is read can be reckoned with.
                    stated.objective(siting::formats::instance::payable(&stated.instance) as i64);
                }
            }
        }
    }
}

#[test]
fn counts_that_the_file_does_not_have_take_no_memory() {
    let huge = "1000000000 4000000000\n1 2 3\n4 5 6\n";
    let options = Options {
        radius: Some(1.0),
        p: Some(1),
        ..NONE
    };
    for format in Format::ALL {
        let options = if format == Format::Mclp {
            options
        } else {
            NONE
        };
        assert!(
            read(format, huge.as_bytes(), &options).is_err(),
            "{}",
            format.name()
        );
    }
    refused(
        Format::OrlibPmed,
        "4000000000 1 1\n1 2 3\n",
        &NONE,
        "from 1 to 100000",
    );
    let points = "90000 9 9\n1 2 3\n";
    refused(Format::Mclp, points, &options, "90000 more rows");
}

#[test]
fn names_of_formats_are_their_own() {
    for format in Format::ALL {
        assert_eq!(Format::named(format.name()), Some(format));
    }
    assert_eq!(Format::named("cplex"), None);
}

/// What is covered by the best choice of one or two sites, by trying all.
fn best_cover(stated: &Stated) -> [u64; 2] {
    let instance = &stated.instance;
    let mut by_site = vec![vec![false; instance.demands.len()]; instance.sites.len()];
    for arc in &instance.arcs {
        by_site[arc.facility][arc.demand] = true;
    }
    let mut best = [0; 2];
    for (at, one) in by_site.iter().enumerate() {
        for (number, other) in by_site[at..].iter().enumerate() {
            let covered = instance.demands.iter().zip(one.iter().zip(other));
            let covered = covered.filter(|(_, (one, other))| **one || **other);
            let covered = covered.map(|(demand, _)| u64::from(demand.persons)).sum();
            best[1] = best[1].max(covered);
            if number == 0 {
                best[0] = best[0].max(covered);
            }
        }
    }
    best
}

#[test]
fn one_and_two_sites_cover_as_much_as_is_known() {
    let Some(file) = shared("mclp/SJC402.txt") else {
        return;
    };
    let options = Options {
        radius: Some(800.0),
        p: Some(2),
        ..NONE
    };
    let stated = read(Format::Mclp, &file, &options).unwrap();
    assert_eq!(stated.sense, Sense::MaximiseCovered { total: 15_984.0 });
    assert_eq!(best_cover(&stated), [6_555, 11_339]);
}

#[test]
fn every_covering_file_at_hand_is_read_whole() {
    // Radius, sites, customers and demand that may be covered, and ways in which, where they
    // were counted otherwise.
    let files = [
        ("SJC402", 800.0, 402, 402, 15_984.0, None),
        ("SJC708", 800.0, 708, 708, 24_192.0, None),
        // Some points have no demand.
        ("ZDS1800", 5.5, 1800, 1776, 87_625.0, None),
        ("PCB3038", 400.0, 3038, 3012, 154_221.0, None),
        ("BDS1000", 5.5, 100, 1000, 49_916.0, None),
        ("BDS5000", 5.5, 100, 5000, 251_864.0, None),
        ("BDS100000A", 5.5, 100, 99_994, 5_040_326.0, Some(891_319)),
        (
            "BDSx1000sites_BDS10000B",
            5.5,
            1000,
            10_000,
            504_944.0,
            None,
        ),
        ("GR100", 100.0, 100, 100, 2_469.403_126_1, None),
        ("B700", 40.0, 700, 700, 55_765.610_238_2, None),
        ("Bronx3839", 800.0, 3839, 3839, 1_385_108.0, None),
        (
            "Manhattan2713",
            800.0,
            2713,
            2713,
            1_585_873.0,
            Some(274_951),
        ),
    ];
    for (name, radius, sites, customers, total, ways) in files {
        let Some(file) = shared(&format!("mclp/{name}.txt")) else {
            return;
        };
        let options = Options {
            radius: Some(radius),
            p: Some(10),
            ..NONE
        };
        let stated = read(Format::Mclp, &file, &options).unwrap();
        let instance = &stated.instance;
        assert_eq!(instance.sites.len(), sites, "{name}");
        assert_eq!(instance.demands.len(), customers, "{name}");
        let Sense::MaximiseCovered { total: found } = stated.sense else {
            panic!()
        };
        assert!(
            (found - total).abs() <= stated.error + 1e-9,
            "{name}: {found}"
        );
        assert!(stated.error < 1e-4, "{name}");
        assert!(
            ways.is_none_or(|ways| ways == instance.arcs.len()),
            "{name}"
        );
    }
}

/// Family, its format, and how many files of it are at hand.
const FAMILIES: [(&str, Format, usize); 4] = [
    ("pmed", Format::OrlibPmed, 20),
    ("cflp-cornuejols-asu", Format::Scflp, 16),
    ("scflp-scenarios", Format::Scflp, 8),
    ("multiservice-synthetic", Format::Multiservice, 2),
];

#[test]
fn every_other_file_at_hand_is_read_whole() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/instances"
    );
    for (family, format, count) in FAMILIES {
        let Ok(files) = fs::read_dir(Path::new(folder).join(family)) else {
            println!("skipped: there is no {family}");
            continue;
        };
        let files: Vec<_> = files.flatten().map(|file| file.path()).collect();
        assert_eq!(files.len(), count, "{family}");
        for file in files {
            let stated = read(format, &fs::read(&file).unwrap(), &NONE).unwrap();
            let instance = &stated.instance;
            // Everybody may go anywhere, but for the standards of services.
            let pairs = instance.demands.len() * instance.sites.len();
            let is_whole = instance.arcs.len() == pairs;
            assert_eq!(
                is_whole,
                format != Format::Multiservice,
                "{}",
                file.display()
            );
            assert!(siting::formats::instance::payable(instance) <= 4e15);
            assert!(
                stated.error <= 2.0 && (stated.error < 1e-3) == is_whole,
                "{}",
                file.display()
            );
        }
    }
}
