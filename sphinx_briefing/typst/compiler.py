"""The Typst compiler, and its diagnostics as records.

The compiler comes with the `typst` wheel, which is imported on first use: a project that builds only HTML
needs no wheel.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

#: bytes of a source, of some ten pages, from which on it is compiled in a process of its own
LONG = 60_000
CHILD = Path(__file__).with_name("child.py")

_DIAGNOSTIC = re.compile(
    r"^(?:error|warning): (?P<message>.*?)\n(?: *┌─ (?P<path>.*?):(?P<line>\d+):\d+$)?",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message of the compiler.

    Attributes:
        message: what is wrong.
        path: the name of the Typst file it is about; empty if unknown.
        line: the line there, from 1; 0 if unknown.
        hints: what the compiler advises.
    """

    message: str
    path: str = ""
    line: int = 0
    hints: tuple[str, ...] = ()


class CompileError(Exception):
    """The source does not compile."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("; ".join(one.message for one in diagnostics))
        self.diagnostics = tuple(diagnostics)


def is_installed() -> bool:
    """Say whether the `typst` wheel can be imported."""
    return find_spec("typst") is not None


class Compiler:
    """Compiles Typst sources to PDF, with only the fonts of the wheel and those of given folders.

    System fonts are left out, so that two machines make one PDF.

    Args:
        root: the folder that absolute paths in sources start from.
        fonts: folders with further fonts.
    """

    def __init__(self, root: Path, fonts: Sequence[Path] = ()) -> None:
        self._typst: Any = import_module("typst")
        self._root = root
        self._font_folders = tuple(fonts)
        self._fonts: Any = self._typst.Fonts(
            include_system_fonts=False, font_paths=[str(one) for one in fonts]
        )

    def pdf(
        self, source: Path | bytes, standards: Sequence[str], timestamp: datetime
    ) -> tuple[bytes, list[Diagnostic]]:
        """Compile a file, a long one in a process of its own, or a source in memory.

        Args:
            source: a path under the root, or UTF-8 source.
            standards: PDF standards to keep to, as Typst names them.
            timestamp: the moment of creation that the PDF states, timezone-aware.

        Returns:
            The PDF and the compiler's warnings.

        Raises:
            CompileError: the source does not compile.
        """
        if not isinstance(source, bytes) and source.stat().st_size > LONG:
            return self._pdf_apart(source, standards, timestamp)
        made, warnings = self._compile(
            source, format="pdf", pdf_standards=list(standards), timestamp=timestamp
        )
        return made, [one for warning in warnings for one in parse_diagnostics(warning.diagnostic)]

    def _pdf_apart(
        self, source: Path, standards: Sequence[str], timestamp: datetime
    ) -> tuple[bytes, list[Diagnostic]]:
        output = source.with_suffix(".pdf")
        order = {
            "source": str(source),
            "root": str(self._root),
            "fonts": [str(one) for one in self._font_folders],
            "standards": list(standards),
            "timestamp": int(timestamp.timestamp()),
            "output": str(output),
        }
        # -P keeps the script's folder, whose modules are this package's, from the path
        done = subprocess.run(  # noqa: S603 - the interpreter that runs this, and a script of this package
            [sys.executable, "-P", str(CHILD)],
            input=json.dumps(order),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise CompileError([Diagnostic(f"the compiler stopped: {done.stderr.strip()}")])
        answer = json.loads(done.stdout)
        if answer["error"]:
            raise CompileError(parse_diagnostics(answer["error"]) or [Diagnostic(answer["error"])])
        pdf = output.read_bytes()
        output.unlink()
        return pdf, [one for report in answer["warnings"] for one in parse_diagnostics(report)]

    def svg(self, source: bytes) -> bytes:
        """Compile a source of one page to SVG.

        Raises:
            CompileError: the source does not compile.
        """
        made, _ = self._compile(source, format="svg")
        return made

    def _compile(self, source: Path | bytes, **options: Any) -> tuple[bytes, list[Any]]:
        compiler = self._typst.Compiler(
            source if isinstance(source, bytes) else str(source),
            root=str(self._root),
            font_paths=self._fonts,
            ignore_system_fonts=True,
        )
        try:
            made, warnings = compiler.compile_with_warnings(**options)
        except self._typst.TypstError as error:
            found = parse_diagnostics(error.diagnostic)
            raise CompileError(found or [Diagnostic(error.message, hints=tuple(error.hints))]) from error
        return made, warnings


def parse_diagnostics(report: str) -> list[Diagnostic]:
    """Read the compiler's printed report."""
    starts = [*_DIAGNOSTIC.finditer(report)]
    ends = [one.start() for one in starts[1:]] + [len(report)] * bool(starts)
    return [
        Diagnostic(
            message=found["message"],
            path=PurePath(found["path"] or "").name,
            line=int(found["line"] or 0),
            hints=tuple(re.findall(r"^ *= hint: (.*)$", report[found.start() : end], re.MULTILINE)),
        )
        for found, end in zip(starts, ends, strict=True)
    ]
