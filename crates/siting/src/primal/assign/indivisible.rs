//! A market that is no transport problem: from a relaxation's prices to whole units.

use super::generalised::{Placed, Units};
use super::solve::{Found, Method, price};
use super::{Assigned, Assigner};

impl Assigner<'_> {
    pub(super) fn generalise(&mut self, market: usize) -> Option<Found> {
        let all = &self.markets[market];
        let arc_price = |arc: usize| price(self.instance, &self.surcharge, arc);
        let units = Units::new(all, self.instance, arc_price, &self.persons, &self.windows);
        let counts_alike = all.loads.iter().all(Option::is_some);
        let mut relaxed = Assigned::default();
        let mut bound = None;
        let placed = if counts_alike {
            bound = Some(self.transport(market)?.cost);
            self.tell_transport(market, &mut relaxed);
            self.undivided(market, &units, &relaxed)
        } else {
            let mut plain = Placed::nowhere(&units);
            plain.insert(&vec![0.0; units.windows.len()]);
            plain.improve();
            let prices = units.prices(plain.total().1);
            let mut priced = Placed::nowhere(&units);
            priced.insert(&prices);
            priced.improve();
            self.tell_prices(market, &units, &prices, &mut relaxed);
            if priced.total() < plain.total() {
                priced
            } else {
                plain
            }
        };
        let (short, cost) = placed.total();
        self.indivisible = Assigned {
            demand_prices: relaxed.demand_prices,
            capacity_prices: relaxed.capacity_prices,
            ..self.persons_of(market, &placed)
        };
        (short == 0).then_some(Found {
            cost,
            exact: bound == Some(cost),
            by: Method::Generalised,
        })
    }

    /// Keeps together who is together in the relaxation, and inserts the others.
    fn undivided<'u>(&self, market: usize, units: &'u Units, relaxed: &Assigned) -> Placed<'u> {
        let mut placed = Placed::nowhere(units);
        for &(arc, persons) in &relaxed.flow {
            let demand = self.instance.arcs[arc as usize].demand as u32;
            let Ok(item) = self.markets[market].demands.binary_search(&demand) else {
                continue;
            };
            let option = units.options(item).find(|&option| units.arc[option] == arc);
            if let Some(option) = option {
                placed.place(option as u32, persons / units.together[item]);
            }
        }
        let mut prices = vec![0.0; units.windows.len()];
        let all = &self.markets[market];
        for &(facility, price) in &relaxed.capacity_prices {
            if let Ok(local) = all.facilities.binary_search(&facility) {
                let load = all.loads[local].unwrap_or(1).max(1);
                prices[local] = price as f64 / load as f64;
            }
        }
        placed.insert(&prices);
        placed.improve();
        placed
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
