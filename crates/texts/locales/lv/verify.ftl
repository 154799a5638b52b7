# Ko saka neatkarīgā plāna pārbaude.

verify-check-head = Shēma, datu pakotne, reģions, atstarpe
verify-check-assignments = Kas kur saņem pakalpojumu, minūtes, robežas
verify-check-people = Katrs saņem pakalpojumu vai paliek bez tā, tieši vienu reizi
verify-check-measures = Kas tiek atvērts: atļauja, lielums, cilvēki, nauda, maksātāji
verify-check-offers = Esošais piedāvājums
verify-check-conditions = Ietilpība, mazākais noslogojums, vietu skaits objektā, nošķiramie pakalpojumi, fiksētie lēmumi
verify-check-ceilings = Fondi un budžets
verify-check-costs = Izmaksas pa daļām un kopā
verify-check-payments = Kas cik maksā kopā
verify-check-rejected = Iespējamie objekti, kuros nekas netiek atvērts
verify-check-totals = Kopsummas pa pakalpojumiem un pašvaldībām
verify-check-reached = Sasniegtie cilvēki
verify-check-wishes = Pašvaldību vēlmes
verify-check-explained = Uz ko atsaucas skaidrojumi

verify-differs = { $whose }: { $figure } plānā ir { $stated }, pārrēķinot – { $computed }.
verify-people-lost = { $whose }: plānā apkalpoto un bez pakalpojuma palikušo skaits ir { $stated }, datu pakotnē – { $computed }.
verify-ceiling = { $whose }: plāns paņem { $stated } EUR būvniecības naudas, atļauts ne vairāk kā { $computed } EUR.

verify-bound-above-objective = { $whose }: apakšējā robeža ir augstāka par mērķa vērtību.
verify-gap-not-reached = { $whose }: norādīts, ka meklēšana beigusies, sasniedzot atstarpi, bet atstarpe ir lielāka par prasīto.
verify-unknown-point = { $whose }: tur nevienam nav šādas vajadzības.
verify-no-way = { $whose }: uz turieni nav ceļa.
verify-beyond-limit = { $whose }: tālāk par pakalpojuma robežu.
verify-not-open = { $whose }: tur šo pakalpojumu nesniedz.
verify-nobody = { $whose }: rinda bez cilvēkiem.
verify-not-entitled = { $whose }: pakalpojums nav paredzēts šai mērķa grupai.
verify-row-twice = { $whose }: ierakstīts divreiz.
verify-order = { $whose }: nav datu pakotnes secībā.
verify-unknown-measure = { $whose }: datu pakotnē nav šāda iespējamā objekta vai pakalpojuma.
verify-not-among-services = { $whose }: šajā objektā šāds pakalpojums nav paredzēts.
verify-refused = { $whose }: atrašanās vietas vai īpašnieka pašvaldība no šī pakalpojuma atsakās.
verify-size = { $whose }: šādā lielumā pakalpojumu tur nedrīkst atvērt.
verify-scheme = { $whose }: pēc šīs shēmas to apmaksāt nedrīkst.
verify-payer-twice-or-idle = { $whose }: maksātājs ierakstīts divreiz vai neko nemaksā.
verify-over-capacity = { $whose }: cilvēku (vai stundu) ir vairāk, nekā ļauj ietilpība.
verify-under-occupancy = { $whose }: cilvēku (vai stundu) ir mazāk, nekā prasa mazākais noslogojums.
verify-max-places = { $whose }: jaunu vietu ir vairāk, nekā šeit iespējams izveidot.
verify-apart = { $whose }: zem viena jumta ir pakalpojumi, kuriem jābūt nošķirtiem.
verify-lock = { $whose }: nav ievērots scenārijā fiksēts lēmums.
verify-budget-not-named = { $whose }: scenārijā ir budžets, kas plānā nav norādīts.
verify-forced-what-cannot-open = { $whose }: norādītas izmaksas tādam risinājumam, ko atvērt nav iespējams.
verify-factors = { $whose }: pieņēmumu samazina uz pusi un dubulto, katru vienu reizi.
verify-stays-or-leaves = { $whose }: katrs plāna pasākums vai nu paliek, vai atkrīt, un citu tur nav.
verify-opening = { $whose }: to atvērt nedrīkst, vai arī tas jau ir plānā.

verify-not-vouched-bound = Ka neviens plāns nav lētāks par apakšējo robežu: to apgalvo risinātājs.
verify-not-vouched-request = Kas tika prasīts (atstarpe, ierobežojumi, izvēlētais budžets), kāpēc meklēšana beidzās un kura programma plānu veidoja.
verify-not-vouched-explanations = Cik plāns maksātu bez kāda objekta, ar piespiedu objektu, ar mainītiem pieņēmumiem vai ar vairāk naudas: katrs no tiem ir atsevišķs meklējums.
verify-not-vouched-findings = Noteikumu pārbaudes atzinumi: noteikumus pārbauda vēlreiz.
verify-not-vouched-notes = Piezīmes par datiem.
verify-not-vouched-least-payment = Ka šajā plānā pašvaldības maksā vismazāk no visiem plāniem ar tādām pašām izmaksām.
