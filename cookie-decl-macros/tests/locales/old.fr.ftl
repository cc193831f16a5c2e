# Policy
policy = Politique

# Needed for this
needed = Requis

# Reason.
reason = Raison.

# Signs you inn
sign-in = Connexion

# Something that nobody says any more
gone = Rien
