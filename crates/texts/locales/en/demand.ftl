demand-spread = { $rows ->
    [one] One row of needs.csv ({ $persons } people) is given by territory and spread over its places by population.
   *[other] { $rows } rows of needs.csv ({ $persons } people) are given by territory and spread over its places by population.
}
demand-needs-of-year = { $rows ->
    [one] One row of needs.csv ({ $persons } people) holds for the year { $year } and does not count.
   *[other] { $rows } rows of needs.csv ({ $persons } people) hold for the year { $year } and do not count.
}
demand-needs-of-scenario = { $rows ->
    [one] One row of needs.csv ({ $persons } people) belongs to the demand scenario “{ $scenario }” and does not count.
   *[other] { $rows } rows of needs.csv ({ $persons } people) belong to the demand scenario “{ $scenario }” and do not count.
}
demand-needs-without-place = { $rows ->
    [one] One row of needs.csv ({ $persons } people) does not count: in the territory { $territory } there is no place with people.
   *[other] { $rows } rows of needs.csv ({ $persons } people) do not count: in the territory { $territory } there is no place with people.
}
demand-moves-of-year = { $rows ->
    [one] One row of moves.csv ({ $persons } people) holds for the year { $year } and does not count.
   *[other] { $rows } rows of moves.csv ({ $persons } people) hold for the year { $year } and do not count.
}
