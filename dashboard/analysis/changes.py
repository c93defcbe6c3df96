"""What is different between what was told once and what is known of the same days now, as far as totals tell."""

from dataclasses import dataclass

import pandas as pd

_COUNTED = ("told", "known")


@dataclass(frozen=True)
class Changes:
    """Signatures told then and known now; more and fewer: added up over the days that have more, or fewer, now.

    moved and retyped: so many at least have another country, or kind of institution, since the number of all changed
    less than those of the parts. Others that changed places cancel out in totals and cannot be seen.
    """

    told: int
    known: int
    more: int
    fewer: int
    moved: int
    retyped: int


@dataclass(frozen=True)
class FileChanges:
    """What was loaded since, and taken back: files, their accepted rows, people on lists of withdrawals, duplicates
    found in files that were loaded already, and records that were set aside, less those that count again."""

    loaded: int
    accepted: int
    withdrawn: int
    taken_back: int
    duplicates: int
    set_aside: int


def changed_totals(then: pd.DataFrame, now: pd.DataFrame) -> tuple[Changes, pd.DataFrame]:
    """Hold totals beside each other. then, now: aspect (country, institution_type, day), code, signatures.

    Gives the changes, and a row for each code whose number differs: aspect, code, told, known, difference.
    """
    keys = ["aspect", "code"]
    both = then.merge(now, on=keys, how="outer", suffixes=("_then", "_now")).rename(
        columns={"signatures_then": "told", "signatures_now": "known"}
    )
    both = both.fillna(dict.fromkeys(_COUNTED, 0)).astype(dict.fromkeys(_COUNTED, "int64"))
    both["difference"] = both["known"] - both["told"]
    by_day = both[both["aspect"] == "day"]

    def hidden(aspect: str) -> int:
        difference = both.loc[both["aspect"] == aspect, "difference"]
        return int(difference.abs().sum() - abs(difference.sum())) // 2

    found = Changes(
        told=int(by_day["told"].sum()),
        known=int(by_day["known"].sum()),
        more=int(by_day["difference"].clip(lower=0).sum()),
        fewer=int(-by_day["difference"].clip(upper=0).sum()),
        moved=hidden("country"),
        retyped=hidden("institution_type"),
    )
    return found, both[both["difference"] != 0].reset_index(drop=True)


def changed_files(then: pd.DataFrame, now: pd.DataFrame, set_aside: int) -> FileChanges:
    """then, now: the ledger: file_sha256, kind, accepted, duplicate. set_aside: records more than then."""
    since = now[~now["file_sha256"].isin(then["file_sha256"])]
    withdrawals = since["kind"] == "withdrawals"
    signing = since[since["kind"].isin(["signatures", "counts"])]
    same = then.merge(now, on=["file_sha256", "kind"], suffixes=("_then", "_now"))
    return FileChanges(
        loaded=len(signing),
        accepted=int(signing["accepted"].sum()),
        withdrawn=int(since.loc[withdrawals, "accepted"].sum()),
        taken_back=int((~then["file_sha256"].isin(now["file_sha256"])).sum()),
        duplicates=int((same["duplicate_now"] - same["duplicate_then"]).clip(lower=0).sum()),
        set_aside=set_aside,
    )
