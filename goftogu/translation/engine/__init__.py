"""The engine that fills the gaps of the memories, and the checks of what it made."""
