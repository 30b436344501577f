"""The domain: what each page asked of the corpus, what it shows, and where references lead.

The environment keeps digests, anchors and titles, never texts. The corpus itself hangs on the domain object,
which is not pickled: it is set before pages are read and reaches parallel readers by the fork.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from sphinx_briefing.corpus import Corpus, Manifest, StatusQuery
from sphinx_briefing.corpus.digest import digest_of
from sphinx_briefing.corpus.question import Answer
from sphinx_briefing.pages.answers import Answers
from sphinx_briefing.pages.canonical import Appearance, Canonical, Target, canonical
from sphinx_briefing.pages.i18n import _
from sphinx_briefing.pages.log import warn
from sphinx_briefing.pages.rendering.links import OWN_PAGE, USE
from sphinx_briefing.pages.used_articles import used_articles
from sphinx_briefing.pages.uses import digest_of_uses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_briefing.corpus.question import Question
    from sphinx_briefing.models import Problem
    from sphinx_briefing.pages.uses import Use

A = TypeVar("A", bound=Answer)

#: The data that each page has a part of.
_OF_PAGES: Final = ("asked", "places", "shown", "links", "uses")
#: The references that only the extension itself makes.
_OF_OURSELVES: Final = frozenset({USE, OWN_PAGE})


class BriefingDomain(Domain):
    """Figures, quotations, facts and articles as objects that pages show and refer to."""

    name = "briefing"
    label = "Briefing"
    object_types: ClassVar[dict[str, ObjType]] = {
        "figure": ObjType(_("figure"), "ref"),
        "quote": ObjType(_("quotation"), "ref"),
        "fact": ObjType(_("fact"), "ref"),
        "change": ObjType(_("change"), "ref"),
        "person": ObjType(_("person"), "person", "ref"),
        "event": ObjType(_("event"), "ref"),
        "gap": ObjType(_("gap"), "ref"),
        "tension": ObjType(_("tension"), "ref"),
        "article": ObjType(_("article"), "source", "ref"),
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "manifest": Manifest(),
        "asked": {},
        "places": {},
        "shown": {},
        "links": {},
        "uses": {},
        "written": {},
    }
    dangling_warnings: ClassVar[dict[str, str]] = {
        "ref": "unknown excerpt or article: %(target)s",
        "person": "no page lists a person called %(target)s, or it lists two",
    }
    data_version = 5

    #: Loads what answers questions; set anew by each build, before pages are read.
    load: Callable[[], Answers] | None = None
    _answers: Answers | None = None
    _canonical: Canonical | None = None

    @property
    def answers(self) -> Answers:
        """What answers the pages' questions; loaded when first asked for."""
        if self._answers is None:
            self._answers = self.load() if self.load else Answers(Corpus())
        return self._answers

    @property
    def corpus(self) -> Corpus:
        """The articles and their analyses."""
        return self.answers.corpus

    @property
    def manifest(self) -> Manifest:
        """What the pages were last read against."""
        found: Manifest = self.data["manifest"]
        return found

    @property
    def asked(self) -> dict[str, dict[Question[Answer], str]]:
        """What each page asked, with the digest of the answer it got."""
        found: dict[str, dict[Question[Answer], str]] = self.data["asked"]
        return found

    @property
    def places(self) -> dict[str, dict[Question[Answer], list[str]]]:
        """Where each page asked it, as ``file:line``, for those who ask again without reading the page."""
        found: dict[str, dict[Question[Answer], list[str]]] = self.data["places"]
        return found

    @property
    def shown(self) -> dict[str, dict[str, Appearance]]:
        """What each page shows: appearances by object name."""
        found: dict[str, dict[str, Appearance]] = self.data["shown"]
        return found

    @property
    def links(self) -> dict[str, list[str]]:
        """What the references of each page name."""
        found: dict[str, list[str]] = self.data["links"]
        return found

    @property
    def written(self) -> dict[str, dict[str, str]]:
        """What was printed on each page when it was last written, as digests, by the folder it was written to."""
        found: dict[str, dict[str, str]] = self.data["written"]
        return found

    def ask(self, docname: str, question: Question[A], place: str = "") -> A:
        """The answer to *question*; the page is read again when it would be another.

        An article in the answer that should not be used as it is, is warned of here, once for each place, and an
        excerpt that is not what was accepted: whatever a page takes from an article, it asks for.

        Args:
            docname: the page that asks.
            question: what it asks.
            place: where, as ``file:line``.
        """
        answer = self.answer(question)
        told = self.answers.told(question, answer)
        self.asked.setdefault(docname, {})[question] = _digest(answer, told)
        for problem in told:
            warn(problem, place or docname)
        if place:
            self.places.setdefault(docname, {}).setdefault(question, []).append(place)
            for article in used_articles(answer):
                self._tell_status(docname, StatusQuery(article=article), place)
        return answer

    def _tell_status(self, docname: str, question: StatusQuery, place: str) -> None:
        if place not in self.places[docname].get(question, ()):
            for problem in self.ask(docname, question, place).problems:
                warn(problem, place)

    def answer(self, question: Question[A]) -> A:
        """The answer to *question* as the articles stand."""
        return self.answers.answer(question)

    def stale_pages(self) -> list[str]:
        """The pages that would get another answer to something they asked."""
        return [
            docname
            for docname, asked in self.asked.items()
            if any(self._digest_now(question) != digest for question, digest in asked.items())
        ]

    def _digest_now(self, question: Question[Answer]) -> str:
        answer = self.answer(question)
        return _digest(answer, self.answers.told(question, answer))

    def show(self, docname: str, name: str, appearance: Appearance) -> None:
        """Note that the page shows an object; its first place on the page counts."""
        self.shown.setdefault(docname, {}).setdefault(name, appearance)
        self._canonical = None

    def target(self, name: str) -> Target | None:
        """What a reference to *name* resolves to now."""
        return self.canonical.target(name)

    @property
    def canonical(self) -> Canonical:
        """Where references lead, as far as pages have been read."""
        if self._canonical is None:
            self._canonical = canonical(self.shown)
        return self._canonical

    @property
    def uses(self) -> dict[str, dict[str, list[Use]]]:
        """What each page uses of each article."""
        found: dict[str, dict[str, list[Use]]] = self.data["uses"]
        return found

    def use(self, docname: str, article: str, use: Use) -> None:
        """Note that an item of the page cites an article."""
        self.uses.setdefault(docname, {}).setdefault(article, []).append(use)

    def uses_of(self, article: str) -> list[tuple[str, Use]]:
        """The uses of an article with the pages they stand on, by the names of these; each once."""
        found = ((d, use) for d in sorted(self.uses) for use in self.uses[d].get(article, ()))
        return list(dict.fromkeys(found))

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        self._canonical = None
        for key in _OF_PAGES:
            self.data[key].pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader noted of its pages."""
        self._canonical = None
        for key in _OF_PAGES:
            self.data[key].update({d: kept for d, kept in otherdata[key].items() if d in docnames})

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Note the references of a page that was read; what they lead to is known when all pages are."""
        del env
        ours = (node for node in document.findall(pending_xref) if node.get("refdomain") == self.name)
        targets = dict.fromkeys(node["reftarget"] for node in ours)
        if targets:
            self.links[docname] = list(targets)

    def printed(self, docname: str, titles: Mapping[str, str]) -> str:
        """A digest of what a page prints that is not in its file: answers, what its references lead to, and uses.

        Args:
            docname: the page.
            titles: of all pages.
        """
        asked = list(self.asked.get(docname, {}).values())
        links = [[name, self.target(name)] for name in self.links.get(docname, ())]
        own = [name for name, shown in self.shown.get(docname, {}).items() if shown.own]
        uses = digest_of_uses((use for article in own for use in self.uses_of(article)), titles)
        return digest_of([asked, links, uses])

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> Any:
        """Lead to the object's canonical appearance; a reference that may fail is left as plain words."""
        del env
        if typ in _OF_OURSELVES:
            return self._resolve_own(fromdocname, builder, typ, target, node, contnode)
        here = self.shown.get(fromdocname, {}).get(target) if typ == "person" else None
        found = Target(fromdocname, here.anchor, here.title, here.own) if here else self.target(target)
        if found is None:
            return contnode if node.get("optional") else None
        if not node.get("refexplicit"):
            contnode = nodes.inline(found.title, found.title, classes=["briefing-ref"])
        return make_refnode(builder, fromdocname, found.docname, found.anchor, contnode, found.title)

    def _resolve_own(
        self,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> Element:
        """Lead to an item of a page, or to an article's own page if it has one and this is another."""
        if typ == USE:
            return make_refnode(builder, fromdocname, node["usedoc"], target, contnode)
        found = self.target(target)
        if found is None or not found.own or found.docname == fromdocname:
            return nodes.inline()
        shown = make_refnode(builder, fromdocname, found.docname, found.anchor, contnode, found.title)
        return nodes.inline("", " ", shown)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, Any]]:
        """What ``:any:`` means by *target*, if it is one of ours."""
        found = self.resolve_xref(env, fromdocname, builder, "ref", target, node, contnode)
        return [("briefing:ref", found)] if found is not None else []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every object once, at its canonical appearance, for ``objects.inv`` and the search."""
        for name, (docname, appearance) in sorted(self.canonical.objects.items()):
            yield name, appearance.title, appearance.kind, docname, appearance.anchor, 1


def briefing_domain(env: BuildEnvironment) -> BriefingDomain:
    """The domain of an environment."""
    return cast("BriefingDomain", env.get_domain(BriefingDomain.name))


def _digest(answer: Answer, told: tuple[Problem, ...]) -> str:
    """The digest of an answer with what was told of it."""
    return digest_of([answer.digest, *(problem.message for problem in told)]) if told else answer.digest
