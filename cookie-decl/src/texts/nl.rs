//! The built-in texts in Dutch.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "nl",
    name: "Nederlands",
    title: "Cookiebeleid",
    columns: Columns {
        cookie: "Cookie",
        provider: "Aanbieder",
        function: "Functie",
        purpose: "Doel",
        duration: "Bewaartermijn",
        attributes: "Attributen",
        set_by: "Geplaatst door",
        party: "Eigen of van derden",
        storage: "Soort",
        basis: "Rechtsgrond",
        note: "Opmerking",
    },
    about: About {
        heading: "Wat is een cookie?",
        paragraphs: &[
            "Een cookie is een korte tekst met een naam. Een website vraagt uw browser om die te bewaren; de \
             browser toont die opnieuw aan de website bij elke pagina die u daar opent, tot de cookie verloopt of \
             wordt verwijderd.",
            "Websites gebruiken cookies voor van alles: om u ingelogd te houden, om te onthouden wat er in uw \
             winkelmandje zit, of om u te herkennen voor statistieken of advertenties.",
        ],
        storage: "Websites kunnen ook op andere plaatsen in uw browser gegevens bewaren, bijvoorbeeld in de lokale \
                  opslag, of via een afbeelding die uw browser laadt, te weten komen dat u op bezoek bent. Waar op \
                  deze pagina ‘cookies’ staat, worden ook die bedoeld.",
        kinds: "Cookies verschillen in waarvoor ze dienen en wie ze plaatst:",
        kind: &[
            (
                "Noodzakelijke cookies",
                " bevatten wat een website nodig heeft om van pagina tot pagina, of van bezoek tot bezoek, te werken: \
                 dat u bent ingelogd, wat er in uw winkelmandje zit, in welke taal u leest. In de regel mag een website \
                 ze plaatsen zonder het u te vragen.",
            ),
            (
                "Statistische cookies",
                " laten zien hoe een website wordt gebruikt. In de regel is daarvoor uw toestemming nodig; \
                 uitzonderingen zijn mogelijk als de cijfers niet tot een persoon te herleiden zijn.",
            ),
            (
                "Eigen cookies",
                " worden geplaatst door de website die u bezoekt. Sommige zijn noodzakelijk; andere dienen om \
                 persoonsgegevens te verzamelen, te volgen wat bezoekers doen of advertenties te tonen.",
            ),
            (
                "Cookies van derden",
                " worden geplaatst door of voor iemand anders, vaak een advertentiebedrijf, terwijl u een website \
                 bezoekt. Ze kunnen dat bedrijf laten weten welke pagina’s u daar opent, en meer over u.",
            ),
        ],
    },
    used: Used {
        heading_on: ["Cookies op ", ""],
        heading: "Cookies op deze website",
        nothing: "Voor deze website zijn geen cookies opgegeven.",
        hole: [
            "In een naam staat een deel tussen punthaken, zoals ",
            ", voor tekens die wisselen.",
        ],
        exempt: "Wij gebruiken deze cookies zonder uw toestemming te vragen.",
        opt_in: "Wij gebruiken deze cookies alleen met uw toestemming.",
        opt_out: "Wij gebruiken deze cookies, tenzij u bezwaar maakt.",
        object: [
            "U kunt op elk moment bezwaar maken via de ",
            "cookie-instellingen",
            ".",
        ],
        object_no_link: "U kunt op elk moment bezwaar maken door het ons te laten weten.",
        gpc: "Als uw browser het signaal Global Privacy Control verstuurt, zien wij dat als een weigering.",
        empty: "Op dit moment gebruiken wij niets in deze categorie.",
        caption: ["In detail: ", ""],
        any_of: ["alle cookies van ", ""],
        any: "alle cookies van deze derde partij",
    },
    scope: Scope {
        around: [" (", ")"],
        separator: ", ",
        path: "pad ",
        domain: "domein ",
    },
    set_by: SetByTexts {
        server: "deze website",
        script: "een script dat in uw browser wordt uitgevoerd",
        other: "de techniek waarop deze website draait",
        third_party: "een derde partij",
        third_party_domain: ["", " (derde partij)"],
    },
    party: PartyTexts {
        first: "eigen",
        third: "van derden",
    },
    basis: BasisTexts {
        consent: "toestemming",
        contract: "overeenkomst",
        legal_obligation: "wettelijke verplichting",
        vital_interests: "vitale belangen",
        public_task: "taak van algemeen belang",
        legitimate_interests: "gerechtvaardigde belangen",
    },
    storage: StorageTexts {
        cookie: "cookie",
        local_storage: "lokale opslag",
        session_storage: "sessieopslag",
        indexed_db: "browserdatabase (IndexedDB)",
        pixel: "trackingpixel",
    },
    duration: DurationTexts {
        second: Forms::Germanic {
            one: "{n} seconde",
            other: "{n} seconden",
        },
        minute: Forms::Germanic {
            one: "{n} minuut",
            other: "{n} minuten",
        },
        hour: Forms::Germanic {
            one: "{n} uur",
            other: "{n} uur",
        },
        day: Forms::Germanic {
            one: "{n} dag",
            other: "{n} dagen",
        },
        week: Forms::Germanic {
            one: "{n} week",
            other: "{n} weken",
        },
        month: Forms::Germanic {
            one: "{n} maand",
            other: "{n} maanden",
        },
        year: Forms::Germanic {
            one: "{n} jaar",
            other: "{n} jaar",
        },
        less_than_a_second: "minder dan een seconde",
        rolling: ["", " na uw laatste bezoek"],
        session: "tot u uw browser sluit",
        tab: "tot u het tabblad sluit",
        persistent: "tot u deze gegevens verwijdert",
        unknown: "niet vermeld door de aanbieder",
        nothing: "er wordt niets op uw apparaat bewaard",
        or: " of ",
        kept: ["; browsers bewaren de cookie maximaal ", ""],
    },
    choice: Choice {
        heading: "Uw keuze",
        link: [
            "U kunt uw keuze op elk moment wijzigen via de ",
            "cookie-instellingen",
            ".",
        ],
        elsewhere: ["U maakt en wijzigt uw keuze met ", " op deze site."],
        no_link: "U kunt uw keuze op elk moment wijzigen op de plaats waar u die hebt gemaakt.",
        object_no_link: "Wat wij gebruiken tenzij u bezwaar maakt, kunt u op elk moment weigeren door het ons te \
                         laten weten.",
        browser: "U kunt cookies ook verwijderen of blokkeren in de instellingen van uw browser. Als u cookies \
                  blokkeert die de website nodig heeft, werken delen ervan mogelijk niet meer.",
    },
    ask: Ask {
        heading: "Cookies op deze website",
        question: [
            "Wij bewaren wat deze website nodig heeft om te werken. Met uw toestemming zouden wij ook gebruiken: ",
            ". U kunt uw keuze op elk moment wijzigen.",
        ],
        unobjected: ["Tenzij u bezwaar maakt, gebruiken we ook: ", "."],
        separator: ", ",
        policy: "Lees ons cookiebeleid",
        accept: "Alles accepteren",
        refuse: "Alles weigeren",
        choose: "Kiezen",
        save: "Mijn keuze opslaan",
        settings: "Cookie-instellingen",
        explanation: "Kies wat er op uw apparaat mag worden bewaard. U kunt hier op elk moment terugkomen en uw \
                      keuze wijzigen.",
        allow: "Toestaan: ",
        present: "Uw huidige keuze",
        decided: ["U hebt uw keuze gemaakt op ", "."],
        saved: "Uw keuze is opgeslagen.",
        failed: "Uw keuze kon niet worden opgeslagen. Probeer het opnieuw.",
        changed: [
            "Sinds uw laatste keuze hebben wij gewijzigd wat wij gebruiken voor: ",
            ".",
        ],
        expired: "Uw laatste keuze is te lang geleden om nog te gelden.",
        back: "Terug",
        states: States {
            always: "Altijd in gebruik: de website heeft ze nodig.",
            agreed: "In gebruik: u hebt toestemming gegeven.",
            refused: "Niet in gebruik: u hebt geweigerd.",
            undecided: "Niet in gebruik: u hebt nog niet gekozen.",
            unobjected: "In gebruik: u hebt geen bezwaar gemaakt.",
            signal: "Niet in gebruik: uw browser verstuurt het signaal Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Aanbieders",
        introduction: "Deze aanbieders staan achter de cookies op deze pagina:",
        separator: "; ",
        third_party: "derde partij die kan lezen wat er wordt bewaard",
        country: "land: ",
        domain: "domein: ",
        privacy: "privacyverklaring: ",
        opt_out: "bezwaar maken: ",
        contact: "contact: ",
        address: "adres: ",
        transfer: "doorgifte van gegevens: ",
    },
    controller: Controller {
        heading: "Verwerkingsverantwoordelijke",
        officer: "functionaris voor gegevensbescherming: ",
        authority: "toezichthoudende autoriteit: ",
    },
    version: "Versie: ",
    last_updated: "Laatst bijgewerkt: ",
    date: DateTexts {
        pattern: "{day} {month} {year}",
        first: "1",
        months: [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
    },
    between_sentences: " ",
};
