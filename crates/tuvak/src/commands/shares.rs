//! `tuvak shares PLAN.json DIR`: how municipalities that use sites together may
//! share what these cost.

use super::{End, read_package, read_plan};
use crate::cli::SharesTask;
use crate::memory::Stages;
use crate::progress::{self, Count};
use crate::say::Voice;
use crate::solver::solver;
use crate::table::table;
use domain::{Cents, Message, Region, TerritoryId};
use planning::shares::{
    CostShares, Group, Member, Reckoned, Rule, RuleShares, SharesError, cost_shares,
};
use serde_json::json;

/// What stands where there is no number.
const NOTHING: &str = "–";

/// Tells what each municipality would cost alone, its share by each rule, what
/// it pays in the plan, and who would pay less alone.
pub fn run(voice: &Voice, task: &SharesTask) -> Result<End, End> {
    let mut stages = Stages::start();
    let plan = read_plan(voice, &task.plan)?;
    let region = read_package(voice, &task.dir)?;
    stages.end("read");
    if plan.fingerprint != region.fingerprint {
        return Err(voice.refuse(&Message::new("cli-wrong-package"), End::Faults));
    }
    let demand = demand::demand(&region).points;
    progress::listen();
    let mut count = Count::new(voice);
    let mut show = |far: Reckoned| {
        count.update(|| {
            let message = match far.asked {
                0 => Message::new("shares-progress")
                    .with("known", far.known)
                    .with("all", far.all),
                asked => Message::new("shares-progress-leaving").with("asked", asked),
            };
            message.with("group", far.group).with("groups", far.groups)
        })
    };
    let found = cost_shares(&region, &demand, &plan, &task.options, &solver(), &mut show);
    drop(count);
    let shares = found.map_err(|error| refuse(voice, error))?;
    stages.end("shares");
    let told = Told {
        voice,
        region: &region,
    };
    told.all(&shares);
    stages.tell(voice);
    voice.object(&json!(shares));
    Ok(End::Done)
}

fn refuse(voice: &Voice, error: SharesError) -> End {
    let key = match &error {
        SharesError::Stopped => {
            return voice.refuse(&Message::new("shares-stopped"), End::Stopped);
        }
        SharesError::Failed(why) => {
            let message = Message::new("cli-solver-failed").with("why", why.as_str());
            return voice.refuse(&message, End::Faults);
        }
        SharesError::OtherRegion => "shares-other-region",
        SharesError::CannotBeAlone => "shares-cannot-be-alone",
        SharesError::Game(_) => "shares-no-game",
    };
    let message = Message::new(key).with("why", error.to_string());
    voice.refuse(&message, End::Faults)
}

/// In which words the answer is told.
struct Told<'a> {
    voice: &'a Voice,
    region: &'a Region,
}

impl Told<'_> {
    fn all(&self, shares: &CostShares) {
        self.say(&Message::new("shares-internal"));
        let (several, single): (Vec<&Group>, Vec<&Group>) = shares
            .groups
            .iter()
            .partition(|group| group.members.len() > 1);
        for group in &several {
            self.group(group);
        }
        if several.is_empty() {
            self.say(&Message::new("shares-none-together"));
        }
        if !single.is_empty() {
            self.heading(&Message::new("shares-single"));
            let members = single.iter().flat_map(|group| &group.members);
            let row = |(member, group): (&Member, &&Group)| {
                vec![
                    self.name(&member.territory),
                    member.served.to_string(),
                    self.eur(member.own),
                    self.eur(group.cost),
                    self.eur(member.pays_capital + member.pays_running),
                ]
            };
            let rows: Vec<_> = members.zip(&single).map(row).collect();
            let columns = ["municipality", "served", "own", "cost", "pays"];
            self.voice.text(&table(&self.head(&columns), &rows));
        }
        if shares.rest != Cents::ZERO {
            let rest = Message::new("shares-rest").with("eur", self.eur(shares.rest));
            self.heading(&rest);
        }
        self.say(&Message::new("shares-pays-note"));
    }

    fn group(&self, group: &Group) {
        let names = self.names(group.members.iter().map(|member| &member.territory));
        let heading = Message::new("shares-group")
            .with("members", names)
            .with("eur", self.eur(group.cost));
        self.heading(&heading);
        let rules: Vec<(&RuleShares, &Vec<Cents>)> = group
            .rules
            .iter()
            .filter_map(|row| Some((row, row.shares.as_ref()?)))
            .collect();
        let mut head = self.head(&["municipality", "served", "own", "alone"]);
        head.extend(rules.iter().map(|(row, _)| self.column(row.rule)));
        head.extend(self.head(&["pays"]));
        let row = |(at, member): (usize, &Member)| {
            let mut cells = vec![
                self.name(&member.territory),
                member.served.to_string(),
                self.eur(member.own),
                self.eur(member.alone.at_most),
            ];
            cells.extend(rules.iter().map(|(_, shares)| self.eur(shares[at])));
            cells.push(self.eur(member.pays_capital + member.pays_running));
            cells
        };
        let rows: Vec<_> = group.members.iter().enumerate().map(row).collect();
        self.voice.text(&table(&head, &rows));
        self.bounds(group);
        for row in &group.rules {
            self.voice.text(&format!("  – {}", self.verdict(row)));
        }
        self.core(group);
    }

    /// What is not known exactly, and what a plan for the group alone would cost.
    fn bounds(&self, group: &Group) {
        if let Some(together) = group.together.filter(|span| span.at_most < group.cost) {
            self.say(
                &Message::new("shares-together")
                    .with("eur", self.eur(together.at_most))
                    .with("less", self.eur(group.cost - together.at_most)),
            );
        }
        if group.unproven > 0 {
            self.say(
                &Message::new("shares-unproven")
                    .with("unproven", group.unproven)
                    .with("coalitions", group.coalitions),
            );
        }
        let ranges = group.rules.iter().find_map(|row| row.ranges.as_ref());
        if let Some(ranges) = ranges {
            let ends = ranges.iter().zip(&group.members).map(|(range, member)| {
                let (low, high) = (self.eur(range.at_least), self.eur(range.at_most));
                format!("{} {low} … {high}", self.name(&member.territory))
            });
            let key = match group.core {
                None => "shares-sampled",
                Some(_) => "shares-ranges",
            };
            let ends: Vec<_> = ends.collect();
            self.say(&Message::new(key).with("ranges", ends.join("; ")));
        }
    }

    /// Who would pay less alone by a rule.
    fn verdict(&self, row: &RuleShares) -> String {
        let rule = self.sentence(row.rule);
        let message = match (&row.shares, &row.objection) {
            (None, _) => Message::new("shares-no-shares"),
            (Some(_), None) if !row.searched => Message::new("shares-nobody-found"),
            (Some(_), None) => Message::new("shares-nobody-leaves"),
            (Some(_), Some(objection)) => Message::new("shares-leaves")
                .with("members", self.names(objection.members.iter()))
                .with("less", self.eur(objection.less))
                .with("alone", self.eur(objection.alone.at_most))
                .with("pays", self.eur(objection.pays)),
        };
        self.voice.texts.say(&message.with("rule", rule))
    }

    fn core(&self, group: &Group) {
        let Some(core) = group.core else {
            let is_in_core = |row: &RuleShares| row.searched && row.objection.is_none();
            let key = match group.rules.iter().any(is_in_core) {
                true => "shares-core",
                false => "shares-core-not-looked",
            };
            return self.say(&Message::new(key));
        };
        let message = match core.empty {
            Some(false) => Message::new("shares-core"),
            Some(true) => Message::new("shares-core-empty"),
            None => Message::new("shares-core-open"),
        };
        self.say(&message.with("eur", self.eur(core.excess.at_least)));
    }

    fn say(&self, message: &Message) {
        self.voice.say(message);
    }

    fn heading(&self, message: &Message) {
        self.voice
            .text(&format!("\n{}", self.voice.texts.say(message)));
    }

    fn head(&self, columns: &[&str]) -> Vec<String> {
        let text = |column: &&str| self.voice.texts.get(&format!("shares-column-{column}"));
        columns.iter().map(text).collect()
    }

    fn column(&self, rule: Rule) -> String {
        self.voice
            .texts
            .get(&format!("shares-column-{}", rule.name()))
    }

    fn sentence(&self, rule: Rule) -> String {
        self.voice
            .texts
            .get(&format!("shares-rule-{}", rule.name()))
    }

    fn name(&self, id: &TerritoryId) -> String {
        let lang = self.voice.texts.lang();
        let territory = self.region.territory(id);
        territory.map_or_else(|| id.to_string(), |row| row.name(lang).to_owned())
    }

    /// Names as a sentence lists them.
    fn names<'i>(&self, ids: impl Iterator<Item = &'i TerritoryId>) -> String {
        let mut names: Vec<String> = ids.map(|id| self.name(id)).collect();
        let last = names.pop().unwrap_or_else(|| NOTHING.to_owned());
        if names.is_empty() {
            return last;
        }
        let and = self.voice.texts.get("shares-and");
        format!("{} {and} {last}", names.join(", "))
    }

    fn eur(&self, amount: Cents) -> String {
        self.voice.texts.eur(amount)
    }
}
