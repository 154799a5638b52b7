# Cost shares of municipalities (tuvak shares).

cli-help-shares = Show how municipalities that use sites together may share what the plan costs, and who would pay less alone
cli-help-shares-plan-file = The plan (internal edition)
cli-help-shares-rule = Only this rule (may be given several times): residents, uses, equal, stand-alone, remaining-benefits, shapley or nucleolus
cli-help-shares-alone = How being alone is reckoned: own-money (by a plan of their own with their share of the money; default), all-money (with all the region's money) or decided (at the plan's sites, in the sizes that they alone need)
cli-help-shares-gap = Relative gap at which the cost of municipalities alone counts as known (default 0.0005)
cli-help-shares-time-limit = Seconds for all of it; what is not known by then stays within wide bounds
cli-help-shares-work-limit = Branch-and-bound nodes for each coalition (default 50); what is not proven by then stays within bounds
cli-help-shares-threads = Threads (default: all cores; they do not change the outcome)
cli-help-shares-seed = Where chance begins, for groups of more than 12 municipalities (default 0)
cli-help-shares-circles = Circles of orders that are sampled for groups of more than 12 municipalities (default 8)

shares-internal = Internal: follows from exact counts of people; not to be published.
shares-group = { $members } use sites together; in the plan they cost { $eur } EUR a year:
shares-single = By themselves, EUR a year:
shares-none-together = No municipalities use a site together.
shares-rest = What opens in the plan and nobody uses: { $eur } EUR a year
shares-together = A plan for them alone was found that costs { $eur } EUR, { $less } EUR less: others take places or money from them, or the plan is not the best one.
shares-unproven = { $unproven ->
    [one] Of { $coalitions } coalitions 1 is known only within wider bounds than asked for.
   *[other] Of { $coalitions } coalitions { $unproven } are known only within wider bounds than asked for.
}
shares-ranges = The Shapley value lies within: { $ranges }
shares-sampled = The Shapley value is sampled; with 95 % confidence it lies within: { $ranges }
shares-leaves = { $rule }: { $members } would pay { $less } EUR a year less alone ({ $alone } instead of { $pays })
shares-nobody-leaves = { $rule }: nobody would pay less alone
shares-nobody-found = { $rule }: until time ran out nobody was found who would pay less alone
shares-no-shares = { $rule }: cannot be reckoned
shares-core = There are shares by which nobody would pay less alone.
shares-core-empty = By any shares some of them would pay at least { $eur } EUR a year less alone.
shares-core-open = Whether there are shares by which nobody would pay less alone is not known: allow a smaller gap or more time.
shares-core-not-looked = Not every coalition was looked at: whether shares exist by which nobody would pay less alone is not known.
shares-pays-note = “Pays now”: what it pays in the plan as owner or payer, building money by the year; the EU and the state pay the rest of the sites, travel is nobody's bill.
shares-progress = group { $group } of { $groups } · coalitions { $known } of { $all }
shares-progress-leaving = group { $group } of { $groups } · who would gain by leaving: { $asked } searches
shares-stopped = Stopped by hand; nothing is told.
shares-other-region = The plan is not one of this region: tuvak verify says why.
shares-cannot-be-alone = Some municipalities cannot be served alone, and nobody may be left without: nothing can be shared.
shares-no-game = The shares cannot be reckoned: { $why }
shares-and = and

shares-column-municipality = municipality
shares-column-served = served
shares-column-own = own
shares-column-cost = cost
shares-column-alone = alone
shares-column-pays = pays now
shares-column-residents = residents
shares-column-uses = uses
shares-column-equal = equal
shares-column-stand_alone = by alone
shares-column-remaining_benefits = SCRB
shares-column-shapley = Shapley
shares-column-nucleolus = nucleolus

shares-rule-residents = By residents
shares-rule-uses = By people served
shares-rule-equal = In equal parts
shares-rule-stand_alone = In proportion to the cost alone
shares-rule-remaining_benefits = By separable costs and remaining benefits (SCRB)
shares-rule-shapley = By the Shapley value
shares-rule-nucleolus = By the nucleolus
cli-stage-shares = cost shares
