"""The translation memory: PO files that people and programs edit side by side."""
