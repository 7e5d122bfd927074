// How a widget asks a part of it, a program of its own that comes when it is first needed: a text, or an
// answer with its bytes, goes in, and a text comes out. Nothing comes out where the part does not come
// within 20 seconds or has nothing to say, or where there is more than a cheap phone can hold. Each
// question is answered by a fresh program, which is gone with its answer. Knows no part.

function partOf(name) {
  var MOST = 3e6, PATIENCE = 20000, waiting = {};
  return function (what, given, beside, then) {
    var core = Swansfeet._core, w = core.widgets[name], ended, slow;
    var bytes = given.bytes ? new Uint8Array(given.bytes) : new TextEncoder().encode(given.text || given);
    function end(answer) {
      clearTimeout(slow);
      if (!ended) then(answer);
      ended = 1;
    }
    function fail(why) {
      if (!ended) core.tell(name, what + ": " + why);
      end();
    }
    function run() {
      if (ended || !w[what]) return end();
      w[what](function (ask) { end(ask(bytes, beside)); }, fail, fail);
    }
    if (bytes.length > MOST) return fail("more than 3 MB is not read in a page; a hub reads more.");
    slow = setTimeout(fail, PATIENCE, "too slow.");
    if (w[what]) return run();
    if (waiting[what]) return waiting[what].push(run);
    waiting[what] = [run];
    // One that comes too late serves the next question.
    core.load(name, w.parts[what + (w.isPlain ? ".plain" : "")], function () {
      waiting[what].splice(0).forEach(function (go) { go(); });
      waiting[what] = 0;
    });
  };
}
