### The phrases of the catalogue in French. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = Transmet des données d’une expérience à la page vers laquelle vous êtes redirigé

# Carries out a check against robots
robots-check = Effectue une vérification contre les robots

# Carries out payments
payment = Effectue les paiements

# Checks whether data stored about you is up to date
user-data-fresh = Vérifie si les données conservées à votre sujet sont à jour

# Chooses the data centre that answers you
data-centre = Choisit le centre de données qui vous répond

# Decides whether your visit is reported
reported = Détermine si votre visite est signalée

# Decides which new features you see
new-features = Détermine quelles nouvelles fonctions vous voyez

# Fills in your e-mail address when you sign up
email-filled = Remplit votre adresse e-mail lorsque vous vous inscrivez

# Finds devices on which you can play the video
play-devices = Trouve des appareils sur lesquels vous pouvez lire la vidéo

# Finds the domain for which the site can set cookies
domain-test = Détermine le domaine pour lequel le site peut déposer des cookies

# Helps to load pages faster
faster = Aide à charger les pages plus vite

# Keeps data until it has been sent to the provider
queue = Conserve des données jusqu’à leur envoi au fournisseur

# Keeps you out of experiments
experiment-out = Vous exclut des expériences

# Keeps you signed in
signed-in = Maintient votre connexion

# Keeps your place in the waiting room
waiting = Conserve votre place dans la file d’attente

# Keeps your session from page to page
session = Maintient votre session d’une page à l’autre

# Leads you to the page that you asked for after you sign in
destination = Vous mène, après connexion, à la page que vous avez demandée

# Limits how many requests one visitor can send
rate = Limite le nombre de requêtes qu’un visiteur peut envoyer

# Links the pages of a visit to one recording of how the site is used
recording = Réunit les pages d’une visite en un seul enregistrement de l’usage du site

# Links the pages of one visit
one-visit = Relie les pages d’une même visite

# Makes sure that requests come from you and not from another site
own-requests = Vérifie que les requêtes viennent de vous et non d’un autre site

# Matches your browser with an account or a profile for advertising
ad-matching = Associe votre navigateur à un compte ou à un profil à des fins publicitaires

# Measures how recordings are listened to
audio-use = Mesure la façon dont les enregistrements sont écoutés

# Measures how videos are watched
video-use = Mesure la façon dont les vidéos sont regardées

# Measures the success of advertisements
ad-success = Mesure l’efficacité des publicités

# Notes that you reached the goal of an experiment
experiment-goal = Note que vous avez atteint l’objectif d’une expérience

# Notices when a new visit begins
new-visit = Détecte le début d’une nouvelle visite

# Protects forms from requests of other sites
forms = Protège les formulaires contre les requêtes d’autres sites

# Protects payments from fraud
payment-fraud = Protège les paiements contre la fraude

# Protects the service from abuse
abuse = Protège le service contre les abus

# Recognises in the statistics which organisation you belong to
group-statistics = Reconnaît dans les statistiques l’organisation dont vous faites partie

# Recognises you in the chat
chat-visitor = Vous reconnaît dans la messagerie

# Recognises you in the statistics after you signed in
account-statistics = Vous reconnaît dans les statistiques une fois que vous êtes connecté

# Recognises you to show suitable ways to pay
payment-offers = Vous reconnaît pour proposer des moyens de paiement adaptés

# Recognises your browser across sites for advertising
ad-recognised = Reconnaît votre navigateur d’un site à l’autre à des fins publicitaires

# Recognises your device to notice attacks on accounts
device-attacks = Reconnaît votre appareil pour repérer les attaques contre des comptes

# Records how you use a page
recorded = Enregistre la façon dont vous utilisez une page

# Remembers a device on which you confirmed who you are
confirmed-device = Retient un appareil sur lequel vous avez confirmé votre identité

# Remembers how you came to the site
origin = Retient comment vous êtes arrivé sur le site

# Remembers settings of the player and helps to find its faults
player-problems = Retient des réglages du lecteur et aide à trouver ses défauts

# Remembers that you answered a survey
survey-answered = Retient que vous avez répondu à un sondage

# Remembers that you closed an invitation to a survey
invitation-closed = Retient que vous avez fermé une invitation à un sondage

# Remembers that you closed the chat’s welcome message
chat-welcome = Retient que vous avez fermé le message d’accueil de la messagerie

# Remembers that you dismissed notifications
notifications = Retient que vous avez fermé des notifications

# Remembers that you do not want your visits to be measured
measurement-objection = Retient que vous ne voulez pas que vos visites soient mesurées

# Remembers that you made a window of the service smaller
window-made-small = Retient que vous avez réduit une fenêtre du service

# Remembers that you passed a check against robots
robots-passed = Retient que vous avez réussi une vérification contre les robots

# Remembers that you registered for a video
registered = Retient que vous vous êtes inscrit pour une vidéo

# Remembers the design that you chose
colours = Retient la présentation que vous avez choisie

# Remembers the page on which you arrived
landing = Retient la page sur laquelle vous êtes arrivé

# Remembers the password that you entered for a video
video-password = Retient le mot de passe que vous avez saisi pour une vidéo

# Remembers the state of your visit
visit-state = Retient l’état de votre visite

# Remembers the steps while you sign in
sign-in-steps = Retient les étapes pendant que vous vous connectez

# Remembers what you chose about the cookies of this provider
provider-consent = Retient votre choix concernant les cookies de ce fournisseur

# Remembers when identifiers were last matched
matching-time = Retient la date du dernier rapprochement des identifiants

# Remembers when other stored data expires
expiry = Retient quand expirent d’autres données conservées

# Remembers whether the chat window is open
chat-open = Retient si la fenêtre de la messagerie est ouverte

# Remembers whether you consented to measurement
measurement-consent = Retient si vous avez consenti à la mesure

# Remembers which advertisement you clicked
ad-click = Retient la publicité sur laquelle vous avez cliqué

# Remembers your language
language = Retient votre langue

# Remembers your settings of the player
player = Retient vos réglages du lecteur

# Remembers your settings with this provider
provider-settings = Retient vos réglages auprès de ce fournisseur

# Remembers your user name for the next time you sign in
user-name = Retient votre identifiant pour la prochaine connexion

# Sends your requests to the same server
same-server = Dirige vos requêtes vers le même serveur

# Shows a message once, on the next page
message-once = Affiche un message une seule fois, sur la page suivante

# Shows you the same variant of a page each time
experiment-variant = Vous montre chaque fois la même variante d’une page

# Shows your conversation again on the next page
chat = Affiche à nouveau votre conversation sur la page suivante

# Stores data of experiments
experiment-data = Conserve les données des expériences

# Stores data that only the server can read
private-value = Conserve des données que seul le serveur peut lire

# Stores details of your visit
visit-details = Conserve des détails de votre visite

# Stores settings of the chat
chat-settings = Conserve des réglages de la messagerie

# Stores settings of the measurement
measurement-settings = Conserve des réglages de la mesure

# Stores the size of the browser window
window-size = Conserve la taille de la fenêtre du navigateur

# Stores what the site tells the service about you
user-data = Conserve ce que le site communique au service à votre sujet

# Tells browser windows apart
windows = Distingue les fenêtres du navigateur

# Tells pages that the server is overloaded
overload = Indique aux pages que le serveur est surchargé

# Tells pages whether you are signed in
signed-in-flag = Indique aux pages si vous êtes connecté

# Tells people from robots
robots = Distingue les humains des robots

# Tells the provider that you opened a page
pixel = Signale au fournisseur que vous avez ouvert une page

# Tells the readers of comments apart
readers = Distingue les lecteurs des commentaires

# Tells visitors apart
visitor = Distingue les visiteurs

# Tells visitors apart in experiments
experiment-visitor = Distingue les visiteurs lors d’expériences

# Tells visitors apart to show and measure advertisements
ad-visitor = Distingue les visiteurs pour afficher et mesurer des publicités

# Tests whether the browser keeps cookies
cookie-test = Vérifie si le navigateur conserve les cookies

## Countries

# Estonia
estonia = Estonie

# France
france = France

# Germany
germany = Allemagne

# India
india = Inde

# Ireland
ireland = Irlande

# Luxembourg
luxembourg = Luxembourg

# Malta
malta = Malte

# Netherlands
netherlands = Pays-Bas

# New Zealand
new-zealand = Nouvelle-Zélande

# Sweden
sweden = Suède

# United States
united-states = États-Unis
