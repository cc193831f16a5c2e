### The phrases of the catalogue in Brazilian Portuguese. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = Leva dados de um experimento para a página à qual você é redirecionado

# Carries out a check against robots
robots-check = Realiza uma verificação contra robôs

# Carries out payments
payment = Realiza os pagamentos

# Checks whether data stored about you is up to date
user-data-fresh = Verifica se os dados armazenados sobre você estão atualizados

# Chooses the data centre that answers you
data-centre = Escolhe o centro de dados que responde a você

# Decides whether your visit is reported
reported = Decide se sua visita é informada

# Decides which new features you see
new-features = Decide quais novos recursos você vê

# Fills in your e-mail address when you sign up
email-filled = Preenche seu endereço de e-mail quando você se cadastra

# Finds devices on which you can play the video
play-devices = Encontra dispositivos em que você pode reproduzir o vídeo

# Finds the domain for which the site can set cookies
domain-test = Determina o domínio para o qual o site pode definir cookies

# Helps to load pages faster
faster = Ajuda a carregar as páginas mais rápido

# Keeps data until it has been sent to the provider
queue = Guarda dados até que sejam enviados ao fornecedor

# Keeps you out of experiments
experiment-out = Exclui você dos experimentos

# Keeps you signed in
signed-in = Mantém você conectado à sua conta

# Keeps your place in the waiting room
waiting = Mantém seu lugar na sala de espera

# Keeps your session from page to page
session = Mantém sua sessão de uma página para outra

# Leads you to the page that you asked for after you sign in
destination = Leva você, depois de entrar, à página que pediu

# Limits how many requests one visitor can send
rate = Limita quantas solicitações um visitante pode enviar

# Links the pages of a visit to one recording of how the site is used
recording = Une as páginas de uma visita em uma só gravação do uso do site

# Links the pages of one visit
one-visit = Relaciona as páginas de uma mesma visita

# Makes sure that requests come from you and not from another site
own-requests = Garante que as solicitações vêm de você e não de outro site

# Matches your browser with an account or a profile for advertising
ad-matching = Associa seu navegador a uma conta ou a um perfil para fins publicitários

# Measures how recordings are listened to
audio-use = Mede como as gravações são ouvidas

# Measures how videos are watched
video-use = Mede como os vídeos são assistidos

# Measures the success of advertisements
ad-success = Mede a eficácia dos anúncios

# Notes that you reached the goal of an experiment
experiment-goal = Registra que você atingiu o objetivo de um experimento

# Notices when a new visit begins
new-visit = Detecta quando começa uma nova visita

# Protects forms from requests of other sites
forms = Protege os formulários contra solicitações de outros sites

# Protects payments from fraud
payment-fraud = Protege os pagamentos contra fraudes

# Protects the service from abuse
abuse = Protege o serviço contra abusos

# Recognises in the statistics which organisation you belong to
group-statistics = Reconhece nas estatísticas a qual organização você pertence

# Recognises you in the chat
chat-visitor = Reconhece você no chat

# Recognises you in the statistics after you signed in
account-statistics = Reconhece você nas estatísticas depois que entrou na conta

# Recognises you to show suitable ways to pay
payment-offers = Reconhece você para mostrar formas de pagamento adequadas

# Recognises your browser across sites for advertising
ad-recognised = Reconhece seu navegador em vários sites para fins publicitários

# Recognises your device to notice attacks on accounts
device-attacks = Reconhece seu dispositivo para detectar ataques a contas

# Records how you use a page
recorded = Grava como você usa uma página

# Remembers a device on which you confirmed who you are
confirmed-device = Lembra um dispositivo em que você confirmou sua identidade

# Remembers how you came to the site
origin = Lembra como você chegou ao site

# Remembers settings of the player and helps to find its faults
player-problems = Lembra configurações do player e ajuda a encontrar falhas

# Remembers that you answered a survey
survey-answered = Lembra que você respondeu a uma pesquisa

# Remembers that you closed an invitation to a survey
invitation-closed = Lembra que você fechou um convite para uma pesquisa

# Remembers that you closed the chat’s welcome message
chat-welcome = Lembra que você fechou a mensagem de boas-vindas do chat

# Remembers that you dismissed notifications
notifications = Lembra que você fechou notificações

# Remembers that you do not want your visits to be measured
measurement-objection = Lembra que você não quer que suas visitas sejam medidas

# Remembers that you made a window of the service smaller
window-made-small = Lembra que você minimizou uma janela do serviço

# Remembers that you passed a check against robots
robots-passed = Lembra que você passou em uma verificação contra robôs

# Remembers that you registered for a video
registered = Lembra que você se cadastrou para um vídeo

# Remembers the design that you chose
colours = Lembra a aparência que você escolheu

# Remembers the page on which you arrived
landing = Lembra a página em que você chegou

# Remembers the password that you entered for a video
video-password = Lembra a senha que você digitou para um vídeo

# Remembers the state of your visit
visit-state = Lembra o estado da sua visita

# Remembers the steps while you sign in
sign-in-steps = Lembra as etapas enquanto você entra na conta

# Remembers what you chose about the cookies of this provider
provider-consent = Lembra o que você escolheu sobre os cookies deste fornecedor

# Remembers when identifiers were last matched
matching-time = Lembra quando os identificadores foram comparados pela última vez

# Remembers when other stored data expires
expiry = Lembra quando expiram outros dados armazenados

# Remembers whether the chat window is open
chat-open = Lembra se a janela do chat está aberta

# Remembers whether you consented to measurement
measurement-consent = Lembra se você deu consentimento para a medição

# Remembers which advertisement you clicked
ad-click = Lembra em qual anúncio você clicou

# Remembers your language
language = Lembra seu idioma

# Remembers your settings of the player
player = Lembra suas configurações do player

# Remembers your settings with this provider
provider-settings = Lembra suas configurações com este fornecedor

# Remembers your user name for the next time you sign in
user-name = Lembra seu nome de usuário para a próxima vez que você entrar

# Sends your requests to the same server
same-server = Envia suas solicitações ao mesmo servidor

# Shows a message once, on the next page
message-once = Mostra uma mensagem uma vez, na página seguinte

# Shows you the same variant of a page each time
experiment-variant = Mostra a você sempre a mesma variante de uma página

# Shows your conversation again on the next page
chat = Mostra sua conversa novamente na página seguinte

# Stores data of experiments
experiment-data = Armazena dados de experimentos

# Stores data that only the server can read
private-value = Armazena dados que só o servidor pode ler

# Stores details of your visit
visit-details = Armazena detalhes da sua visita

# Stores settings of the chat
chat-settings = Armazena configurações do chat

# Stores settings of the measurement
measurement-settings = Armazena configurações da medição

# Stores the size of the browser window
window-size = Armazena o tamanho da janela do navegador

# Stores what the site tells the service about you
user-data = Armazena o que o site informa ao serviço sobre você

# Tells browser windows apart
windows = Distingue as janelas do navegador

# Tells pages that the server is overloaded
overload = Informa às páginas que o servidor está sobrecarregado

# Tells pages whether you are signed in
signed-in-flag = Informa às páginas se você entrou na conta

# Tells people from robots
robots = Distingue pessoas de robôs

# Tells the provider that you opened a page
pixel = Informa ao fornecedor que você abriu uma página

# Tells the readers of comments apart
readers = Distingue os leitores dos comentários

# Tells visitors apart
visitor = Distingue os visitantes

# Tells visitors apart in experiments
experiment-visitor = Distingue os visitantes em experimentos

# Tells visitors apart to show and measure advertisements
ad-visitor = Distingue os visitantes para mostrar e medir anúncios

# Tests whether the browser keeps cookies
cookie-test = Testa se o navegador armazena cookies

## Countries

# Estonia
estonia = Estônia

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
