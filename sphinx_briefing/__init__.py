"""Briefings in Sphinx whose every figure, quotation and fact is proved against the source articles."""
