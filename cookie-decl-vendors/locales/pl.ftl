### The phrases of the catalogue in Polish. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = Przenosi dane eksperymentu na stronę docelową przekierowania

# Carries out a check against robots
robots-check = Przeprowadza test przeciw robotom

# Carries out payments
payment = Realizuje płatności

# Checks whether data stored about you is up to date
user-data-fresh = Sprawdza, czy zapisane dane o danej osobie są aktualne

# Chooses the data centre that answers you
data-centre = Wybiera centrum danych, które odpowiada

# Decides whether your visit is reported
reported = Decyduje, czy wizyta zostanie zgłoszona

# Decides which new features you see
new-features = Decyduje, które nowe funkcje są widoczne

# Fills in your e-mail address when you sign up
email-filled = Uzupełnia adres e-mail podczas rejestracji

# Finds devices on which you can play the video
play-devices = Wyszukuje urządzenia, na których można odtworzyć film

# Finds the domain for which the site can set cookies
domain-test = Ustala domenę, dla której witryna może zapisywać pliki cookie

# Helps to load pages faster
faster = Pomaga szybciej wczytywać strony

# Keeps data until it has been sent to the provider
queue = Przechowuje dane do czasu wysłania ich do dostawcy

# Keeps you out of experiments
experiment-out = Wyłącza daną osobę z eksperymentów

# Keeps you signed in
signed-in = Podtrzymuje zalogowanie

# Keeps your place in the waiting room
waiting = Zachowuje miejsce w poczekalni

# Keeps your session from page to page
session = Podtrzymuje sesję między stronami

# Leads you to the page that you asked for after you sign in
destination = Po zalogowaniu prowadzi do żądanej strony

# Limits how many requests one visitor can send
rate = Ogranicza liczbę żądań od jednej osoby

# Links the pages of a visit to one recording of how the site is used
recording = Łączy strony wizyty w jedno nagranie korzystania z witryny

# Links the pages of one visit
one-visit = Łączy strony jednej wizyty

# Makes sure that requests come from you and not from another site
own-requests = Zapewnia, że żądania nie pochodzą z innej witryny

# Matches your browser with an account or a profile for advertising
ad-matching = Przypisuje przeglądarkę do konta lub profilu na potrzeby reklam

# Measures how recordings are listened to
audio-use = Mierzy, jak słuchane są nagrania

# Measures how videos are watched
video-use = Mierzy, jak oglądane są filmy

# Measures the success of advertisements
ad-success = Mierzy skuteczność reklam

# Notes that you reached the goal of an experiment
experiment-goal = Odnotowuje osiągnięcie celu eksperymentu

# Notices when a new visit begins
new-visit = Wykrywa początek nowej wizyty

# Protects forms from requests of other sites
forms = Chroni formularze przed żądaniami z innych witryn

# Protects payments from fraud
payment-fraud = Chroni płatności przed oszustwami

# Protects the service from abuse
abuse = Chroni usługę przed nadużyciami

# Recognises in the statistics which organisation you belong to
group-statistics = Rozpoznaje w statystykach, do której organizacji należy dana osoba

# Recognises you in the chat
chat-visitor = Rozpoznaje rozmówcę na czacie

# Recognises you in the statistics after you signed in
account-statistics = Rozpoznaje w statystykach zalogowaną osobę

# Recognises you to show suitable ways to pay
payment-offers = Rozpoznaje osobę, aby pokazać odpowiednie sposoby płatności

# Recognises your browser across sites for advertising
ad-recognised = Rozpoznaje przeglądarkę w różnych witrynach na potrzeby reklam

# Recognises your device to notice attacks on accounts
device-attacks = Rozpoznaje urządzenie, aby wykrywać ataki na konta

# Records how you use a page
recorded = Nagrywa, jak używana jest strona

# Remembers a device on which you confirmed who you are
confirmed-device = Zapamiętuje urządzenie, na którym potwierdzono tożsamość

# Remembers how you came to the site
origin = Zapamiętuje, jak trafiono do witryny

# Remembers settings of the player and helps to find its faults
player-problems = Zapamiętuje ustawienia odtwarzacza i pomaga znajdować jego błędy

# Remembers that you answered a survey
survey-answered = Zapamiętuje udzielenie odpowiedzi w ankiecie

# Remembers that you closed an invitation to a survey
invitation-closed = Zapamiętuje zamknięcie zaproszenia do ankiety

# Remembers that you closed the chat’s welcome message
chat-welcome = Zapamiętuje zamknięcie powitania na czacie

# Remembers that you dismissed notifications
notifications = Zapamiętuje zamknięcie powiadomień

# Remembers that you do not want your visits to be measured
measurement-objection = Zapamiętuje sprzeciw wobec mierzenia wizyt

# Remembers that you made a window of the service smaller
window-made-small = Zapamiętuje zminimalizowanie okna usługi

# Remembers that you passed a check against robots
robots-passed = Zapamiętuje pomyślne przejście testu przeciw robotom

# Remembers that you registered for a video
registered = Zapamiętuje rejestrację do filmu

# Remembers the design that you chose
colours = Zapamiętuje wybrany wygląd

# Remembers the page on which you arrived
landing = Zapamiętuje pierwszą otwartą stronę

# Remembers the password that you entered for a video
video-password = Zapamiętuje hasło wpisane dla filmu

# Remembers the state of your visit
visit-state = Zapamiętuje stan wizyty

# Remembers the steps while you sign in
sign-in-steps = Zapamiętuje kroki logowania

# Remembers what you chose about the cookies of this provider
provider-consent = Zapamiętuje wybór dotyczący plików cookie tego dostawcy

# Remembers when identifiers were last matched
matching-time = Zapamiętuje, kiedy ostatnio porównano identyfikatory

# Remembers when other stored data expires
expiry = Zapamiętuje, kiedy wygasają inne zapisane dane

# Remembers whether the chat window is open
chat-open = Zapamiętuje, czy okno czatu jest otwarte

# Remembers whether you consented to measurement
measurement-consent = Zapamiętuje, czy wyrażono zgodę na pomiar

# Remembers which advertisement you clicked
ad-click = Zapamiętuje klikniętą reklamę

# Remembers your language
language = Zapamiętuje język

# Remembers your settings of the player
player = Zapamiętuje ustawienia odtwarzacza

# Remembers your settings with this provider
provider-settings = Zapamiętuje ustawienia u tego dostawcy

# Remembers your user name for the next time you sign in
user-name = Zapamiętuje nazwę użytkownika do następnego logowania

# Sends your requests to the same server
same-server = Kieruje żądania do tego samego serwera

# Shows a message once, on the next page
message-once = Wyświetla komunikat jeden raz, na następnej stronie

# Shows you the same variant of a page each time
experiment-variant = Pokazuje za każdym razem ten sam wariant strony

# Shows your conversation again on the next page
chat = Pokazuje rozmowę ponownie na następnej stronie

# Stores data of experiments
experiment-data = Przechowuje dane eksperymentów

# Stores data that only the server can read
private-value = Przechowuje dane, które może odczytać tylko serwer

# Stores details of your visit
visit-details = Przechowuje szczegóły wizyty

# Stores settings of the chat
chat-settings = Przechowuje ustawienia czatu

# Stores settings of the measurement
measurement-settings = Przechowuje ustawienia pomiaru

# Stores the size of the browser window
window-size = Przechowuje rozmiar okna przeglądarki

# Stores what the site tells the service about you
user-data = Przechowuje to, co witryna przekazuje usłudze o danej osobie

# Tells browser windows apart
windows = Odróżnia okna przeglądarki

# Tells pages that the server is overloaded
overload = Informuje strony o przeciążeniu serwera

# Tells pages whether you are signed in
signed-in-flag = Informuje strony, czy dana osoba jest zalogowana

# Tells people from robots
robots = Odróżnia ludzi od robotów

# Tells the provider that you opened a page
pixel = Informuje dostawcę o otwarciu strony

# Tells the readers of comments apart
readers = Odróżnia osoby czytające komentarze

# Tells visitors apart
visitor = Odróżnia osoby odwiedzające

# Tells visitors apart in experiments
experiment-visitor = Odróżnia osoby odwiedzające w eksperymentach

# Tells visitors apart to show and measure advertisements
ad-visitor = Odróżnia osoby odwiedzające, aby wyświetlać i mierzyć reklamy

# Tests whether the browser keeps cookies
cookie-test = Sprawdza, czy przeglądarka zapisuje pliki cookie

## Countries

# Estonia
estonia = Estonia

# France
france = Francja

# Germany
germany = Niemcy

# India
india = Indie

# Ireland
ireland = Irlandia

# Luxembourg
luxembourg = Luksemburg

# Malta
malta = Malta

# Netherlands
netherlands = Niderlandy

# New Zealand
new-zealand = Nowa Zelandia

# Sweden
sweden = Szwecja

# United States
united-states = Stany Zjednoczone
