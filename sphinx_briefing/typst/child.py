"""Compiles one PDF in a process of its own: a script that needs nothing but the `typst` wheel.

The compiler remembers all it has laid out, some 1.5 MB a page, until its process ends. A project of many or long
PDFs would fill the memory; a child gives it back.

Reads a JSON object from standard input: ``source``, ``root``, ``fonts``, ``standards``, ``timestamp`` (seconds) and
``output``. Writes the PDF to ``output``, and to standard output a JSON object: ``error`` (the compiler's report,
empty if all went well) and ``warnings`` (a list of reports).
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst


def main() -> None:
    """Compile what standard input describes."""
    order: dict[str, Any] = json.load(sys.stdin)
    fonts = typst.Fonts(include_system_fonts=False, font_paths=order["fonts"])
    compiler = typst.Compiler(order["source"], root=order["root"], font_paths=fonts, ignore_system_fonts=True)
    moment = datetime.fromtimestamp(order["timestamp"], UTC)
    answer: dict[str, Any] = {"error": "", "warnings": []}
    try:
        pdf: Any
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=order["standards"], timestamp=moment
        )
    except typst.TypstError as error:
        answer["error"] = error.diagnostic
    else:
        Path(order["output"]).write_bytes(pdf)
        answer["warnings"] = [warning.diagnostic for warning in warnings]
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
