"""Which sentences can stand alone."""

from __future__ import annotations

import pytest
from facts_docs import parsed

from sphinx_briefing.analysis.facts.standing import leaning
from sphinx_briefing.analysis.layout import QUOTED, sentences

PLAIN = "closed|VBD|ROOT|2 the|DT|det|4 bridge|NN|dobj|2 .|.|punct|2"


@pytest.mark.parametrize(
    ("notation", "kind"),
    [
        (f"Ada|NNP|compound|1 Ruiz|NNP|nsubj|2 {PLAIN}", ""),
        ("He|PRP|nsubj|1 left|VBD|ROOT|1 .|.|punct|1", "pronoun"),
        ("These|DT|det|1 plans|NNS|nsubj|2 failed|VBD|ROOT|2 .|.|punct|2", "pronoun"),
        ("We|PRP|nsubj|1 won|VBD|ROOT|1 .|.|punct|1", "pronoun"),
        ("But|CC|cc|2 Osmar|NNP|nsubj|2 paid|VBD|ROOT|2 .|.|punct|2", "connective"),
        ("In|IN|prep|4 addition|NN|pobj|0 ,|,|punct|4 Osmar|NNP|nsubj|4 paid|VBD|ROOT|4 "
         ".|.|punct|4", "connective"),
        ("Still|RB|advmod|1 unknown|JJ|acomp|2 is|VBZ|ROOT|2 Ada|NNP|nsubj|2 .|.|punct|2", ""),
        ("Still|RB|advmod|3 ,|,|punct|3 Osmar|NNP|nsubj|3 paid|VBD|ROOT|3 .|.|punct|3", "connective"),
        ("Former|JJ|amod|2 mayor|NN|compound|2 Ruiz|NNP|nsubj|3 paid|VBD|ROOT|3 .|.|punct|3", ""),
        (
            "In|IN|prep|6 addition|NN|pobj|0 to|IN|prep|1 ferries|NNS|pobj|2 ,|,|punct|6 Osmar|NNP|nsubj|6 "
            "sold|VBD|ROOT|6 .|.|punct|6",
            "",
        ),
        ("There|EX|expl|1 were|VBD|ROOT|1 two|CD|nummod|3 fires|NNS|attr|1 .|.|punct|1", ""),
        ("The|DT|det|1 plan|NN|nsubj|2 failed|VBD|ROOT|2 .|.|punct|2", "definite"),
        ("The|DT|det|1 plan|NN|nsubj|4 to|TO|aux|3 pay|VB|acl|1 failed|VBD|ROOT|4 .|.|punct|4", ""),
        ("The|DT|det|1 government|NN|nsubj|2 fell|VBD|ROOT|2 .|.|punct|2", ""),
        ("The|DT|det|2 central|JJ|amod|2 bank|NN|nsubj|3 paid|VBD|ROOT|3 .|.|punct|3", ""),
        ("The|DT|det|2 worst|JJS|amod|2 fire|NN|nsubj|3 ended|VBD|ROOT|3 .|.|punct|3", ""),
        ("The|DT|det|1 Osmar|NNP|nsubj|2 sank|VBD|ROOT|2 .|.|punct|2", ""),
        ("The|DT|det|4 42|CD|nummod|2 year|NN|npadvmod|4 -|HYPH|punct|4 old|JJ|nsubj|5 "
         "won|VBD|ROOT|5 .|.|punct|5", "definite"),
        ("It|PRP|nsubj|1 failed|VBD|ROOT|1 .|.|punct|1", "pronoun"),
        ("It|PRP|expl|1 rained|VBD|ROOT|1 .|.|punct|1", ""),
        ("It|PRP|nsubj|1 is|VBZ|ROOT|1 clear|JJ|acomp|1 that|IN|mark|5 Osmar|NNP|nsubj|5 "
         "paid|VBD|ccomp|1 .|.|punct|1", ""),
        ("That|IN|mark|2 Osmar|NNP|nsubj|2 paid|VBD|csubj|4 is|VBZ|aux|4 known|VBN|ROOT|4 .|.|punct|4", ""),
        ("When|RB|advmod|2 she|PRP|nsubj|2 came|VBD|advcl|6 ,|,|punct|6 the|DT|det|5 "
         "crowd|NN|nsubj|6 cheered|VBD|ROOT|6 .|.|punct|6", "orphan"),
        ("When|RB|advmod|2 she|PRP|nsubj|2 came|VBD|advcl|6 ,|,|punct|6 Ada|NNP|compound|5 "
         "Ruiz|NNP|nsubj|6 cheered|VBD|ROOT|6 .|.|punct|6", ""),
        ("Osmar|NNP|nsubj|1 said|VBD|ROOT|1 he|PRP|nsubj|3 paid|VBD|ccomp|1 .|.|punct|1", ""),
        ("“|``|punct|6 We|PRP|nsubj|2 won|VBD|ccomp|5 ,|,|punct|5 ”|''|punct|5 said|VBD|ROOT|5 "
         "Ada|NNP|nsubj|5 .|.|punct|5", ""),
        ("“|``|punct|6 We|PRP|nsubj|2 won|VBD|ccomp|6 ,|,|punct|6 ”|''|punct|6 she|PRP|nsubj|6 "
         "said|VBD|ROOT|6 .|.|punct|6", "pronoun"),
        ("…|.|ROOT|0", ""),
    ],
)  # fmt: skip
def test_leaning(notation: str, kind: str) -> None:
    doc = parsed(notation)
    (sentence,) = sentences(doc)
    quoted = tuple((q.start, q.end) for q in doc.spans[QUOTED])
    assert leaning(sentence, quoted) == kind
