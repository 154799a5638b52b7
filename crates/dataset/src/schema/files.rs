//! The keys of `region.toml` and `scenario.toml`. `[]` stands for each element
//! of a list of tables, `*` for any name.

use super::Column;
use super::Kind::{
    Bool, Code, Codes, Date, Extent, Id, Integer, List, Local, Locals, Number, Pairs, Payer,
    Phases, Positive, Text, Window, Years,
};
use domain::GeneralServiceKind;

const YEAR: super::Kind = Integer(1900, 2200);
const AMOUNT: super::Kind = Number(0.0, 1e12);
const SHARE: super::Kind = Number(0.0, 1.0);

/// The keys of `region.toml`.
pub static REGION: &[Column] = &[
    Column::new(
        "id",
        Id,
        "A short id, used in file names.",
        "Īss identifikators, ko lieto failu nosaukumos.",
    )
    .required(),
    Column::new("name_lv", Text, "Latvian name.", "Nosaukums latviski.").required(),
    Column::new("name_en", Text, "English name.", "Nosaukums angliski.").required(),
    Column::new("currency", Code(|| vec!["EUR"]), "The currency.", "Valūta.").required(),
    Column::new(
        "plan_years",
        Years,
        "First and last year of the plan.",
        "Plāna pirmais un pēdējais gads.",
    )
    .required(),
    Column::new(
        "extent",
        Extent,
        "South, west, north, east: no coordinate may lie outside.",
        "Dienvidi, rietumi, ziemeļi, austrumi: ārpus tiem koordinātu nedrīkst būt.",
    )
    .unit("°"),
    Column::new(
        "about",
        Locals,
        "Sentences about the region for the plan's first chapter.",
        "Teikumi par reģionu plāna pirmajai nodaļai.",
    ),
    Column::new(
        "notice",
        Local,
        "What a reader must know of the data first; printed on the plan's title page.",
        "Kas lasītājam par datiem jāzina vispirms; to drukā plāna titullapā.",
    ),
    Column::new(
        "sources.*",
        Text,
        "Where the table of that name comes from.",
        "No kurienes ņemta šī nosaukuma tabula.",
    ),
    Column::new(
        "assumptions[].figure",
        Text,
        "A figure without a source: services.<column> or scenario.<key>.",
        "Skaitlis bez avota: services.<sleja> vai scenario.<atslēga>.",
    )
    .required(),
    Column::new(
        "assumptions[].reason",
        Local,
        "Why the figure was chosen.",
        "Kāpēc skaitlis izvēlēts.",
    )
    .required(),
];

/// The keys of `scenario.toml`.
pub static SCENARIO: &[Column] = &[
    Column::new("year", YEAR, "The plan year.", "Plāna gads.").required(),
    Column::new(
        "demand_scenario",
        Text,
        "Which rows of needs.csv with a scenario count.",
        "Kuras needs.csv rindas ar scenāriju ņem vērā.",
    ),
    Column::new(
        "discount_rate",
        SHARE,
        "Real yearly discount rate.",
        "Reālā diskonta likme gadā.",
    )
    .required()
    .unit("1/year"),
    Column::new(
        "building_life_years",
        Positive,
        "Years over which building money is annualised.",
        "Gadi, uz kuriem sadala būvniecības izmaksas.",
    )
    .required()
    .unit("years"),
    Column::new(
        "client_eur_per_hour",
        AMOUNT,
        "Value of an hour of a client's travel.",
        "Klienta ceļā pavadītas stundas vērtība.",
    )
    .required()
    .unit("EUR/h"),
    Column::new(
        "family_eur_per_hour",
        AMOUNT,
        "Value of an hour of a family member's travel.",
        "Tuvinieka ceļā pavadītas stundas vērtība.",
    )
    .required()
    .unit("EUR/h"),
    Column::new(
        "staff_eur_per_hour",
        AMOUNT,
        "Value of an hour of staff's travel.",
        "Darbinieka ceļā pavadītas stundas vērtība.",
    )
    .required()
    .unit("EUR/h"),
    Column::new(
        "eur_per_km",
        AMOUNT,
        "Cost of a kilometre travelled.",
        "Nobraukta kilometra izmaksas.",
    )
    .required()
    .unit("EUR/km"),
    Column::new(
        "surcharge_eur_per_minute",
        AMOUNT,
        "Surcharge a person-year for each minute one way beyond the standard.",
        "Piemaksa uz cilvēku gadā par katru minūti vienā virzienā virs standarta.",
    )
    .required()
    .unit("EUR/min"),
    Column::new(
        "budget_eur",
        AMOUNT,
        "Ceiling on all building money together.",
        "Visas būvniecības naudas griesti.",
    )
    .unit("EUR"),
    Column::new(
        "apart",
        Pairs,
        "Pairs of services that may not share a roof.",
        "Pakalpojumu pāri, kas nedrīkst būt zem viena jumta.",
    )
    .refers(&["services"]),
    Column::new(
        "single_source",
        List,
        "Services of which all people of a demand point go to one facility, or none of them anywhere.",
        "Pakalpojumi, kuros visi viena pieprasījuma punkta cilvēki dodas uz vienu vietu vai neviens nekur.",
    )
    .refers(&["services"]),
    Column::new(
        "phases",
        Phases,
        "Years in which measures may open; year must be one of them, and the plan's tables tell of that one.",
        "Gadi, kuros pasākumus var atvērt; year jābūt vienam no tiem, un plāna tabulas stāsta par to.",
    ),
    Column::new(
        "day_travel_from_home",
        Bool,
        "Whether people of bundles and moves with a residential service travel to their day service from the home into which they move.",
        "Vai cilvēki, kam kopā vajag arī dzīvesvietas pakalpojumu, uz dienas pakalpojumu brauc no turienes, kur viņi apmetas.",
    ),
    Column::new(
        "demand_scenarios[].name",
        Text,
        "What the demand may turn out to be: the scenario of its rows of needs.csv; rows without one count in each. demand_scenario names the one of which the plan's tables tell.",
        "Kāds pieprasījums var izrādīties: tā needs.csv rindu scenārijs; rindas bez scenārija skaita visos. demand_scenario nosauc to, par kuru stāsta plāna tabulas.",
    )
    .required(),
    Column::new(
        "demand_scenarios[].probability",
        SHARE,
        "How likely it is; all together 1.",
        "Cik tas ticams; visi kopā 1.",
    )
    .required(),
    Column::new(
        "equity.cap_min",
        AMOUNT,
        "Minutes one way that nobody exceeds, however far limit_min is.",
        "Minūtes vienā virzienā, ko neviens nepārsniedz, lai cik tāls būtu limit_min.",
    )
    .unit("min"),
    Column::new(
        "equity.services",
        List,
        "Services to which the cap applies; absent: all.",
        "Pakalpojumi, uz kuriem attiecas cap_min; ja nav: visi.",
    )
    .refers(&["services"]),
    Column::new(
        "equity.worst_share",
        SHARE,
        "Share of needs (one person, one service) with the longest ways that counts as the worst off.",
        "Vajadzību (viens cilvēks, viens pakalpojums) daļa ar garākajiem ceļiem, kurai klājas sliktāk.",
    ),
    Column::new(
        "equity.eur_per_minute",
        AMOUNT,
        "What each minute one way of the worst off costs.",
        "Cik maksā katra viņu ceļa minūte vienā virzienā.",
    )
    .unit("EUR/min"),
    Column::new(
        "least_change.plan",
        Text,
        "An approved plan: the name of a plan.json in the package's folder.",
        "Apstiprināts plāns: plan.json nosaukums paketes mapē.",
    )
    .required(),
    Column::new(
        "least_change.eur_per_change",
        AMOUNT,
        "What each measure closed, opened or resized against it costs; absent: the fewest changes, and of such plans the cheapest.",
        "Cik maksā katrs pret to aizvērts, atvērts vai citā lielumā atvērts pasākums; ja nav: vismazāk izmaiņu un no tādiem plāniem lētākais.",
    )
    .unit("EUR/year"),
    Column::new(
        "size_penalty.services",
        List,
        "Services whose large sites are penalised.",
        "Pakalpojumi, kuru lielām vietām ir soda maksa.",
    )
    .required()
    .refers(&["services"]),
    Column::new(
        "size_penalty.above_places",
        Integer(0, 1_000_000),
        "Places that go without penalty.",
        "Vietas, par kurām soda maksas nav.",
    )
    .required()
    .unit("places"),
    Column::new(
        "size_penalty.eur_per_place_year",
        AMOUNT,
        "Penalty on each place above.",
        "Soda maksa par katru vietu virs tām.",
    )
    .required()
    .unit("EUR/year"),
    Column::new(
        "locks[].candidate",
        Id,
        "The candidate of a decision already taken.",
        "Kandidāts, par kuru jau izlemts.",
    )
    .required()
    .refers(&["candidates"]),
    Column::new(
        "locks[].service",
        Id,
        "The service; absent: any or all.",
        "Pakalpojums; ja nav: jebkurš vai visi.",
    )
    .refers(&["services"]),
    Column::new(
        "locks[].places",
        Integer(1, 1_000_000),
        "Exactly this size; absent: any.",
        "Tieši šāds lielums; ja nav: jebkurš.",
    )
    .unit("places"),
    Column::new(
        "locks[].must",
        Code(|| vec!["open", "closed"]),
        "What is demanded.",
        "Kas tiek prasīts.",
    )
    .required(),
    Column::new(
        "funds[].payer",
        Payer,
        "eu, state or a municipality.",
        "eu, state vai pašvaldība.",
    )
    .required()
    .refers(&["territories"]),
    Column::new(
        "funds[].territory",
        Id,
        "Absent: the whole region.",
        "Ja nav: viss reģions.",
    )
    .refers(&["territories"]),
    Column::new(
        "funds[].year",
        YEAR,
        "Absent: every year.",
        "Ja nav: visi gadi.",
    ),
    Column::new(
        "funds[].ceiling_eur",
        AMOUNT,
        "Replaces or adds to funds.csv.",
        "Aizstāj vai papildina funds.csv.",
    )
    .required()
    .unit("EUR"),
    Column::new(
        "travel.detour",
        Number(1.0, 10.0),
        "Without travel.csv and roads.osm.pbf: road distance over great-circle distance; absent: 1.4 (docs/travel-fallback.md).",
        "Ja nav travel.csv un roads.osm.pbf: ceļa attiecība pret lielā loka attālumu; ja nav: 1,4 (docs/travel-fallback.md).",
    ),
    Column::new(
        "travel.speed_kmh.*",
        Positive,
        "Without travel.csv and roads.osm.pbf: speed of the profile of that name; absent: car 60, foot 4.5.",
        "Ja nav travel.csv un roads.osm.pbf: šī nosaukuma profila ātrums; ja nav: car 60, foot 4,5.",
    )
    .unit("km/h"),
    Column::new(
        "travel.date",
        Date,
        "With timetables: the day whose runs count; absent: their weekday with most runs.",
        "Ar kustību sarakstiem: diena, kuras reisus ņem vērā; ja nav: darbdiena ar visvairāk reisiem.",
    ),
    Column::new(
        "travel.depart",
        Window,
        "With timetables: when people set out; absent: 07:00-09:00.",
        "Ar kustību sarakstiem: kad cilvēki dodas ceļā; ja nav: 07:00-09:00.",
    ),
    Column::new(
        "travel.profiles.*",
        Text,
        "With roads.osm.pbf: the road profile, transit or transit-frail for which the profile of that name in services.csv stands; absent: car is car-lv, bus is transit, any other its own name.",
        "Ar roads.osm.pbf: ceļu profils, transit vai transit-frail, ko apzīmē šī nosaukuma profils tabulā services.csv; ja nav: car ir car-lv, bus ir transit, cits — tas pats nosaukums.",
    ),
    Column::new(
        "rules.duplicate_within_min",
        AMOUNT,
        "R03: nearer sites are looked at as duplicates.",
        "R03: tuvākas vietas aplūko kā dublējošas.",
    )
    .unit("min"),
    Column::new(
        "rules.within_standard_share",
        SHARE,
        "R03: share of people within the standard.",
        "R03: cilvēku daļa standarta robežās.",
    ),
    Column::new(
        "rules.cost_deviation_share",
        AMOUNT,
        "R07: difference from the approved cost that is told.",
        "R07: atšķirība no apstiprinātajām izmaksām, par ko ziņo.",
    ),
    Column::new(
        "rules.dwelling_persons",
        Integer(1, 1000),
        "R09: people in one dwelling.",
        "R09: cilvēki vienā mājoklī.",
    )
    .unit("persons"),
    Column::new(
        "rules.building_persons",
        Integer(1, 1000),
        "R09: people in one building.",
        "R09: cilvēki vienā ēkā.",
    )
    .unit("persons"),
    Column::new(
        "rules.children_per_house",
        Integer(1, 1000),
        "R10: children in one family-like house.",
        "R10: bērni vienā ģimeniskai videi pietuvinātā mājā.",
    )
    .unit("persons"),
    Column::new(
        "rules.group_home_services",
        List,
        "R09: services that are group homes.",
        "R09: grupu dzīvokļu pakalpojumi.",
    )
    .refers(&["services"]),
    Column::new(
        "rules.family_like_services",
        List,
        "R10: services that are family-like care.",
        "R10: ģimeniskai videi pietuvinātas aprūpes pakalpojumi.",
    )
    .refers(&["services"]),
    Column::new(
        "rules.institution_grounds_m",
        AMOUNT,
        "R12: nearer counts as on an institution's grounds.",
        "R12: tuvāk skaitās institūcijas teritorijā.",
    )
    .unit("m"),
    Column::new(
        "rules.day_services",
        List,
        "R12: services that should not share a building with homes.",
        "R12: pakalpojumi, kam nebūtu jābūt vienā ēkā ar mājokļiem.",
    )
    .refers(&["services"]),
    Column::new(
        "rules.prevention_services",
        List,
        "R20: services that help families in time.",
        "R20: pakalpojumi, kas ģimenēm palīdz laikus.",
    )
    .refers(&["services"]),
    Column::new(
        "rules.general_service_min",
        AMOUNT,
        "R21: minutes within which general services should be.",
        "R21: minūtes, kurās jābūt vispārējiem pakalpojumiem.",
    )
    .unit("min"),
    Column::new(
        "rules.general_service_kinds",
        Codes(|| {
            GeneralServiceKind::ALL
                .iter()
                .map(|kind| kind.as_str())
                .collect()
        }),
        "R21: kinds that are looked for.",
        "R21: veidi, ko meklē.",
    ),
    Column::new(
        "rules.sustained_years",
        Integer(0, 100),
        "R22: years for which running money should be named.",
        "R22: gadi, kuriem jānorāda uzturēšanas nauda.",
    )
    .unit("years"),
];
