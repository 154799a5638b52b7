//! The rules applied to one group.

use super::answer::*;
use super::oracle::{Oracle, Separations};
use super::{MOST_EXACT, SharesError, SharesOptions};
use ::shares::{
    Coalition, Cost, Game, Sampling, Share, least_excess, nucleolus, nucleolus_by, objection,
    objection_by, proportional, remaining_benefits, sample, shapley, whole,
};
use domain::Cents;
use siting::solver::Control;

/// Prize-collecting problems for one question about a sampled group.
const SEPARATIONS: usize = 2_000;

/// A group's game and what is asked of it.
pub(super) struct Split<'a> {
    pub oracle: Oracle<'a>,
    /// Cents.
    pub shared: i64,
    pub options: &'a SharesOptions,
    /// Without what they cost alone, which is found out here.
    pub members: &'a [Member],
}

impl Split<'_> {
    fn players(&self) -> usize {
        self.members.len()
    }

    fn is_exact(&self) -> bool {
        self.players() <= MOST_EXACT
    }

    fn sampling(&self) -> Sampling {
        Sampling {
            seed: self.options.seed,
            circles: self.options.circles,
            starts: self.players(),
        }
    }

    fn rules(&self) -> Vec<Rule> {
        let asked = &self.options.rules;
        let is_asked = |rule: &Rule| match asked.is_empty() {
            true => self.is_exact() || *rule != Rule::Nucleolus,
            false => asked.contains(rule),
        };
        Rule::ALL.into_iter().filter(is_asked).collect()
    }

    /// The coalitions whose costs the answer needs for sure, everyone included.
    fn coalitions(&self) -> Vec<Coalition> {
        let everyone = Coalition::everyone(self.players());
        if self.is_exact() {
            return (1..=everyone.bits()).map(Coalition::of_bits).collect();
        }
        let players = everyone.players();
        let single = players.clone().map(Coalition::one);
        let but_one = players.map(|player| everyone.without(player));
        let mut coalitions: Vec<_> = single.chain(but_one).chain([everyone]).collect();
        if self.rules().contains(&Rule::Shapley) {
            coalitions.extend(self.sampling().coalitions(self.players()));
        }
        coalitions.sort_unstable();
        coalitions.dedup();
        coalitions
    }

    /// Finds out beforehand, side by side, what coalitions cost.
    pub fn prepare(
        &self,
        watch: &mut dyn FnMut(usize, usize) -> Control,
    ) -> Result<(), SharesError> {
        let mut coalitions = self.coalitions();
        // Where time runs out, many small ones are known rather than few large ones.
        coalitions.sort_by_key(|coalition| coalition.len());
        let all = coalitions.len();
        let threads = self.options.threads;
        self.oracle
            .prepare(&coalitions, threads, &mut |known| watch(known, all))
    }

    /// What each member would cost alone.
    pub fn alone(&self) -> Vec<Span> {
        let alone = |player| span(self.oracle.cost(Coalition::one(player)));
        (0..self.players()).map(alone).collect()
    }

    /// Tells the shares by each rule, and of the core. `watch` is told how many coalitions that
    /// gain by leaving were asked for.
    pub fn fill(
        &self,
        group: &mut Group,
        watch: &mut dyn FnMut(usize) -> Control,
    ) -> Result<(), SharesError> {
        let separations = Separations::new(&self.oracle, watch);
        let game = Game::new(self.players(), self.shared, |coalition| {
            self.oracle.cost(coalition)
        })?;
        for rule in self.rules() {
            group.rules.push(self.rule(&game, rule, &separations)?);
        }
        if self.is_exact() {
            group.core = self.core(&game)?;
        }
        if !self.oracle.is_decided {
            group.together = Some(span(self.oracle.cost(game.everyone())));
        }
        self.oracle.check()?;
        (group.coalitions, group.unproven) = match self.oracle.is_decided {
            true => (self.coalitions().len(), 0),
            false => self.oracle.counts(),
        };
        Ok(())
    }

    fn rule(
        &self,
        game: &Game<'_>,
        rule: Rule,
        separations: &Separations<'_, '_, '_>,
    ) -> Result<RuleShares, SharesError> {
        let mut ranges = None;
        let shares = match rule {
            Rule::Residents => self.by(|member| member.residents),
            Rule::Uses => self.by(|member| Some(member.served)),
            Rule::Equal => self.by(|_| Some(1)),
            Rule::StandAlone => {
                let alone = game.stand_alone();
                let weights: Vec<f64> = alone.iter().map(|cost| cost.found as f64).collect();
                Some(proportional(self.shared, &weights))
            }
            Rule::RemainingBenefits => Some(remaining_benefits(game)),
            Rule::Shapley => {
                let shares = match self.is_exact() {
                    true => shapley(game)?,
                    false => sample(game, &self.sampling())?,
                };
                ranges = ranges_of(&shares);
                Some(shares.iter().map(|share| share.share).collect())
            }
            Rule::Nucleolus => {
                let found = match self.is_exact() {
                    true => nucleolus(game),
                    false => nucleolus_by(game, separations, SEPARATIONS),
                };
                separations.check()?;
                match found {
                    // Coalitions that time has kept unseen may change it.
                    Ok(_) if self.oracle.was_hasty() => None,
                    Ok(found) => Some(found.shares),
                    Err(::shares::Error::Separations(_) | ::shares::Error::Programs(_)) => None,
                    Err(error) => return Err(error.into()),
                }
            }
        };
        let Some(shares) = shares else {
            return Ok(RuleShares {
                rule,
                shares: None,
                ranges: None,
                objection: None,
                searched: false,
            });
        };
        let cents = whole(self.shared, &shares);
        Ok(RuleShares {
            rule,
            objection: self.objection(game, &cents, separations)?,
            searched: !self.oracle.was_hasty(),
            shares: Some(cents.into_iter().map(Cents).collect()),
            ranges,
        })
    }

    /// Shares in proportion to numbers of people; none where one is unknown.
    fn by(&self, weight: impl Fn(&Member) -> Option<u32>) -> Option<Vec<f64>> {
        let weights = self
            .members
            .iter()
            .map(|member| weight(member).map(f64::from));
        let weights: Vec<f64> = weights.collect::<Option<_>>()?;
        Some(proportional(self.shared, &weights))
    }

    /// Who would leave; whether the search was hasty is the oracle's to tell.
    fn objection(
        &self,
        game: &Game<'_>,
        shares: &[i64],
        separations: &Separations<'_, '_, '_>,
    ) -> Result<Option<Objection>, SharesError> {
        self.oracle.was_hasty();
        let found = match self.is_exact() {
            true => objection(game, shares)?,
            false => objection_by(game, separations, shares, SEPARATIONS)?,
        };
        separations.check()?;
        let name = |player: usize| self.members[player].territory.clone();
        Ok(found.map(|found| Objection {
            members: found.coalition.players().map(name).collect(),
            pays: Cents(found.pays),
            alone: span(found.alone),
            less: Cents(found.gain()),
        }))
    }

    fn core(&self, game: &Game<'_>) -> Result<Option<Core>, SharesError> {
        let ends = [least_excess(game, false), least_excess(game, true)];
        let [least, most] = match ends {
            [Ok(Some(least)), Ok(Some(most))] => [least, most],
            [Err(::shares::Error::Programs(_)), _] | [_, Err(::shares::Error::Programs(_))] => {
                return Ok(None);
            }
            [Err(error), _] | [_, Err(error)] => return Err(error.into()),
            _ => return Ok(None),
        };
        // The linear programs are exact to about a cent.
        let (surely_not, surely) = (most < 1.0, least > 1.0);
        Ok(Some(Core {
            empty: (surely || surely_not).then_some(surely),
            excess: Span {
                at_least: Cents(least.round() as i64),
                at_most: Cents(most.round() as i64),
            },
        }))
    }
}

fn span(cost: Cost) -> Span {
    Span {
        at_least: Cents(cost.bound),
        at_most: Cents(cost.found),
    }
}

/// Bounds of shares in whole cents; none where all are exact.
fn ranges_of(shares: &[Share]) -> Option<Vec<Span>> {
    let is_wide = |share: &Share| share.high - share.low > 0.5;
    let range = |share: &Share| Span {
        at_least: Cents(share.low.floor() as i64),
        at_most: Cents(share.high.ceil() as i64),
    };
    shares
        .iter()
        .any(is_wide)
        .then(|| shares.iter().map(range).collect())
}
