"""A page's source is checked without Sphinx, with the findings of a build at the same lines."""

from __future__ import annotations

import re

import project
import pytest
import stand_in
from prose_pages import EXPECTED, MYST_EXPECTED, MYST_PAGE, PAGE

from sphinx_briefing.articles import read_article
from sphinx_briefing.checks import Prover
from sphinx_briefing.checks.sources import check_source
from sphinx_briefing.corpus import Corpus


@pytest.fixture(scope="module")
def prover(tmp_path_factory: pytest.TempPathFactory) -> Prover:
    folder = tmp_path_factory.mktemp("articles")
    articles = {}
    for name, text in (("ferry", project.FERRY), ("harbour", project.HARBOUR)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
        articles[name] = read_article(folder / f"{name}.txt")
    analyses = {name: stand_in.analyse(article) for name, article in articles.items()}
    return Prover(Corpus(articles=articles, analyses=analyses))


def told(prover: Prover, text: str, syntax: str = "rst", *, prose: bool = True) -> dict[int, list[str]]:
    out: dict[int, list[str]] = {}
    for line, problem in check_source(prover, text, syntax, prose=prose):
        found = re.search("[“'](.*?)[”']", problem.message)
        assert found
        out.setdefault(line, []).append(found[1])
    return out


def subtypes(prover: Prover, text: str, syntax: str = "rst", *, prose: bool = False) -> list[tuple[int, str]]:
    return [(line, problem.subtype) for line, problem in check_source(prover, text, syntax, prose=prose)]


def test_the_prose_of_a_page_as_the_build_sees_it(prover: Prover) -> None:
    assert told(prover, PAGE) == EXPECTED


def test_the_prose_of_a_markdown_page_as_the_build_sees_it(prover: Prover) -> None:
    assert told(prover, MYST_PAGE, "myst", prose=False) == MYST_EXPECTED


RST = """\
:briefing-articles: harbour

The islands
===========

It is :briefing:quote:`not safe`, and :briefing:quote:`not very
safe <harbour>`; :briefing:quote:`Nobody asked us`.

.. briefing:quote:: harbour
   :speaker: Ben Okoro
   :class: wide

   The strait is calm

- :briefing:figure:`400 wardens`

  - :briefing:figure:`about 400 wardens`, :briefing:figure:`harbour/x`

.. note::

   :briefing:fact:`the strait is stormy <harbour>`

.. briefing:figures:: habour
   :limit: 3

+----------------------------------+
| :briefing:figure:`41 wardens`    |
+----------------------------------+

.. code-block:: rst

   :briefing:quote:`not checked here`

::

   :briefing:quote:`nor here`

.. :briefing:quote:`nor in a comment`

See ``:briefing:quote:`nor here` ``.
"""

MYST = """\
---
briefing-articles: [harbour]
---

The islands
===========

It is {briefing:quote}`not safe`, and {briefing:quote}`not very
safe <harbour>`; {briefing:quote}`Nobody asked us`.

```{briefing:quote} harbour
:speaker: Ben Okoro

The strait is calm
```

:::{briefing:quote} harbour
---
speaker: Ben Okoro
---
The strait is calm
:::

- {briefing:figure}`400 wardens`

> - {briefing:figure}`about 400 wardens`

```{eval-rst}
:briefing:fact:`the strait is stormy <harbour>`
```

```{briefing:figures} habour
```

| a                              |
|--------------------------------|
| {briefing:figure}`41 wardens`  |

```rst
{briefing:quote}`not checked here`
```

    {briefing:quote}`nor here`

% {briefing:quote}`nor in a comment`

<!-- {briefing:quote}`nor here` -->
"""


def test_roles_and_directives(prover: Prover) -> None:
    assert subtypes(prover, RST) == [
        (6, "misquote"),
        (7, "wrong_article"),
        (9, "misattributed"),
        (15, "hedge"),
        (17, "unknown_item"),
        (21, "fact"),
        (23, "unknown_article"),
        (27, "figure"),
    ]


def test_roles_and_directives_in_markdown(prover: Prover) -> None:
    assert subtypes(prover, MYST, "myst") == [
        (8, "misquote"),
        (9, "wrong_article"),
        (11, "misattributed"),
        (17, "misattributed"),
        (24, "hedge"),
        (29, "fact"),
        (32, "unknown_article"),
        (37, "figure"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Text [1]_ of `a page <https://example.org/99>`_ and https://example.org/98 |99|, ``97``.\n\n.. |99| image:: x",
        "Title 99\n========\n\n:Field: 98\n\n.. _target-97:\n\n.. [B96] Book 95.\n\n.. image:: 94.png",
        "Text::\n\n   99\n\n   98\n\nThe end.",
        '.. math:: 99\n\n.. csv-table::\n   :widths: 99\n\n   "a, b", 2000',
        ".. briefing:unsourced::\n\n   We think 99.\n\n   - 98",
        "We think :briefing:unsourced:`99`.",
        "====  ====\nx     y\n====  ====\n2000  400\n====  ====\n",
        "1. First.\n2. Second.\n\n(3) Third.",
        ":briefing-check: off\n\nAll 99.",
    ],
)
def test_nothing_to_tell(prover: Prover, text: str) -> None:
    assert told(prover, text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "# Title 99\n\nTitle 98\n---\n\n[link](https://example.org/97) `96` [^95] <https://example.org/94>\n",
        "~~~\n99\n~~~\n\n```{image} 98.png\n```\n\n```{code-block} text\n97\n```",
        "---\ntitle: 99\nbriefing-check: no\n---\n\nAll 98.",
        "---\n- 99\n---\n\nNo 2,000.",
        "---\n: [\n---\n\nNo 2,000.",
    ],
)
def test_nothing_to_tell_in_markdown(prover: Prover, text: str) -> None:
    assert told(prover, text, "myst") == {}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Some\n99 wardens.", 2),
        ("====  ====\nx     y\n====  ====\n400   99\n====  ====\n", 4),
        (".. csv-table::\n\n   2000, 400\n   400, 99\n", 4),
        (".. |n| replace:: 99\n", 1),
        ("Term\n   All 99.", 2),
        (".. [#a] First.\n   And 99.", 2),
        ("| One\n| 99", 2),
        (":briefing-check: on\n\nAll\n99.", 4),
    ],
)
def test_lines(prover: Prover, text: str, line: int) -> None:
    assert told(prover, text, prose=not text.startswith(":")) == {line: ["99"]}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[^a]: All 99.", 1),
        ("> All\n> of 99.", 2),
        ("1. A\n2. B\n   has 99.", 3),
        (":::{note} Of 99\n:::", 1),
        ("::::{note}\n:class: x\n\n:::{tip}\nOf 99\n:::\n::::", 5),
    ],
)
def test_lines_in_markdown(prover: Prover, text: str, line: int) -> None:
    assert told(prover, text, "myst") == {line: ["99"]}
