"""Set-up for all tests."""

import os

from hypothesis import HealthCheck, settings

# The same examples on every machine, so that a test that passed here passes there. For a search that goes on:
# HYPOTHESIS_PROFILE=search python -m pytest tests/laws
settings.register_profile("steady", max_examples=60, deadline=None, derandomize=True)
settings.register_profile(
    "search",
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "3000")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
