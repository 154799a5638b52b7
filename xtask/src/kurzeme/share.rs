//! How many of the example's figures are published: the table in its README.

use super::table;
use std::fmt::Write;
use std::path::Path;

const BEGIN: &str = "<!-- share: begin -->\n";
const END: &str = "<!-- share: end -->";

/// Tables in the README's order, and for those without a `source` column
/// whether their figures are published.
const TABLES: [(&str, Option<bool>); 12] = [
    ("places", None),
    ("population", None),
    ("services", None),
    ("needs", None),
    ("bundles", None),
    ("moves", Some(false)),
    ("institutions", None),
    ("candidates", None),
    ("general_services", None),
    ("schemes", Some(true)),
    ("funds", Some(false)),
    ("wishes", None),
];

/// Columns whose numbers are codes or years.
const NOT_FIGURES: [&str; 8] = [
    "id",
    "territory",
    "place",
    "host",
    "owner",
    "payer",
    "year",
    "destination",
];

/// How the source of a figure that is not published begins.
const NOT_PUBLISHED: [&str; 3] = ["derived:", "assumption:", "general knowledge:"];

/// The README with the table as the package's files now have it.
///
/// # Errors
/// Says which file cannot be read, or that the README has no place for it.
pub fn in_readme(folder: &Path) -> Result<String, String> {
    let path = folder.join("README.md");
    let readme = std::fs::read_to_string(&path)
        .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let parts = readme
        .split_once(BEGIN)
        .and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) =
        parts.ok_or_else(|| format!("{}: no lines {BEGIN:?} and {END:?}", path.display()))?;
    Ok(format!("{before}{BEGIN}{}{END}{after}", markdown(folder)?))
}

fn markdown(folder: &Path) -> Result<String, String> {
    let mut text =
        "| table | figures | published | share |\n| --- | ---: | ---: | ---: |\n".to_owned();
    let (mut all, mut all_published) = (0, 0);
    for (name, whole) in TABLES {
        let (figures, published) = count(
            &table::read(&folder.join(format!("{name}.csv")))?,
            name,
            whole,
        );
        row(&mut text, &format!("`{name}.csv`"), figures, published);
        all += figures;
        all_published += published;
    }
    row(&mut text, "**all**", all, all_published);
    Ok(text)
}

fn row(text: &mut String, name: &str, figures: u32, published: u32) {
    let share = 100.0 * f64::from(published) / f64::from(figures.max(1));
    // Writing to a String cannot fail.
    let _ = writeln!(text, "| {name} | {figures} | {published} | {share:.1} % |");
}

/// Figures of a table, and how many of them are published.
fn count(rows: &[table::Row], name: &str, whole: Option<bool>) -> (u32, u32) {
    let (mut figures, mut published) = (0, 0);
    for row in rows {
        let source = &row["source"];
        for (column, _) in row.cells().filter(|(column, cell)| is_figure(column, cell)) {
            figures += 1;
            let is_published = match (name, column) {
                ("places", "lat" | "lon") => !source.ends_with("point inside the unit"),
                _ => whole.unwrap_or_else(|| {
                    !NOT_PUBLISHED.iter().any(|begin| source.starts_with(begin))
                }),
            };
            published += u32::from(is_published);
        }
    }
    (figures, published)
}

fn is_figure(column: &str, cell: &str) -> bool {
    !NOT_FIGURES.contains(&column) && cell.parse::<f64>().is_ok()
}
