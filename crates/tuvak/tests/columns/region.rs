//! `region.toml`.

use crate::case::Must::{Document, Noted, Plan, Refused};
use crate::case::{Case, Must};

fn key(key: &str, old: &str, new: &str, must: Must) -> Case {
    crate::case::key("region.toml", key, old, new, must)
}

pub fn cases() -> Vec<Case> {
    vec![
        key("id", "\"tiny\"", "\"small\"", Plan("region")),
        key(
            "name_lv",
            "Mazais reģions (izdomāts)",
            "Cits reģions",
            Document("Cits reģions"),
        ),
        key(
            "name_en",
            "The tiny region (invented)",
            "Another region",
            Document("Another region"),
        ),
        key(
            "notice",
            "Invented data",
            "Made-up data",
            Document("Made-up data"),
        ),
        key(
            "currency",
            "\"EUR\"",
            "\"USD\"",
            Refused("fault-unknown-word"),
        ),
        key(
            "plan_years",
            "[2020, 2022]",
            "[2021, 2022]",
            Noted("fault-year-outside-plan"),
        ),
        key("extent", "[56.5,", "[56.9,", Refused("fault-outside")),
        key(
            "about",
            "solved by hand",
            "told apart",
            Document("told apart"),
        ),
        key(
            "sources.*",
            "places = \"invented\"",
            "places = \"a register\"",
            Document("a register"),
        ),
        key(
            "assumptions[].figure",
            "services.unmet_eur",
            "services.limit_min",
            Plan("sensitivity"),
        ),
        key(
            "assumptions[].reason",
            "a client's hour",
            "one hour",
            Document("one hour"),
        ),
    ]
}
