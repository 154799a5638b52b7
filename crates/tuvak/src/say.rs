//! How a command speaks and ends.

use domain::{Lang, Message};
use serde_json::Value;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;
use texts::Texts;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Done, and the gap reached.
    Done,
    /// The input has faults.
    Faults,
    /// The command line was wrong.
    Usage,
    /// No plan respects all conditions.
    Infeasible,
    /// A plan was written, but its gap is larger than asked.
    GapOpen,
    /// The search ended before any plan was found, and before it was known that there is none.
    NothingFound,
    /// Stopped by hand before there was anything to write.
    Stopped,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        Self::from(match end {
            End::Done => 0,
            End::Faults => 1,
            End::Usage => 2,
            End::Infeasible => 3,
            End::GapOpen => 4,
            End::NothingFound => 5,
            // As shells have it: 128 and the number of the signal.
            End::Stopped => 130,
        })
    }
}

/// A line for people. Whoever listens may have gone: then there is nobody to tell, and what is
/// done goes on.
pub fn tell(line: &str) {
    let _ = writeln!(stderr(), "{line}");
}

/// Text on stdout, likewise.
pub fn print(text: &str) {
    let _ = stdout().write_all(text.as_bytes());
    let _ = stdout().flush();
}

/// Where a command speaks: people's words to stderr, one object to stdout.
pub struct Voice {
    /// The texts of the language asked for.
    pub texts: Texts,
    /// Whether one object is printed on stdout.
    pub json: bool,
    /// Whether seconds and memory of each stage are told.
    pub verbose: bool,
}

impl Voice {
    /// A voice in a language.
    pub fn new(lang: Lang, json: bool, verbose: bool) -> Self {
        Self {
            texts: Texts::new(lang),
            json,
            verbose,
        }
    }

    /// Says a message to people.
    pub fn say(&self, message: &Message) {
        tell(&self.texts.say(message));
    }

    /// Says text to people.
    pub fn text(&self, text: &str) {
        tell(text);
    }

    /// Prints the object, if one is asked for.
    pub fn object(&self, object: &Value) {
        if self.json {
            print(&format!("{object}\n"));
        }
    }

    /// Says why a command cannot go on, in people's words or as the object.
    pub fn refuse(&self, message: &Message, end: End) -> End {
        self.say(message);
        self.object(&serde_json::json!({ "error": self.texts.say(message) }));
        end
    }
}
