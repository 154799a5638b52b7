//! `tuvak reference PAGE` (hidden): pages of the documentation that the program
//! writes about itself, so that they never drift.

use crate::cli;
use crate::say::{self, End, Voice};
use clap::Command;

/// Prints a page in Markdown.
pub fn run(voice: &Voice, page: &str) -> Result<End, End> {
    match page {
        "data" => say::print(&dataset::dictionary(voice.texts.lang())),
        _ => say::print(&command_line(voice)),
    }
    Ok(End::Done)
}

fn command_line(voice: &Voice) -> String {
    let mut root = cli::command(&voice.texts).term_width(100);
    root.build();
    let mut page = format!(
        "# {}\n\n```\n{}```\n",
        voice.texts.get("cli-help-page"),
        tidy(&root.render_help().to_string())
    );
    chapters(&mut page, &mut root, "tuvak");
    page
}

/// A chapter for each command, those of its own commands after it.
fn chapters(page: &mut String, command: &mut Command, path: &str) {
    let shown = |sub: &&mut Command| !sub.is_hide_set();
    for sub in command.get_subcommands_mut().filter(shown) {
        let path = format!("{path} {}", sub.get_name());
        let help = tidy(&sub.render_help().to_string());
        page.push_str(&format!("\n## {path}\n\n```\n{help}```\n"));
        chapters(page, sub, &path);
    }
}

/// The text without spaces at line ends.
fn tidy(text: &str) -> String {
    text.lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}
