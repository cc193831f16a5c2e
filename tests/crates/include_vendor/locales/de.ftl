# Tells visitors apart
visitors = Unterscheidet Besucher
# Tells visits apart
visits = Unterscheidet Besuche
# Tries whether cookies work
test = Prüft, ob Cookies funktionieren
# Tells people from robots
robots = Unterscheidet Menschen von Robotern
# Starts again with every page
again = Beginnt mit jeder Seite neu
# Ireland
ireland = Irland
