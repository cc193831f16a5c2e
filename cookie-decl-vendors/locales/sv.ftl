### The phrases of the catalogue in Swedish. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = För över uppgifter om ett experiment till sidan som du skickas till

# Carries out a check against robots
robots-check = Utför en kontroll mot robotar

# Carries out payments
payment = Genomför betalningar

# Checks whether data stored about you is up to date
user-data-fresh = Kontrollerar om lagrade uppgifter om dig är aktuella

# Chooses the data centre that answers you
data-centre = Väljer vilken datacentral som svarar dig

# Decides whether your visit is reported
reported = Avgör om ditt besök rapporteras

# Decides which new features you see
new-features = Avgör vilka nya funktioner du ser

# Fills in your e-mail address when you sign up
email-filled = Fyller i din e-postadress när du registrerar dig

# Finds devices on which you can play the video
play-devices = Hittar enheter som du kan spela upp videon på

# Finds the domain for which the site can set cookies
domain-test = Tar reda på vilken domän webbplatsen kan sätta kakor för

# Helps to load pages faster
faster = Hjälper till att läsa in sidor snabbare

# Keeps data until it has been sent to the provider
queue = Sparar uppgifter tills de har skickats till leverantören

# Keeps you out of experiments
experiment-out = Håller dig utanför experiment

# Keeps you signed in
signed-in = Håller dig inloggad

# Keeps your place in the waiting room
waiting = Håller din plats i väntrummet

# Keeps your session from page to page
session = Behåller din session från sida till sida

# Leads you to the page that you asked for after you sign in
destination = Leder dig efter inloggningen till sidan som du bad om

# Limits how many requests one visitor can send
rate = Begränsar hur många förfrågningar en besökare kan skicka

# Links the pages of a visit to one recording of how the site is used
recording = Kopplar ihop sidorna i ett besök till en inspelning av hur webbplatsen används

# Links the pages of one visit
one-visit = Kopplar ihop sidorna i ett besök

# Makes sure that requests come from you and not from another site
own-requests = Ser till att förfrågningar kommer från dig och inte från en annan webbplats

# Matches your browser with an account or a profile for advertising
ad-matching = Kopplar din webbläsare till ett konto eller en profil för reklam

# Measures how recordings are listened to
audio-use = Mäter hur inspelningar lyssnas på

# Measures how videos are watched
video-use = Mäter hur videor ses

# Measures the success of advertisements
ad-success = Mäter hur väl annonser lyckas

# Notes that you reached the goal of an experiment
experiment-goal = Noterar att du har nått målet för ett experiment

# Notices when a new visit begins
new-visit = Märker när ett nytt besök börjar

# Protects forms from requests of other sites
forms = Skyddar formulär mot förfrågningar från andra webbplatser

# Protects payments from fraud
payment-fraud = Skyddar betalningar mot bedrägeri

# Protects the service from abuse
abuse = Skyddar tjänsten mot missbruk

# Recognises in the statistics which organisation you belong to
group-statistics = Känner i statistiken igen vilken organisation du tillhör

# Recognises you in the chat
chat-visitor = Känner igen dig i chatten

# Recognises you in the statistics after you signed in
account-statistics = Känner igen dig i statistiken när du har loggat in

# Recognises you to show suitable ways to pay
payment-offers = Känner igen dig för att visa lämpliga betalsätt

# Recognises your browser across sites for advertising
ad-recognised = Känner igen din webbläsare på olika webbplatser för reklam

# Recognises your device to notice attacks on accounts
device-attacks = Känner igen din enhet för att upptäcka angrepp på konton

# Records how you use a page
recorded = Spelar in hur du använder en sida

# Remembers a device on which you confirmed who you are
confirmed-device = Minns en enhet där du har bekräftat vem du är

# Remembers how you came to the site
origin = Minns hur du kom till webbplatsen

# Remembers settings of the player and helps to find its faults
player-problems = Minns inställningar för spelaren och hjälper till att hitta fel

# Remembers that you answered a survey
survey-answered = Minns att du har svarat på en enkät

# Remembers that you closed an invitation to a survey
invitation-closed = Minns att du har stängt en inbjudan till en enkät

# Remembers that you closed the chat’s welcome message
chat-welcome = Minns att du har stängt chattens välkomstmeddelande

# Remembers that you dismissed notifications
notifications = Minns att du har stängt aviseringar

# Remembers that you do not want your visits to be measured
measurement-objection = Minns att du inte vill att dina besök mäts

# Remembers that you made a window of the service smaller
window-made-small = Minns att du har minimerat ett av tjänstens fönster

# Remembers that you passed a check against robots
robots-passed = Minns att du har klarat en kontroll mot robotar

# Remembers that you registered for a video
registered = Minns att du har registrerat dig för en video

# Remembers the design that you chose
colours = Minns utseendet som du valde

# Remembers the page on which you arrived
landing = Minns sidan som du först kom till

# Remembers the password that you entered for a video
video-password = Minns lösenordet som du angav för en video

# Remembers the state of your visit
visit-state = Minns läget i ditt besök

# Remembers the steps while you sign in
sign-in-steps = Minns stegen medan du loggar in

# Remembers what you chose about the cookies of this provider
provider-consent = Minns vad du valde om den här leverantörens kakor

# Remembers when identifiers were last matched
matching-time = Minns när identifierare senast jämfördes

# Remembers when other stored data expires
expiry = Minns när andra lagrade uppgifter går ut

# Remembers whether the chat window is open
chat-open = Minns om chattfönstret är öppet

# Remembers whether you consented to measurement
measurement-consent = Minns om du har samtyckt till mätning

# Remembers which advertisement you clicked
ad-click = Minns vilken annons du klickade på

# Remembers your language
language = Minns ditt språk

# Remembers your settings of the player
player = Minns dina inställningar för spelaren

# Remembers your settings with this provider
provider-settings = Minns dina inställningar hos den här leverantören

# Remembers your user name for the next time you sign in
user-name = Minns ditt användarnamn till nästa inloggning

# Sends your requests to the same server
same-server = Skickar dina förfrågningar till samma server

# Shows a message once, on the next page
message-once = Visar ett meddelande en gång, på nästa sida

# Shows you the same variant of a page each time
experiment-variant = Visar dig samma variant av en sida varje gång

# Shows your conversation again on the next page
chat = Visar din konversation igen på nästa sida

# Stores data of experiments
experiment-data = Lagrar uppgifter om experiment

# Stores data that only the server can read
private-value = Lagrar uppgifter som bara servern kan läsa

# Stores details of your visit
visit-details = Lagrar uppgifter om ditt besök

# Stores settings of the chat
chat-settings = Lagrar inställningar för chatten

# Stores settings of the measurement
measurement-settings = Lagrar inställningar för mätningen

# Stores the size of the browser window
window-size = Lagrar webbläsarfönstrets storlek

# Stores what the site tells the service about you
user-data = Lagrar det som webbplatsen berättar om dig för tjänsten

# Tells browser windows apart
windows = Skiljer webbläsarfönster åt

# Tells pages that the server is overloaded
overload = Talar om för sidor att servern är överbelastad

# Tells pages whether you are signed in
signed-in-flag = Talar om för sidor om du är inloggad

# Tells people from robots
robots = Skiljer människor från robotar

# Tells the provider that you opened a page
pixel = Talar om för leverantören att du har öppnat en sida

# Tells the readers of comments apart
readers = Skiljer kommentarernas läsare åt

# Tells visitors apart
visitor = Skiljer besökare åt

# Tells visitors apart in experiments
experiment-visitor = Skiljer besökare åt i experiment

# Tells visitors apart to show and measure advertisements
ad-visitor = Skiljer besökare åt för att visa och mäta annonser

# Tests whether the browser keeps cookies
cookie-test = Testar om webbläsaren sparar kakor

## Countries

# Estonia
estonia = Estland

# France
france = Frankrike

# Germany
germany = Tyskland

# India
india = Indien

# Ireland
ireland = Irland

# Luxembourg
luxembourg = Luxemburg

# Malta
malta = Malta

# Netherlands
netherlands = Nederländerna

# New Zealand
new-zealand = Nya Zeeland

# Sweden
sweden = Sverige

# United States
united-states = USA
