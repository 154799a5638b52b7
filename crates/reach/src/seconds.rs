//! Ways from places to sites as one block of memory.

/// Stands for a pair without a way.
const NO_WAY: u32 = u32::MAX;
/// Ways up to two hours fit into a table that stays in the cache.
const TABLE_S: u32 = 2 * 3600;

/// Seconds one way from every place (row) to every site (column).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seconds {
    places: usize,
    sites: usize,
    ways: Vec<u32>,
}

impl Seconds {
    /// Asks `way(place, site)` for every pair; `None` where there is no way.
    pub fn new(places: usize, sites: usize, way: impl Fn(usize, usize) -> Option<u32>) -> Self {
        let pairs = (0..places).flat_map(|place| (0..sites).map(move |site| (place, site)));
        let ways = pairs.map(|(place, site)| way(place, site).unwrap_or(NO_WAY));
        Self {
            places,
            sites,
            ways: ways.collect(),
        }
    }

    /// How many places there are.
    pub fn places(&self) -> usize {
        self.places
    }

    /// How many sites there are.
    pub fn sites(&self) -> usize {
        self.sites
    }

    /// The way from a place to a site; `None` where there is no way, and for a
    /// pair that is not there.
    pub fn get(&self, place: usize, site: usize) -> Option<u32> {
        if place >= self.places || site >= self.sites {
            return None;
        }
        known(self.ways[place * self.sites + site])
    }

    /// The ways from a place, site by site.
    pub(crate) fn of_place(&self, place: usize) -> impl Iterator<Item = Option<u32>> + '_ {
        self.row(place).iter().copied().map(known)
    }

    /// Applies a function to every way; a pair without one gets 0.
    pub(crate) fn weighted(&self, weight: impl Fn(u32) -> f64) -> Vec<f64> {
        // Where ways are many, what they weigh is looked up.
        let length = if self.ways.len() > TABLE_S as usize {
            TABLE_S
        } else {
            0
        };
        let table: Vec<f64> = (0..length).map(&weight).collect();
        let looked_up = |way: u32| match table.get(way as usize) {
            Some(known) => *known,
            None => weight(way),
        };
        let weight = |way: &u32| known(*way).map_or(0.0, looked_up);
        self.ways.iter().map(weight).collect()
    }

    fn row(&self, place: usize) -> &[u32] {
        &self.ways[place * self.sites..(place + 1) * self.sites]
    }
}

fn known(way: u32) -> Option<u32> {
    (way != NO_WAY).then_some(way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_that_is_not_there_has_no_way() {
        let seconds = Seconds::new(2, 2, |place, site| {
            (place == site).then_some(60 * place as u32)
        });
        assert_eq!(
            [(0, 0), (0, 1), (1, 1), (2, 0), (0, 2)].map(|(place, site)| seconds.get(place, site)),
            [Some(0), None, Some(60), None, None]
        );
    }

    #[test]
    fn there_may_be_no_site() {
        let seconds = Seconds::new(3, 0, |_, _| None);
        assert_eq!(seconds.of_place(2).count(), 0);
    }
}
