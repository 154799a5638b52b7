//! Ways to pay that draw no less than another need not be looked at.

use crate::instance::{FacilityKind, Instance, Opened, Payment, Solution};

/// For each payment of each level the one that stands for it.
pub(super) struct Payments {
    stands_for: Vec<Vec<Vec<usize>>>,
}

impl Payments {
    pub fn new(instance: &Instance) -> Self {
        let facility = |kind: &FacilityKind| match kind {
            FacilityKind::Existing { .. } => Vec::new(),
            FacilityKind::New { site, levels } => levels
                .iter()
                .map(|level| representatives(instance, *site, &level.payments))
                .collect(),
        };
        Self {
            stands_for: instance
                .facilities
                .iter()
                .map(|f| facility(&f.kind))
                .collect(),
        }
    }

    /// The payments of a level that stand for all others.
    pub fn kept(&self, facility: usize, level: usize) -> Vec<usize> {
        let stands_for = &self.stands_for[facility][level];
        (0..stands_for.len())
            .filter(|&payment| stands_for[payment] == payment)
            .collect()
    }

    /// The same solution, paid by those that stand for the others.
    pub fn canonical(&self, instance: &Instance, solution: &Solution) -> Solution {
        let mut canonical = solution.clone();
        let mut schemes = vec![Vec::new(); instance.sites.len()];
        for (index, facility) in instance.facilities.iter().enumerate() {
            let (FacilityKind::New { site, levels }, Some(opened)) =
                (&facility.kind, solution.open[index])
            else {
                continue;
            };
            let payment = self.stands_for[index][opened.level][opened.payment];
            canonical.open[index] = Some(Opened {
                level: opened.level,
                payment,
            });
            let payments = &levels[opened.level].payments;
            schemes[*site].push((payments[opened.payment].scheme, payments[payment].scheme));
        }
        let phases = solution.phases(instance);
        for (site, chosen) in canonical.site_payment.iter_mut().enumerate() {
            let (Some(payment), Some(phase)) = (*chosen, phases[site]) else {
                continue;
            };
            let own = &instance.sites[site].opening(phase).payments;
            let scheme = own[payment].scheme;
            if schemes[site].iter().any(|&(_, now)| now == scheme) {
                continue;
            }
            let mut changed = schemes[site].iter();
            let now = changed.find(|&&(before, _)| before == scheme);
            let no_worse = |other: &Payment| {
                now.is_some_and(|&(_, now)| now == other.scheme)
                    && draws_no_more(instance, other, &own[payment])
            };
            *chosen = own.iter().position(no_worse);
        }
        canonical
    }
}

fn representatives(instance: &Instance, site: usize, payments: &[Payment]) -> Vec<usize> {
    let beats = |a: usize, b: usize| no_worse(instance, site, &payments[a], &payments[b]);
    let stays = |index: usize| {
        (0..payments.len()).all(|other| {
            other == index || !beats(other, index) || (beats(index, other) && index < other)
        })
    };
    let kept: Vec<usize> = (0..payments.len()).filter(|&index| stays(index)).collect();
    (0..payments.len())
        .map(|index| {
            if kept.contains(&index) {
                index
            } else {
                kept.iter()
                    .copied()
                    .find(|&other| beats(other, index))
                    .unwrap_or(index)
            }
        })
        .collect()
}

/// Whether nothing is lost when `a` is chosen in place of `b`: it draws no more,
/// and whenever the site's own money could go with `b`, it can go with `a`.
fn no_worse(instance: &Instance, site: usize, a: &Payment, b: &Payment) -> bool {
    let mut openings = instance.sites[site].openings.iter();
    draws_no_more(instance, a, b)
        && (a.scheme == b.scheme
            || openings.all(|opening| {
                let by = |scheme: usize| {
                    let payments = opening.payments.iter();
                    payments.filter(move |payment| payment.scheme == scheme)
                };
                by(b.scheme)
                    .all(|own| by(a.scheme).any(|other| draws_no_more(instance, other, own)))
            }))
}

fn draws_no_more(instance: &Instance, a: &Payment, b: &Payment) -> bool {
    let drawn = |payment: &Payment, ceiling: usize| -> i64 {
        let draws = payment.draws.iter().filter(|draw| draw.0 == ceiling);
        draws.map(|draw| draw.1).sum()
    };
    (0..instance.ceilings.len()).all(|ceiling| drawn(a, ceiling) <= drawn(b, ceiling))
}
