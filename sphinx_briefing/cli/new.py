"""``sphinx-briefing new DIR``: a project that is ready to build."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path
from string import Template
from textwrap import fill
from typing import TYPE_CHECKING, Final

from sphinx_briefing.articles import read_articles
from sphinx_briefing.cli.inputs import Inputs, is_unusable
from sphinx_briefing.cli.terminal import complain, complain_of, display_width

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from sphinx_briefing.models import Analysis, Article, Quote

_TEMPLATES: Final = files(__package__) / "templates"
_SAMPLE: Final = "tidal-barrage.txt"
_LONGEST_QUOTE: Final = 200  # characters, to be set off on a page
_FEWEST_WORDS: Final = 4  # a word or two say little without their sentence
_LONGEST_LINE: Final = 45  # words, well below what a bottom line may have
_MARKUP: Final = re.compile(r"([\\*`|_<>])")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command and its arguments."""
    about = "make a project that is ready to build"
    parser = commands.add_parser("new", help=about, description=f"{about[0].upper()}{about[1:]}.")
    parser.add_argument(
        "folder", metavar="DIR", type=Path, help="a folder that does not exist yet or is empty"
    )
    parser.add_argument(
        "articles",
        metavar="ARTICLE",
        nargs="*",
        help="articles to copy into it, folders of them or @LISTs; an invented one without any",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the project; write nothing where something is wrong with its folder or its articles."""
    folder: Path = args.folder
    inputs = Inputs(args.articles)
    if not _is_free(folder) or not inputs.complete or not _are_usable(inputs.paths):
        return 1
    copies = _copy(inputs.paths, folder / "articles")
    title = _title(folder)
    (folder / "conf.py").write_text(_filled("conf.py", project=repr(title)), encoding="utf-8")
    (folder / "index.rst").write_text(_page(title, copies), encoding="utf-8")
    build = shlex.join(["sphinx-build", "-n", "-W", str(folder), str(folder / "_build")])
    sys.stdout.write(f"{folder} is ready. Edit {folder / 'index.rst'}, and build it:\n\n    {build}\n")
    return 0


def _is_free(folder: Path) -> bool:
    if folder.is_dir() and not any(folder.iterdir()):
        return True
    if folder.exists():
        complain(f"{folder}: is there already and not empty; name a new folder")
        return False
    return True


def _are_usable(paths: Sequence[Path]) -> bool:
    articles = [article for path in paths for article in read_articles(path)]
    for problem in (p for article in articles for p in article.problems):
        complain_of(problem)
    twice = [name for name, times in Counter(path.name for path in paths).items() if times > 1]
    for name in twice:
        complain(f"two articles are named {name}; rename one of them")
    return not twice and not any(map(is_unusable, articles))


def _copy(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Copy the articles and the metadata beside them, or the sample; return the copies."""
    folder.mkdir(parents=True)
    if not paths:
        sample = folder / _SAMPLE
        sample.write_bytes((_TEMPLATES / _SAMPLE).read_bytes())
        return [sample]
    for path in paths:
        for beside in (path, path.with_suffix(".yaml"), path.with_suffix(".yml")):
            if beside.is_file():
                shutil.copyfile(beside, folder / beside.name)
    return [folder / path.name for path in paths]


def _page(title: str, paths: Sequence[Path]) -> str:
    """The briefing: a section for each kind of excerpt that the articles have, so that it builds at once."""
    found = _analysed(paths)
    quote = _set_off(found)
    sections = [_filled("head.rst", title=_escaped(title), underline="=" * display_width(title))]
    line = _bottom_line(found)
    if line:
        sections.append(_filled("bluf.rst", words=line))
    if any(analysis.facts for _, analysis in found):
        sections.append(_filled("facts.rst"))
    if any(analysis.figures for _, analysis in found):
        sections.append(_filled("figures.rst"))
    if any(analysis.quotes for _, analysis in found):
        sections.append(_filled("quotes.rst"))
    if quote:
        article, words = quote[0].id, quote[0].printed(quote[1].span).rstrip(",")
        sections.append(_filled("quote.rst", article=article, words=_escaped(words)))
    sections.append(_filled("sources.rst"))
    return "\n".join(sections)


def _analysed(paths: Sequence[Path]) -> list[tuple[Article, Analysis]]:
    """What the articles hold; nothing where there is no model yet."""
    from sphinx_briefing.analysis.pipeline import ModelNotFoundError, analyse_all, find_model  # noqa: PLC0415

    try:
        return list(analyse_all([a for path in paths for a in read_articles(path)], find_model()))
    except ModelNotFoundError as error:
        complain(f"{error}; until then the page can show no more than its sources")
        return []


def _bottom_line(found: Sequence[tuple[Article, Analysis]]) -> str:
    """The weightiest fact that is short enough, as a role: the author's words can take its place one by one."""
    facts = [
        (article, words, fact.salience)
        for article, analysis in found
        for fact in analysis.facts
        if len((words := article.printed(fact.span)).split()) <= _LONGEST_LINE
    ]
    if not facts:
        return ""
    article, words, _salience = max(facts, key=lambda fact: fact[2])
    role = f":briefing:fact:`{_escaped(words)} <{article.id}>`"
    indent = " " * 3
    return fill(
        role,
        100,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _set_off(found: Sequence[tuple[Article, Analysis]]) -> tuple[Article, Quote] | None:
    """The weightiest short quotation in one piece of a known speaker, one of a few words if there is no longer one."""
    whole = [
        (article, quote)
        for article, analysis in found
        for quote in analysis.quotes
        if quote.kind == "direct"
        and len(quote.segments) == 1
        and quote.speaker
        and quote.speaker.name
        and len(quote.text) <= _LONGEST_QUOTE
    ]
    return max(
        whole,
        key=lambda pair: (len(pair[1].text.split()) >= _FEWEST_WORDS, pair[1].salience),
        default=None,
    )


def _title(folder: Path) -> str:
    words = re.sub(r"[-_\s]+", " ", folder.resolve().name).strip()
    return words[:1].upper() + words[1:] or "Briefing"


def _escaped(text: str) -> str:
    """*text* as reStructuredText that says just that."""
    return _MARKUP.sub(r"\\\1", text)


def _filled(template: str, **values: str) -> str:
    return Template((_TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")).substitute(values)
