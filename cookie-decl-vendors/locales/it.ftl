### The phrases of the catalogue in Italian. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = Trasferisce i dati di un esperimento alla pagina di destinazione

# Carries out a check against robots
robots-check = Esegue un controllo contro i robot

# Carries out payments
payment = Esegue i pagamenti

# Checks whether data stored about you is up to date
user-data-fresh = Verifica se i dati conservati sull’utente sono aggiornati

# Chooses the data centre that answers you
data-centre = Sceglie il centro dati che risponde

# Decides whether your visit is reported
reported = Stabilisce se la visita viene segnalata

# Decides which new features you see
new-features = Stabilisce quali nuove funzioni vengono mostrate

# Fills in your e-mail address when you sign up
email-filled = Inserisce l’indirizzo e-mail durante la registrazione

# Finds devices on which you can play the video
play-devices = Trova i dispositivi su cui riprodurre il video

# Finds the domain for which the site can set cookies
domain-test = Individua il dominio per cui il sito può impostare cookie

# Helps to load pages faster
faster = Aiuta a caricare più velocemente le pagine

# Keeps data until it has been sent to the provider
queue = Conserva i dati finché non sono inviati al fornitore

# Keeps you out of experiments
experiment-out = Esclude l’utente dagli esperimenti

# Keeps you signed in
signed-in = Mantiene attivo l’accesso

# Keeps your place in the waiting room
waiting = Mantiene il posto nella sala d’attesa

# Keeps your session from page to page
session = Mantiene la sessione da una pagina all’altra

# Leads you to the page that you asked for after you sign in
destination = Porta, dopo l’accesso, alla pagina richiesta

# Limits how many requests one visitor can send
rate = Limita il numero di richieste che un visitatore può inviare

# Links the pages of a visit to one recording of how the site is used
recording = Collega le pagine di una visita in un’unica registrazione dell’uso del sito

# Links the pages of one visit
one-visit = Collega le pagine di una stessa visita

# Makes sure that requests come from you and not from another site
own-requests = Garantisce che le richieste provengano dall’utente e non da un altro sito

# Matches your browser with an account or a profile for advertising
ad-matching = Associa il browser a un account o a un profilo a fini pubblicitari

# Measures how recordings are listened to
audio-use = Misura come vengono ascoltate le registrazioni

# Measures how videos are watched
video-use = Misura come vengono guardati i video

# Measures the success of advertisements
ad-success = Misura l’efficacia degli annunci

# Notes that you reached the goal of an experiment
experiment-goal = Annota che è stato raggiunto l’obiettivo di un esperimento

# Notices when a new visit begins
new-visit = Rileva quando inizia una nuova visita

# Protects forms from requests of other sites
forms = Protegge i moduli dalle richieste di altri siti

# Protects payments from fraud
payment-fraud = Protegge i pagamenti dalle frodi

# Protects the service from abuse
abuse = Protegge il servizio dagli abusi

# Recognises in the statistics which organisation you belong to
group-statistics = Riconosce nelle statistiche l’organizzazione di appartenenza

# Recognises you in the chat
chat-visitor = Riconosce l’utente nella chat

# Recognises you in the statistics after you signed in
account-statistics = Riconosce nelle statistiche chi ha effettuato l’accesso

# Recognises you to show suitable ways to pay
payment-offers = Riconosce l’utente per mostrare modalità di pagamento adatte

# Recognises your browser across sites for advertising
ad-recognised = Riconosce il browser su siti diversi a fini pubblicitari

# Recognises your device to notice attacks on accounts
device-attacks = Riconosce il dispositivo per rilevare attacchi agli account

# Records how you use a page
recorded = Registra come viene usata una pagina

# Remembers a device on which you confirmed who you are
confirmed-device = Ricorda un dispositivo su cui è stata confermata l’identità

# Remembers how you came to the site
origin = Ricorda come si è arrivati sul sito

# Remembers settings of the player and helps to find its faults
player-problems = Ricorda impostazioni del lettore e aiuta a trovarne i difetti

# Remembers that you answered a survey
survey-answered = Ricorda che è stato compilato un sondaggio

# Remembers that you closed an invitation to a survey
invitation-closed = Ricorda che è stato chiuso un invito a un sondaggio

# Remembers that you closed the chat’s welcome message
chat-welcome = Ricorda che il messaggio di benvenuto della chat è stato chiuso

# Remembers that you dismissed notifications
notifications = Ricorda che le notifiche sono state chiuse

# Remembers that you do not want your visits to be measured
measurement-objection = Ricorda che le visite non devono essere misurate

# Remembers that you made a window of the service smaller
window-made-small = Ricorda che una finestra del servizio è stata ridotta

# Remembers that you passed a check against robots
robots-passed = Ricorda che è stato superato un controllo contro i robot

# Remembers that you registered for a video
registered = Ricorda la registrazione effettuata per un video

# Remembers the design that you chose
colours = Ricorda l’aspetto scelto

# Remembers the page on which you arrived
landing = Ricorda la pagina di arrivo

# Remembers the password that you entered for a video
video-password = Ricorda la password inserita per un video

# Remembers the state of your visit
visit-state = Ricorda lo stato della visita

# Remembers the steps while you sign in
sign-in-steps = Ricorda i passaggi durante l’accesso

# Remembers what you chose about the cookies of this provider
provider-consent = Ricorda la scelta fatta sui cookie di questo fornitore

# Remembers when identifiers were last matched
matching-time = Ricorda quando gli identificatori sono stati confrontati l’ultima volta

# Remembers when other stored data expires
expiry = Ricorda quando scadono altri dati conservati

# Remembers whether the chat window is open
chat-open = Ricorda se la finestra della chat è aperta

# Remembers whether you consented to measurement
measurement-consent = Ricorda se è stato dato il consenso alla misurazione

# Remembers which advertisement you clicked
ad-click = Ricorda su quale annuncio è stato fatto clic

# Remembers your language
language = Ricorda la lingua

# Remembers your settings of the player
player = Ricorda le impostazioni del lettore

# Remembers your settings with this provider
provider-settings = Ricorda le impostazioni presso questo fornitore

# Remembers your user name for the next time you sign in
user-name = Ricorda il nome utente per il prossimo accesso

# Sends your requests to the same server
same-server = Invia le richieste allo stesso server

# Shows a message once, on the next page
message-once = Mostra un messaggio una sola volta, nella pagina successiva

# Shows you the same variant of a page each time
experiment-variant = Mostra ogni volta la stessa variante di una pagina

# Shows your conversation again on the next page
chat = Mostra di nuovo la conversazione nella pagina successiva

# Stores data of experiments
experiment-data = Conserva i dati degli esperimenti

# Stores data that only the server can read
private-value = Conserva dati che solo il server può leggere

# Stores details of your visit
visit-details = Conserva i dettagli della visita

# Stores settings of the chat
chat-settings = Conserva le impostazioni della chat

# Stores settings of the measurement
measurement-settings = Conserva le impostazioni della misurazione

# Stores the size of the browser window
window-size = Conserva le dimensioni della finestra del browser

# Stores what the site tells the service about you
user-data = Conserva ciò che il sito comunica al servizio sull’utente

# Tells browser windows apart
windows = Distingue le finestre del browser

# Tells pages that the server is overloaded
overload = Indica alle pagine che il server è sovraccarico

# Tells pages whether you are signed in
signed-in-flag = Indica alle pagine se è stato effettuato l’accesso

# Tells people from robots
robots = Distingue le persone dai robot

# Tells the provider that you opened a page
pixel = Comunica al fornitore che è stata aperta una pagina

# Tells the readers of comments apart
readers = Distingue i lettori dei commenti

# Tells visitors apart
visitor = Distingue i visitatori

# Tells visitors apart in experiments
experiment-visitor = Distingue i visitatori negli esperimenti

# Tells visitors apart to show and measure advertisements
ad-visitor = Distingue i visitatori per mostrare e misurare annunci

# Tests whether the browser keeps cookies
cookie-test = Verifica se il browser conserva i cookie

## Countries

# Estonia
estonia = Estonia

# France
france = Francia

# Germany
germany = Germania

# India
india = India

# Ireland
ireland = Irlanda

# Luxembourg
luxembourg = Lussemburgo

# Malta
malta = Malta

# Netherlands
netherlands = Paesi Bassi

# New Zealand
new-zealand = Nuova Zelanda

# Sweden
sweden = Svezia

# United States
united-states = Stati Uniti
