//! What holds for every measure, whatever the input.

use proptest::prelude::*;
use reach::*;

const LIMIT_MIN: f64 = 60.0;

#[derive(Debug, Clone)]
struct Case {
    need: Vec<f64>,
    supply: Vec<f64>,
    ways: Vec<Vec<Option<u32>>>,
}

fn case() -> impl Strategy<Value = Case> {
    (1..6usize, 1..5usize).prop_flat_map(|(places, sites)| {
        let way = prop::option::weighted(0.8, 0..5400u32);
        (
            prop::collection::vec((1..50u32).prop_map(f64::from), places),
            prop::collection::vec((0..40u32).prop_map(f64::from), sites),
            prop::collection::vec(prop::collection::vec(way, sites), places),
        )
            .prop_map(|(need, supply, ways)| Case { need, supply, ways })
    })
}

fn decay() -> impl Strategy<Value = Decay> {
    prop_oneof![
        Just(Decay::Binary {
            limit_min: LIMIT_MIN
        }),
        Just(Decay::zones(LIMIT_MIN)),
        Just(Decay::Exponential { per_min: 0.05 }),
        Just(Decay::Power { exponent: 1.5 }),
        Just(Decay::Gaussian { sigma_min: 20.0 }),
        Just(Decay::Logistic {
            median_min: 30.0,
            deviation_min: 10.0
        }),
    ]
}

type Method = fn(&[f64], &[f64], &Weights) -> FloatingCatchment;
const METHODS: [(&str, Method); 4] = [
    ("two-step", two_step),
    ("modified", modified_two_step),
    ("three-step", three_step),
    ("balanced", balanced),
];

impl Case {
    fn seconds(&self) -> Seconds {
        Seconds::new(self.need.len(), self.supply.len(), |place, site| {
            self.ways[place][site]
        })
    }

    fn by(&self, method: Method, decay: &Decay) -> FloatingCatchment {
        let weights = Weights::new(&self.seconds(), decay);
        method(&self.need, &self.supply, &weights)
    }

    /// Supply of the sites that anybody reaches.
    fn reached(&self, decay: &Decay) -> f64 {
        let weighs = |way: &Option<u32>| way.is_some_and(|way| decay.weight(way) > 0.0);
        let is_reached = |site: &usize| self.ways.iter().any(|ways| weighs(&ways[*site]));
        let sites = (0..self.supply.len()).filter(is_reached);
        sites.map(|site| self.supply[site]).sum()
    }

    /// The same with places and sites in reverse order.
    fn reversed(&self) -> Self {
        let back = |of: &[f64]| of.iter().rev().copied().collect();
        let ways = self.ways.iter().rev();
        Self {
            need: back(&self.need),
            supply: back(&self.supply),
            ways: ways
                .map(|row| row.iter().rev().copied().collect())
                .collect(),
        }
    }
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * (1.0 + one.abs())
}

fn all_close(one: &[f64], other: &[f64]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| close(*one, *other))
}

proptest! {
    #[test]
    fn need_times_ratio_adds_up_to_the_supply_that_is_reached(case in case(), decay in decay()) {
        for (name, method) in [METHODS[0], METHODS[2]] {
            let ratios = case.by(method, &decay).place_ratios;
            let given: f64 = case.need.iter().zip(ratios).map(|(need, ratio)| need * ratio).sum();
            let reached = case.reached(&decay);
            prop_assert!(close(given, reached), "{name}: {given} given, {reached} reached");
        }
    }

    #[test]
    fn the_modified_method_gives_no_more_than_there_is(case in case(), decay in decay()) {
        let ratios = case.by(modified_two_step, &decay).place_ratios;
        let given: f64 = case.need.iter().zip(ratios).map(|(need, ratio)| need * ratio).sum();
        prop_assert!(given <= case.reached(&decay) + 1e-9);
    }

    #[test]
    fn the_balanced_method_counts_everybody_and_every_level_of_service_once(case in case(), decay in decay()) {
        let by = case.by(balanced, &decay);
        let reaches = |row: &Vec<Option<u32>>| row.iter().flatten().any(|way| decay.weight(*way) > 0.0);
        let people: f64 = case.ways.iter().zip(&case.need).filter(|(row, _)| reaches(row)).map(|(_, need)| need).sum();
        prop_assert!(close(by.weighted_need.iter().sum(), people));
        let levels: f64 = by.site_ratios.iter().flatten().sum();
        prop_assert!(close(by.place_ratios.iter().sum(), levels));
    }

    #[test]
    fn twice_the_supply_is_twice_the_ratio_and_twice_the_need_half_of_it(case in case(), decay in decay()) {
        for (name, method) in METHODS {
            let before = case.by(method, &decay).place_ratios;
            let double = |of: &[f64]| of.iter().map(|value| 2.0 * value).collect();
            let richer = Case { supply: double(&case.supply), ..case.clone() }.by(method, &decay).place_ratios;
            let needier = Case { need: double(&case.need), ..case.clone() }.by(method, &decay).place_ratios;
            let (twice, half): (Vec<f64>, Vec<f64>) = before.iter().map(|ratio| (2.0 * ratio, ratio / 2.0)).unzip();
            prop_assert!(all_close(&richer, &twice), "{name}");
            prop_assert!(all_close(&needier, &half), "{name}");
        }
    }

    #[test]
    fn the_order_of_places_and_sites_does_not_matter(case in case(), decay in decay()) {
        for (name, method) in METHODS {
            let mut turned = case.reversed().by(method, &decay).place_ratios;
            turned.reverse();
            prop_assert!(all_close(&case.by(method, &decay).place_ratios, &turned), "{name}");
        }
        let mut turned = gravity(&case.reversed().supply, &Weights::new(&case.reversed().seconds(), &decay));
        turned.reverse();
        prop_assert!(all_close(&gravity(&case.supply, &Weights::new(&case.seconds(), &decay)), &turned));
    }

    #[test]
    fn more_supply_lowers_nobodys_ratio(case in case(), decay in decay(), site in 0..5usize, more in 1..20u32) {
        let mut richer = case.clone();
        let site = site % case.supply.len();
        richer.supply[site] += f64::from(more);
        for (name, method) in METHODS {
            let after = richer.by(method, &decay).place_ratios;
            for (before, after) in case.by(method, &decay).place_ratios.iter().zip(after) {
                prop_assert!(after >= *before, "{name}");
            }
        }
    }

    #[test]
    fn more_need_raises_nobodys_ratio(case in case(), decay in decay(), place in 0..6usize, more in 1..20u32) {
        let mut needier = case.clone();
        let place = place % case.need.len();
        needier.need[place] += f64::from(more);
        for (name, method) in METHODS {
            let after = needier.by(method, &decay).place_ratios;
            for (before, after) in case.by(method, &decay).place_ratios.iter().zip(after) {
                prop_assert!(after <= *before + 1e-12, "{name}");
            }
        }
    }

    #[test]
    fn an_interval_lies_between_its_first_and_its_last_cutoff(case in case(), from in 0..40u32, more in 0..40u32) {
        let (seconds, from, to) = (case.seconds(), f64::from(from), f64::from(from + more));
        let interval = cumulative_interval(&case.supply, &seconds, from, to, 1.0);
        let (least, most) = (cumulative(&case.supply, &seconds, from), cumulative(&case.supply, &seconds, to));
        for ((least, mean), most) in least.iter().zip(interval).zip(most) {
            prop_assert!(least - 1e-9 <= mean && mean <= most + 1e-9);
        }
    }

    #[test]
    fn the_next_nearest_is_no_nearer(case in case(), k in 1..5usize) {
        let seconds = case.seconds();
        for (one, next) in kth_nearest(&seconds, k).iter().zip(kth_nearest(&seconds, k + 1)) {
            prop_assert!(next.is_none_or(|next| one.is_some_and(|one| one <= next)));
        }
    }

    #[test]
    fn coverage_gives_nobody_more_than_needed_and_no_site_more_than_it_has(case in case()) {
        let seconds = case.seconds();
        let by = coverage(&case.need, &case.supply, &seconds, LIMIT_MIN);
        prop_assert!(by.met.iter().zip(&case.need).all(|(met, need)| 0.0 <= *met && met <= need));
        prop_assert!(by.taken.iter().zip(&case.supply).all(|(taken, supply)| 0.0 <= *taken && taken <= supply));
        prop_assert!(close(by.met.iter().sum(), by.taken.iter().sum()));
        // Whoever is left without has only full sites around.
        for (place, row) in case.ways.iter().enumerate() {
            for (site, way) in row.iter().enumerate() {
                let within = way.is_some_and(|way| f64::from(way) <= 60.0 * LIMIT_MIN);
                prop_assert!(!within || by.met[place] == case.need[place] || by.taken[site] == case.supply[site]);
            }
        }
    }
}

/// Access, persons and rank of some groups.
fn groups() -> impl Strategy<Value = (Vec<f64>, Vec<f64>, Vec<f64>)> {
    (1..9usize).prop_flat_map(|n| {
        let of = |most: u32| prop::collection::vec((0..most).prop_map(f64::from), n);
        (of(30), of(100), of(6))
    })
}

proptest! {
    #[test]
    fn indices_stay_within_their_bounds((access, persons, rank) in groups()) {
        let people: f64 = persons.iter().sum();
        let had: f64 = access.iter().zip(&persons).map(|(access, persons)| access * persons).sum();
        prop_assert_eq!(gini(&access, &persons).is_some(), had > 0.0);
        if let Some(gini) = gini(&access, &persons) {
            prop_assert!((0.0..1.0).contains(&gini), "{gini}");
            let concentration = concentration(&access, &persons, &rank).unwrap();
            prop_assert!(concentration.abs() <= gini + 1e-12, "{concentration} beyond the Gini index {gini}");
            let theil = theil(&access, &persons).unwrap();
            prop_assert!((-1e-12..=people.ln() + 1e-12).contains(&theil), "{theil}");
        }
        if let Some(palma) = palma(&access, &persons, &access) {
            prop_assert!(palma >= 1.0 - 1e-12, "{palma}");
        }
    }

    #[test]
    fn where_all_have_the_same_there_is_no_inequality((_, persons, rank) in groups(), same in 1..9u32) {
        let access = vec![f64::from(same); persons.len()];
        if persons.iter().sum::<f64>() > 0.0 {
            prop_assert!(gini(&access, &persons).unwrap() < 1e-12);
            prop_assert!(theil(&access, &persons).unwrap().abs() < 1e-12);
            prop_assert!(concentration(&access, &persons, &rank).unwrap().abs() < 1e-12);
            prop_assert!(close(palma(&access, &persons, &rank).unwrap(), 1.0));
        }
    }

    #[test]
    fn inequality_is_the_same_for_twice_the_access_twice_the_people_and_any_order((access, persons, rank) in groups()) {
        let indices = |access: &[f64], persons: &[f64], rank: &[f64]| [
            gini(access, persons),
            theil(access, persons),
            palma(access, persons, access),
            palma(access, persons, rank),
            concentration(access, persons, rank),
        ];
        let double = |of: &[f64]| of.iter().map(|value| 2.0 * value).collect::<Vec<_>>();
        let back = |of: &[f64]| of.iter().rev().copied().collect::<Vec<_>>();
        let twice = |of: &[f64]| [of, of].concat();
        let as_is = indices(&access, &persons, &rank);
        for changed in [
            indices(&double(&access), &persons, &rank),
            indices(&access, &double(&persons), &rank),
            indices(&twice(&access), &twice(&persons), &twice(&rank)),
            indices(&back(&access), &back(&persons), &back(&rank)),
        ] {
            for (one, other) in as_is.iter().zip(changed) {
                prop_assert_eq!(one.is_some(), other.is_some());
                prop_assert!(one.zip(other).is_none_or(|(one, other)| close(one, other)), "{one:?}, {other:?}");
            }
        }
    }

    #[test]
    fn ranked_by_access_itself_the_concentration_index_is_the_gini_index((access, persons, _) in groups()) {
        if let Some(gini) = gini(&access, &persons) {
            prop_assert!(close(concentration(&access, &persons, &access).unwrap(), gini));
            let reversed: Vec<f64> = access.iter().map(|access| -access).collect();
            prop_assert!(close(concentration(&access, &persons, &reversed).unwrap(), -gini));
        }
    }
}
