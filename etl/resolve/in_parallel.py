"""One function for many texts, in as many processes as there are processors, where that pays."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar, cast

Answer = TypeVar("Answer")

WORTH_IT = 50_000  # texts; fewer are done (in about three seconds) before processes gain anything
_CHUNK = 2_000  # texts handed over at a time

_work: list[Callable[[str], object]] = []  # what a process of the pool does: set once in each, never here


def in_parallel(work: Callable[[str], Answer], texts: list[str], worth_it: int = WORTH_IT) -> list[Answer]:
    """The answers of ``work``, which must depend on the text only, in the order of the texts.

    Processes are forked, so that they share what ``work`` knows instead of reading it again; elsewhere than on Linux,
    where forking is not safe, and below ``worth_it`` texts, they are done one after the other.
    """
    processes = os.cpu_count() or 1
    if len(texts) < worth_it or processes == 1 or sys.platform != "linux":
        return [work(text) for text in texts]
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(work,)) as pool:
        return cast(list[Answer], list(pool.map(_answer, texts, chunksize=_CHUNK)))


def _begin(work: Callable[[str], object]) -> None:
    _work.append(work)
    gc.disable()  # the process ends with its texts, and what it makes goes in no circles


def _answer(text: str) -> object:
    return _work[0](text)
