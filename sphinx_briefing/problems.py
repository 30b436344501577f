"""The registry of warning subtypes: every warning of the project has one of these keys.

``suppress_warnings = ["briefing.no_match"]`` in ``conf.py`` silences one of them. The table in the
documentation is made from this registry.
"""

from __future__ import annotations

from typing import Final

SUBTYPES: Final[dict[str, str]] = {
    "article": "An article can't be read, or is not what its name says.",
    "metadata": "An article's metadata has an unknown key, a near miss or a value out of range.",
    "config": "A configuration value has the wrong type or shape (the default is used), or names a missing file.",
    "model": "No spaCy model is installed, so nothing can be extracted.",
    "unknown_article": "A page names an article that is not among the articles.",
    "unknown_item": "A page names an excerpt that its article does not have.",
    "option": "A directive's option has a value that it does not take.",
    "chart": "Figures can't be drawn on one scale, or have nothing to draw.",
    "no_match": "A directive's query selects nothing.",
    "misquote": "Words given as a quotation are not in the article.",
    "wrong_article": "Words given as a quotation are in another article.",
    "misattributed": "A quotation is somebody else's.",
    "not_a_quotation": "Words given as a quotation are the article's own.",
    "figure": "A number given as a figure is not in the article.",
    "hedge": "A figure is printed without its hedge, or with another one.",
    "unit": "A figure's number is in the article, but counts or measures something else there.",
    "conflict": "A page prints a figure, and not the one of another article that contradicts it.",
    "fact": "Words given as a fact are not in the article.",
    "override": "An override is not well written, or fits nothing that was found in its article.",
    "status": "An article that a page uses was corrected, superseded, retracted or withheld, or has expired.",
    "lock": "The lock can't be read; nothing is held to it.",
    "drift": "An article no longer has an excerpt as it was accepted in the lock.",
    "reading": "The present rules or model read an excerpt otherwise than it was accepted in the lock.",
    "unlocked": "A page shows something that the lock does not hold.",
    "untraced": "A quotation or number in the page's own prose is in none of its articles.",
    "structure": "A page's bottom line is not its first block, is too long, or is its second one.",
    "likelihood": "A word of likelihood is not on the scale, or is used against the scale's rules.",
}
