"""TOML files read into typed models that refuse unknown keys."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from etl.errors import Refused


class TomlModel(BaseModel):
    """Base of every model that a user writes as TOML: immutable, and strict about keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=TomlModel)


def read_toml(path: Path, model: type[Model], **given: object) -> Model:
    """Read ``path`` into ``model``; ``given`` values (an id from the path) are added.

    Raises:
        Refused: the file is no TOML, or a key is unknown, missing or of a wrong type; the sentence names file and key.
    """
    try:
        return cast(Model, _read(path.read_text(encoding="utf-8"), model, tuple(given.items())))
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"{path}: not valid TOML ({error}); mend that line.") from error
    except UnicodeDecodeError as error:
        raise Refused(f"{path}: not UTF-8 text; save it as UTF-8.") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise Refused(f"{path}: key '{key}': {first['msg']}.") from error


@lru_cache(maxsize=256)
def _read(text: str, model: type[TomlModel], given: tuple[tuple[str, object], ...]) -> TomlModel:
    """The model of a text, made once in a process: one load reads all source descriptions, and the next one too."""
    return model.model_validate({**tomllib.loads(text), **dict(given)})
