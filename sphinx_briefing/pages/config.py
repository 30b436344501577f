"""The configuration values, declared once: each field of :class:`BriefingConfig` is ``briefing_<name>``."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from sphinx_briefing.articles import SUFFIXES
from sphinx_briefing.checks.likelihood import SCALES
from sphinx_briefing.models import Problem
from sphinx_briefing.pages.log import warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.config import Config

_PREFIX: Final = "briefing_"


def _strings(value: object) -> str:
    if isinstance(value, (list, tuple)) and all(isinstance(v, str) for v in value):
        return ""
    return "wants a list of strings"


def _string(value: object) -> str:
    return "" if isinstance(value, (str, Path)) else "wants a string"


def _string_or_strings(value: object) -> str:
    return (
        "" if isinstance(value, (str, Path)) or not _strings(value) else "wants a string or a list of strings"
    )


def _truth(value: object) -> str:
    # -D briefing_page_sources=0 on the command line arrives as a string and is converted by Sphinx
    return "" if isinstance(value, bool) else "wants True or False"


def _part(value: object) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1:
        return ""
    return "wants a number from 0 to less than 1"


def _count(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return ""
    return "wants a whole number of at least 1"


def _scale(value: object) -> str:
    return "" if value is None or value in SCALES else f"wants one of {', '.join(SCALES)}, or None"


def _value(
    default: Any,
    check: Callable[[object], str],
    about: str,
    *,
    rebuild: Literal["", "html", "env"] = "env",
    types: tuple[type, ...] = (),
) -> Any:
    """A field: *check* says what is wrong with a value; whatever influences nodes has ``rebuild="env"``.

    Values may be of *types* besides the default's type.
    """
    metadata = {"check": check, "about": about, "rebuild": rebuild, "types": types}
    if isinstance(default, list):
        return field(default_factory=lambda: list(default), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingConfig:
    """The values of a build, valid ones only."""

    articles: list[str] = _value(["articles/*"], _strings, "Globs of the article files, relative to conf.py.")
    bibliography: list[str] = _value(
        [],
        _string_or_strings,
        "A bibliography in CSL-JSON that fills in the articles' metadata, or a list of them, relative to conf.py.",
        types=(str, Path),
    )
    model: str = _value(
        "", _string, "The spaCy model, a package or a folder; the English one that is installed if empty."
    )
    cache_dir: str = _value(
        "", _string, "Where analyses are kept, relative to conf.py; beside the doctrees if empty.", rebuild=""
    )
    lock: str = _value(
        "briefing.lock.yaml",
        _string,
        "The lock, relative to conf.py, used if it is there; none if empty.",
        rebuild="",
    )
    overrides: list[str] = _value(
        [], _strings, "Globs of files with overrides, by the ids of the articles, relative to conf.py."
    )
    check_prose: bool = _value(
        False, _truth, "Trace each quotation and number in the pages' own prose to the articles."
    )
    page_sources: bool = _value(
        True, _truth, "Close each page that cites articles with their list, if it has no briefing:sources."
    )
    jsonld: bool = _value(
        True, _truth, "Describe each page that cites articles to search engines (schema.org).", rebuild="html"
    )
    csv: bool = _value(
        True,
        _truth,
        "Put the values of each table beside the HTML, as a CSV file under the table.",
        rebuild="html",
    )
    text_fragments: bool = _value(
        True, _truth, "Lead from each passage of the list of sources to its words in the original."
    )
    conflict_tolerance: float = _value(
        0.05,
        _part,
        "How far apart figures of one subject may be without a conflict, as a part of the larger one.",
        types=(int,),
    )
    bluf_words: int = _value(60, _count, "How many words a page's bottom line (briefing:bluf) may have.")
    likelihood_scale: str | None = _value(
        "icd203", _scale, "The scale of words of likelihood: `'icd203'`, `'phia'`, or None for free words."
    )


def default_of(name: str) -> Any:
    """The default of the value ``briefing_<name>``."""
    declared = {f.name: f for f in fields(BriefingConfig)}[name]
    return declared.default_factory() if declared.default_factory is not MISSING else declared.default


def declare(app: Sphinx) -> None:
    """Register every value with Sphinx."""
    for declared in fields(BriefingConfig):
        default = default_of(declared.name)
        types: set[type] = {list, tuple} if isinstance(default, list) else {type(default)}
        types |= set(declared.metadata["types"])
        if "None" in str(declared.type):
            types.add(type(None))
        app.add_config_value(
            _PREFIX + declared.name,
            default,
            declared.metadata["rebuild"],
            frozenset(types),
            declared.metadata["about"],
        )


def validate(app: Sphinx, config: Config) -> None:
    """Warn of each value that is of the wrong shape, and put its default back (``config-inited``)."""
    del app
    for declared in fields(BriefingConfig):
        name = _PREFIX + declared.name
        fault = declared.metadata["check"](config[name])
        if fault:
            default = default_of(declared.name)
            message = f"{name} {fault}, not {config[name]!r}; using {default!r}"
            warn(Problem(subtype="config", message=message))
            config[name] = default


def exclude_articles(app: Sphinx, config: Config) -> None:
    """Keep Sphinx from taking articles for pages of the project (``config-inited``).

    A ``.md`` or ``.txt`` article would be parsed as markup where its suffix is a page's too. The patterns
    depend on the configuration alone: naming the files would make each new article a new configuration.
    """
    del app
    ours = [
        pattern + suffix
        for pattern in config.briefing_articles
        for suffix in (SUFFIXES if pattern.endswith("*") else ("",))
    ]
    config.exclude_patterns = [*config.exclude_patterns, *ours]  # the old list may be Sphinx's own default


def briefing_config(config: Config) -> BriefingConfig:
    """The values of this build."""
    values = {f.name: config[_PREFIX + f.name] for f in fields(BriefingConfig)}
    named = values["bibliography"]
    values["bibliography"] = [str(named)] if isinstance(named, (str, Path)) else list(named)
    return BriefingConfig(
        **{**values, "articles": list(values["articles"]), "cache_dir": str(values["cache_dir"])}
    )
