//! The blobs of a PBF file: where they are, and decoding them in parallel.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use hierarchy::Progress;
use osmpbf::{BlobReader, HeaderBlock, PrimitiveBlock};
use rayon::prelude::*;

use crate::error::Error;

const MAX_HEADER: u32 = 64 * 1024;
const MAX_DATA: u64 = 32 * 1024 * 1024 + 64 * 1024;
/// Features of the format that are understood; `LocationsOnWays` is optional by its nature.
const UNDERSTOOD: [&str; 2] = ["OsmSchema-V0.6", "DenseNodes"];

/// One blob of the file.
#[derive(Clone, Copy, Debug)]
struct Frame {
    number: usize,
    offset: u64,
    length: u64,
}

/// A PBF file whose blobs have been found.
pub(super) struct Frames {
    file: File,
    name: String,
    data: Vec<Frame>,
    /// The file says that nodes come before ways and ways before relations.
    pub sorted: bool,
}

impl Frames {
    /// Opens a file, checks its header and finds all its blobs without decoding them.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let name = path.display().to_string();
        let read = |source| Error::Read {
            file: name.clone(),
            source,
        };
        let mut file = File::open(path).map_err(read)?;
        let length = file.metadata().map_err(read)?.len();
        let mut data = Vec::new();
        let (mut offset, mut number) = (0, 0);
        let mut header = None;
        while offset < length {
            let truncated = || Error::Truncated {
                file: name.clone(),
                offset,
                length,
            };
            let broken = |reason: &str| match number {
                0 => Error::NotPbf { file: name.clone() },
                _ => Error::BrokenBlob {
                    file: name.clone(),
                    blob: number,
                    offset,
                    reason: reason.to_owned(),
                },
            };
            if length - offset < 4 {
                return Err(if number == 0 { broken("") } else { truncated() });
            }
            let mut size = [0; 4];
            file.read_exact(&mut size).map_err(read)?;
            let size = u32::from_be_bytes(size);
            if size == 0 || size >= MAX_HEADER {
                return Err(broken("its header has an impossible size"));
            }
            if length - offset - 4 < u64::from(size) {
                return Err(if number == 0 { broken("") } else { truncated() });
            }
            let mut bytes = vec![0; size as usize];
            file.read_exact(&mut bytes).map_err(read)?;
            let (kind, datasize) =
                blob_header(&bytes).ok_or_else(|| broken("its header cannot be read"))?;
            if datasize > MAX_DATA {
                return Err(broken("it is larger than the format allows"));
            }
            if number == 0 && kind != b"OSMHeader" {
                return Err(broken(""));
            }
            let frame = Frame {
                number,
                offset,
                length: 4 + u64::from(size) + datasize,
            };
            if frame.length > length - offset {
                return Err(truncated());
            }
            match kind {
                b"OSMData" => data.push(frame),
                b"OSMHeader" if number == 0 => header = Some(frame),
                _ => {}
            }
            (offset, number) = (offset + frame.length, number + 1);
            file.seek(SeekFrom::Start(offset)).map_err(read)?;
        }
        let Some(header) = header else {
            return Err(Error::NotPbf { file: name });
        };
        let mut frames = Self {
            file,
            name,
            data,
            sorted: false,
        };
        let bytes = frames.bytes(header)?;
        let block = decode_header(&bytes).map_err(|reason| frames.broken(header, reason))?;
        if let Some(feature) = block
            .required_features()
            .iter()
            .find(|f| !UNDERSTOOD.contains(&f.as_str()))
        {
            return Err(Error::UnsupportedFeature {
                file: frames.name,
                feature: feature.clone(),
            });
        }
        frames.sorted = block
            .optional_features()
            .iter()
            .any(|f| f == "Sort.Type_then_ID");
        Ok(frames)
    }

    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Bytes of some blobs.
    pub fn bytes_of(&self, which: &[usize]) -> usize {
        let lengths = which.iter().map(|i| self.data[*i].length as usize);
        lengths.sum()
    }

    /// Decodes some blobs in parallel and hands the results on in the order of the file, a few at a time; tells their bytes
    /// as done.
    pub fn each<T: Send>(
        &mut self,
        which: &[usize],
        progress: &Progress,
        visit: impl Fn(&PrimitiveBlock) -> T + Sync,
        mut take: impl FnMut(usize, T),
    ) -> Result<(), Error> {
        let batch = 2 * rayon::current_num_threads();
        for some in which.chunks(batch) {
            if progress.is_stopped() {
                return Err(Error::Stopped);
            }
            let read: Result<Vec<_>, Error> = some
                .iter()
                .map(|i| Ok((*i, self.bytes(self.data[*i])?)))
                .collect();
            let results: Vec<_> = read?
                .into_par_iter()
                .map(|(i, bytes)| (i, decode(bytes, &visit)))
                .collect();
            for (i, result) in results {
                take(
                    i,
                    result.map_err(|reason| self.broken(self.data[i], reason))?,
                );
            }
            progress.advance(self.bytes_of(some));
        }
        Ok(())
    }

    /// The first blob for which a property holds that, once it holds, goes on to hold.
    pub fn first(
        &mut self,
        holds: impl Fn(&PrimitiveBlock) -> bool + Sync,
    ) -> Result<usize, Error> {
        let mut range: Range<usize> = 0..self.len();
        while !range.is_empty() {
            let middle = range.start + range.len() / 2;
            let mut found = false;
            self.each(&[middle], &Progress::default(), &holds, |_, yes| {
                found = yes
            })?;
            range = if found {
                range.start..middle
            } else {
                middle + 1..range.end
            };
        }
        Ok(range.start)
    }

    fn bytes(&mut self, frame: Frame) -> Result<Vec<u8>, Error> {
        let mut bytes = vec![0; frame.length as usize];
        let read = self
            .file
            .seek(SeekFrom::Start(frame.offset))
            .and_then(|_| self.file.read_exact(&mut bytes));
        read.map_err(|source| Error::Read {
            file: self.name.clone(),
            source,
        })?;
        Ok(bytes)
    }

    fn broken(&self, frame: Frame, reason: String) -> Error {
        Error::BrokenBlob {
            file: self.name.clone(),
            blob: frame.number,
            offset: frame.offset,
            reason,
        }
    }
}

/// Type and data size out of the protobuf message `BlobHeader`.
fn blob_header(mut bytes: &[u8]) -> Option<(&[u8], u64)> {
    let (mut kind, mut size) = (None, None);
    while !bytes.is_empty() {
        match varint(&mut bytes)? {
            0x0a => kind = Some(chunk(&mut bytes)?),
            0x12 => drop(chunk(&mut bytes)?),
            0x18 => size = Some(varint(&mut bytes)?),
            _ => return None,
        }
    }
    Some((kind?, size?))
}

fn chunk<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let length = usize::try_from(varint(bytes)?).ok()?;
    let (chunk, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(chunk)
}

fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..63).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

fn decode_header(bytes: &[u8]) -> Result<HeaderBlock, String> {
    guarded(|| one_blob(bytes)?.to_headerblock().map_err(|e| e.to_string()))
}

fn decode<T>(bytes: Vec<u8>, visit: impl Fn(&PrimitiveBlock) -> T) -> Result<T, String> {
    guarded(|| {
        let blob = one_blob(&bytes)?;
        drop(bytes);
        let block = blob.to_primitiveblock().map_err(|e| e.to_string())?;
        drop(blob);
        Ok(visit(&block))
    })
}

fn one_blob(bytes: &[u8]) -> Result<osmpbf::Blob, String> {
    match BlobReader::new(bytes).next() {
        Some(blob) => blob.map_err(|e| e.to_string()),
        None => Err("it is empty".to_owned()),
    }
}

/// The decoder computes on what the file says without checking it; where the numbers overflow it panics in debug builds.
fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err("its numbers are out of range".to_owned()))
}
