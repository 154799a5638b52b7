//! One market: which method serves, and what it found.

use super::cheapest::{self, Cheapest, WITHOUT};
use super::{Assigned, Assigner, Network, Room};
use crate::instance::{FacilityKind, Instance, Window};

/// An assignment that stands in the assigner's memory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub cost: i64,
    pub exact: bool,
    pub by: Method,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Cheapest,
    Transport,
    Generalised,
}

impl Assigner<'_> {
    /// What a person costs on an arc.
    pub(super) fn price(&self, arc: usize) -> i64 {
        price(self.instance, &self.surcharge, arc)
    }

    /// The cost with divisible people, or of everybody's cheapest place where that is no transport problem.
    pub(super) fn solve_relaxed(&mut self, market: usize, levels: &[Option<usize>]) -> Option<i64> {
        self.look_up_windows(market, levels)?;
        match self.send_to_cheapest(market) {
            Cheapest::Fits(cost) => Some(cost),
            Cheapest::Impossible => None,
            Cheapest::Breaks(least) => self.relaxed_cost(market, least),
        }
    }

    pub(super) fn solve(&mut self, market: usize, levels: &[Option<usize>]) -> Option<Found> {
        self.look_up_windows(market, levels)?;
        match self.send_to_cheapest(market) {
            Cheapest::Fits(cost) => Some(Found {
                cost,
                exact: true,
                by: Method::Cheapest,
            }),
            Cheapest::Impossible => None,
            Cheapest::Breaks(_) if self.markets[market].is_transport() => self.transport(market),
            Cheapest::Breaks(_) => self.generalise(market),
        }
    }

    fn send_to_cheapest(&mut self, market: usize) -> Cheapest {
        let price = |arc: usize| price(self.instance, &self.surcharge, arc);
        cheapest::send(
            &self.markets[market],
            self.instance,
            price,
            &self.persons,
            &self.windows,
            (&mut self.choice, &mut self.loads),
        )
    }

    /// Reads what every facility of a market holds; `None` where a minimum is above the capacity.
    pub(super) fn look_up_windows(
        &mut self,
        market: usize,
        levels: &[Option<usize>],
    ) -> Option<()> {
        let market = &self.markets[market];
        self.windows.clear();
        for &facility in &market.facilities {
            let facility = facility as usize;
            let window = match &self.instance.facilities[facility].kind {
                FacilityKind::Existing { .. } if self.closed[facility] => None,
                FacilityKind::Existing { capacity } => Some(Window {
                    min_load: 0,
                    capacity: capacity.get(market.state).copied().unwrap_or(0),
                }),
                FacilityKind::New { levels: all, .. } => levels[facility]
                    .and_then(|level| all.get(level))
                    .map(|level| level.window(market.state)),
            };
            if window.is_some_and(|window| window.min_load > window.capacity.max(0)) {
                return None;
            }
            self.windows.push(window);
        }
        Some(())
    }

    /// The network of a market, with its costs.
    fn network(&mut self, market: usize) -> &mut Network {
        let (instance, surcharge) = (self.instance, &self.surcharge);
        self.networks[market].get_or_insert_with(|| {
            let all = &self.markets[market];
            let mut network = Network::new(all);
            let cost = |arc: usize| price(instance, surcharge, arc);
            let unmet = |demand: usize| instance.demands[all.demands[demand] as usize].unmet_cost;
            network.price(cost, unmet);
            network
        })
    }

    /// Takes note of changed prices of a market's arcs.
    pub(super) fn reprice(&mut self, market: usize) {
        let (instance, surcharge) = (self.instance, &self.surcharge);
        let cost = |arc: usize| price(instance, surcharge, arc);
        let all = &mut self.markets[market];
        all.sort(cost);
        self.weighted[market] = None;
        if let Some(network) = &mut self.networks[market] {
            let unmet = |demand: usize| instance.demands[all.demands[demand] as usize].unmet_cost;
            network.price(cost, unmet);
        }
    }

    /// Solves a market's transport problem, as if all people were divisible.
    pub(super) fn transport(&mut self, market: usize) -> Option<Found> {
        let all = &self.markets[market];
        let demands = all.demands.iter();
        let supply = demands.map(|&demand| i64::from(self.persons[demand as usize]));
        let supply: Vec<i64> = supply.collect();
        let total = supply.iter().sum();
        let mut rooms = Vec::with_capacity(self.windows.len());
        for (window, load) in self.windows.iter().zip(&all.loads) {
            rooms.push(room(*window, load.unwrap_or(1), total)?);
        }
        self.network(market);
        let network = self.networks[market].as_mut()?;
        let solved = network.solve(&self.markets[market], &supply, &rooms);
        solved.then_some(Found {
            cost: network.total(),
            exact: true,
            by: Method::Transport,
        })
    }

    /// Puts what was found into words.
    pub(super) fn tell(&mut self, market: usize, found: Found) -> Assigned {
        let mut told = Assigned {
            cost: found.cost,
            exact: found.exact,
            ..Assigned::default()
        };
        match found.by {
            Method::Cheapest => self.tell_cheapest(market, &mut told),
            Method::Transport => self.tell_transport(market, &mut told),
            Method::Generalised => {
                told.flow.append(&mut self.indivisible.flow);
                told.unmet.append(&mut self.indivisible.unmet);
                told.demand_prices
                    .append(&mut self.indivisible.demand_prices);
                told.capacity_prices
                    .append(&mut self.indivisible.capacity_prices);
            }
        }
        told.flow.sort_unstable();
        told
    }

    fn tell_cheapest(&self, market: usize, told: &mut Assigned) {
        let market = &self.markets[market];
        for (&demand, &choice) in market.demands.iter().zip(&self.choice) {
            let persons = self.persons[demand as usize];
            let price = if choice == WITHOUT {
                if persons > 0 {
                    told.unmet.push((demand, persons));
                }
                self.instance.demands[demand as usize]
                    .unmet_cost
                    .unwrap_or(0)
            } else {
                if persons > 0 {
                    told.flow.push((choice, persons));
                }
                self.price(choice as usize)
            };
            told.demand_prices.push((demand, price));
        }
        let open = market.facilities.iter().zip(&self.windows);
        let open = open.filter(|(_, window)| window.is_some());
        told.capacity_prices
            .extend(open.map(|(&facility, _)| (facility, 0)));
    }

    pub(super) fn tell_transport(&self, market: usize, told: &mut Assigned) {
        let (all, Some(network)) = (&self.markets[market], &self.networks[market]) else {
            return;
        };
        network.flows(|arc, persons| told.flow.push((arc as u32, persons as u32)));
        for (local, &demand) in all.demands.iter().enumerate() {
            let left = network.left(local);
            if left > 0 {
                told.unmet.push((demand, left as u32));
            }
            told.demand_prices
                .push((demand, network.demand_price(local)));
        }
        let open = network.open().iter().map(|&local| {
            let price = network.facility_price(local as usize);
            (all.facilities[local as usize], price)
        });
        told.capacity_prices.extend(open);
    }
}

/// What a person costs on an arc.
pub(super) fn price(instance: &Instance, surcharge: &[i64], arc: usize) -> i64 {
    instance.arcs[arc].cost + surcharge.get(arc).copied().unwrap_or(0)
}

/// A window in people, of `total` at most; `None` where its minimum cannot be met.
fn room(window: Option<Window>, load: i64, total: i64) -> Option<Room> {
    let Some(Window { min_load, capacity }) = window else {
        return Some(Room::default());
    };
    if load <= 0 {
        let most = if capacity < 0 { 0 } else { total };
        return (min_load <= 0).then_some(Room { least: 0, most });
    }
    let room = Room {
        least: (min_load.max(0) + load - 1) / load,
        most: capacity.max(0).div_euclid(load).min(total),
    };
    (room.least <= room.most).then_some(room)
}
