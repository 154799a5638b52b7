//! The tables and their columns.

use super::Kind::{
    Bool, Code, Codes, Date, Id, Integer, Integers, List, Money, Number, Payer, Positive, Text,
};
use super::{Column, Table};
use domain::{
    CandidateFlag, Delivery, GeneralServiceKind, InstitutionPlan, PartnerStatus, Severity, Stance,
    TerritoryKind,
};

macro_rules! words {
    ($code:ty) => {
        || <$code>::ALL.iter().map(|word| word.as_str()).collect()
    };
}

const COUNT: super::Kind = Integer(0, 100_000_000);
const YEAR: super::Kind = Integer(1900, 2200);
const SHARE: super::Kind = Number(0.0, 1.0);
const MINUTES: super::Kind = Number(0.0, 1440.0);
const LAT: Column = Column::new(
    "lat",
    Number(-90.0, 90.0),
    "Latitude, WGS 84.",
    "Ģeogrāfiskais platums, WGS 84.",
)
.unit("°");
const LON: Column = Column::new(
    "lon",
    Number(-180.0, 180.0),
    "Longitude, WGS 84.",
    "Ģeogrāfiskais garums, WGS 84.",
)
.unit("°");
const SOURCE: Column = Column::new(
    "source",
    Text,
    "Where the row comes from; a derived or estimated figure says so.",
    "No kurienes rinda ņemta; aprēķināts vai novērtēts skaitlis to norāda.",
);
const TERRITORY: Column = Column::new("territory", Id, "The territory.", "Teritorija.")
    .required()
    .refers(&["territories"]);
const SERVICE: Column = Column::new("service", Id, "The service.", "Pakalpojums.")
    .required()
    .refers(&["services"]);
const TARGET_GROUP: Column = Column::new(
    "target_group",
    Id,
    "Who they are, such as GRT.",
    "Mērķa grupa, piemēram, GRT.",
)
.required();
const NAME: Column = Column::new("name", Text, "Name.", "Nosaukums.").required();
const PERSONS: Column = Column::new("persons", COUNT, "How many people.", "Cik cilvēku.")
    .required()
    .unit("persons");
const HOST: Column = Column::new(
    "host",
    Id,
    "The territory on which it stands.",
    "Teritorija, kurā tā atrodas.",
)
.required()
.refers(&["territories"]);

/// Every table of a package, in the order in which they are explained.
pub static TABLES: &[Table] = &[
    Table {
        name: "territories",
        required: true,
        key: &["id"],
        en: "A planning region, state city, municipality, parish or town, with the time for which it exists.",
        lv: "Plānošanas reģions, valstspilsēta, novads, pagasts vai pilsēta ar laiku, kurā tā pastāv.",
        columns: &[
            Column::new("id", Id, "The ATVK code.", "ATVK kods.").required(),
            Column::new("name_lv", Text, "Latvian name.", "Nosaukums latviski.").required(),
            Column::new("name_en", Text, "English name; empty: the Latvian one.", "Nosaukums angliski; tukšs: latviskais."),
            Column::new("kind", Code(words!(TerritoryKind)), "What it is.", "Teritorijas veids.").required(),
            Column::new("parent", Id, "The territory in which it lies.", "Teritorija, kurā tā ietilpst.").refers(&["territories"]),
            Column::new("valid_from", Date, "First day on which it exists.", "Pirmā diena, kurā tā pastāv."),
            Column::new("valid_to", Date, "Last day on which it exists.", "Pēdējā diena, kurā tā pastāv."),
            Column::new("successors", List, "Who takes over its duties.", "Kas pārņem tās pienākumus.").refers(&["territories"]),
        ],
    },
    Table {
        name: "partners",
        required: false,
        key: &["territory", "status"],
        en: "How far a municipality has joined. Only partners may own sites that a partners-only scheme pays.",
        lv: "Cik tālu pašvaldība ir pievienojusies. Tikai partneriem var piederēt vietas, ko maksā partneriem paredzēta shēma.",
        columns: &[
            TERRITORY,
            Column::new("status", Code(words!(PartnerStatus)), "How far it has joined.", "Pievienošanās stāvoklis.").required(),
            Column::new("date", Date, "Since when.", "Kopš kura datuma."),
            SOURCE,
        ],
    },
    Table {
        name: "wishes",
        required: false,
        key: &["territory", "service"],
        en: "What a municipality says of a service on its territory.",
        lv: "Ko pašvaldība saka par pakalpojumu savā teritorijā.",
        columns: &[
            TERRITORY,
            SERVICE,
            Column::new("stance", Code(words!(Stance)), "What it says.", "Attieksme.").required(),
            Column::new("own_money_eur", Money, "Its own building money offered for the service.", "Pašvaldības piedāvātā nauda būvniecībai.")
                .unit("EUR"),
            Column::new("note", Text, "Its words.", "Pašvaldības paskaidrojums."),
            SOURCE,
        ],
    },
    Table {
        name: "places",
        required: true,
        key: &["id"],
        en: "A settlement where people live.",
        lv: "Apdzīvota vieta.",
        columns: &[
            Column::new("id", Id, "Id.", "Identifikators.").required(),
            NAME,
            Column::new("territory", Id, "The smallest territory given in which it lies.", "Mazākā dotā teritorija, kurā tā atrodas.")
                .required()
                .refers(&["territories"]),
            LAT.required(),
            LON.required(),
            Column::new("population", COUNT, "Residents.", "Iedzīvotāju skaits.").unit("persons"),
            SOURCE,
        ],
    },
    Table {
        name: "population",
        required: false,
        key: &["territory", "year", "sex", "age_from", "age_to", "target_group"],
        en: "Residents of a territory, or those of a target group, by year, and where known by sex and age.",
        lv: "Teritorijas iedzīvotāji vai tās mērķa grupas cilvēki pa gadiem un, ja zināms, pēc dzimuma un vecuma.",
        columns: &[
            TERRITORY,
            Column::new("year", YEAR, "Year (1 January).", "Gads (1. janvāris).").required(),
            Column::new("sex", Text, "Sex; empty: both.", "Dzimums; tukšs: abi."),
            Column::new("age_from", Integer(0, 150), "First age, inclusive.", "Vecums no, ieskaitot.").unit("years"),
            Column::new("age_to", Integer(0, 150), "Last age, inclusive.", "Vecums līdz, ieskaitot.").unit("years"),
            Column::new(
                "target_group",
                Id,
                "Whom the row counts, such as FT (children with disability); empty: all residents. Such rows are never counted as residents.",
                "Ko rinda skaita, piemēram, FT (bērni ar invaliditāti); tukšs: visus iedzīvotājus. Šādas rindas nekad neskaita pie iedzīvotājiem.",
            ),
            PERSONS,
            SOURCE,
        ],
    },
    Table {
        name: "services",
        required: true,
        key: &["id"],
        en: "A kind of service from the catalogue, with its standards and costs.",
        lv: "Pakalpojuma veids no kataloga ar tā standartiem un izmaksām.",
        columns: &[
            Column::new("id", Id, "Id.", "Identifikators.").required(),
            Column::new("name_lv", Text, "Latvian name.", "Nosaukums latviski.").required(),
            Column::new("name_en", Text, "English name; empty: the Latvian one.", "Nosaukums angliski; tukšs: latviskais."),
            Column::new("target_groups", List, "Who may receive it.", "Kas to var saņemt.").required(),
            Column::new(
                "delivery",
                Code(words!(Delivery)),
                "Where it is given: in a centre, where the client lives (residential), at the client's home (mobile).",
                "Kur to sniedz: centrā (centre), klienta jaunajā dzīvesvietā (residential), klienta mājās (mobile).",
            )
            .required(),
            Column::new(
                "profile",
                Id,
                "How people get there: a profile of travel.csv, else of the roads or timetables, else of the scenario's speeds.",
                "Kā nokļūst: travel.csv profils, citādi ceļu vai kustību sarakstu profils, citādi scenārija ātruma profils.",
            )
            .required(),
            Column::new(
                "visits_per_year",
                Positive,
                "Round trips a person and year (centre: the client's, residential: the family's). Empty for mobile services.",
                "Braucieni turp un atpakaļ gadā uz cilvēku (centrā: klienta; dzīvesvietā: ģimenes). Mobiliem pakalpojumiem tukšs.",
            )
            .unit("1/year"),
            Column::new("standard_min", MINUTES, "Minutes one way that count as near.", "Minūtes vienā virzienā, kas vēl ir tuvu.")
                .required()
                .unit("min"),
            Column::new(
                "limit_min",
                MINUTES,
                "Minutes one way beyond which nobody is served.",
                "Minūtes vienā virzienā, aiz kurām neviens vairs netiek apkalpots.",
            )
            .required()
            .unit("min"),
            Column::new(
                "sizes",
                Integers,
                "Sizes in which it may open, rising: places, for mobile services workers.",
                "Iespējamie lielumi augošā secībā: vietas, mobiliem pakalpojumiem darbinieki.",
            )
            .required()
            .unit("places"),
            Column::new(
                "persons_per_place",
                Positive,
                "People whom one place serves. Empty for mobile services.",
                "Cik cilvēku apkalpo viena vieta. Mobiliem pakalpojumiem tukšs.",
            ),
            Column::new("hours_per_worker_week", Positive, "Mobile: paid hours a worker and week.", "Mobiliem: darbinieka apmaksātās stundas nedēļā.")
                .unit("h/week"),
            Column::new("visit_hours", Positive, "Mobile: hours of one visit.", "Mobiliem: viena apmeklējuma stundas.").unit("h"),
            Column::new("capital_eur_per_place", Money, "Building money a place.", "Būvniecības izmaksas uz vietu.").required().unit("EUR"),
            Column::new("site_eur_per_year", Money, "Running cost a site and year.", "Uzturēšanas izmaksas gadā uz ēku.").required().unit("EUR/year"),
            Column::new(
                "place_eur_per_year",
                Money,
                "Running cost a used place (mobile: a fully used worker) and year.",
                "Izmaksas gadā uz izmantotu vietu (mobiliem: pilnībā noslogotu darbinieku).",
            )
            .required()
            .unit("EUR/year"),
            Column::new("staff_per_place", Number(0.0, 100.0), "Staff posts a place (mobile: a worker).", "Amata vienības uz vietu (mobiliem: uz darbinieku).")
                .required(),
            Column::new(
                "min_occupancy",
                SHARE,
                "Least share of what newly opens that must be used.",
                "Mazākā daļa no jaunatvērtā, kam jābūt izmantotai.",
            )
            .required(),
            Column::new(
                "max_per_site",
                Integer(1, 1_000_000),
                "Most places at one site, existing ones included.",
                "Lielākais vietu skaits vienā ēkā kopā ar esošajām.",
            )
            .unit("places"),
            Column::new(
                "unmet_eur",
                Money,
                "What a person-year without the service costs society.",
                "Cik sabiedrībai izmaksā cilvēka gads bez pakalpojuma.",
            )
            .required()
            .unit("EUR/year"),
            SOURCE,
        ],
    },
    Table {
        name: "needs",
        required: true,
        key: &[],
        en: "People not served today, by place or by territory.",
        lv: "Cilvēki, kas šodien pakalpojumu nesaņem, pēc vietas vai teritorijas.",
        columns: &[
            Column::new("place", Id, "Where they live; or else the territory.", "Kur viņi dzīvo; vai arī teritorija.").refers(&["places"]),
            Column::new(
                "territory",
                Id,
                "They live somewhere in it: they are spread over its places by population.",
                "Viņi dzīvo kaut kur tajā: tos sadala pa tās vietām pēc iedzīvotāju skaita.",
            )
            .refers(&["territories"]),
            TARGET_GROUP,
            SERVICE,
            PERSONS,
            Column::new("hours_per_week", Number(0.01, 168.0), "Mobile services: hours a person and week.", "Mobiliem pakalpojumiem: stundas nedēļā uz cilvēku.")
                .unit("h/week"),
            Column::new("year", YEAR, "The year for which it holds; empty: every year.", "Gads, uz kuru tas attiecas; tukšs: visi gadi."),
            Column::new("scenario", Text, "The demand scenario; empty: every one.", "Pieprasījuma scenārijs; tukšs: visi."),
            SOURCE,
        ],
    },
    Table {
        name: "bundles",
        required: false,
        key: &[],
        en: "People who need several services together; they are among those of needs.csv.",
        lv: "Cilvēki, kam vajag vairākus pakalpojumus kopā; viņi jau ir ieskaitīti needs.csv.",
        columns: &[
            Column::new("place", Id, "Where they live.", "Kur viņi dzīvo.").required().refers(&["places"]),
            TARGET_GROUP,
            Column::new("services", List, "What each of them needs.", "Kas katram no viņiem vajadzīgs.").required().refers(&["services"]),
            PERSONS,
            SOURCE,
        ],
    },
    Table {
        name: "moves",
        required: false,
        key: &[],
        en: "People who leave an institution, in addition to needs.csv.",
        lv: "Cilvēki, kas pāriet no institūcijas; papildus needs.csv.",
        columns: &[
            Column::new("institution", Id, "Where they live now.", "Kur viņi dzīvo tagad.").required().refers(&["institutions"]),
            Column::new("destination", Id, "The place of their choice.", "Viņu izvēlētā dzīvesvieta.").required().refers(&["places"]),
            TARGET_GROUP,
            Column::new("services", List, "What each of them needs there.", "Kas katram no viņiem tur vajadzīgs.").required().refers(&["services"]),
            PERSONS,
            Column::new("year", YEAR, "The year of the move; empty: the plan year.", "Pārcelšanās gads; tukšs: plāna gads."),
        ],
    },
    Table {
        name: "institutions",
        required: false,
        key: &["id"],
        en: "An institution of long-term care.",
        lv: "Ilgstošas aprūpes institūcija.",
        columns: &[
            Column::new("id", Id, "Id.", "Identifikators.").required(),
            NAME,
            Column::new("kind", Text, "What it is, such as VSAC.", "Institūcijas veids, piemēram, VSAC."),
            LAT.required(),
            LON.required(),
            Column::new("residents", COUNT, "Residents.", "Iemītnieku skaits.").unit("persons"),
            Column::new("admissions_per_year", COUNT, "Admissions a year.", "Uzņemto skaits gadā.").unit("persons/year"),
            Column::new("waiting", COUNT, "People waiting.", "Rindā gaidošie.").unit("persons"),
            Column::new("planned", Code(words!(InstitutionPlan)), "What is to become of it.", "Kas ar to plānots."),
            SOURCE,
        ],
    },
    Table {
        name: "sites",
        required: false,
        key: &["id"],
        en: "A site that exists.",
        lv: "Esoša pakalpojumu sniegšanas vieta.",
        columns: &[
            Column::new("id", Id, "Id; no candidate has the same.", "Identifikators; nevienam kandidātam nav tāda paša.").required(),
            NAME,
            Column::new("place", Id, "The place at which it stands.", "Apdzīvotā vieta, kurā tā atrodas.").refers(&["places"]),
            LAT,
            LON,
            HOST,
            Column::new("owner", Id, "The territory that owns it.", "Teritorija, kurai tā pieder.").required().refers(&["territories"]),
            Column::new(
                "accessible",
                Bool,
                "Whether people with impaired movement can use it.",
                "Vai to var izmantot cilvēki ar kustību traucējumiem.",
            ),
            SOURCE,
        ],
    },
    Table {
        name: "offers",
        required: false,
        key: &["site", "service"],
        en: "A service given at an existing site.",
        lv: "Pakalpojums, ko sniedz esošā vietā.",
        columns: &[
            Column::new("site", Id, "The site.", "Pakalpojumu sniegšanas vieta.").required().refers(&["sites"]),
            SERVICE,
            Column::new("places", COUNT, "Places (mobile: workers).", "Vietas (mobiliem: darbinieki).").required().unit("places"),
            Column::new("places_taken", COUNT, "Places already taken.", "Jau aizņemtās vietas.").required().unit("places"),
            Column::new("payer", Payer, "Who pays its running: eu, state or a municipality.", "Kas maksā: eu, state vai pašvaldība.")
                .required()
                .refers(&["territories"]),
            Column::new("funded_by", Text, "The programme that funds it; empty: own budget.", "Finansējošā programma; tukšs: pašu budžets."),
            Column::new("until_year", YEAR, "Last year in which it is given; empty: without end.", "Pēdējais sniegšanas gads; tukšs: bez termiņa."),
            SOURCE,
        ],
    },
    Table {
        name: "candidates",
        required: false,
        key: &["id"],
        en: "A site where something may be built or improved.",
        lv: "Vieta, kur var būvēt vai pielāgot.",
        columns: &[
            Column::new("id", Id, "Id; no existing site has the same.", "Identifikators; nevienai esošai vietai nav tāda paša.").required(),
            NAME,
            Column::new("place", Id, "The place at which it stands.", "Apdzīvotā vieta, kurā tā atrodas.").refers(&["places"]),
            LAT,
            LON,
            HOST,
            Column::new("owner", Id, "The territory that would own it.", "Teritorija, kurai tā piederētu.").required().refers(&["territories"]),
            Column::new("expands", Id, "The existing site that it enlarges.", "Esošā vieta, ko tā paplašina.").refers(&["sites"]),
            Column::new("services", List, "Services that may open there; empty: any.", "Pakalpojumi, ko tur var atvērt; tukšs: jebkurš.")
                .refers(&["services"]),
            Column::new(
                "site_capital_eur",
                Money,
                "Building money once for the site, whatever opens; empty: 0.",
                "Vienreizējas būvniecības izmaksas vietai, lai ko tur atvērtu; tukšs: 0.",
            )
            .unit("EUR"),
            Column::new(
                "capital_factor",
                Positive,
                "Factor on the services' building money a place; empty: 1.",
                "Koeficients pakalpojuma būvniecības izmaksām uz vietu; tukšs: 1.",
            ),
            Column::new(
                "max_places",
                COUNT,
                "Most new places over all services (workers do not count); empty: no limit.",
                "Lielākais jauno vietu skaits kopā (darbinieki neskaitās); tukšs: bez ierobežojuma.",
            )
            .unit("places"),
            Column::new("flags", Codes(words!(CandidateFlag)), "Marks that the rules look at.", "Pazīmes, ko aplūko noteikumi."),
            SOURCE,
        ],
    },
    Table {
        name: "schemes",
        required: false,
        key: &["id"],
        en: "A way in which a measure may be paid. Without schemes the owner pays everything.",
        lv: "Veids, kā pasākumu var apmaksāt. Bez shēmām visu maksā īpašnieks.",
        columns: &[
            Column::new("id", Id, "Id.", "Identifikators.").required(),
            Column::new("services", List, "Services that it pays; empty: any.", "Pakalpojumi, ko tā maksā; tukšs: jebkurš.").refers(&["services"]),
            Column::new("partners_only", Bool, "Whether only partners' sites may be paid by it.", "Vai ar to var maksāt tikai par partneru vietām.").required(),
            Column::new("eligible_share", SHARE, "Eligible share of the building money.", "Attiecināmā daļa no būvniecības izmaksām.").required(),
            Column::new("eu", SHARE, "The EU's share of the eligible part.", "ES daļa attiecināmajās izmaksās.").required(),
            Column::new("state", SHARE, "The state's share of the eligible part.", "Valsts daļa attiecināmajās izmaksās.").required(),
            Column::new(
                "municipality",
                SHARE,
                "The municipality's share of the eligible part; what the three leave is the owner's too.",
                "Pašvaldības daļa attiecināmajās izmaksās; atlikumu arī maksā īpašnieks.",
            )
            .required(),
            Column::new(
                "running_until_year",
                YEAR,
                "Until this year running cost is shared in the same way; afterwards, or empty, it is the owner's.",
                "Līdz šim gadam uzturēšanas izmaksas dala tāpat; pēc tam vai ja tukšs, maksā īpašnieks.",
            ),
        ],
    },
    Table {
        name: "funds",
        required: false,
        key: &["payer", "territory", "year"],
        en: "A ceiling on building money. No row, no ceiling.",
        lv: "Būvniecības naudas griesti. Nav rindas – nav griestu.",
        columns: &[
            Column::new("payer", Payer, "eu, state or a municipality.", "eu, state vai pašvaldība.").required().refers(&["territories"]),
            Column::new(
                "territory",
                Id,
                "For sites whose owner lies in it; empty: the whole region.",
                "Vietām, kuru īpašnieks tajā ietilpst; tukšs: viss reģions.",
            )
            .refers(&["territories"]),
            Column::new("year", YEAR, "In this year; empty: in all.", "Šajā gadā; tukšs: visos."),
            Column::new("ceiling_eur", Money, "The most that it pays.", "Lielākā summa, ko tas maksā.").required().unit("EUR"),
        ],
    },
    Table {
        name: "obstacles",
        required: false,
        key: &[],
        en: "What keeps people from a service or from a kind of general service.",
        lv: "Kas cilvēkiem traucē saņemt pakalpojumu vai vispārējo pakalpojumu.",
        columns: &[
            TERRITORY,
            Column::new("target_group", Id, "For whom; empty: for all.", "Kam; tukšs: visiem."),
            Column::new("service", Id, "The service; or else the kind.", "Pakalpojums; vai arī veids.").refers(&["services"]),
            Column::new("kind", Code(words!(GeneralServiceKind)), "The kind of general service.", "Vispārējo pakalpojumu veids."),
            Column::new("text_lv", Text, "What it is, in Latvian.", "Apraksts latviski.").required(),
            Column::new("text_en", Text, "What it is, in English; empty: the Latvian text.", "Apraksts angliski; tukšs: latviskais teksts."),
            Column::new("severity", Code(words!(Severity)), "How much it hinders.", "Cik ļoti tas traucē.").required(),
            SOURCE,
        ],
    },
    Table {
        name: "general_services",
        required: false,
        key: &["id"],
        en: "A general service: hospital, school, bus station and the like.",
        lv: "Vispārējs pakalpojums: slimnīca, skola, autoosta un tamlīdzīgi.",
        columns: &[
            Column::new("id", Id, "Id.", "Identifikators.").required(),
            Column::new("kind", Code(words!(GeneralServiceKind)), "Its kind.", "Veids.").required(),
            NAME,
            LAT.required(),
            LON.required(),
            SOURCE,
        ],
    },
    Table {
        name: "travel",
        required: false,
        key: &["from", "to", "profile"],
        en: "How far a place is from a site. Without the table it is reckoned on roads.osm.pbf; without both, from great-circle distances.",
        lv: "Cik tālu vieta ir no pakalpojuma sniegšanas vietas. Bez tabulas to rēķina pēc roads.osm.pbf, bez abiem — pēc attāluma pa lielo loku.",
        columns: &[
            Column::new("from", Id, "The place.", "Apdzīvotā vieta.").required().refers(&["places"]),
            Column::new("to", Id, "A site, a candidate, a place or a general service.", "Vieta, kandidāts, apdzīvota vieta vai vispārējs pakalpojums.")
                .required()
                .refers(&["sites", "candidates", "places", "general_services"]),
            Column::new("seconds", Integer(0, 864_000), "Seconds one way; empty: there is no way.", "Sekundes vienā virzienā; tukšs: ceļa nav.").unit("s"),
            Column::new("metres", Integer(0, 100_000_000), "Metres one way.", "Metri vienā virzienā.").unit("m"),
            Column::new("profile", Text, "How people travel; empty: however.", "Pārvietošanās veids; tukšs: jebkurš."),
        ],
    },
];

/// A file of points, whatever its name: what `tuvak travel` reads.
pub static POINTS: Table = Table {
    name: "points",
    required: true,
    key: &["id"],
    en: "A point whose travel times are wanted. Not a table of the package: an input of `tuvak travel`, under any name. Other columns are passed over.",
    lv: "Punkts, kura ceļa laikus rēķina. Tā nav paketes tabula, bet komandas `tuvak travel` ievaddatne ar jebkuru nosaukumu. Citas slejas neņem vērā.",
    columns: &[
        Column::new(
            "id",
            Id,
            "Id; in a file without the column it is the row's number.",
            "Identifikators; datnē bez šīs slejas tas ir rindas numurs.",
        ),
        LAT.required(),
        LON.required(),
    ],
};

/// A list of changed roads, whatever its name: `--changes` of `tuvak travel`.
pub static CHANGES: Table = Table {
    name: "changes",
    required: true,
    key: &["way"],
    en: "A road that is closed or driven at another speed. Not a table of the package: `--changes` of `tuvak travel`, under any name. Other columns are passed over.",
    lv: "Ceļš, kas slēgts vai pa kuru brauc ar citu ātrumu. Tā nav paketes tabula, bet komandas `tuvak travel` iespējas `--changes` datne ar jebkuru nosaukumu. Citas slejas neņem vērā.",
    columns: &[
        Column::new(
            "way",
            Integer(1, i64::MAX),
            "Id of the way, as openstreetmap.org shows it.",
            "Līnijas identifikators, kādu to rāda openstreetmap.org.",
        )
        .required(),
        Column::new(
            "speed_kmh",
            Number(0.0, 300.0),
            "Speed; 0: closed.",
            "Ātrums; 0: slēgts.",
        )
        .unit("km/h")
        .required(),
    ],
};
