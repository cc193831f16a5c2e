### The phrases of the catalogue in Chinese. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = 将实验数据带到您被重定向到的页面

# Carries out a check against robots
robots-check = 进行防机器人验证

# Carries out payments
payment = 执行付款

# Checks whether data stored about you is up to date
user-data-fresh = 检查所存储的关于您的数据是否为最新

# Chooses the data centre that answers you
data-centre = 选择响应您的数据中心

# Decides whether your visit is reported
reported = 决定是否上报您的访问

# Decides which new features you see
new-features = 决定您能看到哪些新功能

# Fills in your e-mail address when you sign up
email-filled = 在您注册时填入您的电子邮件地址

# Finds devices on which you can play the video
play-devices = 查找可用于播放视频的设备

# Finds the domain for which the site can set cookies
domain-test = 查找本网站可以设置 Cookie 的域名

# Helps to load pages faster
faster = 帮助更快地加载页面

# Keeps data until it has been sent to the provider
queue = 保存数据直至其发送给提供方

# Keeps you out of experiments
experiment-out = 将您排除在实验之外

# Keeps you signed in
signed-in = 让您保持登录状态

# Keeps your place in the waiting room
waiting = 保留您在等候室中的位置

# Keeps your session from page to page
session = 在页面之间保持您的会话

# Leads you to the page that you asked for after you sign in
destination = 在您登录后将您引导至所请求的页面

# Limits how many requests one visitor can send
rate = 限制单个访问者可以发送的请求数量

# Links the pages of a visit to one recording of how the site is used
recording = 将一次访问的各个页面关联为一段网站使用情况的记录

# Links the pages of one visit
one-visit = 将同一次访问的各个页面关联起来

# Makes sure that requests come from you and not from another site
own-requests = 确保请求来自您本人而非其他网站

# Matches your browser with an account or a profile for advertising
ad-matching = 为投放广告而将您的浏览器与账号或画像相匹配

# Measures how recordings are listened to
audio-use = 衡量音频的收听情况

# Measures how videos are watched
video-use = 衡量视频的观看情况

# Measures the success of advertisements
ad-success = 衡量广告的效果

# Notes that you reached the goal of an experiment
experiment-goal = 记录您已达到实验的目标

# Notices when a new visit begins
new-visit = 识别新访问的开始

# Protects forms from requests of other sites
forms = 保护表单免受其他网站请求的影响

# Protects payments from fraud
payment-fraud = 保护付款免受欺诈

# Protects the service from abuse
abuse = 保护服务免遭滥用

# Recognises in the statistics which organisation you belong to
group-statistics = 在统计中识别您所属的组织

# Recognises you in the chat
chat-visitor = 在聊天中识别您

# Recognises you in the statistics after you signed in
account-statistics = 在您登录后于统计中识别您

# Recognises you to show suitable ways to pay
payment-offers = 识别您以展示合适的付款方式

# Recognises your browser across sites for advertising
ad-recognised = 为投放广告而跨网站识别您的浏览器

# Recognises your device to notice attacks on accounts
device-attacks = 识别您的设备以发现对账号的攻击

# Records how you use a page
recorded = 记录您如何使用页面

# Remembers a device on which you confirmed who you are
confirmed-device = 记住您已在其上确认身份的设备

# Remembers how you came to the site
origin = 记住您是如何来到本网站的

# Remembers settings of the player and helps to find its faults
player-problems = 记住播放器的设置并帮助查找其故障

# Remembers that you answered a survey
survey-answered = 记住您已回答过问卷

# Remembers that you closed an invitation to a survey
invitation-closed = 记住您已关闭问卷邀请

# Remembers that you closed the chat’s welcome message
chat-welcome = 记住您已关闭聊天的欢迎消息

# Remembers that you dismissed notifications
notifications = 记住您已关闭通知

# Remembers that you do not want your visits to be measured
measurement-objection = 记住您不希望您的访问被测量

# Remembers that you made a window of the service smaller
window-made-small = 记住您已缩小该服务的窗口

# Remembers that you passed a check against robots
robots-passed = 记住您已通过防机器人验证

# Remembers that you registered for a video
registered = 记住您已为某个视频注册

# Remembers the design that you chose
colours = 记住您选择的外观

# Remembers the page on which you arrived
landing = 记住您最初到达的页面

# Remembers the password that you entered for a video
video-password = 记住您为某个视频输入的密码

# Remembers the state of your visit
visit-state = 记住您此次访问的状态

# Remembers the steps while you sign in
sign-in-steps = 在您登录过程中记住各个步骤

# Remembers what you chose about the cookies of this provider
provider-consent = 记住您对该提供方 Cookie 所作的选择

# Remembers when identifiers were last matched
matching-time = 记住上次匹配标识符的时间

# Remembers when other stored data expires
expiry = 记住其他已存储数据的到期时间

# Remembers whether the chat window is open
chat-open = 记住聊天窗口是否打开

# Remembers whether you consented to measurement
measurement-consent = 记住您是否同意进行测量

# Remembers which advertisement you clicked
ad-click = 记住您点击过的广告

# Remembers your language
language = 记住您的语言

# Remembers your settings of the player
player = 记住您的播放器设置

# Remembers your settings with this provider
provider-settings = 记住您在该提供方的设置

# Remembers your user name for the next time you sign in
user-name = 为您下次登录记住用户名

# Sends your requests to the same server
same-server = 将您的请求发送到同一台服务器

# Shows a message once, on the next page
message-once = 在下一页显示一次消息

# Shows you the same variant of a page each time
experiment-variant = 每次向您显示页面的同一版本

# Shows your conversation again on the next page
chat = 在下一页再次显示您的对话

# Stores data of experiments
experiment-data = 存储实验数据

# Stores data that only the server can read
private-value = 存储只有服务器才能读取的数据

# Stores details of your visit
visit-details = 存储您此次访问的详细信息

# Stores settings of the chat
chat-settings = 存储聊天的设置

# Stores settings of the measurement
measurement-settings = 存储测量的设置

# Stores the size of the browser window
window-size = 存储浏览器窗口的大小

# Stores what the site tells the service about you
user-data = 存储网站告知该服务的关于您的信息

# Tells browser windows apart
windows = 区分不同的浏览器窗口

# Tells pages that the server is overloaded
overload = 告知页面服务器负载过高

# Tells pages whether you are signed in
signed-in-flag = 告知页面您是否已登录

# Tells people from robots
robots = 区分真人与机器人

# Tells the provider that you opened a page
pixel = 告知提供方您打开了页面

# Tells the readers of comments apart
readers = 区分评论的不同读者

# Tells visitors apart
visitor = 区分不同的访问者

# Tells visitors apart in experiments
experiment-visitor = 在实验中区分不同的访问者

# Tells visitors apart to show and measure advertisements
ad-visitor = 区分不同的访问者以展示和衡量广告

# Tests whether the browser keeps cookies
cookie-test = 测试浏览器是否保存 Cookie

## Countries

# Estonia
estonia = 爱沙尼亚

# France
france = 法国

# Germany
germany = 德国

# India
india = 印度

# Ireland
ireland = 爱尔兰

# Luxembourg
luxembourg = 卢森堡

# Malta
malta = 马耳他

# Netherlands
netherlands = 荷兰

# New Zealand
new-zealand = 新西兰

# Sweden
sweden = 瑞典

# United States
united-states = 美国
