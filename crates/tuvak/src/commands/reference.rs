//! `tuvak reference PAGE` (hidden): pages of the documentation that the program
//! writes about itself, so that they never drift.

use crate::cli;
use crate::say::{End, Voice};

/// Prints a page in Markdown.
pub fn run(voice: &Voice, page: &str) -> Result<End, End> {
    match page {
        "data" => print!("{}", dataset::dictionary(voice.texts.lang())),
        _ => print!("{}", command_line(voice)),
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
    for sub in root.get_subcommands_mut().filter(|sub| !sub.is_hide_set()) {
        let help = tidy(&sub.render_help().to_string());
        page.push_str(&format!(
            "\n## tuvak {}\n\n```\n{help}```\n",
            sub.get_name()
        ));
    }
    page
}

/// The text without spaces at line ends.
fn tidy(text: &str) -> String {
    text.lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}
