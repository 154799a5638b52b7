//! Random instances, and the plainest way to a cheapest flow.

use siting::instance::*;

/// Splitmix64: the same numbers everywhere.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// At least `low`, less than `high`.
    pub fn within(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low) as u64) as i64
    }

    pub fn chance(&mut self, percent: i64) -> bool {
        self.within(0, 100) < percent
    }
}

/// A facility of one level in one state.
pub fn facility(min_load: i64, capacity: i64) -> Facility {
    Facility {
        kind: FacilityKind::New {
            site: 0,
            levels: vec![Level {
                places: 0,
                windows: vec![Window { min_load, capacity }],
                phase: 0,
                fixed_cost: 0,
                payments: vec![Payment::default()],
            }],
        },
    }
}

/// One market, many of whose pairs are joined; facilities have two levels.
pub struct Shape {
    pub demands: i64,
    pub facilities: i64,
    pub persons: i64,
    pub capacity: i64,
    pub minimum: i64,
    pub cost: i64,
    pub joined: i64,
    pub must: i64,
    /// The load of a person at a facility.
    pub load: i64,
}

pub fn transport(shape: &Shape, random: &mut Random) -> Instance {
    let mut instance = Instance {
        sites: vec![Site::default()],
        ..Instance::default()
    };
    let mut loads = Vec::new();
    for _ in 0..shape.facilities {
        let load = random.within(1, shape.load + 1);
        let capacity = load * random.within(0, shape.capacity + 1) + random.within(0, load);
        let least = random.within(0, load * shape.minimum + 1).min(capacity);
        let mut there = facility(least, capacity);
        if let FacilityKind::New { levels, .. } = &mut there.kind {
            let other = load * random.within(0, shape.capacity + 1);
            let mut level = levels[0].clone();
            level.windows[0] = Window {
                min_load: random.within(0, load * shape.minimum + 1).min(other),
                capacity: other,
            };
            levels.push(level);
        }
        instance.facilities.push(there);
        loads.push(load);
    }
    for demand in 0..shape.demands {
        instance.demands.push(Demand {
            persons: random.within(0, shape.persons + 1) as u32,
            unmet_cost: (!random.chance(shape.must)).then(|| random.within(0, 2 * shape.cost)),
            ..Demand::default()
        });
        for facility in 0..shape.facilities {
            if random.chance(shape.joined) {
                instance.arcs.push(Arc {
                    demand: demand as usize,
                    facility: facility as usize,
                    cost: random.within(-shape.cost / 10, shape.cost),
                    load: loads[facility as usize],
                });
            }
        }
    }
    instance
}

/// The cost of a cheapest flow by successive shortest paths; people in `must` and
/// minima are worth `PULL` each, so that they come first.
pub fn successive_paths(instance: &Instance, levels: &[Option<usize>]) -> Option<i64> {
    const PULL: i64 = 1 << 40;
    let (demands, facilities) = (instance.demands.len(), instance.facilities.len());
    let (source, sink) = (demands + facilities, demands + facilities + 1);
    let mut edges: Vec<(usize, usize, i64, i64)> = Vec::new();
    let mut add = |from, to, room, cost| {
        edges.push((from, to, room, cost));
        edges.push((to, from, 0, -cost));
    };
    let mut wanted = 0;
    for (index, demand) in instance.demands.iter().enumerate() {
        add(source, index, i64::from(demand.persons), 0);
        // Without a cost nobody stays behind, at any price below the pull of all.
        add(
            index,
            sink,
            i64::from(demand.persons),
            demand.unmet_cost.unwrap_or(PULL),
        );
    }
    for arc in &instance.arcs {
        if levels[arc.facility].is_some() {
            add(arc.demand, demands + arc.facility, i64::MAX / 4, arc.cost);
        }
    }
    for (index, level) in levels.iter().enumerate() {
        let Some(level) = level else { continue };
        let window = instance.levels(index)[*level].window(0);
        let load = instance.arcs.iter().find(|arc| arc.facility == index);
        let load = load.map_or(1, |arc| arc.load);
        let least = (window.min_load + load - 1) / load;
        let most = window.capacity / load;
        if least > most {
            return None;
        }
        wanted += least;
        add(demands + index, sink, least, -PULL);
        add(demands + index, sink, most - least, 0);
    }
    let mut pulled = 0;
    let mut total = 0;
    let mut people: i64 = instance
        .demands
        .iter()
        .map(|demand| i64::from(demand.persons))
        .sum();
    while people > 0 {
        let mut distance = vec![i64::MAX; sink + 1];
        let mut by = vec![usize::MAX; sink + 1];
        distance[source] = 0;
        let mut changed = true;
        while changed {
            changed = false;
            for (index, &(from, to, room, cost)) in edges.iter().enumerate() {
                if room > 0 && distance[from] < i64::MAX && distance[from] + cost < distance[to] {
                    distance[to] = distance[from] + cost;
                    by[to] = index;
                    changed = true;
                }
            }
        }
        let mut room = people;
        let mut at = sink;
        while at != source {
            room = room.min(edges[by[at]].2);
            at = edges[by[at]].0;
        }
        at = sink;
        while at != source {
            edges[by[at]].2 -= room;
            edges[by[at] ^ 1].2 += room;
            at = edges[by[at]].0;
        }
        people -= room;
        total += i128::from(room) * i128::from(distance[sink]);
    }
    for pair in edges.chunks(2) {
        let (flow, cost) = (pair[1].2, pair[0].3);
        if cost == PULL && flow > 0 {
            return None;
        }
        if cost == -PULL {
            pulled += flow;
        }
    }
    let total = total + i128::from(pulled) * i128::from(PULL);
    (pulled == wanted).then_some(total as i64)
}
