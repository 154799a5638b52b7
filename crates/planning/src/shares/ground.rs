//! What is shared, as a location problem: the people of a group, by
//! municipality, and what they may use.

use super::part::Part;
use ::shares::{Coalition, Decided};
use siting::instance::*;

/// An instance, and whose the people of each demand are.
pub(super) struct Ground {
    pub instance: Instance,
    /// A solution of it: the plan's.
    pub plan: Solution,
    /// Per demand: the player.
    pub player: Vec<usize>,
    pub players: usize,
    /// Per ceiling: the cents of each player, where it is divided among them.
    pub money: Vec<Option<Vec<i64>>>,
}

/// An instance in which each player may be left out as a whole.
pub(super) struct Leaving {
    pub instance: Instance,
    /// Per player: the facility that stands for being left out; `None` where it is decided.
    pub out: Vec<Option<usize>>,
}

impl Ground {
    /// The people of a group, served by any plan. `player` tells whose each
    /// demand of the whole is; `None` of others' people.
    pub fn anew(
        whole: &Instance,
        plan: &Solution,
        player: &[Option<usize>],
        players: usize,
        money: Vec<Option<Vec<i64>>>,
    ) -> Option<Self> {
        let mut part = Part::new(whole, |demand| player[demand].is_some());
        part.limit(&money, Coalition::everyone(players));
        let own = |&demand: &usize| player[demand].unwrap_or(players);
        Some(Self {
            plan: part.start(plan)?,
            player: part.demands.iter().map(own).collect(),
            instance: part.instance,
            players,
            money,
        })
    }

    /// The people of a group, each where the plan sends them: each is a demand
    /// of its own with one way, which must be taken. Facilities stand in any of
    /// their sizes and need not be filled; money is no limit, since nobody needs
    /// more of it than all together.
    pub fn decided(
        whole: &Instance,
        plan: &Solution,
        player: &[Option<usize>],
        players: usize,
    ) -> Self {
        let mut ground = Self {
            instance: Instance {
                sites: whole.sites.iter().map(unpaid).collect(),
                ..Instance::default()
            },
            plan: Solution::default(),
            player: Vec::new(),
            players,
            money: Vec::new(),
        };
        for (at, facility) in whole.facilities.iter().enumerate() {
            let phase = plan.open[at].map_or(0, |opened| whole.levels(at)[opened.level].phase);
            let kind = match &facility.kind {
                FacilityKind::Existing { capacity } => FacilityKind::Existing {
                    capacity: capacity.clone(),
                },
                FacilityKind::New { site, levels } => FacilityKind::New {
                    site: *site,
                    levels: levels
                        .iter()
                        .filter(|level| level.phase == phase)
                        .map(unfilled)
                        .collect(),
                },
            };
            ground.instance.facilities.push(Facility { kind });
        }
        for (demand, people) in whole.demands.iter().enumerate() {
            let Some(player) = player[demand] else {
                continue;
            };
            if plan.unmet[demand] > 0 {
                let persons = plan.unmet[demand];
                ground.add(
                    player,
                    Demand {
                        persons,
                        single_source: false,
                        ..people.clone()
                    },
                );
            }
        }
        for (arc, &persons) in whole.arcs.iter().zip(&plan.flow) {
            let Some(player) = player[arc.demand].filter(|_| persons > 0) else {
                continue;
            };
            let people = &whole.demands[arc.demand];
            let demand = ground.add(
                player,
                Demand {
                    persons,
                    unmet_cost: None,
                    single_source: false,
                    ..people.clone()
                },
            );
            ground.instance.arcs.push(Arc { demand, ..*arc });
        }
        ground
    }

    fn add(&mut self, player: usize, demand: Demand) -> usize {
        self.player.push(player);
        self.instance.demands.push(demand);
        self.instance.demands.len() - 1
    }

    /// What a coalition needs alone.
    pub fn alone(&self, coalition: Coalition) -> Part {
        let mut part = Part::new(&self.instance, |demand| self.is_of(coalition, demand));
        part.limit(&self.money, coalition);
        part
    }

    fn is_of(&self, coalition: Coalition, demand: usize) -> bool {
        self.player[demand] < self.players && coalition.contains(self.player[demand])
    }

    /// What a coalition costs where everybody's way is decided: each facility in
    /// the cheapest size that holds it. Of [`Self::decided`] only.
    pub fn decided_cost(&self, coalition: Coalition) -> i64 {
        let instance = &self.instance;
        let mut cost = 0;
        let mut loads = vec![vec![0; instance.states()]; instance.facilities.len()];
        let mut is_served = vec![false; instance.demands.len()];
        for arc in instance
            .arcs
            .iter()
            .filter(|arc| self.is_of(coalition, arc.demand))
        {
            let demand = &instance.demands[arc.demand];
            is_served[arc.demand] = true;
            cost += i64::from(demand.persons) * arc.cost;
            loads[arc.facility][demand.state] += i64::from(demand.persons) * arc.load;
        }
        for (at, demand) in instance.demands.iter().enumerate() {
            if self.is_of(coalition, at) && !is_served[at] {
                cost += i64::from(demand.persons) * demand.unmet_cost.unwrap_or(0);
            }
        }
        let mut phases = vec![None; instance.sites.len()];
        for arc in instance
            .arcs
            .iter()
            .filter(|arc| self.is_of(coalition, arc.demand))
        {
            let loads = std::mem::take(&mut loads[arc.facility]);
            let FacilityKind::New { site, levels } = &instance.facilities[arc.facility].kind else {
                continue;
            };
            let holds = |level: &&Level| {
                let mut states = loads.iter().enumerate();
                states.all(|(state, &load)| load <= level.window(state).capacity)
            };
            // Empty loads: the facility was counted at an earlier way to it.
            let level = levels
                .iter()
                .filter(holds)
                .min_by_key(|level| level.fixed_cost);
            if let (false, Some(level)) = (loads.is_empty(), level) {
                cost += level.fixed_cost;
                phases[*site] =
                    Some(phases[*site].map_or(level.phase, |phase: usize| phase.min(level.phase)));
            }
        }
        let openings = instance.sites.iter().zip(phases);
        cost + openings
            .filter_map(|(site, phase)| Some(site.opening(phase?).fixed_cost))
            .sum::<i64>()
    }

    /// A player's share of each ceiling that is divided.
    fn draws(&self, player: usize) -> Vec<(usize, i64)> {
        let shares = self.money.iter().enumerate();
        shares
            .filter_map(|(ceiling, shares)| Some((ceiling, shares.as_ref()?[player])))
            .collect()
    }

    /// The prize-collecting problem: players who are not decided to be in may be
    /// left out, which costs their price. Its least cost is Σ prices − the most
    /// that a coalition would gain by leaving, and who is not left out is that
    /// coalition.
    ///
    /// Being left out is a facility of its own that holds all people of the
    /// player at no cost, or nobody: its least and its most load are their number.
    /// It draws the player's share of the money, which who stays then has not.
    /// A price below 0 is put on being in instead, evenly on its people and up
    /// to a cent each, so that no cost is below 0.
    pub fn leaving(&self, prices: &[f64], decided: &Decided) -> Leaving {
        let maybe = decided.without.others(Coalition::everyone(self.players));
        let mut part = self.alone(maybe);
        let player: Vec<usize> = part.demands.iter().map(|&at| self.player[at]).collect();
        let instance = &mut part.instance;
        let mut out = vec![None; self.players];
        for leaver in maybe.players().filter(|&at| !decided.within.contains(at)) {
            let demands: Vec<usize> = (0..player.len())
                .filter(|&at| player[at] == leaver && instance.demands[at].persons > 0)
                .collect();
            let mut people = vec![0i64; instance.states()];
            for &demand in &demands {
                people[instance.demands[demand].state] +=
                    i64::from(instance.demands[demand].persons);
            }
            let price = prices[leaver].round() as i64;
            let each = match people.iter().sum::<i64>() {
                0 => continue,
                all => (-price).max(0).div_euclid(all) + i64::from((-price).max(0) % all != 0),
            };
            for arc in instance
                .arcs
                .iter_mut()
                .filter(|arc| player[arc.demand] == leaver)
            {
                arc.cost += each;
            }
            for &demand in &demands {
                if let Some(unmet) = &mut instance.demands[demand].unmet_cost {
                    *unmet += each;
                }
            }
            let facility = instance.facilities.len();
            instance.facilities.push(Facility {
                kind: FacilityKind::New {
                    site: instance.sites.len(),
                    levels: vec![Level {
                        places: 0,
                        windows: people
                            .iter()
                            .map(|&all| Window {
                                min_load: all,
                                capacity: all,
                            })
                            .collect(),
                        phase: 0,
                        fixed_cost: price + each * people.iter().sum::<i64>(),
                        payments: vec![Payment {
                            draws: self.draws(leaver),
                            ..Payment::default()
                        }],
                    }],
                },
            });
            instance.sites.push(Site::default());
            instance.arcs.extend(demands.iter().map(|&demand| Arc {
                demand,
                facility,
                cost: 0,
                load: 1,
            }));
            out[leaver] = Some(facility);
        }
        sort_arcs(&mut part.instance);
        Leaving {
            instance: part.instance,
            out,
        }
    }
}

/// Arcs stand by demand, then facility; what leads onward follows them.
fn sort_arcs(instance: &mut Instance) {
    let mut order: Vec<usize> = (0..instance.arcs.len()).collect();
    order.sort_by_key(|&at| (instance.arcs[at].demand, instance.arcs[at].facility));
    let mut place = vec![0; order.len()];
    for (here, &at) in order.iter().enumerate() {
        place[at] = here;
    }
    instance.arcs = order.iter().map(|&at| instance.arcs[at]).collect();
    for onward in &mut instance.onward {
        onward.arc = place[onward.arc];
    }
    instance.onward.sort_by_key(|onward| onward.arc);
}

fn unpaid(site: &Site) -> Site {
    let opening = |opening: &Opening| Opening {
        fixed_cost: opening.fixed_cost,
        payments: Vec::new(),
    };
    Site {
        openings: site.openings.iter().map(opening).collect(),
        max_places: None,
    }
}

fn unfilled(level: &Level) -> Level {
    let window = |window: &Window| Window {
        min_load: 0,
        ..*window
    };
    Level {
        windows: level.windows.iter().map(window).collect(),
        payments: vec![Payment::default()],
        ..level.clone()
    }
}
