### The phrases of the catalogue in Dutch. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = Neemt gegevens van een experiment mee naar de pagina waarnaar u wordt doorgestuurd

# Carries out a check against robots
robots-check = Voert een controle tegen robots uit

# Carries out payments
payment = Voert betalingen uit

# Checks whether data stored about you is up to date
user-data-fresh = Controleert of opgeslagen gegevens over u actueel zijn

# Chooses the data centre that answers you
data-centre = Kiest het datacentrum dat u antwoordt

# Decides whether your visit is reported
reported = Bepaalt of uw bezoek wordt gemeld

# Decides which new features you see
new-features = Bepaalt welke nieuwe functies u ziet

# Fills in your e-mail address when you sign up
email-filled = Vult uw e-mailadres in wanneer u zich registreert

# Finds devices on which you can play the video
play-devices = Vindt apparaten waarop u de video kunt afspelen

# Finds the domain for which the site can set cookies
domain-test = Zoekt het domein waarvoor de website cookies kan plaatsen

# Helps to load pages faster
faster = Helpt pagina’s sneller te laden

# Keeps data until it has been sent to the provider
queue = Bewaart gegevens tot ze naar de aanbieder zijn gestuurd

# Keeps you out of experiments
experiment-out = Houdt u buiten experimenten

# Keeps you signed in
signed-in = Houdt u ingelogd

# Keeps your place in the waiting room
waiting = Houdt uw plaats in de wachtruimte vast

# Keeps your session from page to page
session = Houdt uw sessie van pagina tot pagina in stand

# Leads you to the page that you asked for after you sign in
destination = Brengt u na het inloggen naar de pagina die u hebt opgevraagd

# Limits how many requests one visitor can send
rate = Beperkt hoeveel verzoeken één bezoeker kan sturen

# Links the pages of a visit to one recording of how the site is used
recording = Verbindt de pagina’s van een bezoek tot één opname van het gebruik van de website

# Links the pages of one visit
one-visit = Verbindt de pagina’s van één bezoek

# Makes sure that requests come from you and not from another site
own-requests = Zorgt dat verzoeken van u komen en niet van een andere website

# Matches your browser with an account or a profile for advertising
ad-matching = Koppelt uw browser voor advertenties aan een account of een profiel

# Measures how recordings are listened to
audio-use = Meet hoe opnames worden beluisterd

# Measures how videos are watched
video-use = Meet hoe video’s worden bekeken

# Measures the success of advertisements
ad-success = Meet het succes van advertenties

# Notes that you reached the goal of an experiment
experiment-goal = Noteert dat u het doel van een experiment hebt bereikt

# Notices when a new visit begins
new-visit = Merkt wanneer een nieuw bezoek begint

# Protects forms from requests of other sites
forms = Beschermt formulieren tegen verzoeken van andere websites

# Protects payments from fraud
payment-fraud = Beschermt betalingen tegen fraude

# Protects the service from abuse
abuse = Beschermt de dienst tegen misbruik

# Recognises in the statistics which organisation you belong to
group-statistics = Herkent in de statistieken bij welke organisatie u hoort

# Recognises you in the chat
chat-visitor = Herkent u in de chat

# Recognises you in the statistics after you signed in
account-statistics = Herkent u in de statistieken nadat u bent ingelogd

# Recognises you to show suitable ways to pay
payment-offers = Herkent u om passende betaalwijzen te tonen

# Recognises your browser across sites for advertising
ad-recognised = Herkent uw browser op verschillende websites voor advertenties

# Recognises your device to notice attacks on accounts
device-attacks = Herkent uw apparaat om aanvallen op accounts op te merken

# Records how you use a page
recorded = Neemt op hoe u een pagina gebruikt

# Remembers a device on which you confirmed who you are
confirmed-device = Onthoudt een apparaat waarop u uw identiteit hebt bevestigd

# Remembers how you came to the site
origin = Onthoudt hoe u op de website bent gekomen

# Remembers settings of the player and helps to find its faults
player-problems = Onthoudt instellingen van de speler en helpt fouten te vinden

# Remembers that you answered a survey
survey-answered = Onthoudt dat u een enquête hebt ingevuld

# Remembers that you closed an invitation to a survey
invitation-closed = Onthoudt dat u een uitnodiging voor een enquête hebt gesloten

# Remembers that you closed the chat’s welcome message
chat-welcome = Onthoudt dat u het welkomstbericht van de chat hebt gesloten

# Remembers that you dismissed notifications
notifications = Onthoudt dat u meldingen hebt gesloten

# Remembers that you do not want your visits to be measured
measurement-objection = Onthoudt dat u niet wilt dat uw bezoeken worden gemeten

# Remembers that you made a window of the service smaller
window-made-small = Onthoudt dat u een venster van de dienst kleiner hebt gemaakt

# Remembers that you passed a check against robots
robots-passed = Onthoudt dat u een controle tegen robots hebt doorstaan

# Remembers that you registered for a video
registered = Onthoudt dat u zich voor een video hebt geregistreerd

# Remembers the design that you chose
colours = Onthoudt de vormgeving die u hebt gekozen

# Remembers the page on which you arrived
landing = Onthoudt de pagina waarop u binnenkwam

# Remembers the password that you entered for a video
video-password = Onthoudt het wachtwoord dat u voor een video hebt ingevoerd

# Remembers the state of your visit
visit-state = Onthoudt de stand van uw bezoek

# Remembers the steps while you sign in
sign-in-steps = Onthoudt de stappen terwijl u inlogt

# Remembers what you chose about the cookies of this provider
provider-consent = Onthoudt wat u over de cookies van deze aanbieder hebt gekozen

# Remembers when identifiers were last matched
matching-time = Onthoudt wanneer kenmerken voor het laatst zijn vergeleken

# Remembers when other stored data expires
expiry = Onthoudt wanneer andere opgeslagen gegevens verlopen

# Remembers whether the chat window is open
chat-open = Onthoudt of het chatvenster open is

# Remembers whether you consented to measurement
measurement-consent = Onthoudt of u toestemming voor de meting hebt gegeven

# Remembers which advertisement you clicked
ad-click = Onthoudt op welke advertentie u hebt geklikt

# Remembers your language
language = Onthoudt uw taal

# Remembers your settings of the player
player = Onthoudt uw instellingen van de speler

# Remembers your settings with this provider
provider-settings = Onthoudt uw instellingen bij deze aanbieder

# Remembers your user name for the next time you sign in
user-name = Onthoudt uw gebruikersnaam voor de volgende keer dat u inlogt

# Sends your requests to the same server
same-server = Stuurt uw verzoeken naar dezelfde server

# Shows a message once, on the next page
message-once = Toont een melding één keer, op de volgende pagina

# Shows you the same variant of a page each time
experiment-variant = Toont u telkens dezelfde variant van een pagina

# Shows your conversation again on the next page
chat = Toont uw gesprek weer op de volgende pagina

# Stores data of experiments
experiment-data = Bewaart gegevens van experimenten

# Stores data that only the server can read
private-value = Bewaart gegevens die alleen de server kan lezen

# Stores details of your visit
visit-details = Bewaart bijzonderheden van uw bezoek

# Stores settings of the chat
chat-settings = Bewaart instellingen van de chat

# Stores settings of the measurement
measurement-settings = Bewaart instellingen van de meting

# Stores the size of the browser window
window-size = Bewaart de grootte van het browservenster

# Stores what the site tells the service about you
user-data = Bewaart wat de website de dienst over u meedeelt

# Tells browser windows apart
windows = Onderscheidt browservensters van elkaar

# Tells pages that the server is overloaded
overload = Laat pagina’s weten dat de server overbelast is

# Tells pages whether you are signed in
signed-in-flag = Laat pagina’s weten of u bent ingelogd

# Tells people from robots
robots = Onderscheidt mensen van robots

# Tells the provider that you opened a page
pixel = Meldt de aanbieder dat u een pagina hebt geopend

# Tells the readers of comments apart
readers = Onderscheidt de lezers van reacties

# Tells visitors apart
visitor = Onderscheidt bezoekers van elkaar

# Tells visitors apart in experiments
experiment-visitor = Onderscheidt bezoekers in experimenten

# Tells visitors apart to show and measure advertisements
ad-visitor = Onderscheidt bezoekers om advertenties te tonen en te meten

# Tests whether the browser keeps cookies
cookie-test = Test of de browser cookies bewaart

## Countries

# Estonia
estonia = Estland

# France
france = Frankrijk

# Germany
germany = Duitsland

# India
india = India

# Ireland
ireland = Ierland

# Luxembourg
luxembourg = Luxemburg

# Malta
malta = Malta

# Netherlands
netherlands = Nederland

# New Zealand
new-zealand = Nieuw-Zeeland

# Sweden
sweden = Zweden

# United States
united-states = Verenigde Staten
