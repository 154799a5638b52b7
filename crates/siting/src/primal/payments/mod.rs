//! Who pays for what is open, so that every ceiling holds and municipalities pay least.
//!
//! Each open facility is paid in one of its level's ways; a site's own money by a
//! scheme that pays one of its facilities. See `docs/assignment.md`.

mod choice;
mod purse;
mod search;
mod sums;

use crate::instance::{FacilityKind, Instance, Opened};
use choice::Choices;

pub use purse::Purse;

/// Ways of paying: per facility level and payment, per site its own.
pub type Paid = (Vec<Option<Opened>>, Vec<Option<usize>>);

/// What [`pay`] finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payable {
    /// These payments fit the ceilings.
    By(Paid),
    /// No choice of payments fits them.
    Never,
    /// The search ended before it knew.
    Unknown,
}

impl Payable {
    /// The payments, if any were found.
    pub fn found(self) -> Option<Paid> {
        match self {
            Self::By(paid) => Some(paid),
            Self::Never | Self::Unknown => None,
        }
    }
}

/// Chooses the payments of what is open.
///
/// The municipal sum is the least possible unless the search had to look at more than 200,000
/// choices; then it is the least found. Where none was found by then, as many sums of what is
/// drawn are looked at for any choice at all, so that only the hardest questions stay open.
pub fn pay(instance: &Instance, levels: &[Option<usize>]) -> Payable {
    let Some(choices) = Choices::new(instance, levels) else {
        return Payable::Never;
    };
    let chosen = match search::cheapest(instance, &choices) {
        search::Found::Chosen(chosen) => chosen,
        search::Found::Nothing => return Payable::Never,
        search::Found::Unknown => return Payable::Unknown,
    };
    let mut open = vec![None; instance.facilities.len()];
    let mut site_payment = vec![None; instance.sites.len()];
    for (group, &option) in choices.groups.iter().zip(&chosen) {
        let payment = group.options[option].payment;
        match group.of {
            choice::Of::Facility(facility) => {
                let level = levels[facility].unwrap_or(0);
                open[facility] = Some(Opened { level, payment });
            }
            choice::Of::Site(site) => site_payment[site] = Some(payment),
        }
    }
    Payable::By((open, site_payment))
}

/// Whether what is open may be affordable: each ceiling taken alone holds. [`pay`]
/// finds out whether they hold together.
pub fn affordable(instance: &Instance, levels: &[Option<usize>]) -> bool {
    let mut purse = Purse::new(instance);
    for (facility, &level) in levels.iter().enumerate() {
        purse.set(facility, level);
    }
    purse.is_affordable()
}

/// Per site: the phase in which the first of its facilities opens, if any does.
fn phases(instance: &Instance, levels: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut phases: Vec<Option<usize>> = vec![None; instance.sites.len()];
    for (facility, level) in instance.facilities.iter().zip(levels) {
        if let (FacilityKind::New { site, levels }, Some(level)) = (&facility.kind, *level) {
            let phase = levels[level].phase;
            let first = &mut phases[*site];
            *first = Some(first.map_or(phase, |first| first.min(phase)));
        }
    }
    phases
}
