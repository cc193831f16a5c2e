//! The built-in texts in German.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "de",
    name: "Deutsch",
    title: "Cookie-Hinweise",
    columns: Columns {
        cookie: "Cookie",
        provider: "Anbieter",
        function: "Funktion",
        purpose: "Zweck",
        duration: "Speicherdauer",
        attributes: "Attribute",
        set_by: "Gesetzt durch",
        party: "Erst- oder Drittanbieter",
        storage: "Art",
        basis: "Rechtsgrundlage",
        note: "Hinweis",
    },
    about: About {
        heading: "Was ist ein Cookie?",
        cookies: "Ein Cookie ist ein kurzer Text mit einem Namen. Eine Website bittet Ihren \
                  Browser, das Cookie zu speichern. Der Browser sendet es bei jeder Seite, die Sie \
                  dort öffnen, an die Website zurück, bis es abläuft oder gelöscht wird.",
        uses: "Websites verwenden Cookies auf vielerlei Weise: um Sie angemeldet zu halten, um \
               sich zu merken, was in Ihrem Warenkorb liegt, oder um Sie bei Ihrer Rückkehr \
               wiederzuerkennen, für Statistiken oder Werbung.",
        storage: "Websites können Daten auch an anderen Orten in Ihrem Browser speichern, zum \
                  Beispiel in seinem lokalen Speicher, oder durch ein Bild, das Ihr Browser lädt, \
                  von Ihrem Besuch erfahren. Wo auf dieser Seite „Cookies“ steht, sind auch diese \
                  Verfahren gemeint.",
        kinds: "Cookies unterscheiden sich danach, wozu sie dienen und wer sie speichert:",
        kind: [
            [
                "Unbedingt erforderliche Cookies",
                " speichern, was eine Website braucht, damit sie über mehrere Seiten und Besuche \
                 hinweg funktioniert: zum Beispiel, ob Sie angemeldet sind, was in Ihrem \
                 Warenkorb liegt und welche Sprache Sie gewählt haben. Das Gesetz erlaubt es \
                 einer Website in der Regel, sie zu speichern, ohne Sie zu fragen.",
            ],
            [
                "Statistik-Cookies",
                " zeigen, wie eine Website genutzt wird. In der Regel ist dafür Ihre Einwilligung \
                 erforderlich; manche Länder lassen Ausnahmen zu, zum Beispiel für einfache \
                 Besucherzählungen.",
            ],
            [
                "Erstanbieter-Cookies",
                " gehören zur Domain der Website, die Sie gerade besuchen. Manche sind unbedingt \
                 erforderlich. Andere merken sich Ihre Einstellungen, zählen Besuche oder dienen \
                 der Werbung.",
            ],
            [
                "Drittanbieter-Cookies",
                " gehören zur Domain eines anderen Anbieters, oft eines Werbeunternehmens, und \
                 werden gespeichert, während Sie eine Website besuchen. Solche Cookies können \
                 diesem Anbieter zeigen, welche Seiten Sie öffnen, und es ihm ermöglichen, Sie \
                 auf anderen Websites wiederzuerkennen.",
            ],
        ],
    },
    used: Used {
        heading_on: ["Cookies auf ", ""],
        heading: "Cookies auf dieser Website",
        nothing: "Für diese Website sind keine Cookies aufgeführt.",
        hole: [
            "In einem Namen ist der Teil in spitzen Klammern, etwa ",
            ", veränderlich.",
        ],
        exempt: "Für diese Cookies ist keine Einwilligung erforderlich.",
        opt_in: "Wir verwenden diese Cookies nur mit Ihrer Einwilligung.",
        opt_out: "Wir verwenden diese Cookies, sofern Sie nicht widersprechen.",
        object: [
            "Sie können jederzeit in den ",
            "Cookie-Einstellungen",
            " widersprechen.",
        ],
        object_no_link: "Sie können jederzeit widersprechen, indem Sie uns kontaktieren.",
        gpc: "Sendet Ihr Browser das Signal „Global Privacy Control“, werten wir das als \
              Widerspruch.",
        signal: "Sendet Ihr Browser das Signal „Global Privacy Control“, werten wir das als \
                 Widerspruch, sofern Sie uns nichts anderes mitteilen.",
        advanced: [
            "Programme von ",
            " werden mit unseren Seiten geladen, unabhängig von Ihrer Auswahl. Solange diese \
             Kategorie nicht zugelassen ist, wird ihnen das mitgeteilt, und sie sollen nichts \
             auf Ihrem Gerät speichern. Ihre Server erfahren aber auch dann Ihre IP-Adresse und \
             welche Seite Sie besuchen.",
        ],
        advanced_unnamed: "Programme dieser Kategorie werden mit unseren Seiten geladen, \
                           unabhängig von Ihrer Auswahl. Solange diese Kategorie nicht \
                           zugelassen ist, wird ihnen das mitgeteilt, und sie sollen nichts auf \
                           Ihrem Gerät speichern. Ihre Server erfahren aber auch dann Ihre \
                           IP-Adresse und welche Seite Sie besuchen.",
        empty: "In dieser Kategorie verwenden wir derzeit nichts.",
        any_of: ["alle Cookies von ", ""],
        any: "alle Cookies dieses Drittanbieters",
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
        other: "die Software, mit der diese Website betrieben wird",
        third_party: "Drittanbieter",
        third_party_domain: ["", " (Drittanbieter)"],
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
        session: "Browsersitzung",
        tab: "Tab-Sitzung",
        persistent: "bis Sie es löschen",
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
            "Sie können Ihre Auswahl mit ",
            " auf dieser Website treffen und ändern.",
        ],
        no_link: "Sie können Ihre Auswahl jederzeit dort ändern, wo Sie sie getroffen haben.",
        object_no_link: "Einige Cookies verwenden wir, sofern Sie nicht widersprechen. Sie können \
                         jederzeit widersprechen, indem Sie uns kontaktieren.",
        browser: "Sie können Cookies auch in den Einstellungen Ihres Browsers löschen oder blockieren. Wenn Sie \
                  unbedingt erforderliche Cookies blockieren, funktionieren Teile der Website möglicherweise nicht \
                  mehr.",
    },
    ask: Ask {
        heading: "Cookies auf dieser Website",
        question: [
            "Wir speichern, was diese Website braucht, um zu funktionieren. Wir bitten um \
             Ihre Einwilligung, Daten für folgende Zwecke zu speichern und auszulesen: ",
            ". Sie können Ihre Entscheidung jederzeit ändern.",
        ],
        unobjected: [
            "Sofern Sie nicht widersprechen, speichern und lesen wir außerdem Daten für \
             folgende Zwecke: ",
            ".",
        ],
        separator: ", ",
        policy: "Unsere Cookie-Hinweise lesen",
        accept: "Alle akzeptieren",
        refuse: "Alle ablehnen",
        choose: "Auswählen",
        save: "Auswahl speichern",
        settings: "Cookie-Einstellungen",
        explanation: "Wählen Sie, was wir verwenden dürfen. Sie können jederzeit hierher zurückkehren \
                      und Ihre Auswahl ändern.",
        allow: "Zulassen: ",
        stored: "Was gespeichert wird, von wem und wie lange",
        present: "Aktuelle Einstellungen",
        decided: ["Sie haben diese Auswahl am ", " getroffen."],
        identifier: [
            "Im Cookie ",
            " steht eine zufällige Kennung. Sie verbindet Ihre Entscheidungen miteinander, damit wir Ihnen diese zeigen oder sie löschen können.",
        ],
        saved: "Ihre Auswahl wurde gespeichert.",
        failed: "Ihre Auswahl konnte nicht gespeichert werden. Bitte versuchen Sie es erneut.",
        changed: [
            "Seit Ihrer letzten Auswahl gibt es Änderungen oder Neuerungen bei: ",
            ".",
        ],
        expired: "Ihre letzte Auswahl ist abgelaufen, deshalb fragen wir Sie erneut.",
        back: "Zurück zur Seite",
        needs: ["Für diesen Inhalt ist Ihre Einwilligung nötig: ", "."],
        recipients: ["Beim Laden sendet Ihr Browser Daten an: ", "."],
        once: "Einmal laden: ",
        always: "Immer zulassen: ",
        stale: "Dieser Teil der Seite entspricht noch nicht Ihrer Auswahl.",
        reload: "Seite neu laden",
        states: States {
            always: "Immer aktiv: Eine Einwilligung ist nicht erforderlich.",
            agreed: "Aktiv: Sie haben eingewilligt.",
            refused: "Nicht aktiv: Sie haben abgelehnt.",
            undecided: "Nicht aktiv: Sie haben noch keine Auswahl getroffen.",
            unobjected: "Aktiv: Sie haben nicht widersprochen.",
            signal: "Nicht aktiv: Ihr Browser sendet das Signal „Global Privacy Control“.",
            refused_advanced: "Nicht zugelassen: Sie haben abgelehnt.",
            undecided_advanced: "Nicht zugelassen: Sie haben noch keine Auswahl getroffen.",
            signal_advanced: "Nicht zugelassen: Ihr Browser sendet das Signal „Global Privacy Control“.",
        },
    },
    providers: Providers {
        heading: "Anbieter",
        introduction: "Die auf dieser Seite aufgeführten Cookies stammen von:",
        separator: "; ",
        third_party: "Drittanbieter, der die gespeicherten Daten lesen kann",
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
    refusals: Refusals {
        unsaved: "Ihre Auswahl wurde nicht gespeichert",
        foreign: "Wir nehmen eine Auswahl nur von einer Seite dieser Website entgegen, und Ihr \
                  Browser hat nicht angegeben, dass Ihre Auswahl von dort kommt. Der Grund kann \
                  eine Browser-Erweiterung oder eine Datenschutzeinstellung sein. Bitte öffnen Sie \
                  die Cookie-Einstellungen und wählen Sie erneut.",
        unreadable: "Das Formular ist nicht richtig bei uns angekommen. Bitte öffnen Sie die \
                     Cookie-Einstellungen und wählen Sie erneut.",
        internal: "Wegen eines Fehlers bei uns konnte Ihre Auswahl nicht gespeichert werden. Bitte \
                   versuchen Sie es später erneut.",
        missing: "Seite nicht gefunden",
        nowhere: "Unter dieser Adresse gibt es keine Seite.",
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
    wording: &[],
};
