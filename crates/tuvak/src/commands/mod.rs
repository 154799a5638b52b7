//! One file per command.

mod certificate;
mod check;
mod demand;
mod explore;
mod import;
mod package;
mod plan;
mod reach;
mod reference;
mod shares;
mod siting;
mod travel;
mod verify;

use crate::cli::{Request, Task};
use crate::say::{End, Voice};
use domain::plan::SCHEMA;
use domain::{Message, Plan, Region};
use std::io::{Error, ErrorKind};
use std::path::Path;

/// Does what was asked for.
pub fn run(request: &Request) -> End {
    let voice = Voice::new(request.lang, request.json, request.verbose);
    let end = match &request.task {
        Task::Check { dir } => check::run(&voice, dir),
        Task::Plan(task) => plan::run(&voice, task),
        Task::Verify {
            plan,
            dir: Some(dir),
            deep,
            certificate,
        } => verify::run(&voice, &plan.path, dir, *deep, certificate.as_deref()),
        Task::Verify {
            plan: problem,
            certificate,
            ..
        } => certificate::run(&voice, problem, certificate.as_deref()),
        Task::Reach { dir, plan } => reach::run(&voice, dir, plan.as_deref()),
        Task::Demand { dir } => demand::run(&voice, dir),
        Task::Explore(task) => explore::run(&voice, task),
        Task::Shares(task) => shares::run(&voice, task),
        Task::Siting(task) => siting::run(&voice, task),
        Task::Travel(task) => travel::run(&voice, task),
        Task::Import {
            kind,
            file,
            into,
            mapping,
            show_mapping,
        } => import::run(
            &voice,
            kind,
            file.as_deref(),
            into.as_deref(),
            mapping.as_deref(),
            *show_mapping,
        ),
        Task::Reference { page } => reference::run(&voice, page),
    };
    end.unwrap_or_else(|end| end)
}

/// Reads and checks a package; its faults are told here.
fn read_package(voice: &Voice, dir: &Path) -> Result<Region, End> {
    package::read(voice, dir).map(|package| package.region)
}

/// The same without travel times on its roads, for what does not ask how far
/// anything is.
fn read_tables(voice: &Voice, dir: &Path) -> Result<Region, End> {
    let checked = dataset::check(dir);
    match checked.region {
        Some(region) => Ok(region),
        None => Err(check::tell_faults(voice, dir, &checked)),
    }
}

/// Reads an internal plan; what is wrong with it is told here.
fn read_plan(voice: &Voice, file: &Path) -> Result<Plan, End> {
    let name = file.display().to_string();
    let text = std::fs::read_to_string(file).map_err(|error| {
        let message = Message::new("cli-cannot-read")
            .with("file", name.as_str())
            .with("why", cause(voice, &error));
        voice.refuse(&message, End::Faults)
    })?;
    let not_a_plan = |why: String| {
        let message = Message::new("cli-not-a-plan")
            .with("file", name.as_str())
            .with("why", why);
        voice.refuse(&message, End::Faults)
    };
    let value: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| not_a_plan(error.to_string()))?;
    match value.get("schema").and_then(serde_json::Value::as_str) {
        Some(SCHEMA) => {}
        Some(schema) if schema == disclosure::PUBLIC_SCHEMA => {
            let message = Message::new("cli-public-plan").with("file", name.as_str());
            return Err(voice.refuse(&message, End::Faults));
        }
        other => {
            return Err(not_a_plan(format!(
                "schema {:?}",
                other.unwrap_or_default()
            )));
        }
    }
    serde_json::from_value(value).map_err(|error| not_a_plan(error.to_string()))
}

/// Writes a file and its folder; what goes wrong is told here.
fn write_file(voice: &Voice, file: &Path, content: &[u8]) -> Result<(), End> {
    let folder = file.parent().unwrap_or_else(|| Path::new(""));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(file, content))
        .map_err(|error| cannot_write(voice, file, &error))
}

/// Tells that a file or folder cannot be written.
fn cannot_write(voice: &Voice, file: &Path, error: &Error) -> End {
    let message = Message::new("cli-cannot-write")
        .with("file", file.display().to_string())
        .with("why", cause(voice, error));
    voice.refuse(&message, End::Faults)
}

/// Why the system refuses, in the language of the reader where the kind is known.
fn cause(voice: &Voice, error: &Error) -> String {
    let key = match error.kind() {
        ErrorKind::NotFound => "cli-cause-not-found",
        ErrorKind::PermissionDenied => "cli-cause-denied",
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => "cli-cause-in-the-way",
        ErrorKind::IsADirectory => "cli-cause-folder",
        ErrorKind::InvalidData => "cli-cause-not-text",
        ErrorKind::StorageFull => "cli-cause-full",
        _ => return error.to_string(),
    };
    voice.texts.get(key)
}
