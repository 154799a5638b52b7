//! What a bound was proven with, written so that others can reckon it again
//! (`docs/certificate.md`).

use super::fix::Fix;
use super::lagrange::Prices;
use super::people::Cut as PeopleCut;
use super::problem::{Domain, Problem};
use std::fmt::Write;
use std::sync::Arc;

/// Multipliers are told in this part of a unit of cost, where people are few; for
/// sums beyond it in whole units.
const FINEST: i64 = 1 << 16;
/// Multipliers with the scale stay below this.
const LARGEST: f64 = 9e15;

/// The tree of a proof.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    entries: Vec<Entry>,
}

#[derive(Debug, Default)]
struct Entry {
    prices: Option<Arc<Prices>>,
    fixes: Vec<Fix>,
    cut: Option<Cut>,
    children: Vec<usize>,
}

/// How a node is divided, the first child first.
#[derive(Debug, Clone)]
pub(super) enum Cut {
    /// A facility takes one of these options (0: closed), or another.
    Facility(usize, Vec<usize>),
    /// All people of the arc's demand use it, or nobody does.
    Arc(usize),
    /// At most so many use the arc, or more.
    Flow(usize, u32),
}

impl Cut {
    /// How the second domain differs from the first, whose options are `of`.
    pub fn between(domain: &Domain, first: &Domain) -> Option<Self> {
        let facility = (0..domain.masks.len()).find(|&at| domain.masks[at] != first.masks[at])?;
        let mask = first.masks[facility];
        let options = (0..64).filter(|option| mask >> option & 1 == 1).collect();
        Some(Self::Facility(facility, options))
    }

    pub fn of_people(problem: &Problem<'_>, cut: PeopleCut) -> Option<Self> {
        let origin = |arc: u32| problem.arcs.origin[arc as usize] as usize;
        match cut {
            PeopleCut::All(arc) => Some(Self::Arc(origin(arc))),
            PeopleCut::AtMost(arc, most) => Some(Self::Flow(origin(arc), most)),
            PeopleCut::Elsewhere => None,
        }
    }
}

impl Ledger {
    /// A node that is not yet looked at; its number.
    pub fn open(&mut self) -> usize {
        self.entries.push(Entry::default());
        self.entries.len() - 1
    }

    /// What a node was looked at with, and what that left out.
    pub fn see(&mut self, entry: usize, prices: &Arc<Prices>, fixes: Vec<Fix>) {
        self.entries[entry].prices = Some(Arc::clone(prices));
        self.entries[entry].fixes = fixes;
    }

    /// Divides a node; the numbers of its children, in the cut's order.
    pub fn cut(&mut self, entry: usize, cut: Cut) -> [usize; 2] {
        let children = [self.open(), self.open()];
        self.entries[entry].cut = Some(cut);
        self.entries[entry].children = children.to_vec();
        children
    }

    /// The certificate of a claim on an instance with this fingerprint.
    pub fn write(&self, problem: &Problem<'_>, fingerprint: &str, bound: Option<i64>) -> String {
        let scale = self.scale();
        let mut text = String::new();
        let bound = bound.map_or_else(|| "null".to_owned(), |bound| bound.to_string());
        let whole = problem.lanes.iter().any(|lane| lane.is_single);
        let kept = problem
            .kept
            .as_ref()
            .map_or_else(String::new, |kept| format!(",\"kept\":{}", kept.ceiling));
        let _ = writeln!(
            text,
            "{{\"schema\":\"tuvak-certificate/1\",\"instance\":\"{fingerprint}\",\"scale\":{scale},\"bound\":{bound},\"whole\":{whole}{kept}}}",
        );
        if self.entries.is_empty() {
            text.push_str("{}\n");
            return text;
        }
        let unit = scale as f64;
        let mut stack = vec![(0, Arc::new(Whole::nothing(problem)))];
        while let Some((at, above)) = stack.pop() {
            let entry = &self.entries[at];
            let here = match &entry.prices {
                Some(prices) => Arc::new(Whole::of(prices, unit)),
                None => Arc::clone(&above),
            };
            let mut fields = Vec::new();
            changed(&mut fields, "lambda", &above.lambda, &here.lambda);
            changed(&mut fields, "mu", &above.mu, &here.mu);
            if !entry.fixes.is_empty() {
                let fixes: Vec<String> = entry.fixes.iter().map(told).collect();
                fields.push(format!("\"fix\":[{}]", fixes.join(",")));
            }
            if let Some(cut) = &entry.cut {
                fields.push(format!("\"split\":{}", split(cut)));
            }
            let _ = writeln!(text, "{{{}}}", fields.join(","));
            for &child in entry.children.iter().rev() {
                stack.push((child, Arc::clone(&here)));
            }
        }
        text
    }

    fn scale(&self) -> i64 {
        let prices = self
            .entries
            .iter()
            .filter_map(|entry| entry.prices.as_ref());
        let all = prices.flat_map(|prices| prices.lambda.iter().chain(&prices.mu));
        let largest = all.fold(1.0, |largest: f64, price| largest.max(price.abs()));
        let mut scale = FINEST;
        while scale > 1 && largest * scale as f64 > LARGEST {
            scale /= 2;
        }
        scale
    }
}

/// Multipliers in whole numbers.
struct Whole {
    lambda: Vec<i64>,
    mu: Vec<i64>,
}

impl Whole {
    fn nothing(problem: &Problem<'_>) -> Self {
        Self {
            lambda: vec![0; problem.rows.len()],
            mu: vec![0; problem.ceilings.len()],
        }
    }

    fn of(prices: &Prices, unit: f64) -> Self {
        let whole = |price: &f64| (price * unit).round().clamp(-LARGEST, LARGEST) as i64;
        Self {
            lambda: prices.lambda.iter().map(whole).collect(),
            mu: prices.mu.iter().map(whole).collect(),
        }
    }
}

fn changed(fields: &mut Vec<String>, name: &str, before: &[i64], after: &[i64]) {
    let pairs = before
        .iter()
        .zip(after)
        .enumerate()
        .filter(|(_, (before, after))| before != after);
    let pairs: Vec<String> = pairs
        .map(|(at, (_, after))| format!("[{at},{after}]"))
        .collect();
    if !pairs.is_empty() {
        fields.push(format!("\"{name}\":[{}]", pairs.join(",")));
    }
}

fn told(fix: &Fix) -> String {
    match fix {
        Fix::Option(facility, option) => format!("{{\"facility\":[{facility},[{option}]]}}"),
        Fix::Opens(site) => format!("{{\"shut\":{site}}}"),
    }
}

fn split(cut: &Cut) -> String {
    match cut {
        Cut::Facility(facility, options) => {
            let options: Vec<String> = options.iter().map(ToString::to_string).collect();
            format!("{{\"facility\":[{facility},[{}]]}}", options.join(","))
        }
        Cut::Arc(arc) => format!("{{\"arc\":{arc}}}"),
        Cut::Flow(arc, most) => format!("{{\"flow\":[{arc},{most}]}}"),
    }
}
