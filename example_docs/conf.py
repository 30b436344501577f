import sys
from pathlib import Path

import sphinx_briefing

sys.path.append(str(Path(__file__).parent))  # for `manual`, which shows markup beside its result

project = "sphinx-briefing"
author = "The sphinx-briefing developers"
copyright = "the sphinx-briefing developers"
version = release = sphinx_briefing.__version__
extensions = ["sphinx_briefing", "myst_parser", "manual"]
exclude_patterns = ["articles", "failing"]
html_title = "sphinx-briefing"
html_static_path = ["_static"]
html_css_files = ["manual.css"]
briefing_pdf_documents = [
    ("briefing", "what-stays-on-corvane", "", ""),
    ("index", "sphinx-briefing", "", ""),
]
