"""Second stage: an article becomes an Analysis.

Everything here but :mod:`~sphinx_briefing.analysis.pipeline` is a pure function of a spaCy Doc; word lists
are data files. This is the only stage that imports spaCy, and other stages import it only when there is
something to analyse.
"""
