//! What is told of cost shares: what `tuvak shares --json` prints.

use domain::{Cents, TerritoryId};
use serde::Serialize;

/// The schema's name and version, the first field of the answer.
pub const SCHEMA: &str = "tuvak-shares/1";

/// How the municipalities of a plan may share what it costs. Internal: it
/// follows from exact counts of people, small ones too.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CostShares {
    /// The schema's name and version: `tuvak-shares/1`.
    pub schema: &'static str,
    /// SHA-256 of the package.
    pub fingerprint: String,
    /// What the plan costs a year; the groups' costs and the rest add up to it.
    pub objective: Cents,
    /// How being alone is reckoned.
    pub alone: Alone,
    /// Municipalities that use sites together, directly or through others;
    /// one that uses none with others is a group by itself.
    pub groups: Vec<Group>,
    /// What the plan spends on what nobody uses.
    pub rest: Cents,
}

/// How municipalities would be served alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Alone {
    /// By a plan of their own: any site that may open and any free place, under
    /// the plan's conditions, with their share of the money: of every ceiling that
    /// is not one municipality's own, what the plan draws for the group and the
    /// group's part of what it leaves, by needs.
    #[default]
    OwnMoney,
    /// The same with all the money that the whole region has.
    AllMoney,
    /// At the sites of the plan, to which their people go as in the plan, in the
    /// smallest sizes that hold them, however few they are.
    Decided,
}

/// Municipalities that use sites together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// What they cost in the plan, a year: their people and the sites that these use.
    pub cost: Cents,
    /// What a plan for them alone would cost; less than `cost` where others
    /// took money or places from them, or where the plan is not the best one.
    /// Absent of one municipality, and where sites are as decided.
    pub together: Option<Span>,
    /// The municipalities, in the package's order.
    pub members: Vec<Member>,
    /// The shares by each rule; empty of one municipality, which bears all.
    pub rules: Vec<RuleShares>,
    /// Whether there are shares by which nobody would pay less alone; absent of
    /// one municipality and where not every coalition was looked at.
    pub core: Option<Core>,
    /// Coalitions whose cost alone was reckoned.
    pub coalitions: usize,
    /// Of them those known only within wider bounds than asked for.
    pub unproven: usize,
}

/// At least and at most, EUR a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    /// Proven lower bound.
    pub at_least: Cents,
    /// What can be had.
    pub at_most: Cents,
}

/// One municipality of a group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Member {
    /// The municipality.
    pub territory: TerritoryId,
    /// Residents, where known.
    pub residents: Option<u32>,
    /// Needs of its residents.
    pub needs: u32,
    /// Of them met by the plan.
    pub served: u32,
    /// What its residents cost in the plan without the sites: places, travel, those left without.
    pub own: Cents,
    /// What it would cost alone; its cost in the plan where it is by itself.
    pub alone: Span,
    /// What it pays in the plan today, as owner or payer: building money by the year.
    pub pays_capital: Cents,
    /// The same: running money a year.
    pub pays_running: Cents,
}

/// A rule by which costs are shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// By residents.
    Residents,
    /// By people served.
    Uses,
    /// The same for each.
    Equal,
    /// In proportion to what each would cost alone.
    StandAlone,
    /// Separable costs, remaining benefits.
    RemainingBenefits,
    /// The Shapley value.
    Shapley,
    /// The nucleolus.
    Nucleolus,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Residents,
        Self::Uses,
        Self::Equal,
        Self::StandAlone,
        Self::RemainingBenefits,
        Self::Shapley,
        Self::Nucleolus,
    ];

    /// Its name in the answer.
    pub fn name(self) -> &'static str {
        match self {
            Self::Residents => "residents",
            Self::Uses => "uses",
            Self::Equal => "equal",
            Self::StandAlone => "stand_alone",
            Self::RemainingBenefits => "remaining_benefits",
            Self::Shapley => "shapley",
            Self::Nucleolus => "nucleolus",
        }
    }
}

/// The shares by one rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RuleShares {
    /// The rule.
    pub rule: Rule,
    /// By member, adding up to the group's cost; absent where the rule does not
    /// apply (residents that nobody knows) or could not be reckoned.
    pub shares: Option<Vec<Cents>>,
    /// Of the Shapley value: within which bounds each share lies, where costs
    /// alone are not known exactly or orders were sampled (then with 95 % confidence).
    pub ranges: Option<Vec<Span>>,
    /// Those who would pay less alone; of several the coalition that would save
    /// the most. Absent where there is none (or none was found).
    pub objection: Option<Objection>,
    /// Whether the search for them ended by itself; where time ended it, others
    /// may save more, or somebody where nobody is named.
    pub searched: bool,
}

/// Municipalities that would pay less alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Objection {
    /// Who they are.
    pub members: Vec<TerritoryId>,
    /// What they pay together by the rule.
    pub pays: Cents,
    /// What they would cost alone.
    pub alone: Span,
    /// What they would surely pay less.
    pub less: Cents,
}

/// Whether there are shares by which nobody would pay less alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Core {
    /// Whether there are none; absent where bounds leave it open.
    pub empty: Option<bool>,
    /// By any shares some coalition pays so much more than alone, at least (the
    /// least ε; below 0: by some shares every coalition saves so much).
    pub excess: Span,
}
