//! The document as Typst: a fixed template that reads `data.json`. What people
//! wrote reaches Typst as strings of data, never as markup.

use crate::context::Context;
use crate::model::{Block, Cell, Line, Picture, Table};
use crate::{MapKind, TypstSource, WriteError, chapters, chart, map};
use domain::{Lang, Message};
use serde_json::{Value, json};

const TEMPLATE: &str = include_str!("../templates/plan.typ");

pub fn source(c: &Context) -> Result<TypstSource, WriteError> {
    let document = chapters::document(c);
    let lang = if c.lang() == Lang::Lv { "lv" } else { "en" };
    let data = json!({
        "lang": lang,
        "title": document.title,
        "subtitle": document.subtitle,
        "line": document.line,
        "notice": document.notice,
        "marks": document.marks,
        "restricted": c.is_internal().then(|| c.get("report-restricted")),
        "contents": c.get("report-contents"),
        "numbered-table": c.say(Message::new("report-numbered-table").with("number", "#")),
        "numbered-picture": c.say(Message::new("report-numbered-picture").with("number", "#")),
        "blocks": document.blocks.iter().filter_map(|block| value(c, block)).collect::<Vec<_>>(),
    });
    let files = vec![
        (
            "data.json".to_owned(),
            serde_json::to_vec(&visible(data)).map_err(WriteError::new)?,
        ),
        (
            MapKind::Today.file().to_owned(),
            map::svg(c, MapKind::Today).into_bytes(),
        ),
        (
            MapKind::Proposed.file().to_owned(),
            map::svg(c, MapKind::Proposed).into_bytes(),
        ),
        (chart::FILE.to_owned(), chart::svg(c).into_bytes()),
    ];
    let ident = format!(
        "tuvak {} {} {:?} {lang}",
        c.plan.region.id, c.plan.region.year, c.edition
    );
    Ok(TypstSource {
        source: TEMPLATE.to_owned(),
        files,
        ident,
    })
}

/// The same without control characters, which no font can show.
fn visible(value: Value) -> Value {
    match value {
        Value::String(text) => text
            .chars()
            .filter(|c| !c.is_control())
            .collect::<String>()
            .into(),
        Value::Array(values) => values.into_iter().map(visible).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(key, value)| (key, visible(value)))
            .collect(),
        other => other,
    }
}

/// A block as the template reads it; none for what is not printed.
fn value(c: &Context, block: &Block) -> Option<Value> {
    Some(match block {
        Block::Chapter(text) => json!({ "kind": "chapter", "text": text }),
        Block::Section(text) => json!({ "kind": "section", "text": text }),
        Block::Text(text) => json!({ "kind": "text", "text": breakable(c.lang(), text, 24) }),
        Block::List(points) => {
            let points: Vec<_> = points
                .iter()
                .map(|text| breakable(c.lang(), text, 24))
                .collect();
            json!({ "kind": "list", "points": points })
        }
        Block::Figures(figures) => json!({ "kind": "figures", "figures": figures }),
        Block::Picture(picture) => self::picture("picture", picture),
        Block::Plate(picture) => self::picture("plate", picture),
        Block::Table(table) | Block::Print(table) => self::table(c, table),
        Block::Sheet(_) => return None,
    })
}

fn picture(kind: &str, picture: &Picture) -> Value {
    json!({
        "kind": kind, "file": picture.file, "caption": picture.caption, "alt": picture.alt,
    })
}

fn table(c: &Context, table: &Table) -> Value {
    let letters = table.printed_letters();
    let cells = |row: &[&Cell]| -> Vec<String> {
        row.iter()
            .zip(&letters)
            .map(|(cell, letters)| breakable(c.lang(), &c.cell(cell), letters + 1))
            .collect()
    };
    let line = |line: &Line| match line {
        Line::Group(name) => json!({ "group": c.cell(name) }),
        Line::Row(row) => json!({ "cells": cells(row) }),
    };
    let columns: Vec<Value> = table
        .printed_columns()
        .zip(table.printed_widths().into_iter().zip(&letters))
        .map(|(index, (width, letters))| {
            let column = &table.columns[index];
            json!({
                "heading": breakable(c.lang(), &column.heading, letters + 1),
                "width": width,
                "number": table.is_numeric(index),
            })
        })
        .collect();
    json!({
        "kind": "table",
        "caption": table.caption,
        "columns": columns,
        "lines": table.lines().iter().map(line).collect::<Vec<_>>(),
        "total": table.total.as_ref().map(|row| cells(&table.printed(row))),
        "note": table.note,
    })
}

/// The text with places to break in words of at least `long` letters, so that no
/// cell overflows: soft hyphens between Latvian syllables (Typst has no Latvian
/// patterns), and unseen breaks after the signs in column names. They end up in
/// the text of the PDF, where they hinder search: only words that would not fit
/// get any, and addresses, which Typst breaks by itself, none.
fn breakable(lang: Lang, text: &str, long: usize) -> String {
    text.split(' ')
        .map(|word| break_word(lang, word, long))
        .collect::<Vec<_>>()
        .join(" ")
}

fn break_word(lang: Lang, word: &str, long: usize) -> String {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < long || word.contains("://") {
        return word.to_owned();
    }
    let is_vowel = |c: char| "aeiouāēīūyo".contains(c.to_lowercase().next().unwrap_or(c));
    let mut broken = String::new();
    let mut run = 0;
    for (index, &letter) in letters.iter().enumerate() {
        let next = letters.get(index + 1).copied();
        let ahead = letters[index..]
            .iter()
            .take_while(|c| c.is_alphabetic())
            .count();
        let starts_syllable =
            letter.is_alphabetic() && !is_vowel(letter) && next.is_some_and(is_vowel);
        let has_syllable = letters[index - run.min(index)..index]
            .iter()
            .any(|c| is_vowel(*c));
        if lang == Lang::Lv && starts_syllable && run >= 3 && ahead >= 3 && has_syllable {
            broken.push('\u{ad}');
        }
        broken.push(letter);
        run = if letter.is_alphabetic() { run + 1 } else { 0 };
        if "._/-=&?_".contains(letter) && next.is_some() {
            broken.push('\u{200b}');
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_latvian_words_break_between_syllables() {
        assert_eq!(
            break_word(Lang::Lv, "pašvaldībām", 9).replace('\u{ad}', "-"),
            "paš-val-dī-bām"
        );
        assert_eq!(break_word(Lang::Lv, "darbnīca", 9), "darbnīca");
        assert_eq!(break_word(Lang::En, "municipality", 9), "municipality");
    }

    #[test]
    fn addresses_stay_as_they_are() {
        let address = "https://www.kurzemesregions.lv/deinstitucionalizacijas-plans/";
        assert_eq!(break_word(Lang::Lv, address, 10), address);
    }

    #[test]
    fn long_names_of_columns_break_after_signs() {
        let broken = break_word(Lang::En, "scenario.client_eur_per_hour", 10);
        assert_eq!(
            broken.replace('\u{200b}', "|"),
            "scenario.|client_|eur_|per_|hour"
        );
    }
}
