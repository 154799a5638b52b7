//! `tuvak verify --certificate CERT INSTANCE.json`: a bound on an instance of siting,
//! by its certificate alone.

use super::cause;
use crate::memory::Stages;
use crate::say::{End, Voice};
use certificate::{Refusal, Verdict};
use domain::Message;
use serde_json::json;
use siting::formats::instance::{from_json, to_json};
use siting::instance::Instance;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// Checks a certificate against an instance and tells what it proves.
pub fn run(voice: &Voice, instance: &Path, file: Option<&Path>) -> Result<End, End> {
    let mut stages = Stages::start();
    let text = std::fs::read(instance).map_err(|error| cannot_read(voice, instance, &error))?;
    let instance = from_json(&text).map_err(|faults| {
        let message = Message::new("cli-not-an-instance")
            .with("file", instance.display().to_string())
            .with(
                "why",
                faults.first().map_or_else(String::new, ToString::to_string),
            );
        voice.refuse(&message, End::Faults)
    })?;
    stages.end("read");
    let verdict = of_instance(voice, file.unwrap_or_else(|| Path::new("")), &instance)?;
    stages.end("certificate");
    let end = match &verdict {
        Err(why) => {
            voice.say(why);
            voice.object(&json!({ "holds": false, "error": voice.texts.say(why) }));
            End::Faults
        }
        Ok(verdict) => {
            let message = match verdict.bound {
                Some(bound) => Message::new("cli-certificate-holds").with("bound", bound),
                None => Message::new("cli-certificate-impossible"),
            };
            voice.say(&message.with("nodes", verdict.nodes));
            voice.object(&json!({ "holds": true, "bound": verdict.bound, "nodes": verdict.nodes }));
            End::Done
        }
    };
    stages.tell(voice);
    Ok(end)
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
