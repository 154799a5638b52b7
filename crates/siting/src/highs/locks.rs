//! What the locks ask for.

use crate::instance::{FacilityKind, Instance, Lock};
use crate::solver::SolveError;

/// What the locks say of each facility and site.
pub(super) struct Locks {
    /// Facilities that may serve nobody.
    pub closed: Vec<bool>,
    /// Facilities that must open.
    pub must_open: Vec<bool>,
    /// The only level in which a facility may open.
    pub level: Vec<Option<usize>>,
    /// Sites at which something must open.
    pub site_must_open: Vec<bool>,
}

impl Locks {
    /// # Errors
    /// [`SolveError::Infeasible`] where locks ask for two levels of one facility.
    pub fn new(instance: &Instance) -> Result<Self, SolveError> {
        let facilities = instance.facilities.len();
        let mut locks = Self {
            closed: vec![false; facilities],
            must_open: vec![false; facilities],
            level: vec![None; facilities],
            site_must_open: vec![false; instance.sites.len()],
        };
        for lock in &instance.locks {
            match *lock {
                Lock::Site { site, open: true } => locks.site_must_open[site] = true,
                Lock::Site {
                    site: locked,
                    open: false,
                } => {
                    for (index, facility) in instance.facilities.iter().enumerate() {
                        locks.closed[index] |= matches!(facility.kind, FacilityKind::New { site, .. } if site == locked);
                    }
                }
                Lock::Facility {
                    facility,
                    open: false,
                    ..
                } => locks.closed[facility] = true,
                Lock::Facility {
                    facility,
                    level,
                    open: true,
                } => locks.open(instance, facility, level)?,
            }
        }
        Ok(locks)
    }

    fn open(
        &mut self,
        instance: &Instance,
        facility: usize,
        level: Option<usize>,
    ) -> Result<(), SolveError> {
        if matches!(
            instance.facilities[facility].kind,
            FacilityKind::Existing { .. }
        ) {
            return Ok(());
        }
        self.must_open[facility] = true;
        match (self.level[facility], level) {
            (Some(one), Some(other)) if one != other => Err(SolveError::Infeasible),
            (before, level) => {
                self.level[facility] = level.or(before);
                Ok(())
            }
        }
    }
}
