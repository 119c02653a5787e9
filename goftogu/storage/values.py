"""Values as bytes, and back: typed, the same bytes for the same value, and safe to read from anywhere.

MessagePack knows data alone: reading it makes values of the declared type or fails, and never runs code. So a cache may
be read that somebody else has written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any, TypeVar, cast

import msgspec

from goftogu.locale.message import Message, made, verbatim

T = TypeVar("T")

DIGEST_SIZE = 20
"""Bytes of a digest."""


class KeptMessage(msgspec.Struct):
    """What is kept of a message: its template and its values."""

    template: str
    values: Mapping[str, str | int | float | KeptMessage | list[str | KeptMessage]]


def _kept(value: object) -> KeptMessage:
    if isinstance(value, Message):
        return KeptMessage(value.template, cast("Any", value.values))
    raise NotImplementedError(type(value))


def _message(kind: type, data: object) -> Message:
    """Return the message that was kept as ``data``, also of an extension that gave a text for one; else fail."""
    if kind is not Message:
        raise ValueError(kind)
    return verbatim(data) if isinstance(data, str) else _of_kept(msgspec.convert(data, KeptMessage))


def _of_kept(kept: KeptMessage) -> Message:
    return made(kept.template, {name: _value(value) for name, value in kept.values.items()})


def _value(value: object) -> object:
    if isinstance(value, list):
        return [_value(item) for item in value]
    return _of_kept(value) if isinstance(value, KeptMessage) else value


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_kept)


def encode(value: object) -> bytes:
    """Return a value as bytes; the order of a mapping is part of the value.

    Args:
        value: Made of texts, numbers, dates, enumerations, tuples, lists, mappings, dataclasses and structs. No sets:
            they have no order, so the same set may have other bytes in another process.
    """
    return _ENCODER.encode(value)


def decode(data: bytes, kind: type[T]) -> T | None:
    """Return the value that was encoded as some bytes.

    Args:
        data: From :func:`encode`, or from anywhere.
        kind: The type of the value.

    Returns:
        The value, or ``None`` when the bytes are not one of that type.
    """
    try:
        found: T = _decoder(cast("Hashable", kind)).decode(data)
    except (msgspec.MsgspecError, ValueError):
        return None
    return found


def digest(value: object) -> bytes:
    """Return a digest of a value: equal values have the same one, and others another."""
    return hashlib.blake2b(encode(value), digest_size=DIGEST_SIZE).digest()


@lru_cache(maxsize=64)
def _decoder(kind: Hashable) -> Any:  # noqa: ANN401  as many types as decoders
    return msgspec.msgpack.Decoder(kind, dec_hook=_message)
