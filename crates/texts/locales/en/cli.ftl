# The command line: help, wrong usage, progress, summaries.

cli-help-about = Tuvāk plans where a region's community-based social services go: near to people, without needless duplicates, within the money, with a proven bound.
cli-help-page = The command line
cli-help-usage = Usage
cli-help-arguments = Arguments:
cli-help-options = Options:
cli-help-commands = Commands:
cli-help-after = Exit codes: 0 done and the gap reached, 1 the input has faults, 2 wrong usage, 3 no plan respects all conditions, 4 there is a plan but its gap is larger than asked, 5 the search ended before any plan was found.
cli-help-help = Show this help
cli-help-version = Show the version
cli-help-lang = Language: lv (default) or en; also by the environment variable TUVAK_LANG
cli-help-json = Print one machine-readable object on stdout
cli-help-verbose = Tell the seconds of each stage and the peak memory
cli-help-check = Check a region package and list all its faults at once
cli-help-plan = Make the plan: where services go, proven, explained, as a document
cli-help-verify = Check a plan against its package, independently of the solver
cli-help-reach = Show who reaches which service today (or with a plan)
cli-help-demand = Show the demand by service, target group and municipality
cli-help-import = Read one of the ministry's open tables into a package
cli-help-reference = Print a generated page of the documentation
cli-help-dir = Folder of the region package
cli-help-out = Where the plan goes (default: tuvak-plan)
cli-help-edition = internal (exact, restricted) or public; without it both: the public one in the folder “public”
cli-help-budget = Ceiling on all building money, instead of the scenario's
cli-help-gap = Relative gap at which the search may end (default 0.001 = 0.1 %)
cli-help-time-limit = End the search after so many seconds with the best plan so far (the result may then differ between runs); the explanation is given the same time once more
cli-help-work-limit = End the search after so many branch-and-bound nodes (the same result on every run)
cli-help-threads = Threads for what can be done side by side (default: all cores; the result does not depend on it)
cli-help-explain = How far the plan is explained: none, sites (cost without each site) or full (also every assumption halved and doubled; the default)
cli-help-plan-certificate = Where to write how the lower bound was proven, for tuvak verify --certificate (may take longer)
cli-help-approved = The approved plan, to compare each municipality's eligible costs with (rule R07)
cli-help-plan-file = The plan to check (internal edition)
cli-help-deep = Also solve again what the plan would cost without each site
cli-help-certificate = Also reckon the lower bound again from its certificate; without DIR the first file is a location problem in the format that --format says (default: instance)
cli-help-with-plan = Count this plan's measures as supply too
cli-help-kind = demand, population or supply
cli-help-file = The workbook from data.gov.lv
cli-help-into = The package that receives the rows
cli-help-mapping = Which heading goes where (see --show-mapping)
cli-help-show-mapping = Print the default mapping file, to edit

cli-usage-unknown-command = There is no command “{ $value }”.
cli-usage-no-command = No command was given.
cli-usage-unknown-option = There is no option “{ $value }” here.
cli-usage-missing = Something is missing: { $value }.
cli-usage-no-value = The option { $option } needs a value.
cli-usage-wrong-value = “{ $value }” does not fit { $option }; give a number { $range }.
cli-usage-range-not-negative = from 0 up
cli-usage-range-positive = above 0
cli-usage-range-share = from 0 to 1
cli-usage-range-whole = without a fraction, from { $least } up
cli-usage-range-between = without a fraction, from { $least } to { $most }
cli-usage-same-file = --{ $one } and --{ $other } are one file; give two.
cli-certificate-of-plan = { $file } is a plan: to check its certificate, give the folder DIR of its region package, too.
cli-usage-wrong-value-known = “{ $value }” does not fit { $option }; possible: { $known }.
cli-usage-twice = { $option } may be given only once.
cli-usage-other = { $what }
cli-usage-suggest = Did you mean “{ $value }”?
cli-usage-gap = The gap is a share from 0 to 1 with a decimal point: 0.05 means 5 %.
cli-usage-help = For help: tuvak --help, or tuvak COMMAND --help.

cli-progress = { $stage } · { $seconds } s · best { $best } EUR a year · bound { $bound } · gap { $gap } %
cli-progress-unproven = { $stage } · { $seconds } s · best { $best } EUR a year · no bound yet
cli-progress-nothing = { $stage } · { $seconds } s · no plan yet

cli-stage-seconds = { $stage }: { $seconds } s
cli-peak-memory = peak memory: { $mib } MiB
cli-stage-read = reading
cli-stage-solve = solving
cli-stage-rules = rules
cli-stage-publish = public edition
cli-stage-documents = documents
cli-stage-pdf = PDF
cli-stage-verify = verification
cli-stage-deep = counterfactuals again
cli-stage-certificate = certificate

cli-searching = searching
cli-explaining = examining each site
cli-varying = varying the assumptions
cli-more-money = asking what more money would buy

cli-package-sound = { $dir }: the package has no fault.
cli-package-faulty = { $faults ->
    [one] { $dir }: { $faults } fault. Nothing is planned on it until it is mended.
   *[other] { $dir }: { $faults } faults. Nothing is planned on it until they are mended.
}
cli-package-notes = { $notes ->
    [one] { $notes } note:
   *[other] { $notes } notes:
}
cli-package-holds = { $municipalities } municipalities, { $places } places, { $services } services, { $persons } needs in { $year }, { $sites } sites, { $candidates } candidates.

cli-infeasible = No plan respects all conditions. These clash; dropping any one of them helps:
cli-bound-known = Any plan costs at least { $bound }.
cli-nothing-found = The search ended before any plan was found, and before it was known that there is none. More time (--time-limit) or work (--work-limit) may help.
cli-solver-failed = The solver failed: { $why }
cli-cannot-read = { $file } cannot be read: { $why }
cli-cannot-write = { $file } cannot be written: { $why }
cli-not-a-plan = { $file } is not a plan that this version can read: { $why }
cli-public-plan = { $file } is a public edition: its counts are rounded, so it cannot be checked. Give the internal plan.json.
cli-wrong-package = This plan was made from another state of the package: its fingerprint differs. Make the plan again, or give the package that it was made from.
cli-typeset-failed = The PDF could not be set: { $why }

cli-written = The plan is in { $dir }: { $files }
cli-gap-open = The gap of { $gap } % is larger than the { $asked } % asked for. The plan holds; give more time to prove or improve it.
cli-stop-gap = The gap asked for is proven.
cli-stop-work_limit = Ended by the work limit.
cli-stop-time_limit = Ended by the time limit: another run may end with another plan.
cli-stop-exhausted = Nothing is left to search: more time would prove no more.
cli-stop-interrupted = Stopped by hand: the best plan so far.

cli-figure-objective = Cost to society: { $objective } EUR a year; proven to lie at most { $gap } % above the best possible
cli-figure-measures = Opens: { $measures } services at { $sites } sites, { $places } new places
cli-figure-served = Needs met: { $served } of { $needed } ({ $existing } at existing sites)
cli-figure-reached = People reached: { $least } to { $most }
cli-figure-capital = Building money: { $capital } EUR (EU { $eu }, state { $state }, municipalities { $municipal })
cli-figure-running = Running money: { $running } EUR a year
cli-figure-minutes = On the way, one way: { $after } minutes on average; to the nearest site today { $before }
cli-figure-minutes-first = On the way, one way: { $after } minutes on average; today no site gives what they need
cli-figure-standard = Within the service's standard time: { $share } % of those served
cli-figure-unmet = Left without: { $unmet }, of them { $beyond } with no site within the limit
cli-figure-findings = Findings of the rules: { $errors } errors, { $warnings } warnings, { $advice } advice


cli-verified = The plan holds: { $checks } checks, no fault.
cli-refused = { $faults ->
    [one] The plan does not hold: { $faults } fault.
   *[other] The plan does not hold: { $faults } faults.
}
cli-not-vouched = Not vouched for:
cli-deep-differs = { $candidate } / { $service }: without it { $told } EUR a year is told, { $found } was found
cli-deep-findings = the rules say something else now than the plan tells
cli-check-findings = Findings of the rules
cli-check-without = What the plan would cost without each site
cli-check-bound = The lower bound, reckoned again from its certificate
cli-certificate-other-bound = the certificate proves the bound { $proven } EUR, the plan tells { $told } EUR
cli-certificate-not-with = --certificate is not for a scenario with { $switch }: several searches bound such a plan together; leave one of the two out.
cli-certificate-holds = The bound holds: { $bound } ({ $nodes ->
    [one] { $nodes } node
   *[other] { $nodes } nodes
} of the tree checked).
cli-certificate-impossible = It holds that nothing respects all conditions ({ $nodes ->
    [one] { $nodes } node
   *[other] { $nodes } nodes
} of the tree checked).
cli-certificate-instance = the instance is too large to be reckoned exactly
cli-certificate-ends = the certificate ends before its whole tree is told: take the whole file
cli-certificate-unread = the certificate cannot be read: { $why }
cli-certificate-fingerprint = the certificate is for another instance ({ $told }) than this one ({ $found }): give the one that was solved
cli-certificate-header = the header of the certificate does not fit: { $why }
cli-certificate-node = node { $node } of the certificate proves nothing: { $why }
cli-certificate-claim = the certificate claims the bound { $claimed } and proves no more than { $proven }

cli-column-service = service
cli-column-group = group
cli-column-municipality = municipality
cli-column-persons = people
cli-column-nearest = nearest, min
cli-column-worst = worst, min
cli-column-standard = in standard, %
cli-column-limit = in limit, %
cli-column-ratio = E2SFCA ratio
cli-column-modified = M2SFCA
cli-column-three-step = 3SFCA
cli-column-balanced = BFCA
cli-column-covered = served, %
cli-column-second = second, min
cli-column-reachable = within limit
cli-column-interval = on average
cli-column-gravity = gravity
cli-column-decay = half at, min
cli-column-municipalities = municipalities
cli-column-lowest = lowest
cli-column-highest = highest
cli-column-gini = Gini
cli-column-palma = Palma
cli-column-concentration = concentration
cli-column-theil = Theil
cli-reach-residents = residents
cli-reach-general = General services: residents go by { $profile }. No table sets a standard for them; { $standard } minutes as the standard and { $limit } as the limit are assumed.
cli-reach-general-fallback = The package's travel times do not lead to its general services; the ways there are computed from straight-line distances.
cli-reach-unknown = { $places ->
    [one] { $places } place whose residents are unknown is not counted.
   *[other] { $places } places whose residents are unknown are not counted.
}
cli-reach-measures = What people share and what they reach (mean over people)
cli-reach-measures-note =
    E2SFCA, M2SFCA, 3SFCA, BFCA: free capacity for each need, where all who live around a site share it.
    Served: share of the need that is met when the nearest go first and nobody beyond the limit.
    Second: minutes to the second nearest site. Within limit: free capacity within the limit; on average: over every minute from the standard to the limit (general services: how many).
    Gravity: free capacity that counts the less, the farther away it is, and half at the minutes told (in brackets: assumed, as the people are too few to fit them).
cli-reach-equity = How evenly it is spread over municipalities (E2SFCA; general services: how many are within the limit)
cli-reach-equity-note =
    Gini, Theil: 0 where all have the same. Palma: access of the best placed tenth of the people over that of the worst placed 40 %.
    Concentration: above 0 where access follows need (general services: where large municipalities have more), below 0 where it is the other way round.
cli-total = in all
cli-places-with-none = Places with no site within the limit:
cli-duplicates = Sites of one service in one catchment with room for all:

cli-import-done = { $rows ->
    [one] { $rows } row was written to { $file }.
   *[other] { $rows } rows were written to { $file }.
}
cli-import-nothing = Nothing was written.
cli-import-unmatched = Not matched, and therefore left out:
cli-fallback = Travel times are great-circle distance × detour ÷ speed: the package has neither travel.csv nor roads.osm.pbf.
cli-duplicate = { "  " }{ $service }: { $first } and { $second }, { $minutes } min apart; { $need } need it, the larger could serve { $larger }
cli-not-vouched-other-explanations = What the plan would cost with a forced site, with changed assumptions or with more money: each is a search of its own.
cli-cause-not-found = there is no such file or folder
cli-cause-denied = you have no right to it
cli-cause-in-the-way = a file of that name is in the way
cli-cause-folder = it is a folder
cli-cause-not-text = it is not text in UTF-8
cli-cause-full = the disk is full

# tuvak travel
cli-help-travel = Travel times on the roads of an OpenStreetMap extract, and by public transport
cli-help-travel-prepare = Prepare an extract once, so that everything else begins in an instant
cli-help-travel-matrix = Travel times from every point to every other, as rows from,to,seconds,metres
cli-help-travel-isochrone = What lies within so many minutes of a point, as GeoJSON
cli-help-travel-route = The way between two points, on the map as GeoJSON
cli-help-travel-osm = Road extract (.osm.pbf)
cli-help-travel-graph = Graph that tuvak travel prepare made
cli-help-travel-profile = How people travel: car-lv, car-lv-winter, car-lv-thaw, car-osrm, foot, foot-frail, a profile file (.toml), or for a matrix transit (default: car-lv; with --graph the profile it was prepared for)
cli-help-travel-changes = Closures and other speeds on roads (CSV, see the guide to travel times)
cli-help-travel-far = Name the points farther than so many metres from a road (default 300)
cli-help-travel-threads = Threads (default: all cores; the result does not depend on it)
cli-help-travel-from = Points from which people set out: CSV with lat, lon and perhaps id
cli-help-travel-to = Points to which they go (default: the same)
cli-help-travel-out = File for the rows, .csv or .parquet (default, or with -: CSV on stdout)
cli-help-travel-name = Add a column profile with this name, as travel.csv of a package may have
cli-help-travel-gtfs = Timetable (GTFS), with --profile transit; may be given several times
cli-help-travel-depart = When people set out by public transport (default 07:00-09:00)
cli-help-travel-date = Day of the timetable (default: its weekday with most runs)
cli-help-travel-walk = Profile on foot to, from and between stops: foot (default) or foot-frail
cli-help-travel-walk-minutes = Longest walk at a stretch, minutes (default 30)
cli-help-travel-at = A single point from which people set out
cli-help-travel-minutes = Minutes of the areas, such as 15,30,60
cli-help-travel-out-graph = Where the prepared graph goes
cli-help-travel-out-areas = File for the areas (default, or with -: stdout)
cli-help-travel-out-route = File for the way (default: none, it is only told; with -: stdout)
cli-help-travel-from-point = From where, degrees
cli-help-travel-to-point = To where, degrees

cli-usage-position = “{ $value }” does not fit { $option }; give latitude and longitude in degrees: 56.97,21.97.
cli-usage-minutes = “{ $value }” does not fit { $option }; give whole minutes from 1 to 1440, each once: 15,30,60.
cli-usage-window = “{ $value }” does not fit { $option }; give two times of a day: 07:00-09:00.
cli-usage-day = “{ $value }” does not fit { $option }; give a day as YYYY-MM-DD.

cli-help-siting = Location problems of their own, without a region
cli-help-siting-solve = Solve a location problem from a file: what opens, who goes where, and a proven bound
cli-help-siting-file = The file with the problem
cli-help-siting-format = instance (the package's own JSON), orlib-cap, orlib-pmed, orlib-pmedcap, uflp-simple, uflp-orlib, holmberg, sscflp-df, tbed, mclp, scflp or multiservice
cli-help-siting-capacity = orlib-cap: capacity of each site for which the file has the word capacity
cli-help-siting-splittable = tbed: a customer's demand may be divided over sites
cli-help-siting-radius = mclp: how far a site covers, in units of the file; on latitudes and longitudes in metres
cli-help-siting-p = mclp: how many sites may open
cli-help-siting-time-limit = End the search after so many seconds with the best answer so far and its bound
cli-help-siting-gap = Relative gap at which the search may end (default 0: the optimum is proven)
cli-help-siting-work-limit = End the search after so many branch-and-bound nodes (the same result on every run)
cli-help-siting-threads = Threads for what can be done side by side (default: all cores; the result does not depend on it)
cli-help-siting-certificate = File for the certificate of the bound
cli-help-siting-out = File for the answer: what opens, who goes where (JSON)
