# Izvietojuma uzdevumi no datnēm: kas datnei vai iespējām kaiš, un atbildes.

# Iespējas
format-unfit = Iespēja { $option } neder formātam { $format } un šai datnei; izlaidiet to.
format-needed = Datne kaut ko atstāj neteiktu: dodiet { $option }.

# Datnes kļūdas
format-line = { $file }:{ $line }: tur jābūt: { $expected }; ir: { $found }
format-end-of-file = datnes beigas
format-something-else = kas cits
format-sum = { $file }: izmaksas vai pieprasījums kopā pārsniedz { $most }; lietojiet lielāku vienību.
format-decimals = { $file }: pieprasījumam ir vairāk decimālzīmju nekā { $most }; noapaļojiet.
format-arcs = { $file }: iespējamo piesaistu ir vairāk nekā { $most }; izlaidiet vietas vai pieprasījuma punktus.
format-expected-count = skaits, vismaz 1
format-expected-numbers = { $count ->
    [zero] vēl { $count } skaitļu
    [one] vēl { $count } skaitlis
   *[other] vēl { $count } skaitļi
}
format-expected-up-to = vesels skaitlis no 1 līdz { $count }
format-expected-number = skaitlis
format-expected-amount = skaitlis no 0
format-expected-whole = vesels skaitlis no 0
format-expected-capacity = skaitlis no 0 vai vārds „capacity”
format-expected-site-or-customer = burts F vai C, numurs, divas koordinātas un lielums
format-expected-point-or-edge = divas koordinātas un pieprasījums vai divi mezgli, garums un pieprasījums
format-expected-rows = { $count ->
    [zero] vēl { $count } rindu
    [one] vēl { $count } rinda
   *[other] vēl { $count } rindas
}
format-expected-header = pirmā rinda ar skaitu, cik rindu seko
format-expected-end = datnes beigas

# JSON kļūdas
format-fault = { $file }: { $path }: { $what }
format-syntax = tas nav JSON ({ $why }); vispirms izlabojiet tur
format-missing = lauka trūkst; pievienojiet to
format-unknown = tāda lauka nav; izņemiet vai pārsauciet to
format-twice = lauks ir divreiz; paturiet vienu
format-kind = { $found } nav { $expected }; ierakstiet tādu
format-range = { $found } nav robežās no { $least } līdz { $most }; izlabojiet
format-index = { $found } ne uz ko nenorāda, jo sarakstā „{ $list }” ir { $count }; skaitiet no 0
format-order = rindām jābūt augošām un katrai tikai vienreiz; sakārtojiet tās
format-empty = saraksts ir tukšs; pievienojiet tam ko vai izlaidiet to
format-either = iestādei ir „existing” vai arī „site” un „levels”; dodiet vienu no tiem
format-not-of-one-site = tās nav divas jaunas iestādes vienā vietā; nosauciet tādas vai izņemiet pāri
format-onward-demand = tas nav cits tā paša stāvokļa pieprasījums; nosauciet tādu
format-onward-twice = ved pie pieprasījuma, kas pats ved tālāk; izņemiet vienu no abiem
format-too-much = kopā pārsniedz { $most }, un summa nav precīza; lietojiet lielāku vienību
format-kind-whole = vesels skaitlis
format-kind-truth = true vai false
format-kind-list = saraksts
format-kind-row = { $count ->
    [zero] saraksts ar { $count } veseliem skaitļiem
    [one] saraksts ar { $count } veselu skaitli
   *[other] saraksts ar { $count } veseliem skaitļiem
}
format-kind-fields = objekts
format-kind-text = „{ $text }”
format-kind-count = vesels skaitlis no 1
format-kind-amount = skaitlis no 0
format-kind-amounts = { $count ->
    [zero] saraksts ar { $count } skaitļiem no 0
    [one] saraksts ar { $count } skaitli no 0
   *[other] saraksts ar { $count } skaitļiem no 0
}
format-kind-rows = { $count ->
    [zero] saraksts ar { $count } sarakstiem
    [one] saraksts ar { $count } sarakstu
   *[other] saraksts ar { $count } sarakstiem
}

# Atbildes
format-read = pieprasījuma punkti: { $demands }, iestādes: { $facilities }, iespējamās piesaistes: { $arcs }
format-progress = { $seconds } s · labākais { $best } · robeža { $bound } · atstarpe { $gap } %
format-progress-unproven = { $seconds } s · labākais { $best } · robežas vēl nav
format-progress-nothing = { $seconds } s · atbildes vēl nav
format-answer = Labākais { $best }, robeža { $bound }, atstarpe { $gap } %
format-open = { $count ->
    [zero] Atvērtas { $count } vietas: { $sites }
    [one] Atvērta { $count } vieta: { $sites }
   *[other] Atvērtas { $count } vietas: { $sites }
}
format-rounding = Noapaļošana līdz veseliem skaitļiem mērķi varēja mainīt par ne vairāk kā { $error }.
format-gap-open = Atstarpe { $gap } % ir lielāka par prasītajiem { $asked } %. Atbilde ir derīga; ar vairāk laika to var pierādīt vai uzlabot.
format-gap-stays = Atstarpe { $gap } % ir lielāka par prasītajiem { $asked } %. Atbilde ir derīga.
format-bound = Neviena atbilde nav labāka par { $bound }.
format-infeasible = Nav atbildes, kas ievēro visus nosacījumus.
format-clash = Šie nosacījumi ir pretrunā (vietas uzdevumā, skaitot no 0); bez jebkura viena no tiem pārējos var ievērot:
format-clash-some = Šie nosacījumi ir pretrunā (vietas uzdevumā, skaitot no 0); varbūt pietiek ar mazāk, tas nav noskaidrots:
format-clash-progress = { $seconds } s · meklē, kas ir pretrunā
format-condition-lock = { $path }: lēmums
format-condition-ceiling = { $path }: griesti
format-condition-min-load = { $path }: mazākā noslodze
format-condition-max-places = { $path }: lielākais vietu skaits
format-condition-apart = { $path }: kas nedrīkst būt atvērts kopā
format-condition-capacity = { $path }: cik tajā ir vietas
format-condition-served = { $path }: visi jāapkalpo
