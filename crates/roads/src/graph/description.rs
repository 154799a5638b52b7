//! The text of a road graph: its vehicle, its tag sets and the counts of its import.

use super::RoadGraph;
use crate::error::Error;
use crate::tags::Tags;

/// What an import met with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Ways that the profile can use.
    pub ways: usize,
    /// Nodes of those ways.
    pub nodes: usize,
    /// Nodes that those ways name but that the extract lacks.
    pub missing_nodes: usize,
    /// Ferry ways.
    pub ferries: usize,
    /// Turn restrictions that took effect.
    pub restrictions: usize,
    /// Turn restrictions for certain hours only, left out.
    pub conditional_restrictions: usize,
    /// Turn restrictions that name ways or nodes in no sensible order, left out.
    pub odd_restrictions: usize,
    /// Edges on islands too small to snap to.
    pub island_edges: usize,
}

/// The parsed text of a graph.
pub(crate) struct Description<'t> {
    pub vehicle: &'t str,
    pub way_kinds: Vec<Tags<'t>>,
    pub node_kinds: Vec<Tags<'t>>,
}

impl Counts {
    /// Every count by its name in the text.
    fn named(&mut self) -> [(&'static str, &mut usize); 8] {
        [
            ("ways", &mut self.ways),
            ("nodes", &mut self.nodes),
            ("missing-nodes", &mut self.missing_nodes),
            ("ferries", &mut self.ferries),
            ("restrictions", &mut self.restrictions),
            (
                "conditional-restrictions",
                &mut self.conditional_restrictions,
            ),
            ("odd-restrictions", &mut self.odd_restrictions),
            ("island-edges", &mut self.island_edges),
        ]
    }
}

/// One line each: `vehicle NAME`, `COUNT-NAME N`, `way TAGS`, `node TAGS`.
pub(super) fn write(
    vehicle: &str,
    counts: &mut Counts,
    way_kinds: &[String],
    node_kinds: &[String],
) -> String {
    let mut text = format!(
        "vehicle {}\n",
        vehicle.replace(|c: char| c.is_control(), " ")
    );
    for (name, value) in counts.named() {
        text.push_str(&format!("{name} {value}\n"));
    }
    for (word, lines) in [("way", way_kinds), ("node", node_kinds)] {
        for line in lines {
            text.push_str(word);
            text.push(' ');
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

impl RoadGraph {
    pub(crate) fn description(&self) -> Result<Description<'_>, Error> {
        let mut lines = self.text.lines();
        let vehicle = lines.next().and_then(|l| l.strip_prefix("vehicle "));
        let vehicle = vehicle.ok_or(Error::BadGraph {
            what: "its text does not begin with the vehicle",
        })?;
        let (mut way_kinds, mut node_kinds) = (Vec::new(), Vec::new());
        for line in lines {
            if let Some(tags) = line.strip_prefix("way ") {
                way_kinds.push(Tags::parse(tags));
            } else if let Some(tags) = line.strip_prefix("node ") {
                node_kinds.push(Tags::parse(tags));
            }
        }
        Ok(Description {
            vehicle,
            way_kinds,
            node_kinds,
        })
    }

    /// What the import met with.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let count = |name: &str| -> Option<usize> {
            let mut lines = self.text.lines();
            let number = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
            number?.parse().ok()
        };
        let mut counts = Counts::default();
        for (name, value) in counts.named() {
            *value = count(name).unwrap_or(0);
        }
        counts
    }

    /// The vehicle that the graph was prepared for.
    #[must_use]
    pub fn vehicle(&self) -> &str {
        self.text
            .lines()
            .next()
            .and_then(|l| l.strip_prefix("vehicle "))
            .unwrap_or("")
    }
}
