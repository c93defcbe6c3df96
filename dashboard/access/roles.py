"""Who sees what. An organiser sees everything; others see protected counts, and nothing of how the campaign works."""

from enum import StrEnum

_HOW_THE_CAMPAIGN_WORKS = frozenset({"/outreach", "/data"})
_PAGES_KEPT_FROM = {
    "organiser": frozenset[str](),
    "partner": _HOW_THE_CAMPAIGN_WORKS,
    "public": _HOW_THE_CAMPAIGN_WORKS | {"/reports"},
}
# What those pages ask and show. The protected snapshot holds none of it: this says so, instead of showing nothing.
_QUESTIONS = frozenset(
    "answers-by-age attention-by-day contact-funnel contact-funnel-by conversion desk desk-counts follow-ups "
    "follow-ups-due freshness ledger mailings members members-by-committee members-by-country members-by-group "
    "members-by-state members-named next-contacts open-questions outreach outreach-by-channel outreach-by-country "
    "outreach-by-stage outreach-by-type outreach-over-time outreach-totals overview people rejections resolution "
    "returners set-aside state-attention state-kinds credit".split()
)
_CARDS = frozenset({"contacted", "credit", "desk", "kinds", "mailings", "members", "next-steps", "tried"})


class Role(StrEnum):
    """What a reader is to the campaign."""

    ORGANISER = "organiser"
    PARTNER = "partner"
    PUBLIC = "public"

    @property
    def sees_exact_counts(self) -> bool:
        """Whether the exact snapshot is shown, instead of the protected one."""
        return self is Role.ORGANISER

    @property
    def may_load_files(self) -> bool:
        """Whether the card "Load a file" answers."""
        return self is Role.ORGANISER

    @property
    def may_make_packs(self) -> bool:
        """Whether the packs for networks can be fetched."""
        return self is not Role.PUBLIC

    def may_open(self, path: str) -> bool:
        """Whether the page under that path is shown."""
        return path not in _PAGES_KEPT_FROM[self]

    def may_ask(self, question: str) -> bool:
        """Whether the rows of that question can be fetched."""
        return self is Role.ORGANISER or question.replace("_", "-") not in _QUESTIONS

    def may_see(self, card: str) -> bool:
        """Whether the cards of that later place (dashboard.pages.listed.LATER) are shown."""
        return self is Role.ORGANISER or card not in _CARDS
