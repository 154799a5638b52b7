//! What holds for every floating catchment.

use proptest::prelude::*;
use reach::e2sfca;

const LIMIT_MIN: f64 = 60.0;

#[derive(Debug, Clone)]
struct Case {
    need: Vec<f64>,
    supply: Vec<f64>,
    seconds: Vec<Vec<Option<u32>>>,
}

fn case() -> impl Strategy<Value = Case> {
    (1..6usize, 1..5usize).prop_flat_map(|(places, sites)| {
        let way = prop::option::weighted(0.8, 0..5400u32);
        (
            prop::collection::vec((1..50u32).prop_map(f64::from), places),
            prop::collection::vec((0..40u32).prop_map(f64::from), sites),
            prop::collection::vec(prop::collection::vec(way, sites), places),
        )
            .prop_map(|(need, supply, seconds)| Case {
                need,
                supply,
                seconds,
            })
    })
}

impl Case {
    fn ratios(&self) -> Vec<f64> {
        e2sfca(&self.need, &self.supply, &self.seconds, LIMIT_MIN).place_ratios
    }
}

proptest! {
    #[test]
    fn need_times_ratio_adds_up_to_the_supply_that_is_reached(case in case()) {
        let is_reached = |site: usize| case.seconds.iter().any(|ways| ways[site].is_some_and(|way| way <= 3600));
        let reached: f64 = (0..case.supply.len()).filter(|site| is_reached(*site)).map(|site| case.supply[site]).sum();
        let given: f64 = case.need.iter().zip(case.ratios()).map(|(need, ratio)| need * ratio).sum();
        prop_assert!((given - reached).abs() < 1e-6, "{given} given, {reached} reached");
    }

    #[test]
    fn more_supply_lowers_nobodys_ratio(case in case(), site in 0..5usize, more in 1..20u32) {
        let before = case.ratios();
        let mut richer = case.clone();
        let site = site % case.supply.len();
        richer.supply[site] += f64::from(more);
        for (before, after) in before.iter().zip(richer.ratios()) {
            prop_assert!(after >= *before);
        }
    }

    #[test]
    fn more_need_raises_nobodys_ratio(case in case(), place in 0..6usize, more in 1..20u32) {
        let before = case.ratios();
        let mut needier = case.clone();
        let place = place % case.need.len();
        needier.need[place] += f64::from(more);
        for (before, after) in before.iter().zip(needier.ratios()) {
            prop_assert!(after <= *before + 1e-12);
        }
    }
}
