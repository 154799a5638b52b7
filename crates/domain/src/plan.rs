//! The plan: what the engine answers, what `plan.json` holds, what the
//! verifier checks and the report prints.
//!
//! Only the internal edition is a [`Plan`]; the public edition is made from it
//! by the `disclosure` crate. There are no wall-clock times in it: the same
//! package and options give the same bytes.

use crate::*;
use serde::{Deserialize, Serialize};

/// The schema's name and version, the first field of `plan.json`.
pub const SCHEMA: &str = "tuvak-plan/1";

/// A plan of where services go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The schema's name and version: `tuvak-plan/1`.
    pub schema: String,
    /// Generalised yearly cost to society of the plan, EUR.
    pub objective: Cents,
    /// Proven lower bound on the objective of any plan, EUR.
    pub bound: Cents,
    /// `(objective - bound) / objective`; 0 when the objective is 0. Where a price that
    /// nobody named stands for the fewest changes, the divisor is the objective without `costs.change`.
    pub gap: f64,
    /// Why the search ended.
    pub stop: Stop,
    /// What was asked for.
    pub options: PlanOptions,
    /// SHA-256 of the package (see [`Region::fingerprint`]).
    pub fingerprint: String,
    /// The program that made the plan.
    pub engine: Engine,
    /// The region.
    pub region: RegionHead,
    /// The objective by part.
    pub costs: Costs,
    /// Building money by payer, and running money by payer and year.
    pub payments: Vec<Payment>,
    /// What opens: one service at one candidate each, in package order.
    pub measures: Vec<Measure>,
    /// Existing offers and how many more people they take.
    pub offers: Vec<OfferUse>,
    /// Who goes where.
    pub assignments: Vec<Assignment>,
    /// Who is left without, and why.
    pub unmet: Vec<Unmet>,
    /// Every year and demand scenario that was planned for, where there are several. All
    /// other tables of people and running money tell of the main one: the plan year and
    /// `demand_scenario`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<StateOutcome>,
    /// What the cost may turn out to be, with several demand scenarios.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spread: Option<Spread>,
    /// Who travels farthest; only with the switch `equity`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<EquityOutcome>,
    /// What changes against the approved plan; only with the switch `least_change`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeOutcome>,
    /// Candidates at which nothing opens, and why.
    pub rejected: Vec<Rejected>,
    /// Totals by service.
    pub services: Vec<ServiceTotal>,
    /// What each municipality gives and gets.
    pub municipalities: Vec<MunicipalityTotal>,
    /// People who get at least one service.
    pub people_reached: Range,
    /// Wishes met and not met.
    pub wishes: Vec<WishOutcome>,
    /// What the rules say.
    pub findings: Vec<Finding>,
    /// Assumptions, with the sites that stay when each is halved and doubled.
    pub sensitivity: Vec<Sensitivity>,
    /// What more money would buy; absent when nobody asked.
    pub more_money: Option<MoreMoney>,
    /// What the reader has to know of the data (spreads, fallbacks, rows left out).
    pub notes: Vec<Message>,
}

/// Why the search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// The gap asked for is proven.
    Gap,
    /// The work limit.
    WorkLimit,
    /// The time limit: another run may end elsewhere.
    TimeLimit,
    /// Somebody stopped it.
    Interrupted,
    /// Nothing was left to search, though the gap asked for is not proven.
    Exhausted,
}

/// How far the explanation goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Explain {
    /// Only the plan.
    None,
    /// What it would cost without each site, the next best, why others were rejected.
    Sites,
    /// Also every assumption halved and doubled, and what more money buys.
    #[default]
    Full,
}

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanOptions {
    /// Relative gap at which the search may end.
    pub gap: f64,
    /// Seconds of search, if limited.
    pub time_limit_s: Option<f64>,
    /// Branch-and-bound nodes, if limited.
    pub work_limit: Option<u64>,
    /// Ceiling on all building money (option or scenario).
    pub budget: Option<Cents>,
    /// How far the explanation goes.
    pub explain: Explain,
}

/// The program that made a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Engine {
    /// `tuvak`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The solver and its version.
    pub solver: String,
}

/// The region's head.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegionHead {
    /// Id.
    pub id: String,
    /// Latvian name.
    pub name_lv: String,
    /// English name.
    pub name_en: String,
    /// The plan year.
    pub year: i32,
}

/// The objective by part, EUR a year. The parts add up to the objective.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Costs {
    /// Annualised building money.
    pub capital: Cents,
    /// Running cost of newly opened sites.
    pub sites: Cents,
    /// Running cost of used places.
    pub places: Cents,
    /// Value of travel time and distance.
    pub travel: Cents,
    /// Surcharge on minutes beyond the standard.
    pub surcharge: Cents,
    /// Penalty on size.
    pub size_penalty: Cents,
    /// People left without.
    pub unmet: Cents,
    /// Ways of the worst off (switch `equity`).
    #[serde(default, skip_serializing_if = "Cents::is_zero")]
    pub equity: Cents,
    /// Changes against the approved plan (switch `least_change`).
    #[serde(default, skip_serializing_if = "Cents::is_zero")]
    pub change: Cents,
}

impl Costs {
    /// The sum of the parts.
    pub fn total(&self) -> Cents {
        self.capital
            + self.sites
            + self.places
            + self.travel
            + self.surcharge
            + self.size_penalty
            + self.unmet
            + self.equity
            + self.change
    }
}

/// What one payer pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// Who pays.
    pub payer: Payer,
    /// Building money, once.
    pub capital: Cents,
    /// Running money, a year.
    pub running: Cents,
}

/// One planned thing: this service, this site, these places, this money, this
/// owner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// The candidate.
    pub candidate: CandidateId,
    /// The service that opens.
    pub service: ServiceId,
    /// The candidate's name.
    pub name: String,
    /// The territory on which it stands.
    pub host: TerritoryId,
    /// The territory that owns it.
    pub owner: TerritoryId,
    /// Places opened (mobile: workers).
    pub places: u32,
    /// The year in which it opens, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// People served (whatever their number of hours).
    pub persons: u32,
    /// Used share of what is opened: people over capacity, mobile hours over hours.
    pub occupancy: f64,
    /// Staff posts.
    pub staff: f64,
    /// The scheme that pays it; absent where the package has none.
    pub scheme: Option<SchemeId>,
    /// Building money of the places. The site's own is in the first measure of
    /// the candidate.
    pub capital: Cents,
    /// Of it the site's own money, paid once whatever opens.
    pub site_capital: Cents,
    /// Eligible part of `capital`.
    pub eligible: Cents,
    /// Running cost a year: the site's and that of used places.
    pub running: Cents,
    /// Who pays how much of `capital` and `running`; adds up to both.
    pub payments: Vec<Payment>,
    /// Minutes one way of those served.
    pub minutes: Minutes,
    /// What the plan would cost without it; absent when nobody asked.
    pub without: Option<Without>,
}

/// Minutes one way, weighted by people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// Mean, two decimals.
    pub mean: f64,
    /// Longest, two decimals.
    pub max: f64,
    /// Share of people within the service's standard, four decimals.
    pub within_standard: f64,
}

/// The plan without one measure: every other measure is kept, and further ones
/// of the same service may open with the money that the others leave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Without {
    /// Objective of the best plan found without it.
    pub objective: Cents,
    /// Proven lower bound on that.
    pub bound: Cents,
    /// People more than now who would be left without.
    pub unmet_more: i64,
    /// What would open in its stead.
    pub instead: Vec<Opening>,
}

/// A service opened at a candidate in a size.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The candidate.
    pub candidate: CandidateId,
    /// The service.
    pub service: ServiceId,
    /// Places (mobile: workers).
    pub places: u32,
}

/// An existing offer in the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferUse {
    /// The site.
    pub site: SiteId,
    /// The service.
    pub service: ServiceId,
    /// Free places (mobile: workers) in the plan year; 0 when the offer has ended.
    pub free_places: u32,
    /// People who take them.
    pub persons: u32,
    /// Running cost of the places they take, a year.
    pub running: Cents,
    /// Who pays it.
    pub payer: Payer,
    /// Minutes one way of those served.
    pub minutes: Minutes,
}

/// People of one place who get one service at one site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Where they live.
    pub place: PlaceId,
    /// Who they are.
    pub target_group: TargetGroup,
    /// What they get.
    pub service: ServiceId,
    /// Mobile: hours a person and week.
    pub hours_per_week: Option<f64>,
    /// Where they get it.
    pub site: SiteRef,
    /// The home into which they move and from which they travel; absent: from the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<SiteRef>,
    /// How many they are.
    pub persons: u32,
    /// Minutes one way, two decimals.
    pub minutes: f64,
}

/// People of one place who are left without one service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unmet {
    /// Where they live.
    pub place: PlaceId,
    /// Who they are.
    pub target_group: TargetGroup,
    /// What they need.
    pub service: ServiceId,
    /// Mobile: hours a person and week.
    pub hours_per_week: Option<f64>,
    /// The home into which they move and from which they would travel; absent: from the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<SiteRef>,
    /// How many they are.
    pub persons: u32,
    /// Why.
    pub reason: UnmetReason,
}

/// A year under one demand scenario.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateOutcome {
    /// The year.
    pub year: i32,
    /// The demand scenario; empty where there are none.
    pub demand_scenario: String,
    /// What a euro of its costs counts in the objective, in billionths.
    pub weight: u64,
    /// What a year costs in it, by part, not weighted: of what is open by then.
    pub costs: Costs,
    /// Needs (one person, one service).
    pub needed: u32,
    /// Needs that are not met.
    pub left_without: u32,
    /// Minutes one way of those served.
    pub minutes: Minutes,
    /// Who goes where; empty in the main state, of which the plan's own table tells.
    pub assignments: Vec<Assignment>,
    /// Who is left without; empty in the main state.
    pub unmet: Vec<Unmet>,
}

/// What the cost may turn out to be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// The mean over the demand scenarios, EUR a year.
    pub expected: Cents,
    /// The mean over the dearest tenth of what may come, EUR a year.
    pub worst_tenth: Cents,
}

/// Who travels farthest: minutes one way over all services.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EquityOutcome {
    /// Mean of those served, two decimals.
    pub mean: f64,
    /// Longest way of those served, two decimals.
    pub max: f64,
    /// Share of those served who travel longer than the service's standard, four decimals.
    pub beyond_standard: f64,
    /// Needs that count as the worst off; absent without `worst_share`.
    pub worst_off: Option<u32>,
    /// Mean of the worst off, two decimals; who is left without counts with the limit.
    pub worst_mean: Option<f64>,
}

/// What changes against the approved plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeOutcome {
    /// EUR a year that each change counts in the objective: the scenario's, or one that
    /// outweighs whatever a change could save.
    pub price: Cents,
    /// Opens and was not approved.
    pub opened: Vec<Opening>,
    /// Was approved and does not open.
    pub closed: Vec<Opening>,
    /// Opens in another size.
    pub resized: Vec<Resized>,
}

impl ChangeOutcome {
    /// How many changes.
    pub fn count(&self) -> usize {
        self.opened.len() + self.closed.len() + self.resized.len()
    }
}

/// A measure in another size than approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resized {
    /// The candidate.
    pub candidate: CandidateId,
    /// The service.
    pub service: ServiceId,
    /// Places approved.
    pub before: u32,
    /// Places now.
    pub after: u32,
}

/// Why people are left without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnmetReason {
    /// No site, existing or possible, lies within the service's limit.
    BeyondLimit,
    /// Sites are within the limit, but serving these people would cost society
    /// more than leaving them without, or money, occupancy or places forbid it.
    NotWorthwhile,
}

/// A candidate at which nothing opens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rejected {
    /// The candidate.
    pub candidate: CandidateId,
    /// Why.
    pub reason: RejectedReason,
    /// What the plan would cost more a year if the service that fits it best had
    /// to open there (what is open of that service may stay or close); absent
    /// when it cannot open or nobody asked.
    pub forced_more: Option<Cents>,
}

/// Why nothing opens at a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectedReason {
    /// A lock closes it.
    Locked,
    /// Its host or owner refuses every service that could open there.
    Refused,
    /// No scheme may pay it: its owner is not a partner.
    NotPartner,
    /// No service has a size that fits it.
    NoSizeFits,
    /// Too few people within the limit to reach the least occupancy.
    TooFewPeople,
    /// Others serve the same people at a lower cost.
    Costlier,
}

/// Totals of one service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceTotal {
    /// The service.
    pub service: ServiceId,
    /// People who need it.
    pub needed: u32,
    /// Of them served at existing sites.
    pub served_existing: u32,
    /// Of them served by measures.
    pub served_new: u32,
    /// Of them left without.
    pub unmet: u32,
    /// Places opened.
    pub places_new: u32,
    /// Building money.
    pub capital: Cents,
    /// Running money a year, new and existing.
    pub running: Cents,
    /// Minutes one way of those served.
    pub minutes: Minutes,
    /// Minutes one way to the nearest site that gives the service today,
    /// whether or not it has a free place, of all who need it and have one
    /// within the limit; absent where there is none.
    pub minutes_before: Option<Minutes>,
    /// People who have a site within the limit today.
    pub within_limit_before: u32,
}

/// What one municipality gives and gets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MunicipalityTotal {
    /// The municipality.
    pub territory: TerritoryId,
    /// Residents (latest year of `population.csv`, else the sum of its places).
    pub population: Option<u32>,
    /// Needs of its residents (one person may have several).
    pub needs: u32,
    /// Needs per 1,000 residents, two decimals.
    pub needs_per_1000: Option<f64>,
    /// Needs met.
    pub served: u32,
    /// Of them met on its own territory.
    pub served_at_home: u32,
    /// Needs not met.
    pub unmet: u32,
    /// Needs of other municipalities' residents met on its territory.
    pub served_others: u32,
    /// Places opened on its territory; workers of mobile services are not among them.
    pub places_new: u32,
    /// Building money that it pays.
    pub capital: Cents,
    /// Running money that it pays, a year.
    pub running: Cents,
    /// Mean minutes one way of its residents.
    pub minutes: Minutes,
}

/// At least and at most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// At least.
    pub at_least: u32,
    /// At most.
    pub at_most: u32,
}

/// What became of a wish.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WishOutcome {
    /// The municipality.
    pub territory: TerritoryId,
    /// The service.
    pub service: ServiceId,
    /// What it said.
    pub stance: Stance,
    /// `wants`: the service opens on its territory or is owned by it;
    /// `refuses`: it does not; `accepts`: always.
    pub met: bool,
    /// Its own building money offered.
    pub own_money: Option<Cents>,
    /// Building money that the plan asks of it for the service.
    pub asked: Cents,
}

/// The level of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// National rule broken.
    Error,
    /// EU-level guidance not met.
    Warning,
    /// UN-level guidance, or something to look at.
    Advice,
}

/// What a rule says of a plan. Findings show, they never block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The rule, such as `R09`.
    pub rule: String,
    /// Its level.
    pub level: Level,
    /// What is found.
    pub message: Message,
    /// What the rule rests on.
    pub basis: String,
    /// The rows of the package that it speaks of.
    pub rows: Vec<RowRef>,
}

/// An assumption halved or doubled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sensitivity {
    /// The figure, as in [`Assumption::figure`].
    pub figure: String,
    /// Why it was chosen.
    pub reason: LocalText,
    /// The runs; empty when nobody asked.
    pub runs: Vec<SensitivityRun>,
}

/// One run with a changed figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SensitivityRun {
    /// 0.5 or 2.
    pub factor: f64,
    /// Objective of the plan found.
    pub objective: Cents,
    /// Proven lower bound on it.
    pub bound: Cents,
    /// Measures (candidate and service) that stay, of those of the plan.
    pub stays: Vec<Opening>,
    /// Measures that no longer open.
    pub leaves: Vec<Opening>,
    /// Measures that open in addition.
    pub enters: Vec<Opening>,
}

/// What more building money would buy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoreMoney {
    /// All ceilings together allow this much more.
    pub extra: Cents,
    /// Objective of the plan found with it.
    pub objective: Cents,
    /// Proven lower bound on it.
    pub bound: Cents,
    /// People fewer who would be left without.
    pub unmet_fewer: i64,
}
