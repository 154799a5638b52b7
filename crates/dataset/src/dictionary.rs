//! The data dictionary: every table, column and key, as a page in Markdown.

use crate::schema::{CHANGES, Column, Kind, POINTS, REGION, SCENARIO, TABLES, Table};
use domain::Lang;
use std::fmt::Write;

/// The data dictionary in a language (Markdown).
pub fn dictionary(lang: Lang) -> String {
    let words = words(lang);
    let mut page = format!("# {}\n\n{}\n", words.title, words.intro);
    for table in TABLES {
        chapter(&mut page, lang, &words, &table.file(), table);
    }
    for (file, keys) in [("region.toml", REGION), ("scenario.toml", SCENARIO)] {
        let _ = write!(page, "\n## {file}\n\n");
        rows(&mut page, lang, &words, words.toml_key, keys);
    }
    chapter(&mut page, lang, &words, words.points, &POINTS);
    chapter(&mut page, lang, &words, words.changes, &CHANGES);
    page
}

fn chapter(page: &mut String, lang: Lang, words: &Words, title: &str, table: &Table) {
    let text = pick(lang, table.lv, table.en);
    let _ = write!(page, "\n## {title}\n\n{text}");
    if !table.key.is_empty() {
        let _ = write!(page, " {}: {}.", words.key, table.key.join(" + "));
    }
    page.push_str("\n\n");
    rows(page, lang, words, words.column, table.columns);
}

struct Words {
    title: &'static str,
    intro: &'static str,
    key: &'static str,
    column: &'static str,
    toml_key: &'static str,
    points: &'static str,
    changes: &'static str,
    kind: &'static str,
    needed: &'static str,
    meaning: &'static str,
    yes: &'static str,
}

fn words(lang: Lang) -> Words {
    match lang {
        Lang::Lv => Words {
            title: "Datu vārdnīca",
            intro: "Visas reģiona paketes tabulas un slejas. Šo lapu raksta programma no tās pašas shēmas, pēc kuras paketi lasa.",
            key: "Rindas atšķir",
            column: "sleja",
            toml_key: "atslēga",
            points: "Punktu datnes",
            changes: "Ceļu izmaiņas",
            kind: "saturs",
            needed: "obligāta",
            meaning: "nozīme",
            yes: "jā",
        },
        Lang::En => Words {
            title: "Data dictionary",
            intro: "Every table and column of a region package. The program writes this page from the schema by which it reads packages.",
            key: "Rows are told apart by",
            column: "column",
            toml_key: "key",
            points: "Files of points",
            changes: "Changes of roads",
            kind: "holds",
            needed: "required",
            meaning: "meaning",
            yes: "yes",
        },
    }
}

fn rows(page: &mut String, lang: Lang, words: &Words, first: &str, columns: &[Column]) {
    let _ = writeln!(
        page,
        "| {first} | {} | {} | {} |",
        words.kind, words.needed, words.meaning
    );
    page.push_str("|---|---|---|---|\n");
    for column in columns {
        let needed = if column.required { words.yes } else { "" };
        let text = pick(lang, column.lv, column.en);
        let _ = writeln!(
            page,
            "| `{}` | {} | {needed} | {text} |",
            column.name,
            holds(lang, column)
        );
    }
}

/// What a column's cells hold: kind, bounds, unit, where its ids come from.
fn holds(lang: Lang, column: &Column) -> String {
    let say = |lv: &str, en: &str| pick(lang, lv, en).to_owned();
    let bounds = |name: String, min: f64, max: f64| format!("{name} {min}…{max}");
    let mut text = match column.kind {
        Kind::Id => say("identifikators", "id"),
        Kind::Text => say("teksts", "text"),
        Kind::List => say("identifikatori ar `\\|`", "ids with `\\|`"),
        Kind::Integers => say("veseli skaitļi ar `\\|`", "whole numbers with `\\|`"),
        Kind::Integer(min, max) => bounds(
            say("vesels skaitlis", "whole number"),
            min as f64,
            max as f64,
        ),
        Kind::Number(min, max) => bounds(say("skaitlis", "number"), min, max),
        Kind::Positive => say("skaitlis virs 0", "number above 0"),
        Kind::Money => say(
            "nauda, ne vairāk kā divas zīmes aiz komata",
            "money, at most two decimals",
        ),
        Kind::Date => say("datums GGGG-MM-DD", "date YYYY-MM-DD"),
        Kind::Bool => "`true`, `false`".to_owned(),
        Kind::Code(words) => listed(&words()),
        Kind::Codes(words) => format!("{} {}", listed(&words()), say("ar `\\|`", "with `\\|`")),
        Kind::Payer => say(
            "`eu`, `state` vai pašvaldības identifikators",
            "`eu`, `state` or a municipality's id",
        ),
        Kind::Years => say("[pirmais, pēdējais]", "[first, last]"),
        Kind::Phases => say("[gads, gads, …]", "[year, year, …]"),
        Kind::Window => say("laiks SS:MM-SS:MM", "time HH:MM-HH:MM"),
        Kind::Extent => say(
            "[dienvidi, rietumi, ziemeļi, austrumi]",
            "[south, west, north, east]",
        ),
        Kind::Pairs => say("identifikatoru pāri", "pairs of ids"),
        Kind::Local => "{ lv, en }".to_owned(),
        Kind::Locals => "[{ lv, en }]".to_owned(),
    };
    if !column.refers.is_empty() {
        let files: Vec<String> = column
            .refers
            .iter()
            .map(|table| format!("{table}.csv"))
            .collect();
        let _ = write!(text, " → {}", files.join(", "));
    }
    if !column.unit.is_empty() {
        let _ = write!(text, ", {}", unit(lang, column.unit));
    }
    text
}

/// A unit as a language writes it.
fn unit(lang: Lang, unit: &str) -> String {
    match lang {
        Lang::En => unit.to_owned(),
        Lang::Lv => unit
            .replace("persons", "cilvēki")
            .replace("places", "vietas")
            .replace("years", "gadi")
            .replace("year", "gadā")
            .replace("week", "nedēļā"),
    }
}

fn listed(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

fn pick<'a>(lang: Lang, lv: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Lv => lv,
        Lang::En => en,
    }
}
