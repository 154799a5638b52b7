//! A market that is no transport problem: from a relaxation's prices to whole units.

use super::generalised::{Placed, Units};
use super::relaxation::Relaxed;
use super::solve::{Found, Method, price};
use super::{Assigned, Assigner};

/// Moves looked at for each item in turn, where it is to be quick.
const QUICK: u64 = 3_000;
/// So many rounds of search are no longer quick.
const MANY: usize = 10;

impl Assigner<'_> {
    pub(super) fn generalise(&mut self, market: usize) -> Option<Found> {
        let all = &self.markets[market];
        let arc_price = |arc: usize| price(self.instance, &self.surcharge, arc);
        let units = Units::new(all, self.instance, arc_price, &self.persons, &self.windows);
        let mut relaxed = self.relax(market, &units)?;
        let mut placed = Placed::nowhere(&units);
        if relaxed.prices.is_empty() {
            placed.insert(&vec![0.0; units.windows.len()]);
            placed.settle(u64::MAX);
            let prices = units.prices(placed.total().1);
            let mut priced = Placed::nowhere(&units);
            priced.insert(&prices);
            priced.settle(u64::MAX);
            if priced.total() < placed.total() {
                placed = priced;
            }
            placed.oscillate(&prices, None, self.rounds);
            self.tell_prices(market, &units, &prices, &mut relaxed.told);
        } else {
            let recalled = self.memories[market].recall(
                &self.windows,
                &units,
                &self.markets[market],
                self.instance,
            );
            self.place(&mut placed, recalled, &relaxed);
        }
        let (short, cost) = placed.total();
        self.indivisible = Assigned {
            demand_prices: relaxed.told.demand_prices,
            capacity_prices: relaxed.told.capacity_prices,
            ..self.persons_of(market, &placed)
        };
        (short == 0).then_some(Found {
            cost,
            exact: relaxed.bound == Some(cost),
            by: Method::Generalised,
        })
    }

    /// From a recalled assignment where there is one and it is to be quick, else from the
    /// relaxation's whole units; with rounds of search from the better of the two.
    fn place<'u>(&self, placed: &mut Placed<'u>, recalled: Option<Placed<'u>>, relaxed: &Relaxed) {
        let recalled = recalled.map(|mut recalled| {
            recalled.insert(&relaxed.prices);
            recalled.settle(QUICK);
            recalled
        });
        match recalled {
            Some(recalled) if self.rounds < MANY && recalled.total().0 == 0 => *placed = recalled,
            recalled => {
                for &(option, units) in &relaxed.flow {
                    placed.place(option, units);
                }
                placed.insert(&relaxed.prices);
                placed.settle(if self.rounds < MANY { QUICK } else { u64::MAX });
                if let Some(recalled) = recalled.filter(|other| other.total() < placed.total()) {
                    *placed = recalled;
                }
            }
        }
        if self.rounds > 0 && placed.total() != (0, relaxed.bound.unwrap_or(i64::MIN)) {
            placed.oscillate(&relaxed.prices, relaxed.bound, self.rounds);
        }
    }

    /// What a person costs at prices per load unit.
    fn tell_prices(&self, market: usize, units: &Units, prices: &[f64], told: &mut Assigned) {
        let all = &self.markets[market];
        for (item, &demand) in all.demands.iter().enumerate() {
            let at = |option: usize| {
                let to = units.to[option] as usize;
                units.cost[option] as f64 + prices[to] * units.load[option] as f64
            };
            let served = units.options(item).map(at).fold(f64::INFINITY, f64::min);
            let unmet = (!units.must[item]).then_some(units.unmet[item] as f64);
            let unit = unmet.map_or(served, |unmet| unmet.min(served));
            let person = unit / f64::from(units.together[item]);
            told.demand_prices.push((demand, person.round() as i64));
        }
        let open = all.facilities.iter().zip(&self.windows).zip(prices);
        let open = open.filter(|((_, window), _)| window.is_some());
        told.capacity_prices
            .extend(open.map(|((&facility, _), price)| (facility, price.round() as i64)));
    }

    fn persons_of(&self, market: usize, placed: &Placed) -> Assigned {
        let units = placed.all;
        let mut told = Assigned::default();
        for (option, &at) in placed.at.iter().enumerate() {
            if at > 0 {
                let together = units.together[units.item[option] as usize];
                told.flow.push((units.arc[option], at * together));
            }
        }
        let demands = &self.markets[market].demands;
        for (item, &left) in placed.left.iter().enumerate() {
            if left > 0 {
                told.unmet
                    .push((demands[item], left * units.together[item]));
            }
        }
        told
    }
}
