### The phrases of the catalogue in Ukrainian. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = Передає дані експерименту на сторінку, на яку вас перенаправлено

# Carries out a check against robots
robots-check = Виконує перевірку проти роботів

# Carries out payments
payment = Виконує платежі

# Checks whether data stored about you is up to date
user-data-fresh = Перевіряє, чи актуальні збережені дані про вас

# Chooses the data centre that answers you
data-centre = Обирає центр обробки даних, який вам відповідає

# Decides whether your visit is reported
reported = Визначає, чи буде повідомлено про ваше відвідування

# Decides which new features you see
new-features = Визначає, які нові функції ви бачите

# Fills in your e-mail address when you sign up
email-filled = Заповнює вашу адресу електронної пошти під час реєстрації

# Finds devices on which you can play the video
play-devices = Знаходить пристрої, на яких можна відтворити відео

# Finds the domain for which the site can set cookies
domain-test = Визначає домен, для якого сайт може встановлювати файли cookie

# Helps to load pages faster
faster = Допомагає швидше завантажувати сторінки

# Keeps data until it has been sent to the provider
queue = Зберігає дані, доки їх не надіслано постачальнику

# Keeps you out of experiments
experiment-out = Виключає вас з експериментів

# Keeps you signed in
signed-in = Зберігає ваш вхід до системи

# Keeps your place in the waiting room
waiting = Зберігає ваше місце в залі очікування

# Keeps your session from page to page
session = Підтримує ваш сеанс від сторінки до сторінки

# Leads you to the page that you asked for after you sign in
destination = Після входу веде вас на сторінку, яку ви запитували

# Limits how many requests one visitor can send
rate = Обмежує кількість запитів від одного відвідувача

# Links the pages of a visit to one recording of how the site is used
recording = Поєднує сторінки відвідування в один запис того, як користуються сайтом

# Links the pages of one visit
one-visit = Поєднує сторінки одного відвідування

# Makes sure that requests come from you and not from another site
own-requests = Гарантує, що запити надходять від вас, а не з іншого сайту

# Matches your browser with an account or a profile for advertising
ad-matching = Зіставляє ваш браузер з обліковим записом або профілем для реклами

# Measures how recordings are listened to
audio-use = Вимірює, як слухають записи

# Measures how videos are watched
video-use = Вимірює, як переглядають відео

# Measures the success of advertisements
ad-success = Вимірює успішність реклами

# Notes that you reached the goal of an experiment
experiment-goal = Відзначає, що ви досягли мети експерименту

# Notices when a new visit begins
new-visit = Визначає, коли починається нове відвідування

# Protects forms from requests of other sites
forms = Захищає форми від запитів з інших сайтів

# Protects payments from fraud
payment-fraud = Захищає платежі від шахрайства

# Protects the service from abuse
abuse = Захищає сервіс від зловживань

# Recognises in the statistics which organisation you belong to
group-statistics = Визначає у статистиці, до якої організації ви належите

# Recognises you in the chat
chat-visitor = Упізнає вас у чаті

# Recognises you in the statistics after you signed in
account-statistics = Упізнає вас у статистиці після входу

# Recognises you to show suitable ways to pay
payment-offers = Упізнає вас, щоб показати відповідні способи оплати

# Recognises your browser across sites for advertising
ad-recognised = Упізнає ваш браузер на різних сайтах для реклами

# Recognises your device to notice attacks on accounts
device-attacks = Упізнає ваш пристрій, щоб виявляти атаки на облікові записи

# Records how you use a page
recorded = Записує, як ви користуєтеся сторінкою

# Remembers a device on which you confirmed who you are
confirmed-device = Запам’ятовує пристрій, на якому ви підтвердили свою особу

# Remembers how you came to the site
origin = Запам’ятовує, як ви потрапили на сайт

# Remembers settings of the player and helps to find its faults
player-problems = Запам’ятовує налаштування програвача й допомагає знаходити його помилки

# Remembers that you answered a survey
survey-answered = Запам’ятовує, що ви відповіли на опитування

# Remembers that you closed an invitation to a survey
invitation-closed = Запам’ятовує, що ви закрили запрошення до опитування

# Remembers that you closed the chat’s welcome message
chat-welcome = Запам’ятовує, що ви закрили вітальне повідомлення чату

# Remembers that you dismissed notifications
notifications = Запам’ятовує, що ви закрили сповіщення

# Remembers that you do not want your visits to be measured
measurement-objection = Запам’ятовує, що ви не бажаєте вимірювання ваших відвідувань

# Remembers that you made a window of the service smaller
window-made-small = Запам’ятовує, що ви згорнули вікно сервісу

# Remembers that you passed a check against robots
robots-passed = Запам’ятовує, що ви пройшли перевірку проти роботів

# Remembers that you registered for a video
registered = Запам’ятовує, що ви зареєструвалися для перегляду відео

# Remembers the design that you chose
colours = Запам’ятовує обране вами оформлення

# Remembers the page on which you arrived
landing = Запам’ятовує сторінку, на яку ви потрапили

# Remembers the password that you entered for a video
video-password = Запам’ятовує пароль, який ви ввели для відео

# Remembers the state of your visit
visit-state = Запам’ятовує стан вашого відвідування

# Remembers the steps while you sign in
sign-in-steps = Запам’ятовує кроки під час вашого входу

# Remembers what you chose about the cookies of this provider
provider-consent = Запам’ятовує ваш вибір щодо файлів cookie цього постачальника

# Remembers when identifiers were last matched
matching-time = Запам’ятовує, коли востаннє зіставляли ідентифікатори

# Remembers when other stored data expires
expiry = Запам’ятовує, коли спливає строк інших збережених даних

# Remembers whether the chat window is open
chat-open = Запам’ятовує, чи відкрите вікно чату

# Remembers whether you consented to measurement
measurement-consent = Запам’ятовує, чи надали ви згоду на вимірювання

# Remembers which advertisement you clicked
ad-click = Запам’ятовує, на яку рекламу ви натиснули

# Remembers your language
language = Запам’ятовує вашу мову

# Remembers your settings of the player
player = Запам’ятовує ваші налаштування програвача

# Remembers your settings with this provider
provider-settings = Запам’ятовує ваші налаштування в цього постачальника

# Remembers your user name for the next time you sign in
user-name = Запам’ятовує ваше ім’я користувача для наступного входу

# Sends your requests to the same server
same-server = Надсилає ваші запити на той самий сервер

# Shows a message once, on the next page
message-once = Показує повідомлення один раз, на наступній сторінці

# Shows you the same variant of a page each time
experiment-variant = Щоразу показує вам той самий варіант сторінки

# Shows your conversation again on the next page
chat = Знову показує вашу розмову на наступній сторінці

# Stores data of experiments
experiment-data = Зберігає дані експериментів

# Stores data that only the server can read
private-value = Зберігає дані, які може прочитати лише сервер

# Stores details of your visit
visit-details = Зберігає подробиці вашого відвідування

# Stores settings of the chat
chat-settings = Зберігає налаштування чату

# Stores settings of the measurement
measurement-settings = Зберігає налаштування вимірювання

# Stores the size of the browser window
window-size = Зберігає розмір вікна браузера

# Stores what the site tells the service about you
user-data = Зберігає те, що сайт повідомляє сервісу про вас

# Tells browser windows apart
windows = Розрізняє вікна браузера

# Tells pages that the server is overloaded
overload = Повідомляє сторінкам, що сервер перевантажений

# Tells pages whether you are signed in
signed-in-flag = Повідомляє сторінкам, чи ви ввійшли

# Tells people from robots
robots = Відрізняє людей від роботів

# Tells the provider that you opened a page
pixel = Повідомляє постачальника, що ви відкрили сторінку

# Tells the readers of comments apart
readers = Розрізняє читачів коментарів

# Tells visitors apart
visitor = Розрізняє відвідувачів

# Tells visitors apart in experiments
experiment-visitor = Розрізняє відвідувачів в експериментах

# Tells visitors apart to show and measure advertisements
ad-visitor = Розрізняє відвідувачів, щоб показувати й вимірювати рекламу

# Tests whether the browser keeps cookies
cookie-test = Перевіряє, чи зберігає браузер файли cookie

## Countries

# Estonia
estonia = Естонія

# France
france = Франція

# Germany
germany = Німеччина

# India
india = Індія

# Ireland
ireland = Ірландія

# Luxembourg
luxembourg = Люксембург

# Malta
malta = Мальта

# Netherlands
netherlands = Нідерланди

# New Zealand
new-zealand = Нова Зеландія

# Sweden
sweden = Швеція

# United States
united-states = Сполучені Штати Америки
