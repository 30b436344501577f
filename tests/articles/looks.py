"""What an article came out as, for comparison."""

from __future__ import annotations

from sphinx_briefing.models import Article


def words(article: Article, role: str = "") -> list[str]:
    """The paragraphs' words, of one role or all."""
    return [article.printed(p.span) for p in article.paragraphs if role in ("", p.role)]


def said(article: Article) -> str:
    """The messages of its problems."""
    return " ".join(problem.message for problem in article.problems)


def check_spans(article: Article) -> None:
    """Offsets count into the extracted text: it is the paragraphs, an empty line between each two."""
    assert article.text == "\n\n".join(article.text[p.start : p.end] for p in article.paragraphs)
    article.text.encode()  # what can't be written to a file can't be counted in
