//! Sets of tags, interned: the relevant tags of a way or node as one line of text.

use std::collections::HashMap;

/// Key of the pseudo-tag that holds the length in decimetres of a way with a `duration`.
pub(crate) const WAY_DM: &str = "tuvak:dm";
const BETWEEN: char = '\t';

/// The tags of one way or node.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tags<'t>(Vec<(&'t str, &'t str)>);

impl<'t> Tags<'t> {
    /// Tags from the line that [`line`] makes.
    pub fn parse(line: &'t str) -> Self {
        Self(
            line.split(BETWEEN)
                .filter_map(|tag| tag.split_once('='))
                .collect(),
        )
    }

    pub fn get(&self, key: &str) -> Option<&'t str> {
        self.0.iter().find(|(k, _)| *k == key).map(|(_, v)| *v)
    }

    /// The value of `key:suffix`.
    pub fn suffixed(&self, key: &str, suffix: &str) -> Option<&'t str> {
        self.0
            .iter()
            .find(|(k, _)| {
                k.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')) == Some(suffix)
            })
            .map(|(_, v)| *v)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&'t str, &'t str)> + '_ {
        self.0.iter().copied()
    }
}

/// Tags as one line, sorted by key; control characters in values become blanks.
pub(crate) fn line<'t>(tags: impl Iterator<Item = (&'t str, &'t str)>) -> String {
    let mut tags: Vec<(&str, &str)> = tags.filter(|(k, _)| !k.contains('=')).collect();
    tags.sort_unstable();
    tags.dedup_by_key(|(k, _)| *k);
    let mut line = String::new();
    for (key, value) in tags {
        if !line.is_empty() {
            line.push(BETWEEN);
        }
        line.push_str(key);
        line.push('=');
        line.extend(value.chars().map(|c| if c.is_control() { ' ' } else { c }));
    }
    line
}

/// Lines of tags by number, in the order in which they were first seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kinds {
    lines: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Kinds {
    pub fn number(&mut self, line: &str) -> u32 {
        if let Some(number) = self.numbers.get(line) {
            return *number;
        }
        let number = self.lines.len() as u32;
        self.lines.push(line.to_owned());
        self.numbers.insert(line.to_owned(), number);
        number
    }

    pub fn lines(&self) -> &[String] {
        &self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_back_its_tags() {
        let text = line(
            [
                ("maxspeed", "50"),
                ("highway", "primary"),
                ("maxspeed:forward", "a=b\tc"),
            ]
            .into_iter(),
        );
        let tags = Tags::parse(&text);
        assert_eq!(tags.get("highway"), Some("primary"));
        assert_eq!(tags.suffixed("maxspeed", "forward"), Some("a=b c"));
        assert_eq!(tags.get("surface"), None);
    }
}
