"""Several processes give what one gives, in the same order."""

import os
from dataclasses import dataclass

from etl.resolve.in_parallel import in_parallel


@dataclass(frozen=True)
class Prefix:
    text: str

    def added_to(self, text: str) -> tuple[str, int]:
        return self.text + text, os.getpid()


def test_many_texts_are_answered_in_order_whoever_does_the_work() -> None:
    texts = [str(number) for number in range(5_000)]
    work = Prefix("no. ").added_to
    alone, together = in_parallel(work, texts), in_parallel(work, texts, worth_it=1_000)
    assert [answer for answer, _ in together] == [answer for answer, _ in alone] == [f"no. {text}" for text in texts]
    assert {process for _, process in alone} == {os.getpid()}
