"""The document's protocol in numbers: each threshold once, with the claim that states it."""

from typing import Final

LOWEST_DOSE_MCG: Final = 200.0
"""Low end of the nightly range; claim dose-range-200-500."""
HIGHEST_DOSE_MCG: Final = 500.0
"""High end of the range and ceiling; claims dose-range-200-500, ceiling-500."""
HIGHEST_START_DOSE_MCG: Final = 300.0
"""Claim dose-start-200-300."""
ROUTE: Final = "subcutaneous"
"""Claims timing-30-60, igf1-rise-20-35."""
EARLIEST_MINUTES_BEFORE_SLEEP: Final = 60
LATEST_MINUTES_BEFORE_SLEEP: Final = 30
"""30-60 minutes before sleep; claim timing-30-60."""
FAST_BEFORE_HOURS: Final = 2.0
"""Claim fast-2h-before."""
FAST_AFTER_MINUTES: Final = 30
"""Claim fast-30min-after."""
NIGHTS_PER_WEEK: Final = 7
"""Claim nightly-no-skip."""
FEWEST_NIGHTS_SHORT: Final = 5
"""From 5 nights short of nightly, below 5 poor: the cut is our assumption."""
PROTEIN_NONE_G_PER_KG: Final = 1.2
"""Below it the document sees no benefit; claim protein-below-1-2."""
PROTEIN_ENOUGH_G_PER_KG: Final = 1.6
"""Claims protein-range, protein-min-1-6."""
PROTEIN_RANGE_END_G_PER_KG: Final = 2.2
"""Claim protein-range."""
FULL_SESSIONS_PER_WEEK: Final = 3
"""Resistance sessions of the trial that the document describes; claim jama-2014-design."""
RESPONSE_WEEK: Final = 6
"""First week at which an IGF-1 is judged; claim titrate-igf1-6-8wk."""
ADEQUATE_RISE_PCT: Final = 20.0
"""Claims response-20-30, igf1-rise-20-35."""
BASELINE_IGF1_HIGH_NG_PER_ML: Final = 220.0
BASELINE_IGF1_VERY_HIGH_NG_PER_ML: Final = 250.0
BASELINE_IGF1_AGES_YEARS: Final = (40, 60)
"""The zone with little room for benefit, and the ages it is for; claim high-baseline-220-250."""
