//! Where one site less costs nothing in the relaxation though the gap is open, as where
//! all can be covered in fractions, its bound tells no facility from another. With a charge for
//! each site that opens it does: it tells how many are needed. Branching then goes by that.

use super::branch::{Choice, Experience, choose as choose_facility};
use super::bundle::{Limits, Peak, Warmth, climb, first_prices};
use super::lagrange::{Prices, Relaxation};
use super::problem::{Domain, NONE};

/// Share of the way to the best answer that counts as something.
const SOMETHING: f64 = 1e-3;

/// How often the charge is doubled at most.
const RAISES: usize = 8;

/// An ascent with a charge for each site.
pub(super) struct Stern {
    prices: Prices,
    warmth: Warmth,
    pub bound: f64,
}

impl From<Peak> for Stern {
    fn from(peak: Peak) -> Self {
        Self {
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

/// The charge is what is to be gained.
pub(super) fn ascend(
    relaxation: &mut Relaxation<'_, '_>,
    domain: &Domain,
    before: Option<&Stern>,
    way: f64,
    halt: &mut dyn FnMut(f64) -> bool,
) -> Option<Peak> {
    let kept = relaxation.problem.kept.as_ref()?;
    let sterner = without_least(domain);
    let (mut start, mut warmth) = match before {
        Some(before) => (before.prices.clone(), Some(&before.warmth)),
        None => {
            let mut prices = first_prices(relaxation, &sterner);
            prices.mu[kept.ceiling] = way / kept.each;
            (prices, None)
        }
    };
    let limits = Limits {
        iterations: if warmth.is_some() {
            stern_its()
        } else {
            super::search::env("BB_SROOT", 150.0) as usize
        },
        best: f64::INFINITY,
        enough: f64::INFINITY,
        least_gain: 0.001,
        stretch: super::search::env("BB_SSTR", 50.0) as usize,
        wants_people: false,
    };
    let mut before: Option<(f64, Peak)> = None;
    for _ in 0..RAISES {
        let peak = climb(relaxation, &sterner, &[], start, warmth, &limits, halt);
        if !peak.bound.is_finite() {
            return None;
        }
        // What the bound is without the charge, at least.
        let charge = peak.prices.mu[kept.ceiling] * kept.each;
        let value = peak.bound - charge * f64::from(domain.counts[0].1);
        if std::env::var("BB_DBG").is_ok() {
            eprintln!(
                "  charge {charge:.0} value {value:.0} sites {} its {}",
                sites(relaxation, &peak),
                peak.iterations
            );
        }
        let needs_more = sites(relaxation, &peak) > domain.counts[0].1 as f32 + 0.01;
        if let Some((best, better)) = before
            && best >= value
        {
            return Some(better);
        }
        start = raised(relaxation, &peak.prices);
        warmth = None;
        before = Some((value, peak));
        if !needs_more {
            break;
        }
    }
    before.map(|(_, peak)| peak)
}

/// All prices doubled, as far as they may be.
fn raised(relaxation: &Relaxation<'_, '_>, prices: &Prices) -> Prices {
    let rows = prices.lambda.iter().zip(&relaxation.problem.rows);
    Prices {
        lambda: rows
            .map(|(price, row)| (2.0 * price).min(row.unmet))
            .collect(),
        mu: prices.mu.iter().map(|price| 2.0 * price).collect(),
        nu: prices.nu.clone(),
    }
}

/// Sites that the mixture opens.
fn sites(relaxation: &Relaxation<'_, '_>, peak: &Peak) -> f32 {
    let mut at = 0;
    let mut sum = 0.0;
    for facility in &relaxation.problem.facilities {
        let open = &peak.openness[at..at + facility.levels.len()];
        at += facility.levels.len();
        if facility.site != NONE {
            sum += open.iter().sum::<f32>();
        }
    }
    sum
}
fn charge() -> f64 {
    std::env::var("BB_CHARGE")
        .ok()
        .and_then(|x| x.parse().ok())
        .unwrap_or(1.0)
}
fn stern_its() -> usize {
    std::env::var("BB_SITS")
        .ok()
        .and_then(|x| x.parse().ok())
        .unwrap_or(40)
}

/// The facility whose opening and closing both raise the number of sites needed most.
pub(super) fn choose(
    relaxation: &mut Relaxation<'_, '_>,
    domain: &Domain,
    peak: &Peak,
    way: f64,
    experience: &Experience,
    halt: &mut dyn FnMut(f64) -> bool,
) -> Option<Choice> {
    let limits = [peak.bound + 2.0 * way, f64::INFINITY];
    let mut choice = choose_facility(
        relaxation,
        &without_least(domain),
        &[],
        peak,
        experience,
        limits,
        halt,
    )?;
    for (part, _) in &mut choice.parts {
        part.counts.clone_from(&domain.counts);
    }
    Some(choice)
}

/// As few sites as are worth it.
fn without_least(domain: &Domain) -> Domain {
    let mut sterner = domain.clone();
    sterner.counts[0].0 = 0;
    sterner
}

/// Prices without the charge.
pub(super) fn uncharged(prices: &Prices) -> Prices {
    Prices {
        mu: vec![0.0; prices.mu.len()],
        ..prices.clone()
    }
}
