# Location problems from files: what is wrong with a file or its options, and answers.

# Options
format-unfit = The option { $option } is not for { $format } and this file; leave it out.
format-needed = The file leaves something open: give { $option }.

# Faults of a file
format-line = { $file }:{ $line }: expected: { $expected }; found: { $found }
format-end-of-file = the end of the file
format-something-else = something else
format-sum = { $file }: costs or demands add up to more than { $most }; use a larger unit.
format-decimals = { $file }: demands have more than { $most } decimals; round them.
format-arcs = { $file }: more than { $most } possible assignments; leave out sites or demands.
format-expected-count = how many there are, at least 1
format-expected-numbers = { $count ->
    [one] { $count } more number
   *[other] { $count } more numbers
}
format-expected-up-to = a whole number from 1 to { $count }
format-expected-number = a number
format-expected-amount = a number from 0 up
format-expected-whole = a whole number from 0 up
format-expected-capacity = a number from 0 up or the word “capacity”
format-expected-site-or-customer = F or C, a number, two coordinates and an amount
format-expected-point-or-edge = two coordinates and a demand, or two nodes, a length and a demand
format-expected-rows = { $count ->
    [one] { $count } more row
   *[other] { $count } more rows
}
format-expected-header = a first row with how many follow
format-expected-end = the end of the file

# Faults of JSON
format-fault = { $file }: { $path }: { $what }
format-syntax = not JSON ({ $why }); mend it there first
format-missing = the field is missing; add it
format-unknown = there is no such field; remove or rename it
format-twice = the field stands there twice; keep one
format-kind = { $found } is not { $expected }; write one
format-range = { $found } is not within { $least } to { $most }; correct it
format-index = { $found } points to nothing, as “{ $list }” has { $count }; count from 0
format-order = rows must rise and none stand twice; sort them
format-empty = nothing in the list; add an element or leave it out
format-either = a facility has “existing”, or “site” and “levels”; give one of them
format-not-of-one-site = not two new facilities of one site; name such or remove the pair
format-onward-demand = not another demand of the same state; name such a one
format-onward-twice = leads to a demand whose arcs lead on themselves; remove one of both
format-too-much = adds up to more than { $most }, which is not exact; use a larger unit
format-kind-whole = a whole number
format-kind-truth = true or false
format-kind-list = a list
format-kind-row = { $count ->
    [one] a list of { $count } whole number
   *[other] a list of { $count } whole numbers
}
format-kind-fields = an object
format-kind-text = “{ $text }”
format-kind-count = a whole number from 1 up
format-kind-amount = a number from 0 up
format-kind-amounts = { $count ->
    [one] a list of { $count } number from 0 up
   *[other] a list of { $count } numbers from 0 up
}
format-kind-rows = { $count ->
    [one] a list of { $count } list
   *[other] a list of { $count } lists
}

# Answers
format-read = { $demands } demands, { $facilities } facilities, { $arcs } possible assignments
format-progress = { $seconds } s · best { $best } · bound { $bound } · gap { $gap } %
format-progress-unproven = { $seconds } s · best { $best } · no bound yet
format-progress-nothing = { $seconds } s · no answer yet
format-answer = Best { $best }, bound { $bound }, gap { $gap } %
format-open = { $count ->
    [one] Open is { $count } site: { $sites }
   *[other] Open are { $count } sites: { $sites }
}
format-rounding = Rounding to whole numbers may have changed the objective by { $error } at most.
format-gap-open = The gap { $gap } % is larger than asked ({ $asked } %). The answer is valid; more time can prove or improve it.
format-gap-stays = The gap { $gap } % is larger than asked ({ $asked } %). The answer is valid.
format-bound = No answer is better than { $bound }.
format-infeasible = No answer respects all conditions.
format-clash = These clash (places of the instance, counted from 0); without any one of them the others can be respected:
format-clash-some = These clash (places of the instance, counted from 0); perhaps fewer do, which was not found out:
format-clash-progress = { $seconds } s · looking for what clashes
format-condition-lock = { $path }: a decision
format-condition-ceiling = { $path }: a ceiling
format-condition-min-load = { $path }: its least load
format-condition-max-places = { $path }: its most places
format-condition-apart = { $path }: what may not open together
format-condition-capacity = { $path }: what it holds
format-condition-served = { $path }: everybody must be served
