"""Known words: mathematics and programming outside the language, and what to type instead.

Such a word is named for what it is and never taken for a typing error.
"""

from __future__ import annotations

import re

RECIPES: dict[str, str] = {
    "erfc": "1-erf({0})",
    "exp2": "2^({0})",
    "exp10": "10^({0})",
    "pow2": "({0})^2",
    "sq": "({0})^2",
    "sqrd": "({0})^2",
    "squared": "({0})^2",
    "cube": "({0})^3",
    "cubed": "({0})^3",
    "reciprocal": "1/({0})",
    "rsqrt": "1/sqrt({0})",
    "negative": "-({0})",
    "neg": "-({0})",
    "silu": "({0})*sigmoid({0})",
    "swish": "({0})*sigmoid({0})",
    "mish": "({0})*tanh(softplus({0}))",
    "softsign": "({0})/(1+abs({0}))",
    "tanhshrink": "({0})-tanh({0})",
    "logsigmoid": "-softplus(-({0}))",
    "logistic": "sigmoid({0})",
    "logit": "log(({0})/(1-({0})))",
    "relu6": "min(max({0},0),6)",
    "hardtanh": "min(max({0},-1),1)",
    "hardsigmoid": "min(max(({0})/6+1/2,0),1)",
    "leakyrelu": "max({0},0.01*({0}))",
    "leaky_relu": "max({0},0.01*({0}))",
    "selu": "1.0507009873554805*(max({0},0)+1.6732632423543772*expm1(min({0},0)))",
    "celu": "elu({0})",
    "heaviside": "(1+sign({0}))/2",
    "step": "(1+sign({0}))/2",
    "radians": "({0})*pi/180",
    "deg2rad": "({0})*pi/180",
    "degrees": "({0})*180/pi",
    "rad2deg": "({0})*180/pi",
    "sind": "sin(({0})*pi/180)",
    "cosd": "cos(({0})*pi/180)",
    "tand": "tan(({0})*pi/180)",
    "sinpi": "sin(pi*({0}))",
    "cospi": "cos(pi*({0}))",
    "loge": "log({0})",
    "lb": "log2({0})",
    "ld": "log2({0})",
    "sen": "sin({0})",
    "sine": "sin({0})",
    "cosine": "cos({0})",
    "tang": "tan({0})",
    "tangent": "tan({0})",
    "cotan": "cot({0})",
    "cotg": "cot({0})",
    "cosech": "csch({0})",
    "sh": "sinh({0})",
    "ch": "cosh({0})",
    "th": "tanh({0})",
    "arctg": "atan({0})",
    "asec": "acos(1/({0}))",
    "arcsec": "acos(1/({0}))",
    "acsc": "asin(1/({0}))",
    "arccsc": "asin(1/({0}))",
    "asech": "acosh(1/({0}))",
    "acsch": "asinh(1/({0}))",
    "acoth": "atanh(1/({0}))",
    "arcsech": "acosh(1/({0}))",
    "arccsch": "asinh(1/({0}))",
    "arccoth": "atanh(1/({0}))",
    "versin": "1-cos({0})",
    "signum": "sign({0})",
    "exponential": "exp({0})",
    "squareroot": "sqrt({0})",
    "sqroot": "sqrt({0})",
    "root": "sqrt({0})",
    "cuberoot": "cbrt({0})",
    "absval": "abs({0})",
    "clip": "min(max({0},{1}),{2})",
    "clamp": "min(max({0},{1}),{2})",
    "logsumexp": "logaddexp({0},{1})",
    "multiply": "({0})*({1})",
    "add": "({0})+({1})",
    "subtract": "({0})-({1})",
    "divide": "({0})/({1})",
    "fmax": "max({0},{1})",
    "fmin": "min({0},{1})",
}
"""What a call stands for, ``{0}`` being its first argument."""

_UNKNOWN = (
    "gamma lgamma gammaln loggamma digamma beta zeta factorial fact binomial binom choose ncr npr "
    "bessel besselj airy erfi erfinv erfcinv erfcx lambertw polylog expint ei li si ci "
    "dot cross sum prod product mean avg average std var variance median mode integral integrate "
    "int diff derivative derive limit lim det trace transpose matrix array vector tensor solve "
    "grad gradient nabla laplacian random rand randn noise normal uniform softmax softmin logn "
    "acot arccot arcctg actg sinc sqr cis fma nthroot surd minimize minimise argmin argmax iff "
    "re im arg conj complex imag real gcd lcm cov corr len range abs2 sinint expm logm sqrtm "
    "haversin gd elliptic theta3 sigma psi chi dirac delta kronecker glu prelu rrelu maxout"
)
_STEPS = "floor ceil ceiling round trunc fix rint frac modf mod fmod modulo rem remainder div idiv"
_CODE = (
    "lambda def return import from print eval exec for in while let var const function class open "
    "getattr and or not xor nor is as with try none null true false undefined this new typeof"
)
_CHOICES = "if else then elseif elif case cases switch select ifelse piecewise when otherwise"
_ENDLESS = "inf infinity infty oo nan"
_NUMBERS = (
    "alpha beta gamma delta epsilon eps zeta eta iota kappa lambda mu nu xi rho sigma tau phi chi "
    "psi omega golden varphi varepsilon"
)

SENTENCES: dict[str, str] = {
    **dict.fromkeys(_UNKNOWN.split(), "is not known here"),
    **dict.fromkeys(_STEPS.split(), "has no slope to descend along and is not known here"),
    **dict.fromkeys(_CODE.split(), "is no part of a formula"),
    **dict.fromkeys(
        _CHOICES.split(),
        "is not known here: write a choice with max, min, abs, sign or relu",
    ),
    **dict.fromkeys(_ENDLESS.split(), "is not a number that can be used"),
    "norm": "is not known here: write sqrt(w1^2+w2^2) or hypot(w1,w2)",
    "sqr": "can be a square or a square root: write square or sqrt",
    "sinc": "has two definitions: write sin(w1)/w1 or sin(pi*w1)/(pi*w1)",
    "lg": "can be log10 or log2: write the one that is meant",
    "where": "is not known here: write a choice with max, min, abs, sign or relu",
    "nthroot": "is not known here: write (w1)^(1/n) with a number for n",
    "surd": "is not known here: write (w1)^(1/n) with a number for n",
    "acot": "has two definitions: write atan(1/w1) or pi/2-atan(w1)",
    "arccot": "has two definitions: write atan(1/w1) or pi/2-atan(w1)",
    "w": "alone is no number: write w1 or w2",
    "theta": "alone is no number: write w1 or w2",
    "θ": "alone is no number: write w1 or w2",
    "y_3": "is not known here: E has two weights, w1 and w2",
}
"""What is said of a word, after its name and place."""

_LETTER = re.compile("[A-Za-z\u0391-\u03a1\u03a3-\u03a9α-ω](?:_?[0-9a-z])?")
_LOG_BASE = re.compile("log_?([0-9]+)")


def sentence_of(word: str, called: bool) -> str | None:
    """Return what is said of a known word, or None.

    Parameters
    ----------
    word : str
        In lower case.
    called : bool
        Whether a bracket follows it.
    """
    if not called and word in _NUMBERS.split():
        return f"is not known here: use a number for {word}"
    if word in SENTENCES:
        return SENTENCES[word]
    if _LETTER.fullmatch(word) and word not in RECIPES:
        return f"is not known here: use a number for {word}, or w1 or w2"
    return None


def recipe_of(word: str) -> str | None:
    """Return what a call of a known word stands for, or None."""
    base = _LOG_BASE.fullmatch(word)
    if base and int(base[1][:3]) > 1:
        return f"log({{0}})/log({base[1]})"
    return RECIPES.get(word)
