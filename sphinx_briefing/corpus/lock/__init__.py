"""The lock: which reading of the articles was accepted, and what has become of it since.

:mod:`.records` says what a lock holds, :mod:`.file` writes and reads it, :mod:`.making` makes one of what pages use.
:mod:`.anchoring` finds an accepted excerpt in the article of today, :mod:`.holding` makes the corpus that pages are
answered from. :mod:`.comparing` tells two locks apart.
"""

from __future__ import annotations
