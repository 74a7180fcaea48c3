"""A cohort: a file of cases in, a file with a row for each out, on all cores of one machine."""
