"""What a page may post: the callbacks that there are, with their own inputs and values of their kinds. Else 400."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal

from dash import Dash
from flask import Response, request
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from dashboard.access.reader import reader
from dashboard.pages.listed import LATER

ENDPOINT = "/_dash-update-component"
_MOST = 400  # of anything that can be chosen
_NOT_OURS = "That is nothing a page of this dashboard sends: load the page again."
_NOT_FOR_YOU = "This is for organisers of the campaign."

_Name = Annotated[str, Field(max_length=300)]
_Code = Annotated[str, Field(pattern=r"^[\w-]{0,64}$")]
_Day = Annotated[str, Field(pattern=r"^(\d{4,6}-\d{2}-\d{2})?$")]
_Card = Annotated[str, Field(pattern=f"^({'|'.join(LATER)})$")]
_Address = Annotated[str, Field(max_length=4_000)] | None


def _of(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind, config=ConfigDict(strict=True))


# What each input and state may hold. An input that is not named here is refused whatever it holds.
_VALUES: Mapping[str, TypeAdapter[Any]] = {
    "address.pathname": _of(_Address),
    "address.search": _of(_Address),
    "first_day.value": _of(_Day | None),
    "last_day.value": _of(_Day | None),
    "as_of.value": _of(_Day | None),
    "current.data": _of(_Code | None),
    "scheme.data": _of(Literal["light", "dark"] | None),
    "follow.n_intervals": _of(Annotated[int, Field(ge=0)] | None),
    "later.id": _of(Annotated[dict[Literal["later"], _Card], Field(min_length=1)]),
}


class _Place(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    id: _Name | Annotated[dict[_Name, _Name], Field(max_length=1)]
    what: Annotated[_Name, Field(alias="property")]

    @property
    def name(self) -> str:
        """id.property; places told apart by what they hold share the name of that."""
        return f"{self.id if isinstance(self.id, str) else ''.join(self.id)}.{self.what}"


class _Given(_Place):
    value: Any = None


_Places = Annotated[list[_Given], Field(max_length=_MOST)]


class _Body(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    output: _Name | Annotated[str, Field(max_length=4_000)]
    outputs: _Place | Annotated[list[_Place], Field(max_length=_MOST)]
    inputs: _Places
    state: _Places = []
    changed: Annotated[list[_Name], Field(max_length=_MOST, alias="changedPropIds")]
    parsed: Annotated[list[_Name], Field(max_length=_MOST, alias="parsedChangedPropsIds")] = []

    @property
    def given(self) -> list[_Given]:
        return [*self.inputs, *self.state]


@dataclass(frozen=True)
class _Callback:
    """The names of what a callback of ours takes and gives, in their order."""

    outputs: list[str]
    inputs: list[str]
    state: list[str]

    def fits(self, body: _Body) -> bool:
        outputs = body.outputs if isinstance(body.outputs, list) else [body.outputs]
        asked = [[place.name for place in places] for places in (outputs, body.inputs, body.state)]
        return asked == [self.outputs, self.inputs, self.state] and {*body.changed, *body.parsed} <= {
            *self.inputs, *(f"{json.dumps(one.id, separators=(',', ':'))}.{one.what}" for one in body.inputs),
        }  # fmt: skip


def check_posts(app: Dash) -> None:
    """Let no request reach a callback that a page would not send. After the gate, which knows who asks."""
    callbacks = cache(lambda: _callbacks(app))  # those that there are when the first request comes

    def check() -> Response | None:
        if request.endpoint != ENDPOINT:
            return None
        try:
            body = _Body.model_validate_json(request.get_data())
            callback = callbacks().get(body.output)
            if callback is None or not callback.fits(body):
                return _refusal(_NOT_OURS, 400)
            cards = [_VALUES[one.name].validate_python(one.value) for one in body.given if one.name == "later.id"]
            for one in body.given:
                _VALUES[one.name].validate_python(one.value)
        except (ValidationError, KeyError):
            return _refusal(_NOT_OURS, 400)
        allowed = all(reader().role.may_see(card["later"]) for card in cards)
        return None if allowed else _refusal(_NOT_FOR_YOU, 403)

    app.server.before_request(check)


def _callbacks(app: Dash) -> dict[str, _Callback]:
    """The callbacks that run on the server, by what Dash calls them."""
    return {
        output: _Callback(
            [_name(*one.rsplit(".", 1)) for one in output.removeprefix("..").removesuffix("..").split("...")],
            *([_name(one["id"], one["property"]) for one in spec[kind]] for kind in ("inputs", "state")),
        )
        for output, spec in app.callback_map.items()
        if "callback" in spec
    }


def _name(ident: str, what: str) -> str:
    return f"{''.join(json.loads(ident)) if ident.startswith('{') else ident}.{what}"


def _refusal(sentence: str, status: int) -> Response:
    return Response(sentence, status, mimetype="text/plain")
