"""Names compared as people compare them: case, accents and the spelling of particles make no difference."""

from __future__ import annotations

import unicodedata


def fold(name: str) -> str:
    """*name* without case and accents: "Erdogan" is Erdoğan, "Grosse" is Große."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
