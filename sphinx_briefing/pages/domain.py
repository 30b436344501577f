"""The domain: what each page asked of the corpus, what it shows, and where references lead.

The environment keeps digests, anchors and titles, never texts. The corpus itself hangs on the domain object,
which is not pickled: it is set before pages are read and reaches parallel readers by the fork.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, cast, overload

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from sphinx_briefing.checks import Claim, Proof, Prover, Trace, Traced, trace
from sphinx_briefing.corpus import (
    ArticleQuery,
    ArticleSelection,
    Corpus,
    Manifest,
    PeopleQuery,
    PeopleSelection,
    Query,
    Selection,
    Summary,
    SummaryQuery,
    select,
    select_articles,
    select_people,
    summarise,
)
from sphinx_briefing.naming import fold
from sphinx_briefing.pages.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


#: What a page can ask the corpus. Questions are hashable and picklable; an answer has a ``digest``, which
#: changes when what the page prints of it does, and ``problems`` to warn of.
Question = Query | Claim | Trace | ArticleQuery | PeopleQuery | SummaryQuery
Answer = Selection | Proof | Traced | ArticleSelection | PeopleSelection | Summary


class Appearance(NamedTuple):
    """An object on a page.

    Attributes:
        anchor: the id of its node there.
        kind: an object type of the domain.
        title: what a reference to it prints.
        speaker: whose words it is, for the index of speakers.
    """

    anchor: str
    kind: str
    title: str
    speaker: str = ""


class Target(NamedTuple):
    """What a reference was resolved to, to see whether that has changed."""

    docname: str
    anchor: str
    title: str


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
        "article": ObjType(_("article"), "source", "ref"),
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "manifest": Manifest(),
        "asked": {},
        "places": {},
        "shown": {},
        "links": {},
    }
    dangling_warnings: ClassVar[dict[str, str]] = {
        "ref": "unknown excerpt or article: %(target)s",
        "person": "no page lists a person called %(target)s, or it lists two",
    }
    data_version = 2

    #: Loads the corpus; set anew by each build, before pages are read.
    load: Callable[[], Corpus] | None = None
    _corpus: Corpus | None = None
    _prover: Prover | None = None

    @property
    def corpus(self) -> Corpus:
        """The articles and their analyses; loaded when first asked for."""
        if self._corpus is None:
            self._corpus = self.load() if self.load else Corpus()
        return self._corpus

    @property
    def prover(self) -> Prover:
        """Holds claims against the corpus; keeps what it made ready for the next one."""
        if self._prover is None:
            self._prover = Prover(self.corpus)
        return self._prover

    @property
    def manifest(self) -> Manifest:
        """What the pages were last read against."""
        found: Manifest = self.data["manifest"]
        return found

    @property
    def asked(self) -> dict[str, dict[Question, str]]:
        """What each page asked, with the digest of the answer it got."""
        found: dict[str, dict[Question, str]] = self.data["asked"]
        return found

    @property
    def places(self) -> dict[str, dict[Question, list[str]]]:
        """Where each page asked it, as ``file:line``, for those who ask again without reading the page."""
        found: dict[str, dict[Question, list[str]]] = self.data["places"]
        return found

    @property
    def shown(self) -> dict[str, dict[str, Appearance]]:
        """What each page shows: appearances by object name."""
        found: dict[str, dict[str, Appearance]] = self.data["shown"]
        return found

    @property
    def links(self) -> dict[str, dict[str, Target | None]]:
        """What the references of each page lead to, as last resolved."""
        found: dict[str, dict[str, Target | None]] = self.data["links"]
        return found

    @overload
    def ask(self, docname: str, question: Query, place: str = "") -> Selection: ...

    @overload
    def ask(self, docname: str, question: Claim, place: str = "") -> Proof: ...

    @overload
    def ask(self, docname: str, question: Trace, place: str = "") -> Traced: ...

    @overload
    def ask(self, docname: str, question: PeopleQuery, place: str = "") -> PeopleSelection: ...

    @overload
    def ask(self, docname: str, question: SummaryQuery, place: str = "") -> Summary: ...

    @overload
    def ask(self, docname: str, question: ArticleQuery, place: str = "") -> ArticleSelection: ...

    def ask(self, docname: str, question: Question, place: str = "") -> Answer:
        """The answer to *question*; the page is read again when it would be another.

        Args:
            docname: the page that asks.
            question: what it asks.
            place: where, as ``file:line``.
        """
        answer = self.answer(question)
        self.asked.setdefault(docname, {})[question] = answer.digest
        if place:
            self.places.setdefault(docname, {}).setdefault(question, []).append(place)
        return answer

    def answer(self, question: Question) -> Answer:
        """The answer to *question* as the corpus stands."""
        if isinstance(question, Query):
            return select(self.corpus, question)
        if isinstance(question, Claim):
            return self.prover.prove(question)
        if isinstance(question, PeopleQuery):
            return select_people(self.corpus, question)
        if isinstance(question, SummaryQuery):
            return summarise(self.corpus, question)
        if isinstance(question, Trace):
            return trace(self.prover, question)
        return select_articles(self.corpus, question)

    def stale_pages(self) -> list[str]:
        """The pages that would get another answer to something they asked."""
        return [
            docname
            for docname, asked in self.asked.items()
            if any(self.answer(question).digest != digest for question, digest in asked.items())
        ]

    def show(self, docname: str, name: str, appearance: Appearance) -> None:
        """Note that the page shows an object; its first place on the page counts."""
        self.shown.setdefault(docname, {}).setdefault(name, appearance)

    def find(self, name: str) -> tuple[str, Appearance] | None:
        """The canonical appearance of an object: on the first page by name that shows it."""
        docname = min((doc for doc, shown in self.shown.items() if name in shown), default=None)
        return self.find_person(name) if docname is None else (docname, self.shown[docname][name])

    def find_person(self, name: str) -> tuple[str, Appearance] | None:
        """The canonical appearance of the person of that full name; ``None`` where a page lists two."""
        for docname in sorted(self.shown):
            people = (a for a in self.shown[docname].values() if a.kind == "person")
            found = {a.anchor: a for a in people if fold(a.title) == fold(name)}
            if found:
                return (docname, next(iter(found.values()))) if len(found) == 1 else None
        return None

    def target(self, name: str) -> Target | None:
        """What a reference to *name* resolves to now."""
        found = self.find(name)
        return Target(found[0], found[1].anchor, found[1].title) if found else None

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for key in ("asked", "places", "shown", "links"):
            self.data[key].pop(docname, None)

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader noted of its pages."""
        for key in ("asked", "places", "shown", "links"):
            self.data[key].update({d: kept for d, kept in otherdata[key].items() if d in docnames})

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Note the references of a page that was read; what they lead to is known when all pages are."""
        del env
        ours = (node for node in document.findall(pending_xref) if node.get("refdomain") == self.name)
        targets = [node["reftarget"] for node in ours]
        if targets:
            self.links[docname] = dict.fromkeys(targets)

    def stale_links(self) -> list[str]:
        """The pages whose references lead elsewhere, or to another title, than when they were last written."""
        stale = []
        for docname, targets in self.links.items():
            now = {name: self.target(name) for name in targets}
            if now != targets:
                self.links[docname] = now
                stale.append(docname)
        return stale

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
        here = self.shown.get(fromdocname, {}).get(target) if typ == "person" else None
        found = Target(fromdocname, here.anchor, here.title) if here else self.target(target)
        if found is None:
            return contnode if node.get("optional") else None
        if not node.get("refexplicit"):
            contnode = nodes.inline(found.title, found.title, classes=["briefing-ref"])
        return make_refnode(builder, fromdocname, found.docname, found.anchor, contnode, found.title)

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
        canonical: dict[str, tuple[str, Appearance]] = {}
        for docname in sorted(self.shown):
            for name, appearance in self.shown[docname].items():
                canonical.setdefault(name, (docname, appearance))
        for name, (docname, appearance) in sorted(canonical.items()):
            yield name, appearance.title, appearance.kind, docname, appearance.anchor, 1


def briefing_domain(env: BuildEnvironment) -> BriefingDomain:
    """The domain of an environment."""
    return cast("BriefingDomain", env.get_domain(BriefingDomain.name))
