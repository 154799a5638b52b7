//! How evenly access is spread over people.
//!
//! `access` has a number for each group of people (a municipality, say),
//! `persons` how many they are; groups without people are left out. All indices
//! are absent where nobody has any access.

/// Share of the people who are worst off, in the Palma ratio.
const POOREST: f64 = 0.4;
/// Share of the people who are best off, in the Palma ratio.
const RICHEST: f64 = 0.1;

/// The Gini index, without unit, from 0 (everybody has the same) to just below
/// 1 (one has all): `1 − 2·L`, where `L` is the area under the Lorenz curve,
/// a polygon over the groups from the least access to the most.
///
/// C. Gini, "Measurement of inequality of incomes", The Economic Journal 31
/// (1921) 124–126.
pub fn gini(access: &[f64], persons: &[f64]) -> Option<f64> {
    let groups = ranked(access, persons, access);
    let (people, total) = totals(&groups)?;
    let mut had = 0.0;
    let twice_the_area: f64 = groups
        .iter()
        .map(|group| {
            let before = had;
            had += group.persons * group.access;
            group.persons / people * (before + had) / total
        })
        .sum();
    Some((1.0 - twice_the_area).max(0.0))
}

/// The Theil T index, without unit, from 0 (everybody has the same) to `ln` of
/// the number of people: `Σ w·(y ÷ μ)·ln(y ÷ μ)`; no access adds 0.
///
/// H. Theil, "Economics and Information Theory", North-Holland 1967.
pub fn theil(access: &[f64], persons: &[f64]) -> Option<f64> {
    let groups = ranked(access, persons, access);
    let (people, total) = totals(&groups)?;
    let mean = total / people;
    let terms = groups.iter().map(|group| {
        let relative = group.access / mean;
        if relative > 0.0 {
            group.persons / people * relative * relative.ln()
        } else {
            0.0
        }
    });
    Some(terms.sum())
}

/// The Palma ratio, without unit: mean access of the tenth of the people who
/// rank highest over that of the 40 % who rank lowest. A group across the
/// boundary counts with its part. Absent too where the latter have none.
///
/// J. G. Palma, "Homogeneous middles vs. heterogeneous tails", Development and
/// Change 42 (2011) 87–153; with `rank` = `access` it compares those with the
/// most and the least access, with another rank (income) the rich and the poor.
pub fn palma(access: &[f64], persons: &[f64], rank: &[f64]) -> Option<f64> {
    let groups = ranked(access, persons, rank);
    let (people, _) = totals(&groups)?;
    let poorest = mean_of_first(groups.iter(), POOREST * people);
    let richest = mean_of_first(groups.iter().rev(), RICHEST * people);
    (poorest > 0.0).then(|| richest / poorest)
}

/// The concentration index, without unit, between −1 and 1:
/// `2 ÷ μ · Σ w·(y − μ)·(r − ½)` with `r` the fractional rank (the share of the
/// people who rank lower, and half of one's own group). Positive where access
/// is concentrated in those who rank high, negative in those who rank low.
/// Equal ranks are one group.
///
/// N. C. Kakwani, A. Wagstaff and E. van Doorslaer, "Socioeconomic inequalities
/// in health: measurement, computation, and statistical inference", Journal of
/// Econometrics 77 (1997) 87–103.
pub fn concentration(access: &[f64], persons: &[f64], rank: &[f64]) -> Option<f64> {
    let groups = ranked(access, persons, rank);
    let (people, total) = totals(&groups)?;
    let mean = total / people;
    let mut below = 0.0;
    let terms = groups.iter().map(|group| {
        let share = group.persons / people;
        let fractional = below + share / 2.0;
        below += share;
        share * (group.access - mean) * (fractional - 0.5)
    });
    Some(2.0 / mean * terms.sum::<f64>())
}

struct Group {
    rank: f64,
    persons: f64,
    /// Mean access.
    access: f64,
}

/// The groups that have people, lowest rank first, those of equal rank as one.
fn ranked(access: &[f64], persons: &[f64], rank: &[f64]) -> Vec<Group> {
    let all = access.iter().zip(persons).zip(rank);
    let mut all: Vec<Group> = all
        .filter(|((_, persons), _)| **persons > 0.0)
        .map(|((access, persons), rank)| Group {
            rank: *rank,
            persons: *persons,
            access: *access,
        })
        .collect();
    // Equal ranks in an order of their own, so that sums do not depend on the caller's.
    all.sort_by(|a, b| {
        let by_rank = a.rank.total_cmp(&b.rank);
        by_rank
            .then(a.access.total_cmp(&b.access))
            .then(a.persons.total_cmp(&b.persons))
    });
    let merged = |groups: &[Group]| {
        let persons: f64 = groups.iter().map(|group| group.persons).sum();
        let had: f64 = groups
            .iter()
            .map(|group| group.persons * group.access)
            .sum();
        Group {
            rank: groups[0].rank,
            persons,
            access: had / persons,
        }
    };
    all.chunk_by(|a, b| a.rank == b.rank).map(merged).collect()
}

/// People and access in all; absent where there is none.
fn totals(groups: &[Group]) -> Option<(f64, f64)> {
    let people = groups.iter().map(|group| group.persons).sum();
    let total: f64 = groups
        .iter()
        .map(|group| group.persons * group.access)
        .sum();
    (total > 0.0).then_some((people, total))
}

/// Mean access of the first so many people.
fn mean_of_first<'g>(groups: impl Iterator<Item = &'g Group>, people: f64) -> f64 {
    let mut wanted = people;
    let had: f64 = groups
        .map(|group| {
            let counted = group.persons.min(wanted);
            wanted -= counted;
            counted * group.access
        })
        .sum();
    had / people
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_of_equal_rank_are_one_group() {
        let rank = [1.0, 1.0, 2.0];
        let apart = concentration(&[0.0, 6.0, 3.0], &[10.0, 10.0, 20.0], &rank);
        assert_eq!(apart, Some(0.0), "both ranks have 3 on average");
        let richest = palma(&[4.0, 0.0, 1.0], &[10.0, 10.0, 80.0], &[2.0, 2.0, 1.0]);
        assert_eq!(richest, Some(2.0), "the tenth is half of the two");
    }
}
