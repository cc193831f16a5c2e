# Needed
needed = Notwendig

# The site does not work without these.
needed-why = Ohne sie geht es nicht.

# Remembers your choice
choice = Merkt sich Ihre Wahl

# Audience
audience = Publikum

# Counts
counts = Zählt

# The button that grants everything.
wording-accept = Allem zustimmen
wording-banner-heading = Cookies & mehr
wording-last-updated = Zuletzt geändert am { $date }
