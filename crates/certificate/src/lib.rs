//! Checks a certificate of a lower bound on a siting instance: multipliers for every
//! leaf of a branching tree. The bound is reckoned again in whole numbers; no code is
//! shared with the engine that wrote the file. Format and proof: `docs/certificate.md`.

mod fill;
mod instance;
mod leaf;
mod tree;

use serde::Deserialize;
use serde_json::Deserializer;
use sha2::{Digest, Sha256};
use std::io::BufRead;

/// Why a certificate proves nothing.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The instance is none.
    #[error("the instance is none, or too large to be reckoned exactly")]
    Instance,
    /// The certificate is not made of header and nodes, ends early or goes on.
    #[error("the certificate cannot be read: {0}")]
    Json(#[from] serde_json::Error),
    /// It is for the first fingerprint, the instance has the second.
    #[error("the certificate is for the instance {0}, not for {1}")]
    Fingerprint(String, String),
    /// The header says what cannot be.
    #[error("the header of the certificate: {0}")]
    Header(&'static str),
    /// A node, counted from 1, says what cannot be.
    #[error("node {0} of the certificate: {1}")]
    Node(u64, &'static str),
    /// The first bound is claimed, no more than the second is proven.
    #[error("the certificate claims the bound {0:?} and proves no more than {1:?}")]
    Claim(Option<i64>, Option<i128>),
}

/// What a certificate proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The bound claimed, units of cost; `None`: nothing is possible.
    pub bound: Option<i64>,
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
    bound: Option<i64>,
    #[serde(default)]
    whole: bool,
    kept: Option<usize>,
}

/// SHA-256 of the canonical JSON of an instance, in hexadecimal.
pub fn fingerprint(instance: &[u8]) -> String {
    Sha256::digest(instance).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Checks a certificate against the canonical JSON of its instance.
///
/// # Errors
/// A [`Refusal`] says why nothing is proven.
pub fn check(instance: &[u8], certificate: impl BufRead) -> Result<Verdict, Refusal> {
    let mut json = Deserializer::from_reader(certificate);
    let header = Header::deserialize(&mut json)?;
    let (found, bound) = (fingerprint(instance), header.bound);
    if header.instance != found {
        return Err(Refusal::Fingerprint(header.instance, found));
    }
    if header.schema != "tuvak-certificate/1" || !(1..=1 << 16).contains(&header.scale) {
        return Err(Refusal::Header("another schema, or a scale outside 1..=65536"));
    }
    let mut problem = instance::read(instance, header).ok_or(Refusal::Instance)?;
    if let Some(ceiling) = problem.header.kept {
        let most = problem.kept(ceiling);
        let no = Refusal::Header("open sites do not all draw the same on what is kept");
        problem.most = Some(most.ok_or(no)?);
    }
    let (least, nodes) = tree::walk(&problem, &mut json)?;
    json.end()?;
    let grain = problem.grain();
    let proven = least.map(|least| -(-least).div_euclid(problem.header.scale * grain) * grain);
    match proven.is_none_or(|proven| bound.is_some_and(|bound| i128::from(bound) <= proven)) {
        true => Ok(Verdict { bound, proven, nodes }),
        false => Err(Refusal::Claim(bound, proven)),
    }
}
