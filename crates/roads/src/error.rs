//! What can go wrong, by name.

use std::io;

/// A fault in an extract, a profile, a table of changes or a set of points.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file cannot be opened or read.
    #[error("{file}: cannot be read: {source}")]
    Read {
        /// The path as it was given.
        file: String,
        /// What the operating system says.
        source: io::Error,
    },
    /// The file does not begin as an OpenStreetMap PBF file does.
    #[error("{file}: not an OpenStreetMap PBF file; give an extract that ends in .osm.pbf")]
    NotPbf {
        /// The path as it was given.
        file: String,
    },
    /// The file ends inside a blob.
    #[error(
        "{file}: ends at byte {length} inside the blob that begins at byte {offset}; fetch it again"
    )]
    Truncated {
        /// The path as it was given.
        file: String,
        /// Where the unfinished blob begins.
        offset: u64,
        /// The length of the file.
        length: u64,
    },
    /// A blob cannot be decoded.
    #[error("{file}: blob {blob} at byte {offset} is damaged ({reason}); fetch the file again")]
    BrokenBlob {
        /// The path as it was given.
        file: String,
        /// The number of the blob, the header being 0.
        blob: usize,
        /// Where the blob begins.
        offset: u64,
        /// What the decoder says.
        reason: String,
    },
    /// The file says that a reader must know something that this one does not.
    #[error(
        "{file}: needs the feature {feature:?}, which is not supported; write the extract without history"
    )]
    UnsupportedFeature {
        /// The path as it was given.
        file: String,
        /// The feature's name in the file's header.
        feature: String,
    },
    /// No way of the extract is a road for the profile.
    #[error("{file}: has no way that profile {profile} can use; take an extract with roads")]
    NoRoads {
        /// The path as it was given.
        file: String,
        /// The profile's name.
        profile: String,
    },
    /// The extract is too large for 32-bit indices.
    #[error("{file}: has more than 2^31 {what}; cut it into smaller extracts")]
    TooLarge {
        /// The path as it was given.
        file: String,
        /// What there is too much of.
        what: &'static str,
    },
    /// No point lies near a road.
    #[error(
        "none of {points} points lies within {metres} m of a road; the roads lie between {south:.3},{west:.3} and {north:.3},{east:.3}: take the extract of the points' country, or check that lat and lon are not exchanged"
    )]
    NotCovered {
        /// How many points there are.
        points: usize,
        /// The greatest distance allowed.
        metres: f64,
        /// Least latitude of a road.
        south: f64,
        /// Least longitude of a road.
        west: f64,
        /// Greatest latitude of a road.
        north: f64,
        /// Greatest longitude of a road.
        east: f64,
    },
    /// A profile's text is not valid.
    #[error("{file}: {reason}")]
    BadProfile {
        /// The path or name of the profile.
        file: String,
        /// What is wrong, naming the key.
        reason: String,
    },
    /// There is no profile of this name.
    #[error("no profile {name:?}; give one of {known} or the path of a .toml file")]
    UnknownProfile {
        /// What was asked for.
        name: String,
        /// The built-in names.
        known: String,
    },
    /// A graph prepared for one vehicle is priced for another.
    #[error(
        "the graph was prepared for {graph}, but profile {profile} is for {vehicle}; prepare it with that profile"
    )]
    OtherVehicle {
        /// The vehicle of the graph.
        graph: String,
        /// The profile's name.
        profile: String,
        /// The vehicle of the profile.
        vehicle: String,
    },
    /// Changes name ways that are not in the graph.
    #[error(
        "{file}: ways {ways:?} are no roads that this traveller could use in this extract; take them out, or take the ids of the same extract"
    )]
    ChangedWaysUnknown {
        /// The path as it was given.
        file: String,
        /// All such ways.
        ways: Vec<i64>,
    },
    /// The arrays of a graph contradict each other.
    #[error("the road graph is damaged: {what}; prepare it again")]
    BadGraph {
        /// Which array, and how.
        what: &'static str,
    },
    /// A file cannot be written.
    #[error("{file}: cannot be written: {source}")]
    Write {
        /// The path as it was given.
        file: String,
        /// What the operating system says.
        source: io::Error,
    },
    /// A file is no prepared network.
    #[error("{file}: not a prepared road network; make one with `tuvak travel prepare`")]
    NotPrepared {
        /// The path as it was given.
        file: String,
    },
    /// A network was prepared by another version of the program.
    #[error("{file}: prepared by version {version} of the format; prepare it again")]
    OtherVersion {
        /// The path as it was given.
        file: String,
        /// That version.
        version: String,
    },
    /// A prepared network is not what was written.
    #[error("{file}: the prepared road network is damaged; prepare it again")]
    Damaged {
        /// The path as it was given.
        file: String,
    },
    /// The threads asked for cannot be had.
    #[error("threads cannot be started: {0}; ask for fewer")]
    Threads(String),
    /// Somebody asked to stop.
    #[error("stopped")]
    Stopped,
}

impl Error {
    /// A stable key for messages in people's languages.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Read { .. } => "roads-read",
            Self::NotPbf { .. } => "roads-not-pbf",
            Self::Truncated { .. } => "roads-truncated",
            Self::BrokenBlob { .. } => "roads-broken-blob",
            Self::UnsupportedFeature { .. } => "roads-unsupported-feature",
            Self::NoRoads { .. } => "roads-no-roads",
            Self::TooLarge { .. } => "roads-too-large",
            Self::NotCovered { .. } => "roads-not-covered",
            Self::BadProfile { .. } => "roads-bad-profile",
            Self::UnknownProfile { .. } => "roads-unknown-profile",
            Self::OtherVehicle { .. } => "roads-other-vehicle",
            Self::ChangedWaysUnknown { .. } => "roads-changed-ways-unknown",
            Self::BadGraph { .. } => "roads-bad-graph",
            Self::Write { .. } => "roads-write",
            Self::NotPrepared { .. } => "roads-not-prepared",
            Self::OtherVersion { .. } => "roads-other-version",
            Self::Damaged { .. } => "roads-damaged",
            Self::Threads(_) => "roads-threads",
            Self::Stopped => "roads-stopped",
        }
    }
}
