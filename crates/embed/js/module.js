// The wasm from the text that stands in a widget's script. Not part of the plain JavaScript build.

// The code comes as numbers, a character each, sorted by kind, since it compresses better so.
// crates/xtask/src/dist/streams.rs sorts them and says which kinds there are; this puts the module
// together again. The first character shows whether the text was read as UTF-8: if it was not, the
// plain JavaScript build, which is ASCII, takes over. The next ten are five pairs that have changed
// places, so that few characters need an escape.
//
// It runs once, while somebody waits, and mostly before the browser has compiled it: so lists of
// what was used last are typed arrays that are moved in place, frequent kinds come first, and
// most numbers, which are one byte, take the short way.
function decode(text) {
  var HEAD = 0, LONG = 1, RAW = 97, BEFORE = 98, BRANCH = 99, CALL = 102, INDIRECT = 103, OFFSET = 104, GLOBAL = 116,
    CONST = 117, GET = 213, SET = 214, TEE = 238, META = 262, OP = 263, BLOCK = 264, AFTER = 265, KINDS = 266,
    SIGN = 0xd7ff, WIDE = 0xd000, PAIRS = 11, PLAIN = 128, LOCALS = 1000;
  var to = new Uint8Array(text.length * 4), out = 0, at = new Uint32Array(KINDS), many = [], plain = new Uint8Array(PLAIN),
    fresh = new Uint16Array(LOCALS), locals = new Uint16Array(LOCALS), calls = new Uint16Array(1 << 16), known = 0,
    address = 0, op = 0, n, place, kind, code, start, functions, callee, depth, last, next;

  // The next number of a kind; a large one is two characters.
  function take(kind) {
    var value = text.charCodeAt(at[kind]++);
    return value < PLAIN ? plain[value] : value < WIDE ? value : (value - WIDE << 15) + take(kind);
  }

  // LEB128; a signed number ends where the rest is its sign alone.
  function write(value, signed) {
    var more = 1;
    while (more) {
      more = value != (signed ? value << 25 >> 25 : value & 127);
      to[out++] = more ? value & 127 | 128 : value & 127;
      value >>= 7;
    }
  }

  function copy(kind) {
    var value = take(kind);
    if (value < 128) to[out++] = value;
    else write(value);
    return value;
  }

  function move(kind, count) {
    while (count--) to[out++] = take(kind);
  }

  // A number as it stood in the module.
  function raw() {
    do move(RAW, 1);
    while (to[out - 1] > 127);
  }

  // What was used last stands at the end: few places are far from it.
  function recent(list, end, place) {
    var value = list[place = end - place];
    for (; place < end; ) list[place] = list[++place];
    list[end] = value;
    if (value < 128) to[out++] = value;
    else write(value);
  }

  // Writes how much came since `start` into the five bytes that were kept for it there.
  function size(start) {
    var value = out - start - 5, k = 0;
    for (; k < 5; k++, value >>= 7) to[start + k] = value & 127 | (k < 4 ? 128 : 0);
  }

  if (text.charCodeAt(0) != SIGN) throw "not UTF-8";
  for (n = 0; n < PLAIN; n++) plain[n] = n;
  for (n = 1; n < PAIRS; n++) plain[text.charCodeAt(n)] = text.charCodeAt((n - 1 ^ 1) + 1);
  // First how many there are of each kind: how many kinds to leave out, and how many numbers.
  at[HEAD] = PAIRS;
  for (kind = take(HEAD); kind < KINDS; kind += take(HEAD)) many[kind++] = take(HEAD);
  for (place = at[HEAD], kind = 1; kind < KINDS; kind++) {
    at[kind] = place;
    place += many[kind] || 0;
  }
  for (n = 0; n < LOCALS; n++) fresh[n] = LOCALS - 1 - n;
  move(BEFORE, take(META));
  for (callee = n = take(META); n--; ) calls[known++] = n;
  to[out++] = 10;
  code = out;
  out += 5;
  for (functions = copy(META), kind = callee; functions--; kind++) {
    start = out;
    out += 5;
    // One that nothing before has called.
    if (callee == kind) calls[known++] = callee++;
    for (n = copy(META); n--; ) {
      copy(META);
      move(META, 1);
    }
    locals.set(fresh);
    for (depth = 1; depth; ) {
      last = op >> 3;
      to[out++] = op = take(OP);
      if (op == 32) recent(locals, LOCALS - 1, take(GET));
      else if (op == 65) {
        next = text.charCodeAt(at[OP]);
        next = plain[next] >> 1;
        // Zero stands for one that is among the long ones, which are mostly addresses near to the
        // one before; zero there, for one as it was.
        if (n = take(CONST + next)) write(n - 65, 1);
        else if (n = take(LONG + next)) write(address += n >> 1 ^ -(n & 1), 1);
        else raw();
      } else if (op > 68) continue;
      else if (op == 33) recent(locals, LOCALS - 1, take(SET + last));
      else if (op == 34) recent(locals, LOCALS - 1, take(TEE + last));
      else if (op > 39 && op < 63) {
        // The alignment is a hint only: what is natural for the instruction.
        to[out++] = "23230011001122232301012".charCodeAt(op - 40) & 3;
        copy(OFFSET + (op >> 1) - 20);
      } else if (op == 16) {
        // Zero for the next function that was not called yet.
        n = take(CALL);
        if (!n) calls[known++] = callee++;
        recent(calls, known - 1, n && n - 1);
      } else if (op == 11) depth--;
      else if (op > 11 && op < 15) {
        for (n = op == 14 ? copy(BRANCH + 2) : 0; n-- >= 0; ) copy(BRANCH + op - 12);
      } else if (op > 1 && op < 5) {
        depth++;
        move(BLOCK, 1);
      } else if (op == 17) {
        copy(INDIRECT);
        out++;
      } else if (op == 35 || op == 36) copy(GLOBAL);
      else if (op == 63 || op == 64) out++;
      else if (op == 66) raw();
      else if (op == 67 || op == 68) move(RAW, op == 67 ? 4 : 8);
    }
    size(start);
  }
  size(code);
  move(AFTER, take(META));
  return to.subarray(0, out);
}
