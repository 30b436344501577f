"""What day it is, for articles that expire."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Final

_EPOCH: Final = "SOURCE_DATE_EPOCH"


def today() -> str:
    """The day in ISO 8601; that of ``SOURCE_DATE_EPOCH`` where it is set, so that a build can be repeated."""
    try:
        return datetime.fromtimestamp(int(os.environ[_EPOCH]), UTC).date().isoformat()
    except (KeyError, ValueError, OverflowError, OSError):
        return datetime.now().astimezone().date().isoformat()
