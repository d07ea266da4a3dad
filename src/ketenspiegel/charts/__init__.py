"""View to Altair chart: one chart a file, with the name of its lens."""
