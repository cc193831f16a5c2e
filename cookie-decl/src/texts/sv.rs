//! The built-in texts in Swedish.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "sv",
    name: "Svenska",
    title: "Kakpolicy",
    columns: Columns {
        cookie: "Kaka",
        provider: "Leverantör",
        function: "Funktion",
        purpose: "Ändamål",
        duration: "Lagringstid",
        attributes: "Attribut",
        set_by: "Sätts av",
        party: "Första eller tredje part",
        storage: "Typ",
        basis: "Rättslig grund",
        note: "Anmärkning",
    },
    about: About {
        heading: "Vad är en kaka?",
        paragraphs: &[
            "En kaka (på engelska cookie) är en kort text med ett namn. En webbplats ber din webbläsare att spara \
             den; webbläsaren visar den för webbplatsen igen med varje sida som du öppnar där, tills den går ut \
             eller raderas.",
            "Webbplatser använder kakor till mycket: för att hålla dig inloggad, komma ihåg vad du har i \
             varukorgen eller känna igen dig för statistik eller reklam.",
        ],
        storage: "Webbplatser kan också spara uppgifter på andra ställen i din webbläsare, till exempel i dess \
                  lokala lagring, eller få veta att du besöker dem genom en bild som din webbläsare hämtar. När \
                  det står ”kakor” på den här sidan menas även detta.",
        kinds: "Kakor skiljer sig åt i vad de är till för och vem som lagrar dem:",
        kind: &[
            (
                "Nödvändiga kakor",
                " innehåller det som en webbplats behöver för att fungera från en sida, eller ett besök, till \
                 nästa: att du är inloggad, vad du har i varukorgen, vilket språk du läser på. I regel får en \
                 webbplats lagra dem utan att fråga dig.",
            ),
            (
                "Statistikkakor",
                " visar hur en webbplats används. I regel krävs ditt samtycke; undantag kan finnas när siffrorna \
                 inte kan kopplas till en person.",
            ),
            (
                "Förstapartskakor",
                " lagras av den webbplats som du besöker. Vissa av dem är nödvändiga; andra används för att samla \
                 in personuppgifter, följa vad besökare gör eller visa reklam.",
            ),
            (
                "Tredjepartskakor",
                " lagras av eller för någon annan, ofta ett reklamföretag, medan du besöker en webbplats. De kan \
                 tala om för företaget vilka sidor du öppnar där, och mer om dig.",
            ),
        ],
    },
    used: Used {
        heading_on: ["Kakor som används på ", ""],
        heading: "Kakor som används på den här webbplatsen",
        nothing: "Inga kakor har angetts för den här webbplatsen.",
        hole: [
            "I ett namn står en del inom vinkelparenteser, till exempel ",
            ", för tecken som varierar.",
        ],
        exempt: "Vi använder dessa kakor utan att be om ditt samtycke.",
        opt_in: "Vi använder dessa kakor endast med ditt samtycke.",
        opt_out: "Vi använder dessa kakor om du inte motsätter dig det.",
        object: [
            "Du kan när som helst motsätta dig det i ",
            "kakinställningarna",
            ".",
        ],
        object_no_link: "Du kan när som helst motsätta dig det genom att meddela oss.",
        gpc: "Om din webbläsare skickar signalen Global Privacy Control ser vi det som ett nej.",
        empty: "För närvarande använder vi inget i den här kategorin.",
        caption: ["I detalj: ", ""],
        any_of: ["alla kakor från ", ""],
        any: "alla kakor från denna tredje part",
    },
    scope: Scope {
        around: [" (", ")"],
        separator: ", ",
        path: "sökväg ",
        domain: "domän ",
    },
    set_by: SetByTexts {
        server: "den här webbplatsen",
        script: "ett skript som körs i din webbläsare",
        other: "tekniken som den här webbplatsen bygger på",
        third_party: "en tredje part",
        third_party_domain: ["", " (tredje part)"],
    },
    party: PartyTexts {
        first: "första part",
        third: "tredje part",
    },
    basis: BasisTexts {
        consent: "samtycke",
        contract: "avtal",
        legal_obligation: "rättslig förpliktelse",
        vital_interests: "grundläggande intressen",
        public_task: "uppgift av allmänt intresse",
        legitimate_interests: "berättigade intressen",
    },
    storage: StorageTexts {
        cookie: "kaka",
        local_storage: "lokal lagring",
        session_storage: "sessionslagring",
        indexed_db: "webbläsarens databas (IndexedDB)",
        pixel: "spårningspixel",
    },
    duration: DurationTexts {
        second: Forms::Germanic {
            one: "{n} sekund",
            other: "{n} sekunder",
        },
        minute: Forms::Germanic {
            one: "{n} minut",
            other: "{n} minuter",
        },
        hour: Forms::Germanic {
            one: "{n} timme",
            other: "{n} timmar",
        },
        day: Forms::Germanic {
            one: "{n} dag",
            other: "{n} dagar",
        },
        week: Forms::Germanic {
            one: "{n} vecka",
            other: "{n} veckor",
        },
        month: Forms::Germanic {
            one: "{n} månad",
            other: "{n} månader",
        },
        year: Forms::Germanic {
            one: "{n} år",
            other: "{n} år",
        },
        less_than_a_second: "mindre än en sekund",
        rolling: ["", " efter ditt senaste besök"],
        session: "tills du stänger webbläsaren",
        tab: "tills du stänger fliken",
        persistent: "tills du raderar uppgifterna",
        unknown: "anges inte av leverantören",
        nothing: "ingenting lagras på din enhet",
        or: " eller ",
        kept: ["; webbläsare behåller kakan i högst ", ""],
    },
    choice: Choice {
        heading: "Ditt val",
        link: [
            "Du kan när som helst ändra ditt val i ",
            "kakinställningarna",
            ".",
        ],
        elsewhere: [
            "Du gör och ändrar ditt val med ",
            " på den här webbplatsen.",
        ],
        no_link: "Du kan när som helst ändra ditt val på samma ställe som du gjorde det.",
        object_no_link: "Det som vi använder om du inte motsätter dig det kan du när som helst neka genom att \
                         meddela oss.",
        browser: "Du kan också radera eller blockera kakor i webbläsarens inställningar. Om du blockerar dem som \
                  webbplatsen behöver kan det hända att delar av den inte längre fungerar.",
    },
    ask: Ask {
        heading: "Kakor på den här webbplatsen",
        question: [
            "Vi lagrar det som den här webbplatsen behöver för att fungera. Med ditt samtycke skulle vi även \
             använda: ",
            ". Du kan när som helst ändra dig.",
        ],
        unobjected: ["Om du inte invänder använder vi också: ", "."],
        separator: ", ",
        policy: "Läs vår kakpolicy",
        accept: "Godkänn alla",
        refuse: "Neka alla",
        choose: "Välj",
        save: "Spara mitt val",
        settings: "Kakinställningar",
        explanation: "Välj vad som får lagras på din enhet. Du kan när som helst komma tillbaka och ändra ditt val.",
        allow: "Tillåt: ",
        present: "Ditt nuvarande val",
        decided: ["Du gjorde ditt val den ", "."],
        saved: "Ditt val har sparats.",
        failed: "Ditt val kunde inte sparas. Försök igen.",
        changed: [
            "Sedan ditt senaste val har vi ändrat vad vi använder för: ",
            ".",
        ],
        expired: "Ditt senaste val är för gammalt för att fortfarande gälla.",
        back: "Tillbaka",
        states: States {
            always: "Används alltid: webbplatsen behöver dem.",
            agreed: "Används: du har samtyckt.",
            refused: "Används inte: du har nekat.",
            undecided: "Används inte: du har inte valt ännu.",
            unobjected: "Används: du har inte motsatt dig det.",
            signal: "Används inte: din webbläsare skickar signalen Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Leverantörer",
        introduction: "Dessa leverantörer står bakom kakorna på den här sidan:",
        separator: "; ",
        third_party: "tredje part som kan läsa det som lagras",
        country: "land: ",
        domain: "domän: ",
        privacy: "integritetspolicy: ",
        opt_out: "invändning: ",
        contact: "kontakt: ",
        address: "adress: ",
        transfer: "överföring av uppgifter: ",
    },
    controller: Controller {
        heading: "Personuppgiftsansvarig",
        officer: "dataskyddsombud: ",
        authority: "tillsynsmyndighet: ",
    },
    version: "Version: ",
    last_updated: "Senast uppdaterad: ",
    date: DateTexts {
        pattern: "{day} {month} {year}",
        first: "1",
        months: [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ],
    },
    between_sentences: " ",
};
