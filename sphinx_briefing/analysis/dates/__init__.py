"""Dates as English prose writes them, read without a model, and resolved only as far as the words allow.

:func:`find_dates` finds them; what each means is one of :mod:`.expressions`, which give the date in EDTF once it is
known on which day the words were written (:mod:`.reference`).
"""

from __future__ import annotations

from sphinx_briefing.analysis.dates.reading import DateWords, find_dates, may_tell_date
from sphinx_briefing.analysis.dates.reference import Tense, Today, today_of

__all__ = ["DateWords", "Tense", "Today", "find_dates", "may_tell_date", "today_of"]
