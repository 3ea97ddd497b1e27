"""Lanes without threads, for presenters: everything happens at once, in order.

Rule: only presenter tests may use them; stories and closing tests use the real ones.
"""

from collections.abc import Callable
from typing import Any

from kotakmasuk.desktop.tasks import Lanes, Task
from kotakmasuk.domain.changes import Changes
from kotakmasuk.domain.errors import KnownError


class ImmediateLanes(Lanes):
    """The same calls as Lanes; `then` has been called when they return."""

    def __init__(self, desk: Any = None, reader: Any = None) -> None:
        super().__init__(open_desk=lambda: desk, open_reader=lambda: reader)
        self._desk = desk
        self.asked: list[tuple[Any, ...]] = []

    def write(self, service: Callable[..., Any], /, *given: Any, **how: Any) -> Task:
        return self._now(service, self._desk, given, how)

    def read(self, service: Callable[..., Any], /, *given: Any, **how: Any) -> Task:
        return self._now(service, self.reader, given, how)

    def network(
        self, account: int, service: Callable[..., Any], /, *given: Any, **how: Any
    ) -> Task:
        assert isinstance(account, int)

        def write(called: Callable[..., Any], *more: Any, **words: Any) -> Any:
            return called(self._desk, *more, **words)

        return self._now(service, write, given, how)

    def _now(
        self, service: Callable[..., Any], first: Any, given: Any, how: dict[str, Any]
    ) -> Task:
        then, failed = how.pop("then", None), how.pop("failed", None)
        initiator = how.pop("initiator", None)
        self.asked.append((getattr(service, "__name__", service), *given))
        task = Task(lambda _: None)
        try:
            found = service(first, *given, **how)
        except KnownError as error:
            if failed is None:
                self.failed.emit(error)
            else:
                failed(error)
            return task
        if isinstance(found, Changes) and found:
            self.changed.emit(found, initiator)
        if then is not None:
            then(found)
        return task
