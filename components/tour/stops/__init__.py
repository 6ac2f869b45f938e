"""The stops of Lockstep's own tour, in their order."""

from __future__ import annotations

from components.tour.stop import Stop
from components.tour.stops.adagrad import ADAGRAD
from components.tour.stops.better import BETTER
from components.tour.stops.divide import DIVIDE, GAIN, SIGN
from components.tour.stops.explode import EXPLODE
from components.tour.stops.family import FAMILY
from components.tour.stops.first_step import ANSWER, QUESTION, TWO_STEPS
from components.tour.stops.no_memory import COMPASS
from components.tour.stops.no_memory import QUESTION as NO_MEMORY
from components.tour.stops.plateau import PLATEAU
from components.tour.stops.price import PRICE
from components.tour.stops.rates import AMPLIFICATION, RATES
from components.tour.stops.ravine import RAVINE
from components.tour.stops.ten_times import SWING, TEN_TIMES
from components.tour.stops.two_slopes import TWO_SLOPES
from components.tour.stops.yours import YOURS

STOPS: tuple[Stop, ...] = (
    RAVINE,
    TWO_SLOPES,
    DIVIDE,
    GAIN,
    SIGN,
    QUESTION,
    ANSWER,
    TWO_STEPS,
    NO_MEMORY,
    COMPASS,
    EXPLODE,
    RATES,
    AMPLIFICATION,
    PLATEAU,
    ADAGRAD,
    FAMILY,
    TEN_TIMES,
    SWING,
    PRICE,
    BETTER,
    YOURS,
)
