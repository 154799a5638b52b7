//! The document as editable text: real headings, lists and tables.

use crate::context::Context;
use crate::model::{Block, Cell, Table as Data};
use crate::{WriteError, chapters};
use docx_rs::*;
use domain::Message;
use std::io::Cursor;

const ACCENT: &str = "1B5E6B";
const RULE: &str = "D8D3C6";
/// A4 less margins of 20 mm, in twentieths of a point.
const TEXT_WIDTH: u32 = 9638;

pub fn write(c: &Context) -> Result<Vec<u8>, WriteError> {
    let document = chapters::document(c);
    let mut docx = head(c);
    docx = docx
        .add_paragraph(paragraph(&document.title).style("Title"))
        .add_paragraph(paragraph(&document.subtitle).style("Subtitle"))
        .add_paragraph(paragraph(&document.line));
    for mark in &document.marks {
        docx = docx
            .add_paragraph(Paragraph::new().add_run(Run::new().add_text(mark.as_str()).italic()));
    }
    docx = docx.add_paragraph(Paragraph::new().add_run(Run::new().add_break(BreakType::Page)));
    let (mut tables, mut pictures, mut chapters) = (0_usize, 0_usize, 0_usize);
    for block in &document.blocks {
        docx = match block {
            Block::Chapter(text) => {
                chapters += 1;
                if chapters == 2 {
                    docx = docx
                        .add_paragraph(
                            paragraph(&c.get("report-contents"))
                                .style("Subtitle")
                                .page_break_before(true),
                        )
                        .add_table_of_contents(
                            TableOfContents::new().heading_styles_range(1, 2).auto(),
                        );
                }
                docx.add_paragraph(
                    paragraph(text)
                        .style("Heading1")
                        .page_break_before(chapters == 2),
                )
            }
            Block::Section(text) => docx.add_paragraph(paragraph(text).style("Heading2")),
            Block::Text(text) => docx.add_paragraph(paragraph(text)),
            Block::List(points) => points
                .iter()
                .fold(docx, |docx, point| docx.add_paragraph(bullet(point))),
            Block::Figures(figures) => figures.iter().fold(docx, |docx, (value, meaning)| {
                let value = Run::new().add_text(value.as_str()).bold().color(ACCENT);
                let meaning = Run::new().add_text(format!(" {meaning}"));
                docx.add_paragraph(numbered(Paragraph::new().add_run(value).add_run(meaning)))
            }),
            Block::Picture(picture) => {
                pictures += 1;
                let number =
                    c.say(Message::new("report-numbered-picture").with("number", pictures));
                let file =
                    c.say(Message::new("report-picture-file").with("file", picture.file.as_str()));
                docx.add_paragraph(caption(&number, &picture.caption))
                    .add_paragraph(paragraph(&picture.alt))
                    .add_paragraph(Paragraph::new().add_run(Run::new().add_text(file).italic()))
            }
            Block::Table(data) => {
                tables += 1;
                let number = c.say(Message::new("report-numbered-table").with("number", tables));
                let docx = docx
                    .add_paragraph(caption(&number, &data.caption).keep_next(true))
                    .add_table(table(c, data));
                docx.add_paragraph(paragraph(data.note.as_deref().unwrap_or_default()).size(16))
            }
        };
    }
    let mut bytes = Cursor::new(Vec::new());
    docx.pack(&mut bytes).map_err(WriteError::new)?;
    Ok(bytes.into_inner())
}

fn head(c: &Context) -> Docx {
    let heading = |id: &str, name: &str, level: usize, size: usize| {
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .size(size)
            .bold()
            .color(ACCENT)
            .outline_lvl(level)
            .line_spacing(LineSpacing::new().before(360).after(120))
    };
    let title = |id: &str, size: usize| {
        Style::new(id, StyleType::Paragraph)
            .name(id)
            .based_on("Normal")
            .size(size)
            .bold()
            .color(ACCENT)
    };
    let level = Level::new(
        0,
        Start::new(1),
        NumberFormat::new("bullet"),
        LevelText::new("•"),
        LevelJc::new("left"),
    )
    .indent(Some(360), Some(SpecialIndentType::Hanging(240)), None, None);
    let mut footer = Paragraph::new()
        .add_page_num(PageNum::new())
        .align(AlignmentType::Right);
    if c.is_internal() {
        footer = footer.add_run(
            Run::new()
                .add_text(format!("  {}", c.get("report-restricted")))
                .bold(),
        );
    }
    Docx::new()
        .page_size(11_906, 16_838)
        .page_margin(
            PageMargin::new()
                .top(1300)
                .bottom(1300)
                .left(1134)
                .right(1134),
        )
        .default_fonts(
            RunFonts::new()
                .ascii("Calibri")
                .hi_ansi("Calibri")
                .cs("Calibri"),
        )
        .default_size(21)
        .add_style(title("Title", 52))
        .add_style(title("Subtitle", 30))
        .add_style(heading("Heading1", "heading 1", 0, 34))
        .add_style(heading("Heading2", "heading 2", 1, 25))
        .add_style(
            Style::new("Caption", StyleType::Paragraph)
                .name("caption")
                .based_on("Normal")
                .size(18),
        )
        .add_abstract_numbering(AbstractNumbering::new(1).add_level(level))
        .add_numbering(Numbering::new(1, 1))
        .footer(Footer::new().add_paragraph(footer))
}

fn paragraph(text: &str) -> Paragraph {
    Paragraph::new()
        .add_run(Run::new().add_text(plain(text)))
        .line_spacing(LineSpacing::new().after(120))
}

fn numbered(paragraph: Paragraph) -> Paragraph {
    paragraph.numbering(NumberingId::new(1), IndentLevel::new(0))
}

fn bullet(text: &str) -> Paragraph {
    numbered(paragraph(text))
}

fn caption(number: &str, text: &str) -> Paragraph {
    Paragraph::new()
        .style("Caption")
        .add_run(
            Run::new()
                .add_text(format!("{number} "))
                .bold()
                .color(ACCENT),
        )
        .add_run(Run::new().add_text(plain(text)))
}

fn table(c: &Context, data: &Data) -> Table {
    let all: u32 = data.columns.iter().map(|column| column.width).sum();
    let widths: Vec<usize> = data
        .columns
        .iter()
        .map(|column| (TEXT_WIDTH * column.width / all.max(1)) as usize)
        .collect();
    let row = |texts: Vec<String>, bold: bool, fill: Option<&str>| {
        let cells = texts
            .into_iter()
            .zip(&widths)
            .enumerate()
            .map(|(index, (text, width))| {
                let run = Run::new().add_text(plain(&text)).size(16);
                let run = if bold { run.bold() } else { run };
                let align = if data.is_numeric(index) {
                    AlignmentType::Right
                } else {
                    AlignmentType::Left
                };
                let cell = TableCell::new()
                    .width(*width, WidthType::Dxa)
                    .add_paragraph(Paragraph::new().add_run(run).align(align));
                match fill {
                    Some(fill) => cell.shading(Shading::new().fill(fill)),
                    None => cell,
                }
            });
        TableRow::new(cells.collect()).cant_split()
    };
    let told = |cells: &Vec<Cell>| cells.iter().map(|cell| c.cell(cell)).collect::<Vec<_>>();
    let headings = data
        .columns
        .iter()
        .map(|column| column.heading.clone())
        .collect();
    let mut rows = vec![row(headings, true, Some("F5F2EA"))];
    rows.extend(data.rows.iter().map(|cells| row(told(cells), false, None)));
    rows.extend(data.total.iter().map(|cells| row(told(cells), true, None)));
    let line = |position| TableBorder::new(position).color(RULE).size(4);
    let borders = TableBorders::with_empty()
        .set(line(TableBorderPosition::Top))
        .set(line(TableBorderPosition::Bottom))
        .set(line(TableBorderPosition::InsideH));
    Table::new(rows)
        .set_grid(widths.clone())
        .layout(TableLayoutType::Fixed)
        .width(TEXT_WIDTH as usize, WidthType::Dxa)
        .set_borders(borders)
}

/// Text without the characters that XML 1.0 forbids.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || c.is_whitespace())
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{ad}'))
        .collect()
}
