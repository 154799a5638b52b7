//! Trees with multipliers, made at random and improved step by step.

#![allow(dead_code, reason = "no test uses all of it")]

#[path = "../../../siting/tests/common/random.rs"]
pub mod random;

use certificate::{Refusal, Verdict, check, fingerprint};
use random::dice::Dice;
use serde_json::{Value, json};
use siting::formats::instance::to_json;
use siting::instance::{FacilityKind, Instance};

/// An instance, its canonical JSON and the least that a claim may be.
pub struct Case {
    pub instance: Instance,
    pub json: String,
}

/// Below the bound of any tree.
pub const NOTHING: i64 = -1_000_000_000_000_000;

/// A certificate in parts.
#[derive(Clone)]
pub struct Tree {
    pub header: Value,
    pub nodes: Vec<Node>,
}

/// A node, whose counts above it number `counts`.
#[derive(Clone, Default)]
pub struct Node {
    pub lambda: Vec<(usize, i64)>,
    pub mu: Vec<(usize, i64)>,
    pub nu: Vec<(usize, i64)>,
    pub fix: Vec<Value>,
    pub split: Option<Value>,
    pub counts: usize,
}

impl Case {
    pub fn new(instance: Instance) -> Self {
        let json = to_json(&instance);
        Self { instance, json }
    }

    /// A header that claims nothing.
    pub fn header(&self, dice: &mut Dice) -> Value {
        let mut header = json!({
            "schema": "tuvak-certificate/1",
            "instance": fingerprint(self.json.as_bytes()),
            "scale": ([1, 16, 1024][dice.count(0, 2)]),
            "bound": NOTHING,
            "whole": dice.chance(70),
        });
        for kept in 0..self.instance.ceilings.len() {
            header["kept"] = json!(kept);
            let tree = Tree {
                header: header.clone(),
                nodes: vec![Node::default()],
            };
            if self.check(&tree).is_ok() {
                return header;
            }
        }
        header["kept"] = Value::Null;
        header
    }

    /// A tree with random splits down to a depth.
    pub fn tree(&self, dice: &mut Dice, depth: usize) -> Tree {
        let header = self.header(dice);
        let mut nodes = Vec::new();
        self.grow(dice, depth, 0, &mut nodes);
        // Everybody's cheapest way, and as much again for what opens.
        let scale = header["scale"].as_i64().unwrap_or(1);
        for demand in 0..self.instance.demands.len() {
            let arcs = self.instance.arcs.iter().filter(|arc| arc.demand == demand);
            let least = arcs.map(|arc| arc.cost).min().unwrap_or(0);
            nodes[0].lambda.push((demand, 2 * scale * least));
        }
        Tree { header, nodes }
    }

    fn grow(&self, dice: &mut Dice, depth: usize, counts: usize, nodes: &mut Vec<Node>) {
        let split = (depth > 0 && dice.chance(80))
            .then(|| self.split(dice))
            .flatten();
        let fixes = if dice.chance(30) { dice.count(1, 3) } else { 0 };
        let fix = (0..fixes).filter_map(|_| self.split(dice));
        // A count could have no multiplier of its own there.
        let fix = fix.filter(|fix| fix.get("count").is_none()).collect();
        nodes.push(Node {
            fix,
            split: split.clone(),
            counts,
            ..Node::default()
        });
        if let Some(split) = split {
            let counts = counts + usize::from(split.get("count").is_some());
            self.grow(dice, depth - 1, counts, nodes);
            self.grow(dice, depth - 1, counts, nodes);
        }
    }

    fn split(&self, dice: &mut Dice) -> Option<Value> {
        let Instance {
            facilities,
            sites,
            arcs,
            demands,
            onward,
            ..
        } = &self.instance;
        let options = |facility: usize| match &facilities[facility].kind {
            FacilityKind::Existing { .. } => 2,
            FacilityKind::New { levels, .. } => levels.len() + 1,
        };
        Some(match dice.count(0, 4) {
            0 => {
                let way = if dice.chance(50) { "site" } else { "shut" };
                json!({way: dice.count(0, sites.len().checked_sub(1)?)})
            }
            1 => {
                let facility = dice.count(0, facilities.len().checked_sub(1)?);
                let taken: Vec<usize> =
                    (0..options(facility)).filter(|_| dice.chance(50)).collect();
                json!({"facility": [facility, taken]})
            }
            2 => {
                let arc = dice.count(0, arcs.len().checked_sub(1)?);
                let demand = &demands[arcs[arc].demand];
                let brought = onward
                    .iter()
                    .any(|onward| onward.demand == arcs[arc].demand);
                let together = demand.single_source || (demand.persons <= 1 && !brought);
                return together.then(|| json!({"arc": arc}));
            }
            3 => {
                let arc = dice.count(0, arcs.len().checked_sub(1)?);
                json!({"flow": [arc, dice.pick(0, 2)]})
            }
            _ => {
                let sites: Vec<usize> = (0..sites.len()).filter(|_| dice.chance(60)).collect();
                let mut taken = Vec::new();
                for facility in 0..facilities.len() {
                    taken.extend(
                        (1..options(facility))
                            .filter(|_| dice.chance(20))
                            .map(|option| (facility, option)),
                    );
                }
                json!({"count": [dice.pick(0, 2), sites, taken]})
            }
        })
    }

    pub fn check(&self, tree: &Tree) -> Result<Verdict, Refusal> {
        check(self.json.as_bytes(), tree.text().as_bytes())
    }

    /// What a tree proves; `i128::MAX` where nothing is possible.
    pub fn proven(&self, tree: &Tree) -> i128 {
        self.check(tree).unwrap().proven.unwrap_or(i128::MAX)
    }

    /// Changes multipliers at random and keeps what proves more, or no less.
    pub fn improve(&self, tree: &mut Tree, dice: &mut Dice, steps: usize) -> i128 {
        let scale = tree.header["scale"].as_i64().unwrap();
        let mut best = self.proven(tree);
        let mut reach = 16 * scale;
        for _ in 0..steps {
            let mut tried = tree.clone();
            let at = dice.count(0, tried.nodes.len() - 1);
            for _ in 0..dice.count(1, 2) {
                let step = dice.pick(-reach, reach);
                self.step(&mut tried.nodes[at], dice, step);
            }
            let found = self.proven(&tried);
            if found >= best {
                (best, *tree) = (found, tried);
            } else {
                reach = (reach * 99 / 100).max(1);
            }
            if best == i128::MAX {
                break;
            }
        }
        best
    }

    fn step(&self, node: &mut Node, dice: &mut Dice, step: i64) {
        let (demands, ceilings) = (self.instance.demands.len(), self.instance.ceilings.len());
        let (list, most, least) = match dice.count(0, 4) {
            0 => (&mut node.mu, ceilings, 0),
            1 => (&mut node.nu, node.counts, 0),
            _ => (&mut node.lambda, demands, i64::MIN),
        };
        if most == 0 {
            return;
        }
        let index = dice.count(0, most - 1);
        match list.iter_mut().find(|told| told.0 == index) {
            Some((_, value)) => *value = (*value + step).max(least),
            None => list.push((index, step.max(least))),
        }
    }
}

impl Tree {
    pub fn text(&self) -> String {
        let mut text = format!("{}\n", self.header);
        for node in &self.nodes {
            let mut line =
                json!({"lambda": node.lambda, "mu": node.mu, "nu": node.nu, "fix": node.fix});
            if let Some(split) = &node.split {
                line["split"] = split.clone();
            }
            text.push_str(&format!("{line}\n"));
        }
        text
    }
}
