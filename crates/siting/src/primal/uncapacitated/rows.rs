//! Who may be served where, cheapest first.

use super::admit::Site;
use crate::instance::Instance;

/// Sparse rows: those that rank their sites in the same order are one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rows {
    begin: Vec<usize>,
    pub sites: Vec<u32>,
    pub costs: Vec<i64>,
    /// What a row costs that nobody serves, if that may be.
    pub unserved: Vec<Option<i64>>,
}

impl Rows {
    pub fn len(&self) -> usize {
        self.unserved.len()
    }

    pub fn range(&self, row: usize) -> std::ops::Range<usize> {
        self.begin[row]..self.begin[row + 1]
    }

    /// One row for each demand that has people, then merged; `None` where a number is too large.
    pub fn of(instance: &Instance, sites: &[Site]) -> Option<Self> {
        let mut rows = Self {
            begin: vec![0],
            sites: Vec::with_capacity(instance.arcs.len()),
            costs: Vec::with_capacity(instance.arcs.len()),
            unserved: Vec::with_capacity(instance.demands.len()),
        };
        let mut arcs = &instance.arcs[..];
        let mut row: Vec<(i64, u32)> = Vec::new();
        for (index, demand) in instance.demands.iter().enumerate() {
            let (mine, rest) = arcs.split_at(arcs.partition_point(|arc| arc.demand <= index));
            arcs = rest;
            if demand.persons == 0 {
                continue;
            }
            let persons = i64::from(demand.persons);
            let unserved = match demand.unmet_cost {
                Some(cost) => Some(persons.checked_mul(cost)?),
                None => None,
            };
            row.clear();
            for arc in mine {
                let cost = persons.checked_mul(arc.cost)?;
                let useful = unserved.is_none_or(|unserved| cost < unserved);
                if useful && sites[arc.facility].decided != Some(false) {
                    row.push((cost, u32::try_from(arc.facility).ok()?));
                }
            }
            row.sort_unstable();
            // Nobody passes by what is open for good.
            let always = |&(_, site): &(i64, u32)| sites[site as usize].decided == Some(true);
            if let Some(last) = row.iter().position(always) {
                row.truncate(last + 1);
            }
            rows.sites.extend(row.iter().map(|&(_, site)| site));
            rows.costs.extend(row.iter().map(|&(cost, _)| cost));
            rows.unserved.push(unserved);
            rows.begin.push(rows.sites.len());
        }
        rows.merge()?;
        Some(rows)
    }

    /// Adds rows that rank the same sites in the same order up into one: whatever is open, the
    /// same site serves both best.
    fn merge(&mut self) -> Option<()> {
        let key = |row: usize| (&self.sites[self.range(row)], self.unserved[row].is_none());
        let hash = |row: usize| {
            let mix = |hash: u64, &site: &u32| {
                (hash ^ u64::from(site))
                    .wrapping_mul(0x0100_0000_01b3)
                    .rotate_left(23)
            };
            key(row).0.iter().fold(0xcbf2_9ce4_8422_2325, mix)
        };
        let mut order: Vec<(u64, usize)> = (0..self.len()).map(|row| (hash(row), row)).collect();
        order.sort_unstable();
        let mut leader: Vec<usize> = (0..self.len()).collect();
        for group in order.chunk_by(|a, b| a.0 == b.0) {
            for (at, &(_, row)) in group.iter().enumerate() {
                let mut earlier = group[..at].iter().map(|&(_, other)| other);
                let same = |&other: &usize| leader[other] == other && key(other) == key(row);
                if let Some(first) = earlier.find(same) {
                    leader[row] = first;
                }
            }
        }
        self.compact(&leader)
    }

    /// Adds each row to its leader, which stands no later, and closes the ranks.
    fn compact(&mut self, leader: &[usize]) -> Option<()> {
        let mut place = vec![(0, 0); leader.len()];
        let (mut rows, mut end) = (0, 0);
        for (row, &leader) in leader.iter().enumerate() {
            let range = self.range(row);
            if leader == row {
                let (begin, length) = (end, range.len());
                self.sites.copy_within(range.clone(), begin);
                self.costs.copy_within(range, begin);
                self.unserved[rows] = self.unserved[row];
                place[row] = (rows, begin);
                rows += 1;
                end = begin + length;
                continue;
            }
            let (at, begin) = place[leader];
            for (offset, arc) in range.enumerate() {
                self.costs[begin + offset] =
                    self.costs[begin + offset].checked_add(self.costs[arc])?;
            }
            if let (Some(sum), Some(more)) = (self.unserved[at], self.unserved[row]) {
                self.unserved[at] = Some(sum.checked_add(more)?);
            }
        }
        let lengths: Vec<usize> = leader
            .iter()
            .enumerate()
            .filter(|&(row, &leader)| row == leader)
            .map(|(row, _)| self.range(row).len())
            .collect();
        self.begin = std::iter::once(0)
            .chain(lengths.iter().scan(0, |sum, length| {
                *sum += length;
                Some(*sum)
            }))
            .collect();
        self.sites.truncate(end);
        self.costs.truncate(end);
        self.unserved.truncate(rows);
        Some(())
    }

    /// The sum of what each row may cost at most, without penalties.
    pub fn dearest(&self) -> Option<i64> {
        let mut sum = 0i64;
        for row in 0..self.len() {
            let costs = self.costs[self.range(row)].iter().copied();
            let most = costs
                .chain(self.unserved[row])
                .map(i64::saturating_abs)
                .max();
            sum = sum.checked_add(most.unwrap_or(0))?;
        }
        Some(sum)
    }
}
