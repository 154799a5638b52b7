//! Who travels: a profile of the road network, or a passenger of public transport.

use crate::error::Error;
use roads::Profile;

/// Public transport, on foot to and from its stops.
pub const TRANSIT: &str = "transit";
/// The same at a frail person's pace.
pub const TRANSIT_FRAIL: &str = "transit-frail";
const FOOT: &str = "foot";
const FOOT_FRAIL: &str = "foot-frail";

/// A way of travelling.
#[derive(Debug, Clone)]
pub enum Mode {
    /// On roads all the way.
    Road(Profile),
    /// By public transport, with this profile on foot.
    Transit(Profile),
}

impl Mode {
    /// The vehicle of profiles on foot.
    pub const ON_FOOT: &str = "foot";

    /// The way of travelling of a name: a profile's, a profile file's, `transit`
    /// (on foot by the profile `walk`, else `foot`) or `transit-frail`.
    ///
    /// # Errors
    /// There is no such profile, or it has faults.
    pub fn named(name: &str, walk: Option<&str>) -> Result<Self, Error> {
        Ok(match name {
            TRANSIT => Self::Transit(Profile::named(walk.unwrap_or(FOOT))?),
            TRANSIT_FRAIL => Self::Transit(Profile::named(walk.unwrap_or(FOOT_FRAIL))?),
            road => Self::Road(Profile::named(road)?),
        })
    }

    /// The way of travelling that a built-in name stands for; `None` where
    /// there is no such name.
    pub fn builtin(name: &str) -> Option<Self> {
        let is_builtin = Self::names().contains(&name);
        is_builtin.then(|| Self::named(name, None).ok()).flatten()
    }

    /// All built-in names.
    pub fn names() -> Vec<&'static str> {
        let roads = Profile::builtin_names().iter().copied();
        roads.chain([TRANSIT, TRANSIT_FRAIL]).collect()
    }

    /// The name: the profile's, or that of public transport.
    pub fn name(&self) -> &str {
        match self {
            Self::Road(profile) => profile.name(),
            Self::Transit(profile) if profile.name() == FOOT_FRAIL => TRANSIT_FRAIL,
            Self::Transit(_) => TRANSIT,
        }
    }

    /// The profile on the roads.
    pub fn profile(&self) -> &Profile {
        match self {
            Self::Road(profile) | Self::Transit(profile) => profile,
        }
    }

    /// Whether timetables are needed.
    pub fn is_transit(&self) -> bool {
        matches!(self, Self::Transit(_))
    }
}
