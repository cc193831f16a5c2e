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
        basis: "Grondslag",
        note: "Opmerking",
    },
    about: About {
        heading: "Wat is een cookie?",
        cookies: "Een cookie is een korte tekst met een naam. Een website vraagt uw browser om de \
                  cookie op te slaan. De browser stuurt de cookie terug naar de website bij elke \
                  pagina die u daar opent, tot de cookie verloopt of wordt verwijderd.",
        uses: "Websites gebruiken cookies voor allerlei doelen: om u ingelogd te houden, om te \
               onthouden wat er in uw winkelmandje zit, of om u te herkennen als u terugkomt, \
               voor statistieken of advertenties.",
        storage: "Websites kunnen ook op andere plaatsen in uw browser gegevens opslaan, \
                  bijvoorbeeld in de lokale opslag, of via een afbeelding die uw browser laadt te \
                  weten komen dat u de website bezoekt. Waar op deze pagina ‘cookies’ staat, \
                  worden ook deze technieken bedoeld.",
        kinds: "Cookies verschillen in doel en in wie ze plaatst:",
        kind: [
            [
                "Noodzakelijke cookies",
                " bevatten wat een website nodig heeft om van pagina tot pagina en van bezoek tot \
                 bezoek te werken: bijvoorbeeld of u bent ingelogd, wat er in uw winkelmandje zit \
                 en welke taal u hebt gekozen. Volgens de wet mag een website ze meestal plaatsen \
                 zonder het u te vragen.",
            ],
            [
                "Analytische cookies",
                " laten zien hoe een website wordt gebruikt. Meestal is daarvoor uw toestemming \
                 nodig; sommige landen maken uitzonderingen, bijvoorbeeld voor het eenvoudig \
                 tellen van bezoeken.",
            ],
            [
                "Eigen cookies",
                " horen bij het domein van de website die u bezoekt. Sommige zijn noodzakelijk. \
                 Andere onthouden uw voorkeuren, tellen bezoeken of dienen voor advertenties.",
            ],
            [
                "Cookies van derden",
                " horen bij het domein van een andere partij, vaak een advertentiebedrijf, en \
                 worden geplaatst terwijl u een website bezoekt. Daarmee kan die partij zien \
                 welke pagina’s u opent en u op andere websites herkennen.",
            ],
        ],
    },
    used: Used {
        heading_on: ["Cookies op ", ""],
        heading: "Cookies op deze website",
        nothing: "Deze website heeft geen cookies opgegeven.",
        hole: [
            "In een naam kan het deel tussen punthaken, zoals ",
            ", verschillen.",
        ],
        exempt: "Voor deze cookies is uw toestemming niet nodig.",
        opt_in: "Wij gebruiken deze cookies alleen met uw toestemming.",
        opt_out: "Wij gebruiken deze cookies, tenzij u bezwaar maakt.",
        object: [
            "U kunt op elk moment bezwaar maken via de ",
            "cookie-instellingen",
            ".",
        ],
        object_no_link: "U kunt op elk moment bezwaar maken door contact met ons op te nemen.",
        gpc: "Als uw browser het signaal Global Privacy Control verstuurt, vatten wij dat op \
              als bezwaar.",
        signal: "Als uw browser het signaal Global Privacy Control verstuurt, vatten wij dat op \
                 als bezwaar, tenzij u ons iets anders laat weten.",
        advanced: [
            "Met onze pagina’s worden programma’s van ",
            " geladen, wat u ook kiest. Zolang deze categorie niet is toegestaan, krijgen ze \
             dat te horen en mogen ze niets op uw apparaat opslaan. Hun servers zien ook dan uw \
             IP-adres en welke pagina u bezoekt.",
        ],
        advanced_unnamed: "Met onze pagina’s worden programma’s van deze categorie geladen, wat \
                           u ook kiest. Zolang deze categorie niet is toegestaan, krijgen ze \
                           dat te horen en mogen ze niets op uw apparaat opslaan. Hun servers \
                           zien ook dan uw IP-adres en welke pagina u bezoekt.",
        empty: "Op dit moment gebruiken wij niets in deze categorie.",
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
        other: "de software waarop deze website draait",
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
        session: "browsersessie",
        tab: "tabbladsessie",
        persistent: "tot u het verwijdert",
        unknown: "niet vermeld door de aanbieder",
        nothing: "er wordt niets op uw apparaat opgeslagen",
        or: ", of ",
        kept: ["; browsers bewaren de cookie maximaal ", ""],
    },
    choice: Choice {
        heading: "Uw keuze",
        link: [
            "U kunt uw keuze op elk moment wijzigen via de ",
            "cookie-instellingen",
            ".",
        ],
        elsewhere: [
            "U kunt uw keuze maken en wijzigen met ",
            " op deze website.",
        ],
        no_link: "U kunt uw keuze op elk moment wijzigen op de plaats waar u die hebt gemaakt.",
        object_no_link: "Sommige cookies gebruiken wij tenzij u bezwaar maakt. U kunt op elk moment \
                         bezwaar maken door contact met ons op te nemen.",
        browser: "U kunt cookies ook verwijderen of blokkeren in de instellingen van uw browser. \
                  Als u cookies blokkeert die de website nodig heeft, werken delen van de website \
                  mogelijk niet meer.",
    },
    ask: Ask {
        heading: "Cookies op deze website",
        question: [
            "Wij slaan op wat deze website nodig heeft om te werken. Wij vragen uw \
             toestemming om gegevens op te slaan en te lezen voor: ",
            ". U kunt uw keuze op elk moment wijzigen.",
        ],
        unobjected: [
            "Tenzij u bezwaar maakt, bewaren en lezen wij ook gegevens voor: ",
            ".",
        ],
        separator: ", ",
        policy: "Lees ons cookiebeleid",
        accept: "Alles accepteren",
        refuse: "Alles weigeren",
        choose: "Zelf instellen",
        save: "Mijn keuze opslaan",
        settings: "Cookie-instellingen",
        explanation: "Kies wat wij mogen gebruiken. U kunt hier op elk moment terugkomen en uw keuze \
                      wijzigen.",
        allow: "Toestaan: ",
        stored: "Wat er wordt opgeslagen, door wie en hoe lang",
        present: "Huidige instellingen",
        decided: ["U hebt deze keuze gemaakt op ", "."],
        identifier: [
            "De cookie ",
            " bevat een willekeurige code. Die verbindt uw keuzes met elkaar, zodat wij ze aan u kunnen tonen of kunnen verwijderen.",
        ],
        saved: "Uw keuze is opgeslagen.",
        failed: "Uw keuze kon niet worden opgeslagen. Probeer het opnieuw.",
        changed: [
            "Sinds uw laatste keuze is er iets gewijzigd of nieuw: ",
            ".",
        ],
        expired: "Uw laatste keuze is verlopen. Daarom vragen wij het u opnieuw.",
        back: "Terug naar de pagina",
        needs: ["Voor deze inhoud is uw toestemming nodig: ", "."],
        recipients: ["Bij het laden stuurt uw browser gegevens naar: ", "."],
        once: "Eenmalig laden: ",
        always: "Altijd toestaan: ",
        stale: "Dit deel van de pagina is nog niet aangepast aan uw keuze.",
        reload: "Pagina opnieuw laden",
        states: States {
            always: "Altijd in gebruik: er is geen toestemming nodig.",
            agreed: "In gebruik: u hebt toestemming gegeven.",
            refused: "Niet in gebruik: u hebt geweigerd.",
            undecided: "Niet in gebruik: u hebt nog niet gekozen.",
            unobjected: "In gebruik: u hebt geen bezwaar gemaakt.",
            signal: "Niet in gebruik: uw browser verstuurt het signaal Global Privacy Control.",
            refused_advanced: "Niet toegestaan: u hebt geweigerd.",
            undecided_advanced: "Niet toegestaan: u hebt nog niet gekozen.",
            signal_advanced: "Niet toegestaan: uw browser verstuurt het signaal Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Aanbieders",
        introduction: "De cookies die op deze pagina staan, zijn afkomstig van:",
        separator: "; ",
        third_party: "derde partij die de opgeslagen gegevens kan lezen",
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
    refusals: Refusals {
        unsaved: "Uw keuze is niet opgeslagen",
        foreign: "Wij nemen een keuze alleen aan van een pagina van deze website, en uw browser \
                  heeft niet aangegeven dat uw keuze daarvandaan komt. Een browserextensie of een \
                  privacy-instelling kan de oorzaak zijn. Open de cookie-instellingen en kies \
                  opnieuw.",
        unreadable: "Het formulier is niet goed bij ons aangekomen. Open de cookie-instellingen en \
                     kies opnieuw.",
        internal: "Door een fout aan onze kant konden wij uw keuze niet opslaan. Probeer het later \
                   opnieuw.",
        missing: "Pagina niet gevonden",
        nowhere: "Op dit adres staat geen pagina.",
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
    wording: &[],
};
