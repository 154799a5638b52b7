//! Fixing by reduced cost: what cannot be part of a better answer is left out.

use super::lagrange::Relaxation;
use super::problem::Domain;

/// Something left out.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fix {
    /// Of a facility an option: 0 for closed, k for level k − 1.
    Option(usize, usize),
    /// That a site has nothing open.
    Opens(usize),
}

/// Leaves out, by the prices last evaluated, levels, closings and sites whose
/// bound reaches `threshold`. Returns how many were left out.
pub(super) fn fix(
    relaxation: &Relaxation<'_, '_>,
    domain: &mut Domain,
    threshold: f64,
    log: &mut Vec<Fix>,
) -> usize {
    let problem = relaxation.problem;
    let mut fixed = 0;
    if !relaxation.bound.is_finite() {
        return 0;
    }
    let (edge_in, edge_out) = relaxation.edge;
    for (index, site) in problem.sites.iter().enumerate() {
        let open_value = relaxation.site_open[index];
        if !open_value.is_finite() {
            for &facility in &site.facilities {
                let mask = &mut domain.masks[facility as usize];
                if *mask > 1 && *mask & 1 == 1 {
                    *mask = 1;
                    fixed += 1;
                }
            }
            continue;
        }
        let is_forced = relaxation.is_forced(index, domain);
        let is_chosen = relaxation.site_is_chosen[index];
        // What it costs more if the site closes, or opens at a value.
        let to_close = if is_forced {
            f64::INFINITY
        } else if is_chosen {
            let instead = if relaxation.may_shrink {
                edge_out.min(0.0)
            } else {
                edge_out
            };
            instead - open_value
        } else {
            0.0
        };
        let to_open = |value: f64| {
            if is_chosen || is_forced {
                value - open_value
            } else {
                let out = if relaxation.may_grow {
                    edge_in.max(0.0)
                } else {
                    edge_in
                };
                value - if out.is_finite() { out } else { 0.0 }
            }
        };
        // The site's value when each facility is at its best, whatever its conditions.
        let parts: Vec<f64> = site
            .facilities
            .iter()
            .map(|&facility| {
                let best = relaxation.best[facility as usize].value;
                if domain.may_close(facility as usize) {
                    best.min(0.0)
                } else {
                    best
                }
            })
            .collect();
        let openings = site.openings.len().max(1) as u32;
        let opening = (0..openings)
            .map(|phase| relaxation.opening(index, phase))
            .fold(f64::INFINITY, f64::min);
        let loose: f64 = opening + parts.iter().sum::<f64>();
        for (&facility, part) in site.facilities.iter().zip(&parts) {
            let at = facility as usize;
            let mask = domain.masks[at];
            if mask.is_power_of_two() {
                continue;
            }
            let others = loose - part;
            for level in 0..problem.facilities[at].levels.len() {
                let bit = 1u64 << (level + 1);
                if mask & bit == 0 {
                    continue;
                }
                let value = others + relaxation.value_of(at, level);
                if relaxation.bound + to_open(value) >= threshold && domain.masks[at] != bit {
                    domain.masks[at] &= !bit;
                    log.push(Fix::Option(at, level + 1));
                    fixed += 1;
                }
            }
            if domain.masks[at] & 1 == 1 && domain.masks[at] > 1 {
                let without = to_open(others).min(to_close);
                if relaxation.bound + without >= threshold {
                    domain.masks[at] &= !1;
                    log.push(Fix::Option(at, 0));
                    fixed += 1;
                }
            }
            if domain.masks[at] == 0 {
                return fixed;
            }
        }
        if !domain.must_open[index] && !is_forced && relaxation.bound + to_close >= threshold {
            domain.must_open[index] = true;
            log.push(Fix::Opens(index));
            fixed += 1;
        }
    }
    fixed
}
