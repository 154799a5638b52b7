# tuvak explore: ko plānotāji jautā papildus vienam plānam

cli-help-explore = Ko plānotāji jautā papildus vienam plānam: nauda pret minūtēm, citi plāni, cenas, labojums, scenāriji
cli-help-explore-frontier = Nauda pret minūtēm un cilvēkiem, kas paliek bez pakalpojuma: labākais plāns katram budžetam
cli-help-explore-alternatives = Labākie plāni, kas cits no cita atšķiras
cli-help-explore-prices = Ko ir vērta papildu vai trūkstoša nauda un stingrākas vai vaļīgākas minūtes
cli-help-explore-repair = Lētākais apstiprinātā plāna labojums, ja kāds objekts atkrīt
cli-help-explore-scenarios = Vieni un tie paši objekti visiem needs.csv pieprasījuma scenārijiem, kas visi ir vienlīdz iespējami
cli-help-explore-gap = Relatīvā atstarpe, ar kuru katrs plāns ir pietiekami labs (noklusējums 0.001 = 0,1 %)
cli-help-explore-time-limit = Sekundes katra plāna meklēšanai
cli-help-explore-threads = Katras meklēšanas pavedieni (noklusējums: visi kodoli; iznākums no tā nav atkarīgs)
cli-help-explore-out = Rakstīt tabulas CSV formātā (un robežlīniju kā attēlu) šajā mapē
cli-help-explore-steps = Cik budžetos sadalīt ceļu līdz lielākajam lietderīgajam (noklusējums 5)
cli-help-explore-count = Cik plānu kopā ar labāko (noklusējums 3)
cli-help-explore-within = Par cik dārgāki par labāko tie drīkst būt, kā daļa (noklusējums 0.05 = 5 %)
cli-help-explore-differ = Bez cik katra agrākā plāna pasākumiem vēlākam jāiztiek (noklusējums 1)
cli-help-explore-without = Iespējamais vai šodienas objekts, kas atkrīt
cli-help-explore-plan = Apstiprinātais plāns (dienesta redakcija)

explore-searching = plāns nr. { $number } · { $seconds } s · atstarpe { $gap } %
explore-searching-nothing = plāns nr. { $number } · { $seconds } s
explore-switch = { $switch } datnē scenario.toml vēl nevar pētīt. Izņemiet to vai plānojiet ar to ar komandu tuvak plan.
explore-other-region = Plāns neatbilst šai pakotnei tādai, kāda tā ir tagad. Pārbaudiet to ar tuvak verify.
explore-unknown-site = Objektā { $site } nekā nav un neko nedrīkst atvērt.
explore-no-scenarios = Datnē needs.csv nav nosaukts neviens pieprasījuma scenārijs (sleja scenario).
explore-partial = Ne viss ir atbildēts vai pierādīts. Atvēliet vairāk laika (--time-limit).
explore-written = Tabulas ir mapē { $dir }.

explore-sheet-frontier = Nauda pret to, ko cieš cilvēki: labākais plāns katram budžetam
explore-sheet-weights = Ja minūtes un cilvēki bez pakalpojuma sver mazāk vai vairāk, nekā tie maksā
explore-sheet-alternatives = Atšķirīgi plāni
explore-sheet-money = Ko ir vērts katru griestu solis
explore-sheet-standards = Ko ir vērtas piecas minūtes
explore-sheet-repair = Kas mainās
explore-sheet-scenarios = Tie paši objekti katrā scenārijā

explore-column-budget = Budžets, EUR
explore-column-percent = Svars, %
explore-column-cost = Izmaksas, EUR gadā
explore-column-gap = Atstarpe, %
explore-column-building = Būvniecība, EUR
explore-column-minutes = Vidēji minūtes
explore-column-unmet = Bez pakalpojuma
explore-column-opens = Atver
explore-column-number = Plāns
explore-column-closes = Nav no pirmā
explore-column-adds = Jauns pret pirmo
explore-column-ceiling-of = Kā griesti
explore-column-ceiling = Griesti, EUR
explore-column-drawn = Izlietots, EUR
explore-column-up = Vairāk par, EUR
explore-column-saved-least = Ietaupa gadā, vismaz
explore-column-saved-most = augstākais
explore-column-down = Mazāk par, EUR
explore-column-lost-least = Maksā gadā, vismaz
explore-column-lost-most = augstākais
explore-column-service = Pakalpojums
explore-column-standard = Minūtes
explore-column-minutes-now = Tagad
explore-column-minutes-then = Tad
explore-column-more-least = Maksā vairāk gadā, vismaz
explore-column-more-most = augstākais
explore-column-unmet-more = Vairāk bez pakalpojuma
explore-column-what = Pārmaiņa
explore-column-measure = Pasākums
explore-column-scenario = Scenārijs
explore-column-share = Svars, %
explore-column-people = Cilvēki, kam vajag

explore-budget = Budžets
explore-standard = standarts
explore-limit = robeža
explore-lost = atkrīt
explore-closed = tiek atmests
explore-opened = tiek atvērts

explore-chart-money = Būvniecības nauda, EUR
explore-chart-cost = Izmaksas, EUR gadā
explore-chart-unmet = bez pakalpojuma: { $persons }

explore-say-frontier = Neviens atrastais plāns nav naudas, izmaksu un bez pakalpojuma palikušo ziņā tikpat labs kā kāds no šiem un kaut kādā ziņā labāks. Atstarpe rāda, cik liela izmaksu daļa nav pierādīta.
explore-say-infeasible = Ar šādiem budžetiem neviens plāns neievēro visus nosacījumus: { $budgets } EUR.
explore-say-differ = Katrs plāns iztiek vismaz bez { $differ ->
    [zero] { $differ } pasākumiem
    [one] { $differ } pasākuma
   *[other] { $differ } pasākumiem
} no katra agrākā plāna (vai bez visiem, ja to ir mazāk).
explore-say-count = Šādu plānu var būt vairāk: prasiet vairāk ar --count.
explore-say-no-more = Ir pierādīts, ka neviens cits plāns tik daudz neatšķiras un nav dārgāks par labāko vairāk kā par { $within } %.
explore-say-too-costly = Nākamais atrastais plāns ir par labāko dārgāks vairāk nekā par { $within } %; nav izslēgts, ka ir kāds lētāks.
explore-say-stopped = Meklēšana beidzās, pirms atrasts nākamais plāns.
explore-say-prices = Katra rinda ir atsevišķs plāns; viss pārējais paliek, kā ir. Pierādīts ir tas, kas atrodas starp „vismaz” un „augstākais”.
explore-say-no-plan-with-less = { $ceilings ->
    [zero] { $ceilings } griestiem nav plāna ar tik daudz mazāku naudu.
    [one] { $ceilings } griestiem nav plāna ar tik daudz mazāku naudu.
   *[other] { $ceilings } griestiem nav plāna ar tik daudz mazāku naudu.
}
explore-say-repair = Bez objekta { $site } plāns maksā { $cost } EUR gadā (iepriekš: { $before }; atstarpe { $gap } %), un bez pakalpojuma paliek { $unmet ->
    [zero] { $unmet } cilvēku
    [one] { $unmet } cilvēks
   *[other] { $unmet } cilvēki
}.
explore-say-changes-proven = Citi pasākumi, kas mainās: { $changes }. Ir pierādīts, ka ar mazāk pārmaiņām bez pakalpojuma paliktu vairāk cilvēku.
explore-say-changes = Citi pasākumi, kas mainās: { $changes }; pierādīts, ka jāmainās vismaz { $least }.
explore-say-opens = Tiek atvērts: { $opens }.
explore-say-expected = Sagaidāmās izmaksas: { $least }–{ $most } EUR gadā; sliktākajā desmitdaļā no iespējamā — vidēji { $worst } EUR.
explore-say-planning = Plānot visiem scenārijiem, nevis to vidējam, ietaupa { $least }–{ $most } EUR gadā.
explore-say-mean-breaks = Objekti, kas ir labākie vidējam pieprasījumam, kādā scenārijā pārkāpj kādu nosacījumu.
explore-say-knowing = Zināt iepriekš, kurš scenārijs iestāsies, ietaupītu { $least }–{ $most } EUR gadā.
