"""E-mail: its text, under the subject; what was quoted, and who signed, is boilerplate."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from typing import TYPE_CHECKING, Final, cast

from sphinx_briefing.articles.draft import Draft
from sphinx_briefing.articles.formats.assembly import (
    Piece,
    assembled,
    folded,
    plain_pieces,
    unusable,
    with_title,
)
from sphinx_briefing.articles.formats.fragment import FORWARDED, fragment_pieces
from sphinx_briefing.articles.front_matter import Header
from sphinx_briefing.articles.names import is_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from email.message import EmailMessage

#: What the standard library raises for headers and parts that are damaged, besides its own errors.
DAMAGED: Final = (
    MessageError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
)
_REPLY: Final = re.compile(r"(?:(?:re|aw|sv|antw|fwd?|wg|tr)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_PASSED_ON: Final = re.compile(r"\s*(?:fwd?|wg|tr)\s*:", re.IGNORECASE)
_SIGNED: Final = re.compile(r"^--[ ]$", re.MULTILINE)
#: The line, or two, over what is quoted.
_WROTE: Final = re.compile(r"^On [^\n]{5,120}(?:\n(?!>)[^\n]{0,120})?\bwrote:[ ]*$", re.MULTILINE)
_ORIGINAL: Final = re.compile(r"^[ ]*-{2,}[ ]*Original Message[ ]*-{2,}[ ]*$", re.MULTILINE | re.IGNORECASE)
_INNER: Final = re.compile(
    r"\b(From|Sent|Date|To|Cc|Subject):\s(.*?)(?=\s(?:From|Sent|Date|To|Cc|Subject):\s|\Z)", re.DOTALL
)
_INNER_LINE: Final = re.compile(r"(?:-{2,}[\w ]{0,40}-{2,}\s)?(?:From|Sent|Date|To|Cc|Reply-To|Subject):\s")
_ADDRESS: Final = re.compile(r"\s*[<(\[]\S+@\S+[>)\]]")
_SENDER: Final = re.compile(
    r"(?P<name>.+?)(?:,|\s+(?:at|from|of|with)|\s+[|–—-])\s+(?P<outlet>.+)", re.IGNORECASE
)
_VIA: Final = re.compile(r"\s+via\s+.+", re.IGNORECASE)
#: A plain part with less than this share of the HTML part's words only tells to look at that.
_STUB: Final = 0.5


def read_mail(raw: bytes, name: str) -> Draft:
    """Read the bytes of an ``.eml`` file; the text is the subject and the body as it was sent."""
    message = parsed(raw)
    if message is None or not any(header(message, key) for key in ("From", "Subject", "Date")):
        return unusable(
            "the file is no e-mail: it has neither From nor Subject nor Date; save it again", name
        )
    pieces = _body(message)
    values = _metadata(message)
    if _is_passed_on(message, pieces):
        start = _inner_start(pieces)
        inner = " ".join(piece.words for piece in pieces[:start])
        values = {**_inner_metadata(inner), "title": values["title"]}
        pieces = _as_boilerplate(pieces[:start]) + pieces[start:]
    title = cast("str", values["title"])
    return assembled(with_title(pieces, title), Header(values, {}, 0, name)) if pieces else Draft("")


def parsed(raw: bytes) -> EmailMessage | None:
    """The message that *raw* holds, ``None`` where it is too damaged."""
    try:
        return message_from_bytes(raw, policy=policy.default)
    except DAMAGED:
        return None


def header(message: EmailMessage, key: str) -> str:
    """A header's words, ``""`` if it is missing or damaged."""
    try:
        return folded(str(message[key] or ""))
    except DAMAGED:
        return ""


def sent_on(message: EmailMessage) -> str:
    """The date of the message where it was sent, as ``2025-05-16``; ``""`` if it gives none."""
    try:
        sent = message["Date"].datetime
        return str(sent.date().isoformat()) if sent else ""
    except DAMAGED:
        return ""


def text_of(part: EmailMessage) -> str:
    """The text of a part, in the encoding it names if that is true."""
    try:
        payload = part.get_payload(decode=True)
        named = part.get_content_charset() or "utf-8"
    except DAMAGED:
        return ""
    raw = payload if isinstance(payload, bytes) else b""
    for encoding in (named, "utf-8"):
        try:
            text = raw.decode(encoding)
            break
        except (LookupError, ValueError):
            continue
    else:
        text = raw.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _body(message: EmailMessage) -> list[Piece]:
    """The paragraphs of the plain part, or of the HTML part where there is more in it."""
    plain, html = (_part(message, subtype) for subtype in ("plain", "html"))
    passed_on = _PASSED_ON.match(header(message, "Subject")) is not None
    from_plain = _plain_pieces(plain, passed_on=passed_on or FORWARDED.search(plain) is not None)
    from_html = fragment_pieces(html, quotes=not passed_on) if html else []
    return from_plain if _words(from_plain) > _STUB * _words(from_html) else from_html


def _is_passed_on(message: EmailMessage, pieces: Sequence[Piece]) -> bool:
    return bool(
        _PASSED_ON.match(header(message, "Subject")) or any(FORWARDED.search(piece.words) for piece in pieces)
    )


def _inner_start(pieces: Sequence[Piece]) -> int:
    """Where the mail that was passed on begins: below the lines that tell who wrote it; 0 if there are none."""
    above = (i for i, p in enumerate(pieces) if FORWARDED.search(p.words) or _INNER_LINE.match(p.words))
    first = next(above, None)
    if first is None:
        return 0
    return next(
        (i for i in range(first + 1, len(pieces)) if not _INNER_LINE.match(pieces[i].words)), len(pieces)
    )


def _part(message: EmailMessage, subtype: str) -> str:
    try:
        part = message.get_body((subtype,))
    except DAMAGED:
        part = None
    return text_of(cast("EmailMessage", part)) if part is not None else ""


def _words(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.words.split()) for piece in pieces)


def _plain_pieces(text: str, *, passed_on: bool) -> list[Piece]:
    """The paragraphs of a plain part, quoted and signed ones marked."""
    ends = [found.start() for found in [_SIGNED.search(text)] if found]
    if not passed_on:
        ends += [found.start() for found in [_ORIGINAL.search(text)] if found]
    end = min(ends, default=len(text))
    out: list[Piece] = []
    for quoted, run in _runs(_WROTE.sub(lambda found: _as_quoted(found[0]), text[:end])):
        pieces = plain_pieces(run)
        out += _as_boilerplate(pieces) if quoted and not passed_on else pieces
    return out + _as_boilerplate(plain_pieces(text[end:]))


def _as_boilerplate(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece._replace(role="boilerplate") for piece in pieces]


def _as_quoted(words: str) -> str:
    return "> " + words.replace("\n", "\n> ")


def _runs(text: str) -> Iterator[tuple[bool, str]]:
    """The lines of *text* in runs that are quoted or are not; the marks of quoting left out."""
    gathered: list[str] = []
    quoted = False
    for line in text.split("\n"):
        if line.startswith(">") is not quoted:
            yield quoted, "\n".join(gathered)
            gathered, quoted = [], not quoted
        gathered.append(line.lstrip("> ") if quoted else line)
    yield quoted, "\n".join(gathered)


def _metadata(message: EmailMessage) -> dict[str, object]:
    values: dict[str, object] = {
        "title": _REPLY.sub("", header(message, "Subject"), count=1),
        "date": sent_on(message),
        "language": header(message, "Content-Language"),
    }
    archived = header(message, "Archived-At").strip("<>")
    if archived.startswith(("http://", "https://")):
        values["archive_url"] = archived
    return {**values, **_sender(message)}


def _sender(message: EmailMessage) -> dict[str, object]:
    """Who wrote the mail, and for whom; an address alone is nobody's name."""
    try:
        sender = message["From"].addresses[0]
        name, user = folded(sender.display_name), sender.username.lower()
    except DAMAGED:
        return {}
    name = _VIA.sub("", name).strip("'\"")
    if not name or "@" in name:
        return {}
    both = _SENDER.fullmatch(name)
    if both is not None and is_person(both["name"]):
        return {"authors": [both["name"]], "publisher": both["outlet"]}
    to_many = bool(header(message, "List-Unsubscribe") or header(message, "List-Id"))
    own_address = any(len(word) > 2 and word in user for word in name.lower().split())
    return {"publisher": name} if to_many and not (own_address and is_person(name)) else {"authors": [name]}


def _inner_metadata(words: str) -> dict[str, object]:
    """Who wrote the mail that was passed on, and when, by the lines over it."""
    found = {key.lower(): folded(value) for key, value in _INNER.findall(words)}
    name = _ADDRESS.sub("", found.get("from", "")).strip("'\" ")
    sent = re.sub(r"\s+at\s+[\d:.]+.*", "", found.get("date") or found.get("sent") or "")
    return {"authors": [name] if name and "@" not in name else [], "date": sent}
