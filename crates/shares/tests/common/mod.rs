//! Games in words, for tests.
#![allow(dead_code)] // each test file uses some of the words

use shares::{Coalition, Cost, Decided, Game, Separate};

/// A game whose costs are known exactly.
pub fn game<'a>(players: usize, cost: impl Fn(Coalition) -> i64 + 'a) -> Game<'a> {
    let shared = cost(Coalition::everyone(players));
    Game::new(players, shared, move |coalition| {
        Cost::exactly(cost(coalition))
    })
    .unwrap()
}

/// A game from the costs of all coalitions, by their bits.
pub fn listed(costs: Vec<i64>) -> Game<'static> {
    let players = costs.len().ilog2() as usize;
    game(players, move |coalition| costs[coalition.bits() as usize])
}

/// Whether shares are those expected, each to within so much.
pub fn close(shares: &[f64], expected: &[f64], within: f64) {
    assert_eq!(shares.len(), expected.len());
    let far = shares
        .iter()
        .zip(expected)
        .any(|(one, other)| (one - other).abs() > within);
    assert!(!far, "{shares:?} instead of {expected:?}");
}

/// Separation by looking at every coalition.
pub struct Enumerated<'a>(pub &'a Game<'a>);

impl Separate for Enumerated<'_> {
    fn separate(&self, prices: &[f64], decided: &Decided) -> Coalition {
        let all = 0..1u128 << self.0.players();
        let gain = |coalition: &Coalition| {
            let paid: f64 = coalition.players().map(|player| prices[player]).sum();
            paid - self.0.cost(*coalition).found as f64
        };
        let admitted = all
            .map(Coalition::of_bits)
            .filter(|coalition| decided.admits(*coalition));
        admitted
            .max_by(|one, other| gain(one).total_cmp(&gain(other)))
            .expect("what is decided admits a coalition")
    }
}
