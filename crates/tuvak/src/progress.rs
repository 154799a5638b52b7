//! Progress for people: best, bound and gap of a search, as it goes; and the
//! wish to stop it (Ctrl-C), which keeps the best plan so far.

use crate::say::{self, Voice};
use ::travel::{Stage, Watch};
use domain::{Cents, Message};
use siting::solver::{Control, Progress};
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

static STOP: AtomicBool = AtomicBool::new(false);

/// Lets Ctrl-C end the search instead of the program; the second one ends the
/// program.
pub fn listen() {
    // Where no handler can be set, Ctrl-C ends the program as usual.
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
    });
}

/// Whether somebody asked to stop.
pub fn stopped() -> bool {
    STOP.load(Ordering::SeqCst)
}

/// A line on stderr that changes on a terminal; elsewhere a line now and then.
struct Line {
    last: Option<Instant>,
    is_open: bool,
}

impl Line {
    fn show(&mut self, text: impl FnOnce() -> String) {
        let terminal = std::io::stderr().is_terminal();
        let pause = Duration::from_millis(if terminal { 200 } else { 5000 });
        if self.last.is_some_and(|last| last.elapsed() < pause) {
            return;
        }
        self.last = Some(Instant::now());
        if terminal {
            let _ = write!(std::io::stderr(), "\r\x1b[2K{}", text());
            let _ = std::io::stderr().flush();
            self.is_open = true;
        } else {
            say::tell(&text());
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if self.is_open {
            say::tell("");
        }
    }
}

/// Shows the progress of travel times once they take more than a second.
pub struct Gauge<'v> {
    voice: &'v Voice,
    begun: Instant,
    line: Line,
}

impl<'v> Gauge<'v> {
    /// A display for a voice.
    pub fn new(voice: &'v Voice) -> Self {
        Self {
            voice,
            begun: Instant::now(),
            line: Line {
                last: None,
                is_open: false,
            },
        }
    }
}

impl Watch for Gauge<'_> {
    fn at(&mut self, stage: Stage, share: f64) -> bool {
        if self.begun.elapsed() >= Duration::from_secs(1) {
            let texts = &self.voice.texts;
            self.line.show(|| {
                let stage = texts.get(&format!("travel-stage-{}", stage.name()));
                texts.say(
                    &Message::new("travel-progress")
                        .with("stage", stage)
                        .with("share", (share * 100.0).floor()),
                )
            });
        }
        !stopped()
    }
}

/// Shows how much of something is done once it takes more than a second.
pub struct Count<'v> {
    voice: &'v Voice,
    begun: Instant,
    line: Line,
}

impl<'v> Count<'v> {
    /// A display for a voice.
    pub fn new(voice: &'v Voice) -> Self {
        Self {
            voice,
            begun: Instant::now(),
            line: Line {
                last: None,
                is_open: false,
            },
        }
    }

    /// Shows it and says whether to go on.
    pub fn update(&mut self, done: impl FnOnce() -> Message) -> Control {
        if self.begun.elapsed() >= Duration::from_secs(1) {
            self.line.show(|| self.voice.texts.say(&done()));
        }
        if stopped() {
            Control::Stop
        } else {
            Control::Continue
        }
    }
}

/// Shows the progress of a search.
pub struct Show<'v> {
    voice: &'v Voice,
    line: Line,
}

impl<'v> Show<'v> {
    /// A display for a voice.
    pub fn new(voice: &'v Voice) -> Self {
        Self {
            voice,
            line: Line {
                last: None,
                is_open: false,
            },
        }
    }

    /// Shows how far a stage has come and says whether to go on.
    pub fn update(&mut self, stage: &str, progress: &Progress) -> Control {
        let texts = &self.voice.texts;
        self.say(|| line(texts, stage, progress))
    }

    /// Shows what is known so far and says whether to go on.
    pub fn say(&mut self, known: impl FnOnce() -> Message) -> Control {
        let texts = &self.voice.texts;
        self.line.show(|| texts.say(&known()));
        if stopped() {
            Control::Stop
        } else {
            Control::Continue
        }
    }
}

/// What is known so far: nothing, a plan, or a plan and a bound.
fn line(texts: &texts::Texts, stage: &str, progress: &Progress) -> Message {
    let message = match (progress.best, progress.bound) {
        (Some(best), Some(bound)) => Message::new("cli-progress")
            .with("best", texts.eur(Cents(best)))
            .with("bound", texts.eur(Cents(bound)))
            .with(
                "gap",
                texts.number(progress.gap().unwrap_or_default() * 100.0, 2),
            ),
        (Some(best), None) => {
            Message::new("cli-progress-unproven").with("best", texts.eur(Cents(best)))
        }
        (None, _) => Message::new("cli-progress-nothing"),
    };
    message
        .with("stage", stage)
        .with("seconds", progress.seconds.round())
}
