//! An instance with given traits.

use super::Traits;
use super::dice::Dice;
use siting::instance::*;

pub fn build(dice: Dice, traits: Traits) -> Instance {
    let mut build = Build {
        dice,
        traits,
        instance: Instance::default(),
        service: Vec::new(),
    };
    build.sites();
    build.facilities();
    build.demands();
    build.arcs();
    build.money();
    build.locks();
    build.instance
}

struct Build {
    dice: Dice,
    traits: Traits,
    instance: Instance,
    /// Per facility.
    service: Vec<usize>,
}

/// Ceilings on money; a ceiling on how much opens comes after them.
const FUNDS: usize = 2;

impl Build {
    fn sites(&mut self) {
        for _ in 0..self.traits.sites {
            let mut site = Site::default();
            if self.traits.money || self.traits.phases > 1 {
                let openings = match self.dice.chance(60) {
                    true => self.traits.phases,
                    false => self.dice.count(0, self.traits.phases),
                };
                site.openings = (0..openings).map(|_| self.opening()).collect();
            }
            if self.traits.money && self.dice.chance(40) {
                site.max_places = Some(self.dice.pick(3, 8) as u32);
            }
            self.instance.sites.push(site);
        }
    }

    fn opening(&mut self) -> Opening {
        let ways = if self.traits.money {
            self.dice.count(0, 2)
        } else {
            0
        };
        Opening {
            fixed_cost: self.dice.pick(0, 120),
            payments: (0..ways).map(|_| self.payment()).collect(),
        }
    }

    fn payment(&mut self) -> Payment {
        let dice = &mut self.dice;
        let draws = (0..FUNDS).filter_map(|fund| {
            let cents = dice.pick(0, 60);
            (cents > 5).then_some((fund, cents))
        });
        let draws = draws.collect();
        Payment {
            scheme: dice.count(0, 2),
            draws,
            municipal: dice.pick(0, 8),
        }
    }

    fn facilities(&mut self) {
        for service in 0..self.traits.services {
            for site in 0..self.traits.sites {
                if self.traits.counted || self.dice.chance(90) {
                    let levels = self.levels();
                    let kind = FacilityKind::New { site, levels };
                    self.instance.facilities.push(Facility { kind });
                    self.service.push(service);
                }
            }
            if self.dice.chance(self.traits.existing) {
                let states = self.traits.phases * self.traits.scenarios;
                let capacity = (0..states).map(|_| self.dice.pick(0, self.traits.persons + 1));
                let kind = FacilityKind::Existing {
                    capacity: capacity.collect(),
                };
                self.instance.facilities.push(Facility { kind });
                self.service.push(service);
            }
        }
        // Solvers see facilities in any order.
        let mut order: Vec<usize> = (0..self.service.len()).collect();
        self.dice.shuffle(&mut order);
        let facilities = order.iter().map(|&at| self.instance.facilities[at].clone());
        self.instance.facilities = facilities.collect();
        self.service = order.iter().map(|&at| self.service[at]).collect();
    }

    /// Sizes, in each of the phases.
    fn levels(&mut self) -> Vec<Level> {
        let traits = self.traits.clone();
        let heavy = if traits.unequal { 2 } else { 1 };
        let module = self.dice.pick(1, traits.persons + 1);
        let sizes = self.dice.count(1, traits.sizes);
        let fixed = if traits.counted && !traits.money {
            0
        } else {
            self.dice.pick(0, 150)
        };
        let mut levels = Vec::new();
        for size in 1..=sizes as i64 {
            let capacity = if traits.capacitated {
                heavy * module * size
            } else {
                1_000
            };
            let least = if traits.occupied && self.dice.chance(60) {
                self.dice.pick(1, capacity.clamp(1, 2 * traits.persons))
            } else {
                0
            };
            for phase in 0..traits.phases {
                let window = |state: usize| {
                    let open = state / traits.scenarios >= phase;
                    Window {
                        min_load: if open { least } else { 0 },
                        capacity: if open { capacity } else { 0 },
                    }
                };
                let ways = if traits.money {
                    self.dice.count(1, 2)
                } else {
                    0
                };
                let mut payments: Vec<Payment> = (0..ways).map(|_| self.payment()).collect();
                if payments.is_empty() {
                    payments.push(Payment::default());
                }
                if traits.counted {
                    let one = (FUNDS, 1);
                    payments
                        .iter_mut()
                        .for_each(|payment| payment.draws.push(one));
                }
                if traits.budgeted {
                    let cents = self.dice.pick(5, 90);
                    payments[0].draws.push((0, cents));
                }
                let years = (traits.phases - phase) as i64;
                levels.push(Level {
                    places: (module * size) as u32,
                    windows: (0..traits.phases * traits.scenarios).map(window).collect(),
                    phase,
                    fixed_cost: fixed * size * years / traits.phases as i64 + self.dice.pick(0, 30),
                    payments,
                });
            }
        }
        if traits.counted && !traits.money {
            levels.iter_mut().for_each(|level| level.fixed_cost = 0);
        }
        levels
    }

    fn demands(&mut self) {
        let states = self.traits.phases * self.traits.scenarios;
        for _ in 0..self.traits.services {
            for state in 0..states {
                for _ in 0..self.traits.places {
                    let least = i64::from(!self.dice.chance(5));
                    let persons = self.dice.pick(least, self.traits.persons);
                    self.demand(persons, state);
                }
            }
        }
    }

    fn demand(&mut self, persons: i64, state: usize) -> usize {
        let must = self.dice.chance(self.traits.must);
        let unmet = self.dice.pick(20, 200);
        self.instance.demands.push(Demand {
            persons: persons as u32,
            unmet_cost: (!must).then_some(unmet),
            single_source: self.dice.chance(self.traits.single_source),
            state,
        });
        self.instance.demands.len() - 1
    }

    fn arcs(&mut self) {
        let states = self.traits.phases * self.traits.scenarios;
        let of_service = states * self.traits.places;
        let regular = self.instance.demands.len();
        let complete = self.traits.counted || self.dice.chance(30);
        for demand in 0..regular {
            self.arcs_of(demand, demand / of_service.max(1), complete);
        }
        if self.traits.onward {
            self.onward(regular, complete);
        }
        self.instance
            .arcs
            .sort_unstable_by_key(|arc| (arc.demand, arc.facility));
    }

    fn arcs_of(&mut self, demand: usize, service: usize, complete: bool) {
        for facility in 0..self.service.len() {
            if self.service[facility] != service || !(complete || self.dice.chance(80)) {
                continue;
            }
            self.instance.arcs.push(Arc {
                demand,
                facility,
                cost: self.dice.pick(0, 130),
                load: if self.traits.unequal {
                    self.dice.pick(1, 3)
                } else {
                    1
                },
            });
        }
    }

    /// Whoever goes to a facility of service 0 needs service 1 near it.
    fn onward(&mut self, regular: usize, complete: bool) {
        let states = self.traits.phases * self.traits.scenarios;
        let mut near = vec![vec![None; states]; self.service.len()];
        for (facility, near) in near.iter_mut().enumerate() {
            for (state, near) in near.iter_mut().enumerate() {
                if self.service[facility] == 0 && self.dice.chance(80) {
                    let persons = self.dice.pick(0, 4) / 2;
                    let demand = self.demand(persons, state);
                    self.arcs_of(demand, 1, complete);
                    *near = Some(demand);
                }
            }
        }
        let by_demand = |arc: &Arc| (arc.demand, arc.facility);
        self.instance.arcs.sort_unstable_by_key(by_demand);
        let demands = &self.instance.demands;
        let arcs = self.instance.arcs.iter().enumerate();
        let onward =
            arcs.filter(|(_, arc)| arc.demand < regular && self.service[arc.facility] == 0);
        self.instance.onward = onward
            .filter_map(|(index, arc)| {
                let demand = near[arc.facility][demands[arc.demand].state]?;
                Some(Onward { arc: index, demand })
            })
            .collect();
    }

    fn money(&mut self) {
        let funds = if self.traits.money || self.traits.counted {
            FUNDS
        } else {
            0
        };
        let ceilings = (0..funds).map(|_| self.dice.pick(20, 250));
        let ceilings = ceilings.map(|cents| Ceiling { cents });
        self.instance.ceilings = ceilings.collect();
        if self.traits.counted {
            let cents = self.dice.pick(1, self.traits.sites as i64);
            self.instance.ceilings.push(Ceiling { cents });
        }
        if !self.traits.money {
            return;
        }
        for a in 0..self.service.len() {
            for b in a + 1..self.service.len() {
                if let (FacilityKind::New { site: here, .. }, FacilityKind::New { site, .. }) = (
                    &self.instance.facilities[a].kind,
                    &self.instance.facilities[b].kind,
                ) && here == site
                    && self.dice.chance(30)
                {
                    self.instance.apart.push((a, b));
                }
            }
        }
    }

    fn locks(&mut self) {
        if !self.dice.chance(if self.traits.money { 50 } else { 15 }) {
            return;
        }
        for _ in 0..self.dice.count(1, 2) {
            let open = self.dice.chance(40);
            let lock = if self.dice.chance(50) || self.service.is_empty() {
                let site = self.dice.count(0, self.traits.sites - 1);
                Lock::Site { site, open }
            } else {
                let facility = self.dice.count(0, self.service.len() - 1);
                let levels = self.instance.levels(facility).len();
                let level =
                    (levels > 0 && self.dice.chance(50)).then(|| self.dice.count(0, levels - 1));
                Lock::Facility {
                    facility,
                    level,
                    open,
                }
            };
            self.instance.locks.push(lock);
        }
    }
}
