// How a widget asks a part of it, a program of its own that comes when it is first needed: a text, or an
// answer with its bytes, goes in, and a text comes out, or nothing where the part does not come or has
// nothing to say, or where there is more than anybody has written. Each question is answered by a fresh program, which is gone with its answer.

function partOf(name) {
  return function (what, given, beside, then) {
    var core = Swansfeet._core, w = core.widgets[name], ended, slow = setTimeout(end, 20000);
    function end(answer) {
      clearTimeout(slow);
      if (!ended) then(answer);
      ended = 1;
    }
    function fail(error) {
      core.tell(name, error);
      end();
    }
    function run() {
      w[what](function (ask) {
        end(ask(given.bytes ? new Uint8Array(given.bytes) : new TextEncoder().encode(given.text || given), beside));
      }, fail, fail);
    }
    if (given.bytes && given.bytes.byteLength > 1e7) return end();
    if (w[what]) return run();
    core.load(name, w.parts[what + (w.isPlain ? ".plain" : "")], function (bad) {
      if (bad || !w[what]) end();
      else run();
    });
  };
}
