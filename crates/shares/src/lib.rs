//! Cooperative cost games: how players who are served together share what it
//! costs (see `docs/cost-shares.md`).
//!
//! A [`Game`] is a number of players, what is to be shared, and an oracle that
//! says what each [`Coalition`] would cost alone. The oracle may not know that
//! exactly (a search ended with a gap): it answers with a [`Cost`], a proven
//! bound and what was found, and answers here then are intervals too.
//!
//! | what | function | source |
//! |---|---|---|
//! | Shapley value | [`shapley()`], sampled: [`sample`] | Shapley 1953; Castro, Gómez, Tejada 2009 |
//! | nucleolus | [`nucleolus()`], by separation: [`nucleolus_by`] | Schmeidler 1969; Kopelowitz 1967 |
//! | core | [`least_excess`], [`objection`], by separation: [`objection_by`] | Gillies 1959; Shapley, Shubik 1966 |
//! | separable costs, remaining benefits | [`remaining_benefits`] | Young, Okada, Hashimoto 1982 |
//! | in proportion to anything | [`proportional`] | |
//!
//! Costs are whole numbers of cents (any unit does); [`whole`] makes whole cents
//! of shares, which add up to what is shared.

mod coalition;
mod core;
mod error;
mod game;
mod listed;
mod nucleolus;
mod rules;
mod sampling;
mod separation;
mod shapley;
mod whole;

pub use coalition::{Coalition, MOST_PLAYERS};
pub use core::{Objection, least_excess, objection, objection_by};
pub use error::Error;
pub use game::{Cost, Game, Share};
pub use listed::MOST_LISTED;
pub use nucleolus::{Nucleolus, nucleolus, nucleolus_by};
pub use rules::{proportional, remaining_benefits};
pub use sampling::{Sampling, sample};
pub use separation::{Decided, Separate};
pub use shapley::shapley;
pub use whole::whole;
