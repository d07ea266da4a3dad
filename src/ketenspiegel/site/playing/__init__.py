"""Figures that a reader can move, one a file: each has ``FIGURE``, all of it computed when the book is built."""
