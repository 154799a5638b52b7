//! Progress for people: best, bound and gap of a search, as it goes; and the
//! wish to stop it (Ctrl-C), which keeps the best plan so far.

use crate::say::Voice;
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

/// Shows progress on stderr: one line that changes on a terminal, a line now
/// and then elsewhere.
pub struct Show<'v> {
    voice: &'v Voice,
    last: Option<Instant>,
    open_line: bool,
}

impl<'v> Show<'v> {
    /// A display for a voice.
    pub fn new(voice: &'v Voice) -> Self {
        Self {
            voice,
            last: None,
            open_line: false,
        }
    }

    /// Shows how far a stage has come and says whether to go on.
    pub fn update(&mut self, stage: &str, progress: &Progress) -> Control {
        let terminal = std::io::stderr().is_terminal();
        let pause = Duration::from_millis(if terminal { 200 } else { 5000 });
        if self.last.is_none_or(|last| last.elapsed() >= pause) {
            self.last = Some(Instant::now());
            let texts = &self.voice.texts;
            let line = texts.say(&line(texts, stage, progress));
            if terminal {
                eprint!("\r\x1b[2K{line}");
                let _ = std::io::stderr().flush();
                self.open_line = true;
            } else {
                eprintln!("{line}");
            }
        }
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

impl Drop for Show<'_> {
    fn drop(&mut self) {
        if self.open_line {
            eprintln!();
        }
    }
}
