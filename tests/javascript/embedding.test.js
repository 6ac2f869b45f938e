/* Messages of an embedding page: which are read, and of which origins. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isEmbedder, readMessage } from "../../assets/page/embedding.js";

test("the verbs are read with what belongs to them, and nothing else is passed on", () => {
  assert.deepEqual(readMessage({ lockstep: "get", query: 1 }), { verb: "get" });
  assert.deepEqual(readMessage({ lockstep: "set", query: "" }), { verb: "set", query: "" });
  assert.deepEqual(readMessage({ lockstep: "set", query: "?steps=3", t: 2 }), {
    verb: "set",
    query: "?steps=3",
  });
  assert.deepEqual(readMessage({ lockstep: "play" }), { verb: "play", t: undefined });
  assert.deepEqual(readMessage({ lockstep: "play", t: 0 }), { verb: "play", t: 0 });
  assert.deepEqual(readMessage({ lockstep: "seek", t: 100 }), { verb: "seek", t: 100 });
});

const malformed = [
  undefined,
  null,
  "get",
  7,
  [],
  {},
  { lockstep: "reset" },
  { lockstep: "toString" },
  { lockstep: ["get"] },
  { lockstep: "set" },
  { lockstep: "set", query: 3 },
  { lockstep: "set", query: null },
  { lockstep: "set", query: ["run=adam"] },
  { lockstep: "set", query: "x".repeat(8001) },
  { lockstep: "seek" },
  { lockstep: "seek", t: "3" },
  { lockstep: "seek", t: -1 },
  { lockstep: "seek", t: 1.5 },
  { lockstep: "seek", t: Number.NaN },
  { lockstep: "seek", t: Infinity },
  { lockstep: "play", t: null },
  { lockstep: "play", t: {} },
];

test("what cannot be read is none", () => {
  for (const data of malformed) assert.equal(readMessage(data), null, JSON.stringify(data));
});

const own = "https://lockstep.example.org";
const allowed = [
  ["'self'", own],
  ["*", "http://anywhere.example:81"],
  ["https:", "https://anywhere.example:444"],
  ["http:", "https://anywhere.example"],
  ["https://blog.example", "https://blog.example"],
  ["https://blog.example:443", "https://blog.example"],
  ["HTTPS://Blog.Example", "https://blog.example"],
  ["http://blog.example", "https://blog.example"],
  ["https://blog.example:8443", "https://blog.example:8443"],
  ["https://blog.example:*", "https://blog.example:8443"],
  ["https://*.example", "https://blog.example"],
  ["https://*.example", "https://a.blog.example"],
  ["blog.example", "https://blog.example"],
  ["'self' https://other.example https://blog.example", "https://blog.example"],
];
const refused = [
  ["", own],
  ["'none'", own],
  ["'self'", "https://lockstep.example.org:8443"],
  ["'self'", "http://lockstep.example.org"],
  ["'self'", "https://blog.example"],
  ["*", "null"],
  ["*", ""],
  ["*", "file://"],
  ["https:", "http://blog.example"],
  ["https://blog.example", "http://blog.example"],
  ["https://blog.example", "https://blog.example:8443"],
  ["https://blog.example", "https://blog.example.evil"],
  ["https://blog.example", "https://evilblog.example"],
  ["https://blog.example:8443", "https://blog.example"],
  ["https://*.example", "https://example"],
  ["https://*.blog.example", "https://blog.example"],
  ["https://*.blog.example", "https://evilblog.example"],
  ["blog.example", "http://blog.example"],
];

test("an origin is one of the policy's sources or it is refused", () => {
  for (const [sources, origin] of allowed)
    assert.ok(isEmbedder(origin, sources, own), `${sources} ${origin}`);
  for (const [sources, origin] of refused)
    assert.ok(!isEmbedder(origin, sources, own), `${sources} ${origin}`);
});

test("a page that is served without TLS may be embedded by either", () => {
  for (const origin of ["http://blog.example:8000", "https://blog.example:8000"])
    assert.ok(isEmbedder(origin, "blog.example:8000", "http://127.0.0.1:8050"));
});
