//! `tuvak verify --certificate CERT --format FORMAT FILE`: a bound on a location problem, by its
//! certificate alone.

use super::cause;
use super::siting::{number, stated};
use crate::cli::SitingFile;
use crate::memory::Stages;
use crate::say::{End, Voice};
use certificate::{Refusal, Verdict};
use domain::Message;
use serde_json::{Value, json};
use siting::formats::Format;
use siting::formats::instance::to_json;
use siting::instance::Instance;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// Checks a certificate against a problem and tells what it proves.
pub fn run(voice: &Voice, of: &SitingFile, file: Option<&Path>) -> Result<End, End> {
    let mut stages = Stages::start();
    if of.format == Format::Instance && is_plan(&of.path) {
        let message =
            Message::new("cli-certificate-of-plan").with("file", of.path.display().to_string());
        return Err(voice.refuse(&message, End::Usage));
    }
    let stated = stated(voice, of)?;
    stages.end("read");
    let file = file.unwrap_or_else(|| Path::new(""));
    let verdict = of_instance(voice, file, &stated.instance)?;
    stages.end("certificate");
    let end = match &verdict {
        Err(why) => {
            voice.say(why);
            voice.object(&json!({ "holds": false, "error": voice.texts.say(why) }));
            End::Faults
        }
        Ok(verdict) => {
            let message = match verdict.bound {
                Some(bound) => Message::new("cli-certificate-holds")
                    .with("bound", number(voice, stated.objective(bound))),
                None => Message::new("cli-certificate-impossible"),
            };
            voice.say(&message.with("nodes", verdict.nodes));
            voice.object(&json!({ "holds": true, "bound": verdict.bound.map(|bound| stated.objective(bound)), "nodes": verdict.nodes }));
            End::Done
        }
    };
    stages.tell(voice);
    Ok(end)
}

/// Whether a file is a plan rather than a problem.
fn is_plan(file: &Path) -> bool {
    let text = std::fs::read(file).unwrap_or_default();
    let value: Result<Value, _> = serde_json::from_slice(&text);
    value.is_ok_and(|value| {
        let schema = value.get("schema").and_then(Value::as_str).unwrap_or("");
        schema.starts_with("tuvak-plan/") || schema == disclosure::PUBLIC_SCHEMA
    })
}

/// What a certificate proves of an instance, or why it proves nothing.
pub fn of_instance(
    voice: &Voice,
    file: &Path,
    instance: &Instance,
) -> Result<Result<Verdict, Message>, End> {
    let certificate = File::open(file).map_err(|error| cannot_read(voice, file, &error))?;
    let json = to_json(instance);
    Ok(certificate::check(json.as_bytes(), BufReader::new(certificate)).map_err(words))
}

fn cannot_read(voice: &Voice, file: &Path, error: &std::io::Error) -> End {
    let message = Message::new("cli-cannot-read")
        .with("file", file.display().to_string())
        .with("why", cause(voice, error));
    voice.refuse(&message, End::Faults)
}

/// A refusal in words.
fn words(refusal: Refusal) -> Message {
    match refusal {
        Refusal::Instance => Message::new("cli-certificate-instance"),
        Refusal::Json(error) if error.is_eof() => Message::new("cli-certificate-ends"),
        Refusal::Json(error) => {
            Message::new("cli-certificate-unread").with("why", error.to_string())
        }
        Refusal::Fingerprint(told, found) => Message::new("cli-certificate-fingerprint")
            .with("told", told)
            .with("found", found),
        Refusal::Header(why) => Message::new("cli-certificate-header").with("why", why),
        Refusal::Node(node, why) => Message::new("cli-certificate-node")
            .with("node", node)
            .with("why", why),
        Refusal::Claim(claimed, proven) => Message::new("cli-certificate-claim")
            .with(
                "claimed",
                claimed.map_or("–".to_owned(), |bound| bound.to_string()),
            )
            .with(
                "proven",
                proven.map_or("–".to_owned(), |bound| bound.to_string()),
            ),
    }
}
