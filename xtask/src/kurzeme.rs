//! The derived tables of the example region Kurzeme.
//!
//! Few needs of the region are published. `sources/published.csv` holds those that are;
//! this module derives the rest from them and from `places.csv`, by rules that
//! the README of the example states, and writes `needs.csv`, `bundles.csv` and
//! `moves.csv`, and into that README which share of the figures is published. Every derived row says how it came about.

mod apportion;
mod bundles;
mod moves;
mod needs;
mod published;
mod settlements;
mod share;
mod table;
mod totals;

use crate::Outcome;
pub use apportion::largest_remainder;
pub use table::{Row, line as table_line, read as table};

use needs::Needs;
use published::Published;
use settlements::Settlements;
use std::fs;
use std::path::{Path, PathBuf};

/// How people whose municipality is not published are spread over the region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// Over municipalities and then over their places, both by population.
    Population,
    /// The same number to every municipality, then over its places by population.
    Equal,
    /// Over municipalities by population, all at the largest place of each.
    Towns,
}

impl Spread {
    /// Every rule.
    pub const ALL: [Self; 3] = [Self::Population, Self::Equal, Self::Towns];

    /// The word of the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Population => "population",
            Self::Equal => "equal",
            Self::Towns => "towns",
        }
    }

    /// The rule of a word of the command line.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|spread| spread.as_str() == word)
    }

    /// What the sources of derived rows say.
    fn said(self) -> &'static str {
        match self {
            Self::Population => "spread by population",
            Self::Equal => "spread equally over municipalities",
            Self::Towns => "spread by population, at the largest place of each municipality",
        }
    }
}

/// Writes the derived tables of the example under a rule.
///
/// # Errors
/// Says which file cannot be read or written, or which figure is missing.
pub fn generate(root: &Path, spread: Spread) -> Outcome {
    for (name, text) in derived(root, spread)? {
        write(&folder(root).join(name), &text)?;
    }
    write(
        &folder(root).join("README.md"),
        &share::in_readme(&folder(root))?,
    )
}

/// The derived tables under a rule: file and text.
///
/// # Errors
/// As [`generate`].
pub fn derived(root: &Path, spread: Spread) -> Result<[(&'static str, String); 3], String> {
    let example = Example::read(root)?;
    let needs = example.needs(spread)?;
    let moves = moves::to_csv(
        &example.published,
        &example.settlements,
        &example.institutions,
        spread,
    )?;
    Ok([
        ("bundles.csv", bundles::to_csv(&needs)),
        ("needs.csv", needs.to_csv()),
        ("moves.csv", moves),
    ])
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

/// What the derived tables are made from.
struct Example {
    published: Published,
    settlements: Settlements,
    /// Ids of the institutions for adults.
    institutions: Vec<String>,
}

impl Example {
    fn read(root: &Path) -> Result<Self, String> {
        let folder = folder(root);
        let institutions = table::read(&folder.join("institutions.csv"))?;
        Ok(Self {
            published: Published::read(&folder)?,
            settlements: Settlements::read(&folder)?,
            institutions: institutions
                .iter()
                .filter(|row| row["kind"] == "VSAC")
                .map(|row| row["id"].clone())
                .collect(),
        })
    }

    fn needs(&self, spread: Spread) -> Result<Needs, String> {
        let totals = totals::of_region(&self.published, self.settlements.residents())?;
        needs::spread(&self.published, &totals, &self.settlements, spread)
    }
}

fn folder(root: &Path) -> PathBuf {
    root.join("examples").join("kurzeme")
}

#[cfg(test)]
mod tests {
    use super::needs::Need;
    use super::*;
    use std::collections::BTreeMap;

    fn needs(spread: Spread) -> Needs {
        Example::read(&crate::root())
            .unwrap()
            .needs(spread)
            .unwrap()
    }

    fn totals(needs: &Needs) -> BTreeMap<&str, u32> {
        let mut totals = BTreeMap::new();
        for Need {
            service, persons, ..
        } in needs.iter()
        {
            *totals.entry(service.as_str()).or_default() += persons;
        }
        totals
    }

    #[test]
    fn the_tables_checked_in_are_those_of_the_population_rule() {
        let root = crate::root();
        for (name, text) in derived(&root, Spread::Population).unwrap() {
            let checked_in = fs::read_to_string(folder(&root).join(name)).unwrap();
            assert_eq!(text, checked_in, "{name}");
        }
    }

    #[test]
    fn the_readme_tells_which_share_of_the_figures_is_published() {
        let folder = folder(&crate::root());
        assert_eq!(
            share::in_readme(&folder).unwrap(),
            fs::read_to_string(folder.join("README.md")).unwrap()
        );
    }

    #[test]
    fn every_rule_spreads_the_same_people() {
        let by_population = needs(Spread::Population);
        for spread in Spread::ALL {
            assert_eq!(totals(&needs(spread)), totals(&by_population), "{spread:?}");
        }
    }

    #[test]
    fn the_rules_differ() {
        assert_ne!(
            needs(Spread::Population).to_csv(),
            needs(Spread::Equal).to_csv()
        );
        assert_ne!(
            needs(Spread::Population).to_csv(),
            needs(Spread::Towns).to_csv()
        );
    }

    #[test]
    fn what_is_published_stays_as_published() {
        let published = |needs: &Needs| -> Vec<(String, u32)> {
            let of_skrunda = needs.iter().filter(|need| need.territory == "0621200");
            of_skrunda
                .map(|need| (need.service.clone(), need.persons))
                .collect()
        };
        for spread in Spread::ALL {
            let expected = [
                ("DAC_GRT", 4),
                ("GROUP_HOME_CARE", 2),
                ("GROUP_HOME", 4),
                ("WORKSHOP", 7),
            ];
            let expected = expected.map(|(service, persons)| (service.to_owned(), persons));
            assert_eq!(published(&needs(spread)), expected, "{spread:?}");
        }
    }

    #[test]
    fn as_many_people_leave_the_institutions_as_published() {
        let example = Example::read(&crate::root()).unwrap();
        for spread in Spread::ALL {
            let moves = moves::to_csv(
                &example.published,
                &example.settlements,
                &example.institutions,
                spread,
            )
            .unwrap();
            let persons = moves
                .lines()
                .skip(1)
                .map(|line| line.split(',').nth(4).unwrap().parse::<u32>().unwrap());
            assert_eq!(persons.sum::<u32>(), 35, "{spread:?}");
        }
    }

    #[test]
    fn the_words_of_the_command_line_name_the_rules() {
        for spread in Spread::ALL {
            assert_eq!(Spread::parse(spread.as_str()), Some(spread));
        }
        assert_eq!(Spread::parse("cities"), None);
    }
}
