//! Games from the literature, and by hand.

mod common;

use common::{close, game, listed};
use shares::{
    Coalition, Cost, Game, least_excess, nucleolus, objection, proportional, remaining_benefits,
    shapley, whole,
};

/// The six groups of municipalities in Skåne that plan a water supply (Young,
/// Okada, Hashimoto 1982, Table 2), in millions of crowns.
const SKANE: &str = "A 21.95 H 17.08 K 10.91 L 15.88 M 20.81 T 21.98 AH 34.69 AK 32.86 AL 37.83 AM 42.76 \
    AT 43.93 HK 22.96 HL 25.00 HM 37.89 HT 39.06 KL 26.79 KM 31.45 KT 32.89 LM 31.10 LT 37.86 MT 39.41 \
    AHK 40.74 AHL 43.22 AHM 55.50 AHT 56.67 AKL 48.74 AKM 53.40 AKT 54.84 ALM 53.05 ALT 59.81 AMT 61.36 \
    HKL 27.26 HKM 42.55 HKT 44.94 HLM 45.81 HLT 46.98 HMT 56.49 KLM 42.01 KLT 48.77 KMT 50.32 LMT 51.46 \
    AHKL 48.95 AHKM 60.25 AHKT 62.72 AHLM 64.03 AHLT 65.20 AHMT 74.10 AKLM 63.96 AKLT 70.72 AKMT 72.27 \
    ALMT 73.41 HKLM 48.07 HKLT 49.24 HKMT 59.35 HLMT 64.41 KLMT 56.61 AHKLM 69.76 AHKMT 77.42 AHLMT 83.00 \
    AHKLT 70.93 AKLMT 73.97 HKLMT 66.46 AHKLMT 83.82";

/// In units of 10,000 crowns.
fn skane() -> Game<'static> {
    const PLAYERS: &str = "AHKLMT";
    let mut costs = vec![0; 64];
    let mut words = SKANE.split_whitespace();
    while let (Some(members), Some(millions)) = (words.next(), words.next()) {
        let coalition: Coalition = members
            .chars()
            .filter_map(|member| PLAYERS.find(member))
            .collect();
        costs[coalition.bits() as usize] =
            (millions.parse::<f64>().unwrap() * 100.0).round() as i64;
    }
    assert!(costs[1..].iter().all(|&cost| cost > 0));
    listed(costs)
}

/// One unit of the last printed digit: the paper rounds so that sums hold.
const PRINTED: f64 = 1.0;

#[test]
fn the_shapley_value_of_skane_is_the_published_one() {
    let shares: Vec<f64> = shapley(&skane())
        .unwrap()
        .iter()
        .map(|share| share.share)
        .collect();
    close(
        &shares,
        &[2001.0, 1071.0, 661.0, 1037.0, 1694.0, 1918.0],
        PRINTED,
    );
}

#[test]
fn the_nucleolus_of_skane_is_the_published_one() {
    let found = nucleolus(&skane()).unwrap();
    assert!(found.rational);
    close(
        &found.shares,
        &[2035.0, 1206.0, 500.0, 861.0, 1832.0, 1948.0],
        PRINTED,
    );
}

#[test]
fn separable_costs_and_remaining_benefits_of_skane_are_the_published_ones() {
    let shares = remaining_benefits(&skane());
    close(
        &shares,
        &[1954.0, 1328.0, 562.0, 1090.0, 1666.0, 1782.0],
        PRINTED,
    );
}

#[test]
fn skane_has_a_core_that_two_of_the_rules_miss() {
    let game = skane();
    assert!(least_excess(&game, false).unwrap().unwrap() < 0.0);
    let by = |shares: &[f64]| objection(&game, &whole(game.shared(), shares)).unwrap();
    assert_eq!(by(&nucleolus(&game).unwrap().shares), None);
    // The paper: by SCRB the three H, K, L pay 29.80, and would pay 27.26 alone.
    let leave = by(&remaining_benefits(&game)).unwrap();
    assert_eq!(leave.coalition, [1, 2, 3].into_iter().collect());
    assert_eq!(leave.alone, Cost::exactly(2726));
    assert!((leave.pays - 2980).abs() <= 2, "{leave:?}");
    // And by the Shapley value they pay 27.69.
    let values: Vec<f64> = shapley(&game)
        .unwrap()
        .iter()
        .map(|share| share.share)
        .collect();
    let leave = by(&values).unwrap();
    assert_eq!(leave.coalition, [1, 2, 3].into_iter().collect());
    assert!((leave.gain() - 43).abs() <= 2, "{leave:?}");
}

/// A runway (Littlechild, Owen 1973): whoever needs the longest pays for all.
fn runway() -> Game<'static> {
    const LENGTHS: [i64; 3] = [600, 1200, 1800];
    game(3, |coalition| {
        coalition
            .players()
            .map(|player| LENGTHS[player])
            .max()
            .unwrap_or(0)
    })
}

#[test]
fn users_of_a_runway_share_each_part_that_they_use() {
    // 600 ÷ 3; + 600 ÷ 2; + 600.
    let shares: Vec<f64> = shapley(&runway())
        .unwrap()
        .iter()
        .map(|share| share.share)
        .collect();
    close(&shares, &[200.0, 500.0, 1100.0], 1e-9);
}

#[test]
fn the_nucleolus_of_a_runway_is_that_of_littlechild() {
    // The shortest: min(600 ÷ 2, 1200 ÷ 3, 1800 ÷ 3) = 300; the next: min((1200 − 300) ÷ 2, (1800 − 300) ÷ 2) = 450.
    close(
        &nucleolus(&runway()).unwrap().shares,
        &[300.0, 450.0, 1050.0],
        1e-6,
    );
    // {1} and {2, 3} complain least of all: 300 less than alone.
    assert!((least_excess(&runway(), false).unwrap().unwrap() + 300.0).abs() < 1e-6);
}

/// A house for up to two costs 10, for three 20: any two would stay alone.
fn house() -> Game<'static> {
    game(
        3,
        |coalition| if coalition.len() == 3 { 2000 } else { 1000 },
    )
}

#[test]
fn a_house_for_two_leaves_the_core_of_three_empty() {
    let game = house();
    // Two pay 1333.33 together, which is 333.33 too much.
    assert!((least_excess(&game, false).unwrap().unwrap() - 1000.0 / 3.0).abs() < 1e-6);
    let shares = whole(2000, &nucleolus(&game).unwrap().shares);
    assert_eq!(shares.iter().sum::<i64>(), 2000);
    let leave = objection(&game, &shares).unwrap().unwrap();
    assert_eq!(leave.coalition.len(), 2);
    assert_eq!(leave.gain(), leave.pays - 1000);
    assert!((333..=334).contains(&leave.gain()));
}

#[test]
fn bounds_that_are_wide_make_the_core_uncertain() {
    let vague = Game::new(3, 2000, |coalition| Cost {
        bound: 1000,
        found: if coalition.len() == 2 { 1400 } else { 1000 },
    })
    .unwrap();
    assert!(least_excess(&vague, false).unwrap().unwrap() <= 0.0);
    assert!(least_excess(&vague, true).unwrap().unwrap() > 0.0);
    for share in shapley(&vague).unwrap() {
        assert!(
            share.low < share.share && share.share < share.high,
            "{share:?}"
        );
    }
}

#[test]
fn one_player_pays_all_and_has_nobody_to_leave() {
    let alone = game(1, |_| 777);
    assert_eq!(nucleolus(&alone).unwrap().shares, [777.0]);
    assert_eq!(least_excess(&alone, false).unwrap(), None);
    assert_eq!(objection(&alone, &[777]).unwrap(), None);
    assert_eq!(remaining_benefits(&alone), [777.0]);
    assert_eq!(shapley(&alone).unwrap()[0].share, 777.0);
}

#[test]
fn a_game_that_is_worse_together_has_a_nucleolus_all_the_same() {
    let worse = game(
        2,
        |coalition| if coalition.len() == 2 { 3000 } else { 1000 },
    );
    let found = nucleolus(&worse).unwrap();
    assert!(!found.rational);
    close(&found.shares, &[1500.0, 1500.0], 1e-6);
}

#[test]
fn whole_cents_add_up_and_go_to_the_largest_remainder() {
    assert_eq!(
        whole(100, &proportional(100, &[1.0, 1.0, 1.0])),
        [34, 33, 33]
    );
    assert_eq!(whole(10, &[3.2, 3.5, 3.3]), [3, 4, 3]);
    assert_eq!(whole(-10, &[-3.2, -3.5, -3.3]), [-3, -4, -3]);
    assert_eq!(whole(5, &[1.0, 1.0]), [3, 2]);
    assert_eq!(whole(1, &[1.0, 1.0]), [1, 0]);
    assert_eq!(whole(100, &proportional(100, &[0.0, -1.0])), [50, 50]);
}
