# tuvak explore: what planners ask beyond one plan

cli-help-explore = What planners ask beyond one plan: money against minutes, other plans, prices, repair, scenarios
cli-help-explore-frontier = Money against minutes and people left without: the best plan for each budget
cli-help-explore-alternatives = The best plans that differ from each other
cli-help-explore-prices = What more or less money, and tighter or looser minutes, are worth
cli-help-explore-repair = The cheapest repair of an approved plan when a site falls away
cli-help-explore-scenarios = One set of sites for all demand scenarios of needs.csv, each as likely as another
cli-help-explore-gap = Relative gap at which each plan is good enough (default 0.001 = 0.1 %)
cli-help-explore-time-limit = Seconds for each plan that is searched for
cli-help-explore-threads = Threads of each search (default: all cores; the answer does not depend on it)
cli-help-explore-out = Write the tables as CSV (and the frontier as a chart) into this folder
cli-help-explore-steps = Into how many budgets the way to the most useful one is divided (default 5)
cli-help-explore-count = How many plans, with the best one (default 3)
cli-help-explore-within = How much more than the best one they may cost, as a share (default 0.05 = 5 %)
cli-help-explore-differ = How many measures of each earlier plan a later one must do without (default 1)
cli-help-explore-without = The candidate, or the site of today, that falls away
cli-help-explore-plan = The approved plan (internal edition)

explore-searching = plan { $number } · { $seconds } s · gap { $gap } %
explore-searching-nothing = plan { $number } · { $seconds } s
explore-switch = { $switch } in scenario.toml cannot be explored yet. Take it out, or plan with it by tuvak plan.
explore-other-region = The plan is not one of this package as it is now. Check it with tuvak verify.
explore-unknown-site = Nothing is, or may open, at { $site }.
explore-no-scenarios = needs.csv names no demand scenario (column scenario).
explore-partial = Not everything was answered or proven. Give it more time (--time-limit).
explore-written = The tables are in { $dir }.

explore-sheet-frontier = Money against what people bear: the best plan for each budget
explore-sheet-weights = When minutes and people left without count for less or more than they cost
explore-sheet-alternatives = Plans that differ
explore-sheet-money = What a step of each ceiling is worth
explore-sheet-standards = What five minutes are worth
explore-sheet-repair = What changes
explore-sheet-scenarios = The same sites in each scenario

explore-column-budget = Budget, EUR
explore-column-percent = Weight, %
explore-column-cost = Cost, EUR a year
explore-column-gap = Gap, %
explore-column-building = Building, EUR
explore-column-minutes = Mean minutes
explore-column-unmet = Left without
explore-column-opens = Opens
explore-column-number = Plan
explore-column-closes = Not of the first
explore-column-adds = New beside the first
explore-column-ceiling-of = Ceiling of
explore-column-ceiling = Ceiling, EUR
explore-column-drawn = Used, EUR
explore-column-up = More by, EUR
explore-column-saved-least = Saves a year, least
explore-column-saved-most = most
explore-column-down = Less by, EUR
explore-column-lost-least = Costs a year, least
explore-column-lost-most = most
explore-column-service = Service
explore-column-standard = Minutes
explore-column-minutes-now = Now
explore-column-minutes-then = Then
explore-column-more-least = Costs more a year, least
explore-column-more-most = most
explore-column-unmet-more = More left without
explore-column-what = Change
explore-column-measure = Measure
explore-column-scenario = Scenario
explore-column-share = Weight, %
explore-column-people = In need

explore-budget = Budget
explore-standard = standard
explore-limit = limit
explore-lost = falls away
explore-closed = given up
explore-opened = opens

explore-chart-money = Building money, EUR
explore-chart-cost = Cost, EUR a year
explore-chart-unmet = { $persons } left without

explore-say-frontier = No plan found does as well as one of these in money, cost and people left without, and better in one. The gap says how much of a cost is not proven.
explore-say-infeasible = Under these budgets no plan respects all conditions: { $budgets } EUR.
explore-say-differ = Each plan does without at least { $differ ->
    [one] { $differ } measure
   *[other] { $differ } measures
} of every plan before it (or without all of them, where there are fewer).
explore-say-count = There may be more such plans: ask for more with --count.
explore-say-no-more = It is proven that no other plan differs so much and costs no more than { $within } % above the best.
explore-say-too-costly = The next plan found costs more than { $within } % above the best; that there is a cheaper one is not ruled out.
explore-say-stopped = The search ended before the next plan was found.
explore-say-prices = Each row is a plan of its own, with all else as it is. Between the least and the most lies what is proven.
explore-say-no-plan-with-less = { $ceilings ->
    [one] For { $ceilings } ceiling there is no plan with so much less.
   *[other] For { $ceilings } ceilings there is no plan with so much less.
}
explore-say-repair = Without { $site } the plan costs { $cost } EUR a year (before: { $before }; gap { $gap } %), and { $unmet ->
    [one] { $unmet } person is
   *[other] { $unmet } people are
} left without.
explore-say-changes-proven = Other measures that change: { $changes }. It is proven that fewer changes would leave more people without.
explore-say-changes = Other measures that change: { $changes }; proven is that at least { $least } have to.
explore-say-opens = Opens: { $opens }.
explore-say-expected = Expected cost: { $least }–{ $most } EUR a year; in the worst tenth of what may happen { $worst } EUR on average.
explore-say-planning = Planning for all scenarios rather than for their mean saves { $least }–{ $most } EUR a year.
explore-say-mean-breaks = The sites that are best for the mean demand break a condition in some scenario.
explore-say-knowing = To know in advance which scenario comes would save { $least }–{ $most } EUR a year.
