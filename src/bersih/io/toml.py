"""A TOML file a person wrote, as a checked struct; errors name file, line, key, and what would be legal."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeVar, get_args, get_origin

import msgspec
import tomli

from bersih.errors import BersihError, did_you_mean

S = TypeVar("S", bound=msgspec.Struct)

# How msgspec says where: "… - at `$.rule[3].where`".
_AT = re.compile(r"^(?P<what>.*?)(?: - at `(?P<path>[^`]*)`)?$", re.DOTALL)
_FIELD = re.compile(r"unknown field `([^`]*)`")
_ENUM = re.compile(r"Invalid enum value '([^']*)'")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")

Key = str | int


def read_toml(path: Path, kind: type[S], error: type[BersihError]) -> S:
    """Return the file at *path* as a struct of *kind*.

    Raises:
        BersihError: of the class *error*, where the file cannot be read, is not TOML, or does not fit
            *kind*; the message names the file, the line and key, and the nearest legal word.
    """
    try:
        source = path.read_bytes().decode("utf-8")
    except OSError as problem:
        msg = f"{path}: cannot be read: {problem.strerror or problem}."
        raise error(msg) from problem
    except UnicodeDecodeError as problem:
        msg = f"{path}: is not UTF-8 at byte {problem.start}. TOML files are UTF-8."
        raise error(msg) from problem
    try:
        data = tomli.loads(source)
    except tomli.TOMLDecodeError as problem:
        msg = f"{path}: is not TOML: {problem}."
        raise error(msg) from problem
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as problem:
        msg = f"{path}{_explain(str(problem), source, kind)}"
        raise error(msg) from problem


def line_of(source: str, keys: tuple[Key, ...]) -> int | None:
    """Return the number of the line, from 1, on which the value at *keys* begins, or None if there is none.

    The standard parser tells no positions, so it is asked for the shortest beginning of the file that
    holds the value: exact for every TOML file, and only done to word an error.
    """
    lines = source.splitlines(keepends=True)
    low, high = 0, len(lines)
    if not _holds(_parsed(lines, high), keys):
        return None
    while low + 1 < high:
        middle = (low + high) // 2
        if _holds(_parsed(lines, middle), keys):
            high = middle
        else:
            low = middle
    # A beginning that stops inside a value does not parse; the value begins after the last one that did.
    while low and _parse("".join(lines[:low])) is None:
        low -= 1
    return low + 1


def _parsed(lines: list[str], count: int) -> object:
    """Return the longest beginning of at most *count* lines that is TOML, parsed."""
    while count:
        data = _parse("".join(lines[:count]))
        if data is not None:
            return data
        count -= 1
    return {}


def _parse(source: str) -> dict[str, object] | None:
    try:
        return tomli.loads(source)
    except tomli.TOMLDecodeError:
        return None


def _holds(data: object, keys: tuple[Key, ...]) -> bool:
    for key in keys:
        if isinstance(key, int):
            if not isinstance(data, list) or key >= len(data):
                return False
            data = data[key]
        else:
            if not isinstance(data, dict) or key not in data:
                return False
            data = data[key]
    return True


def _explain(message: str, source: str, kind: type[msgspec.Struct]) -> str:
    """Return what msgspec said, with the line, the key by name and the nearest legal one."""
    match = _AT.match(message)
    what, path = (match["what"], match["path"] or "$") if match else (message, "$")
    keys = _keys(path)
    unknown = _FIELD.search(what)
    if unknown:
        found = unknown[1]
        owner = _struct_at(kind, keys)
        legal = [field.encode_name for field in msgspec.structs.fields(owner)] if owner else []
        where = _where(source, (*keys, found))
        return f"{where}: key {found!r} is not known here. {did_you_mean(found, legal)}"
    name = ".".join(str(key) for key in keys)
    said = what[0].lower() + what[1:].replace(" | null", "")
    enum = _ENUM.search(what)
    if enum and keys:
        owner = _struct_at(kind, keys[:-1])
        said = f"{enum[1]!r} is not legal. {did_you_mean(enum[1], _choices(owner, keys[-1]))}".removesuffix(".")
    return f"{_where(source, keys)}: {f'key {name!r}: ' if name else ''}{said}."


def _where(source: str, keys: tuple[Key, ...]) -> str:
    line = line_of(source, keys) if keys else None
    return f":{line}" if line else ""


def _keys(path: str) -> tuple[Key, ...]:
    """Return the steps of msgspec's *path*; for ``[...]``, which names no key, the way stops there."""
    keys: list[Key] = []
    for name, index in _STEP.findall(path.removeprefix("$")):
        if index == "...":
            break
        keys.append(int(index) if index else name)
    return tuple(keys)


def _struct_at(kind: type[msgspec.Struct], keys: tuple[Key, ...]) -> type[msgspec.Struct] | None:
    """Return the struct that the table at *keys* should be."""
    owner: type[msgspec.Struct] | None = kind
    for key in keys:
        if owner is not None and not isinstance(key, int):
            types = [field.type for field in msgspec.structs.fields(owner) if field.encode_name == key]
            owner = _struct_in(types[0]) if types else None
    return owner


def _choices(owner: type[msgspec.Struct] | None, key: Key) -> list[str]:
    """Return the words that the field *key* of *owner* may hold."""
    for field in msgspec.structs.fields(owner) if owner else ():
        if field.encode_name == key:
            return [str(word) for word in _literals(field.type)]
    return []


def _literals(kind: object) -> Iterator[object]:
    """Yield the words of each Literal in a type."""
    if get_origin(kind) is Literal:
        yield from get_args(kind)
    else:
        for part in get_args(kind):
            yield from _literals(part)


def _struct_in(kind: object) -> type[msgspec.Struct] | None:
    """Return the first struct in a type such as ``list[Rule]`` or ``Rule | None``."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind
    for part in get_args(kind):
        found = _struct_in(part)
        if found:
            return found
    return None
