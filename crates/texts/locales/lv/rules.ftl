# Names come in both languages; the term below tells which one this file speaks.
-rules-language = latviešu
    .code = lv
rules-service = { -rules-language.code ->
    [lv] { $service-lv }
   *[en] { $service-en }
}
rules-services = { -rules-language.code ->
    [lv] { $services-lv }
   *[en] { $services-en }
}
rules-homes = { -rules-language.code ->
    [lv] { $homes-lv }
   *[en] { $homes-en }
}
rules-days = { -rules-language.code ->
    [lv] { $days-lv }
   *[en] { $days-en }
}
rules-municipality = { -rules-language.code ->
    [lv] { $municipality-lv }
   *[en] { $municipality-en }
}
rules-hosts = { -rules-language.code ->
    [lv] { $hosts-lv }
   *[en] { $hosts-en }
}
rules-payers = { -rules-language.code ->
    [lv] { $payers-lv }
   *[en] { $payers-en }
}
rules-obstacle = { -rules-language.code ->
    [lv] { $obstacle-lv }
   *[en] { $obstacle-en }
}
rules-kind = { $kind ->
    [health] veselības aprūpe
    [education] izglītība
    [employment] nodarbinātība
    [transport] sabiedriskais transports
    [culture] kultūra
   *[leisure] brīvā laika iespējas
}
rules-and-payers = { $payers ->
    [0] { "" }
   *[other] { " " }un pašvaldības: { rules-payers }
}
rules-people = { $persons ->
    [one] { $persons } cilvēks
   *[other] { $persons } cilvēki
}

finding-r03-far = { rules-service }: { $standard } min attālumā pakalpojumu nesaņem { $persons-far } no visiem, kam tas vajadzīgs ({ rules-people }); tuvu tas jāsaņem vismaz { $threshold } %.
finding-r03-duplicate = { rules-service }: starp „{ $site }” un „{ $other }” ir { $minutes } min ceļa, un tajos kopā ir { rules-people }; pietiktu ar vienu objektu – „{ $larger }” (vietas: { $places }).
finding-r04-elsewhere = { rules-municipality }: iedzīvotāji šos pakalpojumus saņem tikai citur: { rules-services } (pakalpojumi: { $services }, apmierinātas vajadzības: { $persons }). Kur: { rules-hosts }. Uzturēšanu maksā: { $funders ->
    [eu] ES fondi{ rules-and-payers }
    [state] valsts{ rules-and-payers }
    [eu-and-state] ES fondi, valsts{ rules-and-payers }
    [unknown] nav norādīts
   *[none] pašvaldības: { rules-payers }
}.
finding-r04-wish = { rules-municipality }: pašvaldība vēlas pakalpojumu „{ rules-service }”, bet tās iedzīvotāju vajadzības ({ rules-people }) nenoslogotu pat mazāko iespējamo apjomu (vietas vai darbinieki: { $places }). To var saņemt arī citā pašvaldībā.
finding-r05-owner = „{ $site }”, { rules-service }: īpašnieks ({ rules-municipality }) nav projekta partneris, bet plānā ir ES nauda – { $money } EUR.
finding-r05-uncounted = { rules-municipality }: pašvaldība nav projekta partnere, un tās iedzīvotāju vajadzības nav saskaitītas. Tām jābūt starp reģiona vajadzībām.
finding-r07-rise = { rules-municipality }: attiecināmās izmaksas ir { $money } EUR, apstiprinātajā plānā – { $eur } EUR. Kopš 2023. gada tās drīkst pieaugt tikai ar papildu pašu ieguldījumu.
finding-r07-fall = { rules-municipality }: attiecināmās izmaksas ir { $money } EUR, apstiprinātajā plānā – { $eur } EUR. Tām jāsakrīt.
finding-r09-dwelling = „{ $site }”: vienā mājoklī dzīvotu vairāk cilvēku, nekā vajadzētu – { $places }; ieteicams ne vairāk kā { $threshold }.
finding-r09-building = „{ $site }”: vienā ēkā dzīvotu vairāk cilvēku, nekā vajadzētu – { $places }; ieteicams ne vairāk kā { $threshold }.
finding-r10-house = „{ $site }”: vienā mājā dzīvotu pārāk daudz bērnu – { $places }; atļauts ne vairāk kā { $threshold }.
finding-r12-one-roof = „{ $site }”: zem viena jumta tiem pašiem cilvēkiem būtu gan dzīvesvieta ({ rules-homes }), gan dienas nodarbes ({ rules-days }).
finding-r12-near = „{ $site }” atrodas { $metres } m no iestādes „{ $institution }”; vajadzētu vismaz { $threshold } m.
finding-r12-grounds = „{ $site }” atrodas iestādes teritorijā.
finding-r13-places = „{ $site }”: nauda ({ $money } EUR) paredzēta vietām iestādē, bet steidzams drošības iemesls nav pierakstīts.
finding-r16-destination = Iestādi „{ $institution }” paredzēts slēgt, bet nav zināms, kur dzīvos { $persons-without } no visiem iedzīvotājiem ({ rules-people }).
finding-r20-prevention = Atbalsts ģimenēm, pirms kādam jādodas prom no mājām ({ rules-services }): plānā to saņem { rules-people }{ $persons-entering ->
    [0] { "." }
   *[other] , bet iestādēs gada laikā iestājas vai gaida rindā – { $persons-entering }.
}
finding-r21-far = Vispārējie pakalpojumi – { rules-kind }: tālāk nekā { $threshold } min ar auto no: { $names } (objekti: { $sites }).
finding-r21-closed = Objekts „{ $site }” nav pieejams cilvēkiem ar kustību traucējumiem.
finding-r21-obstacle = { rules-municipality }: būtisks šķērslis pakalpojumam „{ rules-service }” – { rules-obstacle }. Skartie objekti: { $names } (skaits: { $sites }).
finding-r21-obstacle-general = { rules-municipality }: būtisks šķērslis jomā „{ rules-kind }” – { rules-obstacle }. Skartie objekti: { $names } (skaits: { $sites }).
finding-r22-ending = { rules-service }, „{ $site }”: nauda ir tikai līdz { $year }. gadam{ $funded ->
    [yes] { " " }({ $programme })
   *[no] { "" }
}; kas maksās pēc tam, nav zināms. Uz pakalpojumu paļaujas { rules-people }.
finding-r22-handed-over = { rules-municipality }: no { $year }. gada uzturēšanu maksā tikai pašvaldība – { $running } EUR gadā (tagad { $running-now } EUR), vismaz { $years ->
    [one] { $years } gadu
   *[other] { $years } gadus
}. Pakalpojumi: { rules-services }.
finding-r22-unfunded = { rules-municipality }: no { $year }. gada nav zināms, kas maksās uzturēšanu – { $running } EUR gadā, vismaz { $years ->
    [one] { $years } gadu
   *[other] { $years } gadus
}. Pakalpojumi: { rules-services }.
