### The texts of src/cookies.rs in French. The comment above each text is what the table says.

# Cookie policy
cookie-policy = Politique relative aux cookies

# This portal publishes open data. It keeps what it needs to work, and asks before it keeps anything else.
this-portal-publishes-open-data-it = Ce portail publie des données ouvertes. Il conserve ce dont il a besoin pour fonctionner, et demande votre accord avant de conserver autre chose.

# Necessary for the portal to work
necessary-for-the-portal-to-work = Nécessaires au fonctionnement du portail

# Without these nobody could sign in, read the portal in their language or send us a message.
without-these-nobody-could-sign-in = Sans eux, personne ne pourrait se connecter, lire le portail dans sa langue ou nous écrire.

# Authentication
authentication = Authentification

# Keeps you signed in from one page to another
keeps-you-signed-in-from-one = Maintient votre connexion d’une page à l’autre

# Language selection
language-selection = Choix de la langue

# Remembers the language that you chose
remembers-the-language-that-you-chose = Retient la langue que vous avez choisie

# Forms
forms = Formulaires

# Makes sure that a form was sent from this portal, and by you
makes-sure-that-a-form-was = Vérifie qu’un formulaire a été envoyé depuis ce portail, et par vous

# Cookie settings
cookie-settings = Paramètres des cookies

# Remembers what you chose on the page about cookies
remembers-what-you-chose-on-the = Retient vos choix sur la page relative aux cookies

# Audience measurement
audience-measurement = Mesure d’audience

# Tells us which data sets are read, so that we can improve them.
tells-us-which-data-sets-are = Nous indique quels jeux de données sont consultés, afin de les améliorer.

# Recognises a returning visitor
recognises-a-returning-visitor = Reconnaît un visiteur qui revient

# Groups the pages of one visit
groups-the-pages-of-one-visit = Regroupe les pages d’une même visite

# Counts which data set you read last
counts-which-data-set-you-read = Compte le dernier jeu de données que vous avez consulté

# Maps
maps = Cartes

# Shows data on a map, whose pictures come from another company.
shows-data-on-a-map-whose = Affiche les données sur une carte, dont les images viennent d’une autre société.

# Map
map = Carte

# Keeps the part of the map that you looked at
keeps-the-part-of-the-map = Conserve la partie de la carte que vous avez regardée

# Tells visitors apart, to limit how many pictures each of them loads
tells-visitors-apart-to-limit-how = Distingue les visiteurs, afin de limiter le nombre d’images que chacun charge
