//! A quick way to pay for what is open. [`pay`](crate::primal::payments::pay) looks for the
//! least municipal sum; a search that asks ten thousand times only needs to know that some choice fits.

use super::rules::Rules;
use crate::instance::{Instance, Opened, Payment};
use crate::primal::payments::{Paid, Purse};

/// Ceiling and cents.
type Draws = [(usize, i64)];

/// So much of the slack is left under each ceiling.
struct Slack {
    left: Vec<i64>,
    /// What a cent is of the slack at the start.
    share: Vec<f64>,
}

/// One way to pay a site and its facilities, with what it draws beyond the least.
struct Choice {
    facilities: Vec<usize>,
    own: Option<usize>,
    beyond: Vec<(usize, i64)>,
    weight: f64,
}

/// Payments that keep the ceilings: site after site what takes least of the slack that
/// is left when everything else draws its least. `None` says little: another choice may fit.
pub(super) fn payable(
    instance: &Instance,
    rules: &Rules,
    purse: &Purse,
    levels: &[Option<usize>],
) -> Option<Paid> {
    let left: Vec<i64> = (0..instance.ceilings.len())
        .map(|ceiling| purse.room(ceiling))
        .collect();
    let share = left.iter().map(|&left| 1.0 / left.max(1) as f64);
    let mut slack = Slack {
        share: share.collect(),
        left,
    };
    let mut open = vec![None; levels.len()];
    let mut sites = vec![None; rules.tenants.len()];
    let mut used: Vec<(f64, usize, Vec<Choice>)> = Vec::new();
    for site in 0..sites.len() {
        if rules.phase(levels, site).is_some() {
            let choices = slack.choices(instance, rules, purse, levels, site);
            used.push((choices.first()?.weight, site, choices));
        }
    }
    // Those who need most of it choose first.
    used.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (_, site, choices) in used {
        let fits = |choice: &Choice| {
            let mut beyond = choice.beyond.iter();
            beyond.all(|&(ceiling, cents)| cents <= slack.left[ceiling])
        };
        let choice = choices.into_iter().find(fits)?;
        for &(ceiling, cents) in &choice.beyond {
            slack.left[ceiling] -= cents;
        }
        sites[site] = choice.own;
        let tenants = rules.tenants[site].iter();
        let tenants = tenants.filter_map(|&tenant| Some((tenant, levels[tenant]?)));
        for ((tenant, level), payment) in tenants.zip(choice.facilities) {
            open[tenant] = Some(Opened { level, payment });
        }
    }
    Some((open, sites))
}

impl Slack {
    /// Ways to pay a site, the lightest first: one for each way to pay its own money.
    fn choices(
        &self,
        instance: &Instance,
        rules: &Rules,
        purse: &Purse,
        levels: &[Option<usize>],
        site: usize,
    ) -> Vec<Choice> {
        let open = rules.tenants[site].iter();
        let open = open.filter_map(|&tenant| Some((tenant, levels[tenant]?)));
        let ways: Vec<(&[Payment], &Draws)> = open
            .map(|(tenant, level)| {
                let payments = &instance.levels(tenant)[level].payments[..];
                (payments, purse.draws(tenant, level))
            })
            .collect();
        let Some(phase) = rules.phase(levels, site) else {
            return Vec::new();
        };
        let own = &instance.sites[site].opening(phase).payments;
        let lightest = |payments: &[Payment], least: &[(usize, i64)], scheme: Option<usize>| {
            (0..payments.len())
                .filter(|&at| scheme.is_none_or(|scheme| payments[at].scheme == scheme))
                .min_by(|&a, &b| {
                    let weight = |at: usize| self.weight(&beyond(&payments[at], least));
                    weight(a).total_cmp(&weight(b))
                })
        };
        let free: Option<Vec<usize>> = ways
            .iter()
            .map(|(payments, least)| lightest(payments, least, None))
            .collect();
        let Some(free) = free else {
            return Vec::new();
        };
        let choice = |facilities: Vec<usize>, own_at: Option<usize>| {
            let mut all: Vec<(usize, i64)> = Vec::new();
            for ((payments, least), &at) in ways.iter().zip(&facilities) {
                all.extend(beyond(&payments[at], least));
            }
            all.extend(
                own_at
                    .iter()
                    .flat_map(|&at| beyond(&own[at], purse.site_draws(site, phase))),
            );
            all.sort_unstable_by_key(|draw| draw.0);
            all.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 += if same { next.1 } else { 0 };
                same
            });
            Choice {
                weight: self.weight(&all),
                facilities,
                own: own_at,
                beyond: all,
            }
        };
        let mut choices = Vec::new();
        if own.is_empty() {
            choices.push(choice(free.clone(), None));
        }
        for (at, payment) in own.iter().enumerate() {
            // One of the facilities is paid by the same scheme.
            for (tenant, (payments, least)) in ways.iter().enumerate() {
                if let Some(by) = lightest(payments, least, Some(payment.scheme)) {
                    let mut facilities = free.clone();
                    facilities[tenant] = by;
                    choices.push(choice(facilities, Some(at)));
                }
            }
        }
        choices.sort_by(|a, b| a.weight.total_cmp(&b.weight));
        choices
    }

    fn weight(&self, draws: &[(usize, i64)]) -> f64 {
        let weights = draws.iter();
        weights
            .map(|&(ceiling, cents)| cents as f64 * self.share[ceiling])
            .sum()
    }
}

/// What a payment draws beyond the least of all that are possible.
fn beyond(payment: &Payment, least: &[(usize, i64)]) -> Vec<(usize, i64)> {
    let least = least.iter().map(|&(ceiling, cents)| (ceiling, -cents));
    let mut beyond: Vec<(usize, i64)> = payment.draws.iter().copied().chain(least).collect();
    beyond.sort_unstable_by_key(|draw| draw.0);
    beyond.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { 0 };
        same
    });
    beyond.retain(|draw| draw.1 != 0);
    beyond
}
