//! Checks a certificate of a lower bound on a siting instance: multipliers for every
//! leaf of a branching tree. The bound is reckoned again in whole numbers; no code is
//! shared with the engine that wrote the file. Format and proof: `docs/certificate.md`.

mod fill;
mod instance;
mod leaf;
mod tree;

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use sha2::{Digest, Sha256};
use std::io::BufRead;

/// Why a certificate proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The instance is none.
    #[error("the instance is none, or too large to be reckoned exactly")]
    Instance,
    /// A line of the certificate says what cannot be.
    #[error("line {0} of the certificate: {1}")]
    Line(u64, String),
    /// It is for the first fingerprint, the instance has the second.
    #[error("the certificate is for the instance {0}, not for {1}")]
    Fingerprint(String, String),
    /// It ends after a line, before every child of a split is told.
    #[error("the certificate ends after line {0}, before the whole tree is told")]
    Ends(u64),
    /// It claims the first bound and proves no more than the second.
    #[error("the certificate claims the bound {0:?} and proves no more than {1:?}")]
    Claim(Option<i128>, Option<i128>),
}

/// What a certificate proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The bound claimed, units of cost; `None`: nothing is possible.
    pub bound: Option<i128>,
    /// The greatest bound that it would prove.
    pub proven: Option<i128>,
    /// Nodes of the tree.
    pub nodes: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    schema: String,
    instance: String,
    scale: i128,
    bound: Option<i128>,
    #[serde(default)]
    whole: bool,
    kept: Option<usize>,
}

/// The lines of a certificate, each a JSON value.
struct Lines<R> {
    from: R,
    read: u64,
}

impl<R: BufRead> Lines<R> {
    fn fault(&self, what: impl ToString) -> Refusal {
        Refusal::Line(self.read, what.to_string())
    }

    fn next<T: DeserializeOwned>(&mut self) -> Result<T, Refusal> {
        let mut line = Vec::new();
        let read = self.from.read_until(b'\n', &mut line);
        if read.map_err(|error| self.fault(error))? == 0 {
            return Err(Refusal::Ends(self.read));
        }
        self.read += 1;
        // The first holds a fingerprint, and no number that is multiplied.
        if self.read > 1 && !instance::is_short(&line) {
            return Err(self.fault("a number of more than 16 digits"));
        }
        serde_json::from_slice(&line).map_err(|error| self.fault(error))
    }
}

/// SHA-256 of the canonical JSON of an instance, in hexadecimal.
pub fn fingerprint(instance: &[u8]) -> String {
    let bytes = Sha256::digest(instance);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Checks a certificate against the canonical JSON of its instance.
///
/// # Errors
/// A [`Refusal`] says why nothing is proven.
pub fn check(instance: &[u8], certificate: impl BufRead) -> Result<Verdict, Refusal> {
    let problem = instance::read(instance).ok_or(Refusal::Instance)?;
    let mut lines = Lines {
        from: certificate,
        read: 0,
    };
    let header: Header = lines.next()?;
    let found = fingerprint(instance);
    if header.instance != found {
        return Err(Refusal::Fingerprint(header.instance, found));
    }
    if header.schema != "tuvak-certificate/1" || !(1..=1 << 16).contains(&header.scale) {
        return Err(lines.fault("another schema, or a scale outside 1..=65536"));
    }
    if header
        .kept
        .is_some_and(|kept| kept >= problem.told.ceilings.len() || !problem.keeps(kept))
    {
        return Err(lines.fault("open sites do not draw exactly 1 each on what is kept"));
    }
    let least = tree::walk(&problem, &header, &mut lines)?;
    let nodes = lines.read - 1;
    if lines.next::<IgnoredAny>() != Err(Refusal::Ends(lines.read)) {
        return Err(lines.fault("more than the tree"));
    }
    let proven = least.map(|least| -(-least).div_euclid(header.scale));
    let bound = header.bound;
    match proven.is_none_or(|proven| bound.is_some_and(|bound| bound <= proven)) {
        true => Ok(Verdict {
            bound,
            proven,
            nodes,
        }),
        false => Err(Refusal::Claim(bound, proven)),
    }
}
