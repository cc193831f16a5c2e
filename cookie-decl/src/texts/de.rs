//! The built-in texts in German.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "de",
    name: "Deutsch",
    title: "Cookie-Richtlinie",
    columns: Columns {
        cookie: "Cookie",
        provider: "Anbieter",
        function: "Funktion",
        purpose: "Zweck",
        duration: "Speicherdauer",
        attributes: "Attribute",
        set_by: "Gesetzt von",
        party: "Erst- oder Drittanbieter",
        storage: "Art",
        basis: "Rechtsgrundlage",
        note: "Hinweis",
    },
    about: About {
        heading: "Was ist ein Cookie?",
        paragraphs: &[
            "Ein Cookie ist ein kurzer Text mit einem Namen. Eine Website bittet Ihren Browser, ihn aufzubewahren; \
             der Browser legt ihn der Website bei jeder Seite, die Sie dort öffnen, wieder vor, bis er abläuft \
             oder gelöscht wird.",
            "Websites verwenden Cookies auf vielerlei Weise: um Sie angemeldet zu halten, um sich zu merken, was \
             in Ihrem Warenkorb liegt, oder um Sie für Statistik oder Werbung wiederzuerkennen.",
        ],
        storage: "Websites können Daten auch an anderen Orten in Ihrem Browser ablegen, zum Beispiel in seinem \
                  lokalen Speicher, oder durch ein Bild, das Ihr Browser lädt, von Ihrem Besuch erfahren. Wo auf \
                  dieser Seite „Cookies“ steht, sind auch diese Verfahren gemeint.",
        kinds: "Cookies unterscheiden sich danach, wozu sie dienen und wer sie speichert:",
        kind: &[
            (
                "Unbedingt erforderliche Cookies",
                " enthalten, was eine Website braucht, um von einer Seite oder einem Besuch zum nächsten zu \
                 funktionieren: dass Sie angemeldet sind, was in Ihrem Warenkorb liegt, in welcher Sprache Sie \
                 lesen. In der Regel darf eine Website sie speichern, ohne Sie zu fragen.",
            ),
            (
                "Statistik-Cookies",
                " zeigen, wie eine Website genutzt wird. In der Regel ist dafür Ihre Einwilligung erforderlich; \
                 Ausnahmen sind möglich, wenn sich die Zahlen nicht auf eine Person zurückführen lassen.",
            ),
            (
                "Cookies der Website selbst",
                " werden von der Website gespeichert, die Sie gerade besuchen. Manche davon sind unbedingt \
                 erforderlich; andere dienen dazu, personenbezogene Daten zu erheben, das Verhalten auf der \
                 Website nachzuverfolgen oder Werbung zu zeigen.",
            ),
            (
                "Cookies von Dritten",
                " werden von oder für jemand anderen gespeichert, oft ein Werbeunternehmen, während Sie eine \
                 Website besuchen. Sie können diesem Unternehmen verraten, welche Seiten Sie dort öffnen, und mehr \
                 über Sie.",
            ),
        ],
    },
    used: Used {
        heading_on: ["Cookies auf ", ""],
        heading: "Cookies auf dieser Website",
        nothing: "Für diese Website sind keine Cookies angegeben.",
        hole: [
            "In einem Namen steht ein Teil in spitzen Klammern wie ",
            " für wechselnde Zeichen.",
        ],
        exempt: "Wir verwenden diese Cookies, ohne Ihre Einwilligung einzuholen.",
        opt_in: "Wir verwenden diese Cookies nur mit Ihrer Einwilligung.",
        opt_out: "Wir verwenden diese Cookies, sofern Sie nicht widersprechen.",
        object: [
            "Sie können jederzeit in den ",
            "Cookie-Einstellungen",
            " widersprechen.",
        ],
        object_no_link: "Sie können jederzeit widersprechen, indem Sie es uns mitteilen.",
        gpc: "Sendet Ihr Browser das Signal Global Privacy Control, werten wir das als Ablehnung.",
        empty: "Derzeit verwenden wir in dieser Kategorie nichts.",
        caption: ["Im Einzelnen: ", ""],
        any_of: ["alle Cookies von ", ""],
        any: "alle Cookies dieses Dritten",
    },
    scope: Scope {
        around: [" (", ")"],
        separator: ", ",
        path: "Pfad ",
        domain: "Domain ",
    },
    set_by: SetByTexts {
        server: "diese Website",
        script: "ein Skript, das in Ihrem Browser läuft",
        other: "die Technik, auf der diese Website beruht",
        third_party: "ein Dritter",
        third_party_domain: ["", " (Dritter)"],
    },
    party: PartyTexts {
        first: "Erstanbieter",
        third: "Drittanbieter",
    },
    basis: BasisTexts {
        consent: "Einwilligung",
        contract: "Vertrag",
        legal_obligation: "rechtliche Verpflichtung",
        vital_interests: "lebenswichtige Interessen",
        public_task: "Aufgabe im öffentlichen Interesse",
        legitimate_interests: "berechtigte Interessen",
    },
    storage: StorageTexts {
        cookie: "Cookie",
        local_storage: "lokaler Speicher",
        session_storage: "Sitzungsspeicher",
        indexed_db: "Browser-Datenbank (IndexedDB)",
        pixel: "Zählpixel",
    },
    duration: DurationTexts {
        second: Forms::Germanic {
            one: "{n} Sekunde",
            other: "{n} Sekunden",
        },
        minute: Forms::Germanic {
            one: "{n} Minute",
            other: "{n} Minuten",
        },
        hour: Forms::Germanic {
            one: "{n} Stunde",
            other: "{n} Stunden",
        },
        day: Forms::Germanic {
            one: "{n} Tag",
            other: "{n} Tage",
        },
        week: Forms::Germanic {
            one: "{n} Woche",
            other: "{n} Wochen",
        },
        month: Forms::Germanic {
            one: "{n} Monat",
            other: "{n} Monate",
        },
        year: Forms::Germanic {
            one: "{n} Jahr",
            other: "{n} Jahre",
        },
        less_than_a_second: "weniger als eine Sekunde",
        rolling: ["", " nach Ihrem letzten Besuch"],
        session: "bis Sie Ihren Browser schließen",
        tab: "bis Sie die Registerkarte schließen",
        persistent: "bis Sie den Eintrag löschen",
        unknown: "vom Anbieter nicht angegeben",
        nothing: "auf Ihrem Gerät wird nichts gespeichert",
        or: " oder ",
        kept: ["; Browser speichern es höchstens ", ""],
    },
    choice: Choice {
        heading: "Ihre Auswahl",
        link: [
            "Sie können Ihre Auswahl jederzeit in den ",
            "Cookie-Einstellungen",
            " ändern.",
        ],
        elsewhere: [
            "Sie treffen und ändern Ihre Wahl mit ",
            " auf dieser Website.",
        ],
        no_link: "Sie können Ihre Auswahl jederzeit dort ändern, wo Sie sie getroffen haben.",
        object_no_link: "Was wir verwenden, sofern Sie nicht widersprechen, können Sie jederzeit ablehnen, indem \
                         Sie es uns mitteilen.",
        browser: "Sie können Cookies auch in den Einstellungen Ihres Browsers löschen oder blockieren. Wenn Sie \
                  unbedingt erforderliche Cookies blockieren, funktionieren Teile der Website möglicherweise nicht \
                  mehr.",
    },
    ask: Ask {
        heading: "Cookies auf dieser Website",
        question: [
            "Wir speichern, was diese Website braucht, um zu funktionieren. Mit Ihrer Einwilligung würden wir \
             außerdem Folgendes verwenden: ",
            ". Sie können Ihre Entscheidung jederzeit ändern.",
        ],
        unobjected: [
            "Sofern Sie nicht widersprechen, verwenden wir außerdem: ",
            ".",
        ],
        separator: ", ",
        policy: "Unsere Cookie-Richtlinie lesen",
        accept: "Alle akzeptieren",
        refuse: "Alle ablehnen",
        choose: "Auswählen",
        save: "Auswahl speichern",
        settings: "Cookie-Einstellungen",
        explanation: "Wählen Sie, was auf Ihrem Gerät gespeichert werden darf. Sie können jederzeit hierher \
                      zurückkehren und Ihre Auswahl ändern.",
        allow: "Zulassen: ",
        present: "Ihre derzeitige Auswahl",
        decided: ["Sie haben sich am ", " entschieden."],
        saved: "Ihre Auswahl wurde gespeichert.",
        failed: "Ihre Auswahl konnte nicht gespeichert werden. Bitte versuchen Sie es erneut.",
        changed: [
            "Seit Ihrer letzten Auswahl haben wir geändert, was wir verwenden für: ",
            ".",
        ],
        expired: "Ihre letzte Auswahl liegt zu lange zurück, um noch zu gelten.",
        back: "Zurück",
        states: States {
            always: "Immer aktiv: Die Website braucht sie.",
            agreed: "Aktiv: Sie haben eingewilligt.",
            refused: "Nicht aktiv: Sie haben abgelehnt.",
            undecided: "Nicht aktiv: Sie haben noch nicht gewählt.",
            unobjected: "Aktiv: Sie haben nicht widersprochen.",
            signal: "Nicht aktiv: Ihr Browser sendet das Signal Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Anbieter",
        introduction: "Diese Anbieter stehen hinter den Cookies auf dieser Seite:",
        separator: "; ",
        third_party: "Dritter, der lesen kann, was gespeichert ist",
        country: "Land: ",
        domain: "Domain: ",
        privacy: "Datenschutzerklärung: ",
        opt_out: "Widerspruch: ",
        contact: "Kontakt: ",
        address: "Anschrift: ",
        transfer: "Datenübermittlung: ",
    },
    controller: Controller {
        heading: "Verantwortlicher",
        officer: "Datenschutzbeauftragter: ",
        authority: "Aufsichtsbehörde: ",
    },
    version: "Version: ",
    last_updated: "Zuletzt aktualisiert: ",
    date: DateTexts {
        pattern: "{day}. {month} {year}",
        first: "1",
        months: [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
    },
    between_sentences: " ",
};
