//! `schemes.csv` and `funds.csv`.

use crate::case::Must::{Cost, Plan, Refused};
use crate::case::{Case, cell};

pub fn cases() -> Vec<Case> {
    [schemes(), funds()].into_iter().flatten().collect()
}

fn schemes() -> Vec<Case> {
    vec![
        cell("schemes", 1, "id", "ESF", Plan("measures")),
        cell("schemes", 1, "services", "HOME|WORK", Plan("objective")),
        // CC opens instead of CE, as if C were a partner.
        cell("schemes", 1, "partners_only", "false", Cost(-533_369)),
        cell("schemes", 1, "eligible_share", "0.91", Plan("payments")),
        cell("schemes", 1, "eu", "0.84", Plan("payments")),
        cell("schemes", 1, "state", "0.09", Plan("payments")),
        // What the EU and the state leave is the owner's, so that its own share
        // can only be too large.
        cell(
            "schemes",
            1,
            "municipality",
            "0.06",
            Refused("fault-shares-above-one"),
        ),
        cell("schemes", 1, "running_until_year", "2019", Plan("payments")),
    ]
}

fn funds() -> Vec<Case> {
    vec![
        cell("funds", 2, "payer", "A", Plan("objective")),
        cell("funds", 2, "territory", "C", Plan("objective")),
        cell("funds", 2, "year", "2021", Plan("objective")),
        // HOME at CB takes 18,125.
        cell("funds", 2, "ceiling_eur", "18124.99", Plan("objective")),
        cell("funds", 2, "ceiling_eur", "18125", Cost(0)),
    ]
}
