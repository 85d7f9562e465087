"""The stages as Dagster assets, thin: each says what it makes and calls a stage. Not here: how anything is made."""
