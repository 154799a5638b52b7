//! Branch and bound on the Lagrangian bound: first on how many open, then on
//! what opens, then on its level, and where that leaves a gap, on who goes where.

use super::branch::{self, Experience, Lesson};
use super::bundle::{Limits, Peak, Warmth, climb};
use super::certificate::Cut;
use super::cuts::{Lp, Master, Solved};
use super::fill::ArcBound;
use super::fix::{Fix, fix};
use super::lagrange::{Prices, Relaxation};
use super::people;
use super::problem::{Domain, NONE, Problem};
use crate::instance::Solution;
use std::sync::Arc;

/// Rounds of cuts at the root, and at other nodes.
const ROOT_ROUNDS: usize = 400;
const NODE_ROUNDS: usize = 8;
/// Share of the way to the best answer with which a program is solved.
const PRECISION: f64 = 1e-3;
/// Steps of the trial of a facility.
const TRIAL_STEPS: usize = 30;

/// A part of all answers.
#[derive(Clone)]
pub(super) struct Node {
    pub domain: Domain,
    pub bounds: Vec<ArcBound>,
    pub prices: Arc<Prices>,
    /// Planes of the ascent to these prices.
    pub warmth: Option<Arc<Warmth>>,
    /// The program by cuts, where it was solved so.
    pub lp: Option<Arc<Lp>>,
    /// At the root, what the ascent mixed.
    pub openness: Vec<f32>,
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
    /// What trials taught.
    pub lessons: Vec<Lesson>,
}

/// A part of a node.
pub(super) struct Part {
    pub domain: Domain,
    pub bounds: Vec<ArcBound>,
    pub bound: f64,
    pub prices: Arc<Prices>,
    pub warmth: Option<Arc<Warmth>>,
    pub lp: Option<Arc<Lp>>,
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
    Split(Option<Cut>, Vec<Part>),
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
    [best, threshold]: [f64; 2],
    effort: Effort,
    experience: &Experience,
    halt: &mut dyn FnMut(f64) -> bool,
) -> Seen {
    let problem = relaxation.problem;
    let mut domain = node.domain.clone();
    let mut seen = Seen {
        bound: node.bound,
        prices: Arc::clone(&node.prices),
        candidates: Vec::new(),
        fate: Fate::Pruned,
        fixes: Vec::new(),
        lessons: Vec::new(),
    };
    let mut prices = (*node.prices).clone();
    let mut warmth = node.warmth.clone();
    let mut rounds = 0;
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
        let warm = warmth.as_deref().filter(|_| problem.is_median());
        let mut peak = climb(
            relaxation,
            &domain,
            &node.bounds,
            prices,
            warm,
            &limits,
            halt,
        );
        rounds += 1;
        seen.bound = seen.bound.max(peak.bound);
        seen.prices = Arc::new(peak.prices.clone());
        if seen.bound >= threshold {
            return seen;
        }
        relaxation.evaluate(&peak.prices, &domain, &node.bounds);
        let chosen = relaxation.chosen.clone();
        let fixed = fix(relaxation, &mut domain, threshold, &mut seen.fixes);
        if domain.is_empty() {
            seen.bound = seen.bound.max(threshold);
            return seen;
        }
        if fixed > 0 && rounds < 3 && !effort.is_certified {
            prices = peak.prices;
            warmth = Some(Arc::new(peak.warmth));
            continue;
        }
        if let Some(parts) = (!effort.is_certified)
            .then(|| split_count(problem, &domain, &peak.openness))
            .flatten()
        {
            seen.candidates = vec![chosen, rounded(problem, &domain, &peak.openness)];
            let warmth = Arc::new(std::mem::take(&mut peak.warmth));
            let part = |domain| seen.part(domain, &node.bounds, Some(&warmth));
            seen.fate = Fate::Split(None, parts.into_iter().map(part).collect());
            return seen;
        }
        let bounds = &node.bounds;
        let limits = [best, threshold];
        let choice = branch::choose(relaxation, &domain, bounds, &peak, experience, limits, halt);
        if let Some(mut choice) = choice {
            seen.lessons.append(&mut choice.lessons);
            let is_useless = |part: &(Domain, Option<Peak>)| {
                part.1.as_ref().is_some_and(|peak| peak.bound >= threshold)
            };
            let [open, closed] = &choice.parts;
            match (is_useless(open), is_useless(closed)) {
                (false, false) => {}
                _ if effort.is_certified => {}
                (true, true) => {
                    seen.bound = threshold;
                    return seen;
                }
                (open_is_useless, _) => {
                    let [open, closed] = choice.parts;
                    let (left, found) = if open_is_useless { closed } else { open };
                    domain = left;
                    let found = found.unwrap_or(peak);
                    prices = found.prices;
                    warmth = Some(Arc::new(found.warmth));
                    continue;
                }
            }
            seen.candidates = vec![chosen, rounded(problem, &domain, &peak.openness)];
            let cut = Cut::between(&domain, &choice.parts[0].0);
            let warmth = Arc::new(std::mem::take(&mut peak.warmth));
            let parts = choice.parts.into_iter().map(|(domain, found)| match found {
                None => seen.part(domain, bounds, Some(&warmth)),
                Some(found) => Part {
                    domain,
                    bounds: bounds.clone(),
                    // A certificate has no room for the prices of the trial.
                    bound: match effort.is_certified {
                        true => seen.bound,
                        false => seen.bound.max(found.bound),
                    },
                    prices: Arc::new(found.prices),
                    warmth: Some(Arc::new(found.warmth)),
                    lp: None,
                },
            });
            let parts = parts.collect();
            seen.fate = Fate::Split(cut, parts);
            return seen;
        }
        seen.candidates = vec![chosen, rounded(problem, &domain, &peak.openness)];
        seen.fate = match split_level(problem, &domain, &peak.openness) {
            Some(parts) => {
                let cut = Cut::between(&domain, &parts[0]);
                let warmth = Arc::new(std::mem::take(&mut peak.warmth));
                let part = |domain| seen.part(domain, bounds, Some(&warmth));
                Fate::Split(cut, parts.into_iter().map(part).collect())
            }
            None if problem.is_exact => Fate::Decided(levels(problem, &domain)),
            None => {
                let first = problem
                    .facilities
                    .iter()
                    .map(|f| f.levels.len())
                    .sum::<usize>();
                let people = peak.openness.get(first..).unwrap_or(&[]);
                match people::split(problem, &domain, bounds, people) {
                    Some((cut, parts)) => {
                        let part = |bounds: &Vec<ArcBound>| seen.part(domain.clone(), bounds, None);
                        let cut = Cut::of_people(problem, cut);
                        Fate::Split(cut, parts.iter().map(part).collect())
                    }
                    None => people::only_answer(problem, &levels(problem, &domain), bounds),
                }
            }
        };
        return seen;
    }
}

/// The same by cuts.
pub(super) fn see_by_cuts(
    relaxation: &mut Relaxation<'_, '_>,
    master: &Master,
    node: &Node,
    [best, threshold]: [f64; 2],
    is_certified: bool,
    experience: &Experience,
    halt: &mut dyn FnMut(f64) -> bool,
) -> Seen {
    let problem = relaxation.problem;
    let mut domain = node.domain.clone();
    let mut seen = Seen {
        bound: node.bound,
        prices: Arc::clone(&node.prices),
        candidates: Vec::new(),
        fate: Fate::Pruned,
        fixes: Vec::new(),
        lessons: Vec::new(),
    };
    let mut lp = match &node.lp {
        Some(lp) => (**lp).clone(),
        None => master.root(
            problem,
            &domain,
            &node.openness,
            threshold.min(best) - node.bound,
        ),
    };
    let is_root = node.lp.is_none();
    let mut rounds = 0;
    loop {
        lp.tighten(master, problem, &domain);
        let way = threshold.min(best) - seen.bound;
        let limits = [threshold + 1e-9 * threshold.abs(), PRECISION * way];
        let most = if is_root { ROOT_ROUNDS } else { NODE_ROUNDS };
        // That a program with rounded numbers has no answer proves nothing.
        let solved = lp
            .solve(master, problem, &domain, limits, most, halt)
            .unwrap_or_else(|| Solved {
                value: seen.bound,
                prices: (*seen.prices).clone(),
                openness: vec![0.5; problem.facilities.len()],
            });
        relaxation.evaluate(&solved.prices, &domain, &[]);
        if relaxation.bound >= seen.bound {
            seen.bound = relaxation.bound;
            seen.prices = Arc::new(solved.prices);
        } else {
            // What is left out below must follow from the prices that are told.
            relaxation.evaluate(&seen.prices, &domain, &[]);
            seen.bound = seen.bound.max(relaxation.bound);
        }
        if seen.bound >= threshold {
            return seen;
        }
        rounds += 1;
        let chosen = relaxation.chosen.clone();
        let fixed = fix(relaxation, &mut domain, threshold, &mut seen.fixes);
        if domain.is_empty() {
            seen.bound = seen.bound.max(threshold);
            return seen;
        }
        if fixed > 0 && rounds < 3 && !is_certified {
            continue;
        }
        let open = |facility: usize| (f64::from(solved.openness[facility]), facility);
        let undecided = |&facility: &usize| domain.may_open(facility) && domain.may_close(facility);
        let candidates = (0..problem.facilities.len())
            .filter(undecided)
            .map(open)
            .collect();
        let tried = |facility: usize| {
            let values = [false, true].map(|opens| lp.trial(master, facility, opens, TRIAL_STEPS));
            (values, ())
        };
        let limits = [solved.value, threshold + 1e-6 * threshold.abs()];
        let picked = branch::pick(candidates, experience, limits, tried);
        let Some((facility, _, lessons)) = picked else {
            seen.fate = Fate::Decided(levels(problem, &domain));
            return seen;
        };
        seen.lessons = lessons;
        seen.candidates = vec![chosen, rounded(problem, &domain, &solved.openness)];
        let [open, closed] = [true, false].map(|opens| branch::part(&domain, facility, opens));
        let cut = Cut::between(&domain, &open);
        let lp = Arc::new(lp);
        let parts = [open, closed].map(|domain| Part {
            lp: Some(Arc::clone(&lp)),
            ..seen.part(domain, &[], None)
        });
        seen.fate = Fate::Split(cut, parts.into());
        return seen;
    }
}

impl Seen {
    fn part(&self, domain: Domain, bounds: &[ArcBound], warmth: Option<&Arc<Warmth>>) -> Part {
        Part {
            domain,
            bounds: bounds.to_vec(),
            bound: self.bound,
            prices: Arc::clone(&self.prices),
            warmth: warmth.cloned(),
            lp: None,
        }
    }
}

/// The levels of a domain in which each facility is decided.
pub(super) fn levels(problem: &Problem<'_>, domain: &Domain) -> Vec<Option<usize>> {
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

/// By how many sites open, or how many facilities of a market.
fn split_count(problem: &Problem<'_>, domain: &Domain, openness: &[f32]) -> Option<Vec<Domain>> {
    let open = by_facility(problem, openness);
    let share = |facility: usize| open[facility].iter().sum::<f32>();
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

/// By the level of a facility that opens.
fn split_level(problem: &Problem<'_>, domain: &Domain, openness: &[f32]) -> Option<Vec<Domain>> {
    let open = by_facility(problem, openness);
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

/// How far each facility is open in each of its levels.
fn by_facility<'o>(problem: &Problem<'_>, openness: &'o [f32]) -> Vec<&'o [f32]> {
    let mut rest = openness;
    let open = problem.facilities.iter().map(|facility| {
        let (open, others) = rest.split_at(facility.levels.len());
        rest = others;
        open
    });
    open.collect()
}
