"""A report of quality as plain text, for the terminal, a log and the data card. Not here: the figures (`score.py`)."""

from collections.abc import Mapping, Sequence

from pipelines.quality.measure import Quality
from pipelines.quality.reliability import Bin
from pipelines.quality.score import Report
from pipelines.quality.scores import Scores

_WIDTH = 16


def render(quality: Quality) -> str:
    """All figures: of extraction; of events told in several articles; of what `confidence` means."""
    return "\n".join(
        [
            *_extraction(quality.extraction),
            "",
            _heading("same event"),
            _line("pairs of rows", quality.same_event),
            "",
            f"{'confidence':<{_WIDTH}}{'rows':>10}{'mean':>10}{'right':>8}",
            *(_bin(one) for one in quality.reliability),
            "",
        ]
    )


def _extraction(report: Report) -> list[str]:
    """Precision, recall and F1 by table and slot; days of publication; irrelevant articles; the headline."""
    lines = [f"{report.articles} articles", "", _heading("table")]
    for name, table in report.tables.items():
        lines.append(_line(name, table.total))
    lines += ["", _heading("rows found")]
    for name, table in report.tables.items():
        lines.append(_line(name, table.rows))
    for name, table in report.tables.items():
        lines += ["", _heading(name)]
        lines += [_line(slot, scores) for slot, scores in table.slots.items()]
    lines.append("")
    if report.dates.articles:
        inside, exact = report.dates.inside / report.dates.articles, report.dates.exact / report.dates.articles
        lines.append(f"publication day held {inside:.2f}, exact {exact:.2f}, of {report.dates.articles} articles")
    if report.irrelevant_articles:
        lines.append(f"rows from {report.irrelevant_articles} irrelevant articles: {report.irrelevant_rows}")
    lines.append(f"headline {report.headline:.3f}")
    return lines


def render_errors(report: Report) -> str:
    """What was missed, made up or wrong, article by article."""
    return render_faults(report.errors)


def render_faults(faults: Mapping[str, Sequence[str]]) -> str:
    """Lines of faults by file name of the article."""
    blocks = ["\n".join([f"== {name}", *(f"   {line}" for line in lines)]) for name, lines in faults.items()]
    return "\n\n".join(blocks) + "\n"


def _heading(what: str) -> str:
    return f"{what:<{_WIDTH}}{'precision':>10}{'recall':>10}{'F1':>8}{'right':>8}{'spurious':>10}{'missing':>9}"


def _line(name: str, scores: Scores) -> str:
    figures = f"{scores.precision:>10.3f}{scores.recall:>10.3f}{scores.f1:>8.3f}"
    return f"{name:<{_WIDTH}}{figures}{scores.right:>8}{scores.spurious:>10}{scores.missing:>9}"


def _bin(one: Bin) -> str:
    return f"{f'{one.least:.1f} or more':<{_WIDTH}}{one.rows:>10}{one.mean:>10.2f}{one.right:>8.2f}"
