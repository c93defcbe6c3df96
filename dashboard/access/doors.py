"""How a server tells readers apart, decided once when it starts. Whatever others can reach needs a way to sign in."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path

from dashboard.access.accounts import Accounts
from dashboard.errors import DashboardError
from dashboard.loopback import is_loopback


class NoDoorError(DashboardError):
    """A server that would let in everybody, or nobody."""


@dataclass(frozen=True)
class Doors:
    """accounts: where people sign in by themselves. header: how a proxy says who somebody is, only from these proxies.

    Neither: everybody at this machine is an organiser, and nobody else is let in.
    """

    accounts: Accounts | None = None
    header: str = ""
    proxies: tuple[IPv4Network | IPv6Network, ...] = ()

    @property
    def are_open(self) -> bool:
        """Whether nobody needs to say who they are."""
        return self.accounts is None and not self.header

    def trusts(self, peer: str | None) -> bool:
        """Whether what this peer's headers say is believed."""
        try:
            return any(ip_address(peer or "") in network for network in self.proxies)
        except ValueError:
            return False


def doors(data_dir: Path, host: str, sign_in: bool | None, header: str, proxies: Sequence[str]) -> Doors:
    """What the command line asks for. sign_in: None where it does not say; then accounts are used once there are any.

    Raises NoDoorError where that would let in everybody or nobody.
    """
    accounts = Accounts(data_dir)
    known = bool(accounts.all())
    trusted = tuple(_network(proxy) for proxy in proxies)
    if header and not trusted:
        raise NoDoorError("--trust-header needs --trust-proxy: the address from which the proxy reaches this server.")
    if sign_in and not known:
        raise NoDoorError("There is no account yet: add one with 'campaign-dashboard account add NAME'.")
    if sign_in is False and not header and not is_loopback(host):
        raise NoDoorError(f"--no-sign-in would let everybody in who can reach --host {host}: leave it out.")
    signs_in = known if sign_in is None else sign_in
    if not (signs_in or header or is_loopback(host)):
        raise NoDoorError(
            f"--host {host} could be reached by others: add an account with 'campaign-dashboard account add NAME', "
            "or name the proxy that signs people in with --trust-header and --trust-proxy."
        )
    return Doors(accounts if signs_in or header else None, header, trusted)


def _network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text)
    except ValueError as error:
        raise NoDoorError(f"--trust-proxy {text} is no address: write it like 10.0.0.1 or 10.0.0.0/24.") from error
