//! Cost shares of municipalities that use sites together, solved by hand.

mod common;

use common::*;
use domain::{Cents, Plan, Region};
use planning::shares::*;
use siting::engine::Engine;
use siting::solver::Control;

fn shares_of(region: &Region, plan: &Plan, options: &SharesOptions) -> CostShares {
    let demand = demand::demand(region);
    let mut go_on = |_| Control::Continue;
    cost_shares(region, &demand.points, plan, options, &Engine, &mut go_on).unwrap()
}

fn exact() -> SharesOptions {
    SharesOptions {
        gap: 0.0,
        work_limit: None,
        ..SharesOptions::default()
    }
}

fn of(group: &Group, rule: Rule) -> &RuleShares {
    group.rules.iter().find(|row| row.rule == rule).unwrap()
}

fn in_eur(shares: &RuleShares) -> Vec<f64> {
    shares
        .shares
        .iter()
        .flatten()
        .map(|share| share.eur())
        .collect()
}

/// Two people at `B1` go to `CA` with the four at `A1`: 8 places. What that
/// costs, EUR a year:
///
/// | | capital | site | places | travel | all |
/// |---|---|---|---|---|---|
/// | together | 800 | 500 | 1,200 | 4 × 400 + 2 × 800 | 5,700 |
/// | A alone | 400 | 500 | 800 | 4 × 400 | 3,300 |
/// | B alone | 400 | 500 | 400 | 2 × 800 | 2,900 |
fn two() -> Region {
    region_with(|region| region.needs.push(need("B1", "DAY", 2)))
}

#[test]
fn two_that_save_500_together_share_as_by_hand() {
    let region = two();
    let plan = planned(&region);
    let shares = shares_of(&region, &plan, &exact());
    assert_eq!((shares.objective, shares.rest), (eur(5_700.0), Cents::ZERO));
    let [group] = &shares.groups[..] else {
        panic!("{shares:#?}")
    };
    assert_eq!(group.cost, eur(5_700.0));
    assert_eq!(
        group.together,
        Some(Span {
            at_least: eur(5_700.0),
            at_most: eur(5_700.0)
        })
    );
    assert_eq!((group.coalitions, group.unproven), (3, 0));
    let alone: Vec<_> = group
        .members
        .iter()
        .map(|member| member.alone.at_most.eur())
        .collect();
    assert_eq!(alone, [3_300.0, 2_900.0]);
    let own: Vec<_> = group
        .members
        .iter()
        .map(|member| member.own.eur())
        .collect();
    assert_eq!(own, [2_400.0, 2_000.0]);
    // A owns the site and pays for both: 8,000 over 10 years, 500 and 6 × 200.
    let pays = |member: &Member| (member.pays_capital.eur(), member.pays_running.eur());
    assert_eq!(
        group.members.iter().map(pays).collect::<Vec<_>>(),
        [(800.0, 1_700.0), (0.0, 0.0)]
    );

    // Each saves half of 500; both add what the other's stand-alone cost leaves.
    for rule in [Rule::Shapley, Rule::Nucleolus, Rule::RemainingBenefits] {
        assert_eq!(in_eur(of(group, rule)), [3_050.0, 2_650.0], "{rule:?}");
        assert_eq!(of(group, rule).objection, None);
    }
    assert_eq!(in_eur(of(group, Rule::Equal)), [2_850.0, 2_850.0]);
    // 5,700 × 3,300 ÷ 6,200 and × 2,900 ÷ 6,200
    assert_eq!(in_eur(of(group, Rule::StandAlone)), [3_033.87, 2_666.13]);
    // 1,000 and 500 residents; 4 and 2 people served.
    for rule in [Rule::Residents, Rule::Uses] {
        assert_eq!(in_eur(of(group, rule)), [3_800.0, 1_900.0], "{rule:?}");
        let leaves = of(group, rule).objection.clone().unwrap();
        assert_eq!(leaves.members, ["A".into()]);
        assert_eq!(
            (leaves.pays, leaves.alone.at_most, leaves.less),
            (eur(3_800.0), eur(3_300.0), eur(500.0))
        );
    }
    let core = group.core.unwrap();
    assert_eq!(
        (core.empty, core.excess.at_most),
        (Some(false), eur(-250.0))
    );
}

#[test]
fn who_could_do_better_elsewhere_pays_less_than_at_the_decided_site() {
    // B could open 4 places at B1, two minutes away: 2 × 100 × 2 × (2 ÷ 60 × 6 + 2 × 0.1) = 160 of travel;
    // but the plan was bound to have nothing there.
    let mut region = region_with(|region| {
        region.needs.push(need("B1", "DAY", 2));
        region.candidates.push(candidate("CB", "B1", "B"));
        region.travel.push(way("B1", "CB", 2, 2));
        region
            .scenario
            .locks
            .push(lock("CB", None, domain::LockState::Closed));
    });
    let plan = planned(&region);
    let as_decided = SharesOptions {
        alone: Alone::Decided,
        ..exact()
    };
    let closed = shares_of(&region, &plan, &exact());
    let decided = shares_of(&region, &plan, &as_decided);
    // While the lock holds it holds for B alone too.
    assert_eq!(closed.groups[0].members, decided.groups[0].members);
    assert_eq!(decided.groups[0].together, None);
    region.scenario.locks.clear();
    let open = shares_of(&region, &plan, &exact());
    let [group] = &open.groups[..] else {
        panic!("{open:#?}")
    };
    assert_eq!(
        group.members[1].alone.at_most,
        eur(400.0 + 500.0 + 400.0 + 160.0)
    );
    // 3,300 + 1,460 apart is less than 5,700 together: no shares keep both.
    assert_eq!(group.together.unwrap().at_most, eur(4_760.0));
    assert_eq!(group.core.unwrap().empty, Some(true));
    // Each pays (5,700 − 4,760) ÷ 2 = 470 too much by the fairest shares.
    assert_eq!(group.core.unwrap().excess.at_most, eur(470.0));
    assert_eq!(
        of(group, Rule::Nucleolus).objection.as_ref().unwrap().less,
        eur(470.0)
    );
    assert_eq!(
        in_eur(of(
            &shares_of(&region, &plan, &as_decided).groups[0],
            Rule::Shapley
        )),
        [3_050.0, 2_650.0]
    );
}

#[test]
fn who_uses_nothing_with_others_bears_its_own_cost() {
    let region = region_with(|region| {
        region.needs.push(need("B1", "DAY", 2));
        region.travel.retain(|row| row.from.as_str() != "B1");
    });
    let plan = planned(&region);
    let shares = shares_of(&region, &plan, &exact());
    let told: Vec<_> = shares
        .groups
        .iter()
        .map(|group| {
            (
                group.members[0].territory.as_str(),
                group.cost.eur(),
                group.rules.len(),
            )
        })
        .collect();
    assert_eq!(told, [("A", 3_300.0, 0), ("B", 10_000.0, 0)]);
    assert_eq!(shares.groups[1].members[0].alone.at_most, eur(10_000.0));
}

#[test]
fn what_opens_for_nobody_is_nobodys_share() {
    let region = region_with(|region| {
        region.services[0].min_occupancy = 0.0;
        region.candidates.push(candidate("CB", "B1", "B"));
        region
            .scenario
            .locks
            .push(lock("CB", None, domain::LockState::Open));
    });
    let plan = planned(&region);
    let shares = shares_of(&region, &plan, &exact());
    assert_eq!(shares.rest, eur(400.0 + 500.0));
    assert_eq!(shares.groups[0].cost + shares.rest, plan.objective);
}

#[test]
fn residents_that_nobody_knows_leave_that_rule_out() {
    let mut region = two();
    region.places[1].population = None;
    let plan = planned(&region);
    let shares = shares_of(&region, &plan, &exact());
    assert_eq!(of(&shares.groups[0], Rule::Residents).shares, None);
    assert!(of(&shares.groups[0], Rule::Uses).shares.is_some());
}

#[test]
fn only_the_rules_asked_for_are_told() {
    let region = two();
    let plan = planned(&region);
    let options = SharesOptions {
        rules: vec![Rule::Nucleolus, Rule::Equal],
        ..exact()
    };
    let shares = shares_of(&region, &plan, &options);
    let told: Vec<_> = shares.groups[0]
        .rules
        .iter()
        .map(|row| row.rule.name())
        .collect();
    assert_eq!(told, ["equal", "nucleolus"]);
}

#[test]
fn a_plan_of_another_region_is_refused() {
    let plan = planned(&two());
    let region = region();
    let demand = demand::demand(&region);
    let error = cost_shares(
        &region,
        &demand.points,
        &plan,
        &exact(),
        &Engine,
        &mut |_| Control::Continue,
    );
    assert_eq!(error, Err(SharesError::OtherRegion));
}

#[test]
fn who_stops_it_gets_nothing() {
    let region = two();
    let plan = planned(&region);
    let demand = demand::demand(&region);
    let error = cost_shares(
        &region,
        &demand.points,
        &plan,
        &exact(),
        &Engine,
        &mut |_| Control::Stop,
    );
    assert_eq!(error, Err(SharesError::Stopped));
}

#[test]
fn time_that_is_up_leaves_wide_bounds_that_hold() {
    let region = two();
    let plan = planned(&region);
    let options = SharesOptions {
        time_limit_s: Some(1e-9),
        ..exact()
    };
    let (hasty, known) = (
        shares_of(&region, &plan, &options),
        shares_of(&region, &plan, &exact()),
    );
    let (hasty, known) = (&hasty.groups[0], &known.groups[0]);
    assert_eq!(hasty.unproven, hasty.coalitions);
    for (wide, exact) in hasty.members.iter().zip(&known.members) {
        assert!(
            wide.alone.at_least < exact.alone.at_least && exact.alone.at_most <= wide.alone.at_most
        );
    }
    let ranges = of(hasty, Rule::Shapley).ranges.as_ref().unwrap();
    for (range, share) in ranges
        .iter()
        .zip(of(known, Rule::Shapley).shares.as_ref().unwrap())
    {
        assert!(range.at_least <= *share && *share <= range.at_most);
    }
}

/// Municipalities `M00`, `M01`, … with one place each, on a line from the day centre at `CA`.
fn line(municipalities: usize) -> Region {
    region_with(|region| {
        region.needs.clear();
        for at in 0..municipalities {
            let (id, place_id) = (format!("M{at:02}"), format!("P{at:02}"));
            region.territories.push(territory(
                &id,
                domain::TerritoryKind::Municipality,
                Some("R"),
            ));
            region
                .places
                .push(place(&place_id, &id, 100 * (at as u32 + 1)));
            region.needs.push(need(&place_id, "DAY", 1 + at as u32 % 2));
            region.travel.push(way(&place_id, "CA", 5 + at as u32, 5));
        }
        region.services[0].sizes = vec![4, 8, 16, 32];
        region.services[0].min_occupancy = 0.0;
    })
}

#[test]
fn more_than_twelve_are_sampled_and_add_up() {
    let region = line(MOST_EXACT + 1);
    let plan = planned(&region);
    let options = SharesOptions {
        circles: 4,
        threads: 2,
        ..exact()
    };
    let shares = shares_of(&region, &plan, &options);
    let [group] = &shares.groups[..] else {
        panic!("{shares:#?}")
    };
    assert_eq!(group.members.len(), 13);
    assert!(group.coalitions < 1 << 10 && group.core.is_none());
    assert!(group.rules.iter().all(|row| row.rule != Rule::Nucleolus));
    for row in &group.rules {
        assert_eq!(
            row.shares.iter().flatten().copied().sum::<Cents>(),
            group.cost,
            "{:?}",
            row.rule
        );
    }
    let ranges = of(group, Rule::Shapley).ranges.as_ref().unwrap();
    assert!(ranges.iter().all(|range| range.at_least < range.at_most));
    assert!(group.rules.iter().all(|row| row.searched));
    let no_time = SharesOptions {
        time_limit_s: Some(1e-9),
        ..options.clone()
    };
    let hasty = shares_of(&region, &plan, &no_time);
    assert!(hasty.groups[0].rules.iter().all(|row| !row.searched));
    let one_thread = SharesOptions {
        threads: 1,
        ..options
    };
    assert_eq!(shares_of(&region, &plan, &one_thread), shares);
}

#[test]
fn the_nucleolus_of_a_large_group_is_found_by_separation() {
    let region = line(MOST_EXACT + 1);
    let plan = planned(&region);
    let decided = SharesOptions {
        alone: Alone::Decided,
        rules: vec![Rule::Nucleolus],
        ..exact()
    };
    let shares = shares_of(&region, &plan, &decided);
    let nucleolus = of(&shares.groups[0], Rule::Nucleolus);
    assert_eq!(
        nucleolus.shares.iter().flatten().copied().sum::<Cents>(),
        shares.groups[0].cost
    );
}

fn tiny() -> Region {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/tiny");
    dataset::check(&dir)
        .region
        .expect("a package without faults")
}

fn alone(group: &Group) -> Vec<(&str, f64)> {
    let told = |member: &'_ Member| member.alone.at_most.eur();
    let names = group.members.iter().map(|member| member.territory.as_str());
    names.zip(group.members.iter().map(told)).collect()
}

/// `docs/cost-shares.md` has the figures.
#[test]
fn the_tiny_region_shares_its_decided_sites_as_by_hand() {
    let region = tiny();
    let plan = planned(&region);
    let options = SharesOptions {
        alone: Alone::Decided,
        ..exact()
    };
    let shares = shares_of(&region, &plan, &options);
    let [group, by_itself] = &shares.groups[..] else {
        panic!("{shares:#?}")
    };
    assert_eq!(by_itself.members[0].territory.as_str(), "D");
    assert_eq!(by_itself.cost, eur(16_000.0));
    assert_eq!(group.cost, eur(219_407.38));
    let own: Vec<_> = group.members.iter().map(|member| member.own).collect();
    assert_eq!(own, [eur(74_224.0), eur(92_339.2), eur(13_500.0)]);
    let by_hand = [("A", 98_470.09), ("B", 112_042.13), ("C", 20_672.61)];
    assert_eq!(alone(group), by_hand);
    assert_eq!(
        in_eur(of(group, Rule::Shapley)),
        [94_116.31, 108_972.24, 16_318.83]
    );
    let nucleolus = in_eur(of(group, Rule::Nucleolus));
    for (share, by_hand) in nucleolus.iter().zip([93_732.575, 109_739.71, 15_935.095]) {
        assert!((share - by_hand).abs() < 0.011, "{nucleolus:?}");
    }
    let residents = of(group, Rule::Residents);
    assert_eq!(in_eur(residents), [119_243.14, 64_391.30, 35_772.94]);
    let leaves = residents.objection.as_ref().unwrap();
    assert_eq!(leaves.members, ["A".into(), "C".into()]);
    assert_eq!(
        (leaves.alone.at_most, leaves.less),
        (eur(111_970.09), eur(43_045.99))
    );
    for rule in [Rule::Shapley, Rule::Nucleolus] {
        assert_eq!(of(group, rule).objection, None, "{rule:?}");
    }
    let core = group.core.unwrap();
    assert_eq!(
        (core.empty, core.excess.at_most),
        (Some(false), eur(-2_302.42))
    );
}

#[test]
fn each_alone_in_the_tiny_region_plans_as_by_hand() {
    let region = tiny();
    let plan = planned(&region);
    let all_money = SharesOptions {
        alone: Alone::AllMoney,
        ..exact()
    };
    let shares = shares_of(&region, &plan, &all_money);
    let group = &shares.groups[0];
    // A: WORK at CA (9,429.70) and so HOME at CB (45,023.12), DAY at CE and SA (19,643.88), CARE at CA
    // (6,596.49), the site CA (1,604.85). B: HOME with six places at CA (67,138.92), DAY at CB (14,928.97),
    // CARE at CB (6,596.49), b2 left without (9,000). C: two at SA (9,540), one left without (9,000).
    let by_hand = [("A", 82_298.04), ("B", 97_664.38), ("C", 18_540.0)];
    assert_eq!(alone(group), by_hand);
    // Each would have the whole budget, which all together have too little of.
    assert_eq!(group.together.unwrap().at_most, group.cost);
    assert_eq!(group.core.unwrap().empty, Some(true));

    // By needs A has 15, B 12 and C 3 of the group's 30; the plan draws 347,000 of the budget of 390,000, and of
    // the 43,000 left the group has 30 ÷ 32. So A has 193,656.25, which is too little for what it would build with all
    // the money (203,000): no WORK, HOME at CA (93,222.33). B has 154,925: HOME with four places at CB (41,029.52), two
    // left without it (32,000), DAY at CE and SA (21,383.88), CARE and b2 left without (16,000).
    let shares = shares_of(&region, &plan, &exact());
    let by_hand = [("A", 93_222.33), ("B", 110_413.4), ("C", 18_540.0)];
    assert_eq!(alone(&shares.groups[0]), by_hand);
    let cost = shares.groups[0].together.unwrap().at_most;
    assert_eq!(cost, shares.groups[0].cost);
}
