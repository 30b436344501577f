"""Images and figures."""

from __future__ import annotations

from pathlib import PurePosixPath

from docutils import nodes

from sphinx_briefing.typst import log
from sphinx_briefing.typst.images import placed_name
from sphinx_briefing.typst.literals import key, length, text
from sphinx_briefing.typst.writer.blocks import BlockTranslator
from sphinx_briefing.typst.writer.inline import InlineTranslator


class MediaTranslator(BlockTranslator, InlineTranslator):
    """Visitors of images and figures."""

    def visit_image(self, node: nodes.image) -> None:
        inline = isinstance(node.parent, nodes.TextElement) and len(node.parent.children) > 1
        align = key(node.get("align", "left" if not inline else "baseline"))
        self.body.append(
            f"{self.anchors(node)}placed-image({str(inline).lower()}, {align}, {self._image(node)});"
        )
        raise nodes.SkipNode

    def _image(self, node: nodes.image, caption: str = "") -> str:
        """Return an image as an expression; if it has no text its caption or file name stands for it."""
        uri = node["uri"]
        name = self.builder.images.get(uri)
        alt = node.get("alt") or caption or PurePosixPath(uri).name
        if name is None:
            if "://" not in uri and "?" in node.get("candidates", {}):
                log.warn("pdf_image", "image not found: %s", uri, location=node)
            return f"missing-image({text(alt)})"
        path = key(f"/{self.builder.imagedir}/{placed_name(name)}")
        sizes = [f"{side}: {length(node.get(side)) or 'auto'}" for side in ("width", "height")]
        return (
            f"fitted(image({path}, alt: {key(alt)}), scaling: {node.get('scale', 100)}%, {', '.join(sizes)})"
        )

    def visit_figure(self, node: nodes.figure) -> None:
        captions = [child for child in node.children if isinstance(child, nodes.caption)]
        legends = [child for child in node.children if isinstance(child, nodes.legend)]
        content = [child for child in node.children if not isinstance(child, (nodes.caption, nodes.legend))]
        shown = "{" + "".join(self._figure_part(child, captions) for child in content) + "}"
        number = text(self.number(node, "figure"))
        caption = (
            f"{{{number};{self.anchors(captions[0])}{self.inner(captions[0].children)}}}"
            if captions
            else "none"
        )
        legend = self.inner(legends[0].children) if legends else "none"
        align = key(node.get("align", "default"))
        kind = "image" if any(node.findall(nodes.image)) else '"other"'
        start = f"{self.anchors(node)}captioned-figure({self.classes(node)}, {align}, {kind}"
        self.add(f"{start}, {caption}, {legend}, {shown});")
        raise nodes.SkipNode

    def _figure_part(self, node: nodes.Node, captions: list[nodes.caption]) -> str:
        caption = captions[0].astext() if captions else ""
        if isinstance(node, nodes.image):
            return self.anchors(node) + self._image(node, caption) + ";"
        if isinstance(node, nodes.reference) and isinstance(node.children[0], nodes.image):
            return self.linked(node, self._image(node.children[0], caption)) + ";"
        return self.inner([node]) + ";"

    def visit_caption(self, node: nodes.caption) -> None:
        """Write a caption outside a figure."""
        self.add(f"{self.anchors(node)}rubric({self.inner(node.children)});")
        raise nodes.SkipNode

    def visit_legend(self, node: nodes.legend) -> None:
        self.body.append(self.anchors(node) + self.inner(node.children) + ";")
        raise nodes.SkipNode
