// The other places where a widget can be: a frame of its own, or a dialogue that opens. A script
// of its own (with shell.js, for the warnings of options), which the others ask for when an
// element wants it. OWN and CLOSE, which the build puts before this, have each widget's title
// and options, and the word on the button that closes a dialogue.

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
    "dialog>.swan-knob{display:block;margin:0 0 16px auto}";
  // No same-origin: neither page can touch the other, even where both are the hub's.
  var SANDBOX = "allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox";
  var PATIENCE = 20000;
  var frames = [];

  function title(i) {
    var own = OWN[i.w.name], all = own && own.title || {};
    return all[i.lang] || all.en || core.say(i, "page");
  }

  function inFrame(i) {
    var frame = document.createElement("iframe"), query = "?frame=1", name, slow;
    for (name in i.options) {
      if (/^(src|key)$/.test(name)) core.tell(i.w.name, "data-" + name + " is not for a frame: no address may choose what the hub's page asks.");
      else if (!/^(lang|mode|hub|loading|widget)$/.test(name)) query += "&" + name + "=" + encodeURIComponent(i.options[name]);
    }
    frame.setAttribute("sandbox", SANDBOX);
    frame.title = title(i);
    frame.height = i.w.height || 300;
    frame.referrerPolicy = "strict-origin";
    frame.src = core.page(i) + query + "&lang=" + i.lang;
    i.root.textContent = "";
    i.root.className = "";
    i.root.appendChild(frame);
    slow = setTimeout(core.calm, PATIENCE, i, "slow");
    function heard(data) {
      clearTimeout(slow);
      if (data.swansfeet == "resize") frame.height = Math.min(+data.height || 0, 20000);
      else core.emit(i, String(data.swansfeet), data.detail);
    }
    frames.push([frame, heard]);
    i.theme = function () {
      frame.contentWindow.postMessage({ swansfeet: "theme", theme: i.el.getAttribute("data-theme") || "auto" }, "*");
    };
    i.end = function () {
      clearTimeout(slow);
      frames = frames.filter(function (known) { return known[0] != frame; });
    };
  }

  // `dialog`: what the partner put inside the element opens it. `button`: a button of ours does.
  function inDialog(i, mode) {
    var outside = i.root, box;
    outside.textContent = outside.parentNode.style.minHeight = "";
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
    core.knob(box, CLOSE[i.lang] || CLOSE.en, function () {
      if (box.close) box.close();
      else box.removeAttribute("open");
    });
    root.parentNode.style.minHeight = "";
    i.root = box.appendChild(root);
    core.wait(i);
    core.begin(i);
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
    Swansfeet._shell.options(i);
    if (mode == "frame") core.near(i, inFrame);
    else inDialog(i, mode);
  };
}

Swansfeet._modes = Swansfeet._modes || modes(Swansfeet._core);
