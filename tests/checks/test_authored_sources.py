"""What authors say in their own directives, checked without Sphinx as a build would."""

from __future__ import annotations

import project
import pytest
import stand_in

from sphinx_briefing.articles import read_article
from sphinx_briefing.checks import Prover
from sphinx_briefing.checks.sources import check_source
from sphinx_briefing.corpus import Corpus

RST = """\
Islands
=======

.. briefing:bluf::
   :class: short

   It has 17 boats and :briefing:figure:`400 wardens`.

.. briefing:judgement::
   :likelihood: likely

   - Some 18 stay, and :briefing:figure:`41 wardens`.

And 19 others.
"""

MYST = """\
# Islands

```{briefing:bluf}
It has 17 boats and {briefing:figure}`400 wardens`.
```

```{briefing:judgement}
---
likelihood: likely
---
Some 18 stay, and {briefing:figure}`41 wardens`.
```
"""


@pytest.fixture(scope="module")
def prover(tmp_path_factory: pytest.TempPathFactory) -> Prover:
    path = tmp_path_factory.mktemp("articles") / "harbour.txt"
    path.write_text(project.HARBOUR, "utf-8")
    article = read_article(path)
    return Prover(Corpus(articles={"harbour": article}, analyses={"harbour": stand_in.analyse(article)}))


def lines(prover: Prover, text: str, syntax: str, *, prose: bool) -> list[tuple[int, str]]:
    return [(line, problem.subtype) for line, problem in check_source(prover, text, syntax, prose=prose)]


def test_a_bottom_line_is_traced_in_any_case_a_judgement_as_prose_is(prover: Prover) -> None:
    always = [(7, "hedge"), (7, "untraced"), (12, "figure")]
    assert sorted(lines(prover, RST, "rst", prose=False)) == always
    assert sorted(lines(prover, RST, "rst", prose=True)) == [*always, (12, "untraced"), (14, "untraced")]


def test_in_markdown(prover: Prover) -> None:
    always = [(4, "hedge"), (4, "untraced"), (11, "figure")]
    assert sorted(lines(prover, MYST, "myst", prose=False)) == always
    assert sorted(lines(prover, MYST, "myst", prose=True)) == [*always, (11, "untraced")]
