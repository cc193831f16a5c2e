### The phrases of the catalogue in Spanish. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = Lleva datos de un experimento a la página a la que se le redirige

# Carries out a check against robots
robots-check = Realiza una comprobación contra robots

# Carries out payments
payment = Realiza los pagos

# Checks whether data stored about you is up to date
user-data-fresh = Comprueba si los datos guardados sobre usted están al día

# Chooses the data centre that answers you
data-centre = Elige el centro de datos que le responde

# Decides whether your visit is reported
reported = Decide si se notifica su visita

# Decides which new features you see
new-features = Decide qué funciones nuevas ve usted

# Fills in your e-mail address when you sign up
email-filled = Rellena su dirección de correo electrónico al registrarse

# Finds devices on which you can play the video
play-devices = Encuentra dispositivos en los que usted puede reproducir el vídeo

# Finds the domain for which the site can set cookies
domain-test = Averigua el dominio para el que el sitio puede instalar cookies

# Helps to load pages faster
faster = Ayuda a cargar las páginas más rápido

# Keeps data until it has been sent to the provider
queue = Conserva datos hasta que se envían al proveedor

# Keeps you out of experiments
experiment-out = Le excluye de los experimentos

# Keeps you signed in
signed-in = Mantiene su sesión iniciada

# Keeps your place in the waiting room
waiting = Conserva su lugar en la sala de espera

# Keeps your session from page to page
session = Mantiene su sesión de una página a otra

# Leads you to the page that you asked for after you sign in
destination = Le lleva, tras iniciar sesión, a la página que había solicitado

# Limits how many requests one visitor can send
rate = Limita cuántas solicitudes puede enviar un visitante

# Links the pages of a visit to one recording of how the site is used
recording = Une las páginas de una visita en una sola grabación del uso del sitio

# Links the pages of one visit
one-visit = Relaciona las páginas de una misma visita

# Makes sure that requests come from you and not from another site
own-requests = Garantiza que las solicitudes proceden de usted y no de otro sitio

# Matches your browser with an account or a profile for advertising
ad-matching = Asocia su navegador a una cuenta o a un perfil con fines publicitarios

# Measures how recordings are listened to
audio-use = Mide cómo se escuchan las grabaciones

# Measures how videos are watched
video-use = Mide cómo se ven los vídeos

# Measures the success of advertisements
ad-success = Mide la eficacia de los anuncios

# Notes that you reached the goal of an experiment
experiment-goal = Anota que usted alcanzó el objetivo de un experimento

# Notices when a new visit begins
new-visit = Detecta cuándo empieza una nueva visita

# Protects forms from requests of other sites
forms = Protege los formularios contra solicitudes de otros sitios

# Protects payments from fraud
payment-fraud = Protege los pagos contra el fraude

# Protects the service from abuse
abuse = Protege el servicio contra el uso indebido

# Recognises in the statistics which organisation you belong to
group-statistics = Reconoce en las estadísticas a qué organización pertenece usted

# Recognises you in the chat
chat-visitor = Le reconoce en el chat

# Recognises you in the statistics after you signed in
account-statistics = Le reconoce en las estadísticas después de iniciar sesión

# Recognises you to show suitable ways to pay
payment-offers = Le reconoce para mostrar formas de pago adecuadas

# Recognises your browser across sites for advertising
ad-recognised = Reconoce su navegador en distintos sitios con fines publicitarios

# Recognises your device to notice attacks on accounts
device-attacks = Reconoce su dispositivo para detectar ataques a las cuentas

# Records how you use a page
recorded = Graba cómo usa usted una página

# Remembers a device on which you confirmed who you are
confirmed-device = Recuerda un dispositivo en el que usted confirmó su identidad

# Remembers how you came to the site
origin = Recuerda cómo llegó usted al sitio

# Remembers settings of the player and helps to find its faults
player-problems = Recuerda ajustes del reproductor y ayuda a encontrar sus fallos

# Remembers that you answered a survey
survey-answered = Recuerda que usted respondió a una encuesta

# Remembers that you closed an invitation to a survey
invitation-closed = Recuerda que usted cerró una invitación a una encuesta

# Remembers that you closed the chat’s welcome message
chat-welcome = Recuerda que usted cerró el mensaje de bienvenida del chat

# Remembers that you dismissed notifications
notifications = Recuerda que usted cerró las notificaciones

# Remembers that you do not want your visits to be measured
measurement-objection = Recuerda que usted no quiere que se midan sus visitas

# Remembers that you made a window of the service smaller
window-made-small = Recuerda que usted minimizó una ventana del servicio

# Remembers that you passed a check against robots
robots-passed = Recuerda que usted superó una comprobación contra robots

# Remembers that you registered for a video
registered = Recuerda que usted se registró para un vídeo

# Remembers the design that you chose
colours = Recuerda el diseño que usted eligió

# Remembers the page on which you arrived
landing = Recuerda la página a la que usted llegó

# Remembers the password that you entered for a video
video-password = Recuerda la contraseña que usted introdujo para un vídeo

# Remembers the state of your visit
visit-state = Recuerda el estado de su visita

# Remembers the steps while you sign in
sign-in-steps = Recuerda los pasos mientras usted inicia sesión

# Remembers what you chose about the cookies of this provider
provider-consent = Recuerda lo que usted eligió sobre las cookies de este proveedor

# Remembers when identifiers were last matched
matching-time = Recuerda cuándo se cotejaron por última vez los identificadores

# Remembers when other stored data expires
expiry = Recuerda cuándo caducan otros datos guardados

# Remembers whether the chat window is open
chat-open = Recuerda si la ventana del chat está abierta

# Remembers whether you consented to measurement
measurement-consent = Recuerda si usted dio su consentimiento a la medición

# Remembers which advertisement you clicked
ad-click = Recuerda en qué anuncio hizo usted clic

# Remembers your language
language = Recuerda su idioma

# Remembers your settings of the player
player = Recuerda su configuración del reproductor

# Remembers your settings with this provider
provider-settings = Recuerda su configuración con este proveedor

# Remembers your user name for the next time you sign in
user-name = Recuerda su nombre de usuario para el próximo inicio de sesión

# Sends your requests to the same server
same-server = Envía sus solicitudes al mismo servidor

# Shows a message once, on the next page
message-once = Muestra un mensaje una vez, en la página siguiente

# Shows you the same variant of a page each time
experiment-variant = Le muestra cada vez la misma variante de una página

# Shows your conversation again on the next page
chat = Vuelve a mostrar su conversación en la página siguiente

# Stores data of experiments
experiment-data = Guarda datos de experimentos

# Stores data that only the server can read
private-value = Guarda datos que solo el servidor puede leer

# Stores details of your visit
visit-details = Guarda detalles de su visita

# Stores settings of the chat
chat-settings = Guarda ajustes del chat

# Stores settings of the measurement
measurement-settings = Guarda ajustes de la medición

# Stores the size of the browser window
window-size = Guarda el tamaño de la ventana del navegador

# Stores what the site tells the service about you
user-data = Guarda lo que el sitio comunica al servicio sobre usted

# Tells browser windows apart
windows = Distingue las ventanas del navegador

# Tells pages that the server is overloaded
overload = Indica a las páginas que el servidor está sobrecargado

# Tells pages whether you are signed in
signed-in-flag = Indica a las páginas si usted ha iniciado sesión

# Tells people from robots
robots = Distingue a las personas de los robots

# Tells the provider that you opened a page
pixel = Comunica al proveedor que usted abrió una página

# Tells the readers of comments apart
readers = Distingue a los lectores de los comentarios

# Tells visitors apart
visitor = Distingue a los visitantes

# Tells visitors apart in experiments
experiment-visitor = Distingue a los visitantes en los experimentos

# Tells visitors apart to show and measure advertisements
ad-visitor = Distingue a los visitantes para mostrar y medir anuncios

# Tests whether the browser keeps cookies
cookie-test = Comprueba si el navegador guarda cookies

## Countries

# Estonia
estonia = Estonia

# France
france = Francia

# Germany
germany = Alemania

# India
india = India

# Ireland
ireland = Irlanda

# Luxembourg
luxembourg = Luxemburgo

# Malta
malta = Malta

# Netherlands
netherlands = Países Bajos

# New Zealand
new-zealand = Nueva Zelanda

# Sweden
sweden = Suecia

# United States
united-states = Estados Unidos
