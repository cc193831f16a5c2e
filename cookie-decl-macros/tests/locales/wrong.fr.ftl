policy = Politique

# Needed
needed = { $count } requis

-term = Terme

# Reason.
reason

# Signs you in
sign-in = Connexion
