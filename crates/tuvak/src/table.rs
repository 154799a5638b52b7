//! Plain text tables for the terminal.

/// A table: the first column left, the others right aligned.
pub fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let width = |text: &String| text.chars().count();
    let widths: Vec<usize> = (0..head.len())
        .map(|column| {
            rows.iter()
                .filter_map(|row| row.get(column))
                .chain([&head[column]])
                .map(width)
                .max()
                .unwrap_or_default()
        })
        .collect();
    let line = |row: &[String]| {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, width))| match column {
                0 => format!("{cell:<width$}"),
                _ => format!("{cell:>width$}"),
            })
            .collect();
        cells.join("  ").trim_end().to_owned()
    };
    let mut text = line(head);
    text.push('\n');
    text.push_str(&"─".repeat(widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1)));
    for row in rows {
        text.push('\n');
        text.push_str(&line(row));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_with_letters_of_any_alphabet() {
        let text = table(
            &["Pakalpojums".into(), "n".into()],
            &[
                vec!["Grupu māja".into(), "12".into()],
                vec!["Aprūpe mājās".into(), "3".into()],
            ],
        );
        assert_eq!(
            text,
            "Pakalpojums    n\n────────────────\nGrupu māja    12\nAprūpe mājās   3"
        );
    }
}
