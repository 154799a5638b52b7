//! A random region.

use siting::instance::*;

/// How large a region is (Kurzeme: 109 places, 60 candidates, 10 services).
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub places: usize,
    pub candidates: usize,
    pub services: usize,
}

/// Splitmix64: the same numbers everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Between `low` and `high`.
    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

struct Service {
    mobile: bool,
    /// People per 1,000 inhabitants.
    need: f64,
    sizes: Vec<u32>,
    capital_per_place: f64,
    fixed: f64,
    place: f64,
    visits: f64,
    limit_min: f64,
    unmet: f64,
    occupancy: f64,
}

const FACTOR: f64 = 0.0578301;

/// A region with a budget for `share` of what would be built without one.
pub fn region(shape: Shape, seed: u64, share: f64) -> Instance {
    let mut random = Random(seed);
    let point = |random: &mut Random| (random.between(0.0, 110.0), random.between(0.0, 130.0));
    let places: Vec<((f64, f64), f64)> = (0..shape.places)
        .map(|rank| {
            (
                point(&mut random),
                60_000.0 / (1.0 + rank as f64).powf(1.05),
            )
        })
        .collect();
    let candidates: Vec<usize> = (0..shape.candidates)
        .map(|_| (random.between(0.0, 1.0).powf(1.5) * shape.places as f64) as usize)
        .collect();
    let services: Vec<Service> = (0..shape.services)
        .map(|index| service(&mut random, index))
        .collect();
    let mut instance = Instance::default();
    for _ in &candidates {
        let capital = random.between(20_000.0, 150_000.0);
        let opening = Opening {
            fixed_cost: cents(capital * FACTOR),
            payments: payments(capital, 0),
        };
        instance.sites.push(Site {
            openings: vec![opening],
            max_places: Some(random.between(24.0, 90.0) as u32),
        });
    }
    let total: f64 = places.iter().map(|place| place.1).sum();
    for (index, service) in services.iter().enumerate() {
        let first = instance.facilities.len();
        let mut at = Vec::new();
        for (site, &place) in candidates.iter().enumerate() {
            let factor = random.between(0.8, 1.3);
            let levels = service
                .sizes
                .iter()
                .map(|&size| level(service, size, factor))
                .collect();
            instance.facilities.push(Facility {
                kind: FacilityKind::New { site, levels },
            });
            at.push(places[place].0);
        }
        for &((x, y), people) in places.iter().take(6 + 3 * (index % 3)).skip(index % 3) {
            let free = (people / total * service.need * 240.0 * random.between(0.1, 0.5)).floor();
            let capacity = free * if service.mobile { 800.0 } else { 1.0 };
            instance.facilities.push(Facility {
                kind: FacilityKind::Existing {
                    capacity: vec![capacity as i64],
                },
            });
            at.push((x, y));
        }
        for &((x, y), people) in &places {
            let persons =
                (people / total * service.need * 240.0 * random.between(0.6, 1.5)).round() as u32;
            if persons == 0 {
                continue;
            }
            let hours = [5.0, 10.0, 20.0][(random.next() % 3) as usize];
            let demand = instance.demands.len();
            let weight = if service.mobile { hours / 10.0 } else { 1.0 };
            instance.demands.push(Demand {
                persons,
                unmet_cost: Some(cents(service.unmet * weight)),
                ..Demand::default()
            });
            for (offset, &(u, v)) in at.iter().enumerate() {
                let minutes = 3.0 + 1.3 * (x - u).hypot(y - v);
                if minutes > service.limit_min {
                    continue;
                }
                let travel = service.visits * weight * 2.0 * (minutes / 60.0 * 7.0 + minutes * 0.2);
                let load = if service.mobile {
                    (100.0 * hours * (1.0 + 2.0 * minutes / 60.0 / 2.0)).round() as i64
                } else {
                    1
                };
                let surcharge = 12.0 * (minutes - 30.0).max(0.0);
                let cost = cents(service.place * weight + travel + surcharge);
                instance.arcs.push(Arc {
                    demand,
                    facility: first + offset,
                    cost,
                    load,
                });
            }
        }
    }
    let wanted: f64 = services
        .iter()
        .map(|service| {
            service.need
                * 240.0
                * service.capital_per_place
                * if service.mobile { 0.35 } else { 1.0 }
        })
        .sum();
    instance.ceilings = vec![
        Ceiling {
            cents: cents(wanted * share),
        },
        Ceiling {
            cents: cents(wanted * share * 0.6),
        },
    ];
    let home = |facility: &Facility| match facility.kind {
        FacilityKind::New { site, .. } => Some(site),
        FacilityKind::Existing { .. } => None,
    };
    let kinds: Vec<Option<usize>> = instance.facilities.iter().map(home).collect();
    let of = |service: usize, site: usize| {
        kinds
            .iter()
            .enumerate()
            .filter(|(_, kind)| **kind == Some(site))
            .nth(service)
            .map(|(facility, _)| facility)
    };
    for site in 0..shape.candidates {
        if let (Some(a), Some(b)) = (of(0, site), of(1, site)) {
            instance.apart.push((a, b));
        }
    }
    instance
}

fn service(random: &mut Random, index: usize) -> Service {
    let mobile = index % 5 == 4;
    let residential = index % 5 == 1;
    Service {
        mobile,
        need: random.between(0.5, 3.0),
        sizes: if mobile {
            vec![3, 6, 12]
        } else if residential {
            vec![8, 12, 16]
        } else {
            vec![10, 16, 24, 40]
        },
        capital_per_place: if mobile {
            3_000.0
        } else {
            random.between(9_000.0, 35_000.0)
        },
        fixed: random.between(8_000.0, 40_000.0),
        place: random.between(3_000.0, 9_000.0),
        visits: if residential {
            12.0
        } else if mobile {
            260.0
        } else {
            random.between(80.0, 220.0)
        },
        limit_min: if residential {
            90.0
        } else {
            random.between(35.0, 60.0)
        },
        unmet: random.between(12_000.0, 22_000.0),
        occupancy: random.between(0.5, 0.8),
    }
}

fn level(service: &Service, size: u32, factor: f64) -> Level {
    let capital = service.capital_per_place * factor * f64::from(size);
    let capacity = if service.mobile {
        i64::from(size) * 3_600
    } else {
        i64::from(size)
    };
    Level {
        places: if service.mobile { 0 } else { size },
        windows: vec![Window {
            min_load: (service.occupancy * capacity as f64).ceil() as i64,
            capacity,
        }],
        phase: 0,
        fixed_cost: cents(capital * FACTOR + service.fixed),
        payments: payments(capital, 1),
    }
}

/// A scheme of the Union and, for facilities, one of the municipality alone.
fn payments(capital: f64, own: usize) -> Vec<Payment> {
    let union = Payment {
        scheme: 0,
        draws: vec![(0, cents(capital)), (1, cents(capital * 0.85))],
        municipal: cents(capital * 0.15),
    };
    let alone = Payment {
        scheme: 1,
        draws: vec![(0, cents(capital))],
        municipal: cents(capital),
    };
    [union, alone].into_iter().take(1 + own).collect()
}

fn cents(eur: f64) -> i64 {
    (eur * 100.0).round() as i64
}
