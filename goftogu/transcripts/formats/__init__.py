"""Files from outside as paragraphs: one module for each form, and :mod:`registry`, which knows them all."""
