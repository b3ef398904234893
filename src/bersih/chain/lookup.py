"""Find a cleaner by its name: among bersih's own, among plug-ins, or by the path of any Python object."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import cast

from bersih.chain.cleaner import Cleaner, as_cleaner
from bersih.errors import ConfigError, UnknownNameError, did_you_mean

_GROUP = "bersih.cleaners"


@cache
def own_names() -> tuple[str, ...]:
    """Return the names of the cleaners that ship with bersih, sorted: the paths of their files."""
    root = Path(__file__).parent.parent / "cleaners"
    files = (file.relative_to(root) for file in root.glob("*/*.py") if file.stem != "__init__")
    return tuple(sorted(f"{file.parent.name}.{file.stem}" for file in files))


def plug_ins() -> dict[str, EntryPoint]:
    """Return the cleaners that other installed packages bring, by name (entry points of ``bersih.cleaners``)."""
    return {point.name: point for point in entry_points(group=_GROUP)}


def cleaner_names() -> list[str]:
    """Return every name that `find_cleaner` knows, sorted."""
    return sorted({*own_names(), *plug_ins()})


def find_cleaner(name: str, options: Mapping[str, object] | None = None, *, where: str = "") -> Cleaner:
    """Return the cleaner *name*, made with *options*.

    *name* is a path below `bersih.cleaners` (``normalize.spaces``), the name of a plug-in, or
    ``package.module:object`` for any cleaner, cleaner class or ``str -> str`` function.
    *where* stands before the message of an error.

    Raises:
        UnknownNameError: where there is no such cleaner; names the nearest.
        ConfigError: where it has no such option, or does not take the value.
    """
    lead = f"{where}: " if where else ""
    if name in own_names():
        found = _own(name)
    elif ":" in name:
        found = _at_path(name, lead)
    else:
        point = plug_ins().get(name)
        if point is None:
            msg = f"{lead}there is no cleaner {name!r}. {did_you_mean(name, cleaner_names())}"
            raise UnknownNameError(msg)
        found = point.load()
    return _made(name, found, options or {}, lead)


def option_names(name: str) -> list[str]:
    """Return the options that one of bersih's own cleaners takes."""
    found = _own(name)
    return (
        [field.name for field in fields(found) if field.init] if isinstance(found, type) and is_dataclass(found) else []
    )


def _own(name: str) -> object:
    """Return the cleaner or cleaner class in the file that *name* is the path of."""
    module = import_module(f"bersih.cleaners.{name}")
    leaf = name.rpartition(".")[2]
    camel = "".join(part.title() for part in leaf.split("_"))
    found: object = vars(module).get(camel) or vars(module).get(leaf)
    if found is not None:
        return found
    msg = f"bersih.cleaners.{name} holds neither {camel!r} nor {leaf!r}."
    raise UnknownNameError(msg)


def _at_path(path: str, lead: str) -> object:
    """Return the object at ``package.module:object``."""
    module_name, _, attribute = path.partition(":")
    try:
        found: object = import_module(module_name)
        for part in attribute.split("."):
            found = getattr(found, part)
    except (ImportError, AttributeError, ValueError) as error:
        msg = f"{lead}{path!r} cannot be imported: {error}. Write it as package.module:object."
        raise UnknownNameError(msg) from error
    return found


def _made(name: str, found: object, options: Mapping[str, object], lead: str) -> Cleaner:
    """Return a cleaner of *found* with *options*."""
    if isinstance(found, type) and is_dataclass(found):
        legal = [field.name for field in fields(found) if field.init]
        for key in options:
            if key not in legal:
                msg = f"{lead}cleaner {name!r} has no option {key!r}. {did_you_mean(key, legal)}"
                raise ConfigError(msg)
        try:
            return as_cleaner(cast("Callable[..., object]", found)(**options))
        except (TypeError, ValueError) as error:
            msg = f"{lead}cleaner {name!r}: {error}"
            raise ConfigError(msg) from error
    if options:
        msg = f"{lead}cleaner {name!r} takes no options, but {', '.join(map(repr, options))} was given."
        raise ConfigError(msg)
    return as_cleaner(found)
