// The wasm from the text that stands in a widget's script. Not part of the plain JavaScript build.

// Each character is a byte. The first twenty are ten pairs that have changed places, so that few
// characters need an escape or two bytes. Read in another encoding than UTF-8 it is no module any
// more, and the plain JavaScript build, which is ASCII, takes over.
function decode(text) {
  var PAIRS = 20, n = text.length, bytes = new Uint8Array(n - PAIRS), places = new Uint8Array(256), at;
  for (at = 0; at < 256; at++) places[at] = at;
  for (at = 0; at < PAIRS; at++) places[text.charCodeAt(at)] = text.charCodeAt(at ^ 1);
  while (n-- > PAIRS) bytes[n - PAIRS] = places[text.charCodeAt(n)];
  return joined(bytes);
}

// The code comes sorted by kind, since it compresses better so; crates/xtask/src/dist/streams.rs
// sorts it and says which kinds there are. This puts it together again.
function joined(from) {
  var BEFORE = 0, AFTER = 1, OP = 2, META = 3, LOCAL_GET = 4, GLOBAL = 7, CONST = 8, LONG = 9,
    CONST64 = 10, FLOAT = 11, ALIGN = 12, OFFSET = 13, CALL = 14, CALL_INDIRECT = 15, BRANCH = 16,
    BLOCK = 17, KINDS = 18;
  var length = [], at = [], place = 1, to, out = 0, kind, code, start, functions, n, depth, op;

  function number() {
    var value = 0, shift = 0, byte;
    do {
      byte = from[place++];
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value;
  }

  function move(kind, count) {
    while (count--) to[out++] = from[at[kind]++];
  }

  // Copies one number and gives it.
  function copy(kind) {
    place = at[kind];
    var value = number();
    move(kind, place - at[kind]);
    return value;
  }

  // Writes how much came since `start` into the five bytes that were kept for it there.
  function size(start) {
    var value = out - start - 5, k = 0;
    for (; k < 5; k++, value >>>= 7) to[start + k] = value & 127 | (k < 4 ? 128 : 0);
  }

  for (kind = 0; kind < KINDS; kind++) length[kind] = number();
  for (kind = 0; kind < KINDS; kind++) {
    at[kind] = place;
    place += length[kind];
  }
  // Sizes are not carried over; five bytes for each function can never double the whole.
  to = new Uint8Array(from.length * 2);
  move(BEFORE, length[BEFORE]);
  to[out++] = 10;
  code = out;
  out += 5;
  for (functions = copy(META); functions--; ) {
    start = out;
    out += 5;
    for (n = copy(META); n--; ) {
      copy(META);
      move(META, 1);
    }
    for (depth = 1; depth; ) {
      to[out++] = op = from[at[OP]++];
      if (op == 11) depth--;
      else if (op > 1 && op < 5) {
        depth++;
        move(BLOCK, 1);
      } else if (op == 12 || op == 13) copy(BRANCH);
      else if (op == 14) for (n = copy(BRANCH) + 1; n--; ) copy(BRANCH);
      else if (op == 16) copy(CALL);
      else if (op == 17) {
        copy(CALL_INDIRECT);
        out++;
      } else if (op > 31 && op < 35) copy(LOCAL_GET + op - 32);
      else if (op == 35 || op == 36) copy(GLOBAL);
      else if (op > 39 && op < 63) {
        copy(ALIGN);
        copy(OFFSET);
      } else if (op == 63 || op == 64) out++;
      else if (op == 65) {
        // 128 stands for a number that is among the long ones.
        if (from[at[CONST]] != 128) copy(CONST);
        else {
          at[CONST]++;
          copy(LONG);
        }
      } else if (op == 66) copy(CONST64);
      else if (op == 67 || op == 68) move(FLOAT, op == 67 ? 4 : 8);
    }
    size(start);
  }
  size(code);
  move(AFTER, length[AFTER]);
  return to.subarray(0, out);
}
