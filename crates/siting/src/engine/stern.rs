//! Where one site more or less is worth nothing to the relaxation though the gap is
//! open, as where all can be covered in fractions, its bound tells no facility from
//! another. The bound with fewer sites does, so branching goes by that.

use super::branch::{Choice, Experience, choose as choose_facility};
use super::bundle::{Limits, Peak, Warmth, climb, first_prices};
use super::lagrange::{Prices, Relaxation};
use super::problem::Domain;

/// Share of the way to the best answer that counts as something.
const SOMETHING: f64 = 1e-3;
/// Share of the way that the bound with fewer sites is above.
const ENOUGH: f64 = 0.1;

/// An ascent with fewer sites.
pub(super) struct Stern {
    /// By how many.
    pub fewer: u32,
    prices: Prices,
    warmth: Warmth,
    bound: f64,
}

impl Stern {
    pub fn new(peak: Peak, fewer: u32) -> Self {
        Self {
            fewer,
            bound: peak.bound,
            prices: peak.prices,
            warmth: peak.warmth,
        }
    }
}

/// Whether one site less would cost next to nothing, at the prices last evaluated.
pub(super) fn is_blind(relaxation: &Relaxation<'_, '_>, domain: &Domain, way: f64) -> bool {
    let (dearest, _) = relaxation.edge;
    relaxation.problem.kept.is_some()
        && domain.counts[0].1 > 1
        && way.is_finite()
        && dearest.is_finite()
        && dearest > -SOMETHING * way
}

/// Branches by the bound with as many fewer sites as make a difference.
pub(super) fn choose(
    relaxation: &mut Relaxation<'_, '_>,
    domain: &Domain,
    before: Option<&Stern>,
    peak: &Peak,
    way: f64,
    experience: &Experience,
    halt: &mut dyn FnMut(f64) -> bool,
) -> Option<(Stern, Choice)> {
    let base = peak.bound;
    let mut fewer = before.map_or(1, |before| before.fewer);
    let mut known = before;
    let mut found: Option<(u32, Peak)> = None;
    loop {
        let sterner = with_fewer(relaxation, domain, fewer);
        let Some(sterner) = sterner else { break };
        let (start, warmth) = match known {
            Some(known) if known.fewer == fewer => (known.prices.clone(), Some(&known.warmth)),
            _ => match &found {
                Some((_, peak)) => (peak.prices.clone(), None),
                None => (first_prices(relaxation, &sterner), None),
            },
        };
        let limits = Limits {
            iterations: 60,
            best: base + 2.0 * way,
            enough: f64::INFINITY,
            least_gain: 0.02,
            stretch: 15,
            wants_people: false,
        };
        let here = climb(relaxation, &sterner, &[], start, warmth, &limits, halt);
        if !here.bound.is_finite() {
            break;
        }
        let above = here.bound - base;
        // With one site less than needed would be better.
        if above > ENOUGH * way {
            let much = above > way && fewer > 1 && found.as_ref().is_none_or(|f| f.0 > fewer);
            found = Some((fewer, here));
            if !much {
                break;
            }
            fewer -= 1;
            known = None;
            continue;
        }
        if let Some((fewer_before, _)) = &found
            && *fewer_before > fewer
        {
            break;
        }
        found = None;
        fewer += 1;
    }
    let (fewer, here) = found?;
    let sterner = with_fewer(relaxation, domain, fewer)?;
    let limits = [here.bound + 2.0 * way, f64::INFINITY];
    let choice = choose_facility(relaxation, &sterner, &[], &here, experience, limits, halt)?;
    Some((Stern::new(here, fewer), choice))
}

fn with_fewer(relaxation: &Relaxation<'_, '_>, domain: &Domain, fewer: u32) -> Option<Domain> {
    let mut sterner = domain.clone();
    let (least, most) = sterner.counts[0];
    let most = most.checked_sub(fewer)?;
    let forced = (0..relaxation.problem.sites.len())
        .filter(|&site| relaxation.is_forced(site, domain))
        .count();
    sterner.counts[0] = (least.min(most), most);
    (forced < most as usize).then_some(sterner)
}
