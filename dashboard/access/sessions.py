"""Sessions: a signed cookie that says who signed in and when. What ends it early is the account's mark."""

import hashlib
from secrets import token_hex

from itsdangerous import BadSignature, URLSafeTimedSerializer
from pydantic import BaseModel, ValidationError

from dashboard.access.accounts import Account, Accounts

LIFETIME_SECONDS = 12 * 60 * 60
COOKIE = "campaign_session"


class _Signed(BaseModel):
    name: str
    mark: str


class Sessions:
    """The sessions of an installation's accounts. Nothing of them is kept: several servers can share the accounts."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def begin(self, name: str, account: Account) -> str:
        """A new cookie for an account, another one each time."""
        return self._signer().dumps({"name": name, "mark": account.mark, "once": token_hex(8)})

    def find(self, cookie: str) -> tuple[str, Account] | None:
        """Name and account of a cookie; None where it was forged, is too old, or was ended by its account."""
        try:
            signed = _Signed.model_validate(self._signer().loads(cookie, max_age=LIFETIME_SECONDS))
        except (BadSignature, ValidationError):
            return None
        account = self._accounts.find(signed.name)
        return (signed.name, account) if account and account.mark == signed.mark else None

    def _signer(self) -> URLSafeTimedSerializer:
        key = self._accounts.session_key()
        return URLSafeTimedSerializer(key, salt="session", signer_kwargs={"digest_method": hashlib.sha256})
