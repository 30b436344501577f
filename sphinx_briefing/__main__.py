"""``python -m sphinx_briefing``: the same as the command ``sphinx-briefing``."""

import sys

from sphinx_briefing.cli import main

sys.exit(main())
