# Policy
policy = Politique

# Needed
needed = Requis

# Reason.
reason = Raison.

# Signs you in
sign-in = Connexion

# Without its hole.
wording-question = Oui ?

wording-acept = Oui

wording-back = {""}
