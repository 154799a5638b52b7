//! Branch and bound on the Lagrangian bound: first on how many open, then on
//! what opens, then on its level, and where that leaves a gap, on who goes where.

use super::bundle::{Limits, Peak, climb};
use super::certificate::Cut;
use super::fill::ArcBound;
use super::fix::{Fix, fix};
use super::lagrange::{Prices, Relaxation};
use super::people;
use super::problem::{Domain, NONE, Problem};
use crate::instance::Solution;
use std::sync::Arc;

/// A part of all answers.
#[derive(Clone)]
pub(super) struct Node {
    pub domain: Domain,
    pub bounds: Vec<ArcBound>,
    pub prices: Arc<Prices>,
    /// No answer in it costs less.
    pub bound: f64,
    pub depth: u32,
    /// Its number in the certificate, where one is kept.
    pub entry: usize,
}

/// What became of a node.
pub(super) struct Seen {
    pub bound: f64,
    pub prices: Arc<Prices>,
    /// Levels that the relaxation chose at its best prices, and what its mixture rounds to.
    pub candidates: Vec<Vec<u32>>,
    pub fate: Fate,
    /// What fixing left out, by the prices.
    pub fixes: Vec<Fix>,
}

pub(super) enum Fate {
    /// Nothing better is in it.
    Pruned,
    /// No answer at all is in it.
    Empty,
    /// Each facility is decided, and who goes where is a transport problem: what
    /// these levels cost is left to the assignment.
    Decided(Vec<Option<usize>>),
    /// Everything is decided, but whether it can be paid was not found out.
    Unpaid,
    /// Everything is decided: this is the only answer, if it respects all conditions.
    Assigned(Box<Solution>),
    /// Into parts; how, where a certificate can tell it.
    Split(Option<Cut>, Vec<(Domain, Vec<ArcBound>)>),
}

/// How hard a node is tried before it is split.
#[derive(Debug, Clone, Copy)]
pub(super) struct Effort {
    pub iterations: usize,
    pub least_gain: f64,
    /// Whether the proof is written down: then each node is tried at one set of prices
    /// and split by what a certificate can tell.
    pub is_certified: bool,
}

/// Raises a node's bound, fixes what it can and says how to split what is left.
pub(super) fn see(
    relaxation: &mut Relaxation<'_, '_>,
    node: &Node,
    best: f64,
    threshold: f64,
    effort: Effort,
    halt: &mut dyn FnMut(f64) -> bool,
) -> Seen {
    let problem = relaxation.problem;
    let mut domain = node.domain.clone();
    let mut prices = (*node.prices).clone();
    let mut peak: Peak;
    let mut rounds = 0;
    let mut fixes = Vec::new();
    loop {
        let decided = (0..domain.masks.len()).all(|facility| domain.is_decided(facility));
        let limits = Limits {
            iterations: effort.iterations,
            best,
            enough: threshold,
            least_gain: effort.least_gain,
            stretch: 15,
            wants_people: decided && !problem.is_exact,
        };
        peak = climb(relaxation, &domain, &node.bounds, prices, &limits, halt);
        prices = peak.prices.clone();
        if peak.bound >= threshold {
            break;
        }
        relaxation.evaluate(&peak.prices, &domain, &node.bounds);
        let fixed = fix(relaxation, &mut domain, threshold, &mut fixes);
        rounds += 1;
        if domain.is_empty() || fixed == 0 || rounds >= 3 || effort.is_certified {
            break;
        }
    }
    let bound = peak.bound.max(node.bound);
    let prices = Arc::new(peak.prices.clone());
    let pruned = bound >= threshold || domain.is_empty();
    let mut seen = Seen {
        bound: if domain.is_empty() {
            bound.max(threshold)
        } else {
            bound
        },
        prices,
        candidates: Vec::new(),
        fate: Fate::Pruned,
        fixes,
    };
    if pruned {
        return seen;
    }
    seen.candidates.push(relaxation.chosen.clone());
    seen.candidates
        .push(rounded(problem, &domain, &peak.openness));
    let bounds = &node.bounds;
    seen.fate = match split(problem, &domain, &peak.openness, !effort.is_certified) {
        Some(children) => {
            let cut = Cut::between(&domain, &children[0]);
            let children = children.into_iter().map(|child| (child, bounds.clone()));
            Fate::Split(cut, children.collect())
        }
        None if problem.is_exact => Fate::Decided(levels(problem, &domain)),
        None => {
            let people = peak
                .openness
                .get(relaxation.level_value.len()..)
                .unwrap_or(&[]);
            match people::split(problem, &domain, bounds, people) {
                Some((cut, children)) => {
                    let children = children.into_iter().map(|bounds| (domain.clone(), bounds));
                    Fate::Split(Cut::of_people(problem, cut), children.collect())
                }
                None => people::only_answer(problem, &levels(problem, &domain), bounds),
            }
        }
    };
    seen
}

/// The levels of a domain in which each facility is decided.
fn levels(problem: &Problem<'_>, domain: &Domain) -> Vec<Option<usize>> {
    let level = |(mask, facility): (&u64, &super::problem::Facility)| {
        let level = mask.trailing_zeros() as usize;
        (facility.site != NONE && level > 0).then(|| level - 1)
    };
    domain
        .masks
        .iter()
        .zip(&problem.facilities)
        .map(level)
        .collect()
}

/// Each facility in the level in which the mixture has it most.
pub(super) fn rounded(problem: &Problem<'_>, domain: &Domain, openness: &[f32]) -> Vec<u32> {
    let mut at = 0;
    let mut levels = vec![NONE; problem.facilities.len()];
    for (index, facility) in problem.facilities.iter().enumerate() {
        let open = &openness[at..at + facility.levels.len()];
        at += facility.levels.len();
        let total: f32 = open.iter().sum();
        let best = (0..open.len())
            .filter(|level| domain.masks[index] >> (level + 1) & 1 == 1)
            .max_by(|&a, &b| open[a].total_cmp(&open[b]).then(b.cmp(&a)));
        if let Some(best) = best
            && (total > 0.5 || !domain.may_close(index))
        {
            levels[index] = best as u32;
        }
    }
    levels
}

/// Parts that together hold every answer of the domain; `None` when each facility is decided.
fn split(
    problem: &Problem<'_>,
    domain: &Domain,
    openness: &[f32],
    counts: bool,
) -> Option<Vec<Domain>> {
    let mut at = 0;
    let mut open = Vec::with_capacity(problem.facilities.len());
    for facility in &problem.facilities {
        open.push(&openness[at..at + facility.levels.len()]);
        at += facility.levels.len();
    }
    let share = |facility: usize| open[facility].iter().sum::<f32>();
    let by_count = counts
        .then(|| split_count(problem, domain, &share))
        .flatten();
    by_count
        .or_else(|| split_facility(problem, domain, &share))
        .or_else(|| split_level(domain, &open))
}

/// By how many sites open, or how many facilities of a market.
fn split_count(
    problem: &Problem<'_>,
    domain: &Domain,
    share: &dyn Fn(usize) -> f32,
) -> Option<Vec<Domain>> {
    let mut sums = vec![0.0f32; domain.counts.len()];
    for (index, site) in problem.sites.iter().enumerate() {
        let most = site
            .facilities
            .iter()
            .map(|&f| share(f as usize))
            .fold(0.0, f32::max);
        sums[0] += if domain.must_open[index] { 1.0 } else { most };
    }
    for (facility, &market) in problem.market.iter().enumerate() {
        if let Some(sum) = sums.get_mut((market as usize).wrapping_add(1))
            && market != NONE
        {
            *sum += share(facility);
        }
    }
    let mut best: Option<(f32, usize, u32)> = None;
    for (count, (&sum, &(least, most))) in sums.iter().zip(&domain.counts).enumerate() {
        let floor = sum.floor();
        let apart = (sum - floor).min(floor + 1.0 - sum);
        // Sums over several facilities of a site are no counts of sites.
        let is_exact = count > 0 || problem.markets == 0;
        if is_exact
            && apart > 0.1
            && (least as f32) <= floor
            && floor < most as f32
            && best.is_none_or(|best| apart > best.0)
        {
            best = Some((apart, count, floor as u32));
        }
    }
    let (_, count, floor) = best?;
    let (mut few, mut many) = (domain.clone(), domain.clone());
    few.counts[count].1 = floor;
    many.counts[count].0 = floor + 1;
    Some(vec![many, few])
}

/// By whether the facility opens of which the mixture is least sure.
fn split_facility(
    problem: &Problem<'_>,
    domain: &Domain,
    share: &dyn Fn(usize) -> f32,
) -> Option<Vec<Domain>> {
    let mut best: Option<(f32, usize)> = None;
    for facility in 0..problem.facilities.len() {
        if problem.facilities[facility].site == NONE
            || !domain.may_open(facility)
            || !domain.may_close(facility)
        {
            continue;
        }
        let open = share(facility);
        let unsure = open.min(1.0 - open);
        if best.is_none_or(|best| unsure > best.0) {
            best = Some((unsure, facility));
        }
    }
    let (_, facility) = best?;
    let (mut open, mut closed) = (domain.clone(), domain.clone());
    open.masks[facility] &= !1;
    closed.masks[facility] = 1;
    Some(vec![open, closed])
}

/// By the level of a facility that opens.
fn split_level(domain: &Domain, open: &[&[f32]]) -> Option<Vec<Domain>> {
    let mut best: Option<(f32, usize)> = None;
    for (facility, open) in open.iter().enumerate() {
        if domain.is_decided(facility) || domain.masks[facility] == 0 {
            continue;
        }
        let most = open.iter().copied().fold(0.0, f32::max);
        let unsure = 1.0 - most;
        if best.is_none_or(|best| unsure > best.0) {
            best = Some((unsure, facility));
        }
    }
    let (_, facility) = best?;
    let mask = domain.masks[facility];
    // The levels up to the mean one, and those above it.
    let total: f32 = open[facility].iter().sum::<f32>().max(1e-6);
    let mean: f32 = open[facility]
        .iter()
        .enumerate()
        .map(|(level, share)| level as f32 * share)
        .sum::<f32>()
        / total;
    let allowed: Vec<usize> = (0..open[facility].len())
        .filter(|level| mask >> (level + 1) & 1 == 1)
        .collect();
    let below = allowed
        .iter()
        .filter(|&&level| (level as f32) <= mean)
        .count()
        .clamp(1, allowed.len() - 1);
    let low: u64 = allowed[..below]
        .iter()
        .map(|level| 1u64 << (level + 1))
        .sum();
    let (mut lower, mut higher) = (domain.clone(), domain.clone());
    lower.masks[facility] = mask & low;
    higher.masks[facility] = mask & !low;
    Some(vec![lower, higher])
}
