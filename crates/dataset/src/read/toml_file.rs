//! TOML files, held to the keys that the schema declares.

use super::cell::{self, unknown_word};
use super::decode::line_at;
use crate::fault::{At, Fault, Log};
use crate::schema::{Column, Kind};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where each key of a file stands: path such as `locks[0].service` → line.
pub type Lines = BTreeMap<String, u32>;

/// Tells every key that is unknown, missing or of the wrong kind; gives the
/// lines of the keys, or `None` when the file has faults.
pub fn check(file: &str, text: &str, keys: &[Column], log: &mut Log) -> Option<Lines> {
    let before = log.faults.len();
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut told = 0;
    for error in &errors {
        let line = error
            .span()
            .map_or(0, |span| line_at(text.as_bytes(), span.start));
        // What follows on the same line is mostly the same slip.
        if line != told {
            log.fault(
                Fault::new("toml-syntax", At::file(file).line(line))
                    .with("detail", error.message()),
            );
        }
        told = line;
    }
    let mut walk = Walk {
        file,
        text,
        keys,
        lines: Lines::new(),
        log,
    };
    if errors.is_empty() {
        walk.table(document.get_ref(), "", "", 0);
    }
    let lines = walk.lines;
    (log.faults.len() == before).then_some(lines)
}

struct Walk<'a> {
    file: &'a str,
    text: &'a str,
    keys: &'a [Column],
    lines: Lines,
    log: &'a mut Log,
}

impl Walk<'_> {
    /// Checks a table. `pattern` is its path in the schema, `path` the one in
    /// the file.
    fn table(&mut self, table: &DeTable<'_>, pattern: &str, path: &str, line: u32) {
        for (key, value) in table {
            let name: &str = key.get_ref();
            let line = line_at(self.text.as_bytes(), key.span().start);
            let (inner_pattern, inner_path) = (format!("{pattern}{name}"), format!("{path}{name}"));
            self.lines.insert(inner_path.clone(), line);
            self.key(name, value, pattern, &inner_pattern, &inner_path, line);
        }
        for column in self.keys.iter().filter(|column| column.required) {
            let Some(name) = column.name.strip_prefix(pattern) else {
                continue;
            };
            if !name.contains(['.', '[']) && !table.contains_key(name) {
                let missing = format!("{path}{name}");
                self.log.fault(Fault::new(
                    "missing-key",
                    At::file(self.file).line(line).column(&missing),
                ));
            }
        }
    }

    fn key(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        pattern: &str,
        inner: &str,
        path: &str,
        line: u32,
    ) {
        let file = self.file;
        let at = At::file(file).line(line).column(path);
        let keys = self.keys;
        let below = |suffix: &str| {
            keys.iter()
                .any(|column| column.name.starts_with(&format!("{inner}{suffix}")))
        };
        let leaf = |name: &str| keys.iter().find(|column| column.name == name);
        if let Some(column) = leaf(inner).or_else(|| leaf(&format!("{pattern}*"))) {
            if let Err(fault) = leaf_value(column, value.get_ref(), at) {
                self.log.fault(*fault);
            }
        } else if below("[].") {
            match value.get_ref() {
                DeValue::Array(elements) => {
                    for (i, element) in elements.iter().enumerate() {
                        let path = format!("{path}[{i}]");
                        let line = line_at(self.text.as_bytes(), element.span().start);
                        match element.get_ref() {
                            DeValue::Table(table) => {
                                self.lines.insert(path.clone(), line);
                                self.table(
                                    table,
                                    &format!("{inner}[]."),
                                    &format!("{path}."),
                                    line,
                                );
                            }
                            _ => self.log.fault(Fault::new(
                                "not-a-table",
                                At::file(file).line(line).column(&path),
                            )),
                        }
                    }
                }
                _ => self.log.fault(Fault::new("not-a-table", at)),
            }
        } else if below(".") {
            match value.get_ref() {
                DeValue::Table(table) => {
                    self.table(table, &format!("{inner}."), &format!("{path}."), line)
                }
                _ => self.log.fault(Fault::new("not-a-table", at)),
            }
        } else {
            let known = keys
                .iter()
                .filter_map(|column| column.name.strip_prefix(pattern))
                .map(|name| {
                    let end = name.find(['.', '[']).unwrap_or(name.len());
                    &name[..end]
                });
            self.log
                .fault(Fault::unknown("unknown-key", at, name, known));
        }
    }
}

/// Whether a value is what its key demands.
fn leaf_value(column: &Column, value: &DeValue<'_>, at: At<'_>) -> Result<(), Box<Fault>> {
    let wrong = |kind: &str| Err(Box::new(Fault::new(kind, at)));
    match column.kind {
        Kind::Id | Kind::Text | Kind::Payer => match value.as_str() {
            Some(text) if text.trim().is_empty() && column.required => wrong("empty-cell"),
            Some(_) => Ok(()),
            None => wrong("not-a-text"),
        },
        Kind::Code(words) => match value.as_str() {
            Some(text) if words().contains(&text) => Ok(()),
            Some(text) => Err(Box::new(unknown_word(text, &words(), at))),
            None => wrong("not-a-text"),
        },
        Kind::List => texts(value).map_or_else(|| wrong("not-a-list"), |_| Ok(())),
        Kind::Codes(words) => {
            let Some(entries) = texts(value) else {
                return wrong("not-a-list");
            };
            match entries.iter().find(|entry| !words().contains(entry)) {
                Some(entry) => Err(Box::new(unknown_word(entry, &words(), at))),
                None => Ok(()),
            }
        }
        Kind::Integer(..) => match integer(value) {
            Some(number) => range(column.kind, number as f64, at),
            None => wrong("not-a-whole-number-key"),
        },
        Kind::Number(..) | Kind::Positive | Kind::Money => match number(value) {
            Some(number) => range(column.kind, number, at),
            None => wrong("not-a-number-key"),
        },
        Kind::Years => match numbers(value, integer).as_deref() {
            Some([from, to]) if 1900 <= *from && from <= to && *to <= 2200 => Ok(()),
            _ => wrong("not-years"),
        },
        Kind::Extent => match numbers(value, number).as_deref() {
            Some([south, west, north, east])
                if -90.0 <= *south
                    && south < north
                    && *north <= 90.0
                    && -180.0 <= *west
                    && west < east
                    && *east <= 180.0 =>
            {
                Ok(())
            }
            _ => wrong("not-an-extent"),
        },
        Kind::Pairs => {
            let pair = |value: &Spanned<DeValue<'_>>| {
                texts(value.get_ref()).is_some_and(|pair| pair.len() == 2 && pair[0] != pair[1])
            };
            match value.as_array() {
                Some(pairs) if pairs.iter().all(pair) => Ok(()),
                _ => wrong("not-pairs"),
            }
        }
        Kind::Local => {
            if is_local(value) {
                Ok(())
            } else {
                wrong("not-both-languages")
            }
        }
        Kind::Locals => match value.as_array() {
            Some(entries) if entries.iter().all(|entry| is_local(entry.get_ref())) => Ok(()),
            _ => wrong("not-both-languages"),
        },
        Kind::Date => match value.as_str() {
            Some(text) if cell::date(text).is_some() => Ok(()),
            Some(text) => Err(Box::new(Fault::new("not-a-date", at).with("value", text))),
            None => wrong("not-a-text"),
        },
        Kind::Window => match value.as_str() {
            Some(text) if is_window(text) => Ok(()),
            Some(text) => Err(Box::new(Fault::new("not-a-window", at).with("value", text))),
            None => wrong("not-a-text"),
        },
        Kind::Phases => match numbers(value, integer).as_deref() {
            Some(years)
                if !years.is_empty()
                    && years.iter().all(|year| (1900..=2200).contains(year))
                    && years.is_sorted_by(|one, next| one < next) =>
            {
                Ok(())
            }
            _ => wrong("not-phases"),
        },
        Kind::Bool => match value.as_bool() {
            Some(_) => Ok(()),
            None => wrong("not-a-bool-key"),
        },
        Kind::Integers => wrong("not-a-text"),
    }
}

/// Whether a text is `HH:MM-HH:MM`, the second time after the first.
fn is_window(text: &str) -> bool {
    let minute = |text: &str| {
        let (hours, minutes) = text.split_once(':')?;
        let two = |digits: &str, most: u32| {
            let is_two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
            let number = digits.parse::<u32>().ok().filter(|number| *number < most);
            number.filter(|_| is_two)
        };
        Some(two(hours, 24)? * 60 + two(minutes, 60)?)
    };
    text.split_once('-')
        .and_then(|(from, until)| Some(minute(from)? < minute(until)?))
        .unwrap_or(false)
}

fn range(kind: Kind, number: f64, at: At<'_>) -> Result<(), Box<Fault>> {
    cell::in_range(kind, number).map_err(|range| Box::new(range.fault(&number.to_string(), at)))
}

fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Float(float) => float
            .as_str()
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite()),
        _ => integer(value).map(|number| number as f64),
    }
}

fn numbers<T>(value: &DeValue<'_>, read: impl Fn(&DeValue<'_>) -> Option<T>) -> Option<Vec<T>> {
    value
        .as_array()?
        .iter()
        .map(|element| read(element.get_ref()))
        .collect()
}

fn texts<'v>(value: &'v DeValue<'_>) -> Option<Vec<&'v str>> {
    value
        .as_array()?
        .iter()
        .map(|element| element.get_ref().as_str())
        .collect()
}

fn is_local(value: &DeValue<'_>) -> bool {
    value.as_table().is_some_and(|table| {
        let has = |key: &str| {
            table
                .get(key)
                .is_some_and(|text| text.get_ref().as_str().is_some())
        };
        table.len() == 2 && has("lv") && has("en")
    })
}
