"""Who is who over several articles: the same person of each, with what they are quoted with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, cast

from sphinx_briefing.corpus.digest import digest_of, shown
from sphinx_briefing.corpus.identity import family, name_parts, same_person
from sphinx_briefing.corpus.query import unknown_article
from sphinx_briefing.corpus.question import Question
from sphinx_briefing.corpus.terms import any_term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx_briefing.corpus.corpus import Corpus, Hit
    from sphinx_briefing.models import Person, PersonKind, Problem, Quote

#: A role of more words tells no more.
_TELLING: Final = 6

PeopleOrder = Literal["salience", "text", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleQuery(Question["PeopleSelection"]):
    """Which people a page lists. Within one option any term counts; all options must hold.

    Attributes:
        articles: ids or globs, all articles if empty.
        about: terms of which one must occur in a name, a role or what somebody is quoted with.
        kinds: the kinds of people to take.
        speaking: whether to take only those who are quoted.
        order: how they are arranged: the most salient first, as the articles name them, or by surname.
        limit: how many at most; the most salient are kept.
    """

    articles: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    kinds: tuple[PersonKind, ...] = ()
    speaking: bool = False
    order: PeopleOrder = "salience"
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """One person or body with the articles that name them.

    Attributes:
        hits: the person of each article, in the order of the articles; at least one.
        quotes: the quotations that are theirs, in the order of the articles.
    """

    hits: tuple[Hit, ...]
    quotes: tuple[Hit, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """What each article says of them."""
        return tuple(cast("Person", hit.excerpt) for hit in self.hits)

    @property
    def name(self) -> str:
        """The fullest name, the first of equals."""
        return max((person.name for person in self.people), key=lambda name: len(name.split()))

    @property
    def role(self) -> str:
        """The most telling role: that of most words, up to a point, from where they matter most."""
        best = max(self.people, key=lambda p: (min(len(p.role.split()), _TELLING), p.salience))
        return best.role

    @property
    def kind(self) -> PersonKind:
        """A person or an organisation."""
        return self.people[0].kind

    @property
    def salience(self) -> float:
        """That in the article to which they matter most, and a little for each further one."""
        return max(person.salience for person in self.people) + 0.05 * (len(self.hits) - 1)


@dataclass(frozen=True, slots=True)
class PeopleSelection:
    """The people who answer a :class:`PeopleQuery`, arranged; and what was wrong with it."""

    profiles: tuple[Profile, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def digest(self) -> str:
        """Changes when, and only when, something that a page prints of them does."""
        told = [list(map(shown, (*profile.hits, *profile.quotes))) for profile in self.profiles]
        return digest_of([told, [problem.message for problem in self.problems]])


def select_people(corpus: Corpus, query: PeopleQuery) -> PeopleSelection:
    """The people of *corpus* that *query* asks for."""
    problems = tuple(unknown_article(corpus, pattern) for pattern in corpus.unmatched(query.articles))
    if query.articles and len(problems) == len(query.articles):
        return PeopleSelection((), problems)
    named = corpus.hits(corpus.matching(query.articles), "people")
    profiles = [_with_quotes(corpus, hits) for hits in merged(named)]
    wanted = [profile for profile in profiles if _asked_for(profile, query)]
    by_salience = sorted(wanted, key=lambda profile: -profile.salience)[: query.limit]
    if query.order == "salience":
        return PeopleSelection(tuple(by_salience), problems)
    kept = [profile for profile in wanted if profile in by_salience]
    if query.order == "name":
        kept.sort(key=lambda profile: [*reversed(name_parts(profile.name))])
    return PeopleSelection(tuple(kept), problems)


def merged(named: Iterable[Hit]) -> list[list[Hit]]:
    """The people of several articles, those that are one put together, in the order of their first mention.

    Full names come first. A name of one word joins one that could be meant by it; where that could be two
    people, it stands by itself.
    """
    hits = list(named)
    families: dict[tuple[str, str], list[list[int]]] = {}
    for at in sorted(range(len(hits)), key=lambda at: (_is_bare(hits[at]), at)):
        groups = families.setdefault(family(cast("Person", hits[at].excerpt)), [])
        fitting = [group for group in groups if _belongs(hits[at], [hits[other] for other in group])]
        if len(fitting) == 1:
            fitting[0].append(at)
        else:
            groups.append([at])
    everybody = sorted((group for groups in families.values() for group in groups), key=min)
    return [[hits[at] for at in sorted(group)] for group in everybody]


def _is_bare(hit: Hit) -> bool:
    return len(name_parts(cast("Person", hit.excerpt).name)) == 1


def _belongs(hit: Hit, group: list[Hit]) -> bool:
    """Whether somebody is the one of *group*, by the name and role of each article; never two of one article."""
    person = cast("Person", hit.excerpt)
    return all(
        other.article.id != hit.article.id and same_person(person, cast("Person", other.excerpt))
        for other in group
    )


def _with_quotes(corpus: Corpus, hits: list[Hit]) -> Profile:
    quotes: list[Hit] = []
    for hit in hits:
        theirs = cast("Person", hit.excerpt).quotes
        quotes += (
            quote
            for quote in corpus.hits([hit.article], "quotes")
            if quote.excerpt.id in theirs and cast("Quote", quote.excerpt).kind != "indirect"
        )
    return Profile(tuple(hits), tuple(quotes))


def _asked_for(profile: Profile, query: PeopleQuery) -> bool:
    if query.kinds and profile.kind not in query.kinds:
        return False
    if query.speaking and not any(person.quotes for person in profile.people):
        return False
    return not query.about or any_term(query.about, _about(profile))


def _about(profile: Profile) -> str:
    words = [f"{person.name} {person.role}" for person in profile.people]
    words += [alias.text for person in profile.people for alias in person.aliases]
    return " ".join([*words, *(quote.excerpt.text for quote in profile.quotes)])
