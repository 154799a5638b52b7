//! Assignments that were made, to begin the next one from: local search goes from one set of
//! openings to others that are much the same.

use super::generalised::{Placed, Units};
use super::market::Market;
use crate::instance::{Instance, Window};

/// Assignments that are kept of a market.
const KEPT: usize = 8;

/// What was assigned to some windows.
#[derive(Debug, Clone)]
struct Past {
    windows: Vec<Option<Window>>,
    /// Arc (index into [`Instance::arcs`]) and persons.
    flow: Vec<(u32, u32)>,
}

/// The last assignments of one market, the latest last.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    pasts: Vec<Past>,
}

impl Memory {
    /// Remembers an assignment; of those to the same windows only the last.
    pub fn keep(&mut self, windows: &[Option<Window>], flow: &[(u32, u32)]) {
        self.pasts.retain(|past| past.windows != windows);
        if self.pasts.len() >= KEPT {
            self.pasts.remove(0);
        }
        self.pasts.push(Past {
            windows: windows.to_vec(),
            flow: flow.to_vec(),
        });
    }

    /// Whoever can stays where the assignment to the most similar windows had them; `None` where
    /// there is no assignment yet.
    pub fn recall<'u>(
        &self,
        windows: &[Option<Window>],
        units: &'u Units,
        market: &Market,
        instance: &Instance,
    ) -> Option<Placed<'u>> {
        let far = |past: &&Past| {
            let pairs = past.windows.iter().zip(windows);
            pairs.filter(|(was, is)| was != is).count()
        };
        let past = self.pasts.iter().rev().min_by_key(far)?;
        let mut placed = Placed::nowhere(units);
        for &(arc, persons) in &past.flow {
            let Some((option, item)) = units.option(market, instance, arc as usize) else {
                continue;
            };
            let many = (persons / units.together[item]).min(placed.left[item]);
            let (load, to) = (units.load[option as usize], units.to[option as usize]);
            if load * i64::from(many) <= placed.room(to as usize) {
                placed.place(option, many);
            }
        }
        Some(placed)
    }
}
