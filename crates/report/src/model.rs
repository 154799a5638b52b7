//! The plan as a document: headings, paragraphs, lists, figures and tables,
//! with cells that still know what they hold. PDF, DOCX and XLSX are three ways
//! of writing it down.

use domain::Cents;

/// A document.
pub struct Document {
    /// Title, also in the files' properties.
    pub title: String,
    /// The region.
    pub subtitle: String,
    /// Year and edition.
    pub line: String,
    /// What the package has to say of its data before anything else.
    pub notice: Option<String>,
    /// What a reader has to know of the edition (restricted, rounded).
    pub marks: Vec<String>,
    /// Everything below the title, in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
pub enum Block {
    /// Heading of a chapter.
    Chapter(String),
    /// Heading within a chapter.
    Section(String),
    /// A paragraph.
    Text(String),
    /// Points of a list.
    List(Vec<String>),
    /// Telling figures: the figure and what it is.
    Figures(Vec<(String, String)>),
    /// A picture.
    Picture(Picture),
    /// A picture on a page of its own.
    Plate(Picture),
    /// A table, printed and in the workbook.
    Table(Table),
    /// A table that is printed only: the workbook has the same row by row.
    Print(Table),
    /// A table that is in the workbook only: too long to be printed.
    Sheet(Table),
}

/// A picture in a file beside the document.
pub struct Picture {
    /// Name of the file.
    pub file: String,
    /// What it shows, below it.
    pub caption: String,
    /// The same for those who cannot see it, with its gist.
    pub alt: String,
}

/// A table.
pub struct Table {
    /// Short name, at most 31 characters (a spreadsheet's tab).
    pub name: String,
    /// What it shows.
    pub caption: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows of as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// The column by which print puts rows together, below a line that spans the
    /// table; a workbook keeps it as a column.
    pub group: Option<usize>,
    /// The last row, a sum.
    pub total: Option<Vec<Cell>>,
    /// What has to be said below it.
    pub note: Option<String>,
}

/// A column of a table.
pub struct Column {
    /// Heading.
    pub heading: String,
    /// Relative width; the widths of a table add up to about 100.
    pub width: u32,
    /// Whether it is left out when nothing but zeros and gaps stand in it.
    pub optional: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Text.
    Text(String),
    /// A number written with so many decimals.
    Number(f64, usize),
    /// A number that is told in words (“5 workers”).
    Worded(f64, String),
    /// Money.
    Money(Cents),
    /// A share, 0 to 1, written in per cent.
    Share(f64),
}

impl Cell {
    /// Whether it stands on the right of its column.
    pub fn is_number(&self) -> bool {
        !matches!(self, Self::Text(_) | Self::Empty)
    }

    fn says_nothing(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.is_empty(),
            Self::Number(value, _) | Self::Worded(value, _) | Self::Share(value) => *value == 0.0,
            Self::Money(amount) => *amount == Cents::ZERO,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Self::Number(f64::from(count), 0)
    }
}

impl From<Cents> for Cell {
    fn from(amount: Cents) -> Self {
        Self::Money(amount)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// About what a letter of a table, the padding of a cell and the line of a page
/// measure, in tenths of a point.
const LETTER: u32 = 40;
const PADDING: u32 = 75;
/// A letter of a word that happens to have broad ones.
const WIDE_LETTER: u32 = 46;
const LINE: u32 = 4_820;

/// A line of a printed table.
pub enum Line<'a> {
    /// What the rows below it have in common.
    Group(&'a Cell),
    /// A row.
    Row(Vec<&'a Cell>),
}

impl Table {
    /// The same table with its rows put together in print by a column.
    #[must_use]
    pub fn grouped_by(mut self, column: usize) -> Self {
        self.group = Some(column);
        self
    }

    /// The columns that print has: all but the one that groups.
    pub fn printed_columns(&self) -> impl Iterator<Item = usize> {
        (0..self.columns.len()).filter(|column| Some(*column) != self.group)
    }

    /// Relative widths of the columns that print has. In a grouped table short
    /// texts get what their longest needs, and the longest text gets the rest.
    pub fn printed_widths(&self) -> Vec<u32> {
        let mut widths: Vec<u32> = self
            .printed_columns()
            .map(|column| self.columns[column].width)
            .collect();
        let all: u32 = widths.iter().sum();
        let texts: Vec<(usize, u32)> = self
            .printed_columns()
            .enumerate()
            .filter(|(_, column)| !self.is_numeric(*column))
            .map(|(index, column)| (index, self.needs(column, all)))
            .collect();
        let widest = texts.iter().max_by_key(|(_, needs)| *needs).copied();
        let (true, Some((widest, _))) = (self.group.is_some(), widest) else {
            return widths;
        };
        let others = texts.iter().filter(|(index, _)| *index != widest);
        let shared: u32 = texts.iter().map(|(index, _)| widths[*index]).sum();
        let taken: u32 = others.clone().map(|(_, needs)| needs).sum();
        if 5 * taken <= 2 * shared {
            for (index, needs) in others {
                widths[*index] = *needs;
            }
            widths[widest] = shared - taken;
        }
        widths
    }

    /// The share of `all` that lets every text of a column stand on one line.
    fn needs(&self, column: usize, all: u32) -> u32 {
        let heading = self.columns[column].heading.chars().count();
        let cells = self.rows.iter().map(|row| match &row[column] {
            Cell::Text(text) => text.chars().count(),
            _ => 0,
        });
        let letters = cells.chain([heading]).max().unwrap_or(0) as u32;
        ((letters * LETTER + PADDING) * all).div_ceil(LINE)
    }

    /// How many letters of a word stand on one line of each printed column.
    pub fn printed_letters(&self) -> Vec<usize> {
        let widths = self.printed_widths();
        let all: u32 = widths.iter().sum();
        let room = |width: &u32| (width * LINE / all.max(1)).saturating_sub(PADDING);
        widths
            .iter()
            .map(|width| (room(width) / WIDE_LETTER) as usize)
            .collect()
    }

    /// A row without the column that groups.
    pub fn printed<'a>(&self, row: &'a [Cell]) -> Vec<&'a Cell> {
        self.printed_columns().map(|column| &row[column]).collect()
    }

    /// The lines that print has: groups in the order in which each begins.
    pub fn lines(&self) -> Vec<Line<'_>> {
        let Some(group) = self.group else {
            return self
                .rows
                .iter()
                .map(|row| Line::Row(self.printed(row)))
                .collect();
        };
        let mut groups: Vec<&Cell> = Vec::new();
        for row in &self.rows {
            if !groups.contains(&&row[group]) {
                groups.push(&row[group]);
            }
        }
        let mut lines = Vec::new();
        for name in groups {
            lines.push(Line::Group(name));
            let rows = self.rows.iter().filter(|row| row[group] == *name);
            lines.extend(rows.map(|row| Line::Row(self.printed(row))));
        }
        lines
    }

    /// Whether the column holds numbers, as far as anything stands in it.
    pub fn is_numeric(&self, column: usize) -> bool {
        let mut cells = self.rows.iter().map(|row| &row[column]);
        cells.all(|cell| cell.is_number() || *cell == Cell::Empty)
    }

    /// The same table without its optional columns in which nothing stands.
    #[must_use]
    pub fn without_empty_columns(mut self) -> Self {
        for index in (0..self.columns.len()).rev() {
            if self.columns[index].optional && self.rows.iter().all(|row| row[index].says_nothing())
            {
                self.columns.remove(index);
                self.group = self.group.map(|group| group - usize::from(index < group));
                for row in self.rows.iter_mut().chain(&mut self.total) {
                    row.remove(index);
                }
            }
        }
        self
    }
}

impl Document {
    /// The tables of the workbook in reading order.
    pub fn sheets(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) | Block::Sheet(table) => Some(table),
            _ => None,
        })
    }
}
