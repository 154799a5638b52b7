# Plāna dokuments, tabulas un kartes.

report-title = Sabiedrībā balstītu sociālo pakalpojumu izvietojuma plāns
report-title-line = { $year }. gads · { $edition }
report-edition-internal = dienesta redakcija
report-edition-public = publiskā redakcija
report-restricted = DIENESTA VAJADZĪBĀM
report-mark-restricted = Dienesta vajadzībām. Šajā redakcijā ir precīzs cilvēku skaits pa apdzīvotām vietām. To nedrīkst publicēt vai nodot tālāk.
report-mark-rounded = Publiskā redakcija. Lai nevienu nevarētu atpazīt, cilvēku skaits ir noapaļots līdz skaitlim, kas dalās ar 5, bet mazāks par 5 rādīts kā 0; tāpēc summas var nesakrist. Vietu skaits un būvniecības nauda ir precīzi skaitļi.
report-contents = Saturs
report-total = Kopā
report-numbered-table = { $number }. tabula.
report-numbered-picture = { $number }. attēls.
report-picture-file = Attēls ir failā { $file }.
report-opening = { $service }, { $site } ({ $size })
report-opening-of-service = { $site } ({ $size })
report-size-places = { $count ->
        [zero] { $count } vietu
        [one] { $count } vieta
       *[other] { $count } vietas
    }
report-size-workers = { $count ->
        [zero] { $count } darbinieku
        [one] { $count } darbinieks
       *[other] { $count } darbinieki
    }
report-more = … un vēl { $more }
report-minutes = { $minutes } min
report-payer-eu = ES fondi
report-payer-state = Valsts

# Kopsavilkums
report-chapter-summary = Kopsavilkums
report-figure-sites = objekti, kuros kaut ko atver
report-figure-served = apmierinātās vajadzības
report-figure-unmet = neapmierinātās vajadzības
report-figure-capital = būvniecības nauda, vienreiz
report-figure-running = jauno objektu uzturēšana gadā
report-figure-minutes = vidējais ceļš vienā virzienā
report-point-measures = { $measures ->
        [zero] Atver { $measures } pakalpojumu
        [one] Atver { $measures } pakalpojumu
       *[other] Atver { $measures } pakalpojumus
    } { $sites ->
        [zero] { $sites } objektos
        [one] { $sites } objektā
       *[other] { $sites } objektos
    }. { $candidates ->
        [zero] Izvērtēts { $candidates } iespējamo objektu
        [one] Izvērtēts { $candidates } iespējamais objekts
       *[other] Izvērtēti { $candidates } iespējamie objekti
    }.
report-point-needs = No { $needed ->
        [zero] { $needed } vajadzībām
        [one] { $needed } vajadzības
       *[other] { $needed } vajadzībām
    } pēc pakalpojumiem apmierinātas { $served }, neapmierinātas { $unmet }. Vienam cilvēkam var būt vairākas vajadzības.
report-point-needs-public = Noapaļoti: pēc pakalpojumiem ir { $needed ->
        [zero] { $needed } vajadzību
        [one] { $needed } vajadzība
       *[other] { $needed } vajadzības
    }, apmierinātas { $served }, neapmierinātas { $unmet }{ $unmet ->
        [0] { " (nulle nozīmē, ka tādu nav vai to ir tik maz, ka skaits nav rādīts)" }
       *[other] { "" }
    }. Vienam cilvēkam var būt vairākas vajadzības.
report-point-reached = Vismaz vienu pakalpojumu saņem { $people ->
        [zero] { $people } cilvēku
        [one] { $people } cilvēks
       *[other] { $people } cilvēki
    }.
report-point-reached-range = Vismaz vienu pakalpojumu saņem no { $least } līdz { $most } cilvēkiem; precīzāk nevar pateikt, jo nav zināms, kam vajag vairākus pakalpojumus reizē.
report-point-near = Pakalpojumam noteiktajā tuvumā ir { $share } no tiem, kas to saņem.
report-point-cost = Plāns sabiedrībai maksā { $objective } gadā, ieskaitot ceļā pavadīto laiku. Ir pierādīts, ka neviens plāns nevar būt lētāks par vairāk nekā { $gap } %.
report-point-cost-public = Plāns sabiedrībai maksā ap { $objective } gadā; ceļā pavadītais laiks šajā summā nav ieskaitīts. Ir pierādīts, ka neviens plāns nevar būt lētāks par vairāk nekā { $gap } %.
report-point-more-money = Ja būvniecībai būtu par { $extra } vairāk, sabiedrības izmaksas samazinātos par { $saving } gadā.
report-point-findings = Noteikumu pārbaude: { $errors ->
        [zero] { $errors } kļūdu
        [one] { $errors } kļūda
       *[other] { $errors } kļūdas
    }, { $warnings ->
        [zero] { $warnings } brīdinājumu
        [one] { $warnings } brīdinājums
       *[other] { $warnings } brīdinājumi
    }, { $advice ->
        [zero] { $advice } ieteikumu
        [one] { $advice } ieteikums
       *[other] { $advice } ieteikumi
    }.
report-point-findings-public = Noteikumu pārbaude: šeit { $findings ->
        [zero] ir { $findings } konstatējumu
        [one] ir { $findings } konstatējums
       *[other] ir { $findings } konstatējumi
    }; tie, kuros skaitīti cilvēki, publiskajā redakcijā nav iekļauti.

# Reģions
report-chapter-setting = Reģions un tā cilvēki
report-setting = { $region }: { $municipalities ->
        [zero] { $municipalities } pašvaldību
        [one] { $municipalities } pašvaldība
       *[other] { $municipalities } pašvaldības
    }, { $people ->
        [zero] { $people } iedzīvotāju
        [one] { $people } iedzīvotājs
       *[other] { $people } iedzīvotāji
    }.
report-kind-region = reģions
report-kind-state-city = valstspilsēta
report-kind-municipality = novads
report-kind-parish = pagasts
report-kind-town = pilsēta
report-partner-none = nav atbildējusi
report-partner-intent = nodomu protokols
report-partner-agreement = sadarbības līgums
report-partner-refused = atteikusies

# Situācija
report-chapter-situation = Pašreizējā situācija
report-situation = Nodaļā ir tas, kas reģionā jau ir: sabiedrībā balstītie sociālie pakalpojumi, ilgstošas aprūpes institūcijas, vispārējie pakalpojumi un šķēršļi, kas traucē tos izmantot.
report-section-offers = Esošie sociālie pakalpojumi
report-no-offers = Reģiona datos nav neviena esoša pakalpojuma.
report-section-institutions = Ilgstošas aprūpes institūcijas
report-institution-stays = paliek
report-institution-reorganised = reorganizē
report-institution-closes = slēdz
report-section-general = Vispārējie pakalpojumi
report-no-general = Reģiona datos nav ziņu par vispārējiem pakalpojumiem.
report-general = Cilvēks dzīvo sabiedrībā tad, ja tuvumā ir arī ārsts, skola, darbs, transports un atpūta. Tāpēc katram jaunajam objektam, kurā cilvēki dzīvo vai uz kuru viņi brauc, noteikts attālums taisnā līnijā līdz katra veida tuvākajam pakalpojumam.
report-general-health = Veselības aprūpe
report-general-education = Izglītība
report-general-employment = Nodarbinātība
report-general-transport = Transports
report-general-culture = Kultūra
report-general-leisure = Brīvais laiks
report-section-obstacles = Šķēršļi
report-no-obstacles = Reģiona datos nav ziņu par šķēršļiem.
report-severity-low = neliels
report-severity-medium = vidējs
report-severity-high = liels

# Pieprasījums
report-chapter-demand = Pieprasījums
report-demand = Šeit ir vajadzības, kuras šodien nav apmierinātas. Viena vajadzība ir viens cilvēks, kuram vajag vienu pakalpojumu. Ieskaitīti arī cilvēki, kuri pārceļas no institūcijām.
report-delivery-centre = klients brauc uz centru
report-delivery-residential = klients tur dzīvo
report-delivery-mobile = darbinieki brauc pie klienta

# Priekšlikums
report-chapter-proposal = Priekšlikums
report-no-measures = Plāns neatver nevienu jaunu objektu.
report-proposal = Plāns paredz { $measures ->
        [zero] { $measures } pasākumu
        [one] { $measures } pasākumu
       *[other] { $measures } pasākumus
    } { $sites ->
        [zero] { $sites } objektos
        [one] { $sites } objektā
       *[other] { $sites } objektos
    }. Pasākums ir viens pakalpojums vienā objektā. Kopsavilkuma kartē un visās tabulās pasākumam ir viens un tas pats numurs.
report-section-measures = Pasākumi
report-section-offers-used = Esošo brīvo vietu izmantošana
report-offers-used = Vispirms cilvēki var saņemt pakalpojumu tur, kur brīvas vietas ir jau šodien.
report-section-money = Nauda
report-money = Būvniecības nauda ir vajadzīga vienreiz, uzturēšanas nauda katru gadu. Neattiecināmās izmaksas sedz īpašnieks.
report-note-measures = Noslodze ir izmantotā daļa no atvērtā. Minūtes ir vienā virzienā.
report-note-measures-public = Cilvēku skaits ir noapaļots.
report-note-needs = Vienam cilvēkam var būt vairākas vajadzības, tāpēc summa ir vajadzību, nevis cilvēku skaits. Mobilo pakalpojumu darbinieki vietu summā nav ieskaitīti.
report-note-gets = Vajadzība ir apmierināta savā pašvaldībā, ja objekts ir tās teritorijā. Mobilos pakalpojumus sniedz cilvēka mājās; tiem izšķir, kur ir darbinieku bāze.

report-note-gives = Vietu skaitā nav mobilo pakalpojumu darbinieku.
report-note-general-near = Ja adrese nav zināma, par koordinātām ņemtas apdzīvotās vietas koordinātas; tāpēc “turpat” nozīmē, ka abi ir vienā apdzīvotā vietā vai tuvāk par 50 metriem.
report-same-place = turpat

# Pamatojums
report-chapter-reasons = Kāpēc tieši šie objekti
report-reasons = Katru pasākumu pārbauda šādi: to izslēdz, pārējos patur un meklē labāko plānu bez tā. Tabulā ir, par cik vairāk gadā tad maksātu sabiedrība, cik vairāk vajadzību paliktu neapmierinātas un kas atvērtos tā vietā.
report-reasons-some = Tabulā ir { $examined } no { $measures } pasākumiem. Pārējie nav pārbaudīti, jo meklēšana beidzās agrāk.
report-reasons-not-asked = Plāns sagatavots bez pamatojuma katram objektam.
report-reasons-withheld = Cik plāns maksātu bez katra objekta, publiskajā redakcijā nav rādīts, jo no tā varētu aprēķināt, cik cilvēku kur dzīvo.
report-instead-nothing = nekas
report-section-rejected = Neizmantotie iespējamie objekti
report-rejected-sites = { $sites ->
        [zero] { $sites } objektu
        [one] { $sites } objekts
       *[other] { $sites } objekti
    }: { $reason }
report-no-rejected = Plāns izmanto visus iespējamos objektus.
report-rejected-locked = slēgts ar plānotāja lēmumu
report-rejected-refused = pašvaldība atsakās no visiem pakalpojumiem, kurus tur varētu atvērt
report-rejected-not-partner = īpašnieks nav partneris, tāpēc neviena finansējuma shēma to nesedz
report-rejected-no-size-fits = nav pakalpojuma, kura mazākais lielums tur ietilptu
report-rejected-too-few-people = robežās dzīvo par maz cilvēku, lai sasniegtu mazāko noslodzi
report-rejected-costlier = tos pašus cilvēkus lētāk apkalpo citi objekti

# Kas paliek bez
report-chapter-unmet = Kas paliek bez pakalpojuma
report-unmet = { $needs ->
        [zero] Neapmierinātas paliek { $needs } vajadzību.
        [one] Neapmierināta paliek { $needs } vajadzība.
       *[other] Neapmierinātas paliek { $needs } vajadzības.
    }
report-unmet-public = { $needs ->
        [0] Noapaļots neapmierināto vajadzību skaits ir nulle: tādu nav, vai to katrā pakalpojumā ir tik maz, ka skaits nav rādīts.
        [zero] Neapmierinātas paliek ap { $needs } vajadzību.
        [one] Neapmierināta paliek ap { $needs } vajadzība.
       *[other] Neapmierinātas paliek ap { $needs } vajadzības.
    }
report-unmet-beyond-limit = Aiz robežas: tajā attālumā, kurā pakalpojumu vēl var izmantot, nav neviena esoša vai iespējama objekta.
report-unmet-not-worthwhile = Neatmaksājas: objekts ir sasniedzams, bet apkalpot šos cilvēkus sabiedrībai maksātu vairāk nekā atstāt bez pakalpojuma, vai arī pietrūkst naudas, vietu vai noslodzes.
report-reason-beyond-limit = aiz robežas
report-reason-not-worthwhile = neatmaksājas

# Ceļš
report-chapter-travel = Ceļš pirms un pēc
report-travel = Pirms: ceļš līdz tuvākajam objektam, kurā pakalpojumu sniedz šodien, neatkarīgi no tā, vai tajā ir brīva vieta, tiem, kam tāds ir sasniedzams. Pēc: ceļš līdz objektam, kurā cilvēks pakalpojumu saņem pēc plāna. Minūtes ir vienā virzienā.
report-chart-travel = Vidējais ceļš vienā virzienā pirms un pēc, minūtes
report-chart-row = { $service } – pirms { $before }, pēc { $after }
report-no-site = nav kur
report-before = Pirms
report-after = Pēc

# Pašvaldības
report-chapter-choices = Gadi, pieprasījums, taisnīgums, izmaiņas
report-section-states = Ko nes katrs gads un pieprasījuma scenārijs
report-states = Objekti ir tie paši, lai kas notiktu; kurš kur dodas, izlemj katrreiz no jauna. Svars rāda, cik gads skaitās plāna izmaksās. Visas pārējās nodaļas stāsta par plāna gadu un galveno pieprasījuma scenāriju.
report-spread = Sagaidāmās izmaksas: { $expected } gadā. Ja piepildās dārgākā desmitdaļa no tā, kas var notikt, tas vidēji maksā { $worst } gadā.
report-section-equity = Kam ir garākie ceļi
report-equity-all = Ceļš vienā virzienā vidēji ilgst { $mean } min, ilgākais – { $longest } min.
report-equity-beyond = { $share } no tiem, kas saņem pakalpojumu, ir ceļā ilgāk par tā standartu.
report-equity-worst = { $needs ->
    [zero] { $needs } vajadzībām ar garākajiem ceļiem tie vidēji ilgst { $mean } min; kas paliek bez pakalpojuma, skaitās ar robežu.
    [one] { $needs } vajadzībai ar garākajiem ceļiem tie vidēji ilgst { $mean } min; kas paliek bez pakalpojuma, skaitās ar robežu.
   *[other] { $needs } vajadzībām ar garākajiem ceļiem tie vidēji ilgst { $mean } min; kas paliek bez pakalpojuma, skaitās ar robežu.
}
report-section-from-home = Dienas pakalpojumi pie jaunās dzīvesvietas
report-from-home = { $persons ->
    [zero] Uz dienas pakalpojumu no jaunās dzīvesvietas dodas { $persons } cilvēku.
    [one] Uz dienas pakalpojumu no jaunās dzīvesvietas dodas { $persons } cilvēks.
   *[other] Uz dienas pakalpojumu no jaunās dzīvesvietas dodas { $persons } cilvēki.
}
report-whence-home = { $place }, dzīvo: { $home }
report-section-changes = Izmaiņas pret apstiprināto plānu
report-changes-priced = { $changes ->
    [0] Nekas nemainās.
    [zero] Mainās { $changes } pasākumu.
    [one] Mainās { $changes } pasākums.
   *[other] Mainās { $changes } pasākumi.
} Katra izmaiņa maksā { $price } gadā, tāpēc maina tikai to, kas ietaupa vairāk.
report-changes-fewest = { $changes ->
    [0] Nekas nemainās.
    [zero] Mainās { $changes } pasākumu.
    [one] Mainās { $changes } pasākums.
   *[other] Mainās { $changes } pasākumi.
} Plāns maina tik maz, cik iespējams, un no šādiem plāniem ir lētākais. Kur cita nodaļa saka, cik maksātu plāns bez kāda objekta, tur ieskaitīta arī katras izmaiņas cena, kas pārsniedz jebkuru ietaupījumu.
report-change-opened = atver
report-change-closed = neatver
report-change-resized = cits lielums
report-cost-equity = Garākie ceļi
report-cost-equity-is = par katru minūti tiem, kam ir garākie ceļi
report-cost-change = Izmaiņas
report-cost-change-is = par katru pasākumu, kas atšķiras no apstiprinātā plāna
report-table-states = Ko nes katrs gads un pieprasījuma scenārijs
report-sheet-states = Gadi un pieprasījums
report-table-changes = Izmaiņas pret apstiprināto plānu
report-sheet-changes = Izmaiņas
report-col-opens = Atver
report-col-demand-scenario = Pieprasījuma scenārijs
report-col-weight = Svars
report-col-changed = Izmaiņa
report-col-places-before = Apstiprināts
report-col-places-now = Tagad

report-chapter-municipalities = Ko katra pašvaldība dod un saņem
report-municipalities = Ne katrai pašvaldībai vajag katru pakalpojumu. Pirmajā tabulā ir, ko saņem pašvaldības iedzīvotāji, otrajā, ko pašvaldība dod: vietas savā teritorijā, vietas citu pašvaldību cilvēkiem un naudu.

# Vēlmes
report-chapter-wishes = Pašvaldību vēlmes
report-no-wishes = Pašvaldības nav izteikušas vēlmes.
report-wishes = Pašvaldības { $wishes ->
        [zero] lūdz { $wishes } pakalpojumu
        [one] lūdz { $wishes } pakalpojumu
       *[other] lūdz { $wishes } pakalpojumus
    }; plāns izpilda { $met }.
report-wish-wants-met = izpildīta
report-wish-wants-not-met = nav izpildīta
report-wish-accepts-met = ievērota
report-wish-accepts-not-met = nav ievērota
report-wish-refuses-met = ievērots
report-wish-refuses-not-met = nav ievērots
report-stance-wants = vēlas
report-stance-accepts = piekrīt
report-stance-refuses = atsakās

# Noteikumi
report-chapter-findings = Noteikumu pārbaude
report-no-findings = Pārbaude pret deinstitucionalizācijas noteikumiem neko nav konstatējusi.
report-findings = Plāns ir pārbaudīts pret deinstitucionalizācijas noteikumiem un vadlīnijām. Konstatējums plānu neaptur: par to lemj cilvēki.
report-no-findings-public = Starp konstatējumiem, kurus drīkst publicēt, nav neviena. Konstatējumi, kuros skaitīti cilvēki, ir tikai dienesta redakcijā.
report-findings-public = Plāns ir pārbaudīts pret deinstitucionalizācijas noteikumiem un vadlīnijām. Konstatējums plānu neaptur: par to lemj cilvēki. Konstatējumi, kuros skaitīti cilvēki, ir tikai dienesta redakcijā.
report-level-error = pārkāpums
report-level-warning = brīdinājums
report-level-advice = ieteikums

# Pieņēmumi
report-chapter-assumptions = Pieņēmumi
report-no-assumptions = Plāna pamatā nav nosauktu pieņēmumu.
report-assumptions = Šiem skaitļiem nav publicēta avota. Tos izvēlējās plānotājs, un par tiem var strīdēties.
report-section-sensitivity = Kas mainās, ja pieņēmums ir cits
report-sensitivity = Katrs pieņēmums ir samazināts uz pusi un dubultots, un plāns meklēts no jauna. Skaitļi ar punktu ir pasākumu numuri.
report-halved = puse
report-doubled = divreiz
report-stays = { $stays } no { $all }

# Metode
report-chapter-method = Metode
report-method-cost = Plāns meklē objektus, ar kuriem sabiedrības kopējās izmaksas gadā ir vismazākās. Tajās ir ne tikai nauda, bet arī ceļā pavadītais laiks un tas, ko maksā palikšana bez pakalpojuma. Šīs izmaksas neviens nemaksā kā rēķinu; tās ir mērs, ar kuru salīdzināt plānus.
report-cost-capital = Būvniecība
report-cost-capital-is = būvniecības nauda, sadalīta pa ēkas kalpošanas gadiem
report-cost-sites = Objektu uzturēšana
report-cost-sites-is = jauno objektu pastāvīgās izmaksas
report-cost-places = Pakalpojuma sniegšana
report-cost-places-is = izmantoto vietu izmaksas, jauno un esošo
report-cost-travel = Ceļš
report-cost-travel-is = klientu, ģimeņu un darbinieku laiks un nobrauktie kilometri
report-cost-surcharge = Piemaksa par tālumu
report-cost-surcharge-is = par katru minūti, kas pārsniedz pakalpojuma standartu
report-cost-size-penalty = Piemaksa par lielumu
report-cost-size-penalty-is = par vietām, kas pārsniedz vēlamo lielumu
report-cost-unmet = Palikšana bez pakalpojuma
report-cost-unmet-is = cik sabiedrībai maksā neapmierināta vajadzība
report-method-conditions = Ievēroti šādi nosacījumi:
report-condition-capacity = neviens objekts nav pārpildīts, un cilvēkus nedala daļās;
report-condition-occupancy = ko atver no jauna, to arī izmanto: ne mazāk par pakalpojuma mazāko noslodzi;
report-condition-limit = neviens nebrauc tālāk par pakalpojuma robežu;
report-condition-cap = neviens nav ceļā ilgāk par { $minutes } min vienā virzienā;
report-condition-cap-services = neviens nav ceļā ilgāk par { $minutes } min vienā virzienā uz šiem pakalpojumiem: { $services };
report-condition-single-source = visi vienas dzīvesvietas un mērķa grupas cilvēki saņem vienuviet šādus pakalpojumus: { $services };
report-condition-partners = partneru finansējumu saņem tikai partneri, un pašvaldības atteikums ir saistošs;
report-condition-funds = neviens maksātājs nemaksā vairāk, nekā atļauj tā griesti;
report-condition-apart = pakalpojumi, kuriem jābūt nošķirtiem, nav zem viena jumta.
report-method-bound = Plāna izmaksas ir { $objective } gadā. Ir pierādīts, ka neviens plāns ar šiem nosacījumiem nevar maksāt mazāk par { $bound }. Starpība ir { $gap } %.
report-method-bound-public = Plāna izmaksas bez ceļa vērtības ir ap { $objective } gadā; tās ir aprēķinātas no noapaļota cilvēku skaita. Ir pierādīts, ka neviens plāns ar šiem nosacījumiem nevar būt lētāks par vairāk nekā { $gap } %.
report-stop-gap = Meklēšana beidzās, kad pieprasītā precizitāte bija pierādīta. Tie paši dati dod to pašu plānu.
report-stop-work-limit = Meklēšana beidzās, sasniedzot darba apjoma robežu. Tie paši dati dod to pašu plānu.
report-stop-time-limit = Meklēšana beidzās, sasniedzot laika robežu. Citā reizē plāns var būt citāds.
report-stop-exhausted = Meklēšana beidzās, jo vairs nebija, ko meklēt, pirms pieprasītā precizitāte bija pierādīta. Tie paši dati dod to pašu plānu.
report-stop-interrupted = Meklēšanu kāds apturēja. Šis ir līdz tam labākais atrastais plāns.
report-method-figures = Diskonta likme ir { $rate } % gadā, ēka kalpo { $years ->
        [zero] { $years } gadu
        [one] { $years } gadu
       *[other] { $years } gadus
    }. Stunda ceļā ir novērtēta klientam ar { $client } EUR, ģimenei ar { $family } EUR, darbiniekam ar { $staff } EUR; kilometrs ar { $km } EUR.

# Datu robežas
report-chapter-limits = Datu robežas un avoti
report-limits = Plāns nav labāks par datiem, no kuriem tas ir veidots. Lasītājam jāzina:
report-limits-public = Publiskajā redakcijā cilvēku skaits ir noapaļots līdz 5, un nav rādīts, kurš kur brauc. Viss, kas no cilvēku skaita izriet, ir noapaļots vai izlaists.
report-section-sources = Avoti
report-row-sources = No kurienes ņemta katra tabulu rinda un kuri skaitļi ir aprēķināti vai novērtēti, ir failā tables.xlsx, lapā “Rindu avoti”.
report-section-successors = Pašvaldības, kuru vairs nav
report-successors = Pašvaldību robežas laika gaitā ir mainījušās. Pienākumus pārņem tiesību pārņēmējas.
report-made-with = Plānu sagatavoja { $program } ar risinātāju { $solver }.
report-fingerprint = Datu kontrolsumma (SHA-256) sākas ar { $fingerprint }.

# Kurš kur saņem
report-chapter-flows = Kurš kur saņem pakalpojumu
report-flows = Katrā rindā ir viens objekts, cik cilvēku tajā saņem pakalpojumu un kur viņi dzīvo. Pa mērķa grupām un stundām tas pats ir failā tables.xlsx. Tabula ir tikai dienesta vajadzībām.
report-home = { $place } { $persons }, { $minutes } min

# Kartes
report-map-today = Pakalpojumi šodien
report-map-proposed = Pakalpojumi pēc plāna
report-map-alt = { $map }. Karte ar pašvaldību robežām, { $existing ->
        [zero] { $existing } esošiem objektiem
        [one] { $existing } esošu objektu
       *[other] { $existing } esošiem objektiem
    } un { $new ->
        [zero] { $new } jauniem objektiem
        [one] { $new } jaunu objektu
       *[other] { $new } jauniem objektiem
    }. Tas pats ir tabulās.
report-map-attribution = Robežas: { $source }
report-map-attribution-unknown = Robežas un objekti: reģiona dati
report-legend-new = jauns objekts ar pasākuma numuru
report-legend-existing = esošs objekts
report-legend-sites = esošs objekts, kura pakalpojumi nav zināmi
report-legend-institutions = ilgstošas aprūpes institūcija
report-legend-needs = vajadzības dzīvesvietā: 1 un 10
report-legend-flows = kurš kur saņem pakalpojumu

# Tabulas
report-table-setting = Pašvaldības, to iedzīvotāji un dalība
report-sheet-setting = Pašvaldības
report-table-setting-groups = Mērķa grupu cilvēki pa pašvaldībām; viņi ir ieskaitīti iedzīvotājos
report-sheet-setting-groups = Mērķa grupas
report-table-offers = Sociālie pakalpojumi, kas ir šodien
report-sheet-offers = Esošie pakalpojumi
report-table-institutions = Ilgstošas aprūpes institūcijas
report-sheet-institutions = Institūcijas
report-table-general = Vispārējie pakalpojumi pa veidiem
report-sheet-general = Vispārējie pakalpojumi
report-table-general-near = Attālums no jaunajiem objektiem līdz tuvākajam vispārējam pakalpojumam, km taisnā līnijā
report-sheet-general-near = Attālumi
report-table-obstacles = Šķēršļi, kas traucē izmantot pakalpojumus
report-sheet-obstacles = Šķēršļi
report-table-demand-services = Neapmierinātās vajadzības pa pakalpojumiem
report-sheet-demand-services = Vajadzības pa pakalpojumiem
report-table-demand-groups = Neapmierinātās vajadzības pa mērķa grupām
report-sheet-demand-groups = Vajadzības pa grupām
report-table-demand-municipalities = Neapmierinātās vajadzības pa pašvaldībām
report-sheet-demand-municipalities = Vajadzības pa pašvaldībām
report-table-measures = Pasākumi: objekti, vietas, cilvēki, noslodze un ceļš
report-sheet-measures = Pasākumi
report-table-services = Vajadzības, vietas un nauda pa pakalpojumiem
report-sheet-services = Pakalpojumi
report-table-offers-used = Esošās brīvās vietas, kuras plāns izmanto
report-sheet-offers-used = Brīvās vietas
report-table-money = Pasākumu būvniecības nauda pa maksātājiem un uzturēšana, EUR
report-sheet-money = Nauda pa pasākumiem
report-table-payers = Nauda pa maksātājiem, EUR
report-sheet-payers = Maksātāji
report-table-reasons = Ko maksātu plāns bez katra pasākuma
report-sheet-reasons = Pamatojums
report-table-flows-by-site = Cik cilvēku katrā objektā un no kurienes
report-sheet-flows-by-site = No kurienes
report-table-rejected = Iespējamie objekti, kuros nekas netiek atvērts, un iemesls
report-sheet-rejected = Neizmantotie objekti
report-table-unmet-services = Neapmierinātās vajadzības pēc plāna
report-sheet-unmet-services = Neapmierinātās vajadzības
report-table-unmet-places = Neapmierinātās vajadzības pa dzīvesvietām
report-sheet-unmet-places = Neapmierinātās pa dzīvesvietām
report-table-travel = Ceļš pa pakalpojumiem, minūtes vienā virzienā
report-sheet-travel = Ceļš
report-table-gets = Ko saņem pašvaldības iedzīvotāji
report-sheet-gets = Saņem
report-table-gives = Ko dod pašvaldība, EUR
report-sheet-gives = Dod
report-table-wishes = Pašvaldību vēlmes un iznākums
report-sheet-wishes = Vēlmes
report-table-findings = Konstatējumi un to pamats
report-sheet-findings = Noteikumi
report-table-assumptions = Pieņēmumi un to pamatojums
report-sheet-assumptions = Pieņēmumi
report-table-sensitivity = Pasākumi, kas paliek, zūd un rodas
report-sheet-sensitivity = Jutīgums
report-table-costs = Sabiedrības izmaksas gadā pa daļām, EUR
report-sheet-costs = Izmaksas
report-table-sources = Datu avoti
report-sheet-sources = Avoti
report-table-row-sources = Rindu avoti
report-sheet-row-sources = Rindu avoti
report-table-successors = Tiesību pārņēmējas
report-sheet-successors = Tiesību pārņēmējas
report-table-flows = Cilvēki pa dzīvesvietām un objektiem
report-sheet-flows = Kurš kur

# Ailes
report-col-number = Nr.
report-col-municipality = Pašvaldība
report-col-territory = Teritorija
report-col-kind = Veids
report-col-population = Iedzīvotāji
report-col-partner = Dalība
report-col-service = Pakalpojums
report-col-site = Objekts
report-col-places = Vietas
report-col-taken = Aizņemtas
report-col-payer = Maksātājs
report-col-until = Līdz
report-col-institution = Institūcija
report-col-residents = Iemītnieki
report-col-waiting = Rindā
report-col-planned = Paredzēts
report-col-general = Pakalpojuma veids
report-col-number-of = Skaits
report-col-health = Veselība
report-col-education = Izglītība
report-col-employment = Darbs
report-col-transport = Transports
report-col-culture = Kultūra
report-col-leisure = Atpūta
report-col-obstacle-to = Kam traucē
report-col-obstacle = Šķērslis
report-col-severity = Smagums
report-col-delivery = Kā saņem
report-col-needed = Vajag
report-col-within-before = Sasniedzams jau šodien
report-col-target-group = Grupa
report-col-needs = Vajadzības
report-col-per-1000 = Uz 1000 iedzīvotājiem
report-col-host = Kur atrodas
report-col-owner = Īpašnieks
report-col-year = Gads
report-col-persons = Cilvēki
report-col-occupancy = Noslodze
report-col-staff = Amata vietas
report-col-mean = Vidēji, min
report-col-longest = Tālākais, min
report-col-served-existing = Esošajos objektos
report-col-served-new = Jaunajos objektos
report-col-unmet = Neapmie­rinātas
report-col-places-new = Jaunas vietas
report-col-capital = Būvniecība, EUR
report-col-running = Uzturēšana gadā, EUR
report-col-free = Brīvas vietas
report-col-eu = ES
report-col-state = Valsts
report-col-own = Pašvaldība
report-col-without-more = Bez tā vairāk, EUR gadā
report-col-unmet-more = Vairāk neapmie­rinātu
report-col-instead = Tā vietā
report-col-reason = Iemesls
report-col-forced-more = Ja tomēr atvērtu: vairāk EUR gadā
report-col-concerned = Kas skarts
report-col-from-where = No kurienes: cilvēki, minūtes vienā virzienā
report-col-share = Daļa
report-col-place = Dzīvesvieta
report-col-mean-before = Vidēji pirms
report-col-mean-after = Vidēji pēc
report-col-longest-before = Tālākais pirms
report-col-longest-after = Tālākais pēc
report-col-near-before = Tuvumā pirms
report-col-near-after = Tuvumā pēc
report-col-near = Pakalpojums tuvumā
report-col-served = Apmierinātas
report-col-at-home = Savā pašvaldībā
report-col-served-others = Citu pašvaldību cilvēki
report-col-stance = Nostāja
report-col-met = Iznākums
report-col-own-money = Piedāvā, EUR
report-col-asked = Plāns prasa, EUR
report-col-rule = Noteikums
report-col-level = Līmenis
report-col-finding = Konstatējums
report-col-basis = Pamats
report-col-figure = Lielums
report-col-why = Pamatojums
report-col-change = Maiņa
report-col-stays = Paliek
report-col-leaves = Zūd
report-col-enters = Rodas
report-col-part = Daļa
report-col-what = Kas tas ir
report-col-eur-year = EUR gadā
report-col-data = Tabula
report-col-source = Avots
report-col-rows = Rindas
report-col-names = Kuri
report-col-note = Pašvaldības vārdiem
report-col-valid-to = Pastāvēja līdz
report-col-successors = Pārņēmējas
report-col-hours = Stundas nedēļā
report-col-minutes = Minūtes

# Pieņemtie lielumi un datu tabulas
report-assumed-services-unmet-eur = Cik sabiedrībai maksā gads bez pakalpojuma
report-assumed-services-standard-min = Pakalpojuma standarts, minūtes
report-assumed-services-limit-min = Pakalpojuma robeža, minūtes
report-assumed-services-min-occupancy = Mazākā noslodze
report-assumed-services-site-eur-per-year = Objekta uzturēšana gadā
report-assumed-services-place-eur-per-year = Vietas uzturēšana gadā
report-assumed-services-capital-eur-per-place = Būvniecības nauda par vietu
report-assumed-services-visits-per-year = Apmeklējumi gadā
report-assumed-services-max-per-site = Lielākais vietu skaits objektā
report-assumed-services-persons-per-place = Cilvēki uz vienu vietu
report-assumed-services-hours-per-worker-week = Darbinieka apmaksātās stundas nedēļā
report-assumed-services-visit-hours = Vizītes ilgums stundās
report-assumed-services-staff-per-place = Amata vietas uz vietu
report-assumed-scenario-discount-rate = Diskonta likme
report-assumed-scenario-building-life-years = Ēkas kalpošanas gadi
report-assumed-scenario-client-eur-per-hour = Klienta stunda ceļā
report-assumed-scenario-family-eur-per-hour = Ģimenes stunda ceļā
report-assumed-scenario-staff-eur-per-hour = Darbinieka stunda ceļā
report-assumed-scenario-eur-per-km = Kilometra cena
report-assumed-scenario-surcharge-eur-per-minute = Piemaksa par minūti virs standarta
report-assumed-scenario-budget-eur = Būvniecības budžets
report-assumed-scenario-size-penalty-eur-per-place-year = Piemaksa par lielumu
report-assumed-scenario-travel-detour = Ceļa līkumainība
report-profile-bus = autobuss
report-profile-car = automašīna
report-profile-foot = kājām
report-profile-walk = kājām
report-data-territories = Teritorijas
report-data-partners = Partneri
report-data-wishes = Vēlmes
report-data-places = Apdzīvotas vietas
report-data-population = Iedzīvotāji
report-data-services = Pakalpojumi
report-data-needs = Vajadzības
report-data-bundles = Vairākas vajadzības kopā
report-data-moves = Pārcelšanās no institūcijām
report-data-institutions = Institūcijas
report-data-sites = Esošie objekti
report-data-offers = Esošie pakalpojumi
report-data-candidates = Iespējamie objekti
report-data-schemes = Finansējuma shēmas
report-data-funds = Fondi
report-data-obstacles = Šķēršļi
report-data-general-services = Vispārējie pakalpojumi
report-data-boundaries = Robežas
report-data-travel = Ceļa laiki
