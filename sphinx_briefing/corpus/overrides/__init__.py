"""What people change in an analysis: excerpts dropped, corrected, added, graded and noted.

Overrides are no part of what an analysis is kept under: they are applied to it each time a corpus is made, so that
changing one analyses nothing again.
"""

from __future__ import annotations

from sphinx_briefing.corpus.overrides.applying import overridden, overridden_beside, overridden_corpus
from sphinx_briefing.corpus.overrides.files import OverrideFile, find_overrides

__all__ = ["OverrideFile", "find_overrides", "overridden", "overridden_beside", "overridden_corpus"]
