//! `cargo xtask test`: everything that has to hold before a change lands.

use crate::setup::{cache, cargo};
use crate::{Outcome, run as call};
use std::env;
use std::process::Command;

/// Runs all checks and tests; the cheap ones first.
pub fn run() -> Outcome {
    step("formatting");
    call(cargo()?.args(["fmt", "--all", "--check"]))?;
    step("layers");
    crate::layers::check()?;
    step("tests");
    call(cargo()?.args(["test", "--workspace", "--quiet"]))?;
    step("generated pages");
    crate::pages::check()?;
    step("lints");
    call(cargo()?.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--quiet",
        "--",
        "--deny",
        "warnings",
    ]))?;
    step("licences of dependencies");
    deny()
}

fn step(name: &str) {
    eprintln!("== {name}");
}

/// `cargo deny` on licences, sources and bans; it is set up in the cache when
/// the machine has none.
fn deny() -> Outcome {
    let tools = cache().join("tools-rust");
    let local = tools.join("bin").join("cargo-deny");
    let deny = if Command::new("cargo-deny")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success())
    {
        "cargo-deny".into()
    } else {
        if !local.exists() {
            call(
                cargo()?
                    .args([
                        "install",
                        "cargo-deny",
                        "--locked",
                        "--quiet",
                        "--version",
                        "0.20.2",
                        "--root",
                    ])
                    .arg(&tools),
            )?;
        }
        local.into_os_string()
    };
    let mut command = Command::new(deny);
    command.current_dir(crate::root()).envs(env::vars_os());
    call(command.args([
        "--log-level",
        "error",
        "check",
        "licenses",
        "sources",
        "bans",
    ]))
}
