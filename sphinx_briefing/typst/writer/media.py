"""Images and figures."""

from __future__ import annotations

from pathlib import PurePosixPath

from docutils import nodes

from sphinx_briefing.typst.images import placed_name
from sphinx_briefing.typst.literals import key, length, text
from sphinx_briefing.typst.writer.blocks import BlockTranslator
from sphinx_briefing.typst.writer.inline import InlineTranslator


class MediaTranslator(BlockTranslator, InlineTranslator):
    """Visitors of images and figures."""

    def visit_image(self, node: nodes.image) -> None:
        holder = node.parent.parent if isinstance(node.parent, nodes.reference) else node.parent
        inline = isinstance(holder, nodes.TextElement)
        align = key(node.get("align", "left" if not inline else "baseline"))
        self.write(node, f"placed-image({str(inline).lower()}, {align}, {self._image(node)})")

    def _image(self, node: nodes.image, caption: str = "") -> str:
        """Return an image as an expression; if it has no text its caption or file name stands for it."""
        uri = node["uri"]
        name = self.builder.images.get(uri)
        alt = node.get("alt") or caption or PurePosixPath(uri).name
        if name is None:
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
        has_image = any(node.findall(nodes.image))
        alt = "none" if has_image or not captions else key(captions[0].astext())
        self.write(node, f"captioned-figure({align}, {alt}, {caption}, {legend}, {shown})")

    def _figure_part(self, node: nodes.Node, captions: list[nodes.caption]) -> str:
        caption = captions[0].astext() if captions else ""
        if isinstance(node, nodes.image):
            return self.anchors(node) + self._image(node, caption) + ";"
        if isinstance(node, nodes.reference) and isinstance(node.children[0], nodes.image):
            return self.linked(node, f"box({self._image(node.children[0], caption)})") + ";"
        return self.inner([node]) + ";"
