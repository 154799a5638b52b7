# What the independent check of a plan says.

verify-check-head = Schema, package, region, gap
verify-check-assignments = Who goes where, minutes, limits
verify-check-people = Everybody is served or left without, once
verify-check-measures = What opens: admission, size, people, money, payers
verify-check-offers = Existing offers
verify-check-conditions = Capacity, least occupancy, places at a site, services apart, locks
verify-check-ceilings = Funds and budget
verify-check-costs = Costs by part and in all
verify-check-payments = Who pays how much in all
verify-check-rejected = Candidates at which nothing opens
verify-check-totals = Totals by service and by municipality
verify-check-reached = People reached
verify-check-wishes = Wishes of municipalities
verify-check-explained = What the explanations refer to

verify-differs = { $whose }: { $figure } is { $stated } in the plan, { $computed } when recomputed.
verify-people-lost = { $whose }: the plan serves or leaves without { $stated } people, the package has { $computed }.
verify-ceiling = { $whose }: the plan takes { $stated } EUR of building money, at most { $computed } EUR are allowed.

verify-bound-above-objective = { $whose }: the lower bound is above the objective.
verify-gap-not-reached = { $whose }: the search is said to have ended by its gap, but the gap is larger than asked.
verify-unknown-point = { $whose }: nobody there has this need.
verify-no-way = { $whose }: there is no way there.
verify-beyond-limit = { $whose }: farther than the service's limit.
verify-not-open = { $whose }: the service is not given there.
verify-nobody = { $whose }: a row without people.
verify-not-entitled = { $whose }: the service is not meant for this target group.
verify-row-twice = { $whose }: stands twice.
verify-order = { $whose }: not in the order of the package.
verify-unknown-measure = { $whose }: the package has no such candidate or service.
verify-not-among-services = { $whose }: the candidate does not take this service.
verify-refused = { $whose }: the municipality of the host or the owner refuses the service.
verify-size = { $whose }: the service may not open in this size there.
verify-scheme = { $whose }: this scheme may not pay it.
verify-payer-twice-or-idle = { $whose }: the payer stands twice or pays nothing.
verify-over-capacity = { $whose }: more people (or hours) than there is capacity.
verify-under-occupancy = { $whose }: fewer people (or hours) than the least occupancy.
verify-max-places = { $whose }: more new places than the candidate can take.
verify-apart = { $whose }: services that must be apart share a roof.
verify-lock = { $whose }: a lock of the scenario is not respected.
verify-budget-not-named = { $whose }: the scenario has a budget that the plan does not name.
verify-forced-what-cannot-open = { $whose }: a cost is given for opening what cannot open.
verify-factors = { $whose }: an assumption is halved and doubled, each once.
verify-stays-or-leaves = { $whose }: each measure of the plan either stays or leaves, and no other.
verify-opening = { $whose }: may not open, or is in the plan already.

verify-not-vouched-bound = That no plan costs less than the lower bound: this is the solver's word.
verify-not-vouched-request = What was asked for (gap, limits, budget option), why the search ended, and which program made the plan.
verify-not-vouched-explanations = What the plan would cost without a site, with a forced site, with changed assumptions or with more money: each is a search of its own.
verify-not-vouched-findings = The findings of the rules: the rules themselves are run again.
verify-not-vouched-notes = The notes on the data.
verify-not-vouched-least-payment = That among plans of the same cost municipalities pay least in this one.
