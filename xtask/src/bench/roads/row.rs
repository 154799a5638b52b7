//! A row of the table.

use std::fmt;

/// What was measured where, ours, the peers', and whether the aim is met.
pub struct Row {
    what: String,
    name: String,
    ours: String,
    osrm: String,
    cch: String,
    /// How many times OSRM's number ours is; not a number if there is no peer.
    ratio: f64,
    aim: String,
    met: &'static str,
}

impl Row {
    /// A row with our number alone.
    pub fn new(what: &str, name: &str, ours: String) -> Self {
        Self {
            what: what.to_owned(),
            name: name.to_owned(),
            ours,
            osrm: String::new(),
            cch: String::new(),
            ratio: f64::NAN,
            aim: String::new(),
            met: "",
        }
    }

    /// With OSRM's number and the ratio of the two.
    pub fn against(self, osrm: String, ratio: f64) -> Self {
        Self {
            osrm,
            ratio,
            ..self
        }
    }

    /// With the number of the crate `cch`.
    pub fn cch(self, cch: String) -> Self {
        Self { cch, ..self }
    }

    /// With an aim.
    pub fn aim(self, aim: &str, met: bool) -> Self {
        let met = if met { "yes" } else { "no" };
        Self {
            aim: aim.to_owned(),
            met,
            ..self
        }
    }

    /// With the aim to be that many times faster than OSRM.
    pub fn times_faster(self, times: f64) -> Self {
        let ratio = self.ratio;
        let row = self.aim(&format!("≥ {times} ×"), ratio >= times);
        if ratio.is_nan() {
            Self {
                met: "not measured",
                ..row
            }
        } else {
            row
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            what,
            name,
            ours,
            osrm,
            cch,
            aim,
            met,
            ..
        } = self;
        let ratio = if self.ratio.is_nan() {
            String::new()
        } else {
            format!("{:.1}", self.ratio)
        };
        write!(
            out,
            "| {what} | {name} | {ours} | {osrm} | {cch} | {ratio} | {aim} | {met} |"
        )
    }
}
