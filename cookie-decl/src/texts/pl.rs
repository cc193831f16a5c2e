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
        set_by: "Zapisuje",
        party: "Własny lub podmiotu trzeciego",
        storage: "Rodzaj",
        basis: "Podstawa prawna",
        note: "Uwagi",
    },
    about: About {
        heading: "Czym jest plik cookie?",
        paragraphs: &[
            "Plik cookie to krótki tekst opatrzony nazwą. Witryna internetowa prosi przeglądarkę o jego \
             przechowanie; przeglądarka przedstawia go witrynie ponownie przy każdej otwieranej w niej stronie, \
             dopóki plik nie wygaśnie lub nie zostanie usunięty.",
            "Witryny używają plików cookie do wielu celów: aby podtrzymać zalogowanie, zapamiętać zawartość \
             koszyka albo rozpoznać powracającą osobę na potrzeby statystyk lub reklam.",
        ],
        storage: "Witryny mogą też przechowywać dane w innych miejscach przeglądarki, na przykład w jej pamięci \
                  lokalnej, lub dowiadywać się o wizycie za pomocą obrazu wczytywanego przez przeglądarkę. Gdy na \
                  tej stronie mowa o „plikach cookie”, chodzi również o te rozwiązania.",
        kinds: "Pliki cookie różnią się przeznaczeniem oraz tym, kto je zapisuje:",
        kind: &[
            (
                "Niezbędne pliki cookie",
                " zawierają to, czego witryna potrzebuje, aby działać przy przejściu z jednej strony na drugą lub \
                 od jednej wizyty do następnej: informację o zalogowaniu, zawartość koszyka, wybrany język. Co do \
                 zasady witryna może je zapisywać bez pytania o zgodę.",
            ),
            (
                "Statystyczne pliki cookie",
                " pokazują, jak witryna jest używana. Co do zasady wymagają zgody; wyjątki są możliwe, gdy na \
                 podstawie danych nie można ustalić tożsamości osoby.",
            ),
            (
                "Własne pliki cookie",
                " zapisuje odwiedzana witryna. Niektóre z nich są niezbędne; inne służą do zbierania danych \
                 osobowych, śledzenia działań odwiedzających lub wyświetlania reklam.",
            ),
            (
                "Pliki cookie podmiotów trzecich",
                " zapisuje ktoś inny, często firma reklamowa, lub są one zapisywane na jego rzecz podczas \
                 odwiedzania witryny. Mogą przekazywać temu podmiotowi, jakie strony są w niej otwierane, oraz \
                 inne informacje o osobie odwiedzającej.",
            ),
        ],
    },
    used: Used {
        heading_on: ["Pliki cookie używane w witrynie ", ""],
        heading: "Pliki cookie używane w tej witrynie",
        nothing: "Dla tej witryny nie zadeklarowano żadnych plików cookie.",
        hole: [
            "Część nazwy w nawiasach ostrokątnych, taka jak ",
            ", oznacza zmieniające się znaki.",
        ],
        exempt: "Używamy ich bez pytania o zgodę.",
        opt_in: "Używamy ich wyłącznie za Państwa zgodą.",
        opt_out: "Używamy ich, o ile nie zgłoszą Państwo sprzeciwu.",
        object: [
            "Sprzeciw można zgłosić w każdej chwili w ",
            "ustawieniach plików cookie",
            ".",
        ],
        object_no_link: "Sprzeciw można zgłosić w każdej chwili, informując nas o tym.",
        gpc: "Jeśli przeglądarka wysyła sygnał Global Privacy Control, traktujemy to jako odmowę.",
        empty: "Obecnie nie używamy niczego w tej kategorii.",
        caption: ["Szczegóły: ", ""],
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
        other: "technologia, na której działa ta witryna",
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
        session: "do zamknięcia przeglądarki",
        tab: "do zamknięcia karty",
        persistent: "do usunięcia przez użytkownika",
        unknown: "nie podany przez dostawcę",
        nothing: "na urządzeniu nic nie jest przechowywane",
        or: " lub ",
        kept: ["; najdłuższy okres w przeglądarkach: ", ""],
    },
    choice: Choice {
        heading: "Państwa wybór",
        link: [
            "Swój wybór można zmienić w każdej chwili w ",
            "ustawieniach plików cookie",
            ".",
        ],
        elsewhere: [
            "Wyboru dokonuje się i zmienia go w narzędziu ",
            " na tej stronie.",
        ],
        no_link: "Swój wybór można zmienić w każdej chwili w miejscu, w którym został dokonany.",
        object_no_link: "Temu, czego używamy, o ile nie zgłoszą Państwo sprzeciwu, można sprzeciwić się w każdej \
                         chwili, informując nas o tym.",
        browser: "Pliki cookie można także usunąć lub zablokować w ustawieniach przeglądarki. Po zablokowaniu \
                  tych, których witryna potrzebuje, niektóre jej części mogą przestać działać.",
    },
    ask: Ask {
        heading: "Pliki cookie w tej witrynie",
        question: [
            "Przechowujemy to, czego witryna potrzebuje do działania. Za Państwa zgodą używalibyśmy również: ",
            ". Decyzję można zmienić w każdej chwili.",
        ],
        unobjected: ["O ile nie zgłoszą Państwo sprzeciwu, używamy także: ", "."],
        separator: ", ",
        policy: "Nasza polityka plików cookie",
        accept: "Akceptuj wszystkie",
        refuse: "Odrzuć wszystkie",
        choose: "Wybierz",
        save: "Zapisz mój wybór",
        settings: "Ustawienia plików cookie",
        explanation: "Proszę wybrać, co może być przechowywane na Państwa urządzeniu. W każdej chwili można tu \
                      wrócić i zmienić wybór.",
        allow: "Zezwól: ",
        present: "Państwa obecny wybór",
        decided: ["Wybór dokonany ", "."],
        saved: "Wybór został zapisany.",
        failed: "Nie udało się zapisać wyboru. Proszę spróbować ponownie.",
        changed: [
            "Od Państwa ostatniego wyboru zmieniliśmy to, czego używamy w kategoriach: ",
            ".",
        ],
        expired: "Państwa ostatni wybór jest zbyt dawny, aby nadal obowiązywał.",
        back: "Wróć",
        states: States {
            always: "Zawsze używane: witryna ich potrzebuje.",
            agreed: "Używane: udzielono zgody.",
            refused: "Nieużywane: odmówiono zgody.",
            undecided: "Nieużywane: nie dokonano jeszcze wyboru.",
            unobjected: "Używane: nie zgłoszono sprzeciwu.",
            signal: "Nieużywane: przeglądarka wysyła sygnał Global Privacy Control.",
        },
    },
    providers: Providers {
        heading: "Dostawcy",
        introduction: "Za plikami cookie na tej stronie stoją następujący dostawcy:",
        separator: "; ",
        third_party: "podmiot trzeci, który może odczytać przechowywane dane",
        country: "kraj: ",
        domain: "domena: ",
        privacy: "polityka prywatności: ",
        opt_out: "sprzeciw: ",
        contact: "kontakt: ",
        address: "adres: ",
        transfer: "przekazywanie danych: ",
    },
    controller: Controller {
        heading: "Administrator danych",
        officer: "inspektor ochrony danych: ",
        authority: "organ nadzorczy: ",
    },
    version: "Wersja: ",
    last_updated: "Ostatnia aktualizacja: ",
    date: DateTexts {
        pattern: "{day} {month} {year}",
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
};
