//! The log of HiGHS, which is flushed after every line: how far it has come.

use std::fs;
use std::io::Error;
use std::path::PathBuf;

/// A log in a folder of its own, removed with it.
pub struct Watched(PathBuf);

impl Watched {
    /// Makes the folder.
    pub fn new() -> Result<Self, Error> {
        let folder = std::env::temp_dir().join(format!("siting-bench-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    /// Where the log goes.
    pub fn file(&self) -> String {
        self.0.join("log").display().to_string()
    }

    /// Best objective and bound of the last line that has them.
    pub fn seen(&self) -> (f64, f64) {
        let text = fs::read(self.file()).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let none = (f64::INFINITY, f64::NEG_INFINITY);
        text.lines().rev().find_map(parse).unwrap_or(none)
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // Nothing depends on it any more.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// ` S  nodes queue leaves explored%  bound best gap …`: best and bound.
fn parse(line: &str) -> Option<(f64, f64)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let explored = words.iter().position(|word| word.ends_with('%'))?;
    let number = |at: usize| words.get(at)?.trim_end_matches('*').parse::<f64>().ok();
    Some((number(explored + 2)?, number(explored + 1)?))
}
