//! The planning problem in the field's own terms: multi-service capacitated
//! facility location with modular sizes, minimum occupancy and money ceilings.
//!
//! An [`Instance`] knows nothing of regions or people; everything is an index
//! into its vectors and every cost a whole number of cents.

/// A whole planning problem.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Instance {
    /// Demand points.
    pub demands: Vec<Demand>,
    /// A service at a site, each with its sizes.
    pub facilities: Vec<Facility>,
    /// Sites that may be built.
    pub sites: Vec<Site>,
    /// Who may go where; sorted by demand, then facility.
    pub arcs: Vec<Arc>,
    /// Ceilings on money (in force), each at least 0.
    pub ceilings: Vec<Ceiling>,
    /// Pairs of facilities of one site of which at most one may open.
    pub apart: Vec<(usize, usize)>,
    /// Decisions to be respected.
    pub locks: Vec<Lock>,
}

/// People with one need at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// How many, at least 1.
    pub persons: u32,
    /// Cents a year for each person left without.
    pub unmet_cost: i64,
}

/// A service at a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facility {
    /// What it is.
    pub kind: FacilityKind,
}

/// Existing capacity, or sizes of which at most one may open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FacilityKind {
    /// It is there already: its free capacity in load units, at no fixed cost.
    Existing {
        /// Free capacity in load units.
        capacity: i64,
    },
    /// It may open at a site, in one of its levels.
    New {
        /// Index into [`Instance::sites`].
        site: usize,
        /// Sizes, rising.
        levels: Vec<Level>,
    },
}

/// A size of a new facility.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Places that count against [`Site::max_places`] (0 for mobile services).
    pub places: u32,
    /// Capacity in load units.
    pub capacity: i64,
    /// Least load if it opens (minimum occupancy), load units.
    pub min_load: i64,
    /// Cents a year: annualised building money, running cost, size penalty.
    pub fixed_cost: i64,
    /// Ways to pay it, of which exactly one is chosen; never empty.
    pub payments: Vec<Payment>,
}

/// One way to pay something: how much it draws on each ceiling.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Payment {
    /// The scheme, an index that the caller understands. The site's own money
    /// is paid by a scheme that pays one of its facilities.
    pub scheme: usize,
    /// Ceiling (index into [`Instance::ceilings`]) and cents drawn on it.
    pub draws: Vec<(usize, i64)>,
    /// Cents that fall on the municipalities: among plans of equal cost, the
    /// one in which this sum is least is taken.
    pub municipal: i64,
}

/// A site that may be built.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// Cents a year once anything opens (annualised).
    pub fixed_cost: i64,
    /// Ways to pay its own building money; one is chosen when anything opens.
    /// Empty when it has none.
    pub payments: Vec<Payment>,
    /// Most places over all facilities.
    pub max_places: Option<u32>,
}

/// A possible assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    /// Index into [`Instance::demands`].
    pub demand: usize,
    /// Index into [`Instance::facilities`].
    pub facility: usize,
    /// Cents a person-year.
    pub cost: i64,
    /// Load units a person.
    pub load: i64,
}

/// A ceiling on money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ceiling {
    /// Most that may be drawn, cents.
    pub cents: i64,
}

/// A decision to be respected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lock {
    /// The site must have an open facility (`true`) or none.
    Site {
        /// Index into [`Instance::sites`].
        site: usize,
        /// Must open.
        open: bool,
    },
    /// The facility must be open (`true`; at this level, if given) or closed.
    Facility {
        /// Index into [`Instance::facilities`].
        facility: usize,
        /// Index into its levels.
        level: Option<usize>,
        /// Must open.
        open: bool,
    },
}

/// An answer. It need not be optimal, but it respects the instance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Solution {
    /// Per facility: level and payment chosen; `None` where closed or existing.
    pub open: Vec<Option<Opened>>,
    /// Per site: index into [`Site::payments`], where its money is paid.
    pub site_payment: Vec<Option<usize>>,
    /// Persons per arc.
    pub flow: Vec<u32>,
    /// Persons left without, per demand.
    pub unmet: Vec<u32>,
}

/// Level and payment of an open facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// Index into the facility's levels.
    pub level: usize,
    /// Index into the level's payments.
    pub payment: usize,
}
