# Izmaksu sadale starp pašvaldībām (tuvak shares).

cli-help-shares = Parādīt, kā pašvaldības, kas objektus izmanto kopā, var sadalīt plāna izmaksas un kurām atsevišķi būtu lētāk
cli-help-shares-plan-file = Plāns (dienesta redakcija)
cli-help-shares-rule = Tikai pēc šī principa (drīkst dot vairākkārt): residents (iedzīvotāji), uses (apkalpotie), equal (vienādās daļās), stand-alone (pēc atsevišķajām izmaksām), remaining-benefits (nodalāmās izmaksas un atlikušie ieguvumi), shapley (Šeplija vērtība) vai nucleolus (nukleoluss)
cli-help-shares-alone = Ko nozīmē „atsevišķi”: own-money (pēc sava plāna ar savu naudas daļu; noklusējums), all-money (ar visu reģiona naudu) vai decided (plāna objektos, tikai pašām vajadzīgajā lielumā)
cli-help-shares-gap = Relatīvā atstarpe, ar kuru atsevišķās izmaksas uzskata par zināmām (noklusējums 0.0005)
cli-help-shares-time-limit = Sekundes visam kopā; kas līdz tam nav noskaidrots, paliek plašās robežās
cli-help-shares-work-limit = Zarošanas mezgli katrai kopai (noklusējums 50); kas ar tiem nav pierādīts, paliek robežās
cli-help-shares-threads = Pavedieni (noklusējums: visi kodoli; iznākums no tā nav atkarīgs)
cli-help-shares-seed = Nejaušības sākums grupām, kurās ir vairāk nekā 12 pašvaldību (noklusējums 0)
cli-help-shares-circles = Cik secību apļu ņemt izlasē grupām, kurās ir vairāk nekā 12 pašvaldību (noklusējums 8)

shares-internal = Dienesta vajadzībām: izriet no precīza cilvēku skaita; nav publicējams.
shares-group = { $members } objektus izmanto kopā; plānā tās maksā { $eur } EUR gadā:
shares-single = Katra par sevi, EUR gadā:
shares-none-together = Nevienu objektu vairākas pašvaldības neizmanto kopā.
shares-rest = Plānā atvērtais, ko neviens neizmanto: { $eur } EUR gadā
shares-together = Ir atrasts plāns tikai tām, kas maksā { $eur } EUR, par { $less } EUR mazāk: citas aizņem to vietas vai naudu, vai arī plāns nav labākais.
shares-unproven = { $unproven ->
    [zero] No { $coalitions } kopām { $unproven } ir zināmas tikai plašākās robežās, nekā prasīts.
    [one] No { $coalitions } kopām { $unproven } ir zināma tikai plašākās robežās, nekā prasīts.
   *[other] No { $coalitions } kopām { $unproven } ir zināmas tikai plašākās robežās, nekā prasīts.
}
shares-ranges = Šeplija vērtība ir šajās robežās: { $ranges }
shares-sampled = Šeplija vērtība ir novērtēta pēc izlases; ar 95 % ticamību tā ir šajās robežās: { $ranges }
shares-leaves = { $rule }: { $members } atsevišķi maksātu par { $less } EUR gadā mazāk ({ $alone }, nevis { $pays })
shares-nobody-leaves = { $rule }: atsevišķi neviena nemaksātu mazāk
shares-nobody-found = { $rule }: līdz laika beigām nav atrasta neviena, kas atsevišķi maksātu mazāk
shares-no-shares = { $rule }: nav izrēķināms
shares-core = Ir tāda sadale, pēc kuras neviena atsevišķi nemaksātu mazāk.
shares-core-empty = Lai kā dalītu, kādas no tām atsevišķi maksātu vismaz par { $eur } EUR gadā mazāk.
shares-core-open = Nav zināms, vai ir sadale, pēc kuras neviena atsevišķi nemaksātu mazāk: atļaujiet mazāku atstarpi vai vairāk laika.
shares-core-not-looked = Nav izskatītas visas kopas: nav zināms, vai ir sadale, pēc kuras neviena atsevišķi nemaksātu mazāk.
shares-pays-note = „Maksā tagad”: ko pašvaldība plānā maksā kā īpašniece vai maksātāja, būvniecības naudu rēķinot pa gadiem; pārējo par objektiem maksā ES un valsts, ceļa izmaksas nav neviena rēķinā.
shares-progress = { $group }. grupa no { $groups } · kopas { $known } no { $all }
shares-progress-leaving = { $group }. grupa no { $groups } · kurš iegūtu, aizejot: { $asked } meklējumi
shares-stopped = Apturēts ar roku; nekas netiek pateikts.
shares-other-region = Plāns nav šī reģiona plāns: iemeslu pasaka tuvak verify.
shares-cannot-be-alone = Dažas pašvaldības atsevišķi nav apkalpojamas, bet bez pakalpojuma atstāt nedrīkst nevienu: dalīt nav ko.
shares-no-game = Sadali nevar izrēķināt: { $why }
shares-and = un

shares-column-municipality = pašvaldība
shares-column-served = apkalpoti
shares-column-own = savas
shares-column-cost = izmaksas
shares-column-alone = atsevišķi
shares-column-pays = maksā tagad
shares-column-residents = iedzīvotāji
shares-column-uses = lietotāji
shares-column-equal = vienādi
shares-column-stand_alone = pēc atsev.
shares-column-remaining_benefits = SCRB
shares-column-shapley = Šeplijs
shares-column-nucleolus = nukleoluss

shares-rule-residents = Pēc iedzīvotāju skaita
shares-rule-uses = Pēc apkalpoto skaita
shares-rule-equal = Vienādās daļās
shares-rule-stand_alone = Samērā ar atsevišķajām izmaksām
shares-rule-remaining_benefits = Pēc nodalāmajām izmaksām un atlikušajiem ieguvumiem (SCRB)
shares-rule-shapley = Pēc Šeplija vērtības
shares-rule-nucleolus = Pēc nukleolusa
cli-stage-shares = izmaksu sadale
