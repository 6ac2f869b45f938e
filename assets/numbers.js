/* Numbers as text: rounded for reading, or with every digit that means something. */
(lockstep => {
  const raised = {"-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹"};

  const text = (value, digits) => {
    if (Number.isNaN(value)) return "–";
    if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
    const [mantissa, exponent] = String(Number(value.toPrecision(digits))).split("e");
    const shown = mantissa.replace("-", "−");
    if (!exponent) return shown;
    return `${shown}·10${[...exponent.replace("+", "")].map(sign => raised[sign]).join("")}`;
  };

  lockstep.numbers = {
    short: value => text(value, 4),
    // Twelve digits: the rest is rounding noise of the binary sum.
    exact: value => text(value, 12),
  };
})((window.dash_clientside ??= {}).lockstep ??= {});
