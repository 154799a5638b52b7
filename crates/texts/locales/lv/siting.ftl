siting-infeasible = Neviens plāns neievēro visus nosacījumus. Šie nosacījumi ir pretrunā; bez jebkura viena no tiem pārējos varētu ievērot:
siting-nothing-found = Meklēšana beidzās, pirms tika atrasts kāds plāns. Atvēliet tai vairāk laika vai darba.
siting-solver-failed = Risinātājs nespēja turpināt: { $why }
siting-unknown-figure = Pieņēmumu “{ $figure }” nevar mainīt. Mainīt var šos lielumus: { $known }.

# Piezīmes
siting-travel-estimated = Datu pakotnē nav ceļa laiku. Tie ir aplēsti: attālums pa taisni × { $detour } ar vienmērīgu ātrumu (km/h: { $speeds }).
siting-not-examined = { $questions ->
    [zero] Skaidrojums tika pārtraukts: { $questions } jautājumu nav izskatīti, un atbilžu uz tiem nav.
    [one] Skaidrojums tika pārtraukts: { $questions } jautājums nav izskatīts, un atbildes uz to nav.
   *[other] Skaidrojums tika pārtraukts: { $questions } jautājumi nav izskatīti, un atbilžu uz tiem nav.
}
siting-no-plan-when-varied = Ja pieņēmumu “{ $figure }” reizina ar { $factor }, neviens plāns neievēro visus nosacījumus.

# Nosacījumi par objektiem, kas prasa to, ko atvērt nedrīkst
siting-lock-unknown = Nosacījums nosauc iespējamo objektu { $candidate } vai pakalpojumu { $service }, kura datu pakotnē nav.
siting-lock-nothing-may-open = Nosacījums prasa atvērt iespējamo objektu { $candidate }, bet tur nedrīkst atvērt nevienu pakalpojumu.
siting-lock-not-named = Nosacījums prasa { $service } iespējamajā objektā { $candidate }, bet tas šim pakalpojumam nav paredzēts.
siting-lock-refused = Nosacījums prasa { $service } iespējamajā objektā { $candidate }, bet pašvaldība, kuras teritorijā tas atrodas vai kurai tas pieder, no pakalpojuma atsakās.
siting-lock-no-scheme = Nosacījums prasa { $service } iespējamajā objektā { $candidate }, bet neviena finansēšanas shēma tur par to nevar maksāt (īpašnieks, iespējams, nav partneris).
siting-lock-no-size-fits = Nosacījums prasa { $service } iespējamajā objektā { $candidate }, bet tur neder neviens no pakalpojuma lielumiem.
siting-lock-apart = Nosacījums prasa { $service } iespējamajā objektā { $candidate }, bet paplašināmajā objektā jau sniedz pakalpojumu, ar kuru to nedrīkst apvienot zem viena jumta.
siting-lock-no-such-size = Nosacījums prasa { $service } iespējamajā objektā { $candidate } ar vietu skaitu { $places }, bet tādu lielumu tur atvērt nedrīkst.

# Nosacījumi, kas ir pretrunā
siting-clash-lock-open = Nosacījums prasa kaut ko atvērt iespējamajā objektā { $candidate }.
siting-clash-lock-closed = Nosacījums prasa neko neatvērt iespējamajā objektā { $candidate }.
siting-clash-lock-service-open = Nosacījums prasa { $service } iespējamajā objektā { $candidate }.
siting-clash-lock-size-open = Nosacījums prasa { $service } iespējamajā objektā { $candidate } ar vietu skaitu { $places }.
siting-clash-lock-service-closed = Nosacījums prasa neatvērt { $service } iespējamajā objektā { $candidate }.
siting-clash-budget = Budžets: būvniecībai kopā ne vairāk kā { $eur } EUR.
siting-clash-fund = Maksātāja { $payer } griesti: būvniecībai ne vairāk kā { $eur } EUR.
siting-clash-fund-territory = Maksātāja { $payer } griesti īpašniekiem teritorijā { $territory }: būvniecībai ne vairāk kā { $eur } EUR.
siting-clash-min-occupancy = { $service } mazākais noslogojums iespējamajā objektā { $candidate }: sasniedzamības robežās ir pārāk maz cilvēku.
siting-clash-max-places = Iespējamajā objektā { $candidate } ietilpst ne vairāk kā { $places ->
    [zero] { $places } vietu
    [one] { $places } vieta
   *[other] { $places } vietas
}.
siting-clash-capacity = { $service } vietu skaits objektā { $site }: visiem nepietiek.
siting-clash-served = { $service }: neviens no vietas { $place } nedrīkst palikt bez pakalpojuma.
siting-clash-apart = { $service } un { $other } nedrīkst abus atvērt iespējamajā objektā { $candidate }.
