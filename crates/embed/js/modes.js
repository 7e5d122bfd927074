// The other places where a widget can be: a frame of its own, or a dialogue that opens. A script
// of its own, which the others ask for when an element wants it. The build puts before this: OWN,
// each widget's title and options; WORDS, what is said here alone; options.js, thrice.js.
//
// A widget with `frame` is never anywhere but in its frame, with the quick exit above it. The page
// around it is told nothing: no event, no height that an answer could have changed.

function modes(core) {
  var DIALOG =
    "iframe{display:block;width:100%;border:0}" +
    "dialog{box-sizing:border-box;width:100%;max-width:720px;padding:16px;border:0;border-radius:12px;" +
    "background:var(--swan-paper,Canvas);color:var(--swan-ink,CanvasText);color-scheme:light dark;font:18px/1.5 var(--swan-font,system-ui,sans-serif)}" +
    "dialog::backdrop{background:rgba(0,0,0,.6)}" +
    ":host([data-theme=light]) dialog{color-scheme:light}" +
    ":host([data-theme=dark]) dialog{color-scheme:dark}" +
    ".swan-open{font:18px/1.5 var(--swan-font,system-ui,sans-serif)}" +
    // On the partner's own ground, whatever that is: so with a ground of its own.
    ".swan-open .swan-knob{background:var(--swan-accent,#0b5161);color:var(--swan-on-accent,#fff);border-color:transparent}" +
    "dialog>.swan-knob{display:block;margin:0 0 16px auto}" +
    // Over the frame while that is scrolled past. The strongest contrast that there is: it must be found.
    ".swan-bar{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;gap:4px 16px;padding:4px 0;" +
    "background:Canvas;color:CanvasText;color-scheme:light dark;font:16px/1.5 var(--swan-font,system-ui,sans-serif)}" +
    ":host([data-theme=light]) .swan-bar{color-scheme:light}" +
    ":host([data-theme=dark]) .swan-bar{color-scheme:dark}" +
    ".swan-bar .swan-knob{background:CanvasText;color:Canvas;border-color:CanvasText}" +
    ".swan-bar a{padding:10px 0;color:inherit}" +
    "@media(max-width:600px){.swan-bar span{display:none}}";
  // No same-origin: neither page can touch the other, even where both are the hub's.
  var SANDBOX = "allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox";
  var PATIENCE = 20000;
  // Where the quick exit leads, unless `data-exit` names another place.
  var EXIT = "https://www.bbc.co.uk/weather";
  var frames = [], exit;

  function title(i) {
    var own = OWN[i.w.name], all = own && own.title || {};
    return all[i.lang] || all.en || core.say(i, "page");
  }

  function word(i, what) {
    return (WORDS[i.lang] || WORDS.en)[what];
  }

  // What the hub's page is told in its address.
  function query(i) {
    var text = "lang=" + i.lang, name;
    for (name in i.options) {
      if (/^(src|key)$/.test(name)) core.tell(i.w.name, "data-" + name + " is not for a frame: no address may choose what the hub's page asks.");
      else if (!/^(lang|mode|hub|loading|widget|exit)$/.test(name)) text += "&" + name + "=" + encodeURIComponent(i.options[name]);
    }
    return text;
  }

  function inFrame(i) {
    var frame = document.createElement("iframe"), alone = i.w.frame, asked = query(i), slow;
    frame.setAttribute("sandbox", SANDBOX);
    frame.title = title(i);
    frame.referrerPolicy = alone ? "no-referrer" : "strict-origin";
    frame.src = core.page(i) + "?frame=1&" + asked;
    i.root.textContent = "";
    i.root.className = "";
    // In the room that was kept free for both.
    frame.height = (i.w.height || 300) - (alone ? bar(i, core.page(i) + "?" + asked) : 0);
    i.root.appendChild(frame);
    slow = setTimeout(core.calm, PATIENCE, i, "slow");
    function heard(data) {
      var height = Math.min(+data.height || 0, 20000);
      clearTimeout(slow);
      if (data.swansfeet == "resize") frame.height = alone ? Math.max(height, frame.height) : height;
      else if (data.swansfeet == "top") toTop(i);
      else if (!alone) core.emit(i, String(data.swansfeet), data.detail);
      else if (data.swansfeet == "leave") leave(i);
    }
    frames.push([frame, heard, i]);
    i.theme = function () {
      frame.contentWindow.postMessage({ swansfeet: "theme", theme: i.el.getAttribute("data-theme") || "auto" }, "*");
    };
    i.end = function () {
      clearTimeout(slow);
      frames = frames.filter(function (known) { return known[0] != frame; });
    };
  }

  // A new screen is read from its top.
  function toTop(i) {
    var at = i.root.getBoundingClientRect().top;
    if (at < 0 || at > window.innerHeight / 2) i.root.scrollIntoView();
  }

  // ---- the quick exit ------------------------------------------------------------------------

  // The bar above the frame; gives its height.
  function bar(i, page) {
    var box = core.add(i.root, "div"), link, hint;
    box.className = "swan-bar";
    core.knob(box, word(i, "leave"), function () { leave(i); }).setAttribute("aria-describedby", "swan-shift");
    link = core.add(box, "a", word(i, "tab"));
    link.href = page;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    hint = core.add(box, "span", word(i, "shift"));
    hint.id = "swan-shift";
    return box.offsetHeight;
  }

  function guarded() {
    return frames.filter(function (known) { return known[2].w.frame; });
  }

  // Frames with answers in them go, and all that is known of them.
  function wipe() {
    guarded().forEach(function (known) {
      core.stop(known[2]);
      known[2].root.textContent = "";
    });
  }

  function leave(i) {
    exit = i.options.exit || EXIT;
    wipe();
    // Nothing is read off the screen while the other page is on its way.
    document.documentElement.style.display = "none";
    away();
  }

  // In this page's place in the history, and without a word of where the visitor was.
  function away() {
    var quiet = core.add(document.documentElement, "meta");
    quiet.name = "referrer";
    quiet.content = "no-referrer";
    try {
      // Where the partner's page is itself in a frame, that alone would not be much of an exit.
      window.top.location.replace(exit);
    } catch (_) {
      // That frame has a sandbox: it goes as far as it may.
    }
    if (window.top != window) location.replace(exit);
  }

  thrice(function () {
    var known = guarded()[0];
    if (known) leave(known[2]);
  });

  // A page that the browser keeps for its back button is kept without answers.
  window.addEventListener("pagehide", wipe);
  window.addEventListener("pageshow", function (event) {
    var name;
    function again(i) { if (i.w.frame) core.set(i); }
    if (event.persisted && exit) away();
    else if (event.persisted) for (name in core.widgets) core.widgets[name].live.forEach(again);
  });

  // ---- dialogues -----------------------------------------------------------------------------

  // `dialog`: what the partner put inside the element opens it. `button`: a button of ours does.
  function inDialog(i, mode) {
    var outside = i.root, box;
    outside.textContent = "";
    outside.className = "swan-open";
    if (mode == "dialog" && i.el.firstElementChild && !i.el.placed) core.add(outside, "slot").onclick = open;
    else core.knob(outside, title(i), open);
    function open(event) {
      event.preventDefault();
      if (!box) box = makeDialog(i);
      // Where there are no dialogues, it opens in place.
      if (box.showModal) box.showModal();
      else box.setAttribute("open", "");
    }
  }

  function makeDialog(i) {
    var root = core.rootIn(i, i.shadow), box = core.add(root.parentNode, "dialog");
    box.setAttribute("aria-label", title(i));
    core.knob(box, word(i, "close"), function () {
      if (box.close) box.close();
      else box.removeAttribute("open");
    });
    i.root = box.appendChild(root);
    if (i.w.frame) inFrame(i);
    else {
      core.wait(i);
      core.begin(i);
    }
    return box;
  }

  window.addEventListener("message", function (event) {
    var data = event.data;
    frames.forEach(function (known) {
      if (event.source == known[0].contentWindow && data && data.swansfeet) known[1](data);
    });
  });

  return function (i, mode) {
    i.css = DIALOG;
    core.dress(i);
    // The loader does not know them, and a frame needs no script that would.
    i.w.options = i.w.options || (OWN[i.w.name] || {}).options;
    options(i);
    if (mode == "dialog" || mode == "button") return inDialog(i, mode);
    if (mode == "inline") core.tell(i.w.name, 'data-mode="inline" is left out: no page but the hub\'s own may read the answers, so it is in a frame.');
    core.near(i, inFrame);
  };
}

Swansfeet._modes = Swansfeet._modes || modes(Swansfeet._core);
