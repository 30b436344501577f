"""Pages saved as one file (MHTML): the page in it, with where and when it was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.articles.decoding import Decoded
from sphinx_briefing.articles.formats.assembly import unusable
from sphinx_briefing.articles.formats.html import read_page
from sphinx_briefing.articles.formats.mail import DAMAGED, header, parsed, sent_on, text_of
from sphinx_briefing.articles.front_matter import Header

if TYPE_CHECKING:
    from email.message import EmailMessage

    from sphinx_briefing.articles.draft import Draft


def read_mhtml(raw: bytes, name: str) -> Draft:
    """Read the bytes of an ``.mhtml`` or ``.mht`` file; the text is what was extracted from its page."""
    message = parsed(raw)
    page = _page(message) if message is not None else None
    if message is None or page is None:
        return unusable("the file holds no web page; save the page again as a single file", name)
    draft = read_page(Decoded(text_of(page)), name)
    places = (header(message, "Snapshot-Content-Location"), header(page, "Content-Location"))
    url = next((place for place in places if place.startswith(("http://", "https://"))), "")
    known = {"url": url, "accessed": sent_on(message)}
    own = draft.header.values if draft.header is not None else {}
    return draft._replace(header=Header({**own, **{k: v for k, v in known.items() if v}}, {}, 0, name))


def _page(message: EmailMessage) -> EmailMessage | None:
    """The part that the file says is its page, else the first page in it."""
    try:
        start = str(message.get_param("start", ""))
        pages = [
            part
            for part in message.walk()
            if part.get_content_type() in {"text/html", "application/xhtml+xml"}
        ]
    except DAMAGED:
        return None
    named = (part for part in pages if start and header(part, "Content-ID") == start)
    return next(named, next(iter(pages), None))
