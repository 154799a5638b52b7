//! Sets up what a fresh machine lacks. Building the program takes Rust and a C compiler;
//! tests and benches also take cmake and libclang, which build the solver HiGHS, the oracle. They
//! come as Python wheels into a folder of the user's cache, so no administrator is needed and
//! nothing of the machine changes.

use crate::{Outcome, root, run};
use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Pinned, so that every machine builds with the same tools.
const WHEELS: &[&str] = &["cmake==4.1.2", "libclang==18.1.1"];

const REMEDY: &str = "cmake and libclang are missing and could not be set up; install them, for example: apt-get install cmake libclang-dev";

/// The folder that is kept between runs: build results and tools.
pub fn cache() -> PathBuf {
    let home = || env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(home)
        .unwrap_or_else(|| root().join("target"))
        .join("tuvak")
}

/// Environment variables with which the program builds here.
fn plain() -> Vec<(String, String)> {
    match env::var_os("CARGO_TARGET_DIR") {
        None => vec![("CARGO_TARGET_DIR".to_owned(), text(&kept_target()))],
        Some(_) => Vec::new(),
    }
}

/// Environment variables with which the whole workspace builds here, HiGHS with it.
pub fn environment() -> Result<Vec<(String, String)>, String> {
    let mut variables = plain();
    if has_cmake() && has_libclang() {
        return Ok(variables);
    }
    let tools = cache().join("tools");
    let bin = tools.join("bin");
    if !bin.join("cmake").exists() {
        install(&tools).map_err(|why| format!("{REMEDY} ({why})"))?;
    }
    let clang = output(Command::new(bin.join("python")).args([
        "-c",
        "import clang, pathlib; print(pathlib.Path(clang.__file__).parent / 'native')",
    ]))
    .ok_or(REMEDY)?;
    let path = env::var("PATH").unwrap_or_default();
    variables.push(("PATH".to_owned(), format!("{}:{path}", text(&bin))));
    variables.push(("LIBCLANG_PATH".to_owned(), clang));
    // The wheel has the library without the compiler's own headers.
    if let Some(include) = output(Command::new("cc").arg("-print-file-name=include")) {
        variables.push((
            "BINDGEN_EXTRA_CLANG_ARGS".to_owned(),
            format!("-I{include}"),
        ));
    }
    Ok(variables)
}

/// `cargo` with the environment of the whole workspace, in the project's folder.
pub fn cargo() -> Result<Command, String> {
    Ok(cargo_with(environment()?))
}

fn cargo_with(variables: Vec<(String, String)>) -> Command {
    let mut command = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    command.current_dir(root()).envs(variables);
    command
}

/// Builds the binary and says where it is. It is built together with the tests of all but the
/// oracle: the same selection means the same features, so nothing heavy is built twice.
pub fn tuvak() -> Result<PathBuf, String> {
    eprintln!(
        "building tuvak (the first time takes some ten minutes: the typesetter is built too)"
    );
    let mut cargo = cargo_with(plain());
    cargo.args(["build", "--quiet", "--workspace", "--exclude", "oracle"]);
    run(cargo.args(["--tests", "--bins"]))?;
    Ok(target_dir()?.join("debug").join("tuvak"))
}

/// The folder of build results.
pub fn target_dir() -> Result<PathBuf, String> {
    Ok(env::var_os("CARGO_TARGET_DIR").map_or_else(kept_target, PathBuf::from))
}

/// The folder of build results in the user's cache. Each checkout has its own: cargo takes
/// what another checkout built for fresh, and the paths in it would be those of the other.
fn kept_target() -> PathBuf {
    let mut hasher = DefaultHasher::new();
    root().hash(&mut hasher);
    cache()
        .join("target")
        .join(format!("{:016x}", hasher.finish()))
}

/// Prints the environment as shell commands.
pub fn print_env() -> Outcome {
    for (name, value) in environment()? {
        println!("export {name}='{value}'");
    }
    Ok(())
}

fn install(tools: &Path) -> Outcome {
    eprintln!("setting up cmake and libclang in {}", tools.display());
    run(Command::new("python3").args(["-m", "venv"]).arg(tools))?;
    run(Command::new(tools.join("bin").join("pip"))
        .args(["install", "--quiet", "--disable-pip-version-check"])
        .args(WHEELS))
}

fn has_cmake() -> bool {
    output(Command::new("cmake").arg("--version")).is_some()
}

fn has_libclang() -> bool {
    env::var_os("LIBCLANG_PATH").is_some()
        || output(Command::new("ldconfig").arg("-p")).is_some_and(|list| list.contains("libclang"))
        || output(Command::new("llvm-config").arg("--libdir")).is_some()
}

fn output(command: &mut Command) -> Option<String> {
    let output = command
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.trim().to_owned())
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
