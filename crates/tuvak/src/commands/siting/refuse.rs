//! Why a file is not read, in people's words.

use crate::say::{End, Voice};
use ::siting::formats::instance::{self, Fault, Kind, MOST, SCHEMA, What};
use ::siting::formats::{Expected, FormatError, Found};
use domain::Message;
use serde_json::json;
use std::path::Path;

/// Tells all that is wrong with a file or its options.
pub fn refuse(voice: &Voice, file: &Path, error: &FormatError) -> End {
    let file = file.display().to_string();
    let of_file = |key: &str| Message::new(key).with("file", file.as_str());
    let (messages, end) = match error {
        FormatError::Unfit { choice, format } => {
            let message = Message::new("format-unfit")
                .with("option", choice.to_string())
                .with("format", format.name());
            (vec![message], End::Usage)
        }
        FormatError::Needed { choice } => {
            let message = Message::new("format-needed").with("option", choice.to_string());
            (vec![message], End::Usage)
        }
        FormatError::Line {
            line,
            expected: what,
            found,
        } => {
            let found = match found {
                Found::Word(word) => voice
                    .texts
                    .say(&Message::new("format-kind-text").with("text", word.as_str())),
                Found::End => voice.texts.get("format-end-of-file"),
                Found::Else => voice.texts.get("format-something-else"),
            };
            let message = of_file("format-line")
                .with("line", line.to_string())
                .with("expected", voice.texts.say(&expected(*what)))
                .with("found", found);
            (vec![message], End::Faults)
        }
        FormatError::Sum => {
            let message = of_file("format-sum").with("most", MOST);
            (vec![message], End::Faults)
        }
        FormatError::Decimals(most) => {
            let message = of_file("format-decimals").with("most", *most);
            (vec![message], End::Faults)
        }
        FormatError::Arcs(most) => {
            let message = of_file("format-arcs").with("most", *most);
            (vec![message], End::Faults)
        }
        FormatError::Faults(faults) => {
            let tell = |fault: &Fault| {
                of_file("format-fault")
                    .with("path", fault.path.as_str())
                    .with("what", voice.texts.say(&what(voice, &fault.what)))
            };
            (faults.iter().map(tell).collect(), End::Faults)
        }
    };
    let said: Vec<String> = messages
        .iter()
        .map(|message| voice.texts.say(message))
        .collect();
    for line in &said {
        voice.text(line);
    }
    voice.object(&json!({ "error": said.join("\n") }));
    end
}

fn expected(expected: Expected) -> Message {
    let of = |key: &str| Message::new(key);
    match expected {
        Expected::Count => of("format-expected-count"),
        Expected::Numbers(count) => of("format-expected-numbers").with("count", count),
        Expected::UpTo(most) => of("format-expected-up-to").with("count", most),
        Expected::Number => of("format-expected-number"),
        Expected::Amount => of("format-expected-amount"),
        Expected::Whole => of("format-expected-whole"),
        Expected::Capacity => of("format-expected-capacity"),
        Expected::SiteOrCustomer => of("format-expected-site-or-customer"),
        Expected::PointOrEdge => of("format-expected-point-or-edge"),
        Expected::Rows(count) => of("format-expected-rows").with("count", count),
        Expected::Header => of("format-expected-header"),
        Expected::End => of("format-expected-end"),
    }
}

fn what(voice: &Voice, what: &What) -> Message {
    let of = |key: &str| Message::new(key);
    match what {
        What::Syntax(why) => of("format-syntax").with("why", why.as_str()),
        What::Missing => of("format-missing"),
        What::Unknown => of("format-unknown"),
        What::Twice => of("format-twice"),
        What::Kind { expected, found } => of("format-kind")
            .with("expected", voice.texts.say(&kind(*expected)))
            .with(
                "found",
                match found {
                    instance::Found::Text(text) => text.clone(),
                    instance::Found::List => voice.texts.get("format-kind-list"),
                    instance::Found::Fields => voice.texts.get("format-kind-fields"),
                },
            ),
        What::Range { least, most, found } => of("format-range")
            .with("least", *least)
            .with("most", *most)
            .with("found", found.as_str()),
        What::Index { list, count, found } => of("format-index")
            .with("list", *list)
            .with("count", *count)
            .with("found", found.to_string()),
        What::Order => of("format-order"),
        What::Empty => of("format-empty"),
        What::Either => of("format-either"),
        What::NotOfOneSite => of("format-not-of-one-site"),
        What::OnwardDemand => of("format-onward-demand"),
        What::OnwardTwice => of("format-onward-twice"),
        What::Sum => of("format-too-much").with("most", MOST),
    }
}

fn kind(kind: Kind) -> Message {
    let of = |key: &str| Message::new(key);
    match kind {
        Kind::Whole => of("format-kind-whole"),
        Kind::Truth => of("format-kind-truth"),
        Kind::List => of("format-kind-list"),
        Kind::Row(count) => of("format-kind-row").with("count", count),
        Kind::Fields => of("format-kind-fields"),
        Kind::Schema => of("format-kind-text").with("text", SCHEMA),
        Kind::Text(text) => of("format-kind-text").with("text", text),
        Kind::Count => of("format-kind-count"),
        Kind::Amount => of("format-kind-amount"),
        Kind::Amounts(count) => of("format-kind-amounts").with("count", count),
        Kind::Rows(count) => of("format-kind-rows").with("count", count),
    }
}
