# Needed
needed = Nécessaires

# The site does not work without these.
needed-why = Sans eux, le site ne fonctionne pas.

# Keeps you signed in
session = Vous garde connecté

