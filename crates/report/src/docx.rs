//! The document as editable text: real headings, lists and tables.

use crate::context::Context;
use crate::model::{Block, Cell, Line, Picture, Table as Data};
use crate::{Png, WriteError, chapters};
use docx_rs::*;
use domain::Message;
use std::io::Cursor;

const ACCENT: &str = "1B5E6B";
const RULE: &str = "D8D3C6";
const PALE: &str = "F5F2EA";
/// A4 less margins of 20 mm, in twentieths of a point.
const TEXT_WIDTH: u32 = 9638;

/// The number of the list with bullets; the library's own first is decimal.
const BULLETS: usize = 2;

/// The width of a picture in the units of the format, 914,400 to the inch.
const PICTURE_WIDTH: u32 = TEXT_WIDTH * 635;
/// The most height that a picture may take, with room for its caption.
const PICTURE_HEIGHT: u32 = 8_200_000;

/// Writes it; `pictures` are those that could be painted, by the names of their files.
pub fn write(c: &Context, pictures: &[(String, Png)]) -> Result<Vec<u8>, WriteError> {
    let document = chapters::document(c);
    let mut docx = head(c);
    docx = docx
        .add_paragraph(paragraph(&document.title).style("Title"))
        .add_paragraph(paragraph(&document.subtitle).style("Subtitle"))
        .add_paragraph(paragraph(&document.line));
    if let Some(notice) = &document.notice {
        docx = docx.add_table(boxed(notice));
    }
    for mark in &document.marks {
        docx = docx
            .add_paragraph(Paragraph::new().add_run(Run::new().add_text(mark.as_str()).italic()));
    }
    docx = docx.add_paragraph(Paragraph::new().add_run(Run::new().add_break(BreakType::Page)));
    let (mut tables, mut drawn) = (0_usize, 0_usize);
    let outline = outline(&document.blocks);
    let mut headings = outline.iter().enumerate();
    for block in &document.blocks {
        docx = match block {
            Block::Chapter(_) | Block::Section(_) => {
                let Some((index, heading)) = headings.next() else {
                    continue;
                };
                let after_contents = heading.is_first_numbered();
                if after_contents {
                    docx = contents(docx, c, &outline);
                }
                docx.add_paragraph(heading.paragraph(index).page_break_before(after_contents))
            }
            Block::Text(text) => docx.add_paragraph(paragraph(text)),
            Block::List(points) => points
                .iter()
                .fold(docx, |docx, point| docx.add_paragraph(bullet(point))),
            Block::Figures(figures) => figures.iter().fold(docx, |docx, (value, meaning)| {
                let value = Run::new().add_text(value.as_str()).bold().color(ACCENT);
                let meaning = Run::new().add_text(format!(" {meaning}"));
                docx.add_paragraph(Paragraph::new().add_run(value).add_run(meaning))
            }),
            Block::Picture(data) | Block::Plate(data) => {
                drawn += 1;
                let number = c.say(Message::new("report-numbered-picture").with("number", drawn));
                let png = pictures.iter().find(|(name, _)| *name == data.file);
                picture(c, png.map(|(_, png)| png), data)
                    .into_iter()
                    .fold(docx, Docx::add_paragraph)
                    .add_paragraph(caption(&number, &data.caption))
            }
            Block::Sheet(_) => docx,
            Block::Table(data) | Block::Print(data) => {
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
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(level))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .footer(Footer::new().add_paragraph(footer))
}

fn paragraph(text: &str) -> Paragraph {
    Paragraph::new()
        .add_run(Run::new().add_text(plain(text)))
        .line_spacing(LineSpacing::new().after(120))
}

fn bullet(text: &str) -> Paragraph {
    paragraph(text).numbering(NumberingId::new(BULLETS), IndentLevel::new(0))
}

/// A heading with the number that the printed document gives it: the summary,
/// which comes before the contents, has none.
struct Heading {
    chapter: usize,
    section: usize,
    text: String,
}

impl Heading {
    fn is_first_numbered(&self) -> bool {
        (self.chapter, self.section) == (1, 0)
    }

    fn told(&self) -> String {
        let text = plain(&self.text);
        match (self.chapter, self.section) {
            (0, _) => text,
            (chapter, 0) => format!("{chapter}. {text}"),
            (chapter, section) => format!("{chapter}.{section}. {text}"),
        }
    }

    fn paragraph(&self, index: usize) -> Paragraph {
        let style = if self.section == 0 {
            "Heading1"
        } else {
            "Heading2"
        };
        Paragraph::new()
            .style(style)
            .add_bookmark_start(index + 1, anchor(index))
            .add_run(Run::new().add_text(self.told()))
            .add_bookmark_end(index + 1)
    }
}

fn anchor(index: usize) -> String {
    format!("heading-{}", index + 1)
}

/// The headings of the document in reading order.
fn outline(blocks: &[Block]) -> Vec<Heading> {
    let mut chapters = 0;
    let mut section = 0;
    let mut outline = Vec::new();
    for block in blocks {
        let text = match block {
            Block::Chapter(text) => {
                (chapters, section) = (chapters + 1, 0);
                text
            }
            Block::Section(text) => {
                section += 1;
                text
            }
            _ => continue,
        };
        outline.push(Heading {
            chapter: chapters - 1,
            section,
            text: text.clone(),
        });
    }
    outline
}

/// The contents as links: a list that every program shows without first
/// reckoning pages.
fn contents(docx: Docx, c: &Context, outline: &[Heading]) -> Docx {
    let title = paragraph(&c.get("report-contents"))
        .style("Subtitle")
        .page_break_before(true);
    let numbered = outline.iter().enumerate();
    numbered.filter(|(_, heading)| heading.chapter > 0).fold(
        docx.add_paragraph(title),
        |docx, (index, heading)| {
            let run = Run::new().add_text(heading.told());
            let (run, indent) = if heading.section == 0 {
                (run.bold(), 0)
            } else {
                (run, 360)
            };
            let link = Hyperlink::new(anchor(index), HyperlinkType::Anchor).add_run(run);
            docx.add_paragraph(Paragraph::new().add_hyperlink(link).indent(
                Some(indent),
                None,
                None,
                None,
            ))
        },
    )
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

/// A picture, or in words what it shows and where it is.
fn picture(c: &Context, png: Option<&Png>, data: &Picture) -> Vec<Paragraph> {
    let Some(png) = png else {
        let file = c.say(Message::new("report-picture-file").with("file", data.file.as_str()));
        let file = Run::new().add_text(file).italic();
        return vec![paragraph(&data.alt), Paragraph::new().add_run(file)];
    };
    let height = u64::from(PICTURE_WIDTH) * u64::from(png.height) / u64::from(png.width.max(1));
    let (width, height) = if height <= u64::from(PICTURE_HEIGHT) {
        (PICTURE_WIDTH, height as u32)
    } else {
        let width = u64::from(PICTURE_WIDTH) * u64::from(PICTURE_HEIGHT) / height;
        (width as u32, PICTURE_HEIGHT)
    };
    let pic =
        Pic::new_with_dimensions(png.bytes.clone(), png.width, png.height).size(width, height);
    let shown = Paragraph::new()
        .add_run(Run::new().add_image(pic))
        .keep_next(true);
    vec![shown]
}

/// A sentence in a frame.
fn boxed(text: &str) -> Table {
    let run = Run::new().add_text(plain(text)).bold();
    let line = |position| TableBorder::new(position).color(ACCENT).size(8);
    let borders = TableBorders::with_empty()
        .set(line(TableBorderPosition::Top))
        .set(line(TableBorderPosition::Bottom))
        .set(line(TableBorderPosition::Left))
        .set(line(TableBorderPosition::Right));
    let cell = TableCell::new()
        .add_paragraph(Paragraph::new().add_run(run))
        .shading(Shading::new().fill(PALE));
    Table::new(vec![TableRow::new(vec![cell])])
        .set_grid(vec![TEXT_WIDTH as usize])
        .width(TEXT_WIDTH as usize, WidthType::Dxa)
        .set_borders(borders)
}

fn table(c: &Context, data: &Data) -> Table {
    let columns: Vec<usize> = data.printed_columns().collect();
    let relative = data.printed_widths();
    let all: u32 = relative.iter().sum();
    let widths: Vec<usize> = relative
        .iter()
        .map(|width| (TEXT_WIDTH * width / all.max(1)) as usize)
        .collect();
    let row = |texts: Vec<String>, bold: bool, fill: Option<&str>| {
        let cells =
            texts
                .into_iter()
                .zip(widths.iter().zip(&columns))
                .map(|(text, (width, index))| {
                    let run = Run::new().add_text(plain(&text)).size(16);
                    let run = if bold { run.bold() } else { run };
                    let align = if data.is_numeric(*index) {
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
    let told = |cells: &[&Cell]| cells.iter().map(|cell| c.cell(cell)).collect::<Vec<_>>();
    let group = |name: &Cell| {
        let run = Run::new()
            .add_text(plain(&c.cell(name)))
            .size(16)
            .bold()
            .color(ACCENT);
        let cell = TableCell::new()
            .grid_span(columns.len())
            .add_paragraph(Paragraph::new().add_run(run).keep_next(true));
        TableRow::new(vec![cell]).cant_split()
    };
    let headings = columns
        .iter()
        .map(|index| data.columns[*index].heading.clone())
        .collect();
    let mut rows = vec![row(headings, true, Some(PALE))];
    rows.extend(data.lines().iter().map(|line| match line {
        Line::Group(name) => group(name),
        Line::Row(cells) => row(told(cells), false, None),
    }));
    let total = data.total.iter();
    rows.extend(total.map(|cells| row(told(&data.printed(cells)), true, None)));
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
