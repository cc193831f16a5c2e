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
        paragraphs: &[
            "Un cookie è un breve testo con un nome. Un sito web chiede al browser di conservarlo; il browser lo \
             ripresenta al sito a ogni pagina che vi si apre, finché non scade o non viene cancellato.",
            "I siti web usano i cookie in molti modi: mantengono attivo l’accesso, ricordano il contenuto del \
             carrello oppure riconoscono chi torna, a fini statistici o pubblicitari.",
        ],
        storage: "I siti web possono conservare dati anche altrove nel browser, ad esempio nella sua memoria \
                  locale, oppure venire a sapere di una visita tramite un’immagine caricata dal browser. Quando in \
                  questa pagina si parla di «cookie», ci si riferisce anche a questi strumenti.",
        kinds: "I cookie si distinguono per la finalità e per il soggetto che li memorizza:",
        kind: &[
            (
                "I cookie necessari",
                " contengono ciò che serve a un sito per funzionare da una pagina, o da una visita, all’altra: se \
                 è stato effettuato l’accesso, che cosa contiene il carrello, in quale lingua si legge. Di norma \
                 un sito può memorizzarli senza chiedere il consenso.",
            ),
            (
                "I cookie statistici",
                " mostrano come viene utilizzato un sito. Di norma richiedono il consenso; sono possibili \
                 eccezioni quando i dati non consentono di risalire a una persona.",
            ),
            (
                "I cookie di prima parte",
                " sono memorizzati dal sito che si sta visitando. Alcuni sono necessari; altri servono a \
                 raccogliere dati personali, a seguire ciò che fanno i visitatori o a mostrare pubblicità.",
            ),
            (
                "I cookie di terze parti",
                " sono memorizzati da o per un altro soggetto, spesso una società pubblicitaria, mentre si visita \
                 un sito. Possono rivelargli quali pagine vi si aprono e altre informazioni su chi lo visita.",
            ),
        ],
    },
    used: Used {
        heading_on: ["Cookie utilizzati su ", ""],
        heading: "Cookie utilizzati su questo sito",
        nothing: "Per questo sito non è dichiarato alcun cookie.",
        hole: [
            "In un nome, una parte tra parentesi angolari come ",
            " indica caratteri variabili.",
        ],
        exempt: "Li utilizziamo senza chiedere il consenso.",
        opt_in: "Li utilizziamo solo con il Suo consenso.",
        opt_out: "Li utilizziamo salvo Sua opposizione.",
        object: [
            "Può opporsi in qualsiasi momento nelle ",
            "impostazioni dei cookie",
            ".",
        ],
        object_no_link: "Può opporsi in qualsiasi momento comunicandocelo.",
        gpc: "Se il Suo browser invia il segnale Global Privacy Control, lo consideriamo un rifiuto.",
        empty: "Attualmente non utilizziamo nulla in questa categoria.",
        caption: ["In dettaglio: ", ""],
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
        other: "la tecnologia su cui si basa questo sito",
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
        local_storage: "memoria locale",
        session_storage: "memoria di sessione",
        indexed_db: "base di dati del browser (IndexedDB)",
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
        session: "fino alla chiusura del browser",
        tab: "fino alla chiusura della scheda",
        persistent: "fino alla cancellazione manuale",
        unknown: "non indicata dal fornitore",
        nothing: "nessun dato viene conservato sul Suo dispositivo",
        or: " o ",
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
            "Può scegliere e modificare la scelta con ",
            " su questo sito.",
        ],
        no_link: "Può modificare la Sua scelta in qualsiasi momento, nello stesso punto in cui l’ha espressa.",
        object_no_link: "Ciò che utilizziamo salvo Sua opposizione può essere rifiutato in qualsiasi momento \
                         comunicandocelo.",
        browser: "Può anche cancellare o bloccare i cookie nelle impostazioni del browser. Se blocca quelli \
                  necessari al sito, alcune parti potrebbero non funzionare più.",
    },
    ask: Ask {
        heading: "I cookie di questo sito",
        question: [
            "Conserviamo ciò che serve al funzionamento di questo sito. Con il Suo consenso utilizzeremmo anche: ",
            ". Può cambiare idea in qualsiasi momento.",
        ],
        unobjected: ["Salvo Sua opposizione, utilizziamo inoltre: ", "."],
        separator: ", ",
        policy: "La nostra informativa sui cookie",
        accept: "Accetta tutto",
        refuse: "Rifiuta tutto",
        choose: "Personalizza",
        save: "Salva la mia scelta",
        settings: "Impostazioni dei cookie",
        explanation: "Scelga che cosa può essere conservato sul Suo dispositivo. Può tornare qui e modificare la \
                      scelta in qualsiasi momento.",
        allow: "Consenti: ",
        present: "La Sua scelta attuale",
        decided: ["Ha espresso la Sua scelta in data ", "."],
        saved: "La Sua scelta è stata salvata.",
        failed: "Non è stato possibile salvare la Sua scelta. Riprovi.",
        changed: [
            "Dalla Sua ultima scelta abbiamo modificato ciò che utilizziamo per: ",
            ".",
        ],
        expired: "La Sua ultima scelta è troppo lontana nel tempo per essere ancora valida.",
        back: "Indietro",
        states: States {
            always: "Sempre in uso: il sito ne ha bisogno.",
            agreed: "In uso: ha dato il Suo consenso.",
            refused: "Non in uso: ha rifiutato.",
            undecided: "Non in uso: non ha ancora scelto.",
            unobjected: "In uso: non è stata espressa opposizione.",
            signal: "Non in uso: il Suo browser invia il segnale Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Fornitori",
        introduction: "Questi sono i fornitori dei cookie elencati in questa pagina:",
        separator: "; ",
        third_party: "terza parte che può leggere ciò che viene conservato",
        country: "paese: ",
        domain: "dominio: ",
        privacy: "informativa sulla privacy: ",
        opt_out: "opposizione: ",
        contact: "contatto: ",
        address: "indirizzo: ",
        transfer: "trasferimento dei dati: ",
    },
    controller: Controller {
        heading: "Titolare del trattamento",
        officer: "responsabile della protezione dei dati: ",
        authority: "autorità di controllo: ",
    },
    version: "Versione: ",
    last_updated: "Ultimo aggiornamento: ",
    date: DateTexts {
        pattern: "{day} {month} {year}",
        first: "1",
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
};
