"""The face: what `import bersih` gives, and what it costs."""

import subprocess
import sys

import pytest

import bersih


@pytest.mark.parametrize("name", bersih.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(bersih, name) is getattr(bersih, name)
    assert name in dir(bersih)


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(AttributeError, match="module 'bersih' has no attribute 'cleanse'"):
        getattr(bersih, "cleanse")  # noqa: B009


def test_clean_is_the_preset_text() -> None:
    text = "Harga beras naik lagi, kata para pedagang.\n\nPUBLISITAS\n\nPetani senang sekali hari ini.\n"
    assert bersih.clean(text) == bersih.load_chain("text").clean(text) != text


def test_importing_it_imports_nothing_else() -> None:
    code = "import sys, bersih; print(sorted(name for name in sys.modules if name.startswith('bersih.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['bersih.version']"


def test_an_error_of_a_missing_extra_names_the_command() -> None:
    from bersih.errors import MissingExtraError

    assert str(MissingExtraError("the detector cld2", "cld2")) == (
        "the detector cld2 is not installed. Install it with: pip install 'bersih[cld2]'"
    )
