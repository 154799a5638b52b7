//! Shifts, swaps and chains of up to three units, each of which takes the place of the next.
//!
//! A chain that gains has a first move that gains, and a way to go on so
//! that what was gained so far stays above nothing; only such chains are followed.

use super::{Change, Placed, WITHOUT, minus, plus};

/// One unit goes from one option to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Move {
    from: u32,
    onto: u32,
}

/// Moves in a chain, at most.
const LONGEST: usize = 3;
/// Moves looked at while something is short, at most.
const REPAIR: u64 = 1_000_000;

/// A search for a chain, and how far it may go.
struct Search {
    chain: Vec<Move>,
    longest: usize,
    /// Only what makes less short helps, at whatever cost.
    repairs: bool,
    /// Moves that may be looked at for each item in turn, if there is such a limit.
    each: Option<u64>,
    /// Moves that may still be looked at.
    budget: u64,
}

impl Placed<'_> {
    /// Exchanges units until nothing helps any more, looking at so many `moves` of each item in turn.
    pub fn exchange(&mut self, moves: u64) {
        let mut search = Search {
            chain: Vec::with_capacity(LONGEST),
            longest: LONGEST,
            repairs: false,
            each: Some(moves),
            budget: moves,
        };
        self.exchange_all(&mut search);
    }

    /// Looks for chains, short ones first, that leave less short.
    pub fn repair(&mut self, moves: u64) {
        let mut search = Search {
            chain: Vec::with_capacity(LONGEST),
            longest: 1,
            repairs: true,
            each: None,
            budget: REPAIR.min(moves.saturating_mul(20)),
        };
        while self.total().0 > 0 && search.longest <= LONGEST && search.budget > 0 {
            self.exchange_all(&mut search);
            search.longest += 1;
        }
    }

    fn exchange_all(&mut self, search: &mut Search) {
        let items = self.left.len();
        let (mut item, mut unchanged) = (0, 0);
        while unchanged < items {
            if self.exchange_item(item, search) {
                unchanged = 0;
            } else {
                unchanged += 1;
                item = (item + 1) % items;
            }
        }
    }

    fn exchange_item(&mut self, item: usize, search: &mut Search) -> bool {
        search.chain.clear();
        search.budget = search.each.unwrap_or(search.budget);
        let mut found = self.left[item] > 0 && self.follow(item, WITHOUT, (0, 0), search);
        for option in self.all.options(item) {
            found =
                found || self.at[option] > 0 && self.follow(item, option as u32, (0, 0), search);
        }
        if found {
            self.carry_out(&search.chain);
        }
        found
    }

    fn carry_out(&mut self, chain: &[Move]) {
        for step in chain {
            self.take(step.from, 1);
        }
        for step in chain {
            self.place(step.onto, 1);
        }
    }

    /// Looks for a chain that goes on with a unit of an item leaving where it is.
    fn follow(&self, item: usize, from: u32, so_far: Change, search: &mut Search) -> bool {
        let so_far = minus(so_far, self.all.worth(item, from));
        for onto in self.all.options(item) {
            let change = plus(so_far, (0, self.all.cost[onto]));
            if (!search.repairs && change >= (0, 0)) || search.budget == 0 {
                break;
            }
            if onto as u32 == from {
                continue;
            }
            search.budget -= 1;
            search.chain.push(Move {
                from,
                onto: onto as u32,
            });
            if self.close(onto, change, search) || self.pass_on(onto, change, search) {
                return true;
            }
            search.chain.pop();
        }
        let onto = WITHOUT;
        let change = plus(so_far, self.all.worth(item, onto));
        if from != WITHOUT && (search.repairs || change < (0, 0)) {
            search.chain.push(Move { from, onto });
            if self.gains(change, search) {
                return true;
            }
            search.chain.pop();
        }
        false
    }

    /// Whether a chain is of use.
    fn gains(&self, change: Change, search: &Search) -> bool {
        let change = plus(change, (self.short(&search.chain), 0));
        change < (0, 0) && (change.0 < 0 || !search.repairs)
    }

    /// Whether the chain can end here: there is room, and it gains.
    fn close(&self, onto: usize, change: Change, search: &Search) -> bool {
        let facility = self.all.to[onto] as usize;
        self.load_change(facility, &search.chain) <= self.room(facility)
            && self.gains(change, search)
    }

    /// Lets somebody else make room for the last of the chain.
    fn pass_on(&self, onto: usize, change: Change, search: &mut Search) -> bool {
        if search.chain.len() >= search.longest {
            return false;
        }
        let facility = self.all.to[onto] as usize;
        let missing = self.load_change(facility, &search.chain) - self.room(facility);
        for &next in &self.members[facility] {
            let index = next as usize;
            let mut chain = search.chain.iter();
            let is_in = chain.any(|step| step.from == next || step.onto == next);
            if self.all.load[index] < missing || is_in {
                continue;
            }
            let item = self.all.item[index] as usize;
            if self.follow(item, next, change, search) {
                return true;
            }
        }
        false
    }

    /// How a facility's load changes by a chain.
    fn load_change(&self, facility: usize, chain: &[Move]) -> i64 {
        let load = |option: u32| {
            let index = option as usize;
            if option != WITHOUT && self.all.to[index] as usize == facility {
                self.all.load[index]
            } else {
                0
            }
        };
        chain
            .iter()
            .map(|step| load(step.onto) - load(step.from))
            .sum()
    }

    /// How much more is short of minima after a chain.
    fn short(&self, chain: &[Move]) -> i64 {
        let mut short = 0;
        for (at, step) in chain.iter().enumerate() {
            for option in [step.from, step.onto] {
                if option == WITHOUT {
                    continue;
                }
                let facility = self.all.to[option as usize];
                let is_of =
                    |option: u32| option != WITHOUT && self.all.to[option as usize] == facility;
                let before = chain[..at]
                    .iter()
                    .any(|step| is_of(step.from) || is_of(step.onto));
                let again = option == step.onto && is_of(step.from);
                if !before && !again {
                    let facility = facility as usize;
                    short += self.shorter(facility, self.load_change(facility, chain));
                }
            }
        }
        short
    }
}
