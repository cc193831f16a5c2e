### The phrases of the catalogue in Japanese. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = 実験のデータを転送先のページに引き継ぎます

# Carries out a check against robots
robots-check = ロボット対策の確認を行います

# Carries out payments
payment = 支払いを実行します

# Checks whether data stored about you is up to date
user-data-fresh = 保存された利用者の情報が最新かどうかを確かめます

# Chooses the data centre that answers you
data-centre = 応答するデータセンターを選びます

# Decides whether your visit is reported
reported = 訪問を報告するかどうかを決めます

# Decides which new features you see
new-features = 表示する新機能を決めます

# Fills in your e-mail address when you sign up
email-filled = 登録時にメールアドレスを入力します

# Finds devices on which you can play the video
play-devices = 動画を再生できる端末を探します

# Finds the domain for which the site can set cookies
domain-test = サイトがクッキーを設定できるドメインを調べます

# Helps to load pages faster
faster = ページの読み込みを速くします

# Keeps data until it has been sent to the provider
queue = 提供者に送信されるまでデータを保持します

# Keeps you out of experiments
experiment-out = 利用者を実験の対象から外します

# Keeps you signed in
signed-in = ログイン状態を維持します

# Keeps your place in the waiting room
waiting = 待合室での順番を保持します

# Keeps your session from page to page
session = ページを移動してもセッションを維持します

# Leads you to the page that you asked for after you sign in
destination = ログイン後に、要求されたページへ案内します

# Limits how many requests one visitor can send
rate = 一人の訪問者が送れるリクエストの数を制限します

# Links the pages of a visit to one recording of how the site is used
recording = 訪問中のページを、サイト利用の一つの記録に結び付けます

# Links the pages of one visit
one-visit = 一回の訪問で開かれたページを結び付けます

# Makes sure that requests come from you and not from another site
own-requests = リクエストが他のサイトではなく本人から送られたことを確かめます

# Matches your browser with an account or a profile for advertising
ad-matching = 広告のために、ブラウザーをアカウントやプロファイルと照合します

# Measures how recordings are listened to
audio-use = 音声の聴取状況を測定します

# Measures how videos are watched
video-use = 動画の視聴状況を測定します

# Measures the success of advertisements
ad-success = 広告の効果を測定します

# Notes that you reached the goal of an experiment
experiment-goal = 実験の目標に達したことを記録します

# Notices when a new visit begins
new-visit = 新しい訪問の始まりを検出します

# Protects forms from requests of other sites
forms = フォームを他のサイトからのリクエストから守ります

# Protects payments from fraud
payment-fraud = 支払いを不正から守ります

# Protects the service from abuse
abuse = サービスを不正利用から守ります

# Recognises in the statistics which organisation you belong to
group-statistics = 利用者が属する組織を統計で識別します

# Recognises you in the chat
chat-visitor = チャットで利用者を識別します

# Recognises you in the statistics after you signed in
account-statistics = ログインした利用者を統計で識別します

# Recognises you to show suitable ways to pay
payment-offers = 適した支払い方法を表示するために利用者を識別します

# Recognises your browser across sites for advertising
ad-recognised = 広告のために、複数のサイトでブラウザーを識別します

# Recognises your device to notice attacks on accounts
device-attacks = アカウントへの攻撃を検出するために端末を識別します

# Records how you use a page
recorded = ページの使われ方を記録します

# Remembers a device on which you confirmed who you are
confirmed-device = 本人確認を済ませた端末を記憶します

# Remembers how you came to the site
origin = サイトへの訪問経路を記憶します

# Remembers settings of the player and helps to find its faults
player-problems = プレーヤーの設定を記憶し、不具合の発見に役立てます

# Remembers that you answered a survey
survey-answered = アンケートに回答したことを記憶します

# Remembers that you closed an invitation to a survey
invitation-closed = アンケートへの案内を閉じたことを記憶します

# Remembers that you closed the chat’s welcome message
chat-welcome = チャットの歓迎メッセージを閉じたことを記憶します

# Remembers that you dismissed notifications
notifications = 通知を閉じたことを記憶します

# Remembers that you do not want your visits to be measured
measurement-objection = 訪問の計測を望まないことを記憶します

# Remembers that you made a window of the service smaller
window-made-small = サービスのウィンドウを小さくしたことを記憶します

# Remembers that you passed a check against robots
robots-passed = ロボット対策の確認に合格したことを記憶します

# Remembers that you registered for a video
registered = 動画のために登録したことを記憶します

# Remembers the design that you chose
colours = 選択したデザインを記憶します

# Remembers the page on which you arrived
landing = 最初に開かれたページを記憶します

# Remembers the password that you entered for a video
video-password = 動画のために入力されたパスワードを記憶します

# Remembers the state of your visit
visit-state = 訪問の状態を記憶します

# Remembers the steps while you sign in
sign-in-steps = ログイン中の手順を記憶します

# Remembers what you chose about the cookies of this provider
provider-consent = この提供者のクッキーに関する選択を記憶します

# Remembers when identifiers were last matched
matching-time = 識別子が最後に照合された時点を記憶します

# Remembers when other stored data expires
expiry = 保存された他のデータの期限を記憶します

# Remembers whether the chat window is open
chat-open = チャットのウィンドウが開いているかどうかを記憶します

# Remembers whether you consented to measurement
measurement-consent = 計測への同意の有無を記憶します

# Remembers which advertisement you clicked
ad-click = クリックされた広告を記憶します

# Remembers your language
language = 言語を記憶します

# Remembers your settings of the player
player = プレーヤーの設定を記憶します

# Remembers your settings with this provider
provider-settings = この提供者での設定を記憶します

# Remembers your user name for the next time you sign in
user-name = 次回のログインのためにユーザー名を記憶します

# Sends your requests to the same server
same-server = リクエストを同じサーバーに送ります

# Shows a message once, on the next page
message-once = 次のページでメッセージを一度だけ表示します

# Shows you the same variant of a page each time
experiment-variant = 毎回同じ版のページを表示します

# Shows your conversation again on the next page
chat = 次のページでも会話を表示します

# Stores data of experiments
experiment-data = 実験のデータを保存します

# Stores data that only the server can read
private-value = サーバーだけが読めるデータを保存します

# Stores details of your visit
visit-details = 訪問の詳細を保存します

# Stores settings of the chat
chat-settings = チャットの設定を保存します

# Stores settings of the measurement
measurement-settings = 計測の設定を保存します

# Stores the size of the browser window
window-size = ブラウザーのウィンドウの大きさを保存します

# Stores what the site tells the service about you
user-data = サイトがサービスに伝える利用者の情報を保存します

# Tells browser windows apart
windows = ブラウザーのウィンドウを区別します

# Tells pages that the server is overloaded
overload = サーバーの過負荷をページに伝えます

# Tells pages whether you are signed in
signed-in-flag = ログインしているかどうかをページに伝えます

# Tells people from robots
robots = 人とロボットを見分けます

# Tells the provider that you opened a page
pixel = ページが開かれたことを提供者に伝えます

# Tells the readers of comments apart
readers = コメントの読者を区別します

# Tells visitors apart
visitor = 訪問者を区別します

# Tells visitors apart in experiments
experiment-visitor = 実験で訪問者を区別します

# Tells visitors apart to show and measure advertisements
ad-visitor = 広告の表示と測定のために訪問者を区別します

# Tests whether the browser keeps cookies
cookie-test = ブラウザーがクッキーを保存するかどうかを確かめます

## Countries

# Estonia
estonia = エストニア

# France
france = フランス

# Germany
germany = ドイツ

# India
india = インド

# Ireland
ireland = アイルランド

# Luxembourg
luxembourg = ルクセンブルク

# Malta
malta = マルタ

# Netherlands
netherlands = オランダ

# New Zealand
new-zealand = ニュージーランド

# Sweden
sweden = スウェーデン

# United States
united-states = アメリカ合衆国
