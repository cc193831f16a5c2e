### Translations of the test's table.

# Policy
policy = Politique

# Needed
needed = Requis

# Reason.
reason =
    Raison,
    en deux lignes.

# Signs you in
sign-in = { "Connexion" }
