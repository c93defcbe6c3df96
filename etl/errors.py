"""What a user can meet when something is refused."""


class Refused(Exception):
    """A file or a command that is not carried out. Its text is the sentence the user reads: where, what, what to do."""


class Unrecognised(Refused):
    """A table that no source describes yet: the columns, the encoding or the delimiter are others."""
