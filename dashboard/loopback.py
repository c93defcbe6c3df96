"""Which hosts are this machine's own."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host: localhost, 127.0.0.1, ::1 and their like."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
