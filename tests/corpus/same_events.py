"""Pairs of sentences: what two articles tell of one event, and what only sounds like it."""

from __future__ import annotations

SAME = [
    (
        "The council of Osmar has delayed the Velden tidal barrage by 2 years after its cost rose to 475 crowns.",
        "Osmar’s city council postponed the Velden tidal barrage by 2 years on Tuesday, as the price climbed to "
        "475 crowns.",
    ),
    (
        "Storm Edda killed 12 people in the port of Maren, the governor said.",
        "At least 12 people died in the port of Maren on Monday when Storm Edda struck, Governor Ilse Bok said.",
    ),
    (
        "The Harbour Watch said it will cut its force on the islands of Tarn from 2,000 wardens to 400.",
        "The Harbour Watch plans to reduce its force on Tarn from 2,000 wardens to about 400 by autumn.",
    ),
    (
        "Senator Orla Fenn opened the rebuilt bridge over the Mirne in Halden on Friday.",
        "On Friday, Senator Orla Fenn opened the rebuilt Mirne bridge in Halden with a speech.",
    ),
    (
        "The ferry Alma did not sail from Kestrel Bay to Tarn because of the storm.",
        "The Alma did not sail from Kestrel Bay to Tarn; no ferry left in the storm.",
    ),
    (
        "In Tarn, a court in Kestrel Bay sentenced Olin Dray, a harbour master, to 6 years in prison.",
        "In Tarn, Olin Dray, the harbour master, was sentenced to 6 years in prison by a Kestrel Bay court.",
    ),
    (
        "The alliance of 79 members was founded in 2021 to police a truce of 11 days.",
        "To police a truce of 11 days, an alliance of 79 members was founded in 2021, the guide says.",
    ),
    (
        "A fire at the Kessel chemical plant killed 3 workers and injured 12 others early on Thursday.",
        "Three people were killed and a dozen injured when fire tore through the Kessel chemical plant on Thursday.",
    ),
    (
        "Brannik Rail will cut 1,200 jobs by the end of 2026 and close its works in Kell.",
        "The rail company Brannik said it would shed 1,200 jobs and close its works in Kell by the end of 2026.",
    ),
]

DIFFERENT = [
    (  # another figure
        "Storm Edda killed 12 people in the port of Maren, the governor said.",
        "Storm Edda killed 14 people in the port of Maren, the governor said.",
    ),
    (  # figures of one kind, of which each has one that the other has not
        "In Maren, 12 people died and 30 people were hurt in the storm at the port.",
        "In Maren, 12 people died and 35 people were hurt in the storm at the port.",
    ),
    (  # a limit from the other side
        "The council of Osmar said that more than 400 wardens left the islands on Friday.",
        "The council of Osmar said that fewer than 400 wardens left the islands on Friday.",
    ),
    (  # negation
        "The council of Osmar approved the contract for the Velden tidal barrage with 9 votes.",
        "The council of Osmar has not approved the contract for the Velden tidal barrage with 9 votes.",
    ),
    (
        "The council of Osmar approved the contract for the Velden tidal barrage with 9 votes.",
        "The council of Osmar hasn’t approved the contract for the Velden tidal barrage with 9 votes.",
    ),
    (  # other names
        "The mayor of Osmar opened the rebuilt bridge over the Mirne with 300 guests.",
        "The mayor of Halden opened the rebuilt bridge over the Mirne with 300 guests.",
    ),
    (
        "Ada Vale said the Harbour Watch lost 40 boats in the strait of Tarn.",
        "Ben Okoro said the Harbour Watch lost 40 boats in the strait of Tarn.",
    ),
    (  # another day
        "The ferry Alma sank off Kestrel Bay on Monday with 40 passengers aboard.",
        "The ferry Alma sank off Kestrel Bay on Sunday with 40 passengers aboard.",
    ),
    (  # a plan is no fact
        "The Harbour Watch cut its force on the islands of Tarn to 400 wardens.",
        "The Harbour Watch plans to cut its force on the islands of Tarn to 400 wardens.",
    ),
    (  # opposites
        "Fares on the ferry from Kestrel Bay to Tarn rose 12% in the first quarter.",
        "Fares on the ferry from Kestrel Bay to Tarn fell 12% in the first quarter.",
    ),
    (
        "The Harbour Watch holds the north of Tarn with 400 wardens and 30 boats.",
        "The Harbour Watch holds the south of Tarn with 400 wardens and 30 boats.",
    ),
    (  # something else happened to it
        "The council of Osmar debated the contract for the Velden tidal barrage with 9 engineers.",
        "The council of Osmar signed the contract for the Velden tidal barrage with 9 engineers.",
    ),
    (  # who did it to whom
        "In Tarn, Ada Vale accused Ben Okoro of taking 400 crowns from the Harbour Watch.",
        "In Tarn, Ben Okoro accused Ada Vale of taking 400 crowns from the Harbour Watch.",
    ),
    (
        "In Tarn, Ada Vale accused Ben Okoro of taking 400 crowns from the Harbour Watch.",
        "In Tarn, Ada Vale was accused by Ben Okoro of taking 400 crowns from the Harbour Watch.",
    ),
    (  # at the head of a sentence, a capital tells no name
        "Hallmere sent 150 marines to Corvane in May.",
        "Aldmark sent 150 marines to Corvane in May.",
    ),
    (
        "Hallmere beat Osmar 3-1 in the final of the islands cup on Sunday.",
        "Osmar beat Hallmere 3-1 in the final of the islands cup on Sunday.",
    ),
    (  # what a figure is
        "Aldmark cut its force on Corvane by 400 troops in March.",
        "Aldmark cut its force on Corvane to 400 troops in March.",
    ),
    (  # what somebody claims
        "Critics say that the Velden dam at Kestrel Bay cost 90 crowns.",
        "The Velden dam at Kestrel Bay cost 90 crowns.",
    ),
    (  # past forms without an ending
        "The bank of Osmar lent the ferry company of Tarn 4 crowns.",
        "The ferry company of Tarn repaid the bank of Osmar 4 crowns.",
    ),
    (  # a year
        "The council of Osmar founded the ferry company of Kestrel Bay in 1921.",
        "The council of Osmar founded the ferry company of Kestrel Bay in 1931.",
    ),
    (  # too little in common
        "The ferry Alma carried 90 passengers to Tarn.",
        "The Alma needs 90 minutes to Tarn, and its captain has sailed the strait for half of his life.",
    ),
    ("It rained.", "It rained."),
    ("", "400"),
]
