# Tells visitors apart
visitors = Distingue les visiteurs
# Tells visits apart
visits = Distingue les visites
# Tries whether cookies work
test = Vérifie que les cookies fonctionnent
# Tells people from robots
robots = Distingue les personnes des robots
# Starts again with every page
again = Recommence à chaque page
# Ireland
ireland = Irlande
