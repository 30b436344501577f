"""What a document's properties say of it, as far as the document says so too.

Programs fill them in: with the template's title, the file's name, the account of whoever pressed the button, the
day on which it was printed. So a title or a name counts where it is printed, and a date never.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_briefing.articles.names import is_person, split_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_briefing.articles.formats.assembly import Piece


def printed_properties(title: str, author: str, pieces: Sequence[Piece]) -> dict[str, object]:
    """The metadata that *title* and *author* give of a document with these paragraphs.

    Where the title is not printed it is the paragraph that the format takes for it, if there is one.
    """
    words = "\n".join(piece.words for piece in pieces).casefold()
    own = next((piece.words for piece in pieces if piece.role == "title"), "")
    names = [name for name in split_names(author) if is_person(name) and name.casefold() in words]
    return {"title": title if title and title.casefold() in words else own, "authors": names}
