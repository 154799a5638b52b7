//! Who pays.

use crate::common::Random;
use proptest::prelude::*;
use siting::instance::*;
use siting::primal::payments::{Payable, Purse, affordable, pay};
use siting::solution::Fault;

fn payments(random: &mut Random, most: i64, money: i64) -> Vec<Payment> {
    let count = random.within(1, most + 1) as usize;
    let draws = |random: &mut Random| {
        let on = (0..2).filter(|_| random.chance(70)).collect::<Vec<usize>>();
        on.into_iter()
            .map(|ceiling| (ceiling, random.within(0, money)))
            .collect()
    };
    (0..count)
        .map(|scheme| Payment {
            scheme,
            draws: draws(random),
            municipal: random.within(0, money),
        })
        .collect()
}

/// A few sites with a few facilities each, and what is open.
fn costly(seed: u64, facilities: usize, tight: i64) -> (Instance, Vec<Option<usize>>) {
    let mut random = Random(seed);
    let mut instance = Instance {
        ceilings: vec![Ceiling { cents: tight }, Ceiling { cents: tight }],
        ..Instance::default()
    };
    for _ in 0..2 {
        let opening = |random: &mut Random| Opening {
            fixed_cost: 0,
            payments: if random.chance(60) {
                payments(random, 3, 40)
            } else {
                Vec::new()
            },
        };
        instance.sites.push(Site {
            openings: vec![opening(&mut random), opening(&mut random)],
            max_places: None,
        });
    }
    let mut levels = Vec::new();
    for _ in 0..facilities {
        let level = |random: &mut Random| Level {
            places: 1,
            windows: vec![Window::default()],
            phase: random.within(0, 2) as usize,
            fixed_cost: 0,
            payments: payments(random, 3, 60),
        };
        instance.facilities.push(Facility {
            kind: FacilityKind::New {
                site: random.within(0, 2) as usize,
                levels: vec![level(&mut random), level(&mut random)],
            },
        });
        levels.push(random.chance(80).then(|| random.within(0, 2) as usize));
    }
    (instance, levels)
}

/// The least municipal sum by trying every payment.
fn by_enumeration(instance: &Instance, levels: &[Option<usize>]) -> Option<i64> {
    let mut ways: Vec<Vec<Option<Opened>>> = vec![Vec::new()];
    for (facility, level) in levels.iter().enumerate() {
        let here: Vec<Option<Opened>> = match *level {
            None => vec![None],
            Some(level) => (0..instance.levels(facility)[level].payments.len())
                .map(|payment| Some(Opened { level, payment }))
                .collect(),
        };
        let longer = |way: &Vec<Option<Opened>>| {
            let way = way.clone();
            here.clone().into_iter().map(move |last| {
                let mut way = way.clone();
                way.push(last);
                way
            })
        };
        ways = ways.iter().flat_map(longer).collect();
    }
    let own: Vec<Option<usize>> = std::iter::once(None).chain((0..3).map(Some)).collect();
    let mut best = None;
    for open in &ways {
        for &first in &own {
            for &second in &own {
                let solution = Solution {
                    open: open.clone(),
                    site_payment: vec![first, second],
                    ..Solution::nothing(instance)
                };
                if solution.faults(instance).is_empty() {
                    let municipal = solution.municipal(instance);
                    best = Some(best.map_or(municipal, |best: i64| best.min(municipal)));
                }
            }
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn municipalities_pay_the_least_that_the_ceilings_allow(seed in any::<u64>(), facilities in 0usize..5, tight in 0i64..200) {
        let (instance, levels) = costly(seed, facilities, tight);
        let paid = pay(&instance, &levels).found().map(|(open, site_payment)| Solution {
            open,
            site_payment,
            ..Solution::nothing(&instance)
        });
        if let Some(solution) = &paid {
            prop_assert_eq!(solution.faults(&instance), Vec::<Fault>::new());
            prop_assert!(affordable(&instance, &levels));
        }
        let found = paid.map(|solution| solution.municipal(&instance));
        prop_assert_eq!(found, by_enumeration(&instance, &levels));
    }

    #[test]
    fn a_purse_that_was_filled_and_emptied_is_the_one_filled_at_once(seed in any::<u64>(), tight in 0i64..200) {
        let (instance, levels) = costly(seed, 5, tight);
        let mut random = Random(seed ^ 1);
        let mut walked = Purse::new(&instance);
        for _ in 0..20 {
            let facility = random.within(0, 5) as usize;
            let level = random.chance(70).then(|| random.within(0, 2) as usize);
            let foreseen = walked.affords(&[(facility, level)]);
            walked.set(facility, level);
            prop_assert_eq!(foreseen, walked.is_affordable());
        }
        for (facility, &level) in levels.iter().enumerate() {
            walked.set(facility, level);
        }
        prop_assert_eq!(walked.is_affordable(), affordable(&instance, &levels));
        let mut fresh = Purse::new(&instance);
        for (facility, &level) in levels.iter().enumerate() {
            fresh.set(facility, level);
        }
        prop_assert_eq!((walked.drawn(0), walked.room(1)), (fresh.drawn(0), fresh.room(1)));
    }
}

#[test]
fn many_measures_under_a_tight_fund_are_paid_almost_as_well_as_the_bound_allows() {
    let mut random = Random(12);
    let mut instance = Instance::default();
    let mut money = 0;
    for site in 0..300 {
        instance.sites.push(Site::default());
        for _ in 0..3 {
            let capital = random.within(1_000_000, 40_000_000);
            money += capital;
            let union = Payment {
                scheme: 0,
                draws: vec![(0, capital), (1, capital * 85 / 100)],
                municipal: capital * 15 / 100,
            };
            let alone = Payment {
                scheme: 1,
                draws: vec![(0, capital)],
                municipal: capital,
            };
            let level = Level {
                places: 1,
                windows: vec![Window::default()],
                phase: 0,
                fixed_cost: 0,
                payments: vec![union, alone],
            };
            instance.facilities.push(Facility {
                kind: FacilityKind::New {
                    site,
                    levels: vec![level],
                },
            });
        }
    }
    let fund = money * 40 / 100;
    instance.ceilings = vec![Ceiling { cents: money }, Ceiling { cents: fund }];
    let (open, site_payment) = pay(&instance, &vec![Some(0); 900]).found().unwrap();
    let solution = Solution {
        open,
        site_payment,
        ..Solution::nothing(&instance)
    };
    assert_eq!(solution.faults(&instance), []);
    // Each cent of the fund spares the municipalities one, but for rounding.
    let bound = money - fund - 2 * 900;
    let municipal = solution.municipal(&instance);
    assert!(
        municipal >= bound && municipal - bound < bound / 1_000,
        "{municipal} of {bound}"
    );
}

/// Measures that are paid by one of two funds each.
fn between_two_funds(amounts: &[i64], funds: [i64; 2]) -> (Instance, Vec<Option<usize>>) {
    let mut instance = Instance {
        ceilings: funds.map(|cents| Ceiling { cents }).to_vec(),
        ..Instance::default()
    };
    for (site, &cents) in amounts.iter().enumerate() {
        let by = |fund: usize| Payment {
            scheme: fund,
            draws: vec![(fund, cents)],
            municipal: 0,
        };
        let level = Level {
            places: 1,
            windows: vec![Window::default()],
            phase: 0,
            fixed_cost: 0,
            payments: vec![by(0), by(1)],
        };
        instance.sites.push(Site::default());
        instance.facilities.push(Facility {
            kind: FacilityKind::New {
                site,
                levels: vec![level],
            },
        });
    }
    (instance, vec![Some(0); amounts.len()])
}

#[test]
fn payments_that_hang_on_the_first_choice_are_found() {
    // Only with the first amount in one of the funds do both come out even.
    let mut amounts = vec![50_000];
    let mut random = Random(3);
    amounts.extend((0..39).map(|_| 100_000 * random.within(10, 21)));
    let total: i64 = amounts.iter().sum();
    let half = total / 200_000 * 100_000;
    for funds in [[total - half, half], [half, total - half]] {
        let (instance, levels) = between_two_funds(&amounts, funds);
        let (open, site_payment) = pay(&instance, &levels).found().unwrap();
        let solution = Solution {
            open,
            site_payment,
            ..Solution::nothing(&instance)
        };
        assert_eq!(solution.faults(&instance), []);
    }
}

#[test]
fn that_no_choice_of_payments_comes_out_even_is_proven() {
    let mut random = Random(3);
    let amounts: Vec<i64> = (0..40).map(|_| 100_000 * random.within(10, 21)).collect();
    let total: i64 = amounts.iter().sum();
    let half = total / 200_000 * 100_000 + 50_000;
    let (instance, levels) = between_two_funds(&amounts, [half, total - half]);
    assert_eq!(pay(&instance, &levels), Payable::Never);
}

#[test]
fn payments_that_are_too_hard_to_find_are_not_told_to_be_impossible() {
    let mut random = Random(5);
    let amounts: Vec<i64> = (0..40)
        .map(|_| random.within(1_000_000, 2_000_000))
        .collect();
    let half = amounts.iter().step_by(2).sum::<i64>();
    let rest = amounts.iter().sum::<i64>() - half;
    let (instance, levels) = between_two_funds(&amounts, [half, rest]);
    assert_ne!(pay(&instance, &levels), Payable::Never);
}
