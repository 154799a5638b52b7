//! Substitution on instances without capacities, against enumeration and published optima.

use proptest::prelude::*;
use siting::instance::*;
use siting::primal::{Limits, Uncapacitated, interchange, search};
use std::fs;
use std::path::Path;

/// A facility that holds everybody, at a cost, and draws one on the only ceiling.
fn ample(site: usize, fixed_cost: i64, states: usize) -> Facility {
    let window = Window {
        min_load: 0,
        capacity: i64::from(u32::MAX),
    };
    let payment = Payment {
        draws: vec![(0, 1)],
        ..Payment::default()
    };
    let level = Level {
        places: 0,
        windows: vec![window; states],
        phase: 0,
        fixed_cost,
        payments: vec![payment],
    };
    Facility {
        kind: FacilityKind::New {
            site,
            levels: vec![level],
        },
    }
}

/// `most` of the sites open; rows of costs a person, with gaps.
fn located(rows: &[Vec<Option<i64>>], fixed: &[i64], most: i64) -> Instance {
    let mut instance = Instance {
        sites: vec![Site::default(); fixed.len()],
        ceilings: vec![Ceiling { cents: most }],
        ..Instance::default()
    };
    for (site, &cost) in fixed.iter().enumerate() {
        instance.facilities.push(ample(site, cost, 1));
    }
    for (demand, row) in rows.iter().enumerate() {
        instance.demands.push(Demand {
            persons: 1,
            ..Demand::default()
        });
        let ways = row.iter().enumerate();
        let ways = ways.filter_map(|(facility, cost)| Some((facility, (*cost)?)));
        instance.arcs.extend(ways.map(|(facility, cost)| Arc {
            demand,
            facility,
            cost,
            load: 1,
        }));
    }
    instance
}

fn anything() -> impl Strategy<Value = Instance> {
    (2usize..8, 1usize..12).prop_flat_map(|(sites, demands)| {
        let arc = prop::option::weighted(0.7, 0i64..60);
        let person = (0u32..4, prop::option::weighted(0.7, 0i64..80));
        (
            prop::collection::vec(prop::collection::vec(arc, sites), demands),
            prop::collection::vec(0i64..60, sites),
            prop::collection::vec(person, demands),
            1i64..6,
            prop::option::of((0..sites, any::<bool>())),
            any::<bool>(),
            any::<bool>(),
        )
            .prop_map(|(rows, fixed, people, most, lock, exists, covering)| {
                let mut instance = located(&rows, &fixed, most);
                for (demand, (persons, unmet_cost)) in instance.demands.iter_mut().zip(people) {
                    (demand.persons, demand.unmet_cost) = (persons, unmet_cost);
                }
                if covering {
                    instance.arcs.iter_mut().for_each(|arc| arc.cost = 0);
                }
                if exists {
                    let capacity = vec![i64::from(u32::MAX)];
                    instance.facilities[0].kind = FacilityKind::Existing { capacity };
                }
                let lock = lock.map(|(facility, open)| Lock::Facility {
                    facility,
                    level: None,
                    open,
                });
                instance.locks.extend(lock);
                instance
            })
    })
}

fn sets(sites: usize) -> impl Iterator<Item = Vec<bool>> {
    (0..1u32 << sites).map(move |set| (0..sites).map(|site| set >> site & 1 == 1).collect())
}

/// The least cost, and where it is found.
fn by_enumeration(problem: &Uncapacitated) -> Option<i64> {
    sets(problem.sites())
        .filter_map(|open| problem.cost(&open))
        .min()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_set_costs_what_its_solution_costs(instance in anything()) {
        let problem = Uncapacitated::of(&instance).unwrap();
        for open in sets(problem.sites()) {
            if let Some(cost) = problem.cost(&open) {
                let solution = problem.solution(&instance, &open).unwrap();
                prop_assert_eq!(solution.faults(&instance), vec![]);
                prop_assert_eq!(solution.cost(&instance), cost);
                prop_assert_eq!(problem.open(&problem.levels(&open)), open);
            }
        }
    }

    #[test]
    fn interchange_never_ends_dearer_and_nothing_single_helps_then(instance in anything(), seed in any::<u32>()) {
        let problem = Uncapacitated::of(&instance).unwrap();
        let start: Vec<bool> = (0..problem.sites()).map(|site| seed >> site & 1 == 1).collect();
        let mut open = start.clone();
        let cost = interchange(&problem, &mut open, &Limits::none());
        prop_assert_eq!(cost, problem.cost(&open));
        if let Some(before) = problem.cost(&start) {
            prop_assert!(cost.is_some_and(|cost| cost <= before));
        }
        if let Some(cost) = cost {
            for site in 0..open.len() {
                for other in site..open.len() {
                    let mut next = open.clone();
                    next[site] = !next[site];
                    if other != site {
                        next[other] = !next[other];
                    }
                    // Opening two or closing two is no single step.
                    let single = other == site || open[site] != open[other];
                    let better = problem.cost(&next).filter(|&next| single && next < cost);
                    prop_assert_eq!(better, None, "{:?} to {:?}", open, next);
                }
            }
        }
    }

    #[test]
    fn a_longer_search_finds_what_enumeration_finds(instance in anything(), seed in any::<u64>()) {
        let problem = Uncapacitated::of(&instance).unwrap();
        let mut open = vec![false; problem.sites()];
        let found = search(&problem, &mut open, seed, &Limits::new(100_000, &|| false));
        prop_assert_eq!(found, by_enumeration(&problem));
        let mut again = vec![false; problem.sites()];
        search(&problem, &mut again, seed, &Limits::new(100_000, &|| false));
        prop_assert_eq!(open, again);
    }
}

#[test]
fn demands_that_rank_sites_alike_share_a_row() {
    let rows = [
        vec![Some(1), Some(5), None],
        vec![Some(0), Some(9), None],
        vec![Some(5), Some(1), None],
    ];
    let problem = Uncapacitated::of(&located(&rows, &[0; 3], 1)).unwrap();
    assert_eq!(problem.rows(), 2);
    assert_eq!(problem.cost(&[true, false, false]), Some(6));
    assert_eq!(problem.cost(&[false, true, false]), Some(15));
    assert_eq!(problem.cost(&[false, false, true]), None);
    assert_eq!(problem.cost(&[true, true, false]), None);
}

#[test]
fn what_has_capacities_or_shares_money_unevenly_does_not_qualify() {
    let plain = located(&[vec![Some(1), Some(2)]], &[3, 4], 1);
    assert!(Uncapacitated::of(&plain).is_some());
    let level = |instance: &mut Instance, change: &dyn Fn(&mut Level)| {
        let FacilityKind::New { levels, .. } = &mut instance.facilities[0].kind else {
            unreachable!()
        };
        change(&mut levels[0]);
    };
    let changes: [&dyn Fn(&mut Level); 4] = [
        &|level| level.windows[0].capacity = 0,
        &|level| level.windows[0].min_load = 1,
        &|level| level.payments[0].draws[0].1 = 2,
        &|level| level.windows.clear(),
    ];
    for change in changes {
        let mut other = plain.clone();
        level(&mut other, change);
        assert_eq!(Uncapacitated::of(&other), None);
    }
    // With enough money for all, shares do not matter.
    let mut rich = plain.clone();
    level(&mut rich, &|level| level.payments[0].draws[0].1 = 2);
    rich.ceilings[0].cents = 3;
    assert_eq!(Uncapacitated::of(&rich).unwrap().most(), None);
}

/// `nodes edges p`, then edges of which the last length holds; ways are shortest paths.
fn median(text: &str) -> (Instance, usize) {
    let mut numbers = text.split_whitespace().map(|word| word.parse().unwrap());
    let mut next = || numbers.next().unwrap();
    let (nodes, edges, p): (usize, usize, usize) = (next(), next(), next());
    let far = 1_000_000;
    let mut ways = vec![vec![far; nodes]; nodes];
    for _ in 0..edges {
        let (a, b, length) = (next() - 1, next() - 1, next());
        (ways[a][b], ways[b][a]) = (length, length);
    }
    for (node, row) in ways.iter_mut().enumerate() {
        row[node] = 0;
    }
    for through in 0..nodes {
        let second = ways[through].clone();
        for row in &mut ways {
            let first = row[through];
            for (way, &second) in row.iter_mut().zip(&second) {
                *way = (*way).min(first + second);
            }
        }
    }
    let row = |row: &Vec<usize>| row.iter().map(|&way| Some(way as i64)).collect();
    let rows: Vec<Vec<Option<i64>>> = ways.iter().map(row).collect();
    (located(&rows, &vec![0; nodes], p as i64), p)
}

#[test]
fn medians_of_the_or_library_are_found() {
    let folder = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/instances"
    ));
    let Ok(table) = fs::read_to_string(folder.join("best-known.csv")) else {
        println!("skipped: no instances in {}", folder.display());
        return;
    };
    let (mut files, mut at_once, mut later) = (0, 0, 0);
    for row in table.lines().filter(|row| row.starts_with("pmed,")) {
        let cells: Vec<&str> = row.split(',').collect();
        let Ok(text) = fs::read_to_string(folder.join("pmed").join(cells[1])) else {
            continue;
        };
        let best: i64 = cells[3].parse().unwrap();
        let (instance, p) = median(&text);
        let began = std::time::Instant::now();
        let problem = Uncapacitated::of(&instance).unwrap();
        let built = began.elapsed();
        assert_eq!(problem.most(), Some(p));
        let mut open = vec![false; problem.sites()];
        let found = interchange(&problem, &mut open, &Limits::none()).unwrap();
        let greedy = began.elapsed();
        let searched = search(&problem, &mut open, 1, &Limits::new(20_000_000, &|| false)).unwrap();
        println!(
            "{}: optimum {best}, interchange {found}, search {searched} ({built:?}, {greedy:?}, {:?})",
            cells[1],
            began.elapsed()
        );
        assert!(best <= searched && searched <= found && found * 100 <= best * 101);
        assert_eq!(problem.cost(&open), Some(searched));
        files += 1;
        at_once += usize::from(found == best);
        later += usize::from(searched == best);
    }
    println!("{files} medians, {at_once} at once, {later} after a longer search");
    assert!(files == 0 || later * 10 >= files * 9);
}
