//! Generated pages of the documentation: written by the program itself,
//! checked in, and tested for drift.

use crate::{Outcome, root, setup};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Page → words of the command that prints it.
const PAGES: &[(&str, &[&str])] = &[
    ("docs/command-line.md", &["--lang", "en", "reference", "cli"]),
    ("docs/data-dictionary.md", &["--lang", "en", "reference", "data"]),
];

/// Writes every page again.
pub fn write() -> Outcome {
    let tuvak = setup::tuvak()?;
    for (page, words) in PAGES {
        fs::write(root().join(page), print(&tuvak, words)?).map_err(|error| format!("{page}: {error}"))?;
    }
    Ok(())
}

/// Says which pages are no longer what the program prints.
pub fn check() -> Outcome {
    let tuvak = setup::tuvak()?;
    let mut stale = Vec::new();
    for (page, words) in PAGES {
        let written = fs::read_to_string(root().join(page)).unwrap_or_default();
        if written != print(&tuvak, words)? {
            stale.push(*page);
        }
    }
    if stale.is_empty() {
        Ok(())
    } else {
        Err(format!("no longer true: {}; run `cargo xtask pages` and commit", stale.join(", ")))
    }
}

fn print(tuvak: &Path, words: &[&str]) -> Result<String, String> {
    let output = Command::new(tuvak).args(words).output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(format!("tuvak {}: {}", words.join(" "), String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}
