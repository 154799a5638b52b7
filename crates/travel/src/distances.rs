//! How far points lie from the roads.

use serde::{Deserialize, Serialize};

/// How a point lies to the roads.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    /// Metres to the nearest usable road; absent where none is near.
    pub metres: Option<f32>,
    /// Whether there is none, but one where latitude and longitude change places.
    pub swapped: bool,
}

/// How each of several points lies to the roads.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Distances(pub Vec<Standing>);

impl Distances {
    /// The median of those that have a road (the lower of the two in the middle), metres.
    pub fn median(&self) -> Option<f32> {
        let mut metres: Vec<f32> = self.known().collect();
        metres.sort_by(f32::total_cmp);
        let middle = metres.len().checked_sub(1)? / 2;
        metres.get(middle).copied()
    }

    /// The greatest of those that have a road, metres.
    pub fn worst(&self) -> Option<f32> {
        self.known().max_by(f32::total_cmp)
    }

    /// Points farther than so many metres, or without a road, by index.
    pub fn far(&self, metres: f64) -> impl Iterator<Item = (usize, Standing)> + '_ {
        let is_far = move |standing: &Standing| {
            standing
                .metres
                .is_none_or(|known| f64::from(known) > metres)
        };
        let each = self.0.iter().copied().enumerate();
        each.filter(move |(_, standing)| is_far(standing))
    }

    fn known(&self) -> impl Iterator<Item = f32> + '_ {
        self.0.iter().filter_map(|standing| standing.metres)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distances(metres: &[Option<f32>]) -> Distances {
        let each = metres.iter().map(|metres| Standing {
            metres: *metres,
            swapped: false,
        });
        Distances(each.collect())
    }

    #[test]
    fn median_and_worst_are_of_points_with_a_road() {
        let some = distances(&[Some(7.0), None, Some(1.0), Some(400.0), Some(9.0)]);
        assert_eq!((some.median(), some.worst()), (Some(7.0), Some(400.0)));
        assert_eq!(distances(&[None]).median(), None);
        assert_eq!(Distances::default().worst(), None);
    }

    #[test]
    fn far_are_those_beyond_the_distance_and_those_without_a_road() {
        let some = distances(&[Some(300.0), Some(300.1), None]);
        let far: Vec<_> = some
            .far(300.0)
            .map(|(at, standing)| (at, standing.metres))
            .collect();
        assert_eq!(far, [(1, Some(300.1)), (2, None)]);
    }
}
