//! The built-in texts in Swedish.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "sv",
    name: "Svenska",
    title: "Policy för kakor",
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
        cookies: "En kaka (på engelska cookie) är en kort text med ett namn. En webbplats ber din \
                  webbläsare att lagra den. Webbläsaren skickar tillbaka den till webbplatsen \
                  varje gång du öppnar en sida där, tills kakan går ut eller raderas.",
        uses: "Webbplatser använder kakor till mycket: för att hålla dig inloggad, komma ihåg \
               vad du har i varukorgen eller känna igen dig när du kommer tillbaka, för \
               statistik eller reklam.",
        storage: "Webbplatser kan också lagra uppgifter på andra ställen i din webbläsare, till \
                  exempel i dess lokala lagring, eller få veta att du besöker dem genom en bild \
                  som din webbläsare hämtar. När det står ”kakor” på den här sidan avses även \
                  dessa tekniker.",
        kinds: "Kakor skiljer sig åt i vad de är till för och vem som lagrar dem:",
        kind: [
            [
                "Nödvändiga kakor",
                " lagrar det som en webbplats behöver för att fungera från sida till sida och \
                 från besök till besök: till exempel om du är inloggad, vad du har i varukorgen \
                 och vilket språk du har valt. Lagen tillåter i regel att en webbplats lagrar dem \
                 utan att fråga dig.",
            ],
            [
                "Statistikkakor",
                " visar hur en webbplats används. I regel krävs ditt samtycke; vissa länder \
                 medger undantag, till exempel för enkel räkning av besök.",
            ],
            [
                "Förstapartskakor",
                " hör till domänen för den webbplats som du besöker. Vissa är nödvändiga. Andra \
                 kommer ihåg dina inställningar, räknar besök eller används för reklam.",
            ],
            [
                "Tredjepartskakor",
                " hör till en annan aktörs domän, ofta ett reklamföretags, och lagras medan du \
                 besöker en webbplats. De kan visa den aktören vilka sidor du öppnar och göra det \
                 möjligt att känna igen dig på andra webbplatser.",
            ],
        ],
    },
    used: Used {
        heading_on: ["Kakor som används på ", ""],
        heading: "Kakor som används på den här webbplatsen",
        nothing: "Den här webbplatsen har inte angett några kakor.",
        hole: [
            "I ett namn varierar den del som står inom vinkelparenteser, till exempel ",
            ".",
        ],
        exempt: "Dessa kakor kräver inte ditt samtycke.",
        opt_in: "Vi använder dessa kakor endast med ditt samtycke.",
        opt_out: "Vi använder dessa kakor om du inte invänder mot det.",
        object: [
            "Du kan när som helst invända i ",
            "inställningarna för kakor",
            ".",
        ],
        object_no_link: "Du kan när som helst invända genom att kontakta oss.",
        gpc: "Om din webbläsare skickar signalen Global Privacy Control ser vi det som en \
              invändning.",
        signal: "Om din webbläsare skickar signalen Global Privacy Control ser vi det som en \
                 invändning, om du inte meddelar oss något annat.",
        advanced: [
            "Program från ",
            " läses in med våra sidor, vad du än väljer. Så länge den här kategorin inte är \
             tillåten får de veta det och ska inte lagra något på din enhet. Deras servrar får \
             ändå veta din IP-adress och vilken sida du besöker.",
        ],
        advanced_unnamed: "Program i den här kategorin läses in med våra sidor, vad du än \
                           väljer. Så länge den här kategorin inte är tillåten får de veta det \
                           och ska inte lagra något på din enhet. Deras servrar får ändå veta \
                           din IP-adress och vilken sida du besöker.",
        empty: "Vi använder för närvarande inget i den här kategorin.",
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
        other: "programvaran som driver den här webbplatsen",
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
        session: "webbläsarsession",
        tab: "fliksession",
        persistent: "tills du raderar det",
        unknown: "anges inte av leverantören",
        nothing: "ingenting lagras på din enhet",
        or: ", eller ",
        kept: ["; webbläsare behåller kakan i högst ", ""],
    },
    choice: Choice {
        heading: "Ditt val",
        link: [
            "Du kan när som helst ändra ditt val i ",
            "inställningarna för kakor",
            ".",
        ],
        elsewhere: [
            "Du kan göra och ändra ditt val med ",
            " på den här webbplatsen.",
        ],
        no_link: "Du kan när som helst ändra ditt val på samma ställe där du gjorde det.",
        object_no_link: "Vissa kakor använder vi om du inte invänder mot det. Du kan när som helst \
                         invända genom att kontakta oss.",
        browser: "Du kan också radera eller blockera kakor i webbläsarens inställningar. Om du \
                  blockerar kakor som webbplatsen behöver kan delar av webbplatsen sluta fungera.",
    },
    ask: Ask {
        heading: "Kakor på den här webbplatsen",
        question: [
            "Vi lagrar det som den här webbplatsen behöver för att fungera. Vi ber om ditt \
             samtycke till att lagra och läsa uppgifter för: ",
            ". Du kan när som helst ändra dig.",
        ],
        unobjected: [
            "Om du inte invänder lagrar och läser vi även uppgifter för: ",
            ".",
        ],
        separator: ", ",
        policy: "Läs vår policy för kakor",
        accept: "Godkänn alla",
        refuse: "Neka alla",
        choose: "Välj",
        save: "Spara mitt val",
        settings: "Inställningar för kakor",
        explanation: "Välj vad vi får använda. Du kan när som helst komma tillbaka och ändra ditt val.",
        allow: "Tillåt: ",
        stored: "Vad som lagras, av vem och hur länge",
        present: "Nuvarande inställningar",
        decided: ["Du gjorde det här valet den ", "."],
        identifier: [
            "Kakan ",
            " innehåller en slumpmässig identifierare. Den knyter ihop dina val, så att vi kan visa dem för dig eller radera dem.",
        ],
        saved: "Ditt val har sparats.",
        failed: "Ditt val kunde inte sparas. Försök igen.",
        changed: [
            "Sedan ditt senaste val har något ändrats eller tillkommit: ",
            ".",
        ],
        expired: "Ditt senaste val har löpt ut, så vi frågar dig igen.",
        back: "Tillbaka till sidan",
        needs: ["Det här innehållet kräver ditt samtycke för: ", "."],
        recipients: [
            "När det läses in skickar din webbläsare uppgifter till: ",
            ".",
        ],
        once: "Läs in en gång: ",
        always: "Tillåt alltid: ",
        stale: "Den här delen av sidan följer inte ditt val ännu.",
        reload: "Läs in sidan igen",
        states: States {
            always: "Används alltid: inget samtycke krävs.",
            agreed: "Används: du har samtyckt.",
            refused: "Används inte: du har nekat.",
            undecided: "Används inte: du har inte valt ännu.",
            unobjected: "Används: du har inte invänt.",
            signal: "Används inte: din webbläsare skickar signalen Global Privacy Control.",
            refused_advanced: "Tillåts inte: du har nekat.",
            undecided_advanced: "Tillåts inte: du har inte valt ännu.",
            signal_advanced: "Tillåts inte: din webbläsare skickar signalen Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Leverantörer",
        introduction: "Kakorna som anges på den här sidan kommer från:",
        separator: "; ",
        third_party: "tredje part som kan läsa de lagrade uppgifterna",
        country: "land: ",
        domain: "domän: ",
        privacy: "integritetspolicy: ",
        opt_out: "invändning: ",
        contact: "kontakt: ",
        address: "postadress: ",
        transfer: "överföring av uppgifter: ",
    },
    controller: Controller {
        heading: "Personuppgiftsansvarig",
        officer: "dataskyddsombud: ",
        authority: "tillsynsmyndighet: ",
    },
    refusals: Refusals {
        unsaved: "Ditt val sparades inte",
        foreign: "Vi tar bara emot val från en sida på den här webbplatsen, och din webbläsare \
                  angav inte att ditt val kommer därifrån. Ett tillägg i webbläsaren eller en \
                  sekretessinställning kan vara orsaken. Öppna inställningarna för kakor och välj \
                  igen.",
        unreadable: "Formuläret kom inte fram till oss som det skulle. Öppna inställningarna för \
                     kakor och välj igen.",
        internal: "På grund av ett fel hos oss kunde ditt val inte sparas. Försök igen senare.",
        missing: "Sidan hittades inte",
        nowhere: "Det finns ingen sida på den här adressen.",
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
    wording: &[],
};
