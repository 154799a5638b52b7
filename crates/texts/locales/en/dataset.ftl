## The folder and its files

fault-no-folder = there is no folder { $folder }
mend-no-folder = give the folder of a region package
fault-not-a-folder = { $folder } is a file
mend-not-a-folder = give the folder in which region.toml stands
fault-unreadable-folder = the folder { $folder } cannot be read ({ $detail })
mend-unreadable-folder = see to the right to read it
fault-empty-package = the folder { $folder } has no file of a region package
mend-empty-package = it needs region.toml, scenario.toml, territories.csv, places.csv, services.csv and needs.csv
fault-missing-file = the file is missing
mend-missing-file = add it to the folder; the data dictionary lists its columns
fault-unreadable-file = the file cannot be read ({ $detail })
mend-unreadable-file = see to the right to read it
fault-unknown-file = no table has this name
mend-unknown-file = did you mean { $near }?
fault-file-not-read = the file is not part of a region package
mend-file-not-read = it was not read
fault-roads-not-read = travel.csv gives the travel times already
mend-roads-not-read = the file was not read; take travel.csv out to reckon on the roads
fault-feed-without-roads = there is a timetable but no roads.osm.pbf to walk to its stops
mend-feed-without-roads = add the road extract, or take the timetable out
fault-utf-16 = the file is UTF-16
mend-utf-16 = save it as “CSV UTF-8”
fault-not-utf-8 = the line has bytes that are not UTF-8
mend-not-utf-8 = save the file as “CSV UTF-8”
fault-byte-order-mark = the file begins with a byte order mark
mend-byte-order-mark = it was passed over
fault-windows-line-ends = the file has Windows line ends
mend-windows-line-ends = they were read as line ends

## Tables

fault-empty-file = the file has no header row
mend-empty-file = the first row names the columns
fault-semicolons = cells are separated by semicolons
mend-semicolons = they were read so
fault-decimal-commas = { $count ->
    [one] { $count } number has a decimal comma
   *[other] { $count } numbers have decimal commas
}
mend-decimal-commas = they were read as decimals
fault-grouped-thousands = { $count ->
    [one] { $count } number has spaces between thousands
   *[other] { $count } numbers have spaces between thousands
}
mend-grouped-thousands = they were read without them
fault-blank-rows = { $count ->
    [one] { $count } row is empty
   *[other] { $count } rows are empty
}
mend-blank-rows = passed over
fault-ragged = the row has { $cells } cells, the header { $columns }
mend-ragged = put text with commas into quotation marks, or add what is missing
fault-unknown-column = the table has no column “{ $value }”
mend-unknown-column = take it out, or see its columns in the data dictionary
fault-unknown-column-near = the table has no column “{ $value }”
mend-unknown-column-near = did you mean “{ $near }”?
fault-column-twice = the column stands twice
mend-column-twice = leave one of them
fault-missing-column = the column is missing
mend-missing-column = add it; every row needs a value in it
fault-empty-cell = the value is missing
mend-empty-cell = it may not be empty here
fault-not-one-id = “{ $value }” is not one id
mend-not-one-id = give one id, without “|”
fault-unknown-word = “{ $value }” is not known here
mend-unknown-word = one of: { $words }
fault-unknown-word-near = “{ $value }” is not known here
mend-unknown-word-near = did you mean “{ $near }”? One of: { $words }
fault-empty-in-list = the list “{ $value }” has an empty entry
mend-empty-in-list = separate entries by a single “|”
fault-twice-in-list = “{ $value }” stands twice in the list
mend-twice-in-list = leave it once
fault-not-sizes = “{ $value }” is not a list of sizes
mend-not-sizes = whole numbers from 1, such as 8|16|24
fault-not-a-bool = “{ $value }” is neither true nor false
mend-not-a-bool = write true or false
fault-not-a-date = “{ $value }” is not a date
mend-not-a-date = write YYYY-MM-DD, such as 2020-12-31
fault-not-a-window = “{ $value }” is not a part of a day
mend-not-a-window = write HH:MM-HH:MM, such as 07:00-09:00
fault-not-a-number = “{ $value }” is not a number
mend-not-a-number = write digits with a decimal point, without units
fault-ambiguous-number = “{ $value }” may be two numbers: the sign in it may part decimals or thousands
mend-ambiguous-number = write decimals with a point and thousands without a sign
fault-not-whole = “{ $value }” is not a whole number
mend-not-whole = write a whole number
fault-not-cents = “{ $value }” has more than two decimals
mend-not-cents = round it to the cent
fault-out-of-range = { $value } is out of range
mend-out-of-range = from { $min } to { $max }
fault-not-positive = { $value } is not above zero
mend-not-positive = give a number above zero
fault-columns-not-read = columns of no use here: { $columns }
mend-columns-not-read = they were not read
fault-no-points = the file has a header but no point
mend-no-points = give a row for each point

## Ids

fault-duplicate = “{ $value }” stands already in line { $first }
mend-duplicate = leave one of the rows or change the id
fault-unknown-id = “{ $value }” is not in { $table }
mend-unknown-id = add it there or correct it here
fault-unknown-id-near = “{ $value }” is not in { $table }
mend-unknown-id-near = did you mean “{ $near }”?
fault-table-needed = the column refers to { $table }, and the package has no such file
mend-table-needed = add the file or empty the column
fault-id-of-a-site = “{ $value }” is the id of a site too (sites.csv, line { $first })
mend-id-of-a-site = give the candidate an id of its own; name the site in “expands”

## TOML files

fault-toml-syntax = the file cannot be understood here ({ $detail })
mend-toml-syntax = correct the line; keys and values are written as in the guide's example
fault-missing-key = the key is missing
mend-missing-key = add it; the data dictionary explains it
fault-unknown-key = “{ $value }” is not a key here
mend-unknown-key = take it out, or see the keys in the data dictionary
fault-unknown-key-near = “{ $value }” is not a key here
mend-unknown-key-near = did you mean “{ $near }”?
fault-not-a-table = a table of keys is needed here
mend-not-a-table = write it as in the data dictionary
fault-not-a-text = a text is needed here
mend-not-a-text = put it into quotation marks
fault-not-a-list = a list of texts is needed here
mend-not-a-list = such as ["DAC_GRT", "RESPITE"]
fault-not-a-whole-number-key = a whole number is needed here
mend-not-a-whole-number-key = write it without quotation marks and decimals
fault-not-a-number-key = a number is needed here
mend-not-a-number-key = write it without quotation marks, with a decimal point
fault-not-years = first and last year are needed here
mend-not-years = such as [2018, 2020]
fault-not-an-extent = south, west, north and east are needed here, in degrees
mend-not-an-extent = such as [56.0, 20.8, 57.8, 23.0]
fault-not-pairs = pairs of two different ids are needed here
mend-not-pairs = such as [["WORKSHOP", "GROUP_HOME"]]
fault-not-both-languages = the text is needed in both languages
mend-not-both-languages = write {"{"} lv = "…", en = "…" {"}"}
fault-not-a-file-name = “{ $value }” cannot be part of a file's name
mend-not-a-file-name = use the letters a–z, digits, “-” and “_”
fault-unknown-table = “{ $value }” is not a table
mend-unknown-table = use a table's name without .csv
fault-unknown-table-near = “{ $value }” is not a table
mend-unknown-table-near = did you mean “{ $near }”?
fault-unknown-figure = “{ $value }” is no figure of a package
mend-unknown-figure = write services.<column> or scenario.<key>
fault-unknown-figure-near = “{ $value }” is no figure of a package
mend-unknown-figure-near = did you mean “{ $near }”?
fault-year-outside-plan = the plan year { $value } is outside { $first }–{ $last } of region.toml
mend-year-outside-plan = the plan is made for { $value } all the same
fault-unknown-scenario = no row of needs.csv belongs to the demand scenario “{ $value }”
mend-unknown-scenario = name one that the table has, or leave the key out
fault-unknown-scenario-near = no row of needs.csv belongs to the demand scenario “{ $value }”
mend-unknown-scenario-near = did you mean “{ $near }”?
fault-not-phases = years are needed here, rising
mend-not-phases = such as [2025, 2027]
fault-not-a-bool-key = true or false is needed here
mend-not-a-bool-key = write it without quotation marks
fault-needs-another-key = this key says nothing without { $value }
mend-needs-another-key = add { $value }, or take this key out
fault-year-no-phase = the plan year { $value } is none of the phases
mend-year-no-phase = add it to phases, or choose another year
fault-probabilities = the probabilities add up to { $sum }
mend-probabilities = together they must be 1
fault-scenario-twice = the demand scenario “{ $value }” stands here twice
mend-scenario-twice = give each its own name
fault-scenario-without-rows = no row of needs.csv belongs to the demand scenario “{ $value }”
mend-scenario-without-rows = in it only the rows without a scenario count
fault-main-scenario = demand_scenario “{ $value }” is none of demand_scenarios
mend-main-scenario = choose one of { $names }: the plan's tables tell of it
fault-switches-clash = { $one } and { $other } cannot be planned together yet
mend-switches-clash = take one of the two out
fault-no-such-plan = the folder has no file “{ $value }”
mend-no-such-plan = put the approved plan.json there, and name it without a path
fault-not-a-plan = “{ $value }” is not a plan
mend-not-a-plan = name a plan.json that tuvak plan has written
fault-approved-gone = the approved plan opens { $service } at { $candidate }, which the package no longer has
mend-approved-gone = it counts as closed
fault-one-home-one-day = these people need several homes or several day services
mend-one-home-one-day = with day_travel_from_home a row holds one residential and one day service; divide it, or turn the switch off
fault-home-without-place = a home may be at { $value }, from which no ways are known
mend-home-without-place = name the place at which it stands, or turn day_travel_from_home off
fault-lock-places = a size can be locked only together with a service that must open
mend-lock-places = add the service and must = "open", or take the size out
fault-lock-size = { $service } has no size of { $value }
mend-lock-size = one of: { $sizes }
fault-lock-service = { $service } may not open at { $value }
mend-lock-service = add it to the candidate's services or change the lock

## Territories

fault-valid-backwards = it ends on { $to }, before it begins on { $from }
mend-valid-backwards = correct one of the dates
fault-parent-cycle = “{ $value }” lies within itself
mend-parent-cycle = correct the parents
fault-not-a-municipality = “{ $value }” is neither a state city nor a municipality
mend-not-a-municipality = name the one in which it lies
fault-in-no-municipality = “{ $value }” lies in no state city or municipality
mend-in-no-municipality = name a municipality, or a territory that has one above it
fault-not-valid = { $name } ({ $value }) does not exist in the plan year { $year }
mend-not-valid = name the territory that does
fault-not-valid-successors = { $name } ({ $value }) does not exist in the plan year { $year }
mend-not-valid-successors = its successors: { $successors }

## Coordinates and outlines

fault-swapped = latitude { $lat } and longitude { $lon } are swapped
mend-swapped = write them the other way round
fault-outside = { $lat }, { $lon } lies outside the region
mend-outside = it must lie within { $extent } (south, west, north, east)
fault-half-a-position = one of the coordinates is missing
mend-half-a-position = give latitude and longitude, or neither
fault-no-position = nobody can tell where it stands
mend-no-position = give a place, or latitude and longitude
fault-not-geojson = the file is not GeoJSON ({ $detail })
mend-not-geojson = save the outlines as GeoJSON in WGS 84
fault-not-features = the file is not a collection of features
mend-not-features = save the outlines as a FeatureCollection
fault-boundary-without-id = the outline has no property “id”
mend-boundary-without-id = give it the territory's id, as text
fault-boundary-twice = “{ $value }” has two outlines
mend-boundary-twice = join them into one MultiPolygon
fault-not-a-polygon = the outline of “{ $value }” is not made of closed rings of longitude and latitude
mend-not-a-polygon = save it as a Polygon or MultiPolygon in WGS 84

## Services

fault-sizes-not-rising = the sizes do not rise
mend-sizes-not-rising = write each once, the smallest first
fault-standard-above-limit = the standard of { $standard } minutes is above the limit of { $limit }
mend-standard-above-limit = make one of them fit the other
fault-no-size-fits = at most { $value } places are allowed at one site, and the smallest size is { $first }
mend-no-size-fits = allow more, or add a smaller size
fault-delivery-needs = a service with delivery “{ $delivery }” needs a value here
mend-delivery-needs = add it
fault-delivery-forbids = a service with delivery “{ $delivery }” has no value here
mend-delivery-forbids = empty the cell
fault-key-of-roads = the key is heeded with roads.osm.pbf only
mend-key-of-roads = it was not heeded
fault-no-speed = the profile “{ $value }” has neither travel times nor a speed
mend-no-speed = add it to travel.csv or to [travel.speed_kmh] of scenario.toml
fault-no-speed-near = the profile “{ $value }” has neither travel times nor a speed
mend-no-speed-near = did you mean “{ $near }”?

## Needs

fault-ages-backwards = the band ends at { $to }, before it begins at { $from }
mend-ages-backwards = correct one of the ages
fault-neither = neither “{ $one }” nor “{ $other }” is given
mend-neither = give one of them
fault-both = both “{ $one }” and “{ $other }” are given
mend-both = empty one of them
fault-not-given = { $service } is not given to the target group “{ $value }”
mend-not-given = it is given to: { $groups }
fault-unknown-group = no service is given to a target group “{ $value }”
mend-unknown-group = use a target group of services.csv
fault-unknown-group-near = no service is given to a target group “{ $value }”
mend-unknown-group-near = did you mean “{ $near }”?
fault-hours-needed = { $service } is mobile: the hours a person and week are missing
mend-hours-needed = add them
fault-hours-forbidden = { $service } is not mobile and has no hours a week
mend-hours-forbidden = empty the cell
fault-nobody-lives-there = no place within “{ $value }” has residents to spread the need over
mend-nobody-lives-there = add places with their population
fault-population-unknown = nobody knows how many live in “{ $value }”
mend-population-unknown = it gets no part of the needs that are given by territory
fault-bundle-of-one = fewer than two services make no bundle
mend-bundle-of-one = add a service or take the row out
fault-bundle-above-needs = { $sum } people of bundles need { $service } here, and needs.csv has at most { $most }
mend-bundle-above-needs = bundles are among the needs: correct one of the tables
fault-mobile-move = { $service } is mobile, and a move does not tell the hours
mend-mobile-move = put the need into needs.csv
fault-more-than-residents = { $sum } people leave “{ $value }”, where { $residents } live
mend-more-than-residents = correct the moves or the residents

## Sites and money

fault-more-taken-than-places = { $taken } places are taken of { $places }
mend-more-taken-than-places = correct one of the numbers
fault-shares-above-one = the shares of EU, state and municipality add up to { $sum }
mend-shares-above-one = they may add up to 1 at most
fault-metres-missing = the way has seconds but no metres
mend-metres-missing = add the metres; empty seconds mean that there is no way
fault-ways-missing = from “{ $from }” there is no row to “{ $first }” ({ $count ->
    [one] { $count } such target
   *[other] { $count } such targets
}; profile “{ $profile }”)
mend-ways-missing = add the rows; empty seconds mean that there is no way

## Imports

import-cannot-write = { $file } cannot be written: { $why }
import-beside = { $rows ->
    [one] { $rows } row from another source speaks of the same people (it stood in line { $lines }): both would count. Take one of them out.
   *[other] { $rows } rows from other sources speak of the same people (they stood in lines { $lines }): both would count. Take one of each out.
}
import-period = Data set { $dataset }, state of { $period }.
import-cumulative = The open table counts everybody whose support plan has named the service since the project began, people served since then included. needs.csv is for people not served today: take the served ones off.
import-unknown-service = column “{ $heading }”: the service { $service } is not in services.csv
import-unknown-group = column “{ $heading }”: { $service } is not given to the target group “{ $group }”
import-group-of-nobody = column “{ $heading }”: no service of the package is given to the target group “{ $group }”
import-hours = column “{ $heading }”: hours_per_week are for mobile services, and needed there ({ $service })
import-other-source = column “{ $heading }”: { $territory } already has such a row of another source in population.csv
import-nothing-matches = nothing in the spreadsheet matches the mapping and the package
import-no-offer = { $territory }: { $count ->
    [one] { $count } provider of { $service } is registered
   *[other] { $count } providers of { $service } are registered
}, the package has no offer
import-mapping-faulty = mapping file, line { $line }: it cannot be understood ({ $detail })
import-heading-twice = the heading “{ $heading }” stands twice
import-heading-missing = the spreadsheet has no heading “{ $heading }”
import-heading-absent = the spreadsheet has no heading “{ $heading }”, which the mapping names
import-unknown-heading = the mapping has no heading “{ $heading }”
import-unknown-codes = { $count ->
    [one] { $count } code is not in territories.csv
   *[other] { $count } codes are not in territories.csv
}: { $codes }
import-row-without-period = row { $line }: year or month cannot be read
import-not-a-count = row { $line }, “{ $heading }”: “{ $value }” is not a count
import-unreadable = { $file } cannot be read as a spreadsheet: { $why }
import-no-sheet = there is no sheet “{ $sheet }”; there are: { $sheets }
import-table-missing = { $file } is missing in the package
import-table-faulty = { $file } of the package has faults: mend them first (tuvak check)
