// The other places where a widget can be: a frame of its own, or a dialogue that opens. A script
// of its own, which the others ask for when an element wants it.

function modes(core) {
  var DIALOG =
    "iframe{display:block;width:100%;border:0}" +
    "dialog{box-sizing:border-box;width:100%;max-width:720px;padding:16px;border:0;color-scheme:light dark}" +
    ":host([data-theme=light]) dialog{color-scheme:light}" +
    ":host([data-theme=dark]) dialog{color-scheme:dark}" +
    ".swan-knob{font:16px/1.5 var(--swan-font,sans-serif);min-height:44px;padding:8px 16px}" +
    "dialog>.swan-knob{display:block;margin:0 0 16px auto}";
  // No same-origin: neither page can touch the other, even where both are the hub's.
  var SANDBOX = "allow-scripts allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox";
  var PATIENCE = 20000;
  var frames = [];

  function title(i) {
    return i.w.title && (i.w.title[i.lang] || i.w.title.en) || core.say(i, "page");
  }

  function inFrame(i) {
    var frame = document.createElement("iframe"), all = i.el.attributes, query = "?frame=1", n, name, slow;
    for (n = 0; n < all.length; n++) {
      name = all[n].name.slice(5);
      if (/^data-(?!lang$|mode$|hub$|loading$)/.test(all[n].name)) query += "&" + name + "=" + encodeURIComponent(all[n].value);
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
    var outside = i.root, box, knob;
    outside.textContent = outside.className = outside.parentNode.style.minHeight = "";
    knob = mode == "dialog" && i.el.firstElementChild && !i.el.placed
      ? core.add(outside, "slot")
      : core.add(outside, "button", title(i));
    knob.className = "swan-knob";
    knob.part = "button";
    knob.onclick = function (event) {
      event.preventDefault();
      if (!box) box = makeDialog(i);
      // Where there are no dialogues, it opens in place.
      if (box.showModal) box.showModal();
      else box.setAttribute("open", "");
    };
  }

  function makeDialog(i) {
    var root = core.rootIn(i, i.shadow), box = core.add(root.parentNode, "dialog");
    var close = core.add(box, "button", core.say(i, "close"));
    box.setAttribute("aria-label", title(i));
    close.className = "swan-knob";
    close.onclick = function () {
      if (box.close) box.close();
      else box.removeAttribute("open");
    };
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
    if (mode == "frame") core.near(i, inFrame);
    else inDialog(i, mode);
  };
}

Swansfeet._modes = Swansfeet._modes || modes(Swansfeet._core);
