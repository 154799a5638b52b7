//! An instance laid out for the Lagrangian relaxation: arcs in compact arrays,
//! by demand where a facility can never be full, by facility where it can.

use crate::instance::{FacilityKind, Instance, Lock};

/// Ceiling and cents drawn on it.
pub(super) type Draws = Vec<(u32, f64)>;
/// Nothing: an index that points nowhere.
pub(super) const NONE: u32 = u32::MAX;
/// A facility has at most this many levels, so that a set of them fits into a mask.
pub(super) const MOST_LEVELS: usize = 62;

/// The relaxation's view of an instance. All costs are cents as `f64`; sums stay
/// below 2^53 for every instance that `i64` cents can hold sensibly.
pub(super) struct Problem<'a> {
    pub instance: &'a Instance,
    pub rows: Vec<Row>,
    pub lanes: Vec<Lane>,
    pub facilities: Vec<Facility>,
    pub sites: Vec<Site>,
    /// Arcs into lanes that can never be full, by row, cheapest first.
    pub free: FreeArcs,
    /// Arcs into lanes with a window, by lane.
    pub arcs: LaneArcs,
    /// Per ceiling: what may be drawn.
    pub ceilings: Vec<f64>,
    /// The ceiling that counts sites, kept as a choice of the best ones.
    pub kept: Option<Kept>,
    /// Per facility: its market, those that compete for the same people; [`NONE`] for what exists.
    pub market: Vec<u32>,
    /// Number of markets whose open facilities are counted (none where that is the number of sites).
    pub markets: usize,
    /// Every cost is a multiple of this.
    pub grain: i64,
    /// More than any answer costs.
    pub worst: f64,
    /// Whether the best assignment to what is open is a transport problem.
    pub is_exact: bool,
}

/// People to be served once (a demand).
pub(super) struct Row {
    pub persons: f64,
    /// The most that may come, with those whom others bring.
    pub most: f64,
    /// Infinite where nobody may be left.
    pub unmet: f64,
    pub single: bool,
    /// Whether others bring people to it, so that it is not known how many come.
    pub grows: bool,
}

/// A facility in one state.
pub(super) struct Lane {
    pub facility: u32,
    pub state: u32,
    /// Range in [`LaneArcs`]; empty for a free lane.
    pub arcs: std::ops::Range<usize>,
    /// Whether it can never be full and asks for no least load.
    pub is_free: bool,
    /// Whether every arc into it is of a demand that goes to one facility.
    pub is_single: bool,
}

pub(super) struct Facility {
    /// Index into [`Problem::sites`], or [`NONE`] for what exists.
    pub site: u32,
    /// Lanes, by state (those with arcs).
    pub lanes: std::ops::Range<usize>,
    pub levels: Vec<Level>,
}

pub(super) struct Level {
    pub fixed: f64,
    pub places: u32,
    pub phase: u32,
    /// By lane of the facility: least and most load.
    pub windows: Vec<(f64, f64)>,
    /// Draws of each way to pay.
    pub payments: Vec<Draws>,
}

pub(super) struct Site {
    pub facilities: Vec<u32>,
    /// By phase: its cost, and what each way to pay draws.
    pub openings: Vec<(f64, Vec<Draws>)>,
    pub max_places: Option<u32>,
    /// Pairs (positions in `facilities`) that may not both open.
    pub apart: Vec<(usize, usize)>,
}

#[derive(Default)]
pub(super) struct FreeArcs {
    pub first: Vec<usize>,
    pub lane: Vec<u32>,
    pub cost: Vec<f64>,
    /// Empty where no arc leads on.
    pub onward: Vec<u32>,
}

#[derive(Default)]
pub(super) struct LaneArcs {
    pub row: Vec<u32>,
    pub cost: Vec<f64>,
    pub load: Vec<f64>,
    /// The arc's index in the instance.
    pub origin: Vec<u32>,
    /// Empty where no arc leads on.
    pub onward: Vec<u32>,
}

/// At most `most` sites open, each drawing the same.
pub(super) struct Kept {
    pub ceiling: usize,
    pub most: usize,
}

/// What is still allowed.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Domain {
    /// Per facility: bit 0 for closed, bit l + 1 for level l.
    pub masks: Vec<u64>,
    /// Per site: whether something must open.
    pub must_open: Vec<bool>,
    /// Least and most sites that open; then of each market, facilities that open.
    pub counts: Vec<(u32, u32)>,
}

impl Domain {
    pub fn may_open(&self, facility: usize) -> bool {
        self.masks[facility] > 1
    }
    pub fn may_close(&self, facility: usize) -> bool {
        self.masks[facility] & 1 == 1
    }
    pub fn is_empty(&self) -> bool {
        self.masks.contains(&0)
    }
    pub fn is_decided(&self, facility: usize) -> bool {
        self.masks[facility].is_power_of_two()
    }
}

impl<'a> Problem<'a> {
    pub fn new(instance: &'a Instance) -> Self {
        let states = instance.states();
        let rows = rows(instance);
        let mut reach = vec![0.0; instance.facilities.len() * states];
        let mut count = vec![0usize; instance.facilities.len() * states];
        let mut load_range = vec![(f64::INFINITY, 0.0f64); instance.facilities.len()];
        let mut all_single = vec![true; instance.facilities.len() * states];
        for arc in &instance.arcs {
            let lane = arc.facility * states + instance.demands[arc.demand].state;
            reach[lane] += rows[arc.demand].most * arc.load as f64;
            count[lane] += 1;
            all_single[lane] &= rows[arc.demand].single && !rows[arc.demand].grows;
            let range = &mut load_range[arc.facility];
            *range = (range.0.min(arc.load as f64), range.1.max(arc.load as f64));
        }
        let mut lanes: Vec<Lane> = Vec::new();
        let mut lane_of = vec![NONE; instance.facilities.len() * states];
        let mut facilities = Vec::new();
        let mut at = 0;
        // Elsewhere the tree branches on people, which needs the arcs by lane.
        let is_exact = instance.onward.is_empty()
            && !rows.iter().any(|row| row.single)
            && load_range.iter().all(|&(low, high)| low >= high);
        for (index, facility) in instance.facilities.iter().enumerate() {
            let first = lanes.len();
            for state in 0..states {
                let key = index * states + state;
                if count[key] == 0 {
                    continue;
                }
                let is_free = is_exact
                    && match &facility.kind {
                        FacilityKind::Existing { capacity } => {
                            capacity.get(state).copied().unwrap_or(0) as f64 >= reach[key]
                        }
                        FacilityKind::New { levels, .. } => levels.iter().all(|level| {
                            let window = level.window(state);
                            window.min_load <= 0 && window.capacity as f64 >= reach[key]
                        }),
                    };
                lane_of[key] = lanes.len() as u32;
                let arcs = if is_free { at..at } else { at..at + count[key] };
                at = arcs.end;
                lanes.push(Lane {
                    facility: index as u32,
                    state: state as u32,
                    arcs,
                    is_free,
                    is_single: all_single[key],
                });
            }
            facilities.push(prepared(&facility.kind, first, &lanes[first..]));
        }
        // A state without people still asks for its least load: such a level never opens.
        let (market, markets) = markets(instance);
        let mut problem = Self {
            market,
            markets,
            instance,
            rows,
            facilities,
            sites: sites(instance),
            free: FreeArcs::default(),
            arcs: LaneArcs::default(),
            ceilings: instance
                .ceilings
                .iter()
                .map(|ceiling| ceiling.cents as f64)
                .collect(),
            kept: kept(instance),
            grain: grain(instance),
            worst: 0.0,
            is_exact,
            lanes,
        };
        problem.lay_out(&lane_of, states, at);
        problem.worst = problem.worst_cost();
        problem
    }

    fn lay_out(&mut self, lane_of: &[u32], states: usize, windowed: usize) {
        let instance = self.instance;
        let leads_on = !instance.onward.is_empty();
        let lane = |arc: &crate::instance::Arc| {
            lane_of[arc.facility * states + instance.demands[arc.demand].state] as usize
        };
        self.arcs = LaneArcs {
            row: vec![0; windowed],
            cost: vec![0.0; windowed],
            load: vec![0.0; windowed],
            origin: vec![0; windowed],
            onward: if leads_on {
                vec![NONE; windowed]
            } else {
                Vec::new()
            },
        };
        let mut next: Vec<usize> = self.lanes.iter().map(|lane| lane.arcs.start).collect();
        self.free.first = Vec::with_capacity(self.rows.len() + 1);
        let mut sorted: Vec<(f64, u32, u32)> = Vec::new();
        let mut row = 0;
        let flush = |free: &mut FreeArcs, sorted: &mut Vec<(f64, u32, u32)>| {
            sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            for (cost, lane, onward) in sorted.drain(..) {
                free.cost.push(cost);
                free.lane.push(lane);
                if leads_on {
                    free.onward.push(onward);
                }
            }
        };
        let free_arcs = instance.arcs.len() - windowed;
        self.free.cost.reserve_exact(free_arcs);
        self.free.lane.reserve_exact(free_arcs);
        self.free.first.push(0);
        for (index, arc) in instance.arcs.iter().enumerate() {
            while row < arc.demand {
                flush(&mut self.free, &mut sorted);
                self.free.first.push(self.free.cost.len());
                row += 1;
            }
            let lane = lane(arc);
            let onward = if leads_on {
                instance.onward(index).map_or(NONE, |demand| demand as u32)
            } else {
                NONE
            };
            if self.lanes[lane].is_free {
                sorted.push((arc.cost as f64, lane as u32, onward));
            } else {
                let at = next[lane];
                next[lane] += 1;
                self.arcs.row[at] = arc.demand as u32;
                self.arcs.cost[at] = arc.cost as f64;
                self.arcs.load[at] = arc.load as f64;
                self.arcs.origin[at] = index as u32;
                if leads_on {
                    self.arcs.onward[at] = onward;
                }
            }
        }
        while row < self.rows.len() {
            flush(&mut self.free, &mut sorted);
            self.free.first.push(self.free.cost.len());
            row += 1;
        }
    }

    fn worst_cost(&self) -> f64 {
        let mut dearest = vec![0.0f64; self.rows.len()];
        for arc in &self.instance.arcs {
            dearest[arc.demand] = dearest[arc.demand].max(arc.cost as f64);
        }
        let served: f64 = self
            .rows
            .iter()
            .zip(dearest)
            .map(|(row, dearest)| {
                let unmet = if row.unmet.is_finite() {
                    row.unmet
                } else {
                    0.0
                };
                row.most * dearest.max(unmet)
            })
            .sum();
        let levels: f64 = self
            .facilities
            .iter()
            .map(|facility| facility.levels.iter().map(|l| l.fixed).fold(0.0, f64::max))
            .sum();
        let sites: f64 = self
            .sites
            .iter()
            .map(|site| site.openings.iter().map(|o| o.0).fold(0.0, f64::max))
            .sum();
        served + levels + sites + 1.0
    }

    /// Whether whoever opens serves all who come, and no more than so many may open.
    pub fn is_median(&self) -> bool {
        self.kept.is_some() && self.lanes.iter().all(|lane| lane.is_free)
    }

    /// Forgets the arcs into what cannot open, and what nobody would choose beside
    /// what must open.
    pub fn compact(&mut self, domain: &Domain) {
        let lanes = &self.lanes;
        let may_open = |lane: u32| domain.may_open(lanes[lane as usize].facility as usize);
        let must_open = |lane: u32| !domain.may_close(lanes[lane as usize].facility as usize);
        let free = std::mem::take(&mut self.free);
        self.free.first.push(0);
        for row in 0..self.rows.len() {
            for arc in free.first[row]..free.first[row + 1] {
                if may_open(free.lane[arc]) {
                    self.free.cost.push(free.cost[arc]);
                    self.free.lane.push(free.lane[arc]);
                    if must_open(free.lane[arc]) {
                        break;
                    }
                }
            }
            self.free.first.push(self.free.cost.len());
        }
        for lane in &mut self.lanes {
            if !domain.may_open(lane.facility as usize) {
                lane.arcs = lane.arcs.start..lane.arcs.start;
            }
        }
    }

    /// What the locks and the windows leave; `None` where a lock asks for what nothing offers.
    pub fn domain(&self) -> Option<Domain> {
        let instance = self.instance;
        let mut masks: Vec<u64> = Vec::with_capacity(self.facilities.len());
        for (index, facility) in self.facilities.iter().enumerate() {
            let mut mask = 1u64;
            for (at, level) in facility.levels.iter().enumerate() {
                let room = match facility.site {
                    NONE => true,
                    site => instance.sites[site as usize]
                        .max_places
                        .is_none_or(|most| level.places <= most),
                };
                // What exists has one way of being there, without a window.
                let windows = instance
                    .levels(index)
                    .get(at)
                    .map_or(&[][..], |level| &level.windows);
                let least = windows.iter().enumerate();
                // Where nobody can come, no least load is reached.
                let reached = least.clone().all(|(state, window)| {
                    window.min_load <= 0
                        || self.lanes[facility.lanes.clone()]
                            .iter()
                            .any(|lane| lane.state as usize == state)
                });
                let sound = least
                    .clone()
                    .all(|(_, window)| window.min_load <= window.capacity);
                if room && reached && sound {
                    mask |= 1 << (at + 1);
                }
            }
            if facility.site == NONE {
                mask = 2;
            }
            masks.push(mask);
        }
        let mut must_open = vec![false; self.sites.len()];
        for lock in &instance.locks {
            match *lock {
                Lock::Site { site, open: true } => must_open[site] = true,
                Lock::Site { site, open: false } => {
                    for &facility in &self.sites[site].facilities {
                        masks[facility as usize] &= 1;
                    }
                }
                Lock::Facility {
                    facility,
                    open: false,
                    ..
                } => {
                    masks[facility] &= 1;
                    if self.facilities[facility].site == NONE {
                        masks[facility] = 1;
                    }
                }
                Lock::Facility {
                    facility,
                    level,
                    open: true,
                } => {
                    if self.facilities[facility].site != NONE {
                        masks[facility] &= match level {
                            Some(level) => 1 << (level + 1),
                            None => !1,
                        };
                    }
                }
            }
        }
        let sites = self.sites.len();
        let most = self
            .kept
            .as_ref()
            .map_or(sites, |kept| kept.most.min(sites));
        // Where one more site costs nothing, may serve anybody and draws on nothing that could
        // be short, as many as may open do.
        let more_is_free = self
            .kept
            .as_ref()
            .is_some_and(|kept| self.draws_only_on(kept.ceiling))
            && self
                .sites
                .iter()
                .all(|site| site.openings.iter().all(|opening| opening.0 == 0.0))
            && self
                .facilities
                .iter()
                .all(|facility| facility.levels.iter().all(|level| level.fixed == 0.0))
            && self.lanes.iter().all(|lane| lane.is_free);
        let openable = |site: &&Site| site.facilities.iter().any(|&f| masks[f as usize] > 1);
        let openable = self.sites.iter().filter(openable).count();
        let least = if more_is_free { most.min(openable) } else { 0 };
        let mut counts = vec![(least as u32, most as u32)];
        for market in 0..self.markets {
            let all = self
                .market
                .iter()
                .filter(|&&of| of as usize == market)
                .count();
            counts.push((0, all as u32));
        }
        let domain = Domain {
            masks,
            must_open,
            counts,
        };
        let reachable = |site: &usize| {
            let here = &self.sites[*site].facilities;
            here.iter()
                .any(|&facility| domain.may_open(facility as usize))
        };
        let possible = (0..self.sites.len())
            .filter(|&site| domain.must_open[site])
            .all(|site| reachable(&site));
        (possible && !domain.is_empty()).then_some(domain)
    }

    /// Whether no way to pay anything draws on another ceiling.
    fn draws_only_on(&self, ceiling: usize) -> bool {
        let levels = self.facilities.iter().flat_map(|facility| &facility.levels);
        let openings = self.sites.iter().flat_map(|site| &site.openings);
        let payments = levels
            .flat_map(|level| &level.payments)
            .chain(openings.flat_map(|opening| &opening.1));
        payments
            .flatten()
            .all(|&(on, cents)| on as usize == ceiling || cents == 0.0)
    }
}

fn rows(instance: &Instance) -> Vec<Row> {
    let mut most: Vec<f64> = instance
        .demands
        .iter()
        .map(|d| f64::from(d.persons))
        .collect();
    let mut source_seen = std::collections::BTreeSet::new();
    for onward in &instance.onward {
        let from = instance.arcs[onward.arc].demand;
        if source_seen.insert((from, onward.demand)) {
            most[onward.demand] += f64::from(instance.demands[from].persons);
        }
    }
    let row = |(demand, most): (&crate::instance::Demand, f64)| Row {
        persons: f64::from(demand.persons),
        most,
        unmet: demand.unmet_cost.map_or(f64::INFINITY, |cost| cost as f64),
        single: demand.single_source,
        grows: most > f64::from(demand.persons),
    };
    instance.demands.iter().zip(most).map(row).collect()
}

fn prepared(kind: &FacilityKind, first: usize, lanes: &[Lane]) -> Facility {
    let draws = |payment: &crate::instance::Payment| -> Vec<(u32, f64)> {
        let mut draws: Vec<(u32, f64)> = Vec::new();
        for &(ceiling, cents) in &payment.draws {
            match draws.iter_mut().find(|draw| draw.0 as usize == ceiling) {
                Some(draw) => draw.1 += cents as f64,
                None => draws.push((ceiling as u32, cents as f64)),
            }
        }
        draws
    };
    let all = first..first + lanes.len();
    match kind {
        FacilityKind::Existing { capacity } => Facility {
            site: NONE,
            lanes: all,
            levels: vec![Level {
                fixed: 0.0,
                places: 0,
                phase: 0,
                windows: lanes
                    .iter()
                    .map(|lane| {
                        (
                            0.0,
                            capacity
                                .get(lane.state as usize)
                                .copied()
                                .unwrap_or(0)
                                .max(0) as f64,
                        )
                    })
                    .collect(),
                payments: vec![Vec::new()],
            }],
        },
        FacilityKind::New { site, levels } => Facility {
            site: *site as u32,
            lanes: all,
            levels: levels
                .iter()
                .map(|level| Level {
                    fixed: level.fixed_cost as f64,
                    places: level.places,
                    phase: level.phase as u32,
                    windows: lanes
                        .iter()
                        .map(|lane| {
                            let window = level.window(lane.state as usize);
                            (window.min_load.max(0) as f64, window.capacity.max(0) as f64)
                        })
                        .collect(),
                    payments: non_dominated(level.payments.iter().map(draws).collect()),
                })
                .collect(),
        },
    }
}

/// Without ways to pay that draw no less than another on every ceiling.
fn non_dominated(payments: Vec<Vec<(u32, f64)>>) -> Vec<Vec<(u32, f64)>> {
    let drawn = |payment: &[(u32, f64)], ceiling: u32| {
        payment
            .iter()
            .find(|draw| draw.0 == ceiling)
            .map_or(0.0, |draw| draw.1)
    };
    let beats = |a: &[(u32, f64)], b: &[(u32, f64)]| {
        let all = a.iter().chain(b).map(|draw| draw.0);
        let mut all = all.map(|ceiling| drawn(a, ceiling) <= drawn(b, ceiling));
        all.all(|no_more| no_more)
    };
    let mut kept: Vec<Vec<(u32, f64)>> = Vec::new();
    for payment in payments {
        if kept.iter().any(|other| beats(other, &payment)) {
            continue;
        }
        kept.retain(|other| !beats(&payment, other));
        kept.push(payment);
    }
    kept
}

fn sites(instance: &Instance) -> Vec<Site> {
    let mut sites: Vec<Site> = instance
        .sites
        .iter()
        .map(|site| Site {
            facilities: Vec::new(),
            openings: site
                .openings
                .iter()
                .map(|opening| {
                    let draws = opening.payments.iter().map(|payment| {
                        payment
                            .draws
                            .iter()
                            .map(|&(c, cents)| (c as u32, cents as f64))
                            .collect()
                    });
                    (opening.fixed_cost as f64, non_dominated(draws.collect()))
                })
                .collect(),
            max_places: site.max_places,
            apart: Vec::new(),
        })
        .collect();
    for (index, facility) in instance.facilities.iter().enumerate() {
        if let FacilityKind::New { site, levels } = &facility.kind {
            let site = &mut sites[*site];
            site.facilities.push(index as u32);
            // In a phase of which nothing is told, opening it costs nothing.
            let phases = levels.iter().map(|level| level.phase + 1).max();
            let phases = phases.unwrap_or(0).max(site.openings.len());
            site.openings.resize(phases, (0.0, Vec::new()));
        }
    }
    for &(a, b) in &instance.apart {
        if let FacilityKind::New { site, .. } = &instance.facilities[a].kind {
            let here = &mut sites[*site];
            let at = |f: usize| here.facilities.iter().position(|&x| x as usize == f);
            if let (Some(a), Some(b)) = (at(a), at(b)) {
                here.apart.push((a.min(b), a.max(b)));
            }
        }
    }
    sites
}

/// A ceiling that every open site draws on alike, whatever opens there.
fn kept(instance: &Instance) -> Option<Kept> {
    let one_each = sites(instance)
        .iter()
        .all(|site| site.facilities.len() <= 1);
    if !one_each {
        return None;
    }
    let alike = |ceiling: usize| -> Option<Kept> {
        let mut drawn: Option<i64> = None;
        for (index, facility) in instance.facilities.iter().enumerate() {
            let FacilityKind::New { site, .. } = &facility.kind else {
                continue;
            };
            let own = &instance.sites[*site];
            if own
                .openings
                .iter()
                .any(|opening| !opening.payments.is_empty())
            {
                return None;
            }
            for payment in instance
                .levels(index)
                .iter()
                .flat_map(|level| &level.payments)
            {
                let cents: i64 = payment
                    .draws
                    .iter()
                    .filter(|d| d.0 == ceiling)
                    .map(|d| d.1)
                    .sum();
                if cents <= 0 || drawn.is_some_and(|before| before != cents) {
                    return None;
                }
                drawn = Some(cents);
            }
        }
        let most = (instance.ceilings[ceiling].cents / drawn?).max(0) as usize;
        Some(Kept { ceiling, most })
    };
    (0..instance.ceilings.len()).find_map(alike)
}

/// Per facility: the first of those that compete with it for people, directly or through others.
pub(super) fn rivals(instance: &Instance) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..instance.facilities.len()).collect();
    fn root(parent: &mut [usize], mut node: usize) -> usize {
        while parent[node] != node {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        node
    }
    for pair in instance.arcs.windows(2) {
        if pair[0].demand == pair[1].demand {
            let one = root(&mut parent, pair[0].facility);
            let other = root(&mut parent, pair[1].facility);
            parent[one.max(other)] = one.min(other);
        }
    }
    (0..parent.len()).map(|at| root(&mut parent, at)).collect()
}

/// Per facility that may open, which others compete with it for people; none
/// where every site has one facility and all compete, for then sites are counted.
fn markets(instance: &Instance) -> (Vec<u32>, usize) {
    let facilities = instance.facilities.len();
    let roots = rivals(instance);
    let mut market = vec![NONE; facilities];
    let mut name = vec![NONE; facilities];
    let mut count = 0;
    let mut sites = std::collections::BTreeSet::new();
    let mut news = 0;
    for facility in 0..facilities {
        if let FacilityKind::New { site, .. } = instance.facilities[facility].kind {
            let root = roots[facility];
            if name[root] == NONE {
                name[root] = count;
                count += 1;
            }
            market[facility] = name[root];
            sites.insert(site);
            news += 1;
        }
    }
    if count <= 1 && sites.len() == news {
        return (vec![NONE; facilities], 0);
    }
    (market, count as usize)
}

fn grain(instance: &Instance) -> i64 {
    fn gcd(mut a: i64, mut b: i64) -> i64 {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a.abs()
    }
    let mut grain = 0;
    for facility in 0..instance.facilities.len() {
        for level in instance.levels(facility) {
            grain = gcd(grain, level.fixed_cost);
        }
    }
    for opening in instance.sites.iter().flat_map(|site| &site.openings) {
        grain = gcd(grain, opening.fixed_cost);
    }
    for demand in &instance.demands {
        grain = gcd(grain, demand.unmet_cost.unwrap_or(0));
    }
    let mut grows = vec![false; instance.demands.len()];
    for onward in &instance.onward {
        grows[onward.demand] = true;
    }
    for (at, arc) in instance.arcs.iter().enumerate() {
        // A single source pays for all its people at once.
        let persons = match instance.demands[arc.demand].single_source && !grows[arc.demand] {
            true => i64::from(instance.demands[arc.demand].persons),
            false => 1,
        };
        grain = gcd(grain, arc.cost.saturating_mul(persons));
        if grain == 1 && at % 64 == 0 {
            break;
        }
    }
    grain.max(1)
}
