"""Drawings on pages: inside HTML, as an image file where a builder takes SVG, and nowhere else.

What a drawing shows stands beside it in words, so a builder that has no place for it loses nothing. HTML gets it inside
the page and not as an image: only there it has the colour and the font of the text round it, in each theme, light or
dark.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

_SVG: Final = "image/svg+xml"


class drawing(nodes.General, nodes.Element):  # noqa: N801 - docutils' way to name nodes
    """A drawing.

    Attributes of the node: ``svg`` (what :func:`~sphinx_briefing.pages.rendering.svg.elements.drawing` made) and
    ``alt`` (what it shows, in words).
    """


def register(app: Sphinx) -> None:
    """Make the node known, with the one visitor that it needs."""
    app.add_node(drawing, html=(_visit, None))
    app.connect("doctree-resolved", place_drawings)


def place_drawings(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Leave drawings to the visitor of HTML, make image files of them, or remove them (``doctree-resolved``)."""
    if app.builder.format == "html":
        return
    for node in list(doctree.findall(drawing)):
        if _SVG in app.builder.supported_image_types:
            node.replace_self(_image(app, docname, node))
        elif node.parent is not None:
            node.parent.remove(node)


def _image(app: Sphinx, docname: str, node: drawing) -> nodes.image:
    """The drawing as a file beside the doctrees, named by its content."""
    content = node["svg"].encode()
    path = Path(app.doctreedir, "briefing-drawings", f"{hashlib.sha256(content).hexdigest()[:16]}.svg")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    uri = str(path)
    app.env.images.add_file(docname, uri)
    return nodes.image("", uri=uri, candidates={_SVG: uri}, alt=node["alt"], classes=node["classes"])


def _visit(self: HTML5Translator, node: drawing) -> None:
    self.body.append(f"{self.starttag(node, 'div', '')}{node['svg']}</div>\n")
    raise nodes.SkipNode
