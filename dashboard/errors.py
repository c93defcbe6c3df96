"""Errors that a user can meet. The text of each is the sentence they read: what is wrong, and what to do."""


class DashboardError(Exception):
    """A refusal in one sentence, shown as it is."""


class NoSnapshotError(DashboardError):
    """Nothing has been published yet, or nothing that can be read."""


class OtherSchemaError(DashboardError):
    """A snapshot that another version of the program published lacks what is asked for."""


class UnknownSnapshotError(DashboardError):
    """A snapshot was asked for by an id that is not in the published folder."""


class UnknownQuestionError(DashboardError):
    """A question that no metric and no answer knows."""


class BadFilterError(DashboardError):
    """A filter on the command line that cannot be followed."""
