"""Classes of words that several rules ask for, in the terms of the model."""

from __future__ import annotations

from typing import Final

#: Tags of verbs that bear a tense, so that a sentence can rest on them.
FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
