//! Room for symbols and names: the nearest free spot around where they belong.

/// What is taken already, as boxes.
pub struct Spread {
    size: (f64, f64),
    taken: Vec<[f64; 4]>,
}

impl Spread {
    /// Nothing is taken.
    pub fn new(size: (f64, f64)) -> Self {
        Self {
            size,
            taken: Vec::new(),
        }
    }

    /// The middle of the nearest free spot for a symbol.
    pub fn place(&mut self, at: (f64, f64), radius: f64) -> (f64, f64) {
        self.find(at, (radius + 1.0, radius + 1.0), 14)
    }

    /// The middle of the nearest free spot for a line of text.
    pub fn place_text(&mut self, at: (f64, f64), width: f64, size: f64) -> (f64, f64) {
        self.find(at, (width / 2.0 + 2.0, size / 2.0 + 2.0), 9)
    }

    fn find(&mut self, at: (f64, f64), half: (f64, f64), rings: u32) -> (f64, f64) {
        let boxed = |(x, y): (f64, f64)| [x - half.0, y - half.1, x + half.0, y + half.1];
        let ring = |ring: u32| {
            let distance = f64::from(ring) * half.1 * 1.05;
            let spots = if ring == 0 { 1 } else { 12 };
            (0..spots).map(move |spot| {
                let angle = f64::from(spot) * std::f64::consts::TAU / 12.0;
                (at.0 + distance * angle.cos(), at.1 + distance * angle.sin())
            })
        };
        let inside = |[left, top, right, bottom]: [f64; 4]| {
            left >= 0.0 && top >= 0.0 && right <= self.size.0 && bottom <= self.size.1
        };
        let free = |spot: [f64; 4]| {
            self.taken.iter().all(|other| {
                spot[2] <= other[0]
                    || spot[0] >= other[2]
                    || spot[3] <= other[1]
                    || spot[1] >= other[3]
            })
        };
        let spot = (0..=rings)
            .flat_map(ring)
            .find(|spot| inside(boxed(*spot)) && free(boxed(*spot)))
            .unwrap_or(at);
        self.taken.push(boxed(spot));
        spot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_at_one_point_do_not_overlap() {
        let mut spread = Spread::new((500.0, 500.0));
        let spots: Vec<_> = (0..9).map(|_| spread.place((250.0, 250.0), 10.0)).collect();
        for (index, a) in spots.iter().enumerate() {
            for b in &spots[index + 1..] {
                assert!(
                    (a.0 - b.0).abs() >= 20.0 || (a.1 - b.1).abs() >= 20.0,
                    "{a:?} {b:?}"
                );
            }
        }
    }
}
