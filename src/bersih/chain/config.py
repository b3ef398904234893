"""Chain files: which cleaners, in which order, with which options; and the presets that ship with bersih."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal, TypedDict, Unpack

import msgspec

from bersih.chain.chain import MODES, Chain
from bersih.chain.guard import DEFAULT_GUARD
from bersih.chain.lookup import cleaner_names, find_cleaner, option_names, own_names
from bersih.errors import ConfigError, did_you_mean
from bersih.io.toml import line_of, read_toml
from bersih.model.category import check_categories, is_among

PRESETS = Path(__file__).parent / "presets"
_IDENTIFY = "language.identify"

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Mode = Literal["precise", "balanced", "thorough"]


class Insert(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One cleaner put into an inherited order."""

    cleaner: str
    before: str | None = None
    after: str | None = None


class ChainFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The keys of a chain file. What is not given is inherited from *extends*, or has its default."""

    extends: str | None = None
    """A preset's name, or the path of a chain file, from this file's folder."""
    name: str | None = None
    cleaners: list[str] | None = None
    """The whole order; replaces an inherited one."""
    without: list[str] = []
    """Taken out of the inherited order."""
    insert: list[Insert] = []
    """Put into the inherited order; at its end where neither *before* nor *after* is given."""
    options: dict[str, dict[str, object]] = {}
    """By cleaner; one option replaces the inherited one of that name."""
    mode: Mode | None = None
    floor: Share | None = None
    guard: Share | None = None
    passes: Annotated[int, msgspec.Meta(ge=1)] | None = None
    """How often the cleaners run over a text; until nothing changes where it is not given."""
    only: list[str] | None = None
    skip: list[str] | None = None
    also: list[str] = []
    """Taken out of the inherited *skip*."""


class Overrides(TypedDict, total=False):
    """What a caller may set over a chain file."""

    mode: Mode
    floor: float
    guard: float
    detector: str
    only: Iterable[str]
    skip: Iterable[str]
    also: Iterable[str]
    packs: Iterable[str]


class _Plan(msgspec.Struct):
    """A chain before it is built: everything settled but the cleaners themselves."""

    name: str
    order: list[str] = []
    options: dict[str, dict[str, object]] = {}
    floor: float = MODES["precise"]
    guard: float = DEFAULT_GUARD
    only: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    passes: int | None = None


def preset_names() -> list[str]:
    """Return the names of the presets, sorted."""
    return sorted(file.stem for file in PRESETS.glob("*.toml"))


def load_chain(name: str | Path, **overrides: Unpack[Overrides]) -> Chain:
    """Return the chain of a preset's *name* or of the chain file at that path.

    Keyword arguments replace what the file says: *mode* ("precise", "balanced", "thorough"), *floor*
    and *guard* (0 to 1), *detector* (see `bersih.detect`), *only* and *skip* (categories or families). *also*
    switches categories on that the file skips. *packs* are paths of rule packs (TOML), or lists of phrases (one a
    line), for every cleaner that reads packs, besides those the file names.

    Raises:
        ConfigError: where there is no such preset or file, or it is not legal; the message names the
            file, the line and key, and the nearest legal word.
        UnknownNameError: where it names a cleaner that does not exist.
    """
    path = _path_of(str(name), Path())
    plan = _plan(path, ())
    mode = overrides.get("mode")
    if mode is not None and mode not in MODES:
        msg = f"mode {mode!r} is not known. {did_you_mean(mode, MODES)}"
        raise ConfigError(msg)
    for each in plan.order:
        _add_packs(plan, each, overrides.get("packs", ()))
    _set_detector(plan, overrides.get("detector"), path)
    also = check_categories(overrides.get("also", ()), f"{path}: also")
    return Chain(
        [find_cleaner(each, plan.options.get(each), where=str(path)) for each in plan.order],
        name=plan.name,
        floor=overrides.get("floor", MODES[mode] if mode else plan.floor),
        guard=overrides.get("guard", plan.guard),
        only=overrides.get("only", plan.only),
        skip=_without(check_categories(overrides.get("skip", plan.skip), f"{path}: skip"), also),
        passes=plan.passes,
    )


def _add_packs(plan: _Plan, cleaner: str, packs: Iterable[str]) -> None:
    """Give the *packs* to a *cleaner* that reads packs."""
    more = tuple(map(str, packs))
    if more and cleaner in own_names() and "packs" in option_names(cleaner):
        given = plan.options.setdefault(cleaner, {})
        known = given.get("packs", ())
        given["packs"] = (*(known if isinstance(known, tuple) else ()), *more)


def _set_detector(plan: _Plan, detector: str | None, path: Path) -> None:
    """Let *detector* find out the language of documents."""
    if detector is None:
        return
    if _IDENTIFY not in plan.order:
        msg = f"{path}: the chain has no {_IDENTIFY}, so no detector is asked."
        raise ConfigError(msg)
    plan.options.setdefault(_IDENTIFY, {})["detector"] = detector


def _without(skip: frozenset[str], also: frozenset[str]) -> frozenset[str]:
    """Return the categories of *skip* that are not among *also*."""
    return frozenset(name for name in skip if not is_among(name, also))


def _path_of(name: str, folder: Path) -> Path:
    """Return the file of a preset's name, or of a path from *folder*."""
    if name in preset_names():
        return PRESETS / f"{name}.toml"
    path = folder / name
    if not path.is_file():
        hint = did_you_mean(name, preset_names())
        msg = f"there is no preset {name!r}, nor a chain file at {path}. {hint}"
        raise ConfigError(msg)
    return path


def _plan(path: Path, below: tuple[Path, ...]) -> _Plan:
    """Return what the chain file at *path* says, on top of what it extends; *below* are the files that extend it."""
    if path.resolve() in below:
        msg = f"{path}: extends itself, by way of {' -> '.join(str(each) for each in below)}."
        raise ConfigError(msg)
    file = read_toml(path, ChainFile, ConfigError)
    if file.extends is None:
        plan = _Plan(path.stem)
    else:
        try:
            base = _path_of(file.extends, path.parent)
        except ConfigError as error:
            raise _fault(path, ("extends",), str(error)) from error
        plan = _plan(base, (*below, path.resolve()))
    plan.name = file.name or path.stem
    plan.order = _order(path, file, plan.order)
    for each, options in file.options.items():
        if each not in plan.order:
            raise _fault(
                path,
                ("options", each),
                f"options for {each!r}, which is not in this chain. {did_you_mean(each, plan.order)}",
            )
        found = {key: _from_folder(value, path.parent) for key, value in options.items()}
        plan.options[each] = {**plan.options.get(each, {}), **found}
    if file.mode is not None:
        plan.floor = MODES[file.mode]
    plan.floor = plan.floor if file.floor is None else file.floor
    plan.guard = plan.guard if file.guard is None else file.guard
    plan.passes = plan.passes if file.passes is None else file.passes
    plan.only = plan.only if file.only is None else frozenset(file.only)
    plan.skip = plan.skip if file.skip is None else check_categories(file.skip, f"{path}: skip")
    plan.skip = _without(plan.skip, check_categories(file.also, f"{path}: also"))
    return plan


def _order(path: Path, file: ChainFile, inherited: list[str]) -> list[str]:
    """Return the order of cleaners that *file* asks for."""
    order = list(inherited if file.cleaners is None else file.cleaners)
    for index, name in enumerate(order):
        if name in order[:index]:
            raise _fault(path, ("cleaners",), f"cleaner {name!r} stands twice in the order.")
    for index, name in enumerate(file.without):
        if name not in order:
            raise _fault(path, ("without", index), f"{name!r} is not in the order. {did_you_mean(name, order)}")
        order.remove(name)
    for index, step in enumerate(file.insert):
        keys = ("insert", index)
        if step.cleaner in order:
            raise _fault(path, keys, f"cleaner {step.cleaner!r} is in the order already.")
        if step.before is not None and step.after is not None:
            raise _fault(path, keys, "give before or after, not both.")
        anchor = step.before if step.before is not None else step.after
        if anchor is None:
            order.append(step.cleaner)
        elif anchor in order:
            order.insert(order.index(anchor) + (step.after is not None), step.cleaner)
        else:
            raise _fault(path, keys, f"{anchor!r} is not in the order. {did_you_mean(anchor, order)}")
    for name in order:
        if ":" not in name and name not in cleaner_names():
            key = next(
                (("insert", index) for index, step in enumerate(file.insert) if step.cleaner == name), ("cleaners",)
            )
            raise _fault(path, key, f"there is no cleaner {name!r}. {did_you_mean(name, cleaner_names())}")
    return order


def _from_folder(value: object, folder: Path) -> object:
    """Return an option's *value* with paths that begin with ``./`` or ``../`` taken from *folder*."""
    if isinstance(value, str) and value.startswith(("./", "../")):
        return str(folder / value)
    if isinstance(value, list):
        return tuple(_from_folder(each, folder) for each in value)
    return value


def _fault(path: Path, keys: tuple[str | int, ...], what: str) -> ConfigError:
    """Return an error that names the file, the line of *keys*, and *what* is wrong."""
    line = line_of(path.read_text("utf-8"), keys)
    return ConfigError(f"{path}{f':{line}' if line else ''}: {what}")
