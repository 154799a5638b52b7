//! The best levels of the services of one site that respect its places and what must be apart.

use super::problem::{NONE, Site};

/// Combinations tried, at most; beyond them what must be apart is let go.
const MOST_TRIED: usize = 20_000;
/// So few combinations are tried without a table.
const FEW: u64 = 4_096;
/// Most entries of a table of places.
const MOST_ENTRIES: usize = 2_000_000;

/// A way in which one service may open: value, level ([`NONE`] for closed), places.
pub(super) type Choice = (f64, u32, u64);

/// Value and levels of the best choice of each service with at least one open; infinite where
/// there is none.
///
/// Where trying all would take too long, the levels may clash or take too many places by what a
/// coarse count of places hides: then the value is a lower bound.
pub(super) fn best(site: &Site, choices: &[Vec<Choice>]) -> (f64, Vec<u32>) {
    let mut search = Search {
        site,
        choices,
        table: Table::new(site, choices),
        path: vec![NONE; choices.len()],
        best: f64::INFINITY,
        answer: Vec::new(),
        left: MOST_TRIED,
    };
    search.descend(0, 0.0, 0, false);
    if search.left > 0 {
        return (search.best, search.answer);
    }
    search.table.levels(choices)
}

/// Tries the combinations that may still be the best.
struct Search<'s> {
    site: &'s Site,
    choices: &'s [Vec<Choice>],
    table: Table,
    path: Vec<u32>,
    best: f64,
    answer: Vec<u32>,
    left: usize,
}

impl Search<'_> {
    fn descend(&mut self, at: usize, value: f64, places: u64, opens: bool) {
        if self.left == 0 || value + self.table.floor(at, places) >= self.best {
            return;
        }
        if at == self.choices.len() {
            if opens {
                self.best = value;
                self.answer.clone_from(&self.path);
            }
            return;
        }
        self.left -= 1;
        let clashes = self
            .site
            .apart
            .iter()
            .any(|&(a, b)| b == at && self.path[a] != NONE);
        let most = self.site.max_places.map(u64::from);
        let mut next: Vec<(f64, f64, u32, u64)> = Vec::with_capacity(self.choices[at].len());
        for &(cost, level, more) in &self.choices[at] {
            let places = places + more;
            if level == NONE || (!clashes && most.is_none_or(|most| places <= most)) {
                let least = cost + self.table.floor(at + 1, places);
                next.push((least, cost, level, places));
            }
        }
        next.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, cost, level, places) in next {
            self.path[at] = level;
            self.descend(at + 1, value + cost, places, opens || level != NONE);
        }
        self.path[at] = NONE;
    }
}

/// From each service on: the least value within so many places, whatever must be apart.
struct Table {
    /// By service, then places left in units.
    least: Vec<Vec<f64>>,
    /// Places that count as one, and all places there are.
    unit: u64,
    most: u64,
}

impl Table {
    fn new(site: &Site, choices: &[Vec<Choice>]) -> Self {
        let all: u64 = choices.iter().map(|of| most_places(of)).sum();
        let most = site.max_places.map_or(all, |most| u64::from(most).min(all));
        let few = choices.iter().try_fold(1u64, |product, of| {
            product
                .checked_mul(of.len() as u64)
                .filter(|&product| product <= FEW)
        });
        let widths = (MOST_ENTRIES / (choices.len() + 1)).max(2) as u64;
        let unit = match few {
            // One entry: places do not count.
            Some(_) => most + 1,
            None if site.max_places.is_none() => most + 1,
            None => most / widths + 1,
        };
        let width = (most / unit) as usize + 1;
        let mut least = vec![vec![0.0; width]; choices.len() + 1];
        for at in (0..choices.len()).rev() {
            for left in 0..width {
                let value = choices[at].iter().filter_map(|&(cost, _, places)| {
                    let rest = left.checked_sub((places / unit) as usize)?;
                    Some(cost + least[at + 1][rest])
                });
                least[at][left] = value.fold(f64::INFINITY, f64::min);
            }
        }
        Self { least, unit, most }
    }

    /// No choice of the services from `at` on is worth less, after so many places are taken.
    fn floor(&self, at: usize, places: u64) -> f64 {
        let left = self.most.saturating_sub(places);
        self.least[at][(left / self.unit) as usize]
    }

    /// The levels of the least value, whatever must be apart; the best one opens where none would.
    fn levels(&self, choices: &[Vec<Choice>]) -> (f64, Vec<u32>) {
        let mut left = self.least[0].len() - 1;
        let mut levels = Vec::with_capacity(choices.len());
        let mut value = 0.0;
        for (at, of) in choices.iter().enumerate() {
            let fitting = of.iter().filter_map(|&(cost, level, places)| {
                let rest = left.checked_sub((places / self.unit) as usize)?;
                Some((cost + self.least[at + 1][rest], cost, level, rest))
            });
            let Some((_, cost, level, rest)) = fitting.min_by(|a, b| a.0.total_cmp(&b.0)) else {
                return (f64::INFINITY, Vec::new());
            };
            value += cost;
            levels.push(level);
            left = rest;
        }
        if levels.iter().all(|&level| level == NONE) {
            let open = choices.iter().enumerate().flat_map(|(at, of)| {
                let open = of.iter().filter(|choice| choice.1 != NONE);
                open.map(move |&(cost, level, _)| (cost, at, level))
            });
            match open.min_by(|a, b| a.0.total_cmp(&b.0)) {
                Some((cost, at, level)) => {
                    value += cost;
                    levels[at] = level;
                }
                None => return (f64::INFINITY, Vec::new()),
            }
        }
        (value, levels)
    }
}

fn most_places(choices: &[Choice]) -> u64 {
    choices.iter().map(|choice| choice.2).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers below a bound, the same for the same seed.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (self.0 >> 33) % bound
        }
    }

    fn random(
        seed: u64,
        services: usize,
        levels: u64,
        most: u32,
        apart: usize,
    ) -> (Site, Vec<Vec<Choice>>) {
        let mut dice = Dice(seed);
        let choices = (0..services).map(|_| {
            let mut of: Vec<Choice> = (0..=dice.below(levels + 1))
                .map(|level| {
                    let value = dice.below(200) as f64 - 150.0;
                    (value, level as u32, dice.below(9))
                })
                .collect();
            if dice.below(5) > 0 {
                of.push((0.0, NONE, 0));
            }
            of.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            of
        });
        let choices = choices.collect();
        let pairs = (0..apart).map(|_| {
            (
                dice.below(services as u64) as usize,
                dice.below(services as u64) as usize,
            )
        });
        let pairs = pairs
            .filter(|(a, b)| a != b)
            .map(|(a, b)| (a.min(b), a.max(b)));
        let site = Site {
            facilities: Vec::new(),
            openings: Vec::new(),
            max_places: Some(most),
            apart: pairs.collect(),
        };
        (site, choices)
    }

    fn by_trying(site: &Site, choices: &[Vec<Choice>]) -> f64 {
        let mut ways = vec![(0.0, 0u64, Vec::new())];
        for of in choices {
            ways = ways
                .iter()
                .flat_map(|(value, places, path): &(f64, u64, Vec<u32>)| {
                    of.iter().map(move |&(cost, level, more)| {
                        let mut path = path.clone();
                        path.push(level);
                        (value + cost, places + more, path)
                    })
                })
                .collect();
        }
        let allowed = |(_, places, path): &&(f64, u64, Vec<u32>)| {
            path.iter().any(|&level| level != NONE)
                && site
                    .max_places
                    .is_none_or(|most| *places <= u64::from(most))
                && site
                    .apart
                    .iter()
                    .all(|&(a, b)| path[a] == NONE || path[b] == NONE)
        };
        let values = ways.iter().filter(allowed).map(|way| way.0);
        values.fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn it_finds_what_trying_everything_finds() {
        for seed in 0..2_000 {
            let (services, apart) = (1 + seed as usize % 6, seed as usize % 4);
            let (site, choices) = random(seed, services, 3, 12, apart);
            let (value, levels) = best(&site, &choices);
            assert_eq!(value, by_trying(&site, &choices), "{seed}: {levels:?}");
        }
    }

    #[test]
    fn many_services_under_one_roof_are_no_exponential_search() {
        let (site, choices) = random(7, 200, 6, 300, 0);
        let (value, levels) = best(&site, &choices);
        let taken = levels.iter().zip(&choices).map(|(level, of)| {
            of.iter()
                .find(|choice| choice.1 == *level)
                .copied()
                .unwrap_or_default()
        });
        let (cost, places) =
            taken.fold((0.0, 0), |sum, choice| (sum.0 + choice.0, sum.1 + choice.2));
        assert!(
            value.is_finite() && cost == value && places <= 300,
            "{value} {cost} {places}"
        );
    }

    #[test]
    fn what_takes_too_long_is_bounded_from_below() {
        let (mut site, choices) = random(3, 60, 6, 100, 900);
        let (value, _) = best(&site, &choices);
        site.apart.clear();
        assert_eq!(value, best(&site, &choices).0);
    }
}
