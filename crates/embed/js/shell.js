// What a widget's script adds to the core: it starts the program (or the plain JavaScript build of
// it), asks for its first data meanwhile, puts instances up, and catches a program that falls over.
// Comes with every widget's script, after options.js; the first on the page serves them all.

function shell(core) {
  // History entries outlive the page, so an instance's name must not come again.
  var PATIENCE = 20000;
  var visit = new Date().getTime().toString(36), count = 0;

  // One question, always answered: {status, bytes, text, json}, and status 0 where nothing came back.
  // The bytes are read as a text, and that as JSON, when somebody asks for it: what is no JSON is the
  // text, with status 0.
  // No cookie goes along, and no more of the page's address than its origin.
  function ask(url, body, fresh) {
    return new Promise(function (answer) {
      var stop = window.AbortController && new AbortController(), slow;
      function end(status, bytes) {
        clearTimeout(slow);
        answer({
          status: status,
          bytes: bytes,
          get text() {
            return bytes && new TextDecoder().decode(bytes);
          },
          get json() {
            var text = this.text;
            try {
              return JSON.parse(text);
            } catch (_) {
              // Not JSON, which a status of 200 would hide. 204 says that there is nothing to read.
              if (status < 300 && status != 204) this.status = 0;
              return text;
            }
          }
        });
      }
      slow = setTimeout(function () {
        end(0);
        if (stop) stop.abort();
      }, PATIENCE);
      Promise.resolve().then(function () {
        return fetch(url, {
          method: body ? "POST" : "GET",
          headers: body ? { "content-type": "application/json" } : {},
          body: body,
          credentials: "omit",
          referrerPolicy: "strict-origin",
          cache: fresh ? "no-cache" : "default",
          signal: stop ? stop.signal : undefined
        });
      }).then(function (got) {
        return got.arrayBuffer().then(function (bytes) {
          end(got.status, bytes);
        });
      })["catch"](function () {
        end(0);
      });
    });
  }

  // Once the page has nothing better to do, and in two seconds whatever it does. The clock for that is
  // ours, so that nothing hangs on how a browser counts its idle time.
  function idle(f) {
    var rest = window.requestIdleCallback;
    function go() {
      var then = f;
      f = 0;
      if (then) then();
    }
    if (rest) rest(go);
    setTimeout(go, rest ? 2000 : 0);
  }

  // What is late of a plain program, as long as it is not there.
  function lacks(w) {
    return w.isPlain && !w.more && w.late;
  }

  // What comes later: the second part of the English words, and what is late of a plain program. Gives
  // the words, "" where the instance speaks another language and has all of them; nothing if anything
  // does not come, or not in time.
  function later(w, isEnglish, then) {
    idle(function () {
      var wants = 1, slow = setTimeout(end, PATIENCE), ended;
      function end() {
        clearTimeout(slow);
        if (!ended) then(lacks(w) ? undefined : isEnglish ? w.tables.later : "");
        ended = 1;
      }
      function came() {
        if (!--wants) end();
      }
      [lacks(w), isEnglish && !w.tables.later && w.later].forEach(function (file) {
        if (file) wants++, core.load(w.name, file, came);
      });
      came();
    });
  }

  function hub(i) {
    return core.page(i).slice(0, -3 - i.w.name.length);
  }

  // A widget's first data is asked for as soon as its script is there and the element is near the
  // view; a changed attribute asks again.
  function data(i) {
    var w = i.w, src = (i.el.getAttribute("data-src") || "").trim();
    var name = (i.el.getAttribute("data-campaign") || w.campaign || "").trim();
    var url = fits("urls", src) ? src.split(/\s+/)[0] : hub(i) + w.data.replace("{campaign}", encodeURIComponent(name));
    if (i.asked != url) {
      i.asked = url;
      i.data = ask(url);
    }
    return i.data;
  }

  // A browser is slow to make its first formats of numbers and dates. They are made while the program
  // is being compiled where its first screen may be full of them; else after that screen, which needs
  // none. Not for one that says nothing.
  function warm(w, when) {
    if (w.warm || !Object.keys(w.words || {})[0]) return;
    w.warm = 1;
    [Intl.NumberFormat, Intl.DateTimeFormat].forEach(function (Format) {
      when(function () { new Format("en-GB").format(1); });
    });
  }

  function run(w) {
    if (w.data) w.live.forEach(function (i) { if (i.on) data(i); });
    w.start(
      function (module) {
        clearTimeout(w.timer);
        w.module = module;
        w.busy = w.failed = 0;
        core.pump(w);
        warm(w, idle);
      },
      function (error) {
        if (w.isPlain || !w.plain) {
          core.tell(w.name, error);
          return core.broke(w, "start");
        }
        core.tell(w.name, "WebAssembly did not start, so plain JavaScript is used. " +
          // Where there is none, no policy brings it.
          (typeof WebAssembly == "object" ? "'wasm-unsafe-eval' in script-src allows it where a policy forbids it. " : "This browser has none. ") + error);
        core.load(w.name, w.plain, function (bad) {
          if (w.isPlain) run(w);
          else core.broke(w, bad || "start");
        });
      },
      function (error) {
        core.tell(w.name, error && error.stack || error);
        w.module = 0;
        w.live.forEach(function (i) { i.handle = i.end = 0; });
        core.broke(w, "crash");
      }
    );
    if (w.data) warm(w, setTimeout);
  }

  function up(i) {
    var w = i.w, root = i.root, table = w.tables[i.lang], given, handle;
    i.options = options(i);
    core.dress(i);
    root.textContent = "";
    root.className = "swan-root";
    root.setAttribute("data-build", w.isPlain ? "plain" : "wasm");
    i.theme = function () {
      var theme = i.el.getAttribute("data-theme");
      root.setAttribute("data-theme", fits(COMMON.theme, theme) ? theme : "auto");
    };
    i.theme();
    function emit(name, detail) { core.emit(i, name, detail); }
    i.handle = 1;
    given = w.data && data(i);
    // Once for each start: one that falls over and comes again asks again.
    i.asked = 0;
    handle = w.module(root, {
      widget: w.name,
      instance: w.name + "-" + visit + "-" + ++count,
      lang: table ? i.lang : "en",
      dir: root.dir,
      table: table || undefined,
      options: i.options,
      hub: hub(i),
      data: given,
      ask: ask,
      get lacks() { return lacks(w); },
      later: function (then) { later(w, root.lang == "en", then); },
      emit: emit,
      tell: function (name, part, value) {
        var detail = {};
        detail[part] = value;
        emit(name, detail);
      }
    });
    // Zero if the program fell over while it started.
    if (!i.handle) return;
    i.handle = handle = handle || 1;
    i.end = function () { if (handle.unmount) handle.unmount(); };
    // The first picture is drawn when the current work is done.
    setTimeout(function () { if (i.handle == handle) core.emit(i, "ready"); });
  }

  return { run: run, up: up, options: options };
}

Swansfeet._shell = Swansfeet._shell || shell(Swansfeet._core);
