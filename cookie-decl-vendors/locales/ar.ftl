### The phrases of the catalogue in Arabic. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = تنقل بيانات تجربة إلى الصفحة التي تُحوَّلون إليها

# Carries out a check against robots
robots-check = تُجري اختبارًا ضد الروبوتات

# Carries out payments
payment = تنفّذ المدفوعات

# Checks whether data stored about you is up to date
user-data-fresh = تتحقق من أن البيانات المخزَّنة عنكم محدَّثة

# Chooses the data centre that answers you
data-centre = تختار مركز البيانات الذي يجيبكم

# Decides whether your visit is reported
reported = تحدّد ما إذا كان سيُبلَّغ عن زيارتكم

# Decides which new features you see
new-features = تحدّد الميزات الجديدة التي ترونها

# Fills in your e-mail address when you sign up
email-filled = تملأ عنوان بريدكم الإلكتروني عند التسجيل

# Finds devices on which you can play the video
play-devices = تجد الأجهزة التي يمكنكم تشغيل الفيديو عليها

# Finds the domain for which the site can set cookies
domain-test = تجد النطاق الذي يمكن للموقع أن يضع له ملفات تعريف الارتباط

# Helps to load pages faster
faster = تساعد على تحميل الصفحات بسرعة أكبر

# Keeps data until it has been sent to the provider
queue = تحتفظ بالبيانات حتى تُرسل إلى مقدّم الخدمة

# Keeps you out of experiments
experiment-out = تستثنيكم من التجارب

# Keeps you signed in
signed-in = تُبقيكم مسجَّلي الدخول

# Keeps your place in the waiting room
waiting = تحفظ مكانكم في غرفة الانتظار

# Keeps your session from page to page
session = تحافظ على جلستكم من صفحة إلى أخرى

# Leads you to the page that you asked for after you sign in
destination = تقودكم بعد تسجيل الدخول إلى الصفحة التي طلبتموها

# Limits how many requests one visitor can send
rate = تحدّ من عدد الطلبات التي يمكن لزائر واحد إرسالها

# Links the pages of a visit to one recording of how the site is used
recording = تربط صفحات الزيارة بتسجيل واحد لكيفية استخدام الموقع

# Links the pages of one visit
one-visit = تربط صفحات الزيارة الواحدة

# Makes sure that requests come from you and not from another site
own-requests = تتأكد من أن الطلبات صادرة عنكم لا عن موقع آخر

# Matches your browser with an account or a profile for advertising
ad-matching = تربط متصفحكم بحساب أو بملف شخصي لأغراض الإعلان

# Measures how recordings are listened to
audio-use = تقيس كيفية الاستماع إلى المقاطع الصوتية

# Measures how videos are watched
video-use = تقيس كيفية مشاهدة مقاطع الفيديو

# Measures the success of advertisements
ad-success = تقيس نجاح الإعلانات

# Notes that you reached the goal of an experiment
experiment-goal = تسجّل أنكم بلغتم هدف تجربة

# Notices when a new visit begins
new-visit = تلاحظ متى تبدأ زيارة جديدة

# Protects forms from requests of other sites
forms = تحمي النماذج من طلبات المواقع الأخرى

# Protects payments from fraud
payment-fraud = تحمي المدفوعات من الاحتيال

# Protects the service from abuse
abuse = تحمي الخدمة من إساءة الاستخدام

# Recognises in the statistics which organisation you belong to
group-statistics = تتعرّف في الإحصاءات على الجهة التي تنتمون إليها

# Recognises you in the chat
chat-visitor = تتعرّف عليكم في الدردشة

# Recognises you in the statistics after you signed in
account-statistics = تتعرّف عليكم في الإحصاءات بعد تسجيل الدخول

# Recognises you to show suitable ways to pay
payment-offers = تتعرّف عليكم لعرض طرق دفع مناسبة

# Recognises your browser across sites for advertising
ad-recognised = تتعرّف على متصفحكم عبر المواقع لأغراض الإعلان

# Recognises your device to notice attacks on accounts
device-attacks = تتعرّف على جهازكم لرصد الهجمات على الحسابات

# Records how you use a page
recorded = تسجّل كيفية استخدامكم للصفحة

# Remembers a device on which you confirmed who you are
confirmed-device = تتذكّر جهازًا أكّدتم عليه هويتكم

# Remembers how you came to the site
origin = تتذكّر كيف وصلتم إلى الموقع

# Remembers settings of the player and helps to find its faults
player-problems = تتذكّر إعدادات المشغّل وتساعد في العثور على أعطاله

# Remembers that you answered a survey
survey-answered = تتذكّر أنكم أجبتم عن استبيان

# Remembers that you closed an invitation to a survey
invitation-closed = تتذكّر أنكم أغلقتم دعوة إلى استبيان

# Remembers that you closed the chat’s welcome message
chat-welcome = تتذكّر أنكم أغلقتم رسالة الترحيب في الدردشة

# Remembers that you dismissed notifications
notifications = تتذكّر أنكم أغلقتم الإشعارات

# Remembers that you do not want your visits to be measured
measurement-objection = تتذكّر أنكم لا تريدون قياس زياراتكم

# Remembers that you made a window of the service smaller
window-made-small = تتذكّر أنكم صغّرتم نافذة الخدمة

# Remembers that you passed a check against robots
robots-passed = تتذكّر أنكم اجتزتم اختبارًا ضد الروبوتات

# Remembers that you registered for a video
registered = تتذكّر أنكم سجّلتم لمشاهدة فيديو

# Remembers the design that you chose
colours = تتذكّر التصميم الذي اخترتموه

# Remembers the page on which you arrived
landing = تتذكّر الصفحة التي وصلتم إليها أولًا

# Remembers the password that you entered for a video
video-password = تتذكّر كلمة المرور التي أدخلتموها لفيديو

# Remembers the state of your visit
visit-state = تتذكّر حالة زيارتكم

# Remembers the steps while you sign in
sign-in-steps = تتذكّر الخطوات أثناء تسجيل دخولكم

# Remembers what you chose about the cookies of this provider
provider-consent = تتذكّر ما اخترتموه بشأن ملفات تعريف الارتباط لمقدّم الخدمة هذا

# Remembers when identifiers were last matched
matching-time = تتذكّر متى طوبقت المعرّفات آخر مرة

# Remembers when other stored data expires
expiry = تتذكّر متى تنتهي صلاحية بيانات أخرى مخزَّنة

# Remembers whether the chat window is open
chat-open = تتذكّر ما إذا كانت نافذة الدردشة مفتوحة

# Remembers whether you consented to measurement
measurement-consent = تتذكّر ما إذا كنتم قد وافقتم على القياس

# Remembers which advertisement you clicked
ad-click = تتذكّر الإعلان الذي نقرتم عليه

# Remembers your language
language = تتذكّر لغتكم

# Remembers your settings of the player
player = تتذكّر إعداداتكم للمشغّل

# Remembers your settings with this provider
provider-settings = تتذكّر إعداداتكم لدى مقدّم الخدمة هذا

# Remembers your user name for the next time you sign in
user-name = تتذكّر اسم المستخدم الخاص بكم لتسجيل الدخول المقبل

# Sends your requests to the same server
same-server = ترسل طلباتكم إلى الخادم نفسه

# Shows a message once, on the next page
message-once = تعرض رسالة مرة واحدة في الصفحة التالية

# Shows you the same variant of a page each time
experiment-variant = تعرض لكم النسخة نفسها من الصفحة في كل مرة

# Shows your conversation again on the next page
chat = تعرض محادثتكم من جديد في الصفحة التالية

# Stores data of experiments
experiment-data = تخزّن بيانات التجارب

# Stores data that only the server can read
private-value = تخزّن بيانات لا يقرؤها إلا الخادم

# Stores details of your visit
visit-details = تخزّن تفاصيل زيارتكم

# Stores settings of the chat
chat-settings = تخزّن إعدادات الدردشة

# Stores settings of the measurement
measurement-settings = تخزّن إعدادات القياس

# Stores the size of the browser window
window-size = تخزّن حجم نافذة المتصفح

# Stores what the site tells the service about you
user-data = تخزّن ما يخبر به الموقع الخدمةَ عنكم

# Tells browser windows apart
windows = تميّز بين نوافذ المتصفح

# Tells pages that the server is overloaded
overload = تخبر الصفحات بأن الخادم مثقل بالطلبات

# Tells pages whether you are signed in
signed-in-flag = تخبر الصفحات بما إذا كنتم مسجَّلي الدخول

# Tells people from robots
robots = تميّز البشر من الروبوتات

# Tells the provider that you opened a page
pixel = تخبر مقدّم الخدمة بأنكم فتحتم صفحة

# Tells the readers of comments apart
readers = تميّز بين قرّاء التعليقات

# Tells visitors apart
visitor = تميّز بين الزوار

# Tells visitors apart in experiments
experiment-visitor = تميّز بين الزوار في التجارب

# Tells visitors apart to show and measure advertisements
ad-visitor = تميّز بين الزوار لعرض الإعلانات وقياسها

# Tests whether the browser keeps cookies
cookie-test = تختبر ما إذا كان المتصفح يحتفظ بملفات تعريف الارتباط

## Countries

# Estonia
estonia = إستونيا

# France
france = فرنسا

# Germany
germany = ألمانيا

# India
india = الهند

# Ireland
ireland = أيرلندا

# Luxembourg
luxembourg = لوكسمبورغ

# Malta
malta = مالطا

# Netherlands
netherlands = هولندا

# New Zealand
new-zealand = نيوزيلندا

# Sweden
sweden = السويد

# United States
united-states = الولايات المتحدة
