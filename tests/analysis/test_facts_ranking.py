"""The order of facts, and what they say of themselves."""

from __future__ import annotations

from facts_docs import parsed

from sphinx_briefing.analysis.facts import find_facts
from sphinx_briefing.models import Figure, Quote, Span, Speaker


def statement(who: str, verb: str, what: str, end: str = ".", heads: int = 0) -> str:
    """A sentence; *heads* is how many words of *who* come before the one that is its subject."""
    root, noun = heads + 1, heads + 4
    subject = f"{who}|NNP|nsubj|{root} {verb}|VBD|ROOT|{root}"
    return (
        f"{subject} seven|CD|nummod|{noun} {what}|JJ|amod|{noun} {what}s|NNS|dobj|{root} {end}|.|punct|{root}"
    )


BRIDGE = statement("Osmar", "built", "bridge")
FERRY = statement("Velden", "sold", "ferry")
TUNNEL = statement("Arl", "dug", "tunnel")


def subjects(doc, figures=(), quotes=()) -> list[str]:
    return [f.text.split()[0] for f in find_facts(doc, figures, quotes)]


def span_of(doc, words: str) -> dict:
    start = doc.text.index(words)
    end = start + len(words)
    return {"text": words, "start": start, "end": end, "sentence": Span(start, end)}


def test_the_articles_order_leads() -> None:
    assert subjects(parsed(BRIDGE, FERRY, TUNNEL)) == ["Osmar", "Velden", "Arl"]


def test_spans_are_those_of_the_text_and_salience_falls() -> None:
    doc = parsed(BRIDGE, FERRY, "¶", BRIDGE, TUNNEL)
    facts = find_facts(doc)
    assert all(doc.text[f.start : f.end] == f.text and f.sentence == f.span for f in facts)
    weights = [f.salience for f in facts]
    assert weights == sorted(weights, reverse=True)
    assert all(0 < w <= 1 for w in weights)


def test_what_leans_on_the_sentence_before_it_takes_it_along() -> None:
    doc = parsed(
        BRIDGE,
        FERRY,
        "He|PRP|nsubj|1 dug|VBD|ROOT|1 seven|CD|nummod|4 big|JJ|amod|4 tunnels|NNS|dobj|1 .|.|punct|1",
    )
    first, second = find_facts(doc)
    assert first.text == "Osmar built seven bridge bridges."
    assert second.text == "Velden sold seven ferry ferrys. He dug seven big tunnels."
    assert doc.text[second.start : second.end] == second.text
    assert second.sentence == second.span


def test_what_leans_on_nothing_that_stands_alone_is_put_off() -> None:
    lone = statement("He", "sold", "ferry").replace("He|NNP", "He|PRP")
    assert subjects(parsed(lone, BRIDGE, TUNNEL)) == ["Osmar", "Arl", "He"]


def test_an_opening_that_only_ties_is_left_out_instead() -> None:
    first, second = find_facts(parsed(FERRY, statement("But|CC|cc|2 Osmar", "built", "bridge", heads=1)))
    assert [first.text, second.text] == [
        "Velden sold seven ferry ferrys.",
        "Osmar built seven bridge bridges.",
    ]
    assert [(e.text, e.form) for e in second.edits] == [("", "sentence")]


def test_a_passage_has_two_sentences_at_most() -> None:
    but, so = statement("But", "sold", "ferry"), statement("So", "left", "quarry")
    assert [f.text.count(".") for f in find_facts(parsed(BRIDGE, but, so))] == [2, 1]


def test_no_passage_over_what_is_no_prose() -> None:
    but = statement("But", "sold", "ferry")
    assert [f.text.count(".") for f in find_facts(parsed(BRIDGE, "¶", but))] == [2]
    assert [f.text.count(".") for f in find_facts(parsed(BRIDGE, "¶¶¶¶", but))] == [1, 1]


def test_no_passage_far_down_the_article_nor_a_long_one() -> None:
    names = [f"Town{chr(97 + n)}" for n in range(10)]
    but = statement("But", "sold", "ferry")
    above = [statement(n, f"v{n}", f"w{n}") for n in names]
    assert all(f.text.count(".") == 1 for f in find_facts(parsed(*above, but)))
    long = "Osmar|NNP|nsubj|1 built|VBD|ROOT|1 " + "big|JJ|amod|72 " * 70 + "bridges|NNS|dobj|1 .|.|punct|1"
    assert all(f.text.count(".") == 1 for f in find_facts(parsed(long, but)))


def test_a_question_is_put_off_unless_it_is_quoted() -> None:
    asked = statement("Velden", "sold", "ferry", "?")
    assert subjects(parsed(BRIDGE, asked, TUNNEL)) == ["Osmar", "Arl", "Velden"]
    quoted = (
        "Velden|NNP|nsubj|1 asked|VBD|ROOT|1 “|``|punct|1 Who|PRP|nsubj|4 pays|VBZ|ccomp|1 "
        "?|.|punct|1 ”|''|punct|1"
    )
    assert subjects(parsed(BRIDGE, f"{quoted} again|RB|advmod|1 .|.|punct|1", TUNNEL))[1] == "Velden"


def test_the_authors_own_voice_is_put_off() -> None:
    mine = (
        "Velden|NNP|nsubj|1 sold|VBD|ROOT|1 me|PRP|dative|1 seven|CD|nummod|4 ferries|NNS|dobj|1 .|.|punct|1"
    )
    assert subjects(parsed(BRIDGE, FERRY, mine, TUNNEL))[-2:] == ["Arl", "Velden"]


def test_a_figure_brings_forward() -> None:
    doc = parsed(BRIDGE, statement("Tarn", "left", "quarry"), FERRY, TUNNEL)
    figure = Figure(**span_of(doc, "seven tunnel"))
    assert subjects(doc) == ["Osmar", "Tarn", "Velden", "Arl"]
    assert subjects(doc, [figure]) == ["Osmar", "Tarn", "Arl", "Velden"]


def test_a_repetition_comes_last_whatever_its_place() -> None:
    assert subjects(parsed(BRIDGE, statement("Tarn", "built", "bridge"), FERRY, TUNNEL))[-1] == "Tarn"


def test_a_quotation_without_its_speaker_in_the_sentence_is_put_off() -> None:
    said = (
        "“|``|punct|2 Velden|NNP|nsubj|2 sold|VBD|ccomp|6 ferries|NNS|dobj|2 ,|,|punct|6 "
        "”|''|punct|6 said|VBD|ROOT|6 Ruiz|NNP|nsubj|6 .|.|punct|6"
    )
    doc = parsed(BRIDGE, said, TUNNEL.replace("seven", "nine"))
    words = span_of(doc, "Velden sold ferries,")
    segments = (Span(words["start"], words["end"]),)
    at = doc.text.index("Ruiz")
    named = Quote(
        **words, segments=segments, speaker=Speaker(name="Ada Ruiz", mention="Ruiz", start=at, end=at + 4)
    )
    assert subjects(doc, quotes=[named])[1] == "“Velden"
    assert subjects(doc, quotes=[Quote(**words, segments=segments)])[-1] == "“Velden"


def test_at_most_twenty() -> None:
    names = [f"Town{chr(97 + n)}" for n in range(26)]
    assert len(find_facts(parsed(*(statement(n, f"v{n}", f"w{n}") for n in names)))) == 20


def test_nothing_in_an_empty_article() -> None:
    assert find_facts(parsed("…|.|ROOT|0")) == []
