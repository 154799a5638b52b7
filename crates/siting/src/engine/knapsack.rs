//! The 0-1 knapsack over whole loads: dynamic programming over its core only.
//!
//! Most things are decided by the linear relaxation: whoever would make even its value no better than
//! that of a packing at hand stays as it is there (Balas and Zemel 1980). Loads are whole numbers.

/// Something that may be packed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Thing {
    /// Whole load, more than 0.
    pub load: f64,
    /// What it brings, more than 0.
    pub worth: f64,
}

/// The best packing within some room.
#[derive(Debug, Default, Clone)]
pub(super) struct Packing {
    /// The room that there was.
    pub room: f64,
    /// What is packed, as positions, and what that brings.
    pub taken: Vec<u32>,
    pub worth: f64,
}

impl Packing {
    /// Packs `things`, those that bring most for their load first, into `room`.
    pub fn new(things: &[Thing], room: f64) -> Self {
        let small = |&at: &u32| things[at as usize].load <= room;
        let order: Vec<u32> = (0..things.len() as u32).filter(small).collect();
        let of = |place: usize| things[order[place] as usize];
        let (mut load, mut worth, mut end) = (0.0, 0.0, 0);
        while end < order.len() && load + of(end).load <= room {
            load += of(end).load;
            worth += of(end).worth;
            end += 1;
        }
        let mut best = Self {
            room,
            taken: order[..end].to_vec(),
            worth,
        };
        if end == order.len() {
            return best;
        }
        let rate = of(end).worth / of(end).load;
        let most = worth + rate * (room - load);
        best.fill(things, &order[end..], room - load);
        best.swap_in(things, &order, end, (load, worth));
        // What the linear relaxation loses if a thing goes the other way.
        let loses = |place: usize| (of(place).worth - rate * of(place).load).abs();
        let is_open = |place: &usize| most - loses(*place) > best.worth;
        let core: Vec<usize> = (0..order.len()).filter(is_open).collect();
        let inside = |place: &&usize| **place < end;
        let out = core.iter().filter(inside).map(|&place| of(place));
        let (mut left, mut sure) = (room - load, worth);
        for thing in out {
            left += thing.load;
            sure -= thing.worth;
        }
        let width = left as usize + 1;
        let mut brings = vec![0.0f64; width];
        let mut takes = vec![false; core.len() * width];
        for (row, &place) in takes.chunks_mut(width).zip(&core) {
            let Thing { load, worth } = of(place);
            let load = load as usize;
            for within in (load..width).rev() {
                let taken = brings[within - load] + worth;
                if taken > brings[within] {
                    brings[within] = taken;
                    row[within] = true;
                }
            }
        }
        if sure + brings[width - 1] <= best.worth {
            return best;
        }
        best.worth = sure + brings[width - 1];
        let is_sure = |place: &usize| core.binary_search(place).is_err();
        best.taken.clear();
        best.taken
            .extend((0..end).filter(is_sure).map(|place| order[place]));
        let mut within = width - 1;
        for (row, &place) in takes.chunks(width).zip(&core).rev() {
            if row[within] {
                within -= of(place).load as usize;
                best.taken.push(order[place]);
            }
        }
        best.taken.sort_unstable();
        best
    }

    /// Packs what still fits.
    fn fill(&mut self, things: &[Thing], more: &[u32], mut left: f64) {
        for &at in more {
            let thing = things[at as usize];
            if thing.load <= left {
                left -= thing.load;
                self.worth += thing.worth;
                self.taken.push(at);
            }
        }
    }

    /// Tries each of the next things in place of one packed before it.
    fn swap_in(&mut self, things: &[Thing], order: &[u32], end: usize, (load, worth): (f64, f64)) {
        const NEXT: usize = 8;
        for &into in order[end..].iter().take(NEXT) {
            let into = (into, things[into as usize]);
            let over = load + into.1.load - self.room;
            let room = order[..end].iter().enumerate();
            let room = room.filter(|&(_, &at)| things[at as usize].load >= over);
            let least = room.min_by(|a, b| {
                let of = |place: &u32| things[*place as usize].worth;
                of(a.1).total_cmp(&of(b.1))
            });
            let Some((place, &out)) = least else { continue };
            let swapped = worth + into.1.worth - things[out as usize].worth;
            if swapped > self.worth {
                self.worth = swapped;
                self.taken.clear();
                self.taken.extend(&order[..place]);
                self.taken.extend(&order[place + 1..end]);
                self.taken.push(into.0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_trying(things: &[Thing], room: f64) -> f64 {
        let Some((thing, rest)) = things.split_first() else {
            return 0.0;
        };
        let without = by_trying(rest, room);
        if thing.load > room {
            return without;
        }
        without.max(thing.worth + by_trying(rest, room - thing.load))
    }

    proptest! {
        #[test]
        fn no_packing_brings_more_than_the_one_found(
            pairs in proptest::collection::vec((1u32..30, 1u32..100), 0..12),
            room in 0u32..120,
        ) {
            let things = pairs.iter().map(|&(load, worth)| Thing {
                load: f64::from(load),
                worth: f64::from(worth),
            });
            let mut things: Vec<Thing> = things.collect();
            things.sort_by(|a, b| (b.worth * a.load).total_cmp(&(a.worth * b.load)));
            let packing = Packing::new(&things, f64::from(room));
            let taken = packing.taken.iter().map(|&at| things[at as usize]);
            let (load, worth) = taken.fold((0.0, 0.0), |sum, thing| (sum.0 + thing.load, sum.1 + thing.worth));
            prop_assert!(load <= f64::from(room));
            prop_assert_eq!(worth, packing.worth);
            prop_assert_eq!(worth, by_trying(&things, f64::from(room)));
        }
    }
}
