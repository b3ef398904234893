"""langdetect answers the same in every process and thread, and leaves the host program's langdetect alone."""

import os
import subprocess
import sys

# Texts whose first guess changed from run to run without a seed: short, and between two languages.
TEXTS = [
    "selamat pagi dunia",
    "hola amigo como va",
    "information restaurant radio",
    "de la casa",
    "ja, det er en god dag",
]

ANSWERS = f"""
from bersih.detectors.detect import detect
print([detect(text) for text in {TEXTS!r}])
"""

COLD_THREADS = f"""
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from bersih.detectors.detect import detect

start = Barrier(8)

def ask(_):
    start.wait()
    return tuple(detect(text) for text in {TEXTS!r})

with ThreadPoolExecutor(8) as pool:
    found = set(pool.map(ask, range(8)))
assert len(found) == 1, found
print([*found.pop()])
"""

HOST = """
from langdetect import DetectorFactory, detector_factory
from bersih.detectors.detect import detect

detect("Harga beras naik di pasar tradisional.")
assert DetectorFactory.seed is None, DetectorFactory.seed
assert detector_factory._factory is None
DetectorFactory.seed = 7
detect("Harga gula naik di pasar tradisional.")
assert DetectorFactory.seed == 7
"""


def run(program: str, hash_seed: str) -> str:
    """Return what *program* prints in a fresh process."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_fresh_processes_with_other_hash_seeds_agree() -> None:
    assert len({run(ANSWERS, seed) for seed in ("0", "1", "4242")}) == 1


def test_eight_threads_at_a_cold_start_agree_with_one() -> None:
    assert run(COLD_THREADS, "0") == run(ANSWERS, "0")


def test_the_seed_of_the_host_program_is_left_alone() -> None:
    run(HOST, "0")
