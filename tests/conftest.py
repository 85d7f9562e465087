"""What holds for all tests: Hypothesis waits for slow machines, and repeats itself."""

from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")
