//! What holds of every game.

mod common;

use common::{Enumerated, close, game, listed};
use coopgame::{Domain, ExplicitGame, values, verify};
use proptest::prelude::*;
use shares::{
    Coalition, Cost, Error, Game, MOST_LISTED, Sampling, least_excess, nucleolus, nucleolus_by,
    objection, objection_by, remaining_benefits, sample, shapley, whole,
};

/// Costs of all coalitions of 2 to 5 players, by bits; nobody's is 0.
fn costs() -> impl Strategy<Value = Vec<i64>> {
    let of = |players: usize| prop::collection::vec(0i64..100_000, (1 << players) - 1);
    (2usize..=5).prop_flat_map(of).prop_map(|mut costs| {
        costs.insert(0, 0);
        costs
    })
}

/// Costs of a set of roads: each is needed by some players, and paid by any
/// coalition that has one of them. Such games are concave, so their core is not empty.
fn roads() -> impl Strategy<Value = Vec<i64>> {
    let road = (1u128..32, 0i64..10_000);
    prop::collection::vec(road, 1..12).prop_map(|roads| {
        let cost = |bits: u128| {
            roads
                .iter()
                .filter(|(needs, _)| needs & bits != 0)
                .map(|(_, cost)| cost)
                .sum()
        };
        (0..32).map(cost).collect()
    })
}

fn values(costs: &[i64]) -> Vec<f64> {
    shapley(&listed(costs.to_vec()))
        .unwrap()
        .iter()
        .map(|share| share.share)
        .collect()
}

fn kernel(costs: &[i64]) -> Vec<f64> {
    nucleolus(&listed(costs.to_vec())).unwrap().shares
}

/// The same game in which two players have changed places.
fn swapped(costs: &[i64]) -> Vec<i64> {
    let swap = |bits: usize| bits & !3 | (bits & 1) << 1 | (bits >> 1 & 1);
    (0..costs.len()).map(|bits| costs[swap(bits)]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn all_that_is_shared_is_shared(costs in costs()) {
        let game = listed(costs.clone());
        for shares in [values(&costs), kernel(&costs), remaining_benefits(&game)] {
            prop_assert!((shares.iter().sum::<f64>() - game.shared() as f64).abs() < 0.05);
            prop_assert_eq!(whole(game.shared(), &shares).iter().sum::<i64>(), game.shared());
        }
    }

    #[test]
    fn whoever_changes_places_changes_shares(costs in costs()) {
        for shares in [values, kernel] {
            let (mut before, after) = (shares(&costs), shares(&swapped(&costs)));
            before.swap(0, 1);
            close(&after, &before, 0.05);
        }
    }

    #[test]
    fn who_adds_a_fixed_cost_to_everyone_pays_just_that(costs in costs(), own in 0i64..5_000) {
        let mut with_dummy = costs.clone();
        with_dummy.extend(costs.iter().map(|cost| cost + own));
        for shares in [values, kernel] {
            let (without, with) = (shares(&costs), shares(&with_dummy));
            let dummy = with.len() - 1;
            prop_assert!((with[dummy] - own as f64).abs() < 0.05, "{with:?}");
            close(&with[..dummy], &without, 0.05);
        }
    }

    #[test]
    fn shapley_shares_of_two_games_add_up(one in roads(), other in roads()) {
        let both: Vec<i64> = one.iter().zip(&other).map(|(one, other)| one + other).collect();
        let sum: Vec<f64> = values(&one).iter().zip(values(&other)).map(|(one, other)| one + other).collect();
        close(&values(&both), &sum, 1e-6);
    }

    #[test]
    fn the_shapley_value_is_that_of_the_other_library(costs in costs()) {
        let list: Vec<f64> = costs[1..].iter().map(|&cost| cost as f64).collect();
        close(&values(&costs), &values::shapley(&ExplicitGame::from_binary(&list).unwrap()), 1e-6);
    }

    #[test]
    fn twice_the_costs_are_twice_the_shares(costs in costs()) {
        let twice: Vec<i64> = costs.iter().map(|cost| 2 * cost).collect();
        for shares in [values, kernel] {
            let double: Vec<f64> = shares(&costs).iter().map(|share| 2.0 * share).collect();
            close(&shares(&twice), &double, 0.05);
        }
    }

    #[test]
    fn a_cost_of_ones_own_changes_the_nucleolus_by_just_that(costs in costs(), own in 0i64..9_000) {
        let more: Vec<i64> = costs.iter().enumerate().map(|(bits, cost)| cost + (bits & 1) as i64 * own).collect();
        let mut expected = kernel(&costs);
        expected[0] += own as f64;
        close(&kernel(&more), &expected, 0.05);
    }

    #[test]
    fn the_nucleolus_meets_kohlbergs_criterion(costs in costs()) {
        let list: Vec<f64> = costs[1..].iter().map(|&cost| -cost as f64).collect();
        let explicit = ExplicitGame::from_binary(&list).unwrap();
        let found = nucleolus(&listed(costs)).unwrap();
        let domain = if found.rational { Domain::Imputation } else { Domain::Preimputation };
        let gains: Vec<f64> = found.shares.iter().map(|share| -share).collect();
        let report = verify::kohlberg(&explicit, &gains, domain).unwrap();
        prop_assert!(report.satisfied, "{:?}", report.reason);
    }

    #[test]
    fn nobody_leaves_the_nucleolus_where_the_core_is_not_empty(costs in costs(), roads in roads()) {
        for costs in [costs, roads] {
            let game = listed(costs.clone());
            let least = least_excess(&game, false).unwrap().unwrap();
            let shares = whole(game.shared(), &kernel(&costs));
            let leaves = objection(&game, &shares).unwrap();
            if least <= 0.0 {
                prop_assert_eq!(leaves, None);
            }
            if least > 10.0 {
                // Of some coalition every split asks ε too much.
                let gain = leaves.map_or(0, |leaves| leaves.gain());
                prop_assert!(gain as f64 > least - 5.0, "{gain} {least}");
            }
        }
    }

    #[test]
    fn games_of_roads_have_a_core_and_their_shapley_value_lies_in_it(roads in roads()) {
        let game = listed(roads.clone());
        prop_assert!(least_excess(&game, false).unwrap().unwrap() < 0.01);
        prop_assert_eq!(objection(&game, &whole(game.shared(), &values(&roads))).unwrap(), None);
    }

    #[test]
    fn separation_finds_what_looking_at_all_coalitions_finds(costs in costs()) {
        let game = listed(costs.clone());
        let all = Enumerated(&game);
        let found = nucleolus_by(&game, &all, 100_000).unwrap();
        close(&found.shares, &kernel(&costs), 0.1);
        for shares in [whole(game.shared(), &found.shares), whole(game.shared(), &values(&costs))] {
            let (seen, separated) = (objection(&game, &shares).unwrap(), objection_by(&game, &all, &shares, 100_000).unwrap());
            prop_assert_eq!(seen.map(|seen| seen.gain()), separated.map(|leave| leave.gain()));
        }
    }

    #[test]
    fn the_true_shares_lie_within_those_of_wider_bounds(costs in costs(), slack in 1i64..5_000) {
        let shared = *costs.last().unwrap();
        let vague = Game::new(costs.len().ilog2() as usize, shared, |coalition| {
            let cost = costs[coalition.bits() as usize];
            Cost { bound: cost - slack, found: cost + coalition.bits() as i64 % slack }
        }).unwrap();
        for (share, truth) in shapley(&vague).unwrap().iter().zip(values(&costs)) {
            prop_assert!(share.low <= truth + 1e-6 && truth <= share.high + 1e-6);
        }
        let truth = least_excess(&listed(costs.clone()), false).unwrap().unwrap();
        prop_assert!(least_excess(&vague, false).unwrap().unwrap() <= truth + 0.05);
        prop_assert!(truth <= least_excess(&vague, true).unwrap().unwrap() + 0.05);
    }
}

/// Players on a line, each of whom needs the way from the origin and some
/// building, whose size goes by steps.
fn line(players: usize) -> Game<'static> {
    game(players, |coalition| {
        let far = coalition
            .players()
            .map(|player| 100 * (player as i64 + 1))
            .max()
            .unwrap_or(0);
        let people: i64 = coalition
            .players()
            .map(|player| 3 + player as i64 % 4)
            .sum();
        far + 1_000 * ((people + 9) / 10)
    })
}

#[test]
fn a_sample_is_the_same_each_time_and_asks_only_for_what_it_says() {
    let sampling = Sampling {
        seed: 7,
        circles: 5,
        starts: 20,
    };
    let asked = std::cell::RefCell::new(std::collections::BTreeSet::new());
    let line = line(20);
    let watched = Game::new(20, line.shared(), |coalition| {
        asked.borrow_mut().insert(coalition);
        line.cost(coalition)
    })
    .unwrap();
    let shares = sample(&watched, &sampling).unwrap();
    let announced = sampling.coalitions(20);
    assert!(asked.borrow().iter().eq(&announced));
    assert!(announced.len() <= 5 * 20 * 19);
    assert_eq!(shares, sample(&line, &sampling).unwrap());
    let sum: f64 = shares.iter().map(|share| share.share).sum();
    assert!((sum - line.shared() as f64).abs() < 1e-6);
    let other = Sampling {
        seed: 8,
        ..sampling
    };
    assert_ne!(shares, sample(&line, &other).unwrap());
}

#[test]
fn the_exact_value_lies_within_most_confidence_intervals() {
    let game = line(9);
    let exact = shapley(&game).unwrap();
    for starts in [1, 9] {
        let (mut within, mut all) = (0, 0);
        for seed in 0..40 {
            let sampling = Sampling {
                seed,
                circles: 8,
                starts,
            };
            let shares = sample(&game, &sampling).unwrap();
            for (share, exact) in shares.iter().zip(&exact) {
                all += 1;
                within += usize::from(share.low <= exact.share && exact.share <= share.high);
            }
        }
        // Of 360 intervals at 95 % fewer than 90 % hardly ever hold.
        assert!(
            within * 10 >= all * 9,
            "{within} of {all} with {starts} starts"
        );
    }
}

#[test]
fn circles_tell_more_than_orders_one_by_one_for_the_same_number_of_costs() {
    let game = line(9);
    // 9 × 8 + 1 costs a circle with all starts, 2 × 8 an order and its reverse.
    let width = |starts, circles| -> f64 {
        let of = |seed| {
            let sampling = Sampling {
                seed,
                circles,
                starts,
            };
            let shares = sample(&game, &sampling).unwrap();
            shares
                .iter()
                .map(|share| share.high - share.low)
                .sum::<f64>()
        };
        (0..10).map(of).sum()
    };
    let (circles, orders) = (width(9, 8), width(1, 36));
    println!("{circles} {orders}");
    assert!(circles < orders, "{circles} {orders}");
}

#[test]
fn a_sample_of_a_sum_of_own_costs_is_exact() {
    let own = game(30, |coalition| {
        coalition.players().map(|player| player as i64 * 11).sum()
    });
    let shares = sample(
        &own,
        &Sampling {
            seed: 1,
            circles: 2,
            starts: 1,
        },
    )
    .unwrap();
    for (player, share) in shares.iter().enumerate() {
        assert!((share.share - player as f64 * 11.0).abs() < 1e-9);
        assert!(share.high - share.low < 1e-9);
    }
}

#[test]
fn what_cannot_be_answered_is_refused_with_the_remedy() {
    assert_eq!(
        Game::new(0, 1, |_| Cost::default()).err(),
        Some(Error::Players(0))
    );
    assert_eq!(
        Game::new(129, 1, |_| Cost::default()).err(),
        Some(Error::Players(129))
    );
    let many = line(MOST_LISTED + 1);
    let error = shapley(&many).unwrap_err();
    assert!(error.to_string().contains("sample it"), "{error}");
    assert!(nucleolus(&many).is_err() && objection(&many, &[0; 17]).is_err());
    let once = Sampling {
        seed: 0,
        circles: 1,
        starts: 1,
    };
    assert_eq!(sample(&many, &once), Err(Error::Circles(1)));
    let game = line(6);
    assert_eq!(
        nucleolus_by(&game, &Enumerated(&game), 3),
        Err(Error::Separations(3))
    );
}

#[test]
fn a_game_of_all_players_that_fit_is_sampled() {
    let own = game(128, |coalition| coalition.len() as i64 * 10);
    let shares = sample(
        &own,
        &Sampling {
            seed: 3,
            circles: 2,
            starts: 2,
        },
    )
    .unwrap();
    assert!(shares.iter().all(|share| (share.share - 10.0).abs() < 1e-9));
    assert_eq!(Coalition::everyone(128).len(), 128);
}
