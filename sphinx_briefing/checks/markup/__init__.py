"""A page's source read lightly, with no Sphinx: the roles and directives of ours, and the prose, by line.

Enough for a check before a commit, in a fraction of the time that reading the page with Sphinx takes. Markup that is
not known here is passed over, so a page may state more than is found; the build has the last word.
"""

from __future__ import annotations

from sphinx_briefing.checks.markup.markdown import read_markdown
from sphinx_briefing.checks.markup.restructured import read_restructured
from sphinx_briefing.checks.markup.source import Call, Page, Piece, Role

__all__ = ["Call", "Page", "Piece", "Role", "read_markdown", "read_restructured"]
