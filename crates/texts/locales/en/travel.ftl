# Travel times: what is done, what is wrong, what was found.

## Stages
travel-stage-read = reading the extract
travel-stage-prepare = preparing the roads
travel-stage-price = pricing the roads
travel-stage-load = loading the prepared roads
travel-stage-snap = finding the nearest roads
travel-stage-timetable = reading timetables
travel-stage-walk = walking to stops
travel-stage-matrix = travel times
travel-stage-isochrones = areas within reach
travel-stage-write = writing
travel-progress = { $stage } · { $share } %

## What is wrong with files and options
travel-file = { $file } cannot be read or written: { $why }
travel-not-pbf = { $file } is not an OpenStreetMap extract in PBF; give a file that ends in .osm.pbf
travel-truncated = { $file } ends at byte { $length }, in the middle of a block that begins at byte { $offset }; download it again
travel-broken-blob = { $file } is damaged: block { $blob } at byte { $offset } ({ $why }); download it again
travel-unsupported-feature = { $file } needs the feature “{ $feature }”, which is not supported; take an extract without history
travel-no-roads = { $file } has no road for the profile { $profile }; take an extract with roads
travel-too-large = { $file } is too large ({ $what }); cut it into smaller extracts
travel-not-covered = { $points ->
    [one] The only point does not lie within { $metres } m of a road. The roads lie between { $south }, { $west } and { $north }, { $east } (latitude, longitude): take the extract of the point's country, or see whether lat and lon are swapped.
   *[other] None of the { $points } points lies within { $metres } m of a road. The roads lie between { $south }, { $west } and { $north }, { $east } (latitude, longitude): take the extract of the points' country, or see whether lat and lon are swapped.
}
travel-bad-profile = Profile { $file }: { $why }
travel-unknown-profile = There is no profile “{ $value }”. Give one of { $known }, or a .toml file.
travel-other-vehicle = The graph was prepared for { $graph }, and the profile { $profile } is for { $vehicle }; prepare it with that profile.
travel-changed-ways-unknown = { $count ->
    [one] { $file }: the way { $ways } is no road that this traveller could use in this extract; take it out, or take the ids of ways from the same extract.
   *[other] { $file }: { $count } ways are no roads that this traveller could use in this extract: { $ways }; take them out, or take the ids of ways from the same extract.
}
travel-bad-graph = The prepared graph is damaged ({ $what }); prepare it again.
travel-not-prepared = { $file } is not a graph of tuvak travel prepare; give --osm for an extract
travel-other-version = { $file } was prepared by another version of the program ({ $version }); prepare it again
travel-damaged = { $file } is damaged; prepare it again
travel-stopped = Stopped by hand; nothing was written.
travel-no-service = { $feed }: nothing runs on { $date }. The timetable holds from { $first } to { $last }; a full weekday is { $best }.
travel-no-common-date = The timetables have no weekday in common ({ $spans }); take those of one season.
travel-window = “{ $value }” is not a part of a day; write 07:00-09:00.
travel-threads = Threads cannot be started ({ $why }); ask for fewer.
travel-internal = This should not have happened: { $why }
travel-feed-none = Public transport needs a timetable: give --gtfs FEED.zip.
travel-feed-unreadable = { $place } cannot be read ({ $why }); see to the path and the right to read it
travel-feed-not-a-zip = { $place } is not a zip archive ({ $why }); download the timetable again
travel-feed-missing-file = { $place } is missing; download the whole timetable again
travel-feed-missing-column = { $place }: the column { $column } is missing; the file is not GTFS
travel-feed-row = { $place }: { $why }; correct the row
travel-feed-twice = { $place }: { $column } “{ $value }” stands twice; leave one of them
travel-feed-unknown = { $count ->
    [one] { $place }: { $column } “{ $value }” is not in { $target }; download the whole timetable again
   *[other] { $place }: { $column } “{ $value }” is not in { $target } ({ $count } rows name unknown ones); download the whole timetable again
}
travel-feed-no-place = { $place }: the stop “{ $value }” has no coordinates, nor has its station; add stop_lat and stop_lon
travel-feed-no-trips = { $place }: no trip can be used; the feed has no timetable
travel-feed-other-clock = { $place }: its time zone is { $value }, that of the first timetable { $first }; only timetables of one zone go together
travel-feed-more = { $count ->
    [one] { $place }: { $count } more row is faulty
   *[other] { $place }: { $count } more rows are faulty
}

## What was left out of a timetable, or assumed
travel-note-trip-too-short = { $feed }: left out trips with fewer than two stops: { $count } (first: { $example })
travel-note-trip-without-ends = { $feed }: left out trips without a time at their first or last stop: { $count } (first: { $example })
travel-note-trip-backwards = { $feed }: left out trips whose times run backwards: { $count } (first: { $example })
travel-note-trip-ambiguous = { $feed }: left out trips with two stops of one number: { $count } (first: { $example })
travel-note-trip-without-service = { $feed }: left out trips that run on no day: { $count } (first: { $example })
travel-note-area-stop-time = { $feed }: left out calls on demand within an area: { $count } (first: { $example })
travel-note-interpolated = { $feed }: times at stops that were interpolated: { $count } (first: { $example })
travel-note-booked = { $feed }: calls that have to be booked and count as served: { $count } (first: { $example })
travel-note-idle-frequency = { $feed }: left out frequencies of no use: { $count } (first: { $example })
travel-note-transfer-of-trips = { $feed }: left out rules for changing between certain lines: { $count } (first: { $example })
travel-note-transfer-of-unknown-stop = { $feed }: left out rules for changing at unknown stops: { $count } (first: { $example })
travel-note-repeated-service = { $feed }: rows of calendar.txt that repeat another of the same service: { $count } (first: { $example })
travel-note-quiet-on-date = { $feed }: nothing runs on that day ({ $example })

## What was found
travel-told-roads = Travel times ({ $profiles }) are reckoned on the road network: profile { $mode }, extract { $extract }. Roads © OpenStreetMap contributors, ODbL 1.0.
travel-told-timetable = Public transport: runs of { $date }, the median over departures { $window }, at most { $minutes } minutes on foot at a stretch.
travel-no-vehicle = No vehicle of these hours is of use between these points: see to the hours, the day and whether the timetable is of this region.
travel-prepared = { $file }: roads prepared for { $profile }, { $mib } MiB.
travel-distances = { $file }: { $median } m to the nearest road in the median, { $worst } m at worst
travel-more-far = … and { $count } more that are as far from a road
travel-matrix-done = { $without ->
    [0] { $from } × { $to } points, { $pairs } pairs, each with a way.
    [one] { $from } × { $to } points, { $pairs } pairs, { $without } of them without a way.
   *[other] { $from } × { $to } points, { $pairs } pairs, { $without } of them without a way.
}
travel-areas-done = { $areas ->
    [one] { $areas } area
   *[other] { $areas } areas
} around { $points ->
    [one] { $points } point.
   *[other] { $points } points.
}
travel-route-done = { $minutes } min, { $km } km (unpaved { $unpaved } km, ferry { $ferry } km)
travel-no-way = There is no way between the two points: no road near one of them, or none that joins them.
travel-faulty = { $faults ->
    [one] { $faults } fault. Nothing was reckoned.
   *[other] { $faults } faults. Nothing was reckoned.
}
travel-ending = { $file }: give a name that ends in .csv or .parquet.
travel-json-needs-out = --json prints its object on stdout: give the result a file with --out.
travel-only-transit = { $option } goes with --profile transit only.
travel-matrix-only = { $value } is for tuvak travel matrix only.
fault-far-from-road = { $lat }, { $lon } is { $metres } m from the nearest road
mend-far-from-road = see whether the coordinates are right
fault-no-road = { $lat }, { $lon } has no road within { $metres } m
mend-no-road = correct the coordinates, or take an extract that covers them
fault-reaches-nothing = “{ $value }” has no way to any site (profile { $profile })
mend-reaches-nothing = nobody from there is served; see whether a ferry or bridge is missing in the extract (by public transport also the hours, the day and the timetable)
fault-unknown-road-profile = “{ $value }” is no profile of the road network
mend-unknown-road-profile = one of: { $known }
fault-unknown-road-profile-near = “{ $value }” is no profile of the road network
mend-unknown-road-profile-near = did you mean “{ $near }”? One of: { $known }
fault-profile-without-roads = the road network does not know the profile “{ $value }”
mend-profile-without-roads = say what it stands for in [travel.profiles] of scenario.toml; one of: { $known }
fault-profile-without-feed = the profile “{ $value }” needs a timetable
mend-profile-without-feed = add one to the package, as a file that ends in { $end }
travel-out-is-input = { $file } is read here; give --out another file
travel-walk-on-foot = “{ $value }” is not a profile on foot; --walk takes foot, foot-frail or a .toml file based on them
