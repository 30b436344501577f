"""The command ``sphinx-briefing``: the same stages from a shell."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sphinx_briefing.articles import read_article
from sphinx_briefing.models import to_plain


def main(argv: list[str] | None = None) -> int:
    """Run the command."""
    from sphinx_briefing.analysis.pipeline import analyse_all, find_model

    args = [a for a in (argv or sys.argv[1:]) if a not in ("extract", "--format", "jsonl")]
    files: list[Path] = []
    for a in args:
        if a.startswith("@"):
            files += [Path(x) for x in Path(a[1:]).read_text().splitlines()]
        elif Path(a).is_dir():
            files += sorted(Path(a).glob("*.txt"))
        else:
            files.append(Path(a))
    for article, analysis in analyse_all(map(read_article, files), find_model()):
        print(json.dumps({"source": article.id, **to_plain(analysis)}))
    return 0
