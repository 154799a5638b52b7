## Mape un tās datnes

fault-no-folder = mapes { $folder } nav
mend-no-folder = norādiet reģiona paketes mapi
fault-not-a-folder = { $folder } ir datne
mend-not-a-folder = norādiet mapi, kurā atrodas region.toml
fault-unreadable-folder = mapi { $folder } nevar nolasīt ({ $detail })
mend-unreadable-folder = pārbaudiet lasīšanas tiesības
fault-empty-package = mapē { $folder } nav nevienas reģiona paketes datnes
mend-empty-package = vajadzīgas region.toml, scenario.toml, territories.csv, places.csv, services.csv un needs.csv
fault-missing-file = datnes nav
mend-missing-file = pievienojiet to mapei; slejas uzskaitītas datu vārdnīcā
fault-unreadable-file = datni nevar nolasīt ({ $detail })
mend-unreadable-file = pārbaudiet lasīšanas tiesības
fault-unknown-file = tādas tabulas nav
mend-unknown-file = vai bija domāts { $near }?
fault-file-not-read = datne nepieder pie reģiona paketes
mend-file-not-read = tā netika lasīta
fault-roads-not-read = ceļa laiki jau ir tabulā travel.csv
mend-roads-not-read = datne netika lasīta; lai rēķinātu pa ceļu tīklu, izņemiet travel.csv
fault-feed-without-roads = ir kustību saraksts, bet nav roads.osm.pbf, pa kuru aiziet līdz pieturām
mend-feed-without-roads = pievienojiet ceļu tīkla izrakstu vai izņemiet kustību sarakstu
fault-utf-16 = datne ir UTF-16 kodējumā
mend-utf-16 = saglabājiet to kā „CSV UTF-8”
fault-not-utf-8 = rindā ir baiti, kas nav UTF-8
mend-not-utf-8 = saglabājiet datni kā „CSV UTF-8”
fault-byte-order-mark = datne sākas ar baitu secības zīmi
mend-byte-order-mark = tā netika ņemta vērā
fault-windows-line-ends = datnē ir Windows rindu beigas
mend-windows-line-ends = tās nolasītas kā rindu beigas

## Tabulas

fault-empty-file = datnē nav virsraksta rindas
mend-empty-file = pirmajā rindā jābūt sleju nosaukumiem
fault-semicolons = šūnas atdala semikoli
mend-semicolons = tā tās arī nolasītas
fault-decimal-commas = { $count ->
    [zero] { $count } skaitļos ir decimālais komats
    [one] { $count } skaitlī ir decimālais komats
   *[other] { $count } skaitļos ir decimālais komats
}
mend-decimal-commas = tie nolasīti kā decimāldaļas
fault-grouped-thousands = { $count ->
    [zero] { $count } skaitļos tūkstoši atdalīti ar atstarpi
    [one] { $count } skaitlī tūkstoši atdalīti ar atstarpi
   *[other] { $count } skaitļos tūkstoši atdalīti ar atstarpi
}
mend-grouped-thousands = tie nolasīti bez atstarpēm
fault-blank-rows = { $count ->
    [zero] { $count } rindu ir tukšas
    [one] { $count } rinda ir tukša
   *[other] { $count } rindas ir tukšas
}
mend-blank-rows = izlaists
fault-ragged = rindā šūnu skaits ir { $cells }, virsrakstā { $columns }
mend-ragged = tekstu ar komatiem lieciet pēdiņās vai pievienojiet trūkstošo
fault-unknown-column = tabulā nav slejas „{ $value }”
mend-unknown-column = izņemiet to vai skatiet slejas datu vārdnīcā
fault-unknown-column-near = tabulā nav slejas „{ $value }”
mend-unknown-column-near = vai bija domāts „{ $near }”?
fault-column-twice = sleja ir divreiz
mend-column-twice = atstājiet vienu
fault-missing-column = slejas nav
mend-missing-column = pievienojiet to; tajā vērtība vajadzīga katrā rindā
fault-empty-cell = vērtības nav
mend-empty-cell = šeit tā nedrīkst būt tukša
fault-not-one-id = „{ $value }” nav viens identifikators
mend-not-one-id = norādiet vienu identifikatoru bez „|”
fault-unknown-word = „{ $value }” šeit nav pazīstams
mend-unknown-word = viens no: { $words }
fault-unknown-word-near = „{ $value }” šeit nav pazīstams
mend-unknown-word-near = vai bija domāts „{ $near }”? Viens no: { $words }
fault-empty-in-list = sarakstā „{ $value }” ir tukša vieta
mend-empty-in-list = atdaliet ierakstus ar vienu „|”
fault-twice-in-list = „{ $value }” sarakstā ir divreiz
mend-twice-in-list = atstājiet vienreiz
fault-not-sizes = „{ $value }” nav lielumu saraksts
mend-not-sizes = veseli skaitļi, sākot no 1, piemēram, 8|16|24
fault-not-a-bool = „{ $value }” nav ne true, ne false
mend-not-a-bool = rakstiet true vai false
fault-not-a-date = „{ $value }” nav datums
mend-not-a-date = rakstiet GGGG-MM-DD, piemēram, 2020-12-31
fault-not-a-window = „{ $value }” nav dienas daļa
mend-not-a-window = rakstiet SS:MM-SS:MM, piemēram, 07:00-09:00
fault-not-a-number = „{ $value }” nav skaitlis
mend-not-a-number = rakstiet ciparus ar decimālpunktu, bez mērvienībām
fault-ambiguous-number = „{ $value }” var būt divi skaitļi: zīme tajā var atdalīt decimāldaļas vai tūkstošus
mend-ambiguous-number = decimāldaļas rakstiet ar punktu, tūkstošus bez zīmes
fault-not-whole = „{ $value }” nav vesels skaitlis
mend-not-whole = rakstiet veselu skaitli
fault-not-cents = „{ $value }” ir vairāk nekā divas zīmes aiz komata
mend-not-cents = noapaļojiet līdz centam
fault-out-of-range = { $value } ir ārpus robežām
mend-out-of-range = no { $min } līdz { $max }
fault-not-positive = { $value } nav lielāks par nulli
mend-not-positive = norādiet skaitli, kas lielāks par nulli
fault-columns-not-read = slejas, kas šeit nav vajadzīgas: { $columns }
mend-columns-not-read = tās netika lasītas
fault-no-points = datnē ir virsraksts, bet nav neviena punkta
mend-no-points = katram punktam dodiet savu rindu

## Identifikatori

fault-duplicate = „{ $value }” jau ir { $first }. rindā
mend-duplicate = atstājiet vienu no rindām vai mainiet identifikatoru
fault-unknown-id = „{ $value }” nav tabulā { $table }
mend-unknown-id = pievienojiet to tur vai izlabojiet šeit
fault-unknown-id-near = „{ $value }” nav tabulā { $table }
mend-unknown-id-near = vai bija domāts „{ $near }”?
fault-table-needed = sleja atsaucas uz { $table }, bet paketē tādas datnes nav
mend-table-needed = pievienojiet datni vai iztukšojiet sleju
fault-id-of-a-site = „{ $value }” ir arī esoša objekta identifikators (sites.csv, { $first }. rinda)
mend-id-of-a-site = dodiet iespējamajam objektam savu identifikatoru; esošo objektu norādiet slejā „expands”

## TOML datnes

fault-toml-syntax = datni šeit nevar saprast ({ $detail })
mend-toml-syntax = izlabojiet rindu; atslēgas un vērtības raksta kā rokasgrāmatas piemērā
fault-missing-key = atslēgas nav
mend-missing-key = pievienojiet to; skaidrojums ir datu vārdnīcā
fault-unknown-key = „{ $value }” šeit nav atslēga
mend-unknown-key = izņemiet to vai skatiet atslēgas datu vārdnīcā
fault-unknown-key-near = „{ $value }” šeit nav atslēga
mend-unknown-key-near = vai bija domāts „{ $near }”?
fault-not-a-table = šeit vajadzīga atslēgu tabula
mend-not-a-table = rakstiet kā datu vārdnīcā
fault-not-a-text = šeit vajadzīgs teksts
mend-not-a-text = lieciet to pēdiņās
fault-not-a-list = šeit vajadzīgs tekstu saraksts
mend-not-a-list = piemēram, ["DAC_GRT", "RESPITE"]
fault-not-a-whole-number-key = šeit vajadzīgs vesels skaitlis
mend-not-a-whole-number-key = rakstiet bez pēdiņām un decimāldaļām
fault-not-a-number-key = šeit vajadzīgs skaitlis
mend-not-a-number-key = rakstiet bez pēdiņām, ar decimālpunktu
fault-not-years = šeit vajadzīgs pirmais un pēdējais gads
mend-not-years = piemēram, [2018, 2020]
fault-not-an-extent = šeit vajadzīgi dienvidi, rietumi, ziemeļi un austrumi grādos
mend-not-an-extent = piemēram, [56.0, 20.8, 57.8, 23.0]
fault-not-pairs = šeit vajadzīgi divu atšķirīgu identifikatoru pāri
mend-not-pairs = piemēram, [["WORKSHOP", "GROUP_HOME"]]
fault-not-both-languages = teksts vajadzīgs abās valodās
mend-not-both-languages = rakstiet {"{"} lv = "…", en = "…" {"}"}
fault-not-a-file-name = „{ $value }” nevar būt datnes nosaukumā
mend-not-a-file-name = lietojiet burtus a–z, ciparus, „-” un „_”
fault-unknown-table = „{ $value }” nav tabula
mend-unknown-table = lietojiet tabulas nosaukumu bez .csv
fault-unknown-table-near = „{ $value }” nav tabula
mend-unknown-table-near = vai bija domāts „{ $near }”?
fault-unknown-figure = „{ $value }” nav paketes skaitlis
mend-unknown-figure = rakstiet services.<sleja> vai scenario.<atslēga>
fault-unknown-figure-near = „{ $value }” nav paketes skaitlis
mend-unknown-figure-near = vai bija domāts „{ $near }”?
fault-year-outside-plan = plāna gads { $value } ir ārpus region.toml gadiem { $first }–{ $last }
mend-year-outside-plan = plānu tomēr veido { $value }. gadam
fault-unknown-scenario = neviena needs.csv rinda neattiecas uz pieprasījuma scenāriju „{ $value }”
mend-unknown-scenario = norādiet tabulā esošu vai izlaidiet atslēgu
fault-unknown-scenario-near = neviena needs.csv rinda neattiecas uz pieprasījuma scenāriju „{ $value }”
mend-unknown-scenario-near = vai bija domāts „{ $near }”?
fault-not-phases = šeit vajadzīgi gadi augošā secībā
mend-not-phases = piemēram, [2025, 2027]
fault-not-a-bool-key = šeit vajadzīgs true vai false
mend-not-a-bool-key = rakstiet bez pēdiņām
fault-needs-another-key = šai atslēgai bez { $value } nav nozīmes
mend-needs-another-key = pievienojiet { $value } vai izņemiet šo atslēgu
fault-year-no-phase = plāna gads { $value } nav neviens no posmiem
mend-year-no-phase = pievienojiet to sarakstam phases vai izvēlieties citu gadu
fault-probabilities = varbūtību summa ir { $sum }
mend-probabilities = kopā tām jābūt 1
fault-scenario-twice = pieprasījuma scenārijs „{ $value }” te ir divreiz
mend-scenario-twice = dodiet katram savu nosaukumu
fault-scenario-without-rows = neviena needs.csv rinda neattiecas uz pieprasījuma scenāriju „{ $value }”
mend-scenario-without-rows = tajā skaita tikai rindas bez scenārija
fault-main-scenario = demand_scenario „{ $value }” nav neviens no demand_scenarios
mend-main-scenario = izvēlieties kādu no { $names }: par to stāsta plāna tabulas
fault-switches-clash = { $one } un { $other } vēl nevar plānot kopā
mend-switches-clash = izņemiet vienu no abiem
fault-no-such-plan = mapē nav datnes „{ $value }”
mend-no-such-plan = ielieciet tur apstiprināto plan.json un norādiet to bez ceļa
fault-not-a-plan = „{ $value }” nav plāns
mend-not-a-plan = norādiet plan.json, ko uzrakstījusi komanda tuvak plan
fault-approved-gone = apstiprinātais plāns paredz { $service } objektā { $candidate }, kura paketē vairs nav
mend-approved-gone = tas skaitās aizvērts
fault-one-home-one-day = šiem cilvēkiem vajag vairākas dzīvesvietas vai vairākus dienas pakalpojumus
mend-one-home-one-day = ar day_travel_from_home rindā ir viens dzīvesvietas un viens dienas pakalpojums; sadaliet to vai izslēdziet šo izvēli
fault-home-without-place = dzīvesvieta var būt objektā { $value }, no kura ceļi nav zināmi
mend-home-without-place = norādiet apdzīvoto vietu, kurā tas atrodas, vai izslēdziet day_travel_from_home
fault-lock-places = lielumu var noteikt tikai kopā ar pakalpojumu, kam jābūt atvērtam
mend-lock-places = pievienojiet pakalpojumu un must = "open" vai izņemiet lielumu
fault-lock-size = pakalpojumam { $service } nav lieluma { $value }
mend-lock-size = viens no: { $sizes }
fault-lock-service = { $service } nevar atvērt iespējamā objektā { $value }
mend-lock-service = pievienojiet to iespējamā objekta pakalpojumiem vai mainiet nosacījumu

## Teritorijas

fault-valid-backwards = tā beidzas { $to }, pirms sākas { $from }
mend-valid-backwards = izlabojiet vienu no datumiem
fault-parent-cycle = „{ $value }” ietilpst pati sevī
mend-parent-cycle = izlabojiet augstākās teritorijas
fault-not-a-municipality = „{ $value }” nav ne valstspilsēta, ne novads
mend-not-a-municipality = norādiet to, kurā teritorija ietilpst
fault-in-no-municipality = „{ $value }” neietilpst nevienā valstspilsētā vai novadā
mend-in-no-municipality = norādiet pašvaldību vai teritoriju, kas tajā ietilpst
fault-not-valid = { $name } ({ $value }) plāna gadā { $year } nepastāv
mend-not-valid = norādiet teritoriju, kas pastāv
fault-not-valid-successors = { $name } ({ $value }) plāna gadā { $year } nepastāv
mend-not-valid-successors = tās pēcteces: { $successors }

## Koordinātas un robežas

fault-swapped = platums { $lat } un garums { $lon } ir samainīti vietām
mend-swapped = rakstiet tos otrādi
fault-outside = { $lat }, { $lon } ir ārpus reģiona
mend-outside = tam jābūt robežās { $extent } (dienvidi, rietumi, ziemeļi, austrumi)
fault-half-a-position = trūkst vienas koordinātas
mend-half-a-position = norādiet platumu un garumu vai nevienu
fault-no-position = nav zināms, kur tā atrodas
mend-no-position = norādiet apdzīvotu vietu vai platumu un garumu
fault-not-geojson = datne nav GeoJSON ({ $detail })
mend-not-geojson = saglabājiet robežas kā GeoJSON WGS 84 koordinātās
fault-not-features = datne nav objektu kopa
mend-not-features = saglabājiet robežas kā FeatureCollection
fault-boundary-without-id = robežai nav īpašības „id”
mend-boundary-without-id = norādiet teritorijas identifikatoru kā tekstu
fault-boundary-twice = „{ $value }” ir divas robežas
mend-boundary-twice = apvienojiet tās vienā MultiPolygon
fault-not-a-polygon = „{ $value }” robeža neveidojas no noslēgtiem garuma un platuma gredzeniem
mend-not-a-polygon = saglabājiet to kā Polygon vai MultiPolygon WGS 84 koordinātās

## Pakalpojumi

fault-sizes-not-rising = lielumi nav augošā secībā
mend-sizes-not-rising = rakstiet katru vienreiz, sākot ar mazāko
fault-standard-above-limit = standarts ({ $standard } min) pārsniedz robežu ({ $limit } min)
mend-standard-above-limit = saskaņojiet tos
fault-no-size-fits = vienā objektā atļautais vietu skaits ir { $value }, bet mazākais lielums ir { $first }
mend-no-size-fits = atļaujiet vairāk vai pievienojiet mazāku lielumu
fault-delivery-needs = pakalpojumam ar sniegšanas veidu „{ $delivery }” šeit vajadzīga vērtība
mend-delivery-needs = pievienojiet to
fault-delivery-forbids = pakalpojumam ar sniegšanas veidu „{ $delivery }” šeit vērtības nav
mend-delivery-forbids = iztukšojiet šūnu
fault-key-of-roads = atslēgu ņem vērā tikai kopā ar roads.osm.pbf
mend-key-of-roads = tā netika ņemta vērā
fault-no-speed = profilam „{ $value }” nav ne ceļa laiku, ne ātruma
mend-no-speed = pievienojiet to tabulai travel.csv vai scenario.toml sadaļai [travel.speed_kmh]
fault-no-speed-near = profilam „{ $value }” nav ne ceļa laiku, ne ātruma
mend-no-speed-near = vai bija domāts „{ $near }”?

## Vajadzības

fault-ages-backwards = vecuma grupa beidzas ar { $to }, pirms sākas ar { $from }
mend-ages-backwards = izlabojiet vienu no vecumiem
fault-neither = nav norādīts ne „{ $one }”, ne „{ $other }”
mend-neither = norādiet vienu no tiem
fault-both = norādīts gan „{ $one }”, gan „{ $other }”
mend-both = iztukšojiet vienu no tiem
fault-not-given = { $service } nesniedz mērķa grupai „{ $value }”
mend-not-given = to sniedz grupām: { $groups }
fault-unknown-group = mērķa grupai „{ $value }” nesniedz nevienu pakalpojumu
mend-unknown-group = lietojiet mērķa grupu no services.csv
fault-unknown-group-near = mērķa grupai „{ $value }” nesniedz nevienu pakalpojumu
mend-unknown-group-near = vai bija domāts „{ $near }”?
fault-hours-needed = { $service } ir mobils: trūkst stundu skaita nedēļā uz cilvēku
mend-hours-needed = pievienojiet to
fault-hours-forbidden = { $service } nav mobils, tam nav stundu nedēļā
mend-hours-forbidden = iztukšojiet šūnu
fault-nobody-lives-there = teritorijā „{ $value }” nav apdzīvotu vietu ar iedzīvotājiem, pa kurām sadalīt vajadzību
mend-nobody-lives-there = pievienojiet apdzīvotas vietas ar iedzīvotāju skaitu
fault-population-unknown = nav zināms, cik cilvēku dzīvo apdzīvotajā vietā „{ $value }”
mend-population-unknown = tā nesaņem daļu no vajadzībām, kas dotas pa teritorijām
fault-bundle-of-one = mazāk nekā divi pakalpojumi neveido kopumu
mend-bundle-of-one = pievienojiet pakalpojumu vai izņemiet rindu
fault-bundle-above-needs = pēc kopumiem { $service } šeit vajag { $sum } cilvēkiem, bet needs.csv to ir ne vairāk kā { $most }
mend-bundle-above-needs = kopumi ir daļa no vajadzībām: izlabojiet vienu no tabulām
fault-mobile-move = { $service } ir mobils, bet pārcelšanās nenorāda stundas
mend-mobile-move = ierakstiet vajadzību tabulā needs.csv
fault-more-than-residents = no „{ $value }” pāriet { $sum } cilvēki, bet tur dzīvo { $residents }
mend-more-than-residents = izlabojiet pārcelšanos vai iemītnieku skaitu

## Vietas un nauda

fault-more-taken-than-places = aizņemtas { $taken } vietas no { $places }
mend-more-taken-than-places = izlabojiet vienu no skaitļiem
fault-shares-above-one = ES, valsts un pašvaldības daļas kopā ir { $sum }
mend-shares-above-one = kopā tās nedrīkst pārsniegt 1
fault-metres-missing = ceļam ir sekundes, bet nav metru
mend-metres-missing = pievienojiet metrus; tukšas sekundes nozīmē, ka ceļa nav
fault-ways-missing = no „{ $from }” nav rindas uz „{ $first }” ({ $count ->
    [zero] { $count } šādu galamērķu
    [one] { $count } šāds galamērķis
   *[other] { $count } šādi galamērķi
}; profils „{ $profile }”)
mend-ways-missing = pievienojiet rindas; tukšas sekundes nozīmē, ka ceļa nav

## Ievešana

import-cannot-write = { $file } nevar ierakstīt: { $why }
import-beside = { $rows ->
    [zero] { $rows } rindu no cita avota runā par tiem pašiem cilvēkiem (tās bija { $lines }. rindā): skaitītos abas. Vienu no katra pāra izņemiet.
    [one] { $rows } rinda no cita avota runā par tiem pašiem cilvēkiem (tā bija { $lines }. rindā): skaitītos abas. Vienu izņemiet.
   *[other] { $rows } rindas no cita avota runā par tiem pašiem cilvēkiem (tās bija { $lines }. rindā): skaitītos abas. Vienu no katra pāra izņemiet.
}
import-period = Datu kopa { $dataset }, stāvoklis { $period }.
import-cumulative = Atvērtajā tabulā ieskaitīti visi, kuru atbalsta plānā pakalpojums norādīts kopš projekta sākuma, arī tie, kas to jau saņem. needs.csv paredzēts cilvēkiem, kas šodien pakalpojumu nesaņem: atņemiet tos, kas to saņem.
import-unknown-service = sleja „{ $heading }”: pakalpojuma { $service } nav tabulā services.csv
import-unknown-group = sleja „{ $heading }”: { $service } nesniedz mērķa grupai „{ $group }”
import-group-of-nobody = sleja „{ $heading }”: mērķa grupai „{ $group }” pakotnē nav neviena pakalpojuma
import-hours = sleja „{ $heading }”: hours_per_week paredzēts mobiliem pakalpojumiem un tiem ir vajadzīgs ({ $service })
import-other-source = sleja „{ $heading }”: teritorijai { $territory } tabulā population.csv jau ir tāda rinda no cita avota
import-nothing-matches = izklājlapā nekas neatbilst kartējumam un paketei
import-no-offer = { $territory }: { $count ->
    [zero] reģistrēti { $count } pakalpojuma { $service } sniedzēju
    [one] reģistrēts { $count } pakalpojuma { $service } sniedzējs
   *[other] reģistrēti { $count } pakalpojuma { $service } sniedzēji
}, paketē piedāvājuma nav
import-mapping-faulty = kartējuma datne, { $line }. rinda: to nevar saprast ({ $detail })
import-heading-twice = virsraksts „{ $heading }” ir divreiz
import-heading-missing = izklājlapā nav virsraksta „{ $heading }”
import-heading-absent = izklājlapā nav virsraksta „{ $heading }”, ko nosauc kartējums
import-unknown-heading = kartējumā nav virsraksta „{ $heading }”
import-unknown-codes = { $count ->
    [zero] { $count } kodu nav tabulā territories.csv
    [one] { $count } koda nav tabulā territories.csv
   *[other] { $count } kodu nav tabulā territories.csv
}: { $codes }
import-row-without-period = { $line }. rinda: gadu vai mēnesi nevar nolasīt
import-not-a-count = { $line }. rinda, „{ $heading }”: „{ $value }” nav skaits
import-unreadable = { $file } nevar nolasīt kā izklājlapu: { $why }
import-no-sheet = lapas „{ $sheet }” nav; ir: { $sheets }
import-table-missing = paketē nav { $file }
import-table-faulty = paketes tabulā { $file } ir kļūdas: vispirms izlabojiet tās (tuvak check)
