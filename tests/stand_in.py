"""A stand-in for the analysis: excerpts by regular expressions, exact and without a model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sphinx_briefing.analysis.dates import find_dates, today_of
from sphinx_briefing.models import (
    Analysis,
    Article,
    Change,
    Cue,
    Difference,
    Event,
    EventDate,
    Fact,
    Figure,
    Gap,
    Level,
    Person,
    Quote,
    Span,
    Speaker,
    Splice,
    Tension,
    applied,
)

FIGURE = re.compile(
    r"(?P<hedge>about|some|more than|nearly)?\s*\b(?P<number>\d[\d,]*)(?P<unit>%|-?\s?[a-z]+)", re.I
)
SPEAKER = re.compile(r"(?:said|says) (?P<name>[A-Z]\w+(?: [A-Z]\w+)?)(?:, (?P<role>(?:the|a|an) [a-z ]+))?")
BOUNDS = {"about": "~", "some": "~", "nearly": "~", "more than": ">"}


def analyse_all(articles: Iterable[Article], model: str) -> Iterator[tuple[Article, Analysis]]:
    del model
    for article in articles:
        yield article, analyse(article)


def analyse(article: Article) -> Analysis:
    figures: list[Figure] = []
    quotes: list[Quote] = []
    facts: list[Fact] = []
    for number, paragraph in enumerate(article.paragraphs):
        if paragraph.role != "body":
            continue
        text = article.prose[paragraph.start : paragraph.end]
        at = paragraph.start
        sentence = paragraph.span
        place = {"sentence": sentence, "paragraph": number}
        figures += [_figure(m, at, place) for m in FIGURE.finditer(text)]
        quotes += _quotes(text, at, place)
        facts.append(_fact(article, text, at, place))
    people = _people(article, quotes, figures)
    return Analysis(
        figures=tuple(_given(f, people) for f in figures), quotes=tuple(_said(q, people) for q in quotes),
        facts=tuple(facts), changes=tuple(_changes(figures)), people=tuple(people),
        events=tuple(_events(article)), unknowns=tuple(_unknowns(article)), tensions=tuple(_tensions(article)),
    )  # fmt: skip


def _fact(article: Article, text: str, at: int, place: dict) -> Fact:
    """The paragraph, without its brackets; "slammed" judges and a year dates."""
    edits = [Splice(at + m.start(), at + m.end(), " …") for m in re.finditer(r" \([^)]*\)", text)]
    fact = Fact(
        id=_slug(text)[:30].strip("-"), text=text, start=at, end=at + len(text), edits=tuple(edits),
        salience=1 / (1 + place["paragraph"]), **place,
        dates=tuple(Span(at + m.start(), at + m.end()) for m in re.finditer(r"\b\d{4}\b", text)),
        loaded=tuple(Span(at + m.start(), at + m.end()) for m in re.finditer("slammed", text)),
    )  # fmt: skip
    return replace(fact, text=applied(article, fact)) if edits else fact


def _people(article: Article, quotes: list[Quote], figures: list[Figure]) -> list[Person]:
    """Who speaks, and every "President So-and-so" and "the Some Watch"."""
    people = []
    for name, role in {q.speaker.name: q.speaker.role for q in reversed(quotes)}.items():
        people.append(_person(article, name, "person", role, quotes, figures))
    for match in re.finditer(r"(President) ([A-Z]\w+)|[Tt]he ((?:[A-Z]\w+ )+Watch)\b", article.prose):
        name = match[2] or match[3]
        if name not in [p.name for p in people]:
            kind = "person" if match[2] else "organisation"
            people.append(_person(article, name, kind, match[1] or "", quotes, figures))
    return sorted(people, key=lambda p: p.start)


def _person(
    article: Article, name: str, kind: str, role: str, quotes: list[Quote], figures: list[Figure]
) -> Person:
    start = article.text.index(name)
    number = article.paragraph_at(start)
    said = tuple(q.id for q in quotes if q.speaker.name == name)
    at = article.text.find(role) if role else -1
    there = article.paragraphs[article.paragraph_at(at)].span if role else None
    return Person(
        id=_slug(name), name=name, kind=kind, role=role, text=name, start=start, end=start + len(name),
        sentence=article.paragraphs[number].span, paragraph=number, salience=0.5 + 0.1 * len(said), quotes=said,
        role_spans=(Span(at, at + len(role)),) if role else (), role_sentence=there,
        figures=tuple(f.id for f in figures if f.attribution == name),
    )  # fmt: skip


def _said(quote: Quote, people: list[Person]) -> Quote:
    named = next((p.id for p in people if p.name == quote.speaker.name), "")
    return replace(quote, speaker=replace(quote.speaker, person=named))


def _given(figure: Figure, people: list[Person]) -> Figure:
    return replace(figure, person=next((p.id for p in people if p.name == figure.attribution), ""))


def _figure(match: re.Match[str], at: int, place: dict) -> Figure:
    start = match.start("hedge") if match["hedge"] else match.start("number")
    words = match.string[start : match.end()]
    unit = match["unit"].strip(" -").removesuffix("s")
    return Figure(
        id=_slug(words), text=words, start=at + start, end=at + match.end(),
        value=float(match["number"].replace(",", "")), bound=BOUNDS.get((match["hedge"] or "").lower(), "="),
        unit=unit, unit_phrase=unit, subject=match["unit"].strip(" -"), hedge=match["hedge"] or "",
        kind="percent" if unit == "%" else "count", attribution="Ada Vale" if "Ada Vale" in match.string else "",
        modality="planned" if "plan" in match.string else "reported", as_of="", salience=0.5, **place,
    )  # fmt: skip


def _changes(figures: list[Figure]) -> Iterator[Change]:
    """A plan for what another figure counts is a change."""
    for before in figures:
        for after in figures:
            if after.modality == "planned" and before.modality != "planned" and before.unit == after.unit:
                levels = [_level(figure) for figure in (before, after)]
                delta = after.value - before.value
                yield Change(
                    id=f"{after.unit}s-{before.value:g}-{after.value:g}", text=after.text, start=after.start,
                    end=after.end, sentence=after.sentence, paragraph=after.paragraph, salience=0.5,
                    before=levels[0], after=levels[1], direction="down" if delta < 0 else "up",
                    subject=after.subject, unit=after.unit, status="planned", attribution=after.attribution,
                    basis="linked", evidence=(before.sentence, after.sentence),
                    computed=Difference(delta=delta, percent=100 * delta / before.value, bound=after.bound),
                )  # fmt: skip


def _sentences(article: Article) -> Iterator[tuple[str, dict]]:
    for number, paragraph in enumerate(article.paragraphs):
        for m in re.finditer(r"[^.!?\s][^.!?]*[.!?]?[”]?", article.prose[paragraph.start : paragraph.end]):
            span = Span(paragraph.start + m.start(), paragraph.start + m.end())
            yield m.group(), {"sentence": span, "paragraph": number, "salience": 1 / (2 + number)}


def _words(article: Article, start: int, end: int, place: dict) -> dict:
    text = article.text[start:end]
    quoted = text[:1] == "“"
    start, end = (start + 1, article.text.index("”", start)) if quoted else (start, end)
    words = article.text[start:end].rstrip(".,”")
    return {
        "id": _slug(words)[:40].strip("-"),
        "text": words,
        "start": start,
        "end": start + len(words),
        **place,
    }


def _events(article: Article) -> Iterator[Event]:
    """Every sentence with a date: planned with "will", claimed in quotation marks."""
    for text, place in _sentences(article):
        start, end = place["sentence"]
        for found in find_dates(article.text, start, end)[:1]:
            tense = "future" if "will" in text else "past"
            edtf, alone = (found.expression.edtf(t, tense) for t in (today_of(article.metadata.date), None))
            derived = "later" in text
            date = EventDate(
                text=article.text[found.start : found.end], start=found.start, end=found.end,
                edtf="2019-03-28~" if derived else edtf, resolved=edtf != alone, derived=derived,
            )  # fmt: skip
            modality = "planned" if tense == "future" else "claimed" if text[0] == "“" else "reported"
            yield Event(
                **_words(article, start, end, place), date=date, modality=modality, quoted=text[0] == "“",
                attribution="Ada Vale" if "Vale" in text else "",
            )  # fmt: skip


def _unknowns(article: Article) -> Iterator[Gap]:
    for text, place in _sentences(article):
        if cue := re.search(r"not known|don’t know|declined to say", text):
            start, end = place["sentence"]
            kind = "declined" if "declined" in text else "unknown"
            yield Gap(
                **_words(article, start, end, place), kind=kind, cue=cue.group(), quoted=text[0] == "“",
                cue_span=Span(start + cue.start(), start + cue.end()), attribution="Ada Vale" if text[0] == "“" else "",
            )  # fmt: skip


def _tensions(article: Article) -> Iterator[Tension]:
    for text, place in _sentences(article):
        if m := re.match(r"(The \w+) said (.*), but ((the \w+) denied that)", text):
            claim, answer = (
                Span(place["sentence"].start + m.start(n), place["sentence"].start + m.end(n)) for n in (2, 3)
            )
            yield Tension(
                **_words(article, claim.start, answer.end, place), claim=claim, answer=answer, cue="denied",
                claimed_by=m[1], answered_by=m[4],
            )  # fmt: skip


def _level(figure: Figure) -> Level:
    end = figure.start + re.search(r"\d[\d,]*", figure.text).end()
    return Level(
        figure=figure.id, start=figure.start, end=end, low=figure.value, high=figure.value, bound=figure.bound
    )


def _quotes(text: str, at: int, place: dict) -> list[Quote]:
    spans = [Span(at + m.start(1), at + m.end(1)) for m in re.finditer(r"“([^”]*)”", text)]
    said = SPEAKER.search(text)
    if not spans or not said:
        return []
    speaker = Speaker(
        name=said["name"], mention=said["name"], start=at + said.start("name"), end=at + said.end("name"),
        role=said["role"] or "",
    )  # fmt: skip
    words = " ".join(text[s - at : e - at] for s, e in spans)
    return [
        Quote(
            id=f"{said['name'].split()[-1].lower()}-{_slug(words)[:20].strip('-')}", text=words, segments=tuple(spans),
            start=spans[0].start, end=spans[-1].end, kind="direct", speaker=speaker,
            cue=Cue(text="said", start=at + said.start(), end=at + said.start() + 4), salience=0.5, **place,
        )
    ]  # fmt: skip


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower().replace(",", "")))
