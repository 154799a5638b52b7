//! The tree of a certificate, read node by node, each before its children.

use crate::Refusal;
use crate::instance::Problem;
use serde::Deserialize;
use serde_json::{Deserializer, de::Read};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Greater than any multiplier.
const MOST: i128 = 10_i128.pow(16);
const NO_SPLIT: &str = "a split of nothing, or of people who may be divided";

/// Multipliers that differ from the parent's; splits whose first child is a leaf with the
/// same multipliers, while the node goes on as the second; how what is left is split in two.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Node {
    lambda: Vec<(usize, i128)>,
    mu: Vec<(usize, i128)>,
    nu: Vec<(usize, i128)>,
    fix: Vec<Split>,
    split: Option<Split>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Split {
    /// The facility takes one of these options, or another.
    Facility(usize, BTreeSet<usize>),
    /// The site opens, or not; the other way round.
    Site(usize),
    Shut(usize),
    /// All of a demand use the arc, or nobody.
    Arc(usize),
    /// At most so many people use the arc, or more.
    Flow(usize, i64),
    /// At most so many, or more, of open sites and of facilities' options.
    Count(i64, Vec<usize>, Vec<(usize, usize)>),
}

/// A count: its members, as often as they are listed, open sites (index, 0) and options
/// (facility, from 1 on); whether it is at most (1) or at least (-1) the limit, which follows.
type Count = (Rc<[(usize, usize)]>, i128, i128);

/// What is so in a node. Option 0 of a facility is closed, option k its level k - 1.
#[derive(Clone, Default)]
pub(crate) struct State {
    pub lambda: Vec<i128>,
    pub mu: Vec<i128>,
    pub nu: Vec<i128>,
    pub counts: Vec<Count>,
    /// Facilities and options that may not be taken.
    pub barred: BTreeSet<(usize, usize)>,
    /// Sites that must open (`true`), that must not.
    pub sites: BTreeSet<(usize, bool)>,
    /// Least and most people of arcs.
    pub flows: BTreeMap<usize, (i128, i128)>,
    /// Demands of which all use one arc.
    pub given: BTreeMap<usize, usize>,
    /// What opening each site costs, where that has been reckoned; `None` where it cannot open.
    pub values: Vec<Option<Option<i128>>>,
}

impl State {
    /// What is so at the root: every lock is one child of a split.
    fn root(problem: &Problem) -> Option<Self> {
        let (demands, ceilings) = (problem.told.demands.len(), problem.told.ceilings.len());
        let mut root = Self { values: vec![None; problem.at.len()], ..Self::default() };
        (root.lambda, root.mu) = (vec![0; demands], vec![0; ceilings]);
        for lock in &problem.told.locks {
            let level = lock.level.filter(|_| lock.open);
            let (split, is_first) = match (lock.site, level) {
                (Some(site), _) => (Split::Site(site), lock.open),
                (None, Some(level)) => (Split::Facility(lock.facility?, [level + 1].into()), true),
                (None, None) => (Split::Facility(lock.facility?, [0].into()), !lock.open),
            };
            let [second, first] = root.children(problem, split)?;
            root = if is_first { first } else { second };
        }
        Some(root)
    }

    /// Takes multipliers over; `None` where one is of nothing, below 0 or of 17 digits.
    fn price(&mut self, node: &Node) -> Option<()> {
        let mu = (&mut self.mu, &node.mu, 0);
        let nu = (&mut self.nu, &node.nu, 0);
        for (prices, told, least) in [(&mut self.lambda, &node.lambda, -MOST), mu, nu] {
            for &(at, price) in told {
                *prices.get_mut(at).filter(|_| (least..MOST).contains(&price))? = price;
                self.values.fill(None);
            }
        }
        Some(())
    }

    /// Lets no fewer and no more people use an arc.
    fn limit(&mut self, problem: &Problem, arc: usize, least: i128, most: i128) -> Option<()> {
        let (demand, facility, ..) = *problem.told.arcs.get(arc)?;
        let flow = self.flows.entry(arc).or_insert((0, problem.people[demand].1));
        *flow = (flow.0.max(least), flow.1.min(most));
        if flow.0 > 0 {
            self.barred.insert((facility, 0));
        }
        self.values[problem.told.facilities[facility].site?] = None;
        Some(())
    }

    /// Both children of a split; every plan that the node allows is in one of them.
    fn children(self, problem: &Problem, split: Split) -> Option<[Self; 2]> {
        let (mut first, mut second) = (self.clone(), self);
        match split {
            Split::Facility(facility, options) => {
                let told = problem.told.facilities.get(facility)?;
                for option in 0..=told.levels.len() {
                    let other = if options.contains(&option) { &mut second } else { &mut first };
                    other.barred.insert((facility, option));
                }
                first.values[told.site?] = None;
                second.values[told.site?] = None;
            }
            Split::Site(site) | Split::Shut(site) => {
                let opens = matches!(split, Split::Site(_));
                first.sites.insert((site, opens));
                second.sites.insert((site, !opens));
            }
            Split::Arc(arc) => {
                let (demand, ..) = *problem.told.arcs.get(arc)?;
                problem.is_together(demand).then(|| first.given.insert(demand, arc))?;
                first.limit(problem, arc, problem.people[demand].0, i128::MAX)?;
                first.values.fill(None);
                second.limit(problem, arc, 0, 0)?;
            }
            Split::Flow(arc, most) => {
                first.limit(problem, arc, 0, most.into())?;
                second.limit(problem, arc, i128::from(most) + 1, i128::MAX)?;
            }
            Split::Count(most, sites, options) => {
                let sites = sites.into_iter().map(|site| (site, 0));
                let options = options.into_iter().filter(|option| option.1 > 0);
                let members: Rc<[_]> = sites.chain(options).collect();
                let most = i128::from(most);
                first.counts.push((members.clone(), 1, most));
                second.counts.push((members, -1, most + 1));
                first.nu.push(0);
                second.nu.push(0);
            }
        }
        Some([second, first])
    }
}

/// Least bound of all leaves, 1/scale of a unit of cost, and the number of nodes; `None`
/// where no leaf allows anything.
pub(crate) fn walk<'de>(
    problem: &Problem,
    json: &mut Deserializer<impl Read<'de>>,
) -> Result<(Option<i128>, u64), Refusal> {
    let (mut least, mut nodes) = (None, 0);
    let mut open = vec![State::root(problem).ok_or(Refusal::Instance)?];
    while let Some(mut state) = open.pop() {
        let node = Node::deserialize(&mut *json)?;
        nodes += 1;
        let no = |what| Refusal::Node(nodes, what);
        state.price(&node).ok_or(no("a multiplier of nothing, below 0 or of 17 digits"))?;
        if !node.fix.is_empty() {
            state.bound(problem);
        }
        for split in node.fix {
            let [rest, mut leaf] = state.children(problem, split).ok_or(no(NO_SPLIT))?;
            least = leaf.bound(problem).into_iter().chain(least).min();
            state = rest;
        }
        match node.split {
            Some(split) => open.extend(state.children(problem, split).ok_or(no(NO_SPLIT))?),
            None => least = state.bound(problem).into_iter().chain(least).min(),
        }
    }
    Ok((least, nodes))
}
