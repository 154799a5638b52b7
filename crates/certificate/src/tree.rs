//! The tree of a certificate, read line by line, every node before its children.

use crate::instance::Problem;
use crate::{Header, Lines, Refusal, leaf};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;
use std::rc::Rc;

/// Multipliers that differ from the parent's, and how the node is split in two.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Node {
    lambda: Vec<(usize, i128)>,
    mu: Vec<(usize, i128)>,
    nu: Vec<(usize, i128)>,
    split: Option<Split>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Split {
    /// The facility takes one of these options, or another.
    Facility(usize, BTreeSet<usize>),
    /// The site opens, or not.
    Site(usize),
    /// All of a demand use the arc, or nobody.
    Arc(usize),
    /// At most so many, or more, of open sites and of facilities' options.
    Count(i128, Vec<usize>, Vec<(usize, usize)>),
}

/// Sites, and facilities with an option.
type Counted = (Vec<usize>, Vec<(usize, usize)>);

/// A count that is at most (`sign` 1) or at least (-1) a limit.
#[derive(Clone)]
pub(crate) struct Row {
    pub counted: Rc<Counted>,
    pub sign: i128,
    pub limit: i128,
    pub nu: i128,
}

/// What is so in a node. Option 0 of a facility is closed, option k its level k - 1.
#[derive(Clone, Default)]
pub(crate) struct State {
    pub lambda: Vec<i128>,
    pub mu: Vec<i128>,
    pub rows: Vec<Row>,
    /// Facilities and options that may not be taken.
    pub barred: BTreeSet<(usize, usize)>,
    /// Sites that must open (`true`), that must not.
    pub sites: BTreeSet<(usize, bool)>,
    /// Arcs that nobody may use.
    pub unused: BTreeSet<usize>,
    /// Demands of which all use one arc.
    pub given: BTreeMap<usize, usize>,
}

impl State {
    fn root(problem: &Problem) -> Self {
        let told = &problem.told;
        let (lambda, mu) = (vec![0; told.demands.len()], vec![0; told.ceilings.len()]);
        let mut root = Self {
            lambda,
            mu,
            ..Self::default()
        };
        for lock in &told.locks {
            root.sites.extend(lock.site.map(|site| (site, lock.open)));
            if let Some(facility) = lock.facility {
                let existing = told.facilities[facility].site >= Some(problem.built);
                root.allow(problem, facility, |option| match lock.level {
                    _ if !lock.open => option == 0,
                    _ if existing => true,
                    None => option > 0,
                    Some(level) => option == level + 1,
                });
            }
        }
        root
    }

    fn allow(&mut self, problem: &Problem, facility: usize, allowed: impl Fn(usize) -> bool) {
        let options = 0..=problem.told.facilities[facility].levels.len();
        let barred = options.filter(|&option| !allowed(option));
        self.barred.extend(barred.map(|option| (facility, option)));
    }

    /// Takes the multipliers of a node; `None` where one is of nothing or has a wrong sign.
    fn price(&mut self, node: &Node) -> Option<()> {
        for &(at, price) in &node.lambda {
            *self.lambda.get_mut(at)? = price;
        }
        for &(at, price) in &node.mu {
            *self.mu.get_mut(at).filter(|_| price >= 0)? = price;
        }
        for &(at, price) in &node.nu {
            self.rows.get_mut(at).filter(|_| price >= 0)?.nu = price;
        }
        Some(())
    }

    /// Both children of a split; every plan that the node allows is in one of them.
    fn children(&self, problem: &Problem, split: Split) -> Option<[Self; 2]> {
        let (mut first, mut second) = (self.clone(), self.clone());
        match split {
            Split::Facility(facility, options) => {
                problem.told.facilities.get(facility)?;
                first.allow(problem, facility, |option| options.contains(&option));
                second.allow(problem, facility, |option| !options.contains(&option));
            }
            Split::Site(site) => {
                first.sites.insert((site, true));
                second.sites.insert((site, false));
            }
            Split::Arc(arc) => {
                let (demand, facility, ..) = *problem.told.arcs.get(arc)?;
                problem.is_together(demand).then_some(())?;
                first.given.insert(demand, arc);
                first.barred.insert((facility, 0));
                second.unused.insert(arc);
            }
            Split::Count(most, sites, options) => {
                let counted = Rc::new((sites, options));
                let row = Row {
                    counted,
                    sign: 1,
                    limit: most,
                    nu: 0,
                };
                first.rows.push(row.clone());
                second.rows.push(Row {
                    sign: -1,
                    limit: most + 1,
                    ..row
                });
            }
        }
        Some([second, first])
    }
}

/// Least bound of all leaves, 1/scale of a unit of cost; `None` where none allows anything.
pub(crate) fn walk(
    problem: &Problem,
    header: &Header,
    lines: &mut Lines<impl BufRead>,
) -> Result<Option<i128>, Refusal> {
    let mut least = None;
    let mut open = vec![State::root(problem)];
    while let Some(mut state) = open.pop() {
        let node: Node = lines.next()?;
        let priced = state.price(&node);
        priced.ok_or_else(|| lines.fault("a multiplier of nothing, or below 0"))?;
        match node.split {
            None => {
                least = leaf::bound(problem, header, &state)
                    .into_iter()
                    .chain(least)
                    .min()
            }
            Some(split) => {
                let children = state.children(problem, split);
                open.extend(children.ok_or_else(|| lines.fault("a split that covers not all"))?);
            }
        }
    }
    Ok(least)
}
