# The plan's document, tables and maps.

report-title = Where community-based social services go
report-title-line = { $year } · { $edition }
report-edition-internal = internal edition
report-edition-public = public edition
report-restricted = RESTRICTED
report-mark-restricted = Restricted. This edition has exact counts of people by settlement. It must not be published or passed on.
report-mark-rounded = Public edition. So that nobody can be recognised, counts of people are rounded to multiples of 5, and those under 5 are shown as 0; sums may therefore not agree. Places and building money are exact.
report-contents = Contents
report-total = Total
report-numbered-table = Table { $number }.
report-numbered-picture = Figure { $number }.
report-picture-file = The picture is in the file { $file }.
report-opening = { $service }, { $site } ({ $size })
report-opening-of-service = { $site } ({ $size })
report-size-places = { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
report-size-workers = { $count ->
        [one] { $count } worker
       *[other] { $count } workers
    }
report-more = … and { $more } more
report-minutes = { $minutes } min
report-payer-eu = EU funds
report-payer-state = State

# Summary
report-chapter-summary = Summary
report-figure-sites = sites at which something opens
report-figure-served = needs that are met
report-figure-unmet = needs that stay unmet
report-figure-capital = building money, once
report-figure-running = running the new sites, a year
report-figure-minutes = mean way, one way
report-point-measures = { $measures ->
        [one] { $measures } service opens
       *[other] { $measures } services open
    } at { $sites ->
        [one] { $sites } site
       *[other] { $sites } sites
    }, out of { $candidates ->
        [one] { $candidates } possible site
       *[other] { $candidates } possible sites
    } that were weighed.
report-point-needs = Of { $needed ->
        [one] { $needed } need for a service
       *[other] { $needed } needs for services
    }, { $served } are met and { $unmet } are not. One person may have several needs.
report-point-needs-public = Rounded: there are { $needed } needs for services, { $served } are met and { $unmet } are not{ $unmet ->
        [0] { " (nought means none, or so few that the number is not shown)" }
       *[other] { "" }
    }. One person may have several needs.
report-point-reached = { $people ->
        [one] { $people } person gets
       *[other] { $people } people get
    } at least one service.
report-point-reached-range = Between { $least } and { $most } people get at least one service; the data do not say who needs several together.
report-point-near = { $share } of those who get a service have it within its standard.
report-point-cost = The plan costs society { $objective } a year, travel time included. It is proven that no plan could be cheaper by more than { $gap } %.
report-point-cost-public = The plan costs society about { $objective } a year; travel time is not in this sum. It is proven that no plan could be cheaper by more than { $gap } %.
report-point-more-money = With { $extra } more for building, the cost to society would fall by { $saving } a year.
report-point-findings = Check of the rules: { $errors ->
        [one] { $errors } breach
       *[other] { $errors } breaches
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }, { $advice ->
        [one] { $advice } piece of advice
       *[other] { $advice } pieces of advice
    }.
report-point-findings-public = Check of the rules: { $findings ->
        [one] { $findings } finding is
       *[other] { $findings } findings are
    } shown here; those that count people are left out of the public edition.

# Region
report-chapter-setting = The region and its people
report-setting = { $region }: { $municipalities ->
        [one] { $municipalities } municipality
       *[other] { $municipalities } municipalities
    }, { $people ->
        [one] { $people } resident
       *[other] { $people } residents
    }.
report-kind-region = region
report-kind-state-city = state city
report-kind-municipality = municipality
report-kind-parish = parish
report-kind-town = town
report-partner-none = has not answered
report-partner-intent = protocol of intent
report-partner-agreement = cooperation agreement
report-partner-refused = declined

# Situation
report-chapter-situation = The situation today
report-situation = This chapter shows what the region has: community-based social services, institutions of long-term care, general services, and the obstacles that keep people from using them.
report-section-offers = Social services today
report-no-offers = The region's data hold no existing service.
report-section-institutions = Institutions of long-term care
report-institution-stays = stays
report-institution-reorganised = reorganised
report-institution-closes = closes
report-section-general = General services
report-no-general = The region's data say nothing of general services.
report-general = Living in the community takes a doctor, a school, work, transport and leisure nearby as well. For every new site at which people live or to which they come, the straight-line distance to the nearest service of each kind is therefore given.
report-general-health = Health care
report-general-education = Education
report-general-employment = Employment
report-general-transport = Transport
report-general-culture = Culture
report-general-leisure = Leisure
report-section-obstacles = Obstacles
report-no-obstacles = The region's data say nothing of obstacles.
report-severity-low = low
report-severity-medium = medium
report-severity-high = high

# Demand
report-chapter-demand = Demand
report-demand = These are needs that are not met today. A need is one person who needs one service. People who move out of institutions are included.
report-delivery-centre = the client comes to a centre
report-delivery-residential = the client lives there
report-delivery-mobile = staff come to the client

# Proposal
report-chapter-proposal = What is proposed
report-no-measures = The plan opens no new site.
report-proposal = The plan has { $measures ->
        [one] { $measures } measure
       *[other] { $measures } measures
    } at { $sites ->
        [one] { $sites } site
       *[other] { $sites } sites
    }. A measure is one service at one site. It has the same number on the map in the summary and in every table.
report-section-measures = Measures
report-section-offers-used = Use of free places
report-offers-used = People may first be served where there are free places today.
report-section-money = Money
report-money = Building money is needed once, running money every year. Costs that are not eligible are the owner's.
report-note-measures = Occupancy is the used share of what is opened. Minutes are one way.
report-note-measures-public = Counts of people are rounded.
report-note-needs = One person may have several needs: the total counts needs, not people. Workers of mobile services are not in the total of places.
report-note-gets = A need is met at home when the service stands on the municipality's own territory. Mobile services are given at the person's home; what counts is where the workers are based.

report-note-gives = Workers of mobile services are not among the places.
report-note-general-near = Where no address is known, the coordinates are those of the settlement; “same place” so means that both are in one settlement or less than 50 metres apart.
report-same-place = same place

# Reasons
report-chapter-reasons = Why these sites
report-reasons = Each measure is put to this test: it is taken out, the others are kept, and the best plan without it is sought. The table says how much more society would pay a year, how many more needs would stay unmet, and what would open in its stead.
report-reasons-some = The table has { $examined } of { $measures } measures. The others were not tested, because the search ended before.
report-reasons-not-asked = The plan was made without reasons for each site.
report-reasons-withheld = What the plan would cost without each site is not shown in the public edition, since it could tell how many people live where.
report-instead-nothing = nothing
report-section-rejected = Possible sites not used
report-rejected-sites = { $sites ->
        [one] { $sites } site
       *[other] { $sites } sites
    }: { $reason }
report-no-rejected = The plan uses every possible site.
report-rejected-locked = closed by the planner's decision
report-rejected-refused = the municipality refuses every service that could open there
report-rejected-not-partner = its owner is not a partner, so no funding scheme may pay it
report-rejected-no-size-fits = no service has a size that fits
report-rejected-too-few-people = too few people live within the limit to reach the least occupancy
report-rejected-costlier = other sites serve the same people at a lower cost

# Unmet
report-chapter-unmet = Who is left without
report-unmet = { $needs ->
        [one] { $needs } need stays unmet.
       *[other] { $needs } needs stay unmet.
    }
report-unmet-public = { $needs ->
        [0] The rounded number of unmet needs is nought: there are none, or so few in each service that the number is not shown.
        [one] About { $needs } need stays unmet.
       *[other] About { $needs } needs stay unmet.
    }
report-unmet-beyond-limit = Beyond the limit: no site, existing or possible, is near enough for the service to be of use.
report-unmet-not-worthwhile = Not worthwhile: a site can be reached, but serving these people would cost society more than leaving them without, or money, places or occupancy fall short.
report-reason-beyond-limit = beyond the limit
report-reason-not-worthwhile = not worthwhile

# Travel
report-chapter-travel = Travel before and after
report-travel = Before: the way to the nearest site that gives the service today, whether or not it has a free place, of those who can reach one. After: the way to the site where the person gets the service in the plan. Minutes are one way.
report-chart-travel = Mean way before and after, minutes one way
report-chart-row = { $service }: before { $before }, after { $after }
report-no-site = nowhere
report-before = Before
report-after = After

# Municipalities
report-chapter-choices = Years, demand, fairness, changes
report-section-states = What each year and demand scenario brings
report-states = The sites are the same whatever comes; who goes where is decided anew each time. The weight is what a year counts in the cost of the plan. All other chapters tell of the plan year and of the main demand scenario.
report-spread = Expected cost: { $expected } a year. If the dearest tenth of what may come does come, it costs { $worst } a year on average.
report-section-equity = Who travels farthest
report-equity-all = One way takes { $mean } minutes on average, and { $longest } at the most.
report-equity-beyond = { $share } of those who get a service travel longer than its standard.
report-equity-worst = { $needs ->
    [one] The need with the longest way takes { $mean } minutes; whoever is left without counts with the limit.
   *[other] The { $needs } needs with the longest ways take { $mean } minutes on average; whoever is left without counts with the limit.
}
report-section-from-home = Day services near the new home
report-from-home = { $persons ->
    [one] One person travels to a day service from the home into which they move.
   *[other] { $persons } people travel to a day service from the home into which they move.
}
report-whence-home = { $place }, living at { $home }
report-section-changes = Changes against the approved plan
report-changes-priced = { $changes ->
    [0] Nothing changes.
    [one] One measure changes.
   *[other] { $changes } measures change.
} Each change counts { $price } a year, so that only what saves more is changed.
report-changes-fewest = { $changes ->
    [0] Nothing changes.
    [one] One measure changes.
   *[other] { $changes } measures change.
} The plan changes as little as possible and is the cheapest of those that do. Where another chapter tells what a plan without a site costs, that includes a price for each change which outweighs any saving.
report-change-opened = opens
report-change-closed = does not open
report-change-resized = another size
report-cost-equity = Longest ways
report-cost-equity-is = for each minute of those who travel farthest
report-cost-change = Changes
report-cost-change-is = for each measure that differs from the approved plan
report-table-states = What each year and demand scenario brings
report-sheet-states = Years and demand
report-table-changes = Changes against the approved plan
report-sheet-changes = Changes
report-col-opens = Opens
report-col-demand-scenario = Demand scenario
report-col-weight = Weight
report-col-changed = Change
report-col-places-before = Approved
report-col-places-now = Now

report-chapter-municipalities = What each municipality gives and gets
report-municipalities = Not every municipality needs every service. The first table shows what its residents get, the second what it gives: places on its territory, places for others' residents, and money.

# Wishes
report-chapter-wishes = Wishes of the municipalities
report-no-wishes = The municipalities have expressed no wishes.
report-wishes = The municipalities ask for { $wishes ->
        [one] { $wishes } service
       *[other] { $wishes } services
    }; the plan grants { $met }.
report-wish-wants-met = granted
report-wish-wants-not-met = not granted
report-wish-accepts-met = respected
report-wish-accepts-not-met = not respected
report-wish-refuses-met = respected
report-wish-refuses-not-met = not respected
report-stance-wants = wants
report-stance-accepts = accepts
report-stance-refuses = refuses

# Rules
report-chapter-findings = What the rules say
report-no-findings = The check of the rules of deinstitutionalisation found nothing.
report-findings = The plan was checked against the rules and guidance of deinstitutionalisation. A finding does not stop the plan: people decide.
report-no-findings-public = Of the findings that may be published there are none. Those that count people are in the internal edition only.
report-findings-public = The plan was checked against the rules and guidance of deinstitutionalisation. A finding does not stop the plan: people decide. Findings that count people are in the internal edition only.
report-level-error = breach
report-level-warning = warning
report-level-advice = advice

# Assumptions
report-chapter-assumptions = Assumptions
report-no-assumptions = The plan rests on no named assumptions.
report-assumptions = Nobody has published these figures. The planner chose them, and they may be disputed.
report-section-sensitivity = What changes if an assumption is different
report-sensitivity = Each assumption was halved and doubled, and the plan sought again. Figures with a full stop are numbers of measures.
report-halved = halved
report-doubled = doubled
report-stays = { $stays } of { $all }

# Method
report-chapter-method = Method
report-method-cost = The plan looks for the sites at which the yearly cost to society as a whole is least. That is not money alone but also time spent travelling, and what it costs to leave somebody without. Nobody is sent a bill for it: it is a measure by which plans are compared.
report-cost-capital = Building
report-cost-capital-is = building money, spread over the years that a building lasts
report-cost-sites = Running of sites
report-cost-sites-is = fixed cost of the new sites
report-cost-places = Giving the service
report-cost-places-is = cost of used places, new and existing
report-cost-travel = Travel
report-cost-travel-is = time of clients, families and staff, and kilometres
report-cost-surcharge = Surcharge on distance
report-cost-surcharge-is = for each minute beyond the service's standard
report-cost-size-penalty = Surcharge on size
report-cost-size-penalty-is = for places above the size that is wished
report-cost-unmet = Being left without
report-cost-unmet-is = what an unmet need costs society
report-method-conditions = These conditions hold:
report-condition-capacity = no site is overfull, and people are whole;
report-condition-occupancy = what newly opens is used, at least to the service's least occupancy;
report-condition-limit = nobody goes farther than the service's limit;
report-condition-cap = nobody travels longer than { $minutes } minutes one way;
report-condition-cap-services = nobody travels longer than { $minutes } minutes one way to: { $services };
report-condition-single-source = all people of a place and target group go to one site for: { $services };
report-condition-partners = only partners get partners' funding, and a municipality's refusal binds;
report-condition-funds = no payer pays more than its ceiling;
report-condition-apart = services that may not share a roof do not.
report-method-bound = The plan costs { $objective } a year. It is proven that no plan under these conditions can cost less than { $bound }. The gap is { $gap } %.
report-method-bound-public = Without the value of travel the plan costs about { $objective } a year, reckoned from rounded counts of people. It is proven that no plan under these conditions could be cheaper by more than { $gap } %.
report-stop-gap = The search ended when the precision asked for was proven. The same data give the same plan.
report-stop-work-limit = The search ended at its work limit. The same data give the same plan.
report-stop-time-limit = The search ended at its time limit. Another run may end with another plan.
report-stop-exhausted = The search ended because nothing was left to search, before the precision asked for was proven. The same data give the same plan.
report-stop-interrupted = Somebody stopped the search. This is the best plan found until then.
report-method-figures = The discount rate is { $rate } % a year, a building lasts { $years ->
        [one] { $years } year
       *[other] { $years } years
    }. An hour of travel is valued at { $client } EUR for a client, { $family } EUR for family and { $staff } EUR for staff; a kilometre at { $km } EUR.

# Limits
report-chapter-limits = Limits of the data, and sources
report-limits = A plan is no better than the data from which it is made. The reader should know:
report-limits-public = In the public edition counts of people are rounded to 5 and who goes where is not shown. Whatever follows from counts of people is rounded or left out.
report-section-sources = Sources
report-row-sources = Where each row of the tables comes from, and which figures are derived or estimated, is in tables.xlsx, on the sheet “Row sources”.
report-section-successors = Municipalities that are no more
report-successors = The borders of municipalities have changed over time. Their successors take over their duties.
report-made-with = The plan was made by { $program } with the solver { $solver }.
report-fingerprint = The checksum (SHA-256) of the data begins with { $fingerprint }.

# Flows
report-chapter-flows = Who gets the service where
report-flows = Each line has one site, how many people get the service there, and where they live. The file tables.xlsx has the same by target group and hours. This table is restricted.
report-home = { $place } { $persons }, { $minutes } min

# Maps
report-map-today = Services today
report-map-proposed = Services in the plan
report-map-alt = { $map }. Map with the borders of municipalities, { $existing ->
        [one] { $existing } existing site
       *[other] { $existing } existing sites
    } and { $new ->
        [one] { $new } new site
       *[other] { $new } new sites
    }. The tables say the same.
report-map-attribution = Borders: { $source }
report-map-attribution-unknown = Borders and sites: the region's data
report-legend-new = new site with the number of the measure
report-legend-existing = existing site
report-legend-sites = existing site whose services are not known
report-legend-institutions = institution of long-term care
report-legend-needs = needs where people live: 1 and 10
report-legend-flows = who gets the service where

# Tables
report-table-setting = Municipalities, their residents and their part in the plan
report-sheet-setting = Municipalities
report-table-setting-groups = People of target groups, by municipality; they are among the residents
report-sheet-setting-groups = Target groups
report-table-offers = Social services that exist today
report-sheet-offers = Services today
report-table-institutions = Institutions of long-term care
report-sheet-institutions = Institutions
report-table-general = General services by kind
report-sheet-general = General services
report-table-general-near = Straight-line distance from new sites to the nearest general service, km
report-sheet-general-near = Distances
report-table-obstacles = Obstacles to using services
report-sheet-obstacles = Obstacles
report-table-demand-services = Unmet needs by service
report-sheet-demand-services = Needs by service
report-table-demand-groups = Unmet needs by target group
report-sheet-demand-groups = Needs by group
report-table-demand-municipalities = Unmet needs by municipality
report-sheet-demand-municipalities = Needs by municipality
report-table-measures = Measures: sites, places, people, occupancy and travel
report-sheet-measures = Measures
report-table-services = Needs, places and money by service
report-sheet-services = Services
report-table-offers-used = Free places that the plan uses
report-sheet-offers-used = Free places
report-table-money = Building money of measures by payer, and running money, EUR
report-sheet-money = Money by measure
report-table-payers = Money by payer, EUR
report-sheet-payers = Payers
report-table-reasons = What the plan would cost without each measure
report-sheet-reasons = Reasons
report-table-flows-by-site = How many people at each site, and from where
report-sheet-flows-by-site = From where
report-table-rejected = Possible sites at which nothing opens, and why
report-sheet-rejected = Sites not used
report-table-unmet-services = Needs left unmet by the plan
report-sheet-unmet-services = Unmet needs
report-table-unmet-places = Unmet needs by settlement
report-sheet-unmet-places = Unmet by settlement
report-table-travel = Travel by service, minutes one way
report-sheet-travel = Travel
report-table-gets = What residents of a municipality get
report-sheet-gets = Gets
report-table-gives = What a municipality gives, EUR
report-sheet-gives = Gives
report-table-wishes = Wishes of municipalities and what became of them
report-sheet-wishes = Wishes
report-table-findings = Findings and what they rest on
report-sheet-findings = Rules
report-table-assumptions = Assumptions and why they were chosen
report-sheet-assumptions = Assumptions
report-table-sensitivity = Measures that stay, leave and enter
report-sheet-sensitivity = Sensitivity
report-table-costs = Yearly cost to society by part, EUR
report-sheet-costs = Costs
report-table-sources = Sources of the data
report-sheet-sources = Sources
report-table-row-sources = Sources of the rows
report-sheet-row-sources = Row sources
report-table-successors = Successors
report-sheet-successors = Successors
report-table-flows = People by settlement and site
report-sheet-flows = Who goes where

# Columns
report-col-number = No.
report-col-municipality = Municipality
report-col-territory = Territory
report-col-kind = Kind
report-col-population = Residents
report-col-partner = Part in the plan
report-col-service = Service
report-col-site = Site
report-col-places = Places
report-col-taken = Taken
report-col-payer = Payer
report-col-until = Until
report-col-institution = Institution
report-col-residents = Residents
report-col-waiting = Waiting
report-col-planned = Planned
report-col-general = Kind of service
report-col-number-of = Number
report-col-health = Health
report-col-education = Education
report-col-employment = Work
report-col-transport = Transport
report-col-culture = Culture
report-col-leisure = Leisure
report-col-obstacle-to = Hinders
report-col-obstacle = Obstacle
report-col-severity = Severity
report-col-delivery = How it is given
report-col-needed = Needed
report-col-within-before = Within reach today
report-col-target-group = Group
report-col-needs = Needs
report-col-per-1000 = Per 1,000 residents
report-col-host = Where it stands
report-col-owner = Owner
report-col-year = Year
report-col-persons = People
report-col-occupancy = Occu­pancy
report-col-staff = Staff posts
report-col-mean = Mean, min
report-col-longest = Longest, min
report-col-served-existing = At existing sites
report-col-served-new = At new sites
report-col-unmet = Unmet
report-col-places-new = New places
report-col-capital = Building, EUR
report-col-running = Running a year, EUR
report-col-free = Free places
report-col-eu = EU
report-col-state = State
report-col-own = Municipality
report-col-without-more = More without it, EUR a year
report-col-unmet-more = More unmet needs
report-col-instead = In its stead
report-col-reason = Reason
report-col-forced-more = If opened all the same: more EUR a year
report-col-concerned = What it concerns
report-col-from-where = From where: people, minutes one way
report-col-share = Share
report-col-place = Settlement
report-col-mean-before = Mean before
report-col-mean-after = Mean after
report-col-longest-before = Longest before
report-col-longest-after = Longest after
report-col-near-before = Within standard before
report-col-near-after = Within standard after
report-col-near = Within standard
report-col-served = Met
report-col-at-home = Met at home
report-col-served-others = Others' residents served
report-col-stance = Stance
report-col-met = Outcome
report-col-own-money = Offers, EUR
report-col-asked = Plan asks, EUR
report-col-rule = Rule
report-col-level = Level
report-col-finding = Finding
report-col-basis = Basis
report-col-figure = Figure
report-col-why = Why
report-col-change = Change
report-col-stays = Stay
report-col-leaves = Leave
report-col-enters = Enter
report-col-part = Part
report-col-what = What it is
report-col-eur-year = EUR a year
report-col-data = Table
report-col-source = Source
report-col-rows = Rows
report-col-names = Which
report-col-note = In its words
report-col-valid-to = Existed until
report-col-successors = Successors
report-col-hours = Hours a week
report-col-minutes = Minutes

# Assumed figures and tables of the data
report-assumed-services-unmet-eur = What a year without the service costs society
report-assumed-services-standard-min = The service's standard, minutes
report-assumed-services-limit-min = The service's limit, minutes
report-assumed-services-min-occupancy = Least occupancy
report-assumed-services-site-eur-per-year = Running a site, a year
report-assumed-services-place-eur-per-year = Running a place, a year
report-assumed-services-capital-eur-per-place = Building money a place
report-assumed-services-visits-per-year = Visits a year
report-assumed-services-max-per-site = Most places at a site
report-assumed-services-persons-per-place = People a place
report-assumed-services-hours-per-worker-week = Paid hours a worker and week
report-assumed-services-visit-hours = Hours of a visit
report-assumed-services-staff-per-place = Staff posts a place
report-assumed-scenario-discount-rate = Discount rate
report-assumed-scenario-building-life-years = Years that a building lasts
report-assumed-scenario-client-eur-per-hour = An hour of a client's travel
report-assumed-scenario-family-eur-per-hour = An hour of a family's travel
report-assumed-scenario-staff-eur-per-hour = An hour of staff's travel
report-assumed-scenario-eur-per-km = A kilometre
report-assumed-scenario-surcharge-eur-per-minute = Surcharge a minute beyond the standard
report-assumed-scenario-budget-eur = Building budget
report-assumed-scenario-size-penalty-eur-per-place-year = Surcharge on size
report-assumed-scenario-travel-detour = Detour of roads
report-profile-bus = bus
report-profile-car = car
report-profile-foot = on foot
report-profile-walk = on foot
report-data-territories = Territories
report-data-partners = Partners
report-data-wishes = Wishes
report-data-places = Settlements
report-data-population = Population
report-data-services = Services
report-data-needs = Needs
report-data-bundles = Needs together
report-data-moves = Moves out of institutions
report-data-institutions = Institutions
report-data-sites = Existing sites
report-data-offers = Services today
report-data-candidates = Possible sites
report-data-schemes = Funding schemes
report-data-funds = Funds
report-data-obstacles = Obstacles
report-data-general-services = General services
report-data-boundaries = Boundaries
report-data-travel = Travel times
