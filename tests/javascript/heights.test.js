import assert from "node:assert/strict";
import { test } from "node:test";
import { withHeights } from "../../assets/surface/heights.js";

test("heights are the sums of the differences along each row, and blank places stay blank", () => {
  const dz = [
    [5, 1, -2],
    [null, 7, null],
    [3, null, 4],
  ];
  const { trace, note } = withHeights({ note: "n", trace: { dz, size: 2 } });
  assert.deepEqual(trace, {
    size: 2,
    z: [
      [5, 6, 4],
      [null, 7, null],
      [3, null, 7],
    ],
  });
  assert.equal(note, "n");
});
