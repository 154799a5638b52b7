//! Which facility to branch on: the one whose opening and whose closing both raise
//! the bound most, tried where little is known of it, from experience elsewhere
//! (reliability branching: Achterberg, Koch and Martin 2005).

use super::bundle::{Limits, Peak, climb};
use super::fill::ArcBound;
use super::lagrange::Relaxation;
use super::problem::{Domain, NONE};

/// Trials of one side after which experience is relied on.
const RELIABLE: u32 = 4;
/// Facilities tried at a node at most, and in a row without a better one.
const TRIALS: usize = 16;
const IN_VAIN: usize = 5;
/// Steps of a trial.
const STEPS: usize = 12;
/// How far a facility counts as closed or open at least that the mixture is sure of.
const SURE: f64 = 0.05;

/// By how much closing and opening each facility has raised bounds, for each unit by which that
/// changed the mixture.
#[derive(Debug, Clone)]
pub(super) struct Experience {
    facilities: Vec<[Mean; 2]>,
    all: [Mean; 2],
}

#[derive(Debug, Clone, Copy, Default)]
struct Mean {
    sum: f64,
    count: u32,
}

impl Mean {
    fn add(&mut self, gain: f64) {
        self.sum += gain;
        self.count += 1;
    }

    fn value(self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / f64::from(self.count))
    }
}

/// One trial: a facility, whether it opened, and the gain.
pub(super) type Lesson = (usize, bool, f64);

impl Experience {
    pub fn new(facilities: usize) -> Self {
        Self {
            facilities: vec![[Mean::default(); 2]; facilities],
            all: [Mean::default(); 2],
        }
    }

    pub fn learn(&mut self, lessons: &[Lesson]) {
        for &(facility, opens, gain) in lessons {
            self.facilities[facility][usize::from(opens)].add(gain);
            self.all[usize::from(opens)].add(gain);
        }
    }

    /// What closing and opening a facility that is `open` so far is expected to gain.
    fn expected(&self, facility: usize, open: f64) -> [f64; 2] {
        [0, 1].map(|side| {
            let of = self.facilities[facility][side].value();
            let rate = of.or(self.all[side].value()).unwrap_or(1.0);
            rate * change(open, side == 1)
        })
    }

    fn is_reliable(&self, facility: usize) -> bool {
        self.facilities[facility]
            .iter()
            .all(|side| side.count >= RELIABLE)
    }
}

fn change(open: f64, opens: bool) -> f64 {
    if opens { 1.0 - open } else { open }.max(SURE)
}

/// How a domain is divided.
pub(super) struct Choice {
    /// Where it opens, and where it closes; with what a trial found.
    pub parts: [(Domain, Option<Peak>); 2],
    pub lessons: Vec<Lesson>,
}

/// The facility to branch on, if any may still open and close.
pub(super) fn choose(
    relaxation: &mut Relaxation<'_, '_>,
    domain: &Domain,
    bounds: &[ArcBound],
    peak: &Peak,
    experience: &Experience,
    [best, threshold]: [f64; 2],
    halt: &mut dyn FnMut(f64) -> bool,
) -> Option<Choice> {
    let problem = relaxation.problem;
    let mut at = 0;
    let mut candidates = Vec::new();
    for (index, facility) in problem.facilities.iter().enumerate() {
        let levels = &peak.openness[at..at + facility.levels.len()];
        at += facility.levels.len();
        if facility.site == NONE || !domain.may_open(index) || !domain.may_close(index) {
            continue;
        }
        let open = f64::from(levels.iter().sum::<f32>());
        candidates.push((open, index));
    }
    if !problem.is_median() {
        let unsure = |&(open, _): &(f64, usize)| open.min(1.0 - open);
        let first = |a: &(f64, usize), b: &(f64, usize)| {
            unsure(a).total_cmp(&unsure(b)).then(b.1.cmp(&a.1))
        };
        let (_, facility) = candidates.into_iter().max_by(first)?;
        return Some(Choice {
            parts: [true, false].map(|opens| (part(domain, facility, opens), None)),
            lessons: Vec::new(),
        });
    }
    let tried = |facility: usize| {
        let peaks = [false, true].map(|opens| {
            let part = part(domain, facility, opens);
            let limits = Limits {
                iterations: STEPS,
                best,
                enough: threshold,
                least_gain: 0.01,
                stretch: 100,
                wants_people: false,
            };
            let start = peak.prices.clone();
            let warmth = Some(&peak.warmth);
            climb(relaxation, &part, bounds, start, warmth, &limits, halt)
        });
        (peaks.each_ref().map(|found| found.bound), peaks)
    };
    let (facility, peaks, lessons) = pick(candidates, experience, [peak.bound, threshold], tried)?;
    let [closed, open] = match peaks {
        Some(peaks) => peaks.map(Some),
        None => [None, None],
    };
    let parts = [
        (part(domain, facility, true), open),
        (part(domain, facility, false), closed),
    ];
    Some(Choice { parts, lessons })
}

/// The most promising of candidates, each with how far it is open; with what its trial found.
pub(super) fn pick<T>(
    mut candidates: Vec<(f64, usize)>,
    experience: &Experience,
    [bound, threshold]: [f64; 2],
    mut tried: impl FnMut(usize) -> ([f64; 2], T),
) -> Option<(usize, Option<T>, Vec<Lesson>)> {
    let unsure = |open: f64| open.min(1.0 - open);
    if candidates.iter().any(|&(open, _)| unsure(open) > SURE) {
        candidates.retain(|&(open, _)| unsure(open) > SURE);
    }
    let mut candidates: Vec<(f64, f64, usize)> = candidates
        .into_iter()
        .map(|(open, index)| (product(experience.expected(index, open)), open, index))
        .collect();
    candidates.sort_by(|a, b| {
        let sure = unsure(b.1).total_cmp(&unsure(a.1));
        b.0.total_cmp(&a.0).then(sure).then(a.2.cmp(&b.2))
    });
    let mut lessons = Vec::new();
    let mut chosen: Option<(f64, usize, Option<T>)> = None;
    let (mut trials, mut in_vain) = (0, 0);
    for &(expected, open, facility) in &candidates {
        if chosen.is_some() && (trials >= TRIALS || in_vain >= IN_VAIN) {
            break;
        }
        if experience.is_reliable(facility) {
            if chosen.as_ref().is_none_or(|chosen| expected > chosen.0) {
                chosen = Some((expected, facility, None));
                in_vain = 0;
            }
            continue;
        }
        trials += 1;
        let (values, found) = tried(facility);
        let gains = values.map(|value| (value.min(threshold) - bound).max(0.0));
        for (opens, gain) in [false, true].into_iter().zip(gains) {
            lessons.push((facility, opens, gain / change(open, opens)));
        }
        let score = product(gains);
        let decides = values.iter().any(|value| *value >= threshold);
        if decides || chosen.as_ref().is_none_or(|chosen| score > chosen.0) {
            chosen = Some((score, facility, Some(found)));
            in_vain = 0;
        } else {
            in_vain += 1;
        }
        if decides {
            break;
        }
    }
    let (_, facility, found) = chosen?;
    Some((facility, found, lessons))
}

/// Both sides must gain, the lesser most of all.
fn product(gains: [f64; 2]) -> f64 {
    let [a, b] = gains.map(|gain| gain.max(1e-6));
    a * b
}

pub(super) fn part(domain: &Domain, facility: usize, opens: bool) -> Domain {
    let mut part = domain.clone();
    if opens {
        part.masks[facility] &= !1;
    } else {
        part.masks[facility] = 1;
    }
    part
}
