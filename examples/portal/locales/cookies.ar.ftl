### The texts of src/cookies.rs in Arabic. The comment above each text is what the table says.

# Cookie policy
cookie-policy = سياسة ملفات تعريف الارتباط

# This portal publishes open data. It keeps what it needs to work, and asks before it keeps anything else.
this-portal-publishes-open-data-it = تنشر هذه البوابة بيانات مفتوحة، وتحتفظ بما تحتاج إليه لتعمل، وتطلب موافقتكم قبل أن تحتفظ بأي شيء آخر.

# Necessary for the portal to work
necessary-for-the-portal-to-work = ضرورية لعمل البوابة

# Without these nobody could sign in, read the portal in their language or send us a message.
without-these-nobody-could-sign-in = بدونها لا يستطيع أحد تسجيل الدخول أو قراءة البوابة بلغته أو مراسلتنا.

# Authentication
authentication = تسجيل الدخول

# Keeps you signed in from one page to another
keeps-you-signed-in-from-one = تُبقيكم مسجَّلي الدخول من صفحة إلى أخرى

# Language selection
language-selection = اختيار اللغة

# Remembers the language that you chose
remembers-the-language-that-you-chose = تتذكّر اللغة التي اخترتموها

# Forms
forms = النماذج

# Makes sure that a form was sent from this portal, and by you
makes-sure-that-a-form-was = تتحقق من أن النموذج أُرسل من هذه البوابة ومن قِبلكم

# Cookie settings
cookie-settings = إعدادات ملفات تعريف الارتباط

# Remembers what you chose on the page about cookies
remembers-what-you-chose-on-the = تتذكّر ما اخترتموه في صفحة ملفات تعريف الارتباط

# Audience measurement
audience-measurement = قياس الجمهور

# Tells us which data sets are read, so that we can improve them.
tells-us-which-data-sets-are = تبيّن لنا مجموعات البيانات التي تُقرأ لكي نحسّنها.

# Recognises a returning visitor
recognises-a-returning-visitor = تتعرّف على الزائر العائد

# Groups the pages of one visit
groups-the-pages-of-one-visit = تجمع صفحات الزيارة الواحدة

# Counts which data set you read last
counts-which-data-set-you-read = تحتسب آخر مجموعة بيانات قرأتموها

# Maps
maps = الخرائط

# Shows data on a map, whose pictures come from another company.
shows-data-on-a-map-whose = تعرض البيانات على خريطة تأتي صورها من شركة أخرى.

# Map
map = الخريطة

# Keeps the part of the map that you looked at
keeps-the-part-of-the-map = تحفظ الجزء الذي شاهدتموه من الخريطة

# Tells visitors apart, to limit how many pictures each of them loads
tells-visitors-apart-to-limit-how = تميّز بين الزوار للحد من عدد الصور التي يحمّلها كل منهم
