//! What an assignment of whole units is measured by: the same with divisible people.

use super::generalised::Units;
use super::network::{Network, Room};
use super::solve::price;
use super::{Assigned, Assigner};

/// A relaxation, solved.
#[derive(Debug, Default)]
pub(super) struct Relaxed {
    /// Option and whole units there.
    pub flow: Vec<(u32, u32)>,
    /// Per facility: cents a load unit.
    pub prices: Vec<f64>,
    /// No assignment costs less, where it is known.
    pub bound: Option<i64>,
    /// The prices in the words of [`Assigned`].
    pub told: Assigned,
}

/// Costs a load unit are multiplied by this at most, and are whole then.
const FINEST: i64 = 1 << 12;

impl Assigner<'_> {
    /// Divides people at will, where that makes it a transport problem; `None` where even so it is impossible.
    pub(super) fn relax(&mut self, market: usize, units: &Units) -> Option<Relaxed> {
        let all = &self.markets[market];
        if all.loads.iter().all(Option::is_some) {
            self.relax_alike(market, units)
        } else if !all.weights.is_empty() {
            self.relax_weighted(market, units)
        } else {
            Some(Relaxed::default())
        }
    }

    /// The cost with people divided at will, or `least` where that is no transport problem.
    pub(super) fn relaxed_cost(&mut self, market: usize, least: i64) -> Option<i64> {
        let all = &self.markets[market];
        if all.loads.iter().all(Option::is_some) {
            Some(self.transport(market)?.cost)
        } else if !all.weights.is_empty() {
            self.solve_weighted(market)
        } else {
            Some(least)
        }
    }

    /// Everybody counts alike at each facility.
    fn relax_alike(&mut self, market: usize, units: &Units) -> Option<Relaxed> {
        let bound = self.transport(market)?.cost;
        let mut relaxed = Relaxed {
            prices: vec![0.0; units.windows.len()],
            bound: Some(bound),
            ..Relaxed::default()
        };
        self.tell_transport(market, &mut relaxed.told);
        let all = &self.markets[market];
        if let Some(network) = &self.networks[market] {
            for &local in network.open() {
                let load = all.loads[local as usize].unwrap_or(1).max(1);
                let price = network.facility_price(local as usize);
                relaxed.prices[local as usize] = price as f64 / load as f64;
            }
            network.flows(|arc, persons| {
                if let Some((option, item)) = units.option(all, self.instance, arc) {
                    let whole = persons / i64::from(units.together[item]);
                    relaxed.flow.push((option, whole as u32));
                }
            });
        }
        Some(relaxed)
    }

    /// The people of a demand are as heavy wherever they go: load units are what flows.
    fn solve_weighted(&mut self, market: usize) -> Option<i64> {
        let all = &self.markets[market];
        let (instance, surcharge) = (self.instance, &self.surcharge);
        let people = all
            .demands
            .iter()
            .map(|&demand| self.persons[demand as usize]);
        let supply: Vec<i64> = people
            .zip(&all.weights)
            .map(|(persons, weight)| i64::from(persons) * weight)
            .collect();
        let total = supply.iter().sum();
        let room = |window: &Option<crate::instance::Window>| match window {
            None => Some(Room::default()),
            Some(window) => {
                let (least, most) = (window.min_load.max(0), window.capacity.clamp(0, total));
                (least <= most).then_some(Room { least, most })
            }
        };
        let rooms: Vec<Room> = self.windows.iter().map(room).collect::<Option<_>>()?;
        let fineness = self.fineness[market];
        let network = self.weighted[market].get_or_insert_with(|| {
            let mut network = Network::new(all);
            let weight = |demand: usize| all.weights[demand].max(1);
            let local = |arc: usize| {
                let demand = instance.arcs[arc].demand as u32;
                all.demands.binary_search(&demand).unwrap_or(0)
            };
            network.price(
                |arc| (price(instance, surcharge, arc) * fineness).div_euclid(weight(local(arc))),
                |demand| {
                    let unmet = instance.demands[all.demands[demand] as usize].unmet_cost?;
                    Some((unmet * fineness).div_euclid(weight(demand)))
                },
            );
            network
        });
        // Every cost a load unit was rounded down.
        let solved = network.solve(all, &supply, &rooms);
        solved.then(|| -(-network.total()).div_euclid(fineness))
    }

    fn relax_weighted(&mut self, market: usize, units: &Units) -> Option<Relaxed> {
        let bound = self.solve_weighted(market)?;
        let (all, instance) = (&self.markets[market], self.instance);
        let (network, fineness) = (self.weighted[market].as_ref()?, self.fineness[market]);
        let of = |price: i64| price as f64 / fineness as f64;
        let mut relaxed = Relaxed {
            prices: vec![0.0; units.windows.len()],
            bound: Some(bound),
            ..Relaxed::default()
        };
        for &local in network.open() {
            let price = of(network.facility_price(local as usize));
            relaxed.prices[local as usize] = price;
            let facility = all.facilities[local as usize];
            relaxed
                .told
                .capacity_prices
                .push((facility, price.round() as i64));
        }
        for (local, &demand) in all.demands.iter().enumerate() {
            let person = of(network.demand_price(local)) * all.weights[local] as f64;
            relaxed
                .told
                .demand_prices
                .push((demand, person.round() as i64));
        }
        network.flows(|arc, load| {
            if let Some((option, _)) = units.option(all, instance, arc) {
                let whole = load / units.load[option as usize].max(1);
                relaxed.flow.push((option, whole as u32));
            }
        });
        Some(relaxed)
    }
}

/// How fine costs a load unit may be told, so that their sum stays small.
pub(super) fn fineness(largest: impl Iterator<Item = i64>) -> i64 {
    let sum = largest.fold(1i64, |sum, one| sum.saturating_add(one.saturating_abs()));
    let mut fineness = FINEST;
    while fineness > 1 && sum > (1 << 56) / fineness {
        fineness /= 2;
    }
    fineness
}
