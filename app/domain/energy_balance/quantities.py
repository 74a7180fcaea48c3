"""What the equations work on: numbers for one person, arrays for many."""

from typing import Generic, NamedTuple, Protocol, Self, TypeVar


class Quantity(Protocol):
    """A number, or an array with one number a person."""

    def __add__(self, other: Self | float, /) -> Self: ...
    def __radd__(self, other: float, /) -> Self: ...
    def __sub__(self, other: Self | float, /) -> Self: ...
    def __rsub__(self, other: float, /) -> Self: ...
    def __mul__(self, other: Self | float, /) -> Self: ...
    def __rmul__(self, other: float, /) -> Self: ...
    def __truediv__(self, other: Self | float, /) -> Self: ...
    def __neg__(self) -> Self: ...


Q = TypeVar("Q", bound=Quantity)
Q_co = TypeVar("Q_co", bound=Quantity, covariant=True)

Body = tuple[Q, Q, Q, Q, Q]
"""Fat mass, change of lean tissue, change of extracellular fluid, glycogen (kg); AT (kcal/d).

A plain tuple, because a path makes one a step: a named one would double the cost of the step.
"""


class Functions(Protocol[Q]):
    """What `math` has for a number and NumPy for an array."""

    def exp(self, value: Q, /) -> Q: ...
    def expm1(self, value: Q, /) -> Q: ...
    def log(self, value: Q, /) -> Q: ...
    def sqrt(self, value: Q, /) -> Q: ...


class BaselineParameters(Protocol[Q_co]):
    """What the equations read of a baseline; the units are in the names."""

    @property
    def weight_kg(self) -> Q_co: ...
    @property
    def fat_mass_kg(self) -> Q_co: ...
    @property
    def energy_intake_kcal_per_day(self) -> Q_co: ...
    @property
    def carbohydrate_intake_kcal_per_day(self) -> Q_co: ...
    @property
    def activity_kcal_per_kg_per_day(self) -> Q_co: ...
    @property
    def expenditure_shift_kcal_per_day(self) -> Q_co: ...
    @property
    def glycogen_rate_kcal_per_day_per_kg2(self) -> Q_co: ...


class Inputs(NamedTuple, Generic[Q]):
    """What acts on the body while nothing changes; the first two are relative to baseline.

    The intake that results must not be negative: `guards` sees to it.
    """

    intake_change_kcal_per_day: Q
    sodium_change_mg_per_day: Q
    carb_fraction: Q
    activity_factor: Q
