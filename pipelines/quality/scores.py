"""Precision, recall and F1 from counts. Not here: counting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scores:
    """How many things are right, how many found are not told, how many told are not found."""

    right: int = 0
    spurious: int = 0
    missing: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 0.0

    @property
    def recall(self) -> float:
        """Share of what is told that was found; 0 where nothing is told."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Scores") -> "Scores":
        """Both together."""
        return Scores(self.right + other.right, self.spurious + other.spurious, self.missing + other.missing)
