"""The fat-free share of the same loss by a published model, beside the document's band."""

from typing import Final

from app.domain.decimals import MILLIGRAM_KG
from app.domain.energy_balance.hall_forbes import fat_free_mass_change_kg
from app.domain.facts.facts import Facts
from app.domain.formula import Formula
from app.domain.projection.answer import CrossCheck
from app.domain.projection.body_fat import FatMass, fat_mass_kg
from app.domain.projection.energy_path import ModelShare
from app.domain.projection.weight_path import WeightPath

FAT_FREE_SHARE: Final = Formula(
    symbols="fat-free mass lost by that model / W",
    numbers="{lean} / {lost}",
    function=lambda *, lean, lost: lean / lost,
    basis="outside",
)


def cross_check(facts: Facts, path: WeightPath) -> CrossCheck | None:
    """Hall 2011 where the dynamic model ran, else the closed form of Hall 2007, else None.

    The closed form needs a fat mass, measured or estimated, that this body can hold.
    Sources: Hall 2011, Lancet 378:826; Hall 2007, Br J Nutr 97:1059.
    """
    if path.model is not None:
        return _by_model(path.model, path.central_kg)
    fat, weight_kg = fat_mass_kg(facts), facts.patient.weight_kg
    if fat is None or fat.kg <= 0 or path.central_kg < MILLIGRAM_KG:
        return None
    if weight_kg is not None and fat.kg >= weight_kg:  # measured on another body
        return None
    return _closed_form(fat, path.central_kg)


def _by_model(model: ModelShare, loss_kg: float) -> CrossCheck:
    return CrossCheck(
        "hall-2011",
        FAT_FREE_SHARE.function(lean=model.ffm_loss_kg, lost=loss_kg),
        model.ffm_loss_kg,
        model.lean_tissue_loss_kg,
        model.fluid_and_glycogen_loss_kg,
        model.fat_loss_kg,
        "Dynamic model of the same deficit; fat-free mass counts lean tissue, fluid and glycogen.",
    )


def _closed_form(fat: FatMass, loss_kg: float) -> CrossCheck:
    lean_loss = -fat_free_mass_change_kg(fat.kg, -loss_kg)
    return CrossCheck(
        "hall-2007",
        FAT_FREE_SHARE.function(lean=lean_loss, lost=loss_kg),
        lean_loss,
        lean_loss,
        None,
        loss_kg - lean_loss,
        f"Closed form from {fat.basis}; it does not count the first weeks' fluid and glycogen.",
    )
