//! From bytes to text.

use crate::fault::{At, Fault, Log};

/// The text of a file; `None` (and a fault) when it is not UTF-8.
pub fn decode<'a>(file: &str, bytes: &'a [u8], log: &mut Log) -> Option<&'a str> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        log.fault(Fault::new("utf-16", At::file(file)));
        return None;
    }
    let (bytes, marked) = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = line_at(bytes, error.valid_up_to());
            log.fault(Fault::new("not-utf-8", At::file(file).line(line)));
            return None;
        }
    };
    if marked {
        log.note(Fault::new("byte-order-mark", At::file(file)));
    }
    if text.contains("\r\n") {
        log.note(Fault::new("windows-line-ends", At::file(file)));
    }
    Some(text)
}

/// The line, counted from 1, of a position in bytes.
pub fn line_at(bytes: &[u8], position: usize) -> u32 {
    let before = &bytes[..position.min(bytes.len())];
    1 + before.iter().filter(|byte| **byte == b'\n').count() as u32
}
