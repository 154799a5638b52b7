//! Random small instances of every variant. Costs are never negative.

#![allow(dead_code, reason = "no test uses all of it")]

#[path = "build.rs"]
mod build;
#[path = "dice.rs"]
pub mod dice;

use dice::Dice;
use siting::instance::*;

/// What an instance is a case of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// Everybody is served from at most p sites that cost nothing.
    PMedian,
    /// Sites cost, and hold everybody.
    Uncapacitated,
    /// Sites hold so many.
    Capacitated,
    /// Nobody's people are divided.
    SingleSource,
    /// Several sizes, each with a least load.
    Modular,
    /// Several services at a site that costs, with money, room, locks.
    MultiService,
    /// A person is another load in each facility.
    Unequal,
    /// Openings in one year or another.
    Phased,
    /// One set of sites for several demands.
    Scenarios,
    /// Who is served in one service needs another from there.
    Onward,
    /// Some capacity is there already.
    Existing,
    /// Any of it together.
    Everything,
    /// A p-median with money that sites draw on besides.
    Budgeted,
}

impl Variant {
    pub const ALL: [Self; 13] = [
        Self::PMedian,
        Self::Uncapacitated,
        Self::Capacitated,
        Self::SingleSource,
        Self::Modular,
        Self::MultiService,
        Self::Unequal,
        Self::Phased,
        Self::Scenarios,
        Self::Onward,
        Self::Existing,
        Self::Everything,
        Self::Budgeted,
    ];
}

/// How large it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Everything can be tried.
    Tiny,
    /// A solver is needed.
    Small,
}

/// A tiny instance: the same for the same seed and variant.
pub fn random_instance(seed: u64, variant: Variant) -> Instance {
    sized_instance(seed, variant, Size::Tiny)
}

/// An instance of a size: the same for the same seed, variant and size.
pub fn sized_instance(seed: u64, variant: Variant, size: Size) -> Instance {
    let mut dice = Dice(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ variant as u64);
    let traits = Traits::new(&mut dice, variant, size);
    build::build(dice, traits)
}

/// What to make.
#[derive(Debug, Clone)]
struct Traits {
    services: usize,
    sites: usize,
    /// Demands of a service and state.
    places: usize,
    /// Most persons of a demand.
    persons: i64,
    /// Most sizes of a facility.
    sizes: usize,
    phases: usize,
    scenarios: usize,
    capacitated: bool,
    occupied: bool,
    unequal: bool,
    onward: bool,
    money: bool,
    /// Whether only so many may open.
    counted: bool,
    /// Whether what is counted draws on money as well, at no cost otherwise.
    budgeted: bool,
    existing: u32,
    /// Per cent of demands.
    single_source: u32,
    /// Per cent of demands that must be served.
    must: u32,
}

impl Traits {
    fn new(dice: &mut Dice, variant: Variant, size: Size) -> Self {
        let tiny = size == Size::Tiny;
        let mut traits = Self {
            services: 1,
            sites: if tiny {
                dice.count(2, 4)
            } else {
                dice.count(4, 8)
            },
            places: if tiny {
                dice.count(2, 4)
            } else {
                dice.count(4, 9)
            },
            persons: if tiny { 3 } else { 9 },
            sizes: 1,
            phases: 1,
            scenarios: 1,
            capacitated: true,
            occupied: false,
            unequal: false,
            onward: false,
            money: false,
            counted: false,
            budgeted: false,
            existing: 0,
            single_source: 0,
            must: [0, 0, 50, 100][dice.count(0, 3)],
        };
        let rarely = |dice: &mut Dice| [0, 0, 0, 30][dice.count(0, 3)];
        let few = |traits: &mut Self, dice: &mut Dice| {
            traits.sites = dice.count(1, if tiny { 2 } else { 4 });
            traits.places = dice.count(1, if tiny { 2 } else { 5 });
        };
        match variant {
            Variant::PMedian | Variant::Budgeted => {
                (traits.capacitated, traits.counted, traits.must) = (false, true, 100);
                traits.sites += 1;
                traits.budgeted = variant == Variant::Budgeted;
            }
            Variant::Uncapacitated => traits.capacitated = false,
            Variant::Capacitated => {}
            Variant::SingleSource => {
                traits.single_source = 100 - 25 * u32::from(dice.chance(30));
                traits.unequal = dice.chance(30);
            }
            Variant::Modular => (traits.sizes, traits.occupied) = (3, true),
            Variant::MultiService => {
                few(&mut traits, dice);
                traits.must = rarely(dice);
                (traits.services, traits.sizes) = (2, 2);
                (traits.occupied, traits.money, traits.existing) = (true, true, 30);
            }
            Variant::Unequal => {
                (traits.unequal, traits.sizes) = (true, 2);
                traits.occupied = dice.chance(50);
            }
            Variant::Phased => {
                few(&mut traits, dice);
                traits.must = rarely(dice);
                traits.phases = dice.count(2, 3);
                (traits.services, traits.occupied) = (dice.count(1, 2), dice.chance(50));
                traits.money = dice.chance(60);
            }
            Variant::Scenarios => {
                traits.scenarios = dice.count(2, 3);
                traits.places = traits.places.min(if tiny { 2 } else { 5 });
                (traits.occupied, traits.sizes) = (dice.chance(50), 2);
                traits.existing = 20;
            }
            Variant::Onward => {
                few(&mut traits, dice);
                traits.must = rarely(dice);
                (traits.services, traits.onward) = (2, true);
                (traits.occupied, traits.existing) = (dice.chance(70), 30);
                traits.single_source = [0, 50, 100][dice.count(0, 2)];
                traits.scenarios = dice.count(1, 2);
            }
            Variant::Existing => (traits.existing, traits.sizes) = (100, 2),
            Variant::Everything => {
                few(&mut traits, dice);
                traits.services = dice.count(1, 2);
                traits.sizes = dice.count(1, 2);
                traits.phases = dice.count(1, 2);
                traits.scenarios = dice.count(1, 2);
                traits.capacitated = dice.chance(90);
                traits.occupied = dice.chance(50);
                traits.unequal = dice.chance(40);
                traits.onward = traits.services == 2 && dice.chance(50);
                traits.money = dice.chance(60);
                traits.counted = dice.chance(20);
                traits.existing = 30;
                traits.single_source = [0, 30, 100][dice.count(0, 2)];
                traits.must = rarely(dice);
            }
        }
        traits
    }
}
