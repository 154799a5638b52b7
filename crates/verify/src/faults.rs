//! Collects what differs, in one form for every figure.

use domain::{Arg, Cents, Message};

/// The faults of one check.
#[derive(Default)]
pub struct Faults(pub Vec<Message>);

impl Faults {
    /// Adds a fault.
    pub fn add(&mut self, fault: Message) {
        self.0.push(fault);
    }

    /// Adds a fault about `whose` when a condition does not hold.
    pub fn demand(&mut self, holds: bool, key: &str, whose: &str) {
        if !holds {
            self.add(Message::new(key).with("whose", whose));
        }
    }

    /// Adds a fault when a figure of the plan is not the recomputed one.
    /// `figure` is its name in `plan.json`.
    pub fn same<T: Told + PartialEq>(&mut self, whose: &str, figure: &str, stated: T, computed: T) {
        if stated != computed {
            self.differ(whose, figure, stated.told(), computed.told());
        }
    }

    /// The same for a figure printed with so many decimals.
    pub fn printed(
        &mut self,
        whose: &str,
        figure: &str,
        stated: f64,
        computed: f64,
        decimals: i32,
    ) {
        if !is_printed(stated, computed, decimals) {
            self.differ(
                whose,
                figure,
                stated.told(),
                rounded(computed, decimals).told(),
            );
        }
    }

    /// The same for a figure that is not rounded.
    pub fn near(&mut self, whose: &str, figure: &str, stated: f64, computed: f64) {
        if !is_near(stated, computed) {
            self.differ(whose, figure, stated.told(), computed.told());
        }
    }

    fn differ(&mut self, whose: &str, figure: &str, stated: Arg, computed: Arg) {
        self.add(
            Message::new("verify-differs")
                .with("whose", whose)
                .with("figure", figure)
                .with("stated", stated)
                .with("computed", computed),
        );
    }
}

fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    (value * scale).round() / scale
}

/// Whether `stated` is `computed` to so many decimals. Where floating point
/// cannot tell on which side of a half the value lies, either neighbour will do.
fn is_printed(stated: f64, computed: f64, decimals: i32) -> bool {
    let is_exact_half = (computed * 10_f64.powi(decimals)).fract().abs() == 0.5;
    let noise = if is_exact_half {
        0.0
    } else {
        computed.abs() * 1e-13
    };
    [computed, computed - noise, computed + noise]
        .iter()
        .any(|value| rounded(*value, decimals) == stated)
}

fn is_near(stated: f64, computed: f64) -> bool {
    (stated - computed).abs() <= 1e-12 * computed.abs().max(1.0)
}

/// How a value reads in a fault.
pub trait Told {
    /// The argument of the message.
    fn told(&self) -> Arg;
}

impl Told for Cents {
    fn told(&self) -> Arg {
        self.eur().into()
    }
}

impl Told for f64 {
    /// Messages print two decimals; where that hides the difference the number
    /// is given as it stands in the file.
    fn told(&self) -> Arg {
        if rounded(*self, 2) == *self {
            Arg::Number(*self)
        } else {
            Arg::Text(self.to_string())
        }
    }
}

impl Told for u32 {
    fn told(&self) -> Arg {
        (*self).into()
    }
}

impl Told for i32 {
    fn told(&self) -> Arg {
        (*self).into()
    }
}

impl Told for &str {
    fn told(&self) -> Arg {
        (*self).into()
    }
}

impl Told for bool {
    fn told(&self) -> Arg {
        self.to_string().into()
    }
}

impl<T: Told> Told for Option<T> {
    fn told(&self) -> Arg {
        self.as_ref().map_or_else(|| "–".into(), Told::told)
    }
}
