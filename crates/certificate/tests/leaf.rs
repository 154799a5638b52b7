//! A leaf's bound is exactly the least over all that each site may do.

mod common;

use common::Case;
use common::random::dice::Dice;
use common::random::{Variant, random_instance};
use serde_json::json;
use siting::instance::{Demand, FacilityKind, Instance, Lock, Opened, Solution};
use siting::solution::Fault;

const SEEDS: u64 = 60;
/// Most ways of a part that are tried.
const MOST: usize = 60_000;

struct TooMuch;

/// Prices of demands and ceilings.
struct Prices {
    lambda: Vec<i64>,
    mu: Vec<i64>,
}

/// The least over everything that may be done with some facilities and a site, nothing
/// elsewhere; `None` where nothing may. Fails where that is too much to try.
fn least(
    instance: &Instance,
    prices: &Prices,
    facilities: &[usize],
    site: Option<usize>,
) -> Result<Option<i64>, TooMuch> {
    let mut all = vec![Solution::nothing(instance)];
    for &facility in facilities {
        let mut more = Vec::new();
        for solution in &all {
            for (level, told) in instance.levels(facility).iter().enumerate() {
                for payment in 0..told.payments.len() {
                    let mut solution = solution.clone();
                    solution.open[facility] = Some(Opened { level, payment });
                    more.push(solution);
                }
            }
        }
        all.extend(more);
    }
    if let Some(site) = site {
        let payments = instance.sites[site]
            .openings
            .iter()
            .map(|opening| opening.payments.len());
        for payment in 0..payments.max().unwrap_or(0) {
            let unpaid = all
                .iter()
                .filter(|solution| solution.site_payment[site].is_none());
            let paid = unpaid.cloned().map(|mut solution| {
                solution.site_payment[site] = Some(payment);
                solution
            });
            let paid: Vec<Solution> = paid.collect();
            all.extend(paid);
        }
    }
    let arcs: Vec<usize> = (0..instance.arcs.len())
        .filter(|&arc| facilities.contains(&instance.arcs[arc].facility))
        .collect();
    if all.len() << arcs.len() > MOST {
        return Err(TooMuch);
    }
    let mut best: Option<i64> = None;
    for mut solution in all {
        for used in 0..1u32 << arcs.len() {
            for (bit, &arc) in arcs.iter().enumerate() {
                let persons = instance.demands[instance.arcs[arc].demand].persons;
                solution.flow[arc] = persons * (used >> bit & 1);
            }
            let is_ours = |fault: &Fault| match *fault {
                Fault::Capacity { facility } | Fault::MinLoad { facility } => {
                    facilities.contains(&facility)
                }
                Fault::MaxPlaces { site: at } | Fault::SitePayment { site: at } => site == Some(at),
                Fault::Lock(lock) => match instance.locks[lock] {
                    Lock::Site { site: at, .. } => site == Some(at),
                    Lock::Facility { facility, .. } => facilities.contains(&facility),
                },
                Fault::Apart(_) | Fault::Shape => true,
                Fault::People { .. } | Fault::Ceiling(_) => false,
            };
            if solution.faults(instance).iter().any(is_ours) {
                continue;
            }
            solution.unmet.fill(0);
            let mut cost = solution.cost(instance);
            for &arc in &arcs {
                let arc_price = prices.lambda[instance.arcs[arc].demand];
                cost -= i64::from(solution.flow[arc]) * arc_price;
            }
            let drawn = solution.draws(instance);
            cost += drawn
                .iter()
                .zip(&prices.mu)
                .map(|(drawn, mu)| drawn * mu)
                .sum::<i64>();
            best = Some(best.map_or(cost, |best| best.min(cost)));
        }
    }
    Ok(best)
}

/// The Lagrangian bound by trying everything.
fn by_hand(instance: &Instance, prices: &Prices) -> Result<Option<i64>, TooMuch> {
    let mut parts = Vec::new();
    let persons = instance.demands.iter().zip(&prices.lambda);
    let mut total: i64 = persons
        .map(|(demand, price)| i64::from(demand.persons) * price)
        .sum();
    total -= instance
        .ceilings
        .iter()
        .zip(&prices.mu)
        .map(|(ceiling, mu)| ceiling.cents * mu)
        .sum::<i64>();
    for site in 0..instance.sites.len() {
        let here = |&facility: &usize| matches!(instance.facilities[facility].kind, FacilityKind::New { site: at, .. } if at == site);
        let facilities: Vec<usize> = (0..instance.facilities.len()).filter(here).collect();
        parts.push(least(instance, prices, &facilities, Some(site))?);
    }
    for facility in 0..instance.facilities.len() {
        if let FacilityKind::Existing { .. } = instance.facilities[facility].kind {
            parts.push(least(instance, prices, &[facility], None)?);
        }
    }
    let parts: Option<i64> = parts.into_iter().sum();
    Ok(parts.map(|parts| total + parts))
}

fn site_plans_are_exact(variant: Variant) {
    let mut found = 0u64;
    for seed in 0..SEEDS {
        let mut instance = random_instance(seed, variant);
        instance.onward.clear();
        // So that costs have no other common divisor than 1.
        instance.demands.push(Demand {
            unmet_cost: Some(1),
            ..Demand::default()
        });
        for demand in &mut instance.demands {
            demand.single_source = true;
        }
        let mut dice = Dice(seed ^ 0x1eaf);
        let price = |most: Option<i64>, dice: &mut Dice| dice.pick(0, 40).min(most.unwrap_or(40));
        let lambda = instance
            .demands
            .iter()
            .map(|demand| price(demand.unmet_cost, &mut dice))
            .collect();
        let mu = instance.ceilings.iter().map(|_| dice.pick(0, 2)).collect();
        let prices = Prices { lambda, mu };
        let Ok(by_hand) = by_hand(&instance, &prices) else {
            continue;
        };
        let case = Case::new(instance);
        let mut tree = case.tree(&mut dice, 0);
        (
            tree.header["scale"],
            tree.header["whole"],
            tree.header["kept"],
        ) = (json!(1), json!(true), json!(null));
        tree.nodes[0].lambda = prices.lambda.iter().copied().enumerate().collect();
        tree.nodes[0].mu = prices.mu.iter().copied().enumerate().collect();
        let proven = case.check(&tree).unwrap().proven;
        assert_eq!(
            proven,
            by_hand.map(i128::from),
            "{variant:?} {seed}\n{}{}",
            case.json,
            tree.text()
        );
        found += u64::from(by_hand.is_some());
    }
    assert!(found > 10, "{found}");
}

#[test]
fn site_plans_are_exact_with_several_services() {
    site_plans_are_exact(Variant::MultiService);
}

#[test]
fn site_plans_are_exact_over_phases() {
    site_plans_are_exact(Variant::Phased);
}

#[test]
fn site_plans_are_exact_with_everything() {
    site_plans_are_exact(Variant::Everything);
}
