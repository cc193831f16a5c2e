### The phrases of the catalogue in Greek. The comment above each one is the text of the tables.

# Carries data of an experiment to the page that you are sent to
experiment-redirect = Μεταφέρει δεδομένα ενός πειράματος στη σελίδα όπου ανακατευθύνεστε

# Carries out a check against robots
robots-check = Πραγματοποιεί έλεγχο κατά των ρομπότ

# Carries out payments
payment = Εκτελεί πληρωμές

# Checks whether data stored about you is up to date
user-data-fresh = Ελέγχει αν τα αποθηκευμένα δεδομένα σας είναι επίκαιρα

# Chooses the data centre that answers you
data-centre = Επιλέγει το κέντρο δεδομένων που σας απαντά

# Decides whether your visit is reported
reported = Αποφασίζει αν θα αναφερθεί η επίσκεψή σας

# Decides which new features you see
new-features = Αποφασίζει ποιες νέες λειτουργίες βλέπετε

# Fills in your e-mail address when you sign up
email-filled = Συμπληρώνει τη διεύθυνση email σας κατά την εγγραφή

# Finds devices on which you can play the video
play-devices = Βρίσκει συσκευές στις οποίες μπορείτε να αναπαραγάγετε το βίντεο

# Finds the domain for which the site can set cookies
domain-test = Βρίσκει τον τομέα για τον οποίο ο ιστότοπος μπορεί να ορίσει cookies

# Helps to load pages faster
faster = Βοηθά να φορτώνουν ταχύτερα οι σελίδες

# Keeps data until it has been sent to the provider
queue = Κρατά δεδομένα μέχρι να σταλούν στον πάροχο

# Keeps you out of experiments
experiment-out = Σας εξαιρεί από τα πειράματα

# Keeps you signed in
signed-in = Σας διατηρεί συνδεδεμένους

# Keeps your place in the waiting room
waiting = Κρατά τη θέση σας στον χώρο αναμονής

# Keeps your session from page to page
session = Διατηρεί τη συνεδρία σας από σελίδα σε σελίδα

# Leads you to the page that you asked for after you sign in
destination = Σας οδηγεί μετά τη σύνδεση στη σελίδα που ζητήσατε

# Limits how many requests one visitor can send
rate = Περιορίζει πόσα αιτήματα μπορεί να στείλει ένας επισκέπτης

# Links the pages of a visit to one recording of how the site is used
recording = Συνδέει τις σελίδες μιας επίσκεψης σε μία καταγραφή της χρήσης του ιστότοπου

# Links the pages of one visit
one-visit = Συνδέει τις σελίδες μιας επίσκεψης

# Makes sure that requests come from you and not from another site
own-requests = Διασφαλίζει ότι τα αιτήματα προέρχονται από εσάς και όχι από άλλον ιστότοπο

# Matches your browser with an account or a profile for advertising
ad-matching = Αντιστοιχίζει το πρόγραμμα περιήγησής σας με λογαριασμό ή προφίλ για διαφήμιση

# Measures how recordings are listened to
audio-use = Μετρά πώς ακούγονται οι ηχογραφήσεις

# Measures how videos are watched
video-use = Μετρά πώς παρακολουθούνται τα βίντεο

# Measures the success of advertisements
ad-success = Μετρά την επιτυχία των διαφημίσεων

# Notes that you reached the goal of an experiment
experiment-goal = Σημειώνει ότι φτάσατε στον στόχο ενός πειράματος

# Notices when a new visit begins
new-visit = Αντιλαμβάνεται πότε αρχίζει νέα επίσκεψη

# Protects forms from requests of other sites
forms = Προστατεύει τις φόρμες από αιτήματα άλλων ιστότοπων

# Protects payments from fraud
payment-fraud = Προστατεύει τις πληρωμές από απάτη

# Protects the service from abuse
abuse = Προστατεύει την υπηρεσία από κατάχρηση

# Recognises in the statistics which organisation you belong to
group-statistics = Αναγνωρίζει στα στατιστικά στοιχεία σε ποιον οργανισμό ανήκετε

# Recognises you in the chat
chat-visitor = Σας αναγνωρίζει στη συνομιλία

# Recognises you in the statistics after you signed in
account-statistics = Σας αναγνωρίζει στα στατιστικά στοιχεία αφού συνδεθείτε

# Recognises you to show suitable ways to pay
payment-offers = Σας αναγνωρίζει για να δείξει κατάλληλους τρόπους πληρωμής

# Recognises your browser across sites for advertising
ad-recognised = Αναγνωρίζει το πρόγραμμα περιήγησής σας σε διάφορους ιστότοπους για διαφήμιση

# Recognises your device to notice attacks on accounts
device-attacks = Αναγνωρίζει τη συσκευή σας για να εντοπίζει επιθέσεις σε λογαριασμούς

# Records how you use a page
recorded = Καταγράφει πώς χρησιμοποιείτε μια σελίδα

# Remembers a device on which you confirmed who you are
confirmed-device = Θυμάται μια συσκευή στην οποία επιβεβαιώσατε την ταυτότητά σας

# Remembers how you came to the site
origin = Θυμάται πώς φτάσατε στον ιστότοπο

# Remembers settings of the player and helps to find its faults
player-problems = Θυμάται ρυθμίσεις του αναπαραγωγέα και βοηθά στον εντοπισμό σφαλμάτων

# Remembers that you answered a survey
survey-answered = Θυμάται ότι απαντήσατε σε μια έρευνα

# Remembers that you closed an invitation to a survey
invitation-closed = Θυμάται ότι κλείσατε μια πρόσκληση σε έρευνα

# Remembers that you closed the chat’s welcome message
chat-welcome = Θυμάται ότι κλείσατε το μήνυμα καλωσορίσματος της συνομιλίας

# Remembers that you dismissed notifications
notifications = Θυμάται ότι κλείσατε τις ειδοποιήσεις

# Remembers that you do not want your visits to be measured
measurement-objection = Θυμάται ότι δεν θέλετε να μετρώνται οι επισκέψεις σας

# Remembers that you made a window of the service smaller
window-made-small = Θυμάται ότι ελαχιστοποιήσατε ένα παράθυρο της υπηρεσίας

# Remembers that you passed a check against robots
robots-passed = Θυμάται ότι περάσατε έναν έλεγχο κατά των ρομπότ

# Remembers that you registered for a video
registered = Θυμάται ότι εγγραφήκατε για ένα βίντεο

# Remembers the design that you chose
colours = Θυμάται την εμφάνιση που επιλέξατε

# Remembers the page on which you arrived
landing = Θυμάται τη σελίδα στην οποία φτάσατε

# Remembers the password that you entered for a video
video-password = Θυμάται τον κωδικό που πληκτρολογήσατε για ένα βίντεο

# Remembers the state of your visit
visit-state = Θυμάται την κατάσταση της επίσκεψής σας

# Remembers the steps while you sign in
sign-in-steps = Θυμάται τα βήματα όσο συνδέεστε

# Remembers what you chose about the cookies of this provider
provider-consent = Θυμάται τι επιλέξατε για τα cookies αυτού του παρόχου

# Remembers when identifiers were last matched
matching-time = Θυμάται πότε αντιστοιχίστηκαν τελευταία φορά τα αναγνωριστικά

# Remembers when other stored data expires
expiry = Θυμάται πότε λήγουν άλλα αποθηκευμένα δεδομένα

# Remembers whether the chat window is open
chat-open = Θυμάται αν το παράθυρο συνομιλίας είναι ανοιχτό

# Remembers whether you consented to measurement
measurement-consent = Θυμάται αν συναινέσατε στη μέτρηση

# Remembers which advertisement you clicked
ad-click = Θυμάται σε ποια διαφήμιση κάνατε κλικ

# Remembers your language
language = Θυμάται τη γλώσσα σας

# Remembers your settings of the player
player = Θυμάται τις ρυθμίσεις σας για τον αναπαραγωγέα

# Remembers your settings with this provider
provider-settings = Θυμάται τις ρυθμίσεις σας σε αυτόν τον πάροχο

# Remembers your user name for the next time you sign in
user-name = Θυμάται το όνομα χρήστη σας για την επόμενη σύνδεση

# Sends your requests to the same server
same-server = Στέλνει τα αιτήματά σας στον ίδιο διακομιστή

# Shows a message once, on the next page
message-once = Εμφανίζει ένα μήνυμα μία φορά, στην επόμενη σελίδα

# Shows you the same variant of a page each time
experiment-variant = Σας δείχνει κάθε φορά την ίδια παραλλαγή μιας σελίδας

# Shows your conversation again on the next page
chat = Εμφανίζει ξανά τη συνομιλία σας στην επόμενη σελίδα

# Stores data of experiments
experiment-data = Αποθηκεύει δεδομένα πειραμάτων

# Stores data that only the server can read
private-value = Αποθηκεύει δεδομένα που μόνο ο διακομιστής μπορεί να διαβάσει

# Stores details of your visit
visit-details = Αποθηκεύει λεπτομέρειες της επίσκεψής σας

# Stores settings of the chat
chat-settings = Αποθηκεύει ρυθμίσεις της συνομιλίας

# Stores settings of the measurement
measurement-settings = Αποθηκεύει ρυθμίσεις της μέτρησης

# Stores the size of the browser window
window-size = Αποθηκεύει το μέγεθος του παραθύρου του προγράμματος περιήγησης

# Stores what the site tells the service about you
user-data = Αποθηκεύει όσα ο ιστότοπος λέει στην υπηρεσία για εσάς

# Tells browser windows apart
windows = Ξεχωρίζει τα παράθυρα του προγράμματος περιήγησης

# Tells pages that the server is overloaded
overload = Δείχνει στις σελίδες ότι ο διακομιστής είναι υπερφορτωμένος

# Tells pages whether you are signed in
signed-in-flag = Δείχνει στις σελίδες αν είστε συνδεδεμένοι

# Tells people from robots
robots = Ξεχωρίζει τους ανθρώπους από τα ρομπότ

# Tells the provider that you opened a page
pixel = Ενημερώνει τον πάροχο ότι ανοίξατε μια σελίδα

# Tells the readers of comments apart
readers = Ξεχωρίζει τους αναγνώστες των σχολίων

# Tells visitors apart
visitor = Ξεχωρίζει τους επισκέπτες

# Tells visitors apart in experiments
experiment-visitor = Ξεχωρίζει τους επισκέπτες σε πειράματα

# Tells visitors apart to show and measure advertisements
ad-visitor = Ξεχωρίζει τους επισκέπτες για την προβολή και τη μέτρηση διαφημίσεων

# Tests whether the browser keeps cookies
cookie-test = Ελέγχει αν το πρόγραμμα περιήγησης αποθηκεύει cookies

## Countries

# Estonia
estonia = Εσθονία

# France
france = Γαλλία

# Germany
germany = Γερμανία

# India
india = Ινδία

# Ireland
ireland = Ιρλανδία

# Luxembourg
luxembourg = Λουξεμβούργο

# Malta
malta = Μάλτα

# Netherlands
netherlands = Κάτω Χώρες

# New Zealand
new-zealand = Νέα Ζηλανδία

# Sweden
sweden = Σουηδία

# United States
united-states = Ηνωμένες Πολιτείες
