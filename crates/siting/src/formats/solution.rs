//! A solution as JSON, beside the instance that it answers.

use super::instance::fingerprint;
use crate::instance::{Instance, Solution};
use serde_json::{Value, json};

/// What the first field of a file says.
pub const SCHEMA: &str = "tuvak-siting-solution/1";

/// A solution: what opens (`[facility, level, payment]`), how sites are paid (`[site, payment]`),
/// who goes where (`[arc, persons]`) and who is left without (`[demand, persons]`). Rows of
/// what is closed or nobody are left out.
pub fn solution_json(instance: &Instance, solution: &Solution) -> Value {
    let open = solution.open.iter().enumerate();
    let open = open.filter_map(|(facility, opened)| Some((facility, (*opened)?)));
    let paid = solution.site_payment.iter().enumerate();
    let counts = |counts: &[u32]| -> Vec<(usize, u32)> {
        let counts = counts.iter().copied().enumerate();
        counts.filter(|(_, persons)| *persons > 0).collect()
    };
    json!({
        "schema": SCHEMA,
        "instance": fingerprint(instance),
        "cost": solution.cost(instance),
        "open": open.map(|(facility, opened)| [facility, opened.level, opened.payment]).collect::<Vec<_>>(),
        "site_payments": paid.filter_map(|(site, payment)| Some([site, (*payment)?])).collect::<Vec<_>>(),
        "flow": counts(&solution.flow),
        "unmet": counts(&solution.unmet),
    })
}
