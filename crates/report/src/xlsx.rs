//! The tables as a workbook: a sheet each, with numbers as numbers.

use crate::context::Context;
use crate::model::{Cell, Table};
use crate::{WriteError, chapters};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook,
    Worksheet, XlsxError,
};
use std::collections::BTreeSet;

const ACCENT: Color = Color::RGB(0x1B_5E6B);
const PALE: Color = Color::RGB(0xF5_F2EA);

pub fn write(c: &Context) -> Result<Vec<u8>, WriteError> {
    workbook(c).map_err(WriteError::new)
}

fn workbook(c: &Context) -> Result<Vec<u8>, XlsxError> {
    let document = chapters::document(c);
    let mut book = Workbook::new();
    // A fixed date: the same plan gives the same bytes.
    let properties = DocProperties::new()
        .set_title(format!("{}. {}", document.title, document.subtitle))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    book.set_properties(&properties);
    let mut taken = BTreeSet::new();
    let tables: Vec<(String, &Table)> = document
        .sheets()
        .map(|table| (tab(&table.name, &mut taken), table))
        .collect();

    let sheet = book.add_worksheet();
    sheet
        .set_name(c.get("report-contents"))?
        .set_column_width(0, 26)?
        .set_column_width(1, 96)?;
    let heading = Format::new()
        .set_bold()
        .set_font_size(16)
        .set_font_color(ACCENT);
    let mut row = 0;
    if let Some(notice) = &document.notice {
        let marked = Format::new().set_bold().set_background_color(PALE);
        sheet.write_string_with_format(row, 0, notice, &marked)?;
        sheet.write_blank(row, 1, &marked)?;
        row += 1;
    }
    sheet.write_string_with_format(row, 0, &document.title, &heading)?;
    sheet.write_string(row + 1, 0, &document.subtitle)?;
    sheet.write_string(row + 2, 0, &document.line)?;
    row += 3;
    for mark in &document.marks {
        sheet.write_string(row, 0, mark)?;
        row += 1;
    }
    for (name, table) in &tables {
        row += 1;
        let link = format!("internal:'{}'!A1", name.replace('\'', "''"));
        sheet.write_url(row, 0, Url::new(link).set_text(name))?;
        sheet.write_string(row, 1, &table.caption)?;
    }
    for (name, table) in &tables {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        write_table(sheet, table)?;
    }
    book.save_to_buffer()
}

/// A name that a tab can bear and no other does.
fn tab(name: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed = name.replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
    let mut tab: String = allowed.trim_matches('\'').chars().take(31).collect();
    for number in 2.. {
        if taken.insert(tab.to_lowercase()) {
            break;
        }
        tab = format!("{} {number}", allowed.chars().take(27).collect::<String>());
    }
    tab
}

fn write_table(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let heading = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(PALE)
        .set_border_bottom(FormatBorder::Medium)
        .set_border_bottom_color(ACCENT);
    for (column, index) in table.columns.iter().zip(0..) {
        sheet.write_string_with_format(0, index, plain(&column.heading), &heading)?;
        sheet.set_column_width(index, width(table, usize::from(index)))?;
    }
    for (cells, row) in table.rows.iter().zip(1..) {
        for (cell, column) in cells.iter().zip(0..) {
            write_cell(sheet, row, column, cell, Format::new())?;
        }
    }
    let last_row = table.rows.len() as u32;
    let last_column = table.columns.len().saturating_sub(1) as u16;
    if let Some(total) = &table.total {
        let format = Format::new()
            .set_bold()
            .set_border_top(FormatBorder::Thin)
            .set_border_top_color(ACCENT);
        for (cell, column) in total.iter().zip(0..) {
            write_cell(sheet, last_row + 1, column, cell, format.clone())?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet
        .set_repeat_rows(0, 0)?
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    let caption = table.caption.replace('&', "&&");
    if caption.len() < 200 {
        sheet.set_header(format!("&L{caption}"));
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: Format,
) -> Result<(), XlsxError> {
    let format = format.set_align(FormatAlign::Top);
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &format),
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, text, &format.set_text_wrap())
        }
        Cell::Number(value, decimals) => {
            let pattern = ["#,##0", "#,##0.0", "#,##0.00"][(*decimals).min(2)];
            sheet.write_number_with_format(row, column, *value, &format.set_num_format(pattern))
        }
        Cell::Worded(value, words) => {
            sheet.write_number_with_format(row, column, *value, &format.set_num_format(said(words)))
        }
        Cell::Money(amount) => sheet.write_number_with_format(
            row,
            column,
            amount.eur(),
            &format.set_num_format("#,##0.00\\ \"€\""),
        ),
        Cell::Share(share) => {
            sheet.write_number_with_format(row, column, *share, &format.set_num_format("0%"))
        }
    }?;
    Ok(())
}

/// The format that tells a number in these words.
fn said(words: &str) -> String {
    let unit = words.trim_start_matches(|c: char| !c.is_alphabetic());
    let unit = unit.replace('"', "");
    if words.starts_with(|c: char| c.is_ascii_digit()) {
        format!("#,##0 \"{unit}\"")
    } else {
        format!("\"{unit}\"")
    }
}

fn plain(heading: &str) -> String {
    heading.replace('\u{ad}', "")
}

/// Wide enough for what stands in the column, within reason.
fn width(table: &Table, column: usize) -> f64 {
    let rows = table.rows.iter().chain(&table.total);
    let longest = rows
        .map(|row| match &row[column] {
            Cell::Text(text) | Cell::Worded(_, text) => text.chars().count() + 2,
            Cell::Money(_) => 16,
            _ => 9,
        })
        .max()
        .unwrap_or(0);
    let word = table.columns[column]
        .heading
        .split(' ')
        .map(|word| word.chars().count() + 4)
        .max()
        .unwrap_or(0);
    longest.max(word).clamp(8, 52) as f64
}
