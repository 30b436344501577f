"""What a page can ask: each kind of question names what answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from sphinx_briefing.models import Problem


class Answer(Protocol):
    """What comes back.

    Attributes:
        digest: changes when, and only when, what a page prints of the answer does.
        problems: what the page is to be warned of.
    """

    @property
    def digest(self) -> str: ...  # noqa: D102 - see the class

    @property
    def problems(self) -> tuple[Problem, ...]: ...  # noqa: D102


A_co = TypeVar("A_co", bound=Answer, covariant=True)


class Question(Generic[A_co]):
    """Base of the questions: frozen records, hashable and picklable, so that a page can remember them."""

    __slots__ = ()
