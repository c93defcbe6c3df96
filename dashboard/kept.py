"""Answers that are kept within a bound: readers ask much the same things of a snapshot that never changes."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Kept(Generic[Answer]):
    """Answers by what was asked, the ones asked for least recently given up first. Safe to use from many threads.

    most: how much all of them may weigh together, in the unit in which ``keep`` weighs each.
    """

    def __init__(self, most: int) -> None:
        self._most, self._weight = most, 0
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, tuple[Answer, int]] = OrderedDict()

    def find(self, asked: Hashable) -> Answer | None:
        """The answer, if it was kept."""
        with self._lock:
            if asked not in self._answers:
                return None
            self._answers.move_to_end(asked)
            return self._answers[asked][0]

    def keep(self, asked: Hashable, answer: Answer, weight: int = 1) -> None:
        """Keep an answer in the place of an earlier one to the same question."""
        with self._lock:
            _, before = self._answers.pop(asked, (None, 0))
            self._answers[asked] = answer, weight
            self._weight += weight - before
            while self._weight > self._most:
                _, (_, given_up) = self._answers.popitem(last=False)
                self._weight -= given_up
