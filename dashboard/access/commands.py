"""The commands on accounts. They say what they do; nothing is decided here."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dashboard.access.roles import Role

accounts_app = typer.Typer(help="Says who may sign in.", no_args_is_help=True)

DataDir = Annotated[
    Path, typer.Option(help="A whole installation: its files, settings and snapshots.", envvar="CAMPAIGN_DATA_DIR")
]


@accounts_app.command(epilog="Example: campaign-dashboard account add ngo-berlin --role partner")
def add(
    name: Annotated[str, typer.Argument(help="What is typed to sign in.")],
    data_dir: DataDir = Path("data"),
    role: Annotated[Role, typer.Option(help="Others than organisers see protected counts only.")] = Role.ORGANISER,
    password: Annotated[
        bool, typer.Option("--password/--no-password", help="Without one where only a trusted proxy signs in.")
    ] = True,
) -> None:
    """Add an account, or give it a new password and role. The password is asked for, or read from standard input."""
    from dashboard.access.accounts import Accounts  # hashing need not be loaded for the other commands

    accounts = Accounts(data_dir)
    known = accounts.find(name)
    accounts.put(name, role, _password() if password else None)
    told = "has a new password; whoever used it is signed out" if known else "may sign in"
    print(f"{name} ({role}) {told}.")


@accounts_app.command(name="list")
def show_all(data_dir: DataDir = Path("data")) -> None:
    """List the accounts and their roles."""
    from dashboard.access.accounts import Accounts  # as above

    found = Accounts(data_dir).all()
    for name, account in sorted(found.items()):
        print(f"{name}  {account.role}{'' if account.password_hash else '  signed in by the proxy'}")
    if not found:
        print("There is no account.")


@accounts_app.command()
def remove(name: Annotated[str, typer.Argument(help="The account.")], data_dir: DataDir = Path("data")) -> None:
    """Remove an account; whoever used it is signed out."""
    from dashboard.access.accounts import Accounts  # as above

    Accounts(data_dir).remove(name)
    print(f"{name} may no longer sign in.")


def _password() -> str:
    """Typed twice without being shown, or the first line of standard input."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")
