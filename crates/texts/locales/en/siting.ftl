siting-infeasible = No plan respects all conditions. These clash; without any one of them the others could hold:
siting-nothing-found = The search ended before any plan was found. Give it more time or more work.
siting-solver-failed = The solver failed: { $why }
siting-unknown-figure = The assumption “{ $figure }” cannot be varied. These figures can: { $known }.

# Notes
siting-travel-estimated = The package has no travel times. They are estimated: great-circle distance × { $detour } at a steady speed (km/h: { $speeds }).
siting-not-examined = { $questions ->
    [one] The explanation was stopped: one question was not examined, and its answer is missing.
   *[other] The explanation was stopped: { $questions } questions were not examined, and their answers are missing.
}
siting-no-plan-when-varied = When the assumption “{ $figure }” is multiplied by { $factor }, no plan respects all conditions.

# Locks that demand what may not open
siting-lock-unknown = A lock names the candidate { $candidate } or the service { $service }, which the package does not have.
siting-lock-nothing-may-open = A lock demands that the candidate { $candidate } opens, but no service may open there.
siting-lock-not-named = A lock demands { $service } at the candidate { $candidate }, but the candidate is not meant for that service.
siting-lock-refused = A lock demands { $service } at the candidate { $candidate }, but the municipality on whose territory it stands, or that owns it, refuses the service.
siting-lock-no-scheme = A lock demands { $service } at the candidate { $candidate }, but no scheme may pay it there (its owner may not be a partner).
siting-lock-no-size-fits = A lock demands { $service } at the candidate { $candidate }, but no size of the service fits there.
siting-lock-apart = A lock demands { $service } at the candidate { $candidate }, but the site that it expands gives a service from which it must be apart.
siting-lock-no-such-size = A lock demands { $service } at the candidate { $candidate } with { $places } places, but that size may not open there.

# Conditions that clash
siting-clash-lock-open = A lock demands that something opens at the candidate { $candidate }.
siting-clash-lock-closed = A lock demands that nothing opens at the candidate { $candidate }.
siting-clash-lock-service-open = A lock demands { $service } at the candidate { $candidate }.
siting-clash-lock-size-open = A lock demands { $service } at the candidate { $candidate } with { $places } places.
siting-clash-lock-service-closed = A lock demands that { $service } does not open at the candidate { $candidate }.
siting-clash-budget = The budget: no more than { $eur } EUR of building money in all.
siting-clash-fund = The ceiling of the payer { $payer }: no more than { $eur } EUR of building money.
siting-clash-fund-territory = The ceiling of the payer { $payer } for owners within { $territory }: no more than { $eur } EUR of building money.
siting-clash-min-occupancy = The least occupancy of { $service } at the candidate { $candidate }: too few people within the limit.
siting-clash-max-places = The candidate { $candidate } holds no more than { $places } places.
siting-clash-capacity = { $service } at { $site } does not hold everybody.
siting-clash-served = { $service }: nobody from { $place } may be left without.
siting-clash-apart = { $service } and { $other } may not both open at the candidate { $candidate }.
