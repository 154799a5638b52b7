//! The layer check: a crate may use only what the table allows it, so that
//! pure crates stay pure and the verifier stays independent of the solver.

use crate::{Outcome, root};
use std::collections::BTreeMap;
use std::fs;

/// Crate → crates of the workspace that it may use (tests aside).
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("texts", &["domain"]),
    ("dataset", &["domain"]),
    ("demand", &["domain"]),
    ("reach", &["domain", "demand"]),
    // Roads and timetables know nothing of regions; `travel` brings them together.
    ("hierarchy", &[]),
    ("roads", &["hierarchy"]),
    ("transit", &[]),
    ("travel", &["domain", "dataset", "roads", "transit"]),
    // Facility location in itself; `planning` puts regions into its terms.
    ("siting", &[]),
    // Its answers again by HiGHS, for tests: nothing of the product uses it.
    ("oracle", &["siting"]),
    // The checker of its bounds shares nothing with it.
    ("certificate", &[]),
    // Cost games in themselves.
    ("shares", &[]),
    ("planning", &["domain", "demand", "siting", "shares"]),
    // The verifier shares no code with the solver, nor with what feeds it.
    ("verify", &["domain"]),
    ("rules", &["domain"]),
    ("disclosure", &["domain"]),
    ("typeset", &[]),
    ("report", &["domain", "texts", "reach", "demand"]),
    (
        "tuvak",
        &[
            "domain",
            "texts",
            "dataset",
            "demand",
            "reach",
            "roads",
            "transit",
            "travel",
            "siting",
            "certificate",
            "planning",
            "verify",
            "rules",
            "disclosure",
            "report",
            "typeset",
        ],
    ),
    // For `bench roads` and `bench siting` only, behind features.
    (
        "xtask",
        &[
            "hierarchy",
            "roads",
            "domain",
            "dataset",
            "demand",
            "siting",
            "planning",
        ],
    ),
];

/// Checks every manifest against the table.
pub fn check() -> Outcome {
    let layers: BTreeMap<&str, &[&str]> = LAYERS.iter().copied().collect();
    let mut faults = Vec::new();
    let mut folders: Vec<_> = fs::read_dir(root().join("crates"))
        .map_err(|error| error.to_string())?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    folders.push(root().join("xtask"));
    folders.sort();
    for folder in folders {
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let manifest = fs::read_to_string(folder.join("Cargo.toml"))
            .map_err(|error| format!("{name}: {error}"))?;
        let Some(allowed) = layers.get(name.as_str()) else {
            faults.push(format!("{name} has no row in xtask/src/layers.rs"));
            continue;
        };
        for used in dependencies(&manifest) {
            if layers.contains_key(used.as_str()) && !allowed.contains(&used.as_str()) {
                faults.push(format!("{name} may not use {used}"));
            }
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(format!("layers: {}", faults.join("; ")))
    }
}

/// The names under `[dependencies]` (not those of the tests).
fn dependencies(manifest: &str) -> Vec<String> {
    manifest
        .lines()
        .skip_while(|line| line.trim() != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split(['.', ' ', '=']).next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_crate_uses_one_above_it() {
        assert_eq!(check(), Ok(()));
    }

    #[test]
    fn dependencies_of_tests_are_not_dependencies() {
        let manifest = "[package]\nname = \"a\"\n[dependencies]\ndomain.workspace = true\nserde = \"1\"\n\n[dev-dependencies]\nsiting.workspace = true\n";
        assert_eq!(dependencies(manifest), ["domain", "serde"]);
    }
}
