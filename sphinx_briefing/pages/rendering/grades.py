"""The grades of the Admiralty code, which people give and no program, in words."""

from __future__ import annotations

from typing import Final

from sphinx_briefing.pages.i18n import _

_RELIABILITY: Final = {
    "A": _("completely reliable"),
    "B": _("usually reliable"),
    "C": _("fairly reliable"),
    "D": _("not usually reliable"),
    "E": _("unreliable"),
    "F": _("reliability cannot be judged"),
}
_CREDIBILITY: Final = {
    "1": _("confirmed by other sources"),
    "2": _("probably true"),
    "3": _("possibly true"),
    "4": _("doubtful"),
    "5": _("improbable"),
    "6": _("truth cannot be judged"),
}


def grade_words(reliability: str, credibility: str) -> str:
    """A grade with what it means, ``B2 (usually reliable, probably true)``; ``""`` where none is given.

    Either half may be missing: the publisher and the content are judged apart.
    """
    words = [
        str(scale[given])
        for scale, given in ((_RELIABILITY, reliability), (_CREDIBILITY, credibility))
        if given in scale
    ]
    return f"{reliability}{credibility} ({', '.join(words)})" if words else ""
