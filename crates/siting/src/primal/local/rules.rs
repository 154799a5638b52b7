//! What may open together, money aside.

use crate::instance::{FacilityKind, Instance, Lock};

/// One facility in another level, or closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    pub facility: usize,
    pub level: Option<usize>,
}

/// Locks, places of a site, and what must be apart.
pub(super) struct Rules<'a> {
    instance: &'a Instance,
    /// Per facility: its site, where it is new.
    pub home: Vec<Option<usize>>,
    /// Per site: its facilities.
    pub tenants: Vec<Vec<usize>>,
    /// Per facility: the levels in which it may be, closed among them.
    pub ways: Vec<Vec<Option<usize>>>,
    /// Sites at which something must open.
    pub must_open: Vec<bool>,
    apart: Vec<Vec<usize>>,
}

impl<'a> Rules<'a> {
    /// Facilities that are not `wanted` stay closed unless a lock opens them.
    pub fn new(instance: &'a Instance, wanted: &dyn Fn(usize) -> bool) -> Self {
        let home = |facility: &crate::instance::Facility| match facility.kind {
            FacilityKind::New { site, .. } => Some(site),
            FacilityKind::Existing { .. } => None,
        };
        let home: Vec<Option<usize>> = instance.facilities.iter().map(home).collect();
        let mut tenants = vec![Vec::new(); instance.sites.len()];
        for (facility, home) in home.iter().enumerate() {
            if let Some(site) = home {
                tenants[*site].push(facility);
            }
        }
        let mut apart = vec![Vec::new(); home.len()];
        for &(a, b) in &instance.apart {
            apart[a].push(b);
            apart[b].push(a);
        }
        let mut must_open = vec![false; tenants.len()];
        for lock in &instance.locks {
            if let Lock::Site { site, open: true } = *lock {
                must_open[site] = true;
            }
        }
        let ways = (0..home.len()).map(|facility| {
            let wanted = wanted(facility) || home[facility].is_some_and(|site| must_open[site]);
            ways(instance, facility, home[facility], wanted)
        });
        Self {
            ways: ways.collect(),
            instance,
            home,
            tenants,
            must_open,
            apart,
        }
    }

    /// Whether the site of a facility is as it may be.
    pub fn holds(&self, levels: &[Option<usize>], facility: usize) -> bool {
        let Some(site) = self.home[facility] else {
            return true;
        };
        let mut places = 0u64;
        let mut open = false;
        for &tenant in &self.tenants[site] {
            if let Some(level) = levels[tenant] {
                open = true;
                places += u64::from(self.instance.levels(tenant)[level].places);
            }
        }
        self.admits(levels, site, facility, levels[facility], places, open)
    }

    /// The same for a facility in a level among these, when its site then has so many places and is open or not.
    pub fn admits(
        &self,
        levels: &[Option<usize>],
        site: usize,
        facility: usize,
        level: Option<usize>,
        places: u64,
        open: bool,
    ) -> bool {
        let most = self.instance.sites[site].max_places;
        let mut apart = self.apart[facility].iter();
        let alone = level.is_none() || apart.all(|&other| levels[other].is_none());
        alone && (open || !self.must_open[site]) && most.is_none_or(|most| places <= most.into())
    }

    /// Cents a year for the levels of a site's facilities and the site itself.
    pub fn fixed(&self, levels: &[Option<usize>], site: usize) -> i64 {
        let mut sum = 0;
        for &tenant in &self.tenants[site] {
            if let Some(level) = levels[tenant] {
                sum += self.instance.levels(tenant)[level].fixed_cost;
            }
        }
        let phase = self.phase(levels, site);
        sum + phase.map_or(0, |phase| {
            self.instance.sites[site].opening(phase).fixed_cost
        })
    }

    /// When the first of a site's facilities opens.
    pub fn phase(&self, levels: &[Option<usize>], site: usize) -> Option<usize> {
        let open = self.tenants[site].iter();
        open.filter_map(|&tenant| Some(self.instance.levels(tenant)[levels[tenant]?].phase))
            .min()
    }
}

fn ways(
    instance: &Instance,
    facility: usize,
    home: Option<usize>,
    wanted: bool,
) -> Vec<Option<usize>> {
    let Some(site) = home else {
        return vec![None];
    };
    let levels = instance.levels(facility);
    let mut ways: Vec<Option<usize>> = std::iter::once(None)
        .chain((0..levels.len()).map(Some))
        .collect();
    let most = instance.sites[site].max_places;
    ways.retain(|way| way.is_none_or(|level| most.is_none_or(|most| levels[level].places <= most)));
    let mut locked = false;
    for lock in &instance.locks {
        match *lock {
            Lock::Site {
                site: of,
                open: false,
            } if of == site => ways.retain(Option::is_none),
            Lock::Facility {
                facility: of,
                level,
                open,
            } if of == facility => {
                locked |= open;
                ways.retain(|way| {
                    way.is_some() == open && (way.is_none() || level.is_none() || *way == level)
                });
            }
            _ => {}
        }
    }
    if !wanted && !locked {
        ways.retain(Option::is_none);
    }
    ways
}
