//! Where a matrix goes: long rows `from,to,seconds,metres`, as a package's
//! `travel.csv` has them, in CSV or Parquet.

use crate::geo::ATTRIBUTION;
use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The way from one point to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Way {
    /// Seconds one way; absent: there is no way.
    pub seconds: Option<u32>,
    /// Metres one way.
    pub metres: Option<u32>,
}

/// How a matrix is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text, a row a line.
    Csv,
    /// Apache Parquet: columns, compressed.
    Parquet,
}

impl Format {
    /// The format that a file's ending tells; `None` for an ending of neither.
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "csv" => Some(Self::Csv),
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }
}

/// A matrix that is being written, block by block. The file has its name only
/// when it is whole.
pub struct MatrixFile {
    sink: Sink,
    /// The profile's name in each row, where the column is asked for.
    profile: Option<String>,
    /// The unfinished file and its name to be.
    renamed: Option<(PathBuf, PathBuf)>,
}

enum Sink {
    Csv(Box<dyn Write>),
    Parquet(Box<SerializedFileWriter<File>>),
}

impl MatrixFile {
    /// Begins a file; `None` writes CSV to standard output. With a `profile`
    /// the rows have a column of that name.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn create(out: Option<(&Path, Format)>, profile: Option<&str>) -> io::Result<Self> {
        let Some((file, format)) = out else {
            let mut stdout = BufWriter::new(io::stdout());
            csv_header(&mut stdout, profile.is_some())?;
            return Ok(Self {
                sink: Sink::Csv(Box::new(stdout)),
                profile: profile.map(csv_cell),
                renamed: None,
            });
        };
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut part = file.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let begun = File::create(&part)?;
        let sink = match format {
            Format::Csv => {
                let mut begun = BufWriter::with_capacity(1 << 16, begun);
                csv_header(&mut begun, profile.is_some())?;
                Sink::Csv(Box::new(begun))
            }
            Format::Parquet => Sink::Parquet(Box::new(
                parquet(begun, profile.is_some()).map_err(io_error)?,
            )),
        };
        let profile = profile.map(|name| match format {
            Format::Csv => csv_cell(name),
            Format::Parquet => name.to_owned(),
        });
        Ok(Self {
            sink,
            profile,
            renamed: Some((part, file.to_owned())),
        })
    }

    /// Writes the ways of some origins to all destinations, origin by origin.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn block(
        &mut self,
        from: &[&str],
        to: &[&str],
        way: &dyn Fn(usize, usize) -> Way,
    ) -> io::Result<()> {
        match &mut self.sink {
            Sink::Csv(out) => csv_rows(out, from, to, way, self.profile.as_deref()),
            Sink::Parquet(out) => {
                parquet_rows(out, from, to, way, self.profile.as_deref()).map_err(io_error)
            }
        }
    }

    /// Ends the file and gives it its name.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        match &mut self.sink {
            Sink::Csv(out) => out.flush()?,
            Sink::Parquet(out) => {
                out.finish().map_err(io_error)?;
            }
        }
        if let Some((part, file)) = self.renamed.take() {
            fs::rename(part, file)?;
        }
        Ok(())
    }
}

impl Drop for MatrixFile {
    /// Nothing is left of a file that was not finished.
    fn drop(&mut self) {
        if let Some((part, _)) = &self.renamed {
            let _ = fs::remove_file(part);
        }
    }
}

fn csv_header(out: &mut impl Write, with_profile: bool) -> io::Result<()> {
    let profile = if with_profile { ",profile" } else { "" };
    writeln!(out, "from,to,seconds,metres{profile}")
}

fn csv_rows(
    out: &mut dyn Write,
    from: &[&str],
    to: &[&str],
    way: &dyn Fn(usize, usize) -> Way,
    profile: Option<&str>,
) -> io::Result<()> {
    let to: Vec<String> = to.iter().map(|id| csv_cell(id)).collect();
    let mut line = Vec::new();
    for (i, from) in from.iter().enumerate() {
        let from = csv_cell(from);
        for (j, to) in to.iter().enumerate() {
            let Way { seconds, metres } = way(i, j);
            line.clear();
            write!(line, "{from},{to},")?;
            if let Some(seconds) = seconds {
                write!(line, "{seconds}")?;
            }
            line.push(b',');
            if let Some(metres) = metres {
                write!(line, "{metres}")?;
            }
            if let Some(profile) = profile {
                write!(line, ",{profile}")?;
            }
            line.push(b'\n');
            out.write_all(&line)?;
        }
    }
    Ok(())
}

/// An id as a cell, in quotation marks where it needs them.
fn csv_cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn parquet(file: File, with_profile: bool) -> Result<SerializedFileWriter<File>, ParquetError> {
    let profile = if with_profile {
        "required binary profile (STRING);"
    } else {
        ""
    };
    let schema = parse_message_type(&format!(
        "message travel {{ required binary from (STRING); required binary to (STRING); \
         optional int32 seconds; optional int32 metres; {profile} }}"
    ))?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("tuvak {}", env!("CARGO_PKG_VERSION")))
        .set_key_value_metadata(Some(vec![KeyValue::new(
            "attribution".to_owned(),
            ATTRIBUTION.to_owned(),
        )]))
        .build();
    SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties))
}

fn parquet_rows(
    out: &mut SerializedFileWriter<File>,
    from: &[&str],
    to: &[&str],
    way: &dyn Fn(usize, usize) -> Way,
    profile: Option<&str>,
) -> Result<(), ParquetError> {
    let ids = |ids: &[&str]| -> Vec<ByteArray> { ids.iter().map(|id| (*id).into()).collect() };
    let (from, to) = (ids(from), ids(to));
    let each = || (0..from.len()).flat_map(|i| (0..to.len()).map(move |j| (i, j)));
    let mut group = out.next_row_group()?;
    let mut texts = |values: Vec<ByteArray>| -> Result<(), ParquetError> {
        if let Some(mut column) = group.next_column()? {
            column
                .typed::<ByteArrayType>()
                .write_batch(&values, None, None)?;
            column.close()?;
        }
        Ok(())
    };
    texts(each().map(|(i, _)| from[i].clone()).collect())?;
    texts(each().map(|(_, j)| to[j].clone()).collect())?;
    for part in [|way: Way| way.seconds, |way: Way| way.metres] {
        let cells: Vec<Option<u32>> = each().map(|(i, j)| part(way(i, j))).collect();
        let levels: Vec<i16> = cells.iter().map(|cell| cell.is_some().into()).collect();
        // Neither a trip's seconds nor its metres come near 2^31.
        let values: Vec<i32> = cells.iter().flatten().map(|value| *value as i32).collect();
        if let Some(mut column) = group.next_column()? {
            column
                .typed::<Int32Type>()
                .write_batch(&values, Some(&levels), None)?;
            column.close()?;
        }
    }
    if let Some(profile) = profile {
        let name = ByteArray::from(profile);
        if let Some(mut column) = group.next_column()? {
            let values = vec![name; from.len() * to.len()];
            column
                .typed::<ByteArrayType>()
                .write_batch(&values, None, None)?;
            column.close()?;
        }
    }
    group.close()?;
    Ok(())
}

fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;

    fn file(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("tuvak-matrix-{}-{name}", std::process::id()))
    }

    fn way(i: usize, j: usize) -> Way {
        if (i, j) == (1, 0) {
            return Way::default();
        }
        Way {
            seconds: Some((10 * i + j) as u32),
            metres: Some((100 * i + j) as u32),
        }
    }

    #[test]
    fn rows_stand_origin_by_origin_and_are_empty_where_there_is_no_way() {
        let out = file("rows.csv");
        let mut written = MatrixFile::create(Some((&out, Format::Csv)), None).unwrap();
        written.block(&["a", "b, c"], &["x", "y"], &way).unwrap();
        assert!(!out.exists(), "half a matrix is no matrix");
        written.finish().unwrap();
        assert_eq!(
            fs::read_to_string(&out).unwrap(),
            "from,to,seconds,metres\na,x,0,0\na,y,1,1\n\"b, c\",x,,\n\"b, c\",y,11,101\n"
        );
        fs::remove_file(out).unwrap();
    }

    #[test]
    fn the_profile_is_a_column_where_it_is_asked_for() {
        let out = file("profile.csv");
        let mut written = MatrixFile::create(Some((&out, Format::Csv)), Some("car")).unwrap();
        written.block(&["a"], &["x"], &way).unwrap();
        written.finish().unwrap();
        let text = fs::read_to_string(&out).unwrap();
        assert_eq!(text, "from,to,seconds,metres,profile\na,x,0,0,car\n");
        fs::remove_file(out).unwrap();
    }

    #[test]
    fn parquet_holds_the_same_rows() {
        let out = file("rows.parquet");
        let mut written = MatrixFile::create(Some((&out, Format::Parquet)), Some("bus")).unwrap();
        written.block(&["a", "b"], &["x", "y"], &way).unwrap();
        written.block(&["c"], &["x", "y"], &way).unwrap();
        written.finish().unwrap();
        let reader = SerializedFileReader::new(File::open(&out).unwrap()).unwrap();
        let head = reader.metadata().file_metadata();
        let said = head.key_value_metadata().unwrap().iter();
        let said: Vec<_> = said.filter_map(|pair| pair.value.as_deref()).collect();
        assert!(said.contains(&ATTRIBUTION), "{said:?}");
        let rows: Vec<String> = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| {
                let row = row.unwrap();
                let number = |at| row.get_int(at).map_or("-".into(), |n| n.to_string());
                let text = |at| row.get_string(at).unwrap().clone();
                [text(0), text(1), number(2), number(3), text(4)].join(" ")
            })
            .collect();
        let expected = [
            "a x 0 0 bus",
            "a y 1 1 bus",
            "b x - - bus",
            "b y 11 101 bus",
            "c x 0 0 bus",
            "c y 1 1 bus",
        ];
        assert_eq!(rows, expected);
        fs::remove_file(out).unwrap();
    }

    #[test]
    fn nothing_is_left_of_a_matrix_that_was_not_finished() {
        let out = file("broken.csv");
        let written = MatrixFile::create(Some((&out, Format::Csv)), None).unwrap();
        drop(written);
        assert!(!out.exists() && !file("broken.csv.part").exists());
    }

    #[test]
    fn the_ending_tells_the_format() {
        let of = |name: &str| Format::of(Path::new(name));
        assert_eq!(of("a.CSV"), Some(Format::Csv));
        assert_eq!(of("a.b/c.parquet"), Some(Format::Parquet));
        assert_eq!((of("a.xlsx"), of("a")), (None, None));
    }
}
