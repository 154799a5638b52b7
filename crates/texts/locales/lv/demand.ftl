demand-spread = { $rows ->
    [zero] { $rows } needs.csv rindu (cilvēku skaits: { $persons }) ir dotas pa teritorijām un sadalītas pa apdzīvotajām vietām pēc iedzīvotāju skaita.
    [one] { $rows } needs.csv rinda (cilvēku skaits: { $persons }) ir dota pa teritorijām un sadalīta pa apdzīvotajām vietām pēc iedzīvotāju skaita.
   *[other] { $rows } needs.csv rindas (cilvēku skaits: { $persons }) ir dotas pa teritorijām un sadalītas pa apdzīvotajām vietām pēc iedzīvotāju skaita.
}
demand-needs-of-year = { $rows ->
    [zero] { $rows } needs.csv rindu (cilvēku skaits: { $persons }) attiecas uz { $year }. gadu un netiek skaitītas.
    [one] { $rows } needs.csv rinda (cilvēku skaits: { $persons }) attiecas uz { $year }. gadu un netiek skaitīta.
   *[other] { $rows } needs.csv rindas (cilvēku skaits: { $persons }) attiecas uz { $year }. gadu un netiek skaitītas.
}
demand-needs-of-scenario = { $rows ->
    [zero] { $rows } needs.csv rindu (cilvēku skaits: { $persons }) pieder pieprasījuma scenārijam “{ $scenario }” un netiek skaitītas.
    [one] { $rows } needs.csv rinda (cilvēku skaits: { $persons }) pieder pieprasījuma scenārijam “{ $scenario }” un netiek skaitīta.
   *[other] { $rows } needs.csv rindas (cilvēku skaits: { $persons }) pieder pieprasījuma scenārijam “{ $scenario }” un netiek skaitītas.
}
demand-needs-without-place = { $rows ->
    [zero] { $rows } needs.csv rindu (cilvēku skaits: { $persons }) netiek skaitītas: teritorijā { $territory } nav apdzīvotas vietas ar iedzīvotājiem.
    [one] { $rows } needs.csv rinda (cilvēku skaits: { $persons }) netiek skaitīta: teritorijā { $territory } nav apdzīvotas vietas ar iedzīvotājiem.
   *[other] { $rows } needs.csv rindas (cilvēku skaits: { $persons }) netiek skaitītas: teritorijā { $territory } nav apdzīvotas vietas ar iedzīvotājiem.
}
demand-moves-of-year = { $rows ->
    [zero] { $rows } moves.csv rindu (cilvēku skaits: { $persons }) attiecas uz { $year }. gadu un netiek skaitītas.
    [one] { $rows } moves.csv rinda (cilvēku skaits: { $persons }) attiecas uz { $year }. gadu un netiek skaitīta.
   *[other] { $rows } moves.csv rindas (cilvēku skaits: { $persons }) attiecas uz { $year }. gadu un netiek skaitītas.
}
