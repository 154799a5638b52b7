//! What is to be chosen: groups of options of which one each.

use super::phases;
use crate::instance::{FacilityKind, Instance, Payment};

/// What an option pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Facility(usize),
    Site(usize),
}

/// One payment.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// Index among the payments of the level or opening.
    pub payment: usize,
    pub scheme: usize,
    /// By ceiling, rising; no zeros.
    pub draws: Vec<(usize, i64)>,
    pub municipal: i64,
}

/// Options of which one is chosen.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub of: Of,
    /// The first group of the same site.
    pub site_begins: usize,
    pub options: Vec<Choice>,
}

/// All groups; a site's facilities stand together, before the site's own money.
#[derive(Debug, Clone)]
pub(super) struct Choices {
    pub groups: Vec<Group>,
}

impl Choices {
    /// `None` where a site's own money can be paid in no way.
    pub fn new(instance: &Instance, levels: &[Option<usize>]) -> Option<Self> {
        let mut open: Vec<(usize, usize, usize)> = Vec::new();
        for (index, facility) in instance.facilities.iter().enumerate() {
            if let (FacilityKind::New { site, .. }, Some(level)) = (&facility.kind, levels[index]) {
                open.push((*site, index, level));
            }
        }
        open.sort_unstable();
        let phases = phases(instance, levels);
        let mut groups: Vec<Group> = Vec::new();
        let mut at = 0;
        while at < open.len() {
            let site = open[at].0;
            let site_begins = groups.len();
            let own = phases[site].map_or(&[][..], |phase| {
                &instance.sites[site].opening(phase).payments
            });
            let own: Vec<Choice> = own.iter().enumerate().map(choice).collect();
            let mut schemes = Vec::new();
            while at < open.len() && open[at].0 == site {
                let (_, facility, level) = open[at];
                let payments = &instance.levels(facility)[level].payments;
                let options: Vec<Choice> = payments.iter().enumerate().map(choice).collect();
                schemes.extend(options.iter().map(|option| option.scheme));
                groups.push(Group {
                    of: Of::Facility(facility),
                    site_begins,
                    options: undominated(options, &own),
                });
                at += 1;
            }
            if !own.is_empty() {
                let mut options = own;
                options.retain(|option| schemes.contains(&option.scheme));
                if options.is_empty() {
                    return None;
                }
                groups.push(Group {
                    of: Of::Site(site),
                    site_begins,
                    options,
                });
            }
        }
        Some(Self { groups })
    }
}

fn choice((index, payment): (usize, &Payment)) -> Choice {
    let mut draws = payment.draws.clone();
    draws.sort_unstable();
    draws.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        if is_same {
            kept.1 += next.1;
        }
        is_same
    });
    draws.retain(|&(_, cents)| cents != 0);
    Choice {
        payment: index,
        scheme: payment.scheme,
        draws,
        municipal: payment.municipal,
    }
}

/// Options in place of which no other is as good for everything.
///
/// Where the site's own money has a payment of an option's scheme, only an option
/// of that scheme can stand for it.
fn undominated(options: Vec<Choice>, own: &[Choice]) -> Vec<Choice> {
    let matters = |scheme: usize| own.iter().any(|option| option.scheme == scheme);
    let beats = |a: &Choice, b: &Choice| {
        a.municipal <= b.municipal
            && draws_no_more(&a.draws, &b.draws)
            && (a.scheme == b.scheme || !matters(b.scheme))
    };
    let stays = |index: usize| {
        (0..options.len()).all(|other| {
            other == index
                || !beats(&options[other], &options[index])
                || (beats(&options[index], &options[other]) && index < other)
        })
    };
    let kept: Vec<bool> = (0..options.len()).map(stays).collect();
    let kept = options.into_iter().zip(kept).filter(|(_, kept)| *kept);
    kept.map(|(option, _)| option).collect()
}

/// Whether one list of draws is nowhere above another.
fn draws_no_more(a: &[(usize, i64)], b: &[(usize, i64)]) -> bool {
    let of = |draws: &[(usize, i64)], ceiling: usize| {
        let at = draws.binary_search_by_key(&ceiling, |draw| draw.0);
        at.map_or(0, |at| draws[at].1)
    };
    let within = a.iter().all(|&(ceiling, cents)| cents <= of(b, ceiling));
    within
        && b.iter()
            .all(|&(ceiling, cents)| cents >= 0 || of(a, ceiling) <= cents)
}
