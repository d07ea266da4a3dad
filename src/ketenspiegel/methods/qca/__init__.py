"""Qualitative comparative analysis: which combinations of conditions go together with an outcome, case by case.

The steps stand in files of their own: `calibration` (numbers into memberships), `truth_table` (cases into
configurations), `minimisation` (configurations into the shortest formulas), `solution` (formulas with their fit and
their cases) and `necessity`; `fit` and `terms` are what they share.
"""
