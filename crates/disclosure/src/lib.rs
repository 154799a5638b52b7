//! The public edition of a plan: no count of people under five, and nothing
//! from which one could be derived; no flows by place.
//!
//! Every number of the public edition is either a public fact (places, prices,
//! building money) or computed from the *protected counts*: one count for each
//! facility, service and municipality, printed as 0 for 0 to 4 and as the
//! nearest multiple of 5 otherwise. Before they are printed an audit asks of
//! every small count whether all its values stay possible for a reader who
//! knows all other counts, capacities, least occupancies, roads and limits; if
//! not, municipalities' counts give way until they do. The proof is in
//! `docs/decisions/0003-public-edition.md`.

mod audit;
mod cell;
mod counts;
mod edition;
mod facts;
mod running;
mod settle;
mod words;

use domain::{Message, Plan, Region};

/// The schema of a public plan, the first field of its JSON.
pub const PUBLIC_SCHEMA: &str = "tuvak-plan-public/1";

/// Fields of the plan that the public edition does not tell: they are empty or
/// 0 in the [`Plan`], should not be printed, and are left out of its JSON.
pub const WITHHELD: &[&str] = &[
    "fingerprint",
    "assignments",
    "unmet",
    "more_money",
    "costs.travel",
    "costs.surcharge",
    "measures.minutes",
    "measures.without",
    "offers.free_places",
    "offers.minutes",
    "rejected.forced_more",
    "services.minutes",
    "services.minutes_before",
    "services.within_limit_before",
    "municipalities.served_at_home",
    "municipalities.served_others",
    "municipalities.minutes",
    "sensitivity.runs.objective",
    "sensitivity.runs.bound",
];

/// The JSON of a public plan: what is withheld is left out, so that no reader
/// takes a nought for a fact.
///
/// # Errors
/// When a figure of the plan is not finite.
pub fn to_json(plan: &Plan) -> serde_json::Result<serde_json::Value> {
    let mut json = serde_json::to_value(plan)?;
    for path in WITHHELD {
        let steps: Vec<&str> = path.split('.').collect();
        leave_out(&mut json, &steps);
    }
    Ok(json)
}

fn leave_out(json: &mut serde_json::Value, path: &[&str]) {
    use serde_json::Value;
    match (json, path) {
        (Value::Array(rows), _) => rows.iter_mut().for_each(|row| leave_out(row, path)),
        (Value::Object(fields), [name]) => {
            fields.shift_remove(*name);
        }
        (Value::Object(fields), [name, rest @ ..]) => {
            if let Some(inner) = fields.get_mut(*name) {
                leave_out(inner, rest);
            }
        }
        _ => {}
    }
}

/// What may be published.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// The plan, with [`PUBLIC_SCHEMA`].
    pub plan: Plan,
    /// The region that it may be read with.
    pub region: Region,
    /// What a reader has to know of the public edition; the same stand first
    /// in the plan's notes.
    pub notes: Vec<Message>,
    /// Whether counts of municipalities' residents are told; if not, they are 0
    /// and should not be printed.
    pub tells_municipalities: bool,
}

/// The public edition of a plan of a region.
pub fn publish(plan: &Plan, region: &Region) -> Published {
    let counts = counts::Counts::protect(plan, region);
    let notes = notes(&counts);
    Published {
        plan: edition::plan(plan, region, &counts, &notes),
        region: facts::region(region),
        notes,
        tells_municipalities: counts.residents.is_some(),
    }
}

/// Whether a plan is a public edition.
pub fn is_public(plan: &Plan) -> bool {
    plan.schema == PUBLIC_SCHEMA
}

fn notes(counts: &counts::Counts) -> Vec<Message> {
    let mut keys = vec![
        "disclosure-rounded",
        "disclosure-money",
        "disclosure-left-out",
    ];
    if counts.residents.is_none() {
        keys.push("disclosure-municipalities-withheld");
    }
    keys.into_iter().map(Message::new).collect()
}
