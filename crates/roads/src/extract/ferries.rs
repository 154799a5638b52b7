//! Timetables of ferries: how long is the way that a duration speaks of.

use std::collections::HashMap;

use osmpbf::{RelMemberType, Relation};

use super::Extract;
use crate::profile::{Mode, Profile};
use crate::tags::{Tags, WAY_DM};

/// A ferry line whose duration stands on its relation.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    duration: String,
    ways: Vec<i64>,
}

/// The ferry line that a relation describes. One whose ways differ by direction is none: the duration is that of one of them.
pub(super) fn line(relation: &Relation<'_>) -> Option<Line> {
    let get = |key: &str| relation.tags().find(|(k, _)| *k == key).map(|(_, v)| v);
    if get("type") != Some("route") || get("route") != Some("ferry") {
        return None;
    }
    let duration = get("duration")?.replace(|c: char| c.is_control(), " ");
    let mut ways = Vec::new();
    for member in relation
        .members()
        .filter(|m| m.member_type == RelMemberType::Way)
    {
        match member.role().ok()? {
            "" => ways.push(member.member_id),
            "forward" | "backward" => return None,
            _ => {}
        }
    }
    Some(Line { duration, ways })
}

impl Extract {
    /// A crossing with a timetable is as fast as its length and its duration make it, so such ways are told apart by length: their
    /// own, or that of all ways of the line that the duration speaks of.
    pub(super) fn time_ferries(&mut self, profile: &Profile) {
        let ferries: Vec<(bool, bool)> = (self.way_kinds.lines().iter())
            .map(|line| {
                let tags = Tags::parse(line);
                let is_ferry = profile.way(&tags).mode == Mode::Ferry;
                (
                    is_ferry,
                    tags.get("duration").is_some() && (is_ferry || tags.get("bridge").is_some()),
                )
            })
            .collect();
        let mut untimed = HashMap::new();
        for way in 0..self.way_ids.len() {
            let kind = self.way_kind[way] as usize;
            let (is_ferry, is_timed) = ferries[kind];
            if is_timed {
                let dm = self.length_dm(way);
                self.retag(way, &format!("\t{WAY_DM}={dm}"));
            } else if is_ferry {
                untimed.insert(self.way_ids[way], way);
            }
        }
        if !profile.schema().ferries.relation_duration {
            return;
        }
        for line in std::mem::take(&mut self.ferry_lines) {
            let ways: Option<Vec<usize>> = line
                .ways
                .iter()
                .map(|id| untimed.get(id).copied())
                .collect();
            let Some(ways) = ways else { continue };
            let whole: u64 = ways.iter().map(|way| self.length_dm(*way)).sum();
            for way in ways {
                self.retag(
                    way,
                    &format!("\tduration={}\t{WAY_DM}={whole}", line.duration),
                );
                untimed.remove(&self.way_ids[way]);
            }
        }
    }

    fn retag(&mut self, way: usize, more: &str) {
        let line = format!(
            "{}{more}",
            self.way_kinds.lines()[self.way_kind[way] as usize]
        );
        self.way_kind[way] = self.way_kinds.number(&line);
    }

    fn length_dm(&self, way: usize) -> u64 {
        let segments = self.nodes(way).windows(2);
        let metres: f64 = segments.filter_map(|pair| self.segment(pair)).sum();
        (metres * 10.0).round().max(1.0) as u64
    }
}
