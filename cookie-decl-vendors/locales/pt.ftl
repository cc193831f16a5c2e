### The phrases of the catalogue in Portuguese. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = Leva dados de uma experiência para a página de destino

# Carries out a check against robots
robots-check = Realiza uma verificação contra robôs

# Carries out payments
payment = Efetua os pagamentos

# Checks whether data stored about you is up to date
user-data-fresh = Verifica se os dados guardados sobre o visitante estão atualizados

# Chooses the data centre that answers you
data-centre = Escolhe o centro de dados que responde

# Decides whether your visit is reported
reported = Decide se a visita é comunicada

# Decides which new features you see
new-features = Decide que novas funcionalidades são mostradas

# Fills in your e-mail address when you sign up
email-filled = Preenche o endereço de e-mail durante o registo

# Finds devices on which you can play the video
play-devices = Encontra dispositivos onde se pode reproduzir o vídeo

# Finds the domain for which the site can set cookies
domain-test = Determina o domínio para o qual o site pode definir cookies

# Helps to load pages faster
faster = Ajuda a carregar as páginas mais depressa

# Keeps data until it has been sent to the provider
queue = Guarda dados até serem enviados ao fornecedor

# Keeps you out of experiments
experiment-out = Exclui o visitante das experiências

# Keeps you signed in
signed-in = Mantém a sessão iniciada

# Keeps your place in the waiting room
waiting = Mantém o lugar na sala de espera

# Keeps your session from page to page
session = Mantém a sessão de uma página para outra

# Leads you to the page that you asked for after you sign in
destination = Leva, após o início de sessão, à página pedida

# Limits how many requests one visitor can send
rate = Limita quantos pedidos um visitante pode enviar

# Links the pages of a visit to one recording of how the site is used
recording = Une as páginas de uma visita numa só gravação da utilização do site

# Links the pages of one visit
one-visit = Relaciona as páginas de uma mesma visita

# Makes sure that requests come from you and not from another site
own-requests = Garante que os pedidos não vêm de outro site

# Matches your browser with an account or a profile for advertising
ad-matching = Associa o navegador a uma conta ou a um perfil para fins publicitários

# Measures how recordings are listened to
audio-use = Mede como as gravações são ouvidas

# Measures how videos are watched
video-use = Mede como os vídeos são vistos

# Measures the success of advertisements
ad-success = Mede a eficácia dos anúncios

# Notes that you reached the goal of an experiment
experiment-goal = Regista que se atingiu o objetivo de uma experiência

# Notices when a new visit begins
new-visit = Deteta quando começa uma nova visita

# Protects forms from requests of other sites
forms = Protege os formulários contra pedidos de outros sites

# Protects payments from fraud
payment-fraud = Protege os pagamentos contra fraudes

# Protects the service from abuse
abuse = Protege o serviço contra abusos

# Recognises in the statistics which organisation you belong to
group-statistics = Reconhece nas estatísticas a que organização se pertence

# Recognises you in the chat
chat-visitor = Reconhece o visitante na conversa

# Recognises you in the statistics after you signed in
account-statistics = Reconhece nas estatísticas quem iniciou sessão

# Recognises you to show suitable ways to pay
payment-offers = Reconhece o visitante para mostrar formas de pagamento adequadas

# Recognises your browser across sites for advertising
ad-recognised = Reconhece o navegador em vários sites para fins publicitários

# Recognises your device to notice attacks on accounts
device-attacks = Reconhece o dispositivo para detetar ataques a contas

# Records how you use a page
recorded = Grava como se utiliza uma página

# Remembers a device on which you confirmed who you are
confirmed-device = Memoriza um dispositivo em que se confirmou a identidade

# Remembers how you came to the site
origin = Memoriza como se chegou ao site

# Remembers settings of the player and helps to find its faults
player-problems = Memoriza definições do leitor e ajuda a encontrar falhas

# Remembers that you answered a survey
survey-answered = Memoriza que se respondeu a um inquérito

# Remembers that you closed an invitation to a survey
invitation-closed = Memoriza que se fechou um convite para um inquérito

# Remembers that you closed the chat’s welcome message
chat-welcome = Memoriza que se fechou a mensagem de boas-vindas da conversa

# Remembers that you dismissed notifications
notifications = Memoriza que se fecharam notificações

# Remembers that you do not want your visits to be measured
measurement-objection = Memoriza a oposição à medição das visitas

# Remembers that you made a window of the service smaller
window-made-small = Memoriza que se minimizou uma janela do serviço

# Remembers that you passed a check against robots
robots-passed = Memoriza que se passou numa verificação contra robôs

# Remembers that you registered for a video
registered = Memoriza o registo feito para um vídeo

# Remembers the design that you chose
colours = Memoriza o aspeto escolhido

# Remembers the page on which you arrived
landing = Memoriza a página de chegada

# Remembers the password that you entered for a video
video-password = Memoriza a palavra-passe introduzida para um vídeo

# Remembers the state of your visit
visit-state = Memoriza o estado da visita

# Remembers the steps while you sign in
sign-in-steps = Memoriza os passos do início de sessão

# Remembers what you chose about the cookies of this provider
provider-consent = Memoriza a escolha feita sobre os cookies deste fornecedor

# Remembers when identifiers were last matched
matching-time = Memoriza quando os identificadores foram comparados pela última vez

# Remembers when other stored data expires
expiry = Memoriza quando expiram outros dados guardados

# Remembers whether the chat window is open
chat-open = Memoriza se a janela da conversa está aberta

# Remembers whether you consented to measurement
measurement-consent = Memoriza se foi dado consentimento para a medição

# Remembers which advertisement you clicked
ad-click = Memoriza o anúncio em que se clicou

# Remembers your language
language = Memoriza o idioma

# Remembers your settings of the player
player = Memoriza as definições do leitor

# Remembers your settings with this provider
provider-settings = Memoriza as definições junto deste fornecedor

# Remembers your user name for the next time you sign in
user-name = Memoriza o nome de utilizador para o próximo início de sessão

# Sends your requests to the same server
same-server = Envia os pedidos ao mesmo servidor

# Shows a message once, on the next page
message-once = Mostra uma mensagem uma vez, na página seguinte

# Shows you the same variant of a page each time
experiment-variant = Mostra sempre a mesma variante de uma página

# Shows your conversation again on the next page
chat = Volta a mostrar a conversa na página seguinte

# Stores data of experiments
experiment-data = Guarda dados de experiências

# Stores data that only the server can read
private-value = Guarda dados que só o servidor pode ler

# Stores details of your visit
visit-details = Guarda pormenores da visita

# Stores settings of the chat
chat-settings = Guarda definições da conversa

# Stores settings of the measurement
measurement-settings = Guarda definições da medição

# Stores the size of the browser window
window-size = Guarda o tamanho da janela do navegador

# Stores what the site tells the service about you
user-data = Guarda o que o site comunica ao serviço sobre quem o visita

# Tells browser windows apart
windows = Distingue as janelas do navegador

# Tells pages that the server is overloaded
overload = Indica às páginas que o servidor está sobrecarregado

# Tells pages whether you are signed in
signed-in-flag = Indica às páginas se a sessão está iniciada

# Tells people from robots
robots = Distingue pessoas de robôs

# Tells the provider that you opened a page
pixel = Comunica ao fornecedor que se abriu uma página

# Tells the readers of comments apart
readers = Distingue os leitores dos comentários

# Tells visitors apart
visitor = Distingue os visitantes

# Tells visitors apart in experiments
experiment-visitor = Distingue os visitantes em experiências

# Tells visitors apart to show and measure advertisements
ad-visitor = Distingue os visitantes para mostrar e medir anúncios

# Tests whether the browser keeps cookies
cookie-test = Testa se o navegador guarda cookies

## Countries

# Estonia
estonia = Estónia

# France
france = França

# Germany
germany = Alemanha

# India
india = Índia

# Ireland
ireland = Irlanda

# Luxembourg
luxembourg = Luxemburgo

# Malta
malta = Malta

# Netherlands
netherlands = Países Baixos

# New Zealand
new-zealand = Nova Zelândia

# Sweden
sweden = Suécia

# United States
united-states = Estados Unidos
