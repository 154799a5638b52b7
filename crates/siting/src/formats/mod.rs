//! Files of location problems: the package's own ([`mod@instance`]) and those of public
//! benchmarks, each put into the terms of [`Instance`].
//!
//! Costs of a file become whole numbers: they are multiplied by the least power of ten
//! that makes all of them whole, or, where that does not fit, by the largest one with
//! which all that can be paid stays within [`instance::MOST`]. [`Stated::error`] says how much
//! the second may change an objective. `docs/siting-formats.md` describes each format.

mod error;
mod graph;
pub mod instance;
mod location;
mod mclp;
mod multiservice;
mod numbers;
mod orlib_cap;
mod orlib_pmed;
mod orlib_pmedcap;
mod points;
mod scale;
mod scflp;
mod solution;
mod sscflp;
mod tbed;
mod tokens;
mod uflp_simple;

pub use error::{Choice, Expected, FormatError, Found};
pub use solution::solution_json;

use crate::instance::Instance;

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// The package's own JSON.
    Instance,
    /// OR-Library: capacitated location, demand may be divided.
    OrlibCap,
    /// OR-Library: p-median on a graph.
    OrlibPmed,
    /// OR-Library: capacitated p-median on points.
    OrlibPmedcap,
    /// UflLib: uncapacitated location, a row a site.
    UflpSimple,
    /// The layout of OR-Library's capacitated location, capacities aside.
    UflpOrlib,
    /// Single-source location, sites first.
    Holmberg,
    /// Single-source location of Delmaire, Díaz and Fernández, costs first.
    SscflpDf,
    /// Avella and Boccia's test bed: single-source location, costs a unit.
    Tbed,
    /// Maximal covering within a radius.
    Mclp,
    /// Capacitated location under scenarios of demand.
    Scflp,
    /// Several services with modules, minimum occupancy and one budget.
    Multiservice,
}

impl Format {
    /// All formats, in the order in which they are told.
    pub const ALL: [Self; 12] = [
        Self::Instance,
        Self::OrlibCap,
        Self::OrlibPmed,
        Self::OrlibPmedcap,
        Self::UflpSimple,
        Self::UflpOrlib,
        Self::Holmberg,
        Self::SscflpDf,
        Self::Tbed,
        Self::Mclp,
        Self::Scflp,
        Self::Multiservice,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Instance => "instance",
            Self::OrlibCap => "orlib-cap",
            Self::OrlibPmed => "orlib-pmed",
            Self::OrlibPmedcap => "orlib-pmedcap",
            Self::UflpSimple => "uflp-simple",
            Self::UflpOrlib => "uflp-orlib",
            Self::Holmberg => "holmberg",
            Self::SscflpDf => "sscflp-df",
            Self::Tbed => "tbed",
            Self::Mclp => "mclp",
            Self::Scflp => "scflp",
            Self::Multiservice => "multiservice",
        }
    }

    /// The format of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// What may be chosen for it.
    fn choices(self) -> &'static [Choice] {
        match self {
            Self::OrlibCap => &[Choice::Capacity],
            Self::Tbed => &[Choice::Splittable],
            Self::Mclp => &[Choice::Radius, Choice::P],
            _ => &[],
        }
    }
}

/// What a file leaves open.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Options {
    /// `orlib-cap`: the capacity where the file has the word `capacity`, in units of demand.
    pub capacity: Option<f64>,
    /// `tbed`: whether the demand of a customer may be divided over sites.
    pub splittable: bool,
    /// `mclp`: how far a site covers, in units of the file, on latitudes and longitudes in metres.
    pub radius: Option<f64>,
    /// `mclp`: how many sites may open.
    pub p: Option<u32>,
}

impl Options {
    fn chosen(&self) -> impl Iterator<Item = Choice> {
        [
            (self.capacity.is_some(), Choice::Capacity),
            (self.splittable, Choice::Splittable),
            (self.radius.is_some(), Choice::Radius),
            (self.p.is_some(), Choice::P),
        ]
        .into_iter()
        .filter_map(|(is_chosen, choice)| is_chosen.then_some(choice))
    }
}

/// Which way an objective is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sense {
    /// The file's objective is a cost.
    Minimise,
    /// The file's objective is the demand covered: what may be covered at all, less the cost.
    MaximiseCovered {
        /// Demand that some site could cover, in the file's units.
        total: f64,
    },
}

/// A problem as an instance, and how its numbers are told in the file's terms.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// The problem.
    pub instance: Instance,
    /// How many of the instance's cost make one of the file's.
    pub scale: f64,
    /// The most by which rounding may have changed the objective of any answer, in the file's units.
    pub error: f64,
    /// Which way is better.
    pub sense: Sense,
    /// The number that the file gives each site.
    pub sites: Vec<u64>,
}

impl Stated {
    /// A cost of the instance, or a bound on one, as the file's objective.
    pub fn objective(&self, cost: i64) -> f64 {
        let value = cost as f64 / self.scale;
        match self.sense {
            Sense::Minimise => value,
            Sense::MaximiseCovered { total } => total - value,
        }
    }
}

/// Reads a file.
///
/// # Errors
/// [`FormatError::Unfit`] and [`FormatError::Needed`] where options and format do not go
/// together; the others say what is wrong with the file, and where.
pub fn read(format: Format, file: &[u8], options: &Options) -> Result<Stated, FormatError> {
    let fits = |choice: &Choice| format.choices().contains(choice);
    if let Some(choice) = options.chosen().find(|choice| !fits(choice)) {
        return Err(FormatError::Unfit { choice, format });
    }
    match format {
        Format::Instance => own(file),
        Format::OrlibCap => orlib_cap::read(file, options.capacity),
        Format::OrlibPmed => orlib_pmed::read(file),
        Format::OrlibPmedcap => orlib_pmedcap::read(file),
        Format::UflpSimple => uflp_simple::read(file),
        Format::UflpOrlib => orlib_cap::read_uncapacitated(file),
        Format::Holmberg => sscflp::read(file, sscflp::Layout::SitesFirst),
        Format::SscflpDf => sscflp::read(file, sscflp::Layout::CostsFirst),
        Format::Tbed => tbed::read(file, options.splittable),
        Format::Mclp => mclp::read(file, options.radius, options.p),
        Format::Scflp => scflp::read(file),
        Format::Multiservice => multiservice::read(file),
    }
}

fn own(file: &[u8]) -> Result<Stated, FormatError> {
    let instance = instance::from_json(file).map_err(FormatError::Faults)?;
    let sites = (0..instance.sites.len() as u64).collect();
    Ok(Stated {
        instance,
        scale: 1.0,
        error: 0.0,
        sense: Sense::Minimise,
        sites,
    })
}
