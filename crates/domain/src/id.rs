//! Identifiers. Ids are text as the package gives them; each kind of thing has
//! a type of its own so that a place is never taken for a territory.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as the package writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A municipality, parish, town or region; in Latvia its ATVK code.
    TerritoryId,
    /// A settlement with coordinates, where people live.
    PlaceId,
    /// A kind of service from the catalogue, such as `GROUP_HOME_CARE`.
    ServiceId,
    /// A group of people who may need services, such as `GRT`.
    TargetGroup,
    /// A site that exists.
    SiteId,
    /// A site where something may be built or improved.
    CandidateId,
    /// An institution of long-term care.
    InstitutionId,
    /// A way in which a measure may be paid.
    SchemeId,
    /// A general service (hospital, school, bus station …).
    GeneralServiceId,
}
