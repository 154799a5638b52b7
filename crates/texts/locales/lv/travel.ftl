# Ceļa laiki: kas tiek darīts, kas nav kārtībā, kas atrasts.

## Posmi
travel-stage-read = lasu izrakstu
travel-stage-prepare = sagatavoju ceļu tīklu
travel-stage-price = nosaku ceļu ātrumus
travel-stage-load = ielasu sagatavoto ceļu tīklu
travel-stage-snap = meklēju tuvākos ceļus
travel-stage-timetable = lasu kustību sarakstus
travel-stage-walk = rēķinu gājienus līdz pieturām
travel-stage-matrix = rēķinu ceļa laikus
travel-stage-isochrones = rēķinu sasniedzamos apgabalus
travel-stage-write = rakstu
travel-progress = { $stage } · { $share } %

## Kas nav kārtībā datnēs un iespējās
travel-file = { $file } nevar izlasīt vai uzrakstīt: { $why }
travel-not-pbf = { $file } nav OpenStreetMap izraksts PBF formātā; dodiet datni, kas beidzas ar .osm.pbf
travel-truncated = { $file } apraujas { $length }. baitā, bloka vidū, kurš sākas { $offset }. baitā; lejupielādējiet to vēlreiz
travel-broken-blob = { $file } ir bojāta: { $blob }. bloks { $offset }. baitā ({ $why }); lejupielādējiet to vēlreiz
travel-unsupported-feature = { $file } prasa iespēju „{ $feature }”, kas nav atbalstīta; ņemiet izrakstu bez vēstures
travel-no-roads = Datnē { $file } nav neviena ceļa, kas derētu profilam { $profile }; ņemiet izrakstu ar ceļiem
travel-too-large = { $file } ir par lielu ({ $what }); sadaliet to mazākos izrakstos
travel-not-covered = { $points ->
    [1] Vienīgais punkts nav { $metres } m robežās no ceļa. Ceļi ir starp { $south }, { $west } un { $north }, { $east } (platums, garums): ņemiet punkta valsts izrakstu vai pārbaudiet, vai lat un lon nav samainīti.
    [zero] Neviens no { $points } punktiem nav { $metres } m robežās no ceļa. Ceļi ir starp { $south }, { $west } un { $north }, { $east } (platums, garums): ņemiet punktu valsts izrakstu vai pārbaudiet, vai lat un lon nav samainīti.
    [one] Neviens no { $points } punkta nav { $metres } m robežās no ceļa. Ceļi ir starp { $south }, { $west } un { $north }, { $east } (platums, garums): ņemiet punktu valsts izrakstu vai pārbaudiet, vai lat un lon nav samainīti.
   *[other] Neviens no { $points } punktiem nav { $metres } m robežās no ceļa. Ceļi ir starp { $south }, { $west } un { $north }, { $east } (platums, garums): ņemiet punktu valsts izrakstu vai pārbaudiet, vai lat un lon nav samainīti.
}
travel-bad-profile = Profils { $file }: { $why }
travel-unknown-profile = Profila „{ $value }” nav. Dodiet kādu no { $known } vai .toml datni.
travel-other-vehicle = Grafs sagatavots citam pārvietošanās veidam ({ $graph }) nekā profils { $profile } ({ $vehicle }); sagatavojiet grafu ar šo profilu.
travel-changed-ways-unknown = { $count ->
    [1] { $file }: līnija { $ways } šajā izrakstā nav ceļš, ko šis pārvietošanās veids varētu izmantot; izņemiet to vai ņemiet līniju identifikatorus no tā paša izraksta.
    [zero] { $file }: { $count } līniju šajā izrakstā nav ceļi, ko šis pārvietošanās veids varētu izmantot: { $ways }; izņemiet tās vai ņemiet līniju identifikatorus no tā paša izraksta.
    [one] { $file }: { $count } līnija šajā izrakstā nav ceļš, ko šis pārvietošanās veids varētu izmantot: { $ways }; izņemiet tās vai ņemiet līniju identifikatorus no tā paša izraksta.
   *[other] { $file }: { $count } līnijas šajā izrakstā nav ceļi, ko šis pārvietošanās veids varētu izmantot: { $ways }; izņemiet tās vai ņemiet līniju identifikatorus no tā paša izraksta.
}
travel-bad-graph = Sagatavotais grafs ir bojāts ({ $what }); sagatavojiet to vēlreiz.
travel-not-prepared = { $file } nav komandas tuvak travel prepare grafs; izrakstam lietojiet --osm
travel-other-version = { $file } sagatavojusi cita programmas versija ({ $version }); sagatavojiet to vēlreiz
travel-damaged = { $file } ir bojāta; sagatavojiet to vēlreiz
travel-stopped = Apturēts; nekas netika uzrakstīts.
travel-no-service = { $feed }: { $date } nekas nekursē. Kustību saraksts ir spēkā no { $first } līdz { $last }; pilna darbdiena ir { $best }.
travel-no-common-date = Kustību sarakstiem nav kopīgas darbdienas ({ $spans }); ņemiet vienas sezonas sarakstus.
travel-window = „{ $value }” nav dienas daļa; rakstiet 07:00-09:00.
travel-threads = Pavedienus nevar palaist ({ $why }); prasiet mazāk.
travel-internal = Tam nevajadzēja notikt: { $why }
travel-feed-none = Sabiedriskajam transportam vajag kustību sarakstu: dodiet --gtfs FEED.zip.
travel-feed-unreadable = { $place } nevar nolasīt ({ $why }); pārbaudiet ceļu līdz datnei un lasīšanas tiesības
travel-feed-not-a-zip = { $place } nav zip arhīvs ({ $why }); lejupielādējiet kustību sarakstu vēlreiz
travel-feed-missing-file = trūkst { $place }; lejupielādējiet visu kustību sarakstu vēlreiz
travel-feed-missing-column = { $place }: trūkst slejas { $column }; datne nav GTFS
travel-feed-row = { $place }: { $why }; izlabojiet rindu
travel-feed-twice = { $place }: { $column } „{ $value }” ir divreiz; atstājiet vienu
travel-feed-unknown = { $count ->
    [zero] { $place }: { $column } „{ $value }” nav datnē { $target } (nezināmus nosauc { $count } rindu); lejupielādējiet visu kustību sarakstu vēlreiz
    [one] { $place }: { $column } „{ $value }” nav datnē { $target } (nezināmus nosauc { $count } rinda); lejupielādējiet visu kustību sarakstu vēlreiz
   *[other] { $place }: { $column } „{ $value }” nav datnē { $target } (nezināmus nosauc { $count } rindas); lejupielādējiet visu kustību sarakstu vēlreiz
}
travel-feed-no-place = { $place }: pieturai „{ $value }” nav koordinātu, nav to arī tās stacijai; pievienojiet stop_lat un stop_lon
travel-feed-no-trips = { $place }: nav neviena lietojama reisa; kustību saraksta tur nav
travel-feed-other-clock = { $place }: tā laika josla ir { $value }, bet pirmā saraksta josla — { $first }; kopā var lietot tikai vienas joslas sarakstus
travel-feed-more = { $count ->
    [zero] { $place }: kļūdainas ir vēl { $count } rindu
    [one] { $place }: kļūdaina ir vēl { $count } rinda
   *[other] { $place }: kļūdainas ir vēl { $count } rindas
}

## Kas no kustību saraksta izlaists vai pieņemts
travel-note-trip-too-short = { $feed }: izlaisti reisi, kam mazāk par divām pieturām: { $count } (pirmais: { $example })
travel-note-trip-without-ends = { $feed }: izlaisti reisi, kam nav laika pirmajā vai pēdējā pieturā: { $count } (pirmais: { $example })
travel-note-trip-backwards = { $feed }: izlaisti reisi, kuru laiki iet atpakaļ: { $count } (pirmais: { $example })
travel-note-trip-ambiguous = { $feed }: izlaisti reisi, kam divas pieturas ar vienu numuru: { $count } (pirmais: { $example })
travel-note-trip-without-service = { $feed }: izlaisti reisi, kas nekursē nevienā dienā: { $count } (pirmais: { $example })
travel-note-area-stop-time = { $feed }: izlaistas pieturēšanas pēc pieprasījuma apvidū: { $count } (pirmā: { $example })
travel-note-interpolated = { $feed }: pieturu laiki, kas aprēķināti no blakus pieturu laikiem: { $count } (pirmais: { $example })
travel-note-booked = { $feed }: pieturēšanas, kas jāpiesaka un tiek ieskaitītas: { $count } (pirmā: { $example })
travel-note-idle-frequency = { $feed }: izlaisti nelietojami kustības intervāli: { $count } (pirmais: { $example })
travel-note-transfer-of-trips = { $feed }: izlaisti pārsēšanās noteikumi atsevišķām līnijām: { $count } (pirmais: { $example })
travel-note-transfer-of-unknown-stop = { $feed }: izlaisti pārsēšanās noteikumi nezināmās pieturās: { $count } (pirmais: { $example })
travel-note-repeated-service = { $feed }: calendar.txt rindas, kas atkārto citu ar to pašu service_id: { $count } (pirmā: { $example })
travel-note-quiet-on-date = { $feed }: šajā dienā nekas nekursē ({ $example })

## Kas atrasts
travel-told-roads = Ceļa laiki ({ $profiles }) rēķināti pa ceļu tīklu: profils { $mode }, izraksts { $extract }. Ceļi © OpenStreetMap līdzautori, ODbL 1.0.
travel-told-timetable = Sabiedriskais transports: { $date } reisi, mediāna pa izbraukšanas laikiem { $window }, kājām bez apstājas ne vairāk par { $minutes } min.
travel-no-vehicle = Neviens šo stundu reiss starp šiem punktiem neder: pārbaudiet stundas, dienu un to, vai kustību saraksts ir šim apvidum.
travel-prepared = { $file }: ceļu tīkls sagatavots profilam { $profile }, { $mib } MiB.
travel-distances = { $file }: līdz tuvākajam ceļam { $median } m (mediāna), tālākajam punktam { $worst } m
travel-more-far = … un vēl tikpat tālu no ceļa: { $count }
travel-matrix-done = { $without ->
    [0] { $from } × { $to } punkti, { $pairs } pāri, ceļš ir visiem.
    [zero] { $from } × { $to } punkti, { $pairs } pāri, no tiem { $without } bez ceļa.
    [one] { $from } × { $to } punkti, { $pairs } pāri, no tiem { $without } bez ceļa.
   *[other] { $from } × { $to } punkti, { $pairs } pāri, no tiem { $without } bez ceļa.
}
travel-areas-done = Apgabali: { $areas }, punkti: { $points }.
travel-route-done = { $minutes } min, { $km } km (bez seguma { $unpaved } km, ar prāmi { $ferry } km)
travel-no-way = Starp šiem punktiem ceļa nav: vai nu kāda tuvumā nav ceļa, vai arī tos neviens nesavieno.
travel-faulty = { $faults ->
    [zero] { $faults } kļūdu. Nekas netika rēķināts.
    [one] { $faults } kļūda. Nekas netika rēķināts.
   *[other] { $faults } kļūdas. Nekas netika rēķināts.
}
travel-ending = { $file }: dodiet nosaukumu, kas beidzas ar .csv vai .parquet.
travel-json-needs-out = --json objektu drukā standarta izvadē: rezultātam dodiet datni ar --out.
travel-only-transit = { $option } der tikai kopā ar --profile transit.
travel-matrix-only = { $value } der tikai komandai tuvak travel matrix.
fault-far-from-road = { $lat }, { $lon } ir { $metres } m no tuvākā ceļa
mend-far-from-road = pārbaudiet, vai koordinātas ir pareizas
fault-no-road = { $lat }, { $lon } tuvumā ({ $metres } m) nav neviena ceļa
mend-no-road = izlabojiet koordinātas vai ņemiet izrakstu, kas tās aptver
fault-reaches-nothing = no „{ $value }” nav ceļa ne uz vienu objektu (profils { $profile })
mend-reaches-nothing = neviens no turienes netiks apkalpots; pārbaudiet, vai izrakstā netrūkst prāmja vai tilta (sabiedriskajam transportam – arī stundas, dienu un kustību sarakstu)
fault-unknown-road-profile = „{ $value }” nav ceļu tīkla profils
mend-unknown-road-profile = viens no: { $known }
fault-unknown-road-profile-near = „{ $value }” nav ceļu tīkla profils
mend-unknown-road-profile-near = vai bija domāts „{ $near }”? Viens no: { $known }
fault-profile-without-roads = ceļu tīkls nepazīst profilu „{ $value }”
mend-profile-without-roads = scenario.toml sadaļā [travel.profiles] norādiet, ko tas apzīmē; viens no: { $known }
fault-profile-without-feed = profilam „{ $value }” vajag kustību sarakstu
mend-profile-without-feed = pievienojiet to pakotnei kā datni, kas beidzas ar { $end }
travel-out-is-input = { $file } te tiek lasīta; norādiet iespējai --out citu datni
travel-walk-on-foot = „{ $value }” nav kājāmgājēja profils; --walk pieņem foot, foot-frail vai uz tiem balstītu .toml datni
