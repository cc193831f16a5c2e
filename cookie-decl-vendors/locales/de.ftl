### The phrases of the catalogue in German. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = Überträgt Daten eines Experiments auf die Seite, zu der Sie weitergeleitet werden

# Carries out a check against robots
robots-check = Führt eine Prüfung gegen Roboter durch

# Carries out payments
payment = Führt Zahlungen durch

# Checks whether data stored about you is up to date
user-data-fresh = Prüft, ob gespeicherte Daten über Sie aktuell sind

# Chooses the data centre that answers you
data-centre = Wählt das Rechenzentrum, das Ihnen antwortet

# Decides whether your visit is reported
reported = Bestimmt, ob Ihr Besuch gemeldet wird

# Decides which new features you see
new-features = Bestimmt, welche neuen Funktionen Sie sehen

# Fills in your e-mail address when you sign up
email-filled = Trägt Ihre E-Mail-Adresse ein, wenn Sie sich registrieren

# Finds devices on which you can play the video
play-devices = Findet Geräte, auf denen Sie das Video abspielen können

# Finds the domain for which the site can set cookies
domain-test = Ermittelt die Domain, für die die Website Cookies setzen kann

# Helps to load pages faster
faster = Hilft, Seiten schneller zu laden

# Keeps data until it has been sent to the provider
queue = Bewahrt Daten auf, bis sie an den Anbieter gesendet sind

# Keeps you out of experiments
experiment-out = Nimmt Sie von Experimenten aus

# Keeps you signed in
signed-in = Hält Sie angemeldet

# Keeps your place in the waiting room
waiting = Hält Ihren Platz im Warteraum

# Keeps your session from page to page
session = Hält Ihre Sitzung von Seite zu Seite aufrecht

# Leads you to the page that you asked for after you sign in
destination = Führt Sie nach der Anmeldung zu der Seite, die Sie aufgerufen haben

# Limits how many requests one visitor can send
rate = Begrenzt, wie viele Anfragen ein Besucher senden kann

# Links the pages of a visit to one recording of how the site is used
recording = Verknüpft die Seiten eines Besuchs zu einer Aufzeichnung der Nutzung

# Links the pages of one visit
one-visit = Verknüpft die Seiten eines Besuchs

# Makes sure that requests come from you and not from another site
own-requests = Stellt sicher, dass Anfragen von Ihnen kommen und nicht von einer anderen Website

# Matches your browser with an account or a profile for advertising
ad-matching = Ordnet Ihren Browser für Werbung einem Konto oder einem Profil zu

# Measures how recordings are listened to
audio-use = Misst, wie Aufnahmen angehört werden

# Measures how videos are watched
video-use = Misst, wie Videos angesehen werden

# Measures the success of advertisements
ad-success = Misst den Erfolg von Anzeigen

# Notes that you reached the goal of an experiment
experiment-goal = Vermerkt, dass Sie das Ziel eines Experiments erreicht haben

# Notices when a new visit begins
new-visit = Erkennt, wann ein neuer Besuch beginnt

# Protects forms from requests of other sites
forms = Schützt Formulare vor Anfragen anderer Websites

# Protects payments from fraud
payment-fraud = Schützt Zahlungen vor Betrug

# Protects the service from abuse
abuse = Schützt den Dienst vor Missbrauch

# Recognises in the statistics which organisation you belong to
group-statistics = Erkennt in der Statistik, zu welcher Organisation Sie gehören

# Recognises you in the chat
chat-visitor = Erkennt Sie im Chat wieder

# Recognises you in the statistics after you signed in
account-statistics = Erkennt Sie in der Statistik wieder, nachdem Sie sich angemeldet haben

# Recognises you to show suitable ways to pay
payment-offers = Erkennt Sie wieder, um passende Zahlungsarten zu zeigen

# Recognises your browser across sites for advertising
ad-recognised = Erkennt Ihren Browser für Werbung über Websites hinweg wieder

# Recognises your device to notice attacks on accounts
device-attacks = Erkennt Ihr Gerät wieder, um Angriffe auf Konten zu bemerken

# Records how you use a page
recorded = Zeichnet auf, wie Sie eine Seite nutzen

# Remembers a device on which you confirmed who you are
confirmed-device = Merkt sich ein Gerät, auf dem Sie Ihre Identität bestätigt haben

# Remembers how you came to the site
origin = Merkt sich, wie Sie auf die Website gekommen sind

# Remembers settings of the player and helps to find its faults
player-problems = Merkt sich Einstellungen des Players und hilft, Fehler zu finden

# Remembers that you answered a survey
survey-answered = Merkt sich, dass Sie eine Umfrage beantwortet haben

# Remembers that you closed an invitation to a survey
invitation-closed = Merkt sich, dass Sie die Einladung zu einer Umfrage geschlossen haben

# Remembers that you closed the chat’s welcome message
chat-welcome = Merkt sich, dass Sie die Begrüßung im Chat geschlossen haben

# Remembers that you dismissed notifications
notifications = Merkt sich, dass Sie Benachrichtigungen geschlossen haben

# Remembers that you do not want your visits to be measured
measurement-objection = Merkt sich, dass Ihre Besuche nicht gemessen werden sollen

# Remembers that you made a window of the service smaller
window-made-small = Merkt sich, dass Sie ein Fenster des Dienstes verkleinert haben

# Remembers that you passed a check against robots
robots-passed = Merkt sich, dass Sie eine Prüfung gegen Roboter bestanden haben

# Remembers that you registered for a video
registered = Merkt sich, dass Sie sich für ein Video registriert haben

# Remembers the design that you chose
colours = Merkt sich die Gestaltung, die Sie gewählt haben

# Remembers the page on which you arrived
landing = Merkt sich die Seite, auf der Sie angekommen sind

# Remembers the password that you entered for a video
video-password = Merkt sich das Passwort, das Sie für ein Video eingegeben haben

# Remembers the state of your visit
visit-state = Merkt sich den Stand Ihres Besuchs

# Remembers the steps while you sign in
sign-in-steps = Merkt sich die Schritte, während Sie sich anmelden

# Remembers what you chose about the cookies of this provider
provider-consent = Merkt sich, was Sie zu den Cookies dieses Anbieters gewählt haben

# Remembers when identifiers were last matched
matching-time = Merkt sich, wann Kennungen zuletzt abgeglichen wurden

# Remembers when other stored data expires
expiry = Merkt sich, wann andere gespeicherte Daten ablaufen

# Remembers whether the chat window is open
chat-open = Merkt sich, ob das Chatfenster geöffnet ist

# Remembers whether you consented to measurement
measurement-consent = Merkt sich, ob Sie in die Messung eingewilligt haben

# Remembers which advertisement you clicked
ad-click = Merkt sich, welche Anzeige Sie angeklickt haben

# Remembers your language
language = Merkt sich Ihre Sprache

# Remembers your settings of the player
player = Merkt sich Ihre Einstellungen des Players

# Remembers your settings with this provider
provider-settings = Merkt sich Ihre Einstellungen bei diesem Anbieter

# Remembers your user name for the next time you sign in
user-name = Merkt sich Ihren Benutzernamen für die nächste Anmeldung

# Sends your requests to the same server
same-server = Leitet Ihre Anfragen an denselben Server

# Shows a message once, on the next page
message-once = Zeigt eine Meldung einmal auf der nächsten Seite

# Shows you the same variant of a page each time
experiment-variant = Zeigt Ihnen jedes Mal dieselbe Variante einer Seite

# Shows your conversation again on the next page
chat = Zeigt Ihr Gespräch auf der nächsten Seite wieder an

# Stores data of experiments
experiment-data = Speichert Daten von Experimenten

# Stores data that only the server can read
private-value = Speichert Daten, die nur der Server lesen kann

# Stores details of your visit
visit-details = Speichert Einzelheiten Ihres Besuchs

# Stores settings of the chat
chat-settings = Speichert Einstellungen des Chats

# Stores settings of the measurement
measurement-settings = Speichert Einstellungen der Messung

# Stores the size of the browser window
window-size = Speichert die Größe des Browserfensters

# Stores what the site tells the service about you
user-data = Speichert, was die Website dem Dienst über Sie mitteilt

# Tells browser windows apart
windows = Unterscheidet Browserfenster

# Tells pages that the server is overloaded
overload = Teilt Seiten mit, dass der Server überlastet ist

# Tells pages whether you are signed in
signed-in-flag = Teilt Seiten mit, ob Sie angemeldet sind

# Tells people from robots
robots = Unterscheidet Menschen von Robotern

# Tells the provider that you opened a page
pixel = Teilt dem Anbieter mit, dass Sie eine Seite geöffnet haben

# Tells the readers of comments apart
readers = Unterscheidet die Leser von Kommentaren

# Tells visitors apart
visitor = Unterscheidet Besucher

# Tells visitors apart in experiments
experiment-visitor = Unterscheidet Besucher in Experimenten

# Tells visitors apart to show and measure advertisements
ad-visitor = Unterscheidet Besucher, um Anzeigen zu zeigen und zu messen

# Tests whether the browser keeps cookies
cookie-test = Prüft, ob der Browser Cookies speichert

## Countries

# Estonia
estonia = Estland

# France
france = Frankreich

# Germany
germany = Deutschland

# India
india = Indien

# Ireland
ireland = Irland

# Luxembourg
luxembourg = Luxemburg

# Malta
malta = Malta

# Netherlands
netherlands = Niederlande

# New Zealand
new-zealand = Neuseeland

# Sweden
sweden = Schweden

# United States
united-states = Vereinigte Staaten
