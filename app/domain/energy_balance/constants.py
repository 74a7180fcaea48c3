"""Constants of the model, each with its unit and its source.

Hall KD et al., Lancet 2011;378:826-837, doi 10.1016/S0140-6736(11)60812-X, gives them in joules
in its web appendix ("Hall 2011" below); one thermochemical kilocalorie is 4.184 kJ exactly.
"""

from typing import Final

KJ_PER_KCAL: Final = 4.184
"""Kilojoules in a kilocalorie, exact."""

FAT_ENERGY_KCAL_PER_KG: Final = 39_500 / KJ_PER_KCAL
"""rho_F, 39.5 MJ/kg of fat mass. Hall 2008, doi 10.1038/sj.ijo.0803720."""
LEAN_ENERGY_KCAL_PER_KG: Final = 7_600 / KJ_PER_KCAL
"""rho_L, 7.6 MJ/kg of lean tissue: protein and the water of its cells. Hall 2008, as above."""
GLYCOGEN_ENERGY_KCAL_PER_KG: Final = 17_600 / KJ_PER_KCAL
"""rho_G, 17.6 MJ/kg of dry glycogen. Hall 2011."""

FAT_EXPENDITURE_KCAL_PER_KG_PER_DAY: Final = 13 / KJ_PER_KCAL
"""gamma_F, 13 kJ/kg/d. Nelson 1992, Am J Clin Nutr 56:848."""
LEAN_EXPENDITURE_KCAL_PER_KG_PER_DAY: Final = 92 / KJ_PER_KCAL
"""gamma_L, 92 kJ/kg/d. Nelson 1992, as above."""
FAT_TURNOVER_KCAL_PER_KG: Final = 750 / KJ_PER_KCAL
"""eta_F, 750 kJ spent per kg of fat laid down. Hall 2010, doi 10.1017/S0007114510000206."""
LEAN_TURNOVER_KCAL_PER_KG: Final = 960 / KJ_PER_KCAL
"""eta_L, 960 kJ spent per kg of lean tissue laid down. Hall 2010, as above."""

THERMIC_EFFECT_OF_FOOD: Final = 0.10
"""beta_TEF, kcal spent per kcal eaten. Blaxter 1989, Energy Metabolism in Animals and Man."""
ADAPTIVE_THERMOGENESIS: Final = 0.14
"""beta_AT, kcal/d of adaptation per kcal/d of change. Hall and Jordan 2008, AJCN 88:1495."""
ADAPTATION_DAYS: Final = 14.0
"""tau_AT, time constant of the adaptation. Hall 2010, doi 10.1152/ajpendo.00559.2009."""

SODIUM_MG_PER_KG_FLUID: Final = 3220.0
"""[Na], sodium held by a kilogram of extracellular fluid, 3.22 mg/mL. Hall 2011."""
SODIUM_EXCRETION_MG_PER_KG_PER_DAY: Final = 3000.0
"""xi_Na, sodium passed per day for each kilogram of fluid above baseline. Hall 2011."""
CARBOHYDRATE_SODIUM_MG_PER_DAY: Final = 4000.0
"""xi_CI, sodium passed per day when carbohydrate falls from its baseline to none. Hall 2011."""
FLUID_DAYS: Final = SODIUM_MG_PER_KG_FLUID / SODIUM_EXCRETION_MG_PER_KG_PER_DAY
"""Time constant of the extracellular fluid, 1.073 d."""
BASELINE_SODIUM_MG_PER_DAY: Final = 4000.0
"""Sodium intake that the goal solver scales with energy intake. NIDDK body weight simulator."""

BASELINE_GLYCOGEN_KG: Final = 0.5
"""G0, dry glycogen of an adult in balance. Hall 2011."""
WEIGHT_PER_GLYCOGEN: Final = 3.7
"""Body weight per kg of dry glycogen: itself and 2.7 kg of water. McBride 1941."""
FORBES_KG: Final = 10.4
"""dF/dL = F / 10.4 kg. Forbes 1987, doi 10.1111/j.1753-4887.1987.tb02684.x; Hall 2007."""

DEFAULT_CARB_FRACTION: Final = 0.5
"""Share of energy eaten as carbohydrate where nobody said otherwise. Hall 2011."""

MIFFLIN_KCAL_PER_KG: Final = 9.99
MIFFLIN_KCAL_PER_CM: Final = 6.25
MIFFLIN_KCAL_PER_YEAR: Final = 4.92
MIFFLIN_MALE_KCAL: Final = 5.0
MIFFLIN_FEMALE_KCAL: Final = -161.0
"""Resting metabolic rate by weight, height, age and sex, kcal/d: the unrounded coefficients.

Mifflin et al. 1990, Am J Clin Nutr 51:241, doi 10.1093/ajcn/51.2.241.
"""
JACKSON_PCT_PER_YEAR: Final = 0.14
JACKSON_MALE_PCT_PER_LOG_BMI: Final = 37.31
JACKSON_MALE_PCT: Final = -103.94
JACKSON_FEMALE_PCT_PER_LOG_BMI: Final = 39.96
JACKSON_FEMALE_PCT: Final = -102.01
"""Body fat in % of weight by age, sex and body-mass index.

Jackson et al. 2002, Int J Obes 26:789.
"""
GREATEST_FAT_PCT: Final = 60.0
"""Where the Jackson estimate is cut; the regression runs past any body. NIDDK simulator."""
