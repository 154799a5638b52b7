//! What is wrong with a package, and how to mend it.

use domain::{Arg, Message};

/// Something wrong (or, as a note, something odd that was understood all the
/// same). People read it as `file:line:column: what; how to mend it`.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The file's name; empty for the folder.
    pub file: String,
    /// The line in the file, counted from 1 with the header; 0 for the file as a whole.
    pub line: u32,
    /// The column's name, or the path of a TOML key; empty for the whole line.
    pub column: String,
    /// What is wrong.
    pub what: Message,
    /// How to mend it; for a note what was understood.
    pub remedy: Message,
}

impl Fault {
    /// A fault of a kind: its words are `fault-<kind>` and `mend-<kind>`.
    pub fn new(kind: &str, at: At<'_>) -> Self {
        Self {
            file: at.file.to_owned(),
            line: at.line,
            column: at.column.to_owned(),
            what: Message::new(&format!("fault-{kind}")),
            remedy: Message::new(&format!("mend-{kind}")),
        }
    }

    /// The same fault with an argument for both of its messages.
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        let value = value.into();
        match &value {
            Arg::Number(number) => {
                self.what = self.what.with(name, *number);
                self.remedy = self.remedy.with(name, *number);
            }
            Arg::Text(text) => {
                self.what = self.what.with(name, text.as_str());
                self.remedy = self.remedy.with(name, text.as_str());
            }
        }
        self
    }

    /// A fault about a name that nobody knows: of the `near` kind when a known
    /// name resembles it.
    pub fn unknown<'a>(
        kind: &str,
        at: At<'_>,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        match nearest(name, known) {
            Some(near) => Self::new(&format!("{kind}-near"), at)
                .with("value", name)
                .with("near", near),
            None => Self::new(kind, at).with("value", name),
        }
    }
}

/// Where in the package something stands.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// The file's name.
    pub file: &'a str,
    /// The line, counted from 1 with the header; 0 for the file as a whole.
    pub line: u32,
    /// The column's name; empty for the whole line.
    pub column: &'a str,
}

impl<'a> At<'a> {
    /// A file as a whole.
    pub fn file(file: &'a str) -> Self {
        Self {
            file,
            line: 0,
            column: "",
        }
    }

    /// A line of it.
    pub fn line(self, line: u32) -> Self {
        Self { line, ..self }
    }

    /// A column in it.
    pub fn column(self, column: &'a str) -> Self {
        Self { column, ..self }
    }
}

/// Faults and notes as they are found.
#[derive(Debug, Default)]
pub(crate) struct Log {
    pub faults: Vec<Fault>,
    pub notes: Vec<Fault>,
}

impl Log {
    pub fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    pub fn note(&mut self, note: Fault) {
        self.notes.push(note);
    }
}

/// The known name that resembles another most, if any does.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const ALIKE: f64 = 0.75;
    let name = name.to_lowercase();
    known
        .into_iter()
        .map(|candidate| {
            (
                strsim::jaro_winkler(&name, &candidate.to_lowercase()),
                candidate,
            )
        })
        .filter(|(likeness, _)| *likeness >= ALIKE)
        // The first of those that are equally alike, so that the answer is stable.
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_suggested_and_a_stranger_is_not() {
        assert_eq!(
            nearest("DAC_X", ["RESPITE", "DAC_FT", "HOME"]),
            Some("DAC_FT")
        );
        assert_eq!(nearest("Place", ["place", "places"]), Some("place"));
        assert_eq!(nearest("qqq", ["place", "territory"]), None);
    }
}
