//! Generated pages of the documentation: written by the program itself,
//! checked in, and tested for drift.

use crate::{Outcome, plan_json, root, setup};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Page → words of the command that prints it.
const PAGES: &[(&str, &[&str])] = &[
    (
        "docs/command-line.md",
        &["--lang", "en", "reference", "cli"],
    ),
    (
        "docs/data-dictionary.md",
        &["--lang", "en", "reference", "data"],
    ),
];

/// Writes every page again.
pub fn write() -> Outcome {
    for (page, text) in pages()? {
        fs::write(root().join(page), text).map_err(|error| format!("{page}: {error}"))?;
    }
    Ok(())
}

/// Says which pages are no longer what the program prints.
pub fn check() -> Outcome {
    let mut stale = Vec::new();
    for (page, text) in pages()? {
        if fs::read_to_string(root().join(page)).unwrap_or_default() != text {
            stale.push(page);
        }
    }
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "no longer true: {}; run `cargo xtask pages` and commit",
            stale.join(", ")
        ))
    }
}

fn pages() -> Result<Vec<(&'static str, String)>, String> {
    let tuvak = setup::tuvak()?;
    let mut pages = Vec::new();
    for (page, words) in PAGES {
        pages.push((*page, print(&tuvak, words)?));
    }
    let types = root().join("crates/domain/src/plan.rs");
    let source =
        fs::read_to_string(&types).map_err(|error| format!("{}: {error}", types.display()))?;
    pages.push(("docs/plan-json.md", plan_json::page(&source)));
    Ok(pages)
}

fn print(tuvak: &Path, words: &[&str]) -> Result<String, String> {
    let output = Command::new(tuvak)
        .args(words)
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(format!(
            "tuvak {}: {}",
            words.join(" "),
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}
