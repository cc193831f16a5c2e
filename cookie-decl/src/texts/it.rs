//! The built-in texts in Italian.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "it",
    name: "Italiano",
    title: "Informativa sui cookie",
    columns: Columns {
        cookie: "Cookie",
        provider: "Fornitore",
        function: "Funzione",
        purpose: "Finalità",
        duration: "Durata",
        attributes: "Attributi",
        set_by: "Impostato da",
        party: "Prima o terza parte",
        storage: "Tipo",
        basis: "Base giuridica",
        note: "Nota",
    },
    about: About {
        heading: "Che cos’è un cookie?",
        cookies: "Un cookie è un breve testo con un nome. Un sito web chiede al browser di \
                  memorizzarlo. Il browser lo rinvia al sito a ogni pagina che vi si apre, finché \
                  il cookie non scade o non viene cancellato.",
        uses: "I siti web usano i cookie per molti scopi: mantenere attivo l’accesso, ricordare \
               il contenuto del carrello oppure riconoscere chi torna, a fini statistici o \
               pubblicitari.",
        storage: "I siti web possono conservare dati anche altrove nel browser, ad esempio nella \
                  sua archiviazione locale, oppure venire a conoscenza di una visita tramite \
                  un’immagine caricata dal browser. Quando in questa pagina si parla di «cookie», \
                  ci si riferisce anche a questi strumenti.",
        kinds: "I cookie si distinguono per la finalità e per il soggetto che li memorizza:",
        kind: [
            [
                "I cookie tecnici (necessari)",
                " conservano ciò che serve a un sito per funzionare da una pagina all’altra e da \
                 una visita all’altra: ad esempio, se è stato effettuato l’accesso, che cosa \
                 contiene il carrello e quale lingua è stata scelta. Di norma la legge consente a \
                 un sito di memorizzarli senza chiedere il consenso.",
            ],
            [
                "I cookie analitici",
                " mostrano come viene utilizzato un sito. Di norma richiedono il consenso; alcuni \
                 Paesi prevedono eccezioni, ad esempio per il semplice conteggio delle visite.",
            ],
            [
                "I cookie di prima parte",
                " appartengono al dominio del sito che si sta visitando. Alcuni sono necessari. \
                 Altri ricordano le preferenze, contano le visite o servono alla pubblicità.",
            ],
            [
                "I cookie di terze parti",
                " appartengono al dominio di un altro soggetto, spesso una società pubblicitaria, \
                 e vengono memorizzati mentre si visita un sito. Possono rivelare a tale soggetto \
                 quali pagine vengono aperte e consentirgli di riconoscere il visitatore su altri \
                 siti.",
            ],
        ],
    },
    used: Used {
        heading_on: ["Cookie utilizzati su ", ""],
        heading: "Cookie utilizzati su questo sito",
        nothing: "Questo sito non ha indicato alcun cookie.",
        hole: [
            "In un nome, la parte tra parentesi angolari, come ",
            ", è variabile.",
        ],
        exempt: "Questi cookie non richiedono il Suo consenso.",
        opt_in: "Utilizziamo questi cookie solo con il Suo consenso.",
        opt_out: "Utilizziamo questi cookie salvo Sua opposizione.",
        object: [
            "Può opporsi in qualsiasi momento nelle ",
            "impostazioni dei cookie",
            ".",
        ],
        object_no_link: "Può opporsi in qualsiasi momento contattandoci.",
        gpc: "Se il Suo browser invia il segnale Global Privacy Control, lo consideriamo \
              un’opposizione.",
        signal: "Se il Suo browser invia il segnale Global Privacy Control, lo consideriamo \
                 un’opposizione, salvo Sua diversa indicazione.",
        advanced: [
            "Con le nostre pagine vengono caricati programmi di ",
            ", qualunque sia la Sua scelta. Finché questa categoria non è consentita, i \
             programmi ne vengono informati e non devono memorizzare nulla sul Suo dispositivo. \
             I loro server ricevono comunque il Suo indirizzo IP e vengono a sapere quale \
             pagina visita.",
        ],
        advanced_unnamed: "Con le nostre pagine vengono caricati programmi di questa categoria, \
                           qualunque sia la Sua scelta. Finché questa categoria non è \
                           consentita, i programmi ne vengono informati e non devono \
                           memorizzare nulla sul Suo dispositivo. I loro server ricevono \
                           comunque il Suo indirizzo IP e vengono a sapere quale pagina visita.",
        empty: "Al momento non utilizziamo nulla in questa categoria.",
        any_of: ["tutti i cookie di ", ""],
        any: "tutti i cookie di questa terza parte",
    },
    scope: Scope {
        around: [" (", ")"],
        separator: ", ",
        path: "percorso ",
        domain: "dominio ",
    },
    set_by: SetByTexts {
        server: "questo sito",
        script: "uno script eseguito nel Suo browser",
        other: "il software che fa funzionare questo sito",
        third_party: "una terza parte",
        third_party_domain: ["", " (terza parte)"],
    },
    party: PartyTexts {
        first: "prima parte",
        third: "terza parte",
    },
    basis: BasisTexts {
        consent: "consenso",
        contract: "contratto",
        legal_obligation: "obbligo legale",
        vital_interests: "interessi vitali",
        public_task: "compito di interesse pubblico",
        legitimate_interests: "legittimi interessi",
    },
    storage: StorageTexts {
        cookie: "cookie",
        local_storage: "archiviazione locale",
        session_storage: "archiviazione di sessione",
        indexed_db: "database del browser (IndexedDB)",
        pixel: "pixel di tracciamento",
    },
    duration: DurationTexts {
        second: Forms::Romance {
            one: "{n} secondo",
            other: "{n} secondi",
        },
        minute: Forms::Romance {
            one: "{n} minuto",
            other: "{n} minuti",
        },
        hour: Forms::Romance {
            one: "{n} ora",
            other: "{n} ore",
        },
        day: Forms::Romance {
            one: "{n} giorno",
            other: "{n} giorni",
        },
        week: Forms::Romance {
            one: "{n} settimana",
            other: "{n} settimane",
        },
        month: Forms::Romance {
            one: "{n} mese",
            other: "{n} mesi",
        },
        year: Forms::Romance {
            one: "{n} anno",
            other: "{n} anni",
        },
        less_than_a_second: "meno di un secondo",
        rolling: ["", " dopo la Sua ultima visita"],
        session: "sessione del browser",
        tab: "sessione della scheda",
        persistent: "finché non lo elimina",
        unknown: "non indicata dal fornitore",
        nothing: "nessun dato viene conservato sul Suo dispositivo",
        or: ", o ",
        kept: ["; i browser lo conservano al massimo per ", ""],
    },
    choice: Choice {
        heading: "La Sua scelta",
        link: [
            "Può modificare la Sua scelta in qualsiasi momento nelle ",
            "impostazioni dei cookie",
            ".",
        ],
        elsewhere: [
            "Può esprimere e modificare la Sua scelta con ",
            " su questo sito.",
        ],
        no_link: "Può modificare la Sua scelta in qualsiasi momento nel punto in cui l’ha \
                  espressa.",
        object_no_link: "Utilizziamo alcuni cookie salvo Sua opposizione. Può opporsi in qualsiasi \
                         momento contattandoci.",
        browser: "Può anche cancellare o bloccare i cookie nelle impostazioni del browser. Se \
                  blocca quelli necessari al sito, alcune parti del sito potrebbero non funzionare \
                  più.",
    },
    ask: Ask {
        heading: "I cookie di questo sito",
        question: [
            "Conserviamo ciò che serve al funzionamento di questo sito. Le chiediamo il \
             consenso a conservare e leggere dati per le seguenti finalità: ",
            ". Può cambiare idea in qualsiasi momento.",
        ],
        unobjected: [
            "Salvo Sua opposizione, conserviamo e leggiamo dati anche per le seguenti \
             finalità: ",
            ".",
        ],
        separator: ", ",
        policy: "La nostra informativa sui cookie",
        accept: "Accetta tutto",
        refuse: "Rifiuta tutto",
        choose: "Personalizza",
        save: "Salva la mia scelta",
        settings: "Impostazioni dei cookie",
        explanation: "Scelga che cosa possiamo utilizzare. Può tornare qui e modificare la scelta in \
                      qualsiasi momento.",
        allow: "Consenti: ",
        stored: "Che cosa viene conservato, da chi e per quanto tempo",
        present: "Impostazioni attuali",
        decided: ["Ha espresso questa scelta in data ", "."],
        identifier: [
            "Il cookie ",
            " contiene un identificatore casuale. Collega tra loro le Sue scelte, in modo che possano esserLe mostrate o essere cancellate.",
        ],
        saved: "La Sua scelta è stata salvata.",
        failed: "Non è stato possibile salvare la Sua scelta. Riprovi.",
        changed: [
            "Dalla Sua ultima scelta qualcosa è cambiato o è nuovo: ",
            ".",
        ],
        expired: "La Sua ultima scelta è scaduta: Le chiediamo di esprimerla di nuovo.",
        back: "Torna alla pagina",
        needs: ["Questo contenuto richiede il Suo consenso per: ", "."],
        recipients: ["Al caricamento, il browser invia dati a: ", "."],
        once: "Carica solo questa volta: ",
        always: "Consenti sempre: ",
        stale: "Questa parte della pagina non tiene ancora conto della Sua scelta.",
        reload: "Ricarica la pagina",
        states: States {
            always: "Sempre in uso: non è richiesto alcun consenso.",
            agreed: "In uso: ha dato il Suo consenso.",
            refused: "Non in uso: ha rifiutato.",
            undecided: "Non in uso: non ha ancora scelto.",
            unobjected: "In uso: non è stata espressa opposizione.",
            signal: "Non in uso: il Suo browser invia il segnale Global Privacy Control.",
            refused_advanced: "Uso non consentito: ha rifiutato.",
            undecided_advanced: "Uso non consentito: non ha ancora scelto.",
            signal_advanced: "Uso non consentito: il Suo browser invia il segnale Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Fornitori",
        introduction: "I cookie elencati in questa pagina provengono da:",
        separator: "; ",
        third_party: "terza parte che può leggere i dati conservati",
        country: "Paese: ",
        domain: "dominio: ",
        privacy: "informativa sulla privacy: ",
        opt_out: "pagina per opporsi: ",
        contact: "contatto: ",
        address: "indirizzo postale: ",
        transfer: "trasferimento dei dati: ",
    },
    controller: Controller {
        heading: "Titolare del trattamento",
        officer: "responsabile della protezione dei dati: ",
        authority: "autorità di controllo: ",
    },
    refusals: Refusals {
        unsaved: "La Sua scelta non è stata salvata",
        foreign: "Accettiamo una scelta solo da una pagina di questo sito e il Suo browser non ha \
                  indicato che la Sua proviene da lì. La causa può essere un’estensione o \
                  un’impostazione di privacy del browser. Apra le impostazioni dei cookie e scelga \
                  di nuovo.",
        unreadable: "Il modulo non ci è arrivato correttamente. Apra le impostazioni dei cookie e \
                     scelga di nuovo.",
        internal: "Per un nostro errore non è stato possibile salvare la Sua scelta. Riprovi più \
                   tardi.",
        missing: "Pagina non trovata",
        nowhere: "A questo indirizzo non c’è alcuna pagina.",
    },
    version: "Versione: ",
    last_updated: "Ultimo aggiornamento: ",
    date: DateTexts {
        pattern: "{day} {month} {year}",
        first: "1º",
        months: [
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ],
    },
    between_sentences: " ",
    wording: &[],
};
