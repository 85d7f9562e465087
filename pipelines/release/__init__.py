"""Rows become a release: validated, written aside, audited, moved into place. Not here: where rows come from."""
