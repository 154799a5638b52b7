# Names come in both languages; the term below tells which one this file speaks.
-rules-language = English
    .code = en
rules-service = { -rules-language.code ->
    [lv] { $service-lv }
   *[en] { $service-en }
}
rules-services = { -rules-language.code ->
    [lv] { $services-lv }
   *[en] { $services-en }
}
rules-homes = { -rules-language.code ->
    [lv] { $homes-lv }
   *[en] { $homes-en }
}
rules-days = { -rules-language.code ->
    [lv] { $days-lv }
   *[en] { $days-en }
}
rules-municipality = { -rules-language.code ->
    [lv] { $municipality-lv }
   *[en] { $municipality-en }
}
rules-hosts = { -rules-language.code ->
    [lv] { $hosts-lv }
   *[en] { $hosts-en }
}
rules-payers = { -rules-language.code ->
    [lv] { $payers-lv }
   *[en] { $payers-en }
}
rules-obstacle = { -rules-language.code ->
    [lv] { $obstacle-lv }
   *[en] { $obstacle-en }
}
rules-kind = { $kind ->
    [health] health care
    [education] education
    [employment] employment
    [transport] public transport
    [culture] culture
   *[leisure] leisure
}
rules-and-payers = { $payers ->
    [0] { "" }
   *[other] { " " }and municipalities: { rules-payers }
}
rules-people = { $persons ->
    [one] { $persons } person
   *[other] { $persons } people
}

finding-r03-far = { rules-service }: { $persons-far } of all who need it ({ rules-people }) do not get it within { $standard } minutes; at least { $threshold }% should.
finding-r03-duplicate = { rules-service }: “{ $site }” and “{ $other }” are { $minutes } min apart and together have { rules-people }; one would do, “{ $larger }” (places: { $places }).
finding-r04-elsewhere = { rules-municipality }: residents get these services elsewhere only: { rules-services } (services: { $services }, needs met: { $persons }). Where: { rules-hosts }. Running paid by: { $funders ->
    [eu] EU funds{ rules-and-payers }
    [state] the state{ rules-and-payers }
    [eu-and-state] EU funds, the state{ rules-and-payers }
    [unknown] not stated
   *[none] municipalities: { rules-payers }
}.
finding-r04-wish = { rules-municipality } wants the service “{ rules-service }”, but the need of its own residents ({ rules-people }) would not keep even the smallest size busy (places or workers: { $places }). It can be had in another municipality too.
finding-r05-owner = “{ $site }”, { rules-service }: the owner ({ rules-municipality }) is no partner of the project, yet the plan has EU money, EUR { $money }.
finding-r05-uncounted = { rules-municipality } is no partner of the project, and the needs of its residents are not counted. They belong to the region's needs.
finding-r07-rise = { rules-municipality }: the eligible cost is EUR { $money }, in the approved plan EUR { $eur }. Since 2023 it may rise only with more own money.
finding-r07-fall = { rules-municipality }: the eligible cost is EUR { $money }, in the approved plan EUR { $eur }. The two must be the same.
finding-r09-dwelling = “{ $site }”: more people than advisable would live in one dwelling, { $places }; no more than { $threshold } is advised.
finding-r09-building = “{ $site }”: more people than advisable would live in one building, { $places }; no more than { $threshold } is advised.
finding-r10-house = “{ $site }”: too many children would live in one house, { $places }; no more than { $threshold } is allowed.
finding-r12-one-roof = “{ $site }”: under one roof the same people would have both their home ({ rules-homes }) and their day occupation ({ rules-days }).
finding-r12-near = “{ $site }” is { $metres } m from the institution “{ $institution }”; it should be at least { $threshold } m.
finding-r12-grounds = “{ $site }” stands on the grounds of an institution.
finding-r13-places = “{ $site }”: money (EUR { $money }) goes into places of an institution, and no urgent reason of safety is on record.
finding-r16-destination = “{ $institution }” is to close, yet it is not known where { $persons-without } of all residents ({ rules-people }) will live.
finding-r20-prevention = Support for families before anybody has to leave home ({ rules-services }): in the plan it reaches { rules-people }{ $persons-entering ->
    [0] { "." }
   *[other] , while those admitted to institutions in a year or waiting are { $persons-entering }.
}
finding-r21-far = General services, { rules-kind }: farther than { $threshold } min by car from: { $names } (sites: { $sites }).
finding-r21-closed = “{ $site }” cannot be used by people with impaired movement.
finding-r21-obstacle = { rules-municipality }: a serious obstacle before the service “{ rules-service }”: { rules-obstacle }. Sites concerned: { $names } (number: { $sites }).
finding-r21-obstacle-general = { rules-municipality }: a serious obstacle to “{ rules-kind }”: { rules-obstacle }. Sites concerned: { $names } (number: { $sites }).
finding-r22-ending = { rules-service }, “{ $site }”: there is money until { $year } only{ $funded ->
    [yes] { " " }({ $programme })
   *[no] { "" }
}; who will pay afterwards is not known. It is relied on by { rules-people }.
finding-r22-handed-over = { rules-municipality }: from { $year } on the municipality alone pays the running, EUR { $running } a year (now EUR { $running-now }), for at least { $years ->
    [one] { $years } year
   *[other] { $years } years
}. Services: { rules-services }.
finding-r22-unfunded = { rules-municipality }: from { $year } on it is not known who pays the running, EUR { $running } a year, for at least { $years ->
    [one] { $years } year
   *[other] { $years } years
}. Services: { rules-services }.
