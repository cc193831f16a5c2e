policy = Politique

# Needed
needed = { $count } requis

# Keeps you signed in
keeps = Connexion
    .title = Titre

-term = Terme

# Reason.
reason

# Signs you in
sign-in = Connexion
