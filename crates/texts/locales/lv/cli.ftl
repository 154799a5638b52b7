# Komandrinda: palīdzība, kļūdaina lietošana, norise, kopsavilkumi.

cli-help-about = Tuvāk plāno, kur reģionā izvietot sabiedrībā balstītus sociālos pakalpojumus: tuvu cilvēkiem, bez liekas dublēšanās, pieejamās naudas robežās, ar pierādītu robežvērtību.
cli-help-page = Komandrinda
cli-help-usage = Lietošana
cli-help-arguments = Argumenti:
cli-help-options = Iespējas:
cli-help-commands = Komandas:
cli-help-after = Beigu kodi: 0 paveikts un prasītā atstarpe sasniegta, 1 ievaddatos ir kļūdas, 2 nepareiza lietošana, 3 neviens plāns neievēro visus nosacījumus, 4 plāns ir, bet atstarpe ir lielāka par prasīto, 5 meklēšana beidzās, pirms atrasts kāds plāns.
cli-help-help = Parādīt šo palīdzību
cli-help-version = Parādīt versiju
cli-help-lang = Valoda: lv (noklusējums) vai en; arī ar vides mainīgo TUVAK_LANG
cli-help-json = Izdrukāt standarta izvadē vienu mašīnlasāmu objektu
cli-help-verbose = Pateikt katra posma sekundes un lielāko atmiņas patēriņu
cli-help-check = Pārbaudīt reģiona pakotni un parādīt visas kļūdas uzreiz
cli-help-plan = Izveidot plānu: kur izvietot pakalpojumus — pierādīti, pamatoti, kā dokumentu
cli-help-verify = Pārbaudīt plānu pret tā pakotni neatkarīgi no risinātāja
cli-help-reach = Parādīt, kas kuru pakalpojumu sasniedz šodien (vai pēc plāna)
cli-help-demand = Parādīt pieprasījumu pa pakalpojumiem, mērķa grupām un pašvaldībām
cli-help-import = Ielasīt pakotnē kādu no ministrijas atvērto datu tabulām
cli-help-reference = Izdrukāt ģenerētu dokumentācijas lapu
cli-help-dir = Reģiona pakotnes mape
cli-help-out = Kur likt plānu (noklusējums: tuvak-plan)
cli-help-edition = internal (precīzs, ierobežotas pieejamības) vai public (publisks); bez šīs iespējas abi, publiskais — mapē „public”
cli-help-budget = Visas būvniecības naudas griesti scenārijā norādīto vietā
cli-help-gap = Relatīvā atstarpe, kuru sasniedzot meklēšana var beigties (noklusējums 0.001 = 0,1 %)
cli-help-time-limit = Beigt meklēšanu pēc tik sekundēm ar līdz tam labāko plānu (citā reizē iznākums var atšķirties); pamatošanai atvēl vēlreiz tikpat
cli-help-work-limit = Beigt meklēšanu pēc tik zarošanas mezgliem (iznākums vienmēr ir tas pats)
cli-help-threads = Pavedieni tam, ko var darīt vienlaikus (noklusējums: visi kodoli; iznākums no tā nav atkarīgs)
cli-help-explain = Cik plaši plānu pamatot: none (nemaz), sites (cik maksātu bez katra objekta) vai full (arī katru pieņēmumu samazinot uz pusi un dubultojot; noklusējums)
cli-help-plan-certificate = Kur ierakstīt, kā pierādīta apakšējā robeža, lai to pārbaudītu ar tuvak verify --certificate (var aizņemt vairāk laika)
cli-help-approved = Apstiprinātais plāns, ar kuru salīdzināt katras pašvaldības attiecināmās izmaksas (noteikums R07)
cli-help-plan-file = Pārbaudāmais plāns (dienesta redakcija)
cli-help-deep = Vēlreiz izrēķināt arī to, cik plāns maksātu bez katra objekta
cli-help-certificate = Vēlreiz izrēķināt arī apakšējo robežu pēc tās apliecinājuma; bez DIR pirmā datne ir izvietojuma uzdevums, kura formātu nosaka --format (noklusējums: instance)
cli-help-with-plan = Pieskaitīt piedāvājumam arī šī plāna pasākumus
cli-help-kind = demand (pieprasījums), population (iedzīvotāji) vai supply (piedāvājums)
cli-help-file = Darbgrāmata no data.gov.lv
cli-help-into = Pakotne, kas saņem rindas
cli-help-mapping = Kurš virsraksts kurp pieder (sk. --show-mapping)
cli-help-show-mapping = Izdrukāt noklusējuma atbilstību datni labošanai

cli-usage-unknown-command = Komandas „{ $value }” nav.
cli-usage-no-command = Komanda nav dota.
cli-usage-unknown-option = Iespējas „{ $value }” šeit nav.
cli-usage-missing = Kaut kā trūkst: { $value }.
cli-usage-no-value = Iespējai { $option } vajadzīga vērtība.
cli-usage-wrong-value = „{ $value }” neder iespējai { $option }; dodiet skaitli { $range }.
cli-usage-range-not-negative = no 0
cli-usage-range-positive = virs 0
cli-usage-range-share = no 0 līdz 1
cli-usage-range-whole = bez daļas, no { $least }
cli-usage-range-between = bez daļas, no { $least } līdz { $most }
cli-usage-same-file = --{ $one } un --{ $other } ir viena un tā pati datne; dodiet divas.
cli-certificate-of-plan = { $file } ir plāns: lai pārbaudītu tā apliecinājumu, dodiet arī reģiona paketes mapi DIR.
cli-usage-wrong-value-known = „{ $value }” neder iespējai { $option }; iespējamās vērtības: { $known }.
cli-usage-twice = { $option } drīkst dot tikai vienreiz.
cli-usage-other = { $what }
cli-usage-suggest = Vai domājāt „{ $value }”?
cli-usage-gap = Atstarpe ir daļa no 0 līdz 1 ar decimālpunktu: 0.05 nozīmē 5 %.
cli-usage-help = Palīdzība: tuvak --help vai tuvak KOMANDA --help.

cli-progress = { $stage } · { $seconds } s · labākais { $best } EUR gadā · robeža { $bound } · atstarpe { $gap } %
cli-progress-unproven = { $stage } · { $seconds } s · labākais { $best } EUR gadā · robežas vēl nav
cli-progress-nothing = { $stage } · { $seconds } s · plāna vēl nav

cli-stage-seconds = { $stage }: { $seconds } s
cli-peak-memory = lielākais atmiņas patēriņš: { $mib } MiB
cli-stage-read = lasīšana
cli-stage-solve = risināšana
cli-stage-rules = noteikumi
cli-stage-publish = publiskā redakcija
cli-stage-documents = dokumenti
cli-stage-pdf = PDF
cli-stage-verify = pārbaude
cli-stage-deep = „bez katra objekta” vēlreiz
cli-stage-certificate = apliecinājums

cli-searching = meklēju
cli-explaining = izvērtēju katru objektu
cli-varying = mainu pieņēmumus
cli-more-money = pētu, ko dotu papildu nauda

cli-package-sound = { $dir }: pakotnē kļūdu nav.
cli-package-faulty = { $faults ->
    [zero] { $dir }: { $faults } kļūdu. Kamēr tās nav izlabotas, nekas netiek plānots.
    [one] { $dir }: { $faults } kļūda. Kamēr tā nav izlabota, nekas netiek plānots.
   *[other] { $dir }: { $faults } kļūdas. Kamēr tās nav izlabotas, nekas netiek plānots.
}
cli-package-notes = { $notes ->
    [zero] { $notes } piezīmju:
    [one] { $notes } piezīme:
   *[other] { $notes } piezīmes:
}
cli-package-holds = Pašvaldības: { $municipalities }, apdzīvotas vietas: { $places }, pakalpojumi: { $services }, vajadzības { $year }. gadā: { $persons }, esošie objekti: { $sites }, iespējamie objekti: { $candidates }.

cli-infeasible = Nav plāna, kas ievēro visus nosacījumus. Šie ir pretrunā; palīdz atteikties no jebkura viena:
cli-bound-known = Jebkurš plāns maksā vismaz { $bound }.
cli-nothing-found = Meklēšana beidzās, pirms atrasts kāds plāns un pirms noskaidrots, ka tāda nav. Var palīdzēt vairāk laika (--time-limit) vai darba (--work-limit).
cli-solver-failed = Risinātājs cieta neveiksmi: { $why }
cli-cannot-read = { $file } nevar izlasīt: { $why }
cli-cannot-write = { $file } nevar uzrakstīt: { $why }
cli-not-a-plan = { $file } nav plāns, ko šī versija prot lasīt: { $why }
cli-public-plan = { $file } ir publiskā redakcija: tās skaitļi ir noapaļoti, tāpēc to nevar pārbaudīt. Norādiet dienesta redakcijas plan.json.
cli-wrong-package = Plāns veidots no cita pakotnes stāvokļa: nospiedums atšķiras. Izveidojiet plānu no jauna vai norādiet pakotni, no kuras tas veidots.
cli-typeset-failed = PDF neizdevās salikt: { $why }

cli-written = Plāns ir mapē { $dir }: { $files }
cli-gap-open = Atstarpe { $gap } % ir lielāka par prasītajiem { $asked } %. Plāns ir derīgs; ar vairāk laika to var pierādīt vai uzlabot.
cli-stop-gap = Prasītā atstarpe ir pierādīta.
cli-stop-work_limit = Beidzās darba limits.
cli-stop-time_limit = Beidzās laika limits: citā reizē plāns var būt cits.
cli-stop-exhausted = Vairs nav, ko meklēt: vairāk laika neko vairāk nepierādītu.
cli-stop-interrupted = Apturēts ar roku: līdz tam labākais plāns.

cli-figure-objective = Izmaksas sabiedrībai: { $objective } EUR gadā; pierādīts, ka tās ir augstākais { $gap } % virs labākajām iespējamajām
cli-figure-measures = Tiek atvērts: { $measures } pakalpojumi { $sites } objektos, { $places } jaunas vietas
cli-figure-served = Apmierinātās vajadzības: { $served } no { $needed } ({ $existing } esošajos objektos)
cli-figure-reached = Sasniegtie cilvēki: no { $least } līdz { $most }
cli-figure-capital = Būvniecības nauda: { $capital } EUR (ES { $eu }, valsts { $state }, pašvaldības { $municipal })
cli-figure-running = Uzturēšanas nauda: { $running } EUR gadā
cli-figure-minutes = Ceļā vienā virzienā: vidēji { $after } minūtes; līdz tuvākajam objektam šodien { $before }
cli-figure-minutes-first = Ceļā vienā virzienā: vidēji { $after } minūtes; šodien nav neviena objekta, kas dod vajadzīgo
cli-figure-standard = Pakalpojuma standarta laikā: { $share } % no tiem, kas to saņem
cli-figure-unmet = Paliek bez pakalpojuma: { $unmet }; no tiem bez neviena objekta sasniedzamības robežās: { $beyond }
cli-figure-findings = Noteikumu konstatējumi: kļūdas { $errors }, brīdinājumi { $warnings }, ieteikumi { $advice }


cli-verified = Plāns ir pareizs: { $checks } pārbaudes, neviena kļūda.
cli-refused = { $faults ->
    [zero] Plāns nav pareizs: { $faults } kļūdu.
    [one] Plāns nav pareizs: { $faults } kļūda.
   *[other] Plāns nav pareizs: { $faults } kļūdas.
}
cli-not-vouched = Par šo negalvo:
cli-deep-differs = { $candidate } / { $service }: plānā bez tā teikts { $told } EUR gadā, atrasts { $found }
cli-deep-findings = noteikumi tagad saka ko citu nekā plāns
cli-check-findings = Noteikumu konstatējumi
cli-check-without = Cik plāns maksātu bez katra objekta
cli-check-bound = Apakšējā robeža, vēlreiz izrēķināta pēc tās apliecinājuma
cli-certificate-other-bound = apliecinājums pierāda robežu { $proven } EUR, plānā teikts { $told } EUR
cli-certificate-not-with = --certificate neder scenārijam ar { $switch }: šādu plānu kopā ierobežo vairākas meklēšanas; izlaidiet vienu no abiem.
cli-certificate-holds = Robeža ir pareiza: { $bound } ({ $nodes ->
    [zero] pārbaudīti { $nodes } koka mezglu
    [one] pārbaudīts { $nodes } koka mezgls
   *[other] pārbaudīti { $nodes } koka mezgli
}).
cli-certificate-impossible = Tiešām nekas neatbilst visiem nosacījumiem ({ $nodes ->
    [zero] pārbaudīti { $nodes } koka mezglu
    [one] pārbaudīts { $nodes } koka mezgls
   *[other] pārbaudīti { $nodes } koka mezgli
}).
cli-certificate-instance = uzdevums ir pārāk liels, lai to izrēķinātu precīzi
cli-certificate-ends = apliecinājums beidzas, pirms pateikts viss koks: ņemiet visu datni
cli-certificate-unread = apliecinājumu nevar izlasīt: { $why }
cli-certificate-fingerprint = apliecinājums ir citam uzdevumam ({ $told }), nevis šim ({ $found }): norādiet to, kas tika risināts
cli-certificate-header = apliecinājuma galvene neder: { $why }
cli-certificate-node = apliecinājuma { $node }. mezgls neko nepierāda: { $why }
cli-certificate-claim = apliecinājums apgalvo robežu { $claimed }, bet pierāda ne vairāk kā { $proven }

cli-column-service = pakalpojums
cli-column-group = grupa
cli-column-municipality = pašvaldība
cli-column-persons = cilvēki
cli-column-nearest = tuvākā, min
cli-column-worst = tālākais, min
cli-column-standard = standartā, %
cli-column-limit = robežās, %
cli-column-ratio = E2SFCA rādītājs
cli-column-modified = M2SFCA
cli-column-three-step = 3SFCA
cli-column-balanced = BFCA
cli-column-covered = apkalpoti, %
cli-column-second = otrais, min
cli-column-reachable = robežās
cli-column-interval = vidēji
cli-column-gravity = gravitācija
cli-column-decay = puse, min
cli-column-municipalities = pašvaldības
cli-column-lowest = zemākais
cli-column-highest = augstākais
cli-column-gini = Džini
cli-column-palma = Palma
cli-column-concentration = koncentrācija
cli-column-theil = Teils
cli-reach-residents = iedzīvotāji
cli-reach-general = Vispārējie pakalpojumi: iedzīvotāju pārvietošanās veids – { $profile }. Standarta tiem nav nevienā tabulā; pieņemts, ka standarts ir { $standard } un robeža { $limit } minūtes.
cli-reach-general-fallback = Datu pakotnes ceļa laiki neved uz vispārējiem pakalpojumiem; ceļš uz tiem aprēķināts pēc attāluma taisnā līnijā.
cli-reach-unknown = { $places ->
    [zero] Nav ieskaitītas { $places } vietu, kuru iedzīvotāju skaits nav zināms.
    [one] Nav ieskaitīta { $places } vieta, kuras iedzīvotāju skaits nav zināms.
   *[other] Nav ieskaitītas { $places } vietas, kuru iedzīvotāju skaits nav zināms.
}
cli-reach-measures = Ko cilvēki dala un ko sasniedz (vidēji uz cilvēku)
cli-reach-measures-note =
    E2SFCA, M2SFCA, 3SFCA, BFCA: brīvas vietas uz katru vajadzību, ja objekta vietas dala visi, kas dzīvo ap to.
    Apkalpoti: kāda daļa vajadzību ir apmierināta, ja vispirms uzņem tuvākos un nevienu aiz robežas.
    Otrais: minūtes līdz otrajam tuvākajam objektam. Robežās: brīvas vietas sasniedzamības robežās; vidēji: to vidējais skaits pa visām minūtēm no standarta līdz robežai (vispārējiem pakalpojumiem – objektu skaits).
    Gravitācija: brīvas vietas, kuru svars mazinās līdz ar attālumu; norādītajā minūšu attālumā svars ir puse (iekavās: pieņemts, jo cilvēku ir pārāk maz, lai to noteiktu).
cli-reach-equity = Cik vienmērīgi tas sadalīts pa pašvaldībām (E2SFCA; vispārējiem pakalpojumiem – skaits robežās)
cli-reach-equity-note =
    Džini koeficients, Teila indekss: 0, ja visiem ir vienādi. Palmas attiecība: pieejamība desmitajai daļai cilvēku, kam tā vislabākā, pret pieejamību 40 %, kam tā vissliktākā.
    Koncentrācijas indekss: virs 0, ja pieejamība seko vajadzībai (vispārējiem pakalpojumiem – ja vairāk ir lielajām pašvaldībām), zem 0, ja otrādi.
cli-total = kopā
cli-places-with-none = Apdzīvotas vietas, kurām sasniedzamības robežās nav neviena objekta:
cli-duplicates = Viena pakalpojuma objekti vienā apkalpes zonā, kuros vietas pietiek visiem:

cli-import-done = { $rows ->
    [zero] Datnē { $file } ierakstīts { $rows } rindu.
    [one] Datnē { $file } ierakstīta { $rows } rinda.
   *[other] Datnē { $file } ierakstītas { $rows } rindas.
}
cli-import-nothing = Nekas netika ierakstīts.
cli-import-unmatched = Nav atbilstības, tāpēc izlaists:
cli-fallback = Ceļā pavadītais laiks ir attālums taisnā līnijā × līkumainība ÷ ātrums: pakotnē nav ne travel.csv, ne roads.osm.pbf.
cli-duplicate = { "  " }{ $service }: { $first } un { $second }, { $minutes } min viens no otra; vajag { $need }, lielākais varētu apkalpot { $larger }
cli-not-vouched-other-explanations = Cik plāns maksātu ar piespiedu objektu, ar mainītiem pieņēmumiem vai ar vairāk naudas: katrs no tiem ir atsevišķs meklējums.
cli-cause-not-found = tādas datnes vai mapes nav
cli-cause-denied = nav tiesību
cli-cause-in-the-way = ceļā ir datne ar tādu nosaukumu
cli-cause-folder = tā ir mape
cli-cause-not-text = tas nav teksts UTF-8 kodējumā
cli-cause-full = disks ir pilns

# tuvak travel
cli-help-travel = Ceļa laiki pa OpenStreetMap izraksta ceļiem un ar sabiedrisko transportu
cli-help-travel-prepare = Vienreiz sagatavot izrakstu, lai viss pārējais sāktos acumirklī
cli-help-travel-matrix = Ceļa laiki no katra punkta uz katru, rindās from,to,seconds,metres
cli-help-travel-isochrone = Kas sasniedzams no punkta tik un tik minūtēs, GeoJSON formātā
cli-help-travel-route = Ceļš starp diviem punktiem, kartei GeoJSON formātā
cli-help-travel-osm = Ceļu tīkla izraksts (.osm.pbf)
cli-help-travel-graph = Grafs, ko izveidojusi komanda tuvak travel prepare
cli-help-travel-profile = Kā pārvietojas: car-lv, car-lv-winter, car-lv-thaw, car-osrm, foot, foot-frail, profila datne (.toml) vai — matricai — transit (noklusējums: car-lv; ar --graph — profils, kuram grafs sagatavots)
cli-help-travel-changes = Slēgtie ceļi un citi ātrumi (CSV, sk. ceļa laiku rokasgrāmatu)
cli-help-travel-far = Nosaukt punktus, kas no ceļa tālāk par tik metriem (noklusējums 300)
cli-help-travel-threads = Pavedieni (noklusējums: visi kodoli; iznākums no tā nav atkarīgs)
cli-help-travel-from = Punkti, no kuriem dodas ceļā: CSV ar slejām lat, lon un, ja vajag, id
cli-help-travel-to = Punkti, uz kuriem dodas (noklusējums: tie paši)
cli-help-travel-out = Rindu datne, .csv vai .parquet (noklusējums vai ar -: CSV standarta izvadē)
cli-help-travel-name = Pielikt sleju profile ar šo nosaukumu, kāda var būt pakotnes tabulā travel.csv
cli-help-travel-gtfs = Kustību saraksts (GTFS) kopā ar --profile transit; var dot vairākkārt
cli-help-travel-depart = Kad dodas ceļā ar sabiedrisko transportu (noklusējums 07:00-09:00)
cli-help-travel-date = Kustību saraksta diena (noklusējums: darbdiena ar visvairāk reisiem)
cli-help-travel-walk = Profils kājām līdz pieturām, no tām un starp tām: foot (noklusējums) vai foot-frail
cli-help-travel-walk-minutes = Garākais gājiens bez apstājas, minūtes (noklusējums 30)
cli-help-travel-at = Viens punkts, no kura dodas ceļā
cli-help-travel-minutes = Apgabalu minūtes, piemēram, 15,30,60
cli-help-travel-out-graph = Kur likt sagatavoto grafu
cli-help-travel-out-areas = Apgabalu datne (noklusējums vai ar -: standarta izvade)
cli-help-travel-out-route = Ceļa datne (noklusējums: nav, ceļu tikai pastāsta; ar -: standarta izvade)
cli-help-travel-from-point = No kurienes, grādos
cli-help-travel-to-point = Uz kurieni, grādos

cli-usage-position = „{ $value }” neder iespējai { $option }; dodiet ģeogrāfisko platumu un garumu grādos: 56.97,21.97.
cli-usage-minutes = „{ $value }” neder iespējai { $option }; dodiet veselas minūtes no 1 līdz 1440, katru vienreiz: 15,30,60.
cli-usage-window = „{ $value }” neder iespējai { $option }; dodiet divus dienas laikus: 07:00-09:00.
cli-usage-day = „{ $value }” neder iespējai { $option }; dodiet dienu kā GGGG-MM-DD.

cli-help-siting = Izvietojuma uzdevumi bez reģiona
cli-help-siting-solve = Atrisināt izvietojuma uzdevumu no datnes: ko atvērt, kurš kurp dodas, un pierādīta robežvērtība
cli-help-siting-file = Datne ar uzdevumu
cli-help-siting-format = instance (pašu JSON formāts), orlib-cap, orlib-pmed, orlib-pmedcap, uflp-simple, uflp-orlib, holmberg, sscflp-df, tbed, mclp, scflp vai multiservice
cli-help-siting-capacity = orlib-cap: ietilpība vietām, kurām datnē ir vārds „capacity”
cli-help-siting-splittable = tbed: klienta pieprasījumu drīkst sadalīt starp vietām
cli-help-siting-radius = mclp: cik tālu vieta aptver, datnes vienībās; ja datnē ir ģeogrāfiskais platums un garums, metros
cli-help-siting-p = mclp: cik vietu drīkst atvērt
cli-help-siting-time-limit = Beigt meklēšanu pēc tik sekundēm ar līdz tam labāko atbildi un tās robežvērtību
cli-help-siting-gap = Relatīvā atstarpe, kuru sasniedzot meklēšana var beigties (noklusējums 0: optimums ir pierādīts)
cli-help-siting-work-limit = Beigt meklēšanu pēc tik zarošanas mezgliem (iznākums vienmēr ir tas pats)
cli-help-siting-threads = Pavedieni tam, ko var darīt vienlaikus (noklusējums: visi kodoli; iznākums no tā nav atkarīgs)
cli-help-siting-certificate = Datne robežvērtības apliecinājumam
cli-help-siting-out = Datne atbildei: ko atver, kurš kurp dodas (JSON)
