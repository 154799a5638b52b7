//! The words of the product as types: territories, places, services, needs,
//! sites, money, and the plan itself.
//!
//! This crate has no I/O and depends on no other crate of the workspace. One
//! noun per idea: the type, the table, the command and the chapter of the
//! guide bear the same name.
//!
//! * [`Region`] is a checked region package: every table, typed. Only the
//!   `dataset` crate makes one, and only from a package without faults.
//! * [`Plan`] is what the planning engine answers and `plan.json` holds.
//! * [`TravelTimes`] says how far a place is from a site.

mod demand_point;
mod id;
mod message;
mod money;
pub mod plan;
mod region;
mod scenario;
mod switches;
mod tables;
mod travel;

pub use demand_point::DemandPoint;
pub use id::*;
pub use message::{Arg, Lang, Message};
pub use money::Cents;
pub use plan::Plan;
pub use region::{Assumption, LocalText, Region, RegionInfo, RowRef, SiteRef};
pub use scenario::*;
pub use switches::*;
pub use tables::*;
pub use travel::{Leg, TravelTimes, great_circle_metres, minutes_from_seconds};
