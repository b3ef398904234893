"""Every detector answers the same in every process and thread, and leaves the host program's own alone."""

import os
import subprocess
import sys

import pytest

from bersih.detectors.detect import provenance
from bersih.errors import MissingExtraError

# Texts whose first guess by langdetect changed from run to run without a seed, short and between two languages; and
# longer ones, which other steps of `auto` answer.
TEXTS = [
    "selamat pagi dunia",
    "hola amigo como va",
    "information restaurant radio",
    "de la casa",
    "ja, det er en god dag",
    "Harga beras naik di pasar tradisional sejak awal bulan.",
    "Harga béas di pasar tradisional naék ti awal bulan, saur para padagang.",
    "Люди в деревне давно ждут новую дорогу, но они не знают, когда она будет готова.",
    "村里的人们等新路已经等了很久，但是他们不知道什么时候会完成。",
]
DETECTORS = ["auto", "cld2", "function-words", "langdetect", "py3langid", "script"]

ANSWERS = f"""
import sys
from bersih.detectors.detect import detect
print([detect(text, sys.argv[1]) for text in {TEXTS!r}])
"""

COLD_THREADS = f"""
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from bersih.detectors.detect import detect

start = Barrier(8)

def ask(_):
    start.wait()
    return tuple(detect(text, sys.argv[1]) for text in {TEXTS!r})

with ThreadPoolExecutor(8) as pool:
    found = set(pool.map(ask, range(8)))
assert len(found) == 1, found
print([*found.pop()])
"""

HOST = """
from langdetect import DetectorFactory, detector_factory
from bersih.detectors.detect import detect

detect("Harga beras naik di pasar tradisional.", "langdetect")
assert DetectorFactory.seed is None, DetectorFactory.seed
assert detector_factory._factory is None
DetectorFactory.seed = 7
detect("Harga gula naik di pasar tradisional.", "langdetect")
assert DetectorFactory.seed == 7
"""

LISTS = """
from py3langid import langid
from bersih.detectors.detect import detect
text = "Kami sarapan roti dan teh di rumah."
free = detect(text, "py3langid")
assert detect(text, "py3langid", languages=["en", "fr"]).language in {"en", "fr"}
assert detect(text, "py3langid") == free
assert langid.IDENTIFIER is None
"""


@pytest.fixture(params=DETECTORS)
def detector(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    try:
        provenance(name)
    except MissingExtraError as error:
        pytest.skip(str(error))
    return name


def run(program: str, hash_seed: str, *arguments: str) -> str:
    """Return what *program* prints in a fresh process."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_fresh_processes_with_other_hash_seeds_agree_and_so_do_eight_threads_at_a_cold_start(detector: str) -> None:
    answers = {run(ANSWERS, seed, detector) for seed in ("0", "1", "7", "42", "4242")}
    assert len(answers) == 1
    assert run(COLD_THREADS, "0", detector) == answers.pop()


def test_the_langdetect_of_the_host_program_is_left_alone() -> None:
    run(HOST, "0")


def test_candidates_of_one_call_are_not_those_of_the_next() -> None:
    run(LISTS, "0")
