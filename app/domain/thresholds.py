"""Every clinical number that a rule, a check, the projection or a message compares or states.

Each stands here once, with its UCUM unit and the passage or reference that it rests on. A number
of our own cites `our-judgement`, with the reason beside it.
"""

from typing import Final

from app.domain.sources.cite import claim, reference
from app.domain.threshold import Threshold

_OURS: Final = reference("our-judgement")

# Dose and route
DOSE_LOW: Final = Threshold(200.0, "ug", (claim("dose-range-200-500"),))
DOSE_HIGH: Final = Threshold(500.0, "ug", (claim("dose-range-200-500"), claim("ceiling-500")))
START_DOSE_LOW: Final = Threshold(200.0, "ug", (claim("dose-start-200-300"),))
START_DOSE_HIGH: Final = Threshold(300.0, "ug", (claim("dose-start-200-300"),))
DOSE_PLAUSIBLE_LOW: Final = Threshold(20.0, "ug", (_OURS,))
"""A tenth of the document's lowest dose: below it a slip of the unit is likelier."""
DOSE_PLAUSIBLE_HIGH: Final = Threshold(
    2000.0, "ug", (reference("vittone-1997"), reference("geref-pk"))
)
"""The highest adult dose that the rule book cites."""
DOSE_STUDIED_LOW: Final = Threshold(1000.0, "ug", (reference("corpas-1992"),))
"""The lowest daily amount in the adult studies."""
DOSE_STUDIED_HIGH: Final = Threshold(2000.0, "ug", (reference("vittone-1997"),))
COMBINED_DOSE_LOW: Final = Threshold(200.0, "ug", (claim("combo-dose-200-300"),))
COMBINED_DOSE_HIGH: Final = Threshold(300.0, "ug", (claim("combo-dose-200-300"),))
PRICED_DOSE_LOW: Final = Threshold(200.0, "ug", (claim("cost-monthly"),))
PRICED_DOSE_HIGH: Final = Threshold(300.0, "ug", (claim("cost-monthly"),))
SUBCUTANEOUS: Final = "subcutaneous"
"""Claims timing-30-60, igf1-rise-20-35."""

# Timing, fasting, frequency
EARLIEST_BEFORE_SLEEP: Final = Threshold(60, "min", (claim("timing-30-60"),))
LATEST_BEFORE_SLEEP: Final = Threshold(30, "min", (claim("timing-30-60"),))
DAYTIME_BEFORE_SLEEP: Final = Threshold(240, "min", (_OURS,))
"""More than 4 h before sleep is daytime [assumption]."""
ASSUMED_SLEEP: Final = Threshold(480, "min", (_OURS,))
"""Sleep lasts 8 h where the wake time is unknown [assumption]."""
LONGEST_PLAUSIBLE_FAST: Final = Threshold(960, "min", (_OURS,))
"""A fast of more than 16 h read off the clock is a mistake, not a fast."""
FAST_BEFORE: Final = Threshold(2.0, "h", (claim("fast-2h-before"),))
FAST_AFTER: Final = Threshold(30, "min", (claim("fast-30min-after"),))
FAST_ON_GLP1: Final = Threshold(4.0, "h", (_OURS,))
"""Until then a stomach slowed by a GLP-1 may not be empty; no trial gives an end."""
NIGHTS: Final = Threshold(7, "/wk", (claim("nightly-no-skip"),))
NIGHTS_POOR: Final = Threshold(5, "/wk", (_OURS,))
"""From 5 nights short of nightly, below 5 poor [assumption]."""
WEEKEND_LOSS: Final = Threshold(30, "%", (claim("skip-weekend-30"),))
"""Less exposure if the weekend is left out."""

# Food and training
PROTEIN_NONE: Final = Threshold(1.2, "g/kg/d", (claim("protein-below-1-2"),))
"""Below it the document sees no benefit."""
PROTEIN_ENOUGH: Final = Threshold(1.6, "g/kg/d", (claim("protein-range"), claim("protein-min-1-6")))
PROTEIN_HIGH: Final = Threshold(2.2, "g/kg/d", (claim("protein-range"),))
PROTEIN_ON_GLP1: Final = Threshold(1.6, "g/kg/d", (claim("combo-90-10"),))
"""The 90:10 figure asks for more than this."""
MEALS_FEWEST: Final = Threshold(4, "/d", (claim("meals-4-5-leucine"),))
MEALS_MOST: Final = Threshold(5, "/d", (claim("meals-4-5-leucine"),))
LEUCINE_LEAST: Final = Threshold(2.5, "g", (claim("meals-4-5-leucine"),))
LEUCINE_MOST: Final = Threshold(3.0, "g", (claim("meals-4-5-leucine"),))
SESSIONS_OF_TRIAL: Final = Threshold(3, "/wk", (claim("jama-2014-design"),))
SESSIONS_LEAST: Final = Threshold(2, "/wk", (reference("sardeli-2018"),))
"""Below this there is little of the training that trials credit."""

# Monitoring and response
RESPONSE_WEEK: Final = Threshold(6, "wk", (claim("titrate-igf1-6-8wk"), claim("response-20-30")))
"""First week at which an IGF-1 is judged."""
RECHECK_LAST_WEEK: Final = Threshold(8, "wk", (claim("titrate-igf1-6-8wk"),))
"""Past it the recheck is overdue."""
DEXA_WEEK: Final = Threshold(16.0, "wk", (claim("commit-16wk-dexa"), claim("dexa-baseline-16")))
ONSET_FIRST_WEEK: Final = Threshold(2, "wk", (claim("igf1-onset-2-4"),))
ONSET_LAST_WEEK: Final = Threshold(4, "wk", (claim("igf1-onset-2-4"),))
PEAK_FIRST_WEEK: Final = Threshold(8, "wk", (claim("igf1-kinetics-peak"),))
PEAK_LAST_WEEK: Final = Threshold(12, "wk", (claim("igf1-kinetics-peak"),))
COMPOSITION_WEEK: Final = Threshold(16, "wk", (claim("commit-16wk-dexa"),))
"""Earliest week at which body composition is judged."""
DXA_NOISE_LOW: Final = Threshold(1.0, "kg", (reference("dxa-water"),))
DXA_NOISE: Final = Threshold(1.5, "kg", (reference("dxa-water"),))
"""Upper end of the least change that DXA can tell in one person."""
DOCUMENT_SAVING: Final = Threshold(0.6, "kg", (claim("jama-2014-sermorelin-kg"),))
"""The lean mass that the document's trial saved."""
RISE_TOO_LITTLE: Final = Threshold(15.0, "%", (claim("nonresponse-15-20"),))
"""Below this the rise is too small by either passage."""
RISE_EXPECTED_LOW: Final = Threshold(
    20.0, "%", (claim("igf1-rise-20-35"), claim("response-20-30"), claim("nonresponse-15-20"))
)
RISE_EXPECTED_HIGH: Final = Threshold(35.0, "%", (claim("igf1-rise-20-35"),))
RISE_STRICT: Final = Threshold(30.0, "%", (claim("response-20-30"),))
"""The least rise by the strictest reading."""
NO_RISE: Final = Threshold(0, "%", (claim("retest-6-8-stop-300"),))
LEAN_SHARE_UNDER_TREATMENT: Final = Threshold(20.0, "%", (_OURS,))
"""Just above the worst end of the document's band with sermorelin [assumption]."""
LEAN_SHARE_ON_GLP1: Final = Threshold(25.0, "%", (claim("glp1-over-25"),))
MEASURABLE_WEIGHT_LOSS: Final = Threshold(5.0, "kg", (_OURS,))
MEASURABLE_LEAN_LOSS: Final = Threshold(1.5, "kg", (_OURS,))
"""Below these the share of lean in an observed loss is noise (rule catalogue)."""
FIRST_SCAN_WITHIN: Final = Threshold(4, "wk", (_OURS,))
"""A first scan up to this long after the start still shows the start (rule catalogue)."""
FADED_FIRST_WEEK: Final = Threshold(2, "wk", (claim("stop-igf1-baseline"),))
FADED_LAST_WEEK: Final = Threshold(4, "wk", (claim("stop-igf1-baseline"),))
"""Weeks after the last dose until IGF-1 is back at baseline."""
WEIGHT_FALL_NOTABLE: Final = Threshold(5.0, "%", (reference("redman-2010"),))
WEIGHT_CHANGE_NOTABLE: Final = Threshold(
    -WEIGHT_FALL_NOTABLE.value, "%", (reference("redman-2010"),)
)
"""From here weight loss on its own can move IGF-1."""

# Laboratory limits
BASELINE_IGF1_HIGH: Final = Threshold(220.0, "ng/mL", (claim("high-baseline-220-250"),))
BASELINE_IGF1_VERY_HIGH: Final = Threshold(250.0, "ng/mL", (claim("high-baseline-220-250"),))
ZONE_YOUNGEST: Final = Threshold(40, "a", (claim("high-baseline-220-250"),))
ZONE_OLDEST: Final = Threshold(60, "a", (claim("high-baseline-220-250"),))
"""The ages that the document's zone of high baselines covers."""
GOOD_RESPONSE_LOW: Final = Threshold(230.0, "ng/mL", (claim("response-example-180"),))
GOOD_RESPONSE_HIGH: Final = Threshold(250.0, "ng/mL", (claim("response-example-180"),))
"""Where the document's example of a good response ends."""
IGF1_STOP: Final = Threshold(300.0, "ng/mL", (claim("retest-6-8-stop-300"),))
"""The document stops or reduces above this."""
IGF1_SUPRAPHYSIOLOGIC: Final = Threshold(350.0, "ng/mL", (claim("supraphysiologic-300-350"),))
Z_USUAL: Final = Threshold(2.0, "1", (reference("igf1-bidlingmaier"),))
"""Upper end of a 95 % reference range, in standard deviations."""
Z_TOLERATED: Final = Threshold(3.0, "1", (reference("egrifta-label"),))
"""Standard deviations above which the class label acts."""
UPPER_QUARTER_IGF1: Final = Threshold(150.0, "ng/mL", (reference("igf1-bidlingmaier"),))
"""Where the upper quarter begins at 40-60 years."""
UPPER_QUARTER_IGF1_END: Final = Threshold(180.0, "ng/mL", (reference("igf1-bidlingmaier"),))
GLUCOSE_RISE: Final = Threshold(10.0, "mg/dL", (_OURS,))
"""Rise of fasting glucose that is more than noise; the document has no cut-off."""
PREDIABETES_GLUCOSE: Final = Threshold(100.0, "mg/dL", (reference("ada-glucose"),))
PREDIABETES_HBA1C: Final = Threshold(5.7, "%", (reference("ada-glucose"),))
DIABETES_GLUCOSE: Final = Threshold(126.0, "mg/dL", (reference("ada-glucose"),))
DIABETES_HBA1C: Final = Threshold(6.5, "%", (reference("ada-glucose"),))
UNCONTROLLED_GLUCOSE: Final = Threshold(180.0, "mg/dL", (reference("ada-glucose"),))
UNCONTROLLED_HBA1C: Final = Threshold(8.0, "%", (reference("ada-glucose"),))
"""Where known diabetes counts as uncontrolled."""
UNCONTROLLED_MEAN_GLUCOSE: Final = Threshold(183.0, "mg/dL", (reference("ada-glucose"),))
"""The average glucose of such an HbA1c."""

# The person and the energy deficit
ADULT_AGE: Final = Threshold(18, "a", (reference("geref-history"),))
"""Adulthood; the only treatment ever approved was of children."""
OLDER_AGE: Final = Threshold(65, "a", (reference("beers-gh"),))
"""The age from which the Beers criteria speak."""
BMI_UNDERWEIGHT: Final = Threshold(18.5, "kg/m2", (_OURS,))
"""The WHO's cut-off for underweight."""
BMI_OBESE: Final = Threshold(30.0, "kg/m2", (reference("obesity-gh"),))
"""Body-mass index at which the response to GHRH is blunted."""
BMI_PLAUSIBLE_LOW: Final = Threshold(13.0, "kg/m2", (_OURS,))
BMI_PLAUSIBLE_HIGH: Final = Threshold(60.0, "kg/m2", (_OURS,))
"""Body-mass indices past which a unit mistake is likelier."""
TRIAL_DEFICIT_PCT: Final = Threshold(20.0, "%", (claim("ajp-92-73"),))
TRIAL_DEFICIT_KCAL: Final = Threshold(500.0, "kcal/d", (claim("jama-2014-design"),))
DEFICIT_PCT_DEEP: Final = Threshold(25.0, "%", (claim("jama-2014-design"), claim("ajp-92-73")))
DEFICIT_KCAL_DEEP: Final = Threshold(
    750.0, "kcal/d", (claim("jama-2014-design"), claim("ajp-92-73"))
)
"""Our tolerance around the trials' 20 % and 500 kcal."""

# Expectations and cost
RESULT_WEEK: Final = Threshold(12.0, "wk", (claim("bodycomp-12-16wk"),))
RESULT_LAST_WEEK: Final = Threshold(16, "wk", (claim("bodycomp-12-16wk"),))
"""The document's 12-16 weeks until the shift shows."""
COMMITMENT_WEEKS: Final = Threshold(16.0, "wk", (claim("commit-16wk-dexa"),))
PRICE_LOW: Final = Threshold(250.0, "[USD]", (claim("cost-monthly"),))
PRICE_HIGH: Final = Threshold(450.0, "[USD]", (claim("cost-monthly"),))
"""Compounded supply for a month."""
DRAW_PRICE_LOW: Final = Threshold(80.0, "[USD]", (claim("cost-igf1-draw"),))
DRAW_PRICE_HIGH: Final = Threshold(150.0, "[USD]", (claim("cost-igf1-draw"),))
"""One IGF-1 test."""
WEEKS_PER_MONTH: Final = Threshold(4.345, "wk", (_OURS,))
"""Weeks in a month, on average [assumption]."""

# GLP-1 drugs
SEMAGLUTIDE_LOW: Final = Threshold(1.0, "mg/wk", (claim("table-glp1-doses"),))
SEMAGLUTIDE_HIGH: Final = Threshold(2.4, "mg/wk", (claim("table-glp1-doses"),))
TIRZEPATIDE_LOW: Final = Threshold(2.5, "mg/wk", (claim("table-glp1-doses"),))
TIRZEPATIDE_HIGH: Final = Threshold(15.0, "mg/wk", (claim("table-glp1-doses"),))
SEMAGLUTIDE_STEPS: Final = tuple(
    Threshold(dose, "mg/wk", (reference("wegovy-dose"),)) for dose in (0.25, 0.5, 1, 1.7, 2, 2.4)
)
TIRZEPATIDE_STEPS: Final = tuple(
    Threshold(dose, "mg/wk", (reference("zepbound-dose"),)) for dose in (2.5, 5, 7.5, 10, 12.5, 15)
)
"""Dose steps of the labels."""
TRIAL_LOSS_LOW: Final = Threshold(0.10, "1", (reference("semalean"), reference("glp1-6mo")))
TRIAL_LOSS_HIGH: Final = Threshold(0.15, "1", (reference("semalean"), reference("glp1-6mo")))
"""Share of body weight lost on a GLP-1 by month 6 in trials."""
