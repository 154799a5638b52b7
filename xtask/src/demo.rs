//! `cargo xtask demo`: the main job on the example region.

use crate::{Outcome, root, setup};
use std::process::Command;

/// Makes the plan of Kurzeme in `target/demo`, both editions, and checks it.
pub fn run() -> Outcome {
    let tuvak = setup::tuvak()?;
    let region = root().join("examples").join("kurzeme");
    let out = root().join("target").join("demo");
    let status = Command::new(&tuvak)
        .arg("plan")
        .arg(&region)
        .arg("--out")
        .arg(&out)
        .args(["--gap", "0.01", "--time-limit", "150", "--verbose"])
        .status()
        .map_err(|error| error.to_string())?;
    // 4: the plan is written and valid, its gap is larger than asked, and it says so.
    if !status.success() && status.code() != Some(4) {
        return Err(format!("tuvak plan: {status}"));
    }
    crate::run(
        Command::new(&tuvak)
            .arg("verify")
            .arg(out.join("plan.json"))
            .arg(&region),
    )?;
    println!("{}", out.join("plan.pdf").display());
    println!("{}", out.join("public").join("plan.pdf").display());
    Ok(())
}
