"""The rules with the reference data that ships: made once for all tests, since they never change."""

import pytest

from etl.resolve.affiliation import Resolver
from etl.resolve.country import Countries
from etl.resolve.reference import Reference
from etl.shipped import shipped


@pytest.fixture(scope="session")
def reference() -> Reference:
    return Reference(lambda name: shipped("reference", name))


@pytest.fixture(scope="session")
def countries(reference: Reference) -> Countries:
    return Countries(reference)


@pytest.fixture(scope="session")
def resolver(reference: Reference) -> Resolver:
    return Resolver(reference)
