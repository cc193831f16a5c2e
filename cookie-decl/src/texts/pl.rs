//! The built-in texts in Polish.

use crate::texts::built_in::prelude::*;

pub static TEXTS: Texts = Texts {
    language: "pl",
    name: "Polski",
    title: "Polityka plików cookie",
    columns: Columns {
        cookie: "Plik cookie",
        provider: "Dostawca",
        function: "Funkcja",
        purpose: "Cel",
        duration: "Okres przechowywania",
        attributes: "Atrybuty",
        set_by: "Kto zapisuje",
        party: "Własny lub podmiotu trzeciego",
        storage: "Rodzaj",
        basis: "Podstawa prawna",
        note: "Uwagi",
    },
    about: About {
        heading: "Czym jest plik cookie?",
        cookies: "Plik cookie to krótki tekst opatrzony nazwą. Witryna internetowa prosi \
                  przeglądarkę o jego zapisanie. Przeglądarka odsyła go do witryny przy każdej \
                  otwieranej w niej stronie, dopóki plik nie wygaśnie lub nie zostanie usunięty.",
        uses: "Witryny używają plików cookie do wielu celów: aby podtrzymać zalogowanie, \
               zapamiętać zawartość koszyka albo rozpoznać powracającą osobę na potrzeby \
               statystyk lub reklam.",
        storage: "Witryny mogą też przechowywać dane w innych miejscach przeglądarki, na przykład w jej pamięci \
                  lokalnej, lub dowiadywać się o wizycie za pomocą obrazu wczytywanego przez przeglądarkę. Gdy na \
                  tej stronie mowa o „plikach cookie”, chodzi również o te rozwiązania.",
        kinds: "Pliki cookie różnią się przeznaczeniem oraz tym, kto je zapisuje:",
        kind: [
            [
                "Niezbędne pliki cookie",
                " zawierają to, czego witryna potrzebuje, aby działać między kolejnymi stronami i \
                 wizytami: na przykład informację o zalogowaniu, zawartość koszyka i wybrany \
                 język. Prawo zwykle pozwala witrynie zapisywać je bez pytania o zgodę.",
            ],
            [
                "Statystyczne pliki cookie",
                " pokazują, jak witryna jest używana. Zwykle wymagają zgody; niektóre kraje \
                 dopuszczają wyjątki, na przykład dla prostego zliczania odwiedzin.",
            ],
            [
                "Własne pliki cookie",
                " należą do domeny odwiedzanej witryny. Niektóre z nich są niezbędne. Inne \
                 zapamiętują preferencje, zliczają odwiedziny lub służą reklamie.",
            ],
            [
                "Pliki cookie podmiotów trzecich",
                " należą do domeny innego podmiotu, często firmy reklamowej, i są zapisywane \
                 podczas odwiedzania witryny. Mogą ujawniać temu podmiotowi, jakie strony są \
                 otwierane, i pozwalać mu rozpoznać osobę odwiedzającą w innych witrynach.",
            ],
        ],
    },
    used: Used {
        heading_on: ["Pliki cookie używane w witrynie ", ""],
        heading: "Pliki cookie używane w tej witrynie",
        nothing: "W tej witrynie nie wskazano żadnych plików cookie.",
        hole: [
            "Część nazwy w nawiasach ostrokątnych, taka jak ",
            ", jest zmienna.",
        ],
        exempt: "Te pliki cookie nie wymagają Państwa zgody.",
        opt_in: "Używamy tych plików cookie wyłącznie za Państwa zgodą.",
        opt_out: "Używamy tych plików cookie, o ile nie zgłoszą Państwo sprzeciwu.",
        object: [
            "Sprzeciw można zgłosić w każdej chwili w ",
            "ustawieniach plików cookie",
            ".",
        ],
        object_no_link: "Sprzeciw można zgłosić w każdej chwili, kontaktując się z nami.",
        gpc: "Jeśli przeglądarka wysyła sygnał Global Privacy Control, traktujemy to jako \
              sprzeciw.",
        signal: "Jeśli przeglądarka wysyła sygnał Global Privacy Control, traktujemy to jako \
                 sprzeciw, chyba że wskażą Państwo inaczej.",
        advanced: [
            "Razem z naszymi stronami, niezależnie od Państwa wyboru, wczytywane są programy następujących dostawców: ",
            ". Dopóki ta kategoria nie jest dozwolona, programy otrzymują taką informację i nie \
             powinny niczego zapisywać na Państwa urządzeniu. Ich serwery poznają jednak \
             Państwa adres IP i adres odwiedzanej strony.",
        ],
        advanced_unnamed: "Razem z naszymi stronami, niezależnie od Państwa wyboru, wczytywane \
                           są programy z tej kategorii. Dopóki ta kategoria nie jest dozwolona, \
                           programy otrzymują taką informację i nie powinny niczego zapisywać \
                           na Państwa urządzeniu. Ich serwery poznają jednak Państwa adres IP i \
                           adres odwiedzanej strony.",
        empty: "Obecnie nie używamy niczego w tej kategorii.",
        any_of: ["wszystkie pliki cookie z domeny ", ""],
        any: "wszystkie pliki cookie tego podmiotu trzeciego",
    },
    scope: Scope {
        around: [" (", ")"],
        separator: ", ",
        path: "ścieżka ",
        domain: "domena ",
    },
    set_by: SetByTexts {
        server: "ta witryna",
        script: "skrypt działający w przeglądarce",
        other: "oprogramowanie, na którym działa ta witryna",
        third_party: "podmiot trzeci",
        third_party_domain: ["", " (podmiot trzeci)"],
    },
    party: PartyTexts {
        first: "własny",
        third: "podmiotu trzeciego",
    },
    basis: BasisTexts {
        consent: "zgoda",
        contract: "umowa",
        legal_obligation: "obowiązek prawny",
        vital_interests: "żywotne interesy",
        public_task: "zadanie w interesie publicznym",
        legitimate_interests: "prawnie uzasadnione interesy",
    },
    storage: StorageTexts {
        cookie: "plik cookie",
        local_storage: "pamięć lokalna",
        session_storage: "pamięć sesji",
        indexed_db: "baza danych przeglądarki (IndexedDB)",
        pixel: "piksel śledzący",
    },
    duration: DurationTexts {
        second: Forms::Polish {
            one: "{n} sekunda",
            few: "{n} sekundy",
            many: "{n} sekund",
        },
        minute: Forms::Polish {
            one: "{n} minuta",
            few: "{n} minuty",
            many: "{n} minut",
        },
        hour: Forms::Polish {
            one: "{n} godzina",
            few: "{n} godziny",
            many: "{n} godzin",
        },
        day: Forms::Polish {
            one: "{n} dzień",
            few: "{n} dni",
            many: "{n} dni",
        },
        week: Forms::Polish {
            one: "{n} tydzień",
            few: "{n} tygodnie",
            many: "{n} tygodni",
        },
        month: Forms::Polish {
            one: "{n} miesiąc",
            few: "{n} miesiące",
            many: "{n} miesięcy",
        },
        year: Forms::Polish {
            one: "{n} rok",
            few: "{n} lata",
            many: "{n} lat",
        },
        less_than_a_second: "mniej niż sekunda",
        rolling: ["", " od ostatniej wizyty"],
        session: "sesja przeglądarki",
        tab: "sesja karty",
        persistent: "do usunięcia",
        unknown: "niepodany przez dostawcę",
        nothing: "na urządzeniu nic nie jest przechowywane",
        or: " lub ",
        kept: ["; najdłuższy okres przechowywania w przeglądarkach: ", ""],
    },
    choice: Choice {
        heading: "Państwa wybór",
        link: [
            "Swój wybór można zmienić w każdej chwili w ",
            "ustawieniach plików cookie",
            ".",
        ],
        elsewhere: [
            "Wyboru można dokonać i można go zmienić za pomocą narzędzia ",
            " w tej witrynie.",
        ],
        no_link: "Swój wybór można zmienić w każdej chwili w miejscu, w którym został dokonany.",
        object_no_link: "Niektórych plików cookie używamy, o ile nie zgłoszą Państwo sprzeciwu. Sprzeciw \
                         można zgłosić w każdej chwili, kontaktując się z nami.",
        browser: "Pliki cookie można także usunąć lub zablokować w ustawieniach przeglądarki. Po zablokowaniu \
                  tych, których witryna potrzebuje, niektóre jej części mogą przestać działać.",
    },
    ask: Ask {
        heading: "Pliki cookie w tej witrynie",
        question: [
            "Przechowujemy to, czego witryna potrzebuje do działania. Prosimy o zgodę na \
             przechowywanie i odczyt danych w następujących celach: ",
            ". Decyzję można zmienić w każdej chwili.",
        ],
        unobjected: [
            "O ile nie zgłoszą Państwo sprzeciwu, przechowujemy i odczytujemy także dane w \
             następujących celach: ",
            ".",
        ],
        separator: ", ",
        policy: "Nasza polityka plików cookie",
        accept: "Akceptuj wszystkie",
        refuse: "Odrzuć wszystkie",
        choose: "Wybierz",
        save: "Zapisz mój wybór",
        settings: "Ustawienia plików cookie",
        explanation: "Proszę wybrać, czego możemy używać. W każdej chwili można tu wrócić i zmienić \
                      wybór.",
        allow: "Zezwól: ",
        stored: "Co jest zapisywane, przez kogo i na jak długo",
        present: "Obecne ustawienia",
        decided: ["Tego wyboru dokonano ", ""],
        identifier: [
            "Plik cookie ",
            " zawiera losowy identyfikator, który łączy Państwa wybory, aby można je było Państwu pokazać lub usunąć.",
        ],
        saved: "Wybór został zapisany.",
        failed: "Nie udało się zapisać wyboru. Proszę spróbować ponownie.",
        changed: [
            "Od Państwa ostatniego wyboru pojawiły się zmiany lub nowości: ",
            ".",
        ],
        expired: "Państwa ostatni wybór wygasł, dlatego pytamy ponownie.",
        back: "Wróć do strony",
        needs: ["Ta treść wymaga Państwa zgody na: ", "."],
        recipients: [
            "Podczas jej wczytywania przeglądarka wysyła dane do następujących odbiorców: ",
            ".",
        ],
        once: "Wczytaj tylko raz: ",
        always: "Zezwalaj zawsze: ",
        stale: "Ta część strony nie uwzględnia jeszcze dokonanego wyboru.",
        reload: "Wczytaj stronę ponownie",
        states: States {
            always: "Zawsze używane: zgoda nie jest wymagana.",
            agreed: "Używane: udzielono zgody.",
            refused: "Nieużywane: odmówiono zgody.",
            undecided: "Nieużywane: nie dokonano jeszcze wyboru.",
            unobjected: "Używane: nie zgłoszono sprzeciwu.",
            signal: "Nieużywane: przeglądarka wysyła sygnał Global Privacy Control.",
            refused_advanced: "Niedozwolone: odmówiono zgody.",
            undecided_advanced: "Niedozwolone: nie dokonano jeszcze wyboru.",
            signal_advanced: "Niedozwolone: przeglądarka wysyła sygnał Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Dostawcy",
        introduction: "Pliki cookie wymienione na tej stronie pochodzą od następujących dostawców:",
        separator: "; ",
        third_party: "podmiot trzeci, który może odczytać przechowywane dane",
        country: "kraj: ",
        domain: "domena: ",
        privacy: "polityka prywatności: ",
        opt_out: "strona do zgłoszenia sprzeciwu: ",
        contact: "kontakt: ",
        address: "adres pocztowy: ",
        transfer: "przekazywanie danych: ",
    },
    controller: Controller {
        heading: "Administrator danych",
        officer: "inspektor ochrony danych: ",
        authority: "organ nadzorczy: ",
    },
    refusals: Refusals {
        unsaved: "Wybór nie został zapisany",
        foreign: "Przyjmujemy wybór tylko ze stron tej witryny, a przeglądarka nie potwierdziła, \
                  że został on dokonany na jednej z nich. Przyczyną może być rozszerzenie \
                  przeglądarki lub ustawienie prywatności. Proszę otworzyć ustawienia plików \
                  cookie i dokonać wyboru ponownie.",
        unreadable: "Formularz nie dotarł do nas prawidłowo. Proszę otworzyć ustawienia plików cookie \
                     i dokonać wyboru ponownie.",
        internal: "Z powodu błędu po naszej stronie nie udało się zapisać wyboru. Proszę spróbować \
                   ponownie później.",
        missing: "Nie znaleziono strony",
        nowhere: "Pod tym adresem nie ma strony.",
    },
    version: "Wersja: ",
    last_updated: "Ostatnia aktualizacja: ",
    date: DateTexts {
        pattern: "{day} {month} {year}\u{a0}r.",
        first: "1",
        months: [
            "stycznia",
            "lutego",
            "marca",
            "kwietnia",
            "maja",
            "czerwca",
            "lipca",
            "sierpnia",
            "września",
            "października",
            "listopada",
            "grudnia",
        ],
    },
    between_sentences: " ",
    wording: &[],
};
