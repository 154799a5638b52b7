//! `docs/plan-json.md`, from the types that `plan.json` is written from: their
//! doc comments are the documentation, so it cannot drift.

use std::fmt::Write as _;

const HEAD: &str = "# plan.json\n\n\
Written from `crates/domain/src/plan.rs` by `cargo xtask pages`.\n\n\
Money is EUR with cents. Ids are those of the package. Fields of a type marked *optional* may be `null`. The schema's name changes\n\
when a field changes its meaning or goes; readers refuse a schema that they do not know. The public edition has the schema\n\
`tuvak-plan-public/1` and the same fields; those that it withholds are empty or 0 (`docs/decisions/0003-public-edition.md`).\n";

/// The page, from the source of the types.
pub fn page(source: &str) -> String {
    let mut page = HEAD.to_owned();
    let mut doc: Vec<&str> = Vec::new();
    let mut is_enum = false;
    for line in source.lines() {
        let trimmed = line.trim();
        if let Some(text) = trimmed.strip_prefix("///") {
            doc.push(text.trim());
        } else if let Some(name) = declared(trimmed) {
            is_enum = trimmed.contains(" enum ");
            let _ = write!(page, "\n## {name}\n\n{}\n\n", doc.join(" "));
            page.push_str(if is_enum {
                "| value | meaning |\n|---|---|\n"
            } else {
                "| field | type | meaning |\n|---|---|---|\n"
            });
            doc.clear();
        } else if line.starts_with("    ") && !line.starts_with("     ") && !doc.is_empty() {
            if let Some((name, kind)) = trimmed
                .strip_prefix("pub ")
                .and_then(|field| field.split_once(": "))
            {
                let _ = writeln!(
                    page,
                    "| `{name}` | {} | {} |",
                    of(kind.trim_end_matches(',')),
                    doc.join(" ")
                );
                doc.clear();
            } else if is_enum && !trimmed.starts_with('#') {
                let _ = writeln!(
                    page,
                    "| `{}` | {} |",
                    snake(trimmed.trim_end_matches(',')),
                    doc.join(" ")
                );
                doc.clear();
            }
        } else if !trimmed.starts_with('#') && !trimmed.starts_with("//!") {
            doc.clear();
        }
    }
    // Links of the Rust documentation lead nowhere here.
    page.replace("[`", "`").replace("`]", "`")
}

fn declared(line: &str) -> Option<&str> {
    let rest = line
        .strip_prefix("pub struct ")
        .or_else(|| line.strip_prefix("pub enum "))?;
    rest.split(' ').next()
}

/// A Rust type in words.
fn of(kind: &str) -> String {
    if let Some(inner) = kind.strip_prefix("Option<") {
        return format!("{}, *optional*", of(inner.trim_end_matches('>')));
    }
    if let Some(inner) = kind.strip_prefix("Vec<") {
        return format!("list of {}", of(inner.trim_end_matches('>')));
    }
    match kind {
        "Cents" => "EUR",
        "f64" => "number",
        "u32" | "i64" | "i32" | "u64" => "whole number",
        "String" => "text",
        "bool" => "`true` or `false`",
        other => other,
    }
    .to_owned()
}

fn snake(variant: &str) -> String {
    let mut name = String::new();
    for letter in variant.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_values_become_rows() {
        let source = "/// A thing.\npub struct Thing {\n    /// How much.\n    pub amount: Option<Cents>,\n}\n\n/// A kind.\npub enum Kind {\n    /// Left over.\n    LeftOver,\n}\n";
        let page = page(source);
        assert!(page.contains("## Thing\n\nA thing."), "{page}");
        assert!(
            page.contains("| `amount` | EUR, *optional* | How much. |"),
            "{page}"
        );
        assert!(page.contains("| `left_over` | Left over. |"), "{page}");
    }
}
