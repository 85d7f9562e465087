"""Meetings: who met whom, when and where. Find the triggers, take their parties, merge the tellings, complete the rows.

Not here: knowledge of words (`reference/meeting_triggers.csv`), and people, offices and dates (`reading`).
"""

from pipelines.extraction.meetings.finding import find_meetings

__all__ = ["find_meetings"]
