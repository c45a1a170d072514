"""Figures as files: one table of the data sheet in every form, and the forms others ask for (SDG 16.2.2, DCAT)."""
