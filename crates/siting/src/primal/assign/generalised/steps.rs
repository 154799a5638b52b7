//! Shifts, swaps and double shifts under prices of what is amiss.

use super::oscillation::{NEAR, Oscillation};
use super::{Placed, WITHOUT};

/// A change of one or two units' places.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub gain: f64,
    pub moves: [(u32, u32); 2],
}

impl Oscillation<'_> {
    pub fn best_step(&self, placed: &Placed, item: usize, doubly: bool) -> Option<Step> {
        let mut best = Step {
            gain: -self.least,
            moves: [(WITHOUT, WITHOUT); 2],
        };
        if placed.left[item] > 0 {
            self.steps_from(placed, item, WITHOUT, doubly, &mut best);
        }
        for option in self.all.options(item) {
            if placed.at[option] > 0 {
                self.steps_from(placed, item, option as u32, doubly, &mut best);
            }
        }
        (best.moves[0].0 != best.moves[0].1).then_some(best)
    }

    /// Looks at all steps that take a unit from where it is.
    fn steps_from(&self, placed: &Placed, item: usize, from: u32, doubly: bool, best: &mut Step) {
        let home = self.facility(from);
        let gone = self.amiss_by(placed, home, -self.load(from)) - self.cost(item, from);
        let near = &self.near[item * NEAR..(item + 1) * NEAR];
        let without = (from != WITHOUT).then_some(WITHOUT);
        let onto = near
            .iter()
            .copied()
            .filter(|&onto| onto != WITHOUT && onto != from);
        for onto in onto.chain(without) {
            let to = self.facility(onto);
            let come = self.cost(item, onto);
            if !doubly {
                let gain = gone + come + self.amiss_by(placed, to, self.load(onto));
                if gain < best.gain {
                    *best = Step {
                        gain,
                        moves: [(from, onto), (WITHOUT, WITHOUT)],
                    };
                }
            }
            let Some(to) = to else { continue };
            for &next in &placed.members[to] {
                let other = self.all.item[next as usize] as usize;
                if other == item {
                    continue;
                }
                let so_far = come - self.cost(other, next);
                let here = self.load(onto) - self.load(next);
                if doubly {
                    self.double_shifts(
                        placed,
                        (from, onto),
                        (other, next),
                        gone + so_far + self.amiss_by(placed, Some(to), here),
                        best,
                    );
                } else {
                    let back = home.map_or(WITHOUT, |home| self.option_at(other, home));
                    if back == WITHOUT && home.is_some() {
                        continue;
                    }
                    let there = self.load(back) - self.load(from);
                    let gain = so_far - self.cost(item, from)
                        + self.cost(other, back)
                        + self.amiss_by(placed, home, there)
                        + self.amiss_by(placed, Some(to), here);
                    if gain < best.gain {
                        *best = Step {
                            gain,
                            moves: [(from, onto), (next, back)],
                        };
                    }
                }
            }
        }
    }

    /// A unit takes another's place, which goes to a third.
    fn double_shifts(
        &self,
        placed: &Placed,
        (from, onto): (u32, u32),
        (other, next): (usize, u32),
        so_far: f64,
        best: &mut Step,
    ) {
        let taken = (self.facility(from), self.facility(onto));
        let near = &self.near[other * NEAR..(other + 1) * NEAR];
        for &last in near.iter().take(NEAR / 2) {
            let place = self.facility(last);
            if place.is_none() || place == taken.0 || place == taken.1 {
                continue;
            }
            let gain =
                so_far + self.cost(other, last) + self.amiss_by(placed, place, self.load(last));
            if gain < best.gain {
                *best = Step {
                    gain,
                    moves: [(from, onto), (next, last)],
                };
            }
        }
    }
}
