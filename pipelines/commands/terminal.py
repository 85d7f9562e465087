"""The consoles that commands write to. Not here: what they write."""

from rich.console import Console


def consoles() -> tuple[Console, Console]:
    """Standard output for what was asked for, standard error for everything else; text is printed as it is."""
    return _console(to_errors=False), _console(to_errors=True)


def _console(to_errors: bool) -> Console:
    return Console(stderr=to_errors, highlight=False, markup=False, soft_wrap=True)
