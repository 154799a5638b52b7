//! The planning problem in the field's own terms: multi-service capacitated
//! facility location with modular sizes, minimum occupancy and money ceilings,
//! over years to come and over what the demand may turn out to be.
//!
//! An [`Instance`] knows nothing of regions or people's lives; everything is an
//! index into its vectors and every cost a whole number of cents (or of any other
//! unit: only sums of costs matter).
//!
//! A **state** is a year of the plan under one demand scenario. Each demand belongs
//! to one state; a level gives capacity in every state. Costs that arise in a
//! state bear its weight already. Most instances have one state.

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
    /// Ceilings on money (in force), or on whatever else is drawn, each at least 0.
    pub ceilings: Vec<Ceiling>,
    /// Pairs of facilities of one site of which at most one may open.
    pub apart: Vec<(usize, usize)>,
    /// Decisions to be respected.
    pub locks: Vec<Lock>,
    /// People who, being served by an arc, need something else from there on:
    /// sorted by arc, at most one each.
    pub onward: Vec<Onward>,
}

/// Whoever is served by an arc adds to another demand: who moves into a home
/// needs day services near that home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Onward {
    /// Index into [`Instance::arcs`].
    pub arc: usize,
    /// Index into [`Instance::demands`], of another service and the same state; its arcs lead no further.
    pub demand: usize,
}

/// People with one need at one place, in one state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demand {
    /// How many, besides those whom [`Instance::onward`] brings.
    pub persons: u32,
    /// Cents a year for each person left without; `None` where nobody may be.
    pub unmet_cost: Option<i64>,
    /// Whether all go to one facility.
    pub single_source: bool,
    /// The state, less than [`Instance::states`].
    pub state: usize,
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
        /// Free capacity in load units, by state.
        capacity: Vec<i64>,
    },
    /// It may open at a site, in one of its levels.
    New {
        /// Index into [`Instance::sites`].
        site: usize,
        /// Ways in which it may open, of which at most one does: sizes, rising; with
        /// several years, each with the year in which it opens.
        levels: Vec<Level>,
    },
}

/// A size of a new facility.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Places that count against [`Site::max_places`] (0 for mobile services).
    pub places: u32,
    /// What it holds, by state.
    pub windows: Vec<Window>,
    /// When it opens: an index into [`Site::openings`].
    pub phase: usize,
    /// Cents a year: annualised building money, running cost, size penalty.
    pub fixed_cost: i64,
    /// Ways to pay it, of which exactly one is chosen; never empty.
    pub payments: Vec<Payment>,
}

/// How many a facility may serve in one state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// Least load if it opens (minimum occupancy), load units.
    pub min_load: i64,
    /// Capacity in load units.
    pub capacity: i64,
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
    /// What it costs to open it, by the phase in which the first of its
    /// facilities opens; nothing where there is no entry.
    pub openings: Vec<Opening>,
    /// Most places over all facilities.
    pub max_places: Option<u32>,
}

/// What a site itself costs, whatever opens there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// Cents a year once anything opens (annualised).
    pub fixed_cost: i64,
    /// Ways to pay its own building money; one is chosen when anything opens.
    /// Empty when it has none.
    pub payments: Vec<Payment>,
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

impl Instance {
    /// Number of states, at least 1.
    pub fn states(&self) -> usize {
        let last = self.demands.iter().map(|demand| demand.state).max();
        last.map_or(1, |last| last + 1)
    }

    /// Index of the demand that an arc leads on to.
    pub fn onward(&self, arc: usize) -> Option<usize> {
        let at = self.onward.binary_search_by_key(&arc, |onward| onward.arc);
        at.ok().map(|at| self.onward[at].demand)
    }

    /// The ways in which a facility may open; none of what exists.
    pub fn levels(&self, facility: usize) -> &[Level] {
        match &self.facilities[facility].kind {
            FacilityKind::Existing { .. } => &[],
            FacilityKind::New { levels, .. } => levels,
        }
    }
}

impl Site {
    /// What opening it in a phase costs.
    pub fn opening(&self, phase: usize) -> &Opening {
        const NOTHING: &Opening = &Opening {
            fixed_cost: 0,
            payments: Vec::new(),
        };
        self.openings.get(phase).unwrap_or(NOTHING)
    }
}

impl Level {
    /// What it holds in a state; nothing where there is no entry.
    pub fn window(&self, state: usize) -> Window {
        self.windows.get(state).copied().unwrap_or_default()
    }
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
    /// Per site: index into the payments of its opening, where its money is paid.
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
