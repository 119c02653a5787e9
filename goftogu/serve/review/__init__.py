"""The workbench: a reviewer reads and corrects the translation of an archive in a browser on this machine."""
