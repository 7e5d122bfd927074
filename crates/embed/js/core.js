// The part of every Swansfeet script that a page runs once, and nearly all of the loader for
// several: it defines the elements, keeps room for them, brings each widget's program to the page
// when it is near the view, and shows a calm sentence where that fails.
//
// ES5 syntax, so that a browser too old for the widgets still reads it and leaves the links alone.
// Nothing here asks for data, sets a cookie or stores anything, and nothing is thrown into the
// host's page. How scripts come is in load.js, what needs a widget's script to be there in shell.js;
// README.md has the protocol.

function core() {
  // Nothing inherits through the door: a host's `* { … !important }` reaches the element, but no
  // selector of its reaches in here. The root is inside the door, since sizes in its own styles
  // are parts of what it inherits. `all` leaves direction out, hence `dir` on every root.
  var BASE =
    ":host,.swan-door{all:initial;display:block}" +
    ":host([hidden]),:host:before,:host:after{display:none!important}" +
    ".swan-wait{box-sizing:border-box;min-height:inherit;padding:24px;border:1px solid #888;border-radius:12px;" +
    "font:18px/1.5 var(--swan-font,system-ui,sans-serif);background:Canvas;color:CanvasText;color-scheme:light dark}" +
    // An edge and words in one colour: right in the light and the dark.
    ".swan-knob{min-height:44px;padding:8px 24px;border:2px solid;border-radius:12px;background:none;color:inherit;font:inherit;cursor:pointer}" +
    ":host([data-theme=light]) .swan-wait{color-scheme:light}" +
    ":host([data-theme=dark]) .swan-wait{color-scheme:dark}";
  var PATIENCE = 20000;

  var early = window.Swansfeet;
  var widgets = {};
  var texts;
  var modes;

  // ---- a widget's program, once for all its instances ----------------------------------------

  function bring(w) {
    if (w.busy || w.module) return;
    w.busy = 1;
    w.failed = 0;
    w.timer = setTimeout(broke, PATIENCE, w, "slow");
    if (w.start) return S._shell.run(w);
    load(w.name, w, function (bad) {
      if (w.start) return S._shell.run(w);
      if (!bad) tell(w.name, w.url + " did not run: this browser may be too old.");
      broke(w, bad || "old");
    });
  }

  function broke(w, why) {
    clearTimeout(w.timer);
    // A slow one may yet arrive, and then starts by itself.
    if (why != "slow") w.busy = 0;
    w.failed = why;
    pump(w);
  }

  function bringWords(w, lang) {
    var file = (w.words || {})[lang];
    if (!file || lang in w.tables) return;
    w.tables[lang] = 0;
    load(w.name, file, function () {
      // English, if they did not come.
      w.tables[lang] = w.tables[lang] || "";
      pump(w);
    });
  }

  // Brings every instance that wants to run as far as it can go now.
  function pump(w) {
    w.live.forEach(function (i) {
      if (!i.on || i.handle) return;
      if (w.failed) i.calm == w.failed || calm(i, w.failed);
      else if (w.module && w.tables[i.lang] !== 0) S._shell.up(i);
    });
  }

  // ---- one instance --------------------------------------------------------------------------

  function add(parent, name, text) {
    var element = document.createElement(name);
    element.textContent = text || "";
    return parent.appendChild(element);
  }

  // Of a widget that is always in a frame the page hears nothing.
  function emit(i, name, detail) {
    if (!i.w.frame) i.el.dispatchEvent(new CustomEvent("swan:" + name, { bubbles: true, composed: true, detail: detail }));
  }

  function say(i, what) {
    return (texts[i.lang] || texts.en)[what];
  }

  // The widget's own page on the hub. A hub that is no address, as `fits` has it, is not followed.
  function page(i) {
    var hub = i.el.getAttribute("data-hub");
    return (/^\s*(https?:|\/)/.test(hub) ? hub.trim() : root).replace(/\/?$/, "/w/") + i.w.name;
  }

  function knob(parent, text, press) {
    var button = add(parent, "button", text);
    button.type = button.part = "button";
    button.className = "swan-knob";
    button.onclick = press;
    return button;
  }

  function link(i, parent) {
    add(parent, "a", say(i, "page")).href = page(i);
  }

  // Sheets that a script makes are no inline styles, so no policy stops them.
  function dress(i) {
    var w = i.w, css = BASE + (i.css || "") + (w.css || "");
    try {
      if (w.dressed != css) {
        w.sheet = new CSSStyleSheet();
        w.sheet.replaceSync(w.dressed = css);
      }
      i.shadow.adoptedStyleSheets = [w.sheet];
    } catch (_) {
      i.style = i.style || document.createElement("style");
      i.style.nonce = tag && tag.nonce || "";
      i.style.textContent = css;
      i.shadow.insertBefore(i.style, i.shadow.firstChild);
    }
  }

  function language(el, w) {
    var near = el.closest("[lang]"), words = w.words || {};
    var asked = el.getAttribute("data-lang") || near && near.lang || "en";
    var plain = asked.split("-")[0];
    if (words[asked]) return asked;
    if (words[plain]) return plain;
    if (plain != "en") tell(w.name, "there is no " + asked + " yet, so it is in English.");
    return "en";
  }

  function rootIn(i, parent) {
    var door = add(parent, "div"), root = add(door, "div");
    door.className = "swan-door";
    root.part = "root";
    root.dir = "ltr";
    root.lang = i.lang;
    return root;
  }

  // From the beginning, as the attributes are now.
  function set(i) {
    var mode = i.el.getAttribute("data-mode"), again = i.on, w = i.w, opens = /^(dialog|button)$/.test(mode);
    stop(i);
    i.lang = language(i.el, w);
    i.shadow.textContent = "";
    dress(i);
    i.root = rootIn(i, i.shadow);
    wait(i);
    // Outside the root: what is kept free and not needed is below the widget, not inside it. None for
    // what opens one over the page.
    if (opens) i.root.className = "";
    else i.root.parentNode.style.minHeight = w.height + "px";
    watch(i);
    // One whose answers no partner's page may read starts on the hub's own pages alone, and only
    // where a script has said how. Ours in the frame is one of them, though it has no origin.
    if (!(w.frame && (location.href.indexOf(root || 1) || !w.start && !w.url)) && !opens && mode != "frame") return again ? begin(i) : near(i, begin);
    if (S._modes) return S._modes(i, mode);
    load(mode, modes, function (bad) {
      if (bad) calm(i, bad);
      else S._modes(i, mode);
    });
  }

  function watch(i) {
    var height, sizes, changes = new MutationObserver(function (seen) {
      var again = seen.filter(function (change) {
        var name = change.attributeName, key = name.replace("data-", "");
        if (i.theme) i.theme();
        return i.el.getAttribute(name) != change.oldValue &&
          (/^(lang|mode|hub|src|key|partner|campaign)$/.test(key) || (i.w.options || {})[key]);
      });
      if (again[0]) set(i);
    });
    changes.observe(i.el, { attributes: true, attributeOldValue: true });
    sizes = window.ResizeObserver && new ResizeObserver(function () {
      // A frame later: a listener that changes the page would make the observer complain.
      requestAnimationFrame(function () {
        if (height != (height = i.el.offsetHeight)) emit(i, "resize", { height: height });
      });
    });
    if (sizes) sizes.observe(i.el);
    i.still = function () {
      changes.disconnect();
      if (sizes) sizes.disconnect();
    };
  }

  function near(i, go) {
    if (i.el.getAttribute("data-loading") == "eager" || !window.IntersectionObserver) return go(i);
    i.near = new IntersectionObserver(function (seen) {
      if (!seen.some(function (s) { return s.isIntersecting; })) return;
      i.near.disconnect();
      go(i);
    }, { rootMargin: "600px" });
    i.near.observe(i.root);
  }

  function begin(i) {
    i.on = 1;
    i.calm = 0;
    bringWords(i.w, i.lang);
    bring(i.w);
    pump(i.w);
  }

  // The room kept free: the partner's own link, else ours, until the widget is there.
  function wait(i) {
    i.root.textContent = "";
    i.root.className = "swan-wait";
    link(i, add(i.root, "slot"));
  }

  // What a visitor sees when it will not start: a sentence, the link, and another try.
  function calm(i, why) {
    i.calm = why;
    wait(i);
    // Nothing is coming that would need the room.
    i.root.parentNode.style.minHeight = "";
    add(i.root, "p", say(i, "failed")).setAttribute("role", "status");
    knob(i.root, say(i, "again"), function () {
      if (!i.on) return set(i);
      wait(i);
      begin(i);
    });
    emit(i, "error", { reason: why });
  }

  function stop(i) {
    if (i.still) i.still();
    if (i.near) i.near.disconnect();
    if (i.end) i.end();
    i.on = i.handle = i.end = i.theme = i.css = i.options = 0;
  }

  // ---- elements ------------------------------------------------------------------------------

  // The page's own script must never see an error of ours.
  function quiet(f) {
    return function () {
      try {
        f(this);
      } catch (error) {
        tell(this.localName, error);
      }
    };
  }

  function connected(el) {
    var w = widgets[el.localName.slice(5)];
    if (el.swan) return;
    el.swan = { el: el, w: w, shadow: el.shadowRoot || el.attachShadow({ mode: "open" }) };
    w.live.push(el.swan);
    set(el.swan);
  }

  // One that is only moved is back in the page by the time this asks.
  function disconnected(el) {
    setTimeout(quiet(function () {
      var i = el.swan;
      if (!i || el.isConnected) return;
      el.swan = 0;
      i.w.live.splice(i.w.live.indexOf(i), 1);
      stop(i);
    }));
  }

  function learn(name, facts) {
    var w = widgets[name], key;
    if (!w) w = widgets[name] = { name: name, live: [], tables: {} };
    for (key in facts) w[key] = facts[key];
    return w;
  }

  function define(name) {
    var element = "swan-" + name, proto;
    function Swan() {
      return Reflect.construct(HTMLElement, [], Swan);
    }
    if (!window.customElements || !document.head.attachShadow) {
      return tell(name, "this browser is too old. The link stays.");
    }
    if (customElements.get(element)) return;
    proto = Swan.prototype = Object.create(HTMLElement.prototype);
    proto.connectedCallback = quiet(connected);
    proto.disconnectedCallback = quiet(disconnected);
    customElements.define(element, Swan);
  }

  function known(name) {
    return widgets[name] || tell(name, "not known. Known: " + Object.keys(widgets));
  }

  // A tag in the body puts its widget where it stands, unless the page has placed its own.
  function place(script, name) {
    var asked, el, all, n;
    if (!script || script.swan) return;
    script.swan = 1;
    asked = script.getAttribute("data-widget");
    name = asked || name;
    if (!name || name == "none" || document.head.contains(script)) return;
    if (!known(name)) return;
    all = document.querySelectorAll("swan-" + name);
    for (n = all.length; !asked && n--; ) if (!all[n].placed) return;
    el = document.createElement("swan-" + name);
    el.placed = 1;
    all = script.attributes;
    for (n = all.length; n--; ) {
      if (/^data-(?!widget$)/.test(all[n].name)) el.setAttribute(all[n].name, all[n].value);
    }
    link({ el: el, w: widgets[name], lang: language(script, widgets[name]) }, el);
    script.parentNode.insertBefore(el, script.nextSibling);
  }

  // ---- what the page and the other scripts may call ------------------------------------------

  function push(f) {
    try {
      f(S);
    } catch (error) {
      // The page's own mistake, said where its owner looks.
      console.error(error);
    }
  }

  // What is asked of a method wrongly is told, never thrown into the page's own script.
  function method(name, expected, f) {
    return function (el, options) {
      try {
        return f(el, options || {});
      } catch (_) {
        tell(name, "expected " + name + "(" + expected + ").");
      }
    };
  }

  function arrived(name) {
    place(document.currentScript, name);
    if (early && early.forEach) early.forEach(push);
    early = 0;
  }

  var S = {
    version: 1,
    push: push,
    ready: push,
    mount: method("mount", "element, { widget: \"pay\" }", function (el, options) {
      var child = el, key;
      if (!/^swan-/.test(el.localName)) child = document.createElement("swan-" + options.widget.trim());
      // Put there all the same: its script may be on its way.
      known(child.localName.slice(5));
      for (key in options) {
        child.setAttribute("data-" + key.replace(/[A-Z]/g, "-$&").toLowerCase(), options[key]);
      }
      return child == el ? el : el.appendChild(child);
    }),
    unmount: method("unmount", "element", function (el) {
      var all = el.swan ? [el] : el.children, n = all.length;
      while (n--) if (all[n].swan) all[n].remove();
    }),
    // The loader's list of all widgets.
    _loader: function (manifest) {
      texts = manifest.texts;
      modes = manifest.modes;
      for (var name in manifest.widgets) {
        learn(name, manifest.widgets[name]);
        define(name);
      }
      arrived();
    },
    // One widget's script; `plain` for its plain JavaScript build, which brings its start alone.
    _add: function (name, facts, plain) {
      var w = widgets[name];
      texts = facts.texts || texts;
      modes = facts.modes || modes;
      if (plain) facts.isPlain = 1;
      if (plain || !w || !w.start) learn(name, facts);
      if (plain) return;
      define(name);
      arrived(name);
    },
    _words: function (name, lang, table) {
      widgets[name].tables[lang] = table;
    },
    _core: { tag: tag, widgets: widgets, tell: tell, load: load, add: add, knob: knob, emit: emit, say: say, page: page, dress: dress, rootIn: rootIn, near: near, begin: begin, wait: wait, calm: calm, stop: stop, set: set, broke: broke, pump: pump }
  };

  document.addEventListener("securitypolicyviolation", function (event) {
    violations[event.blockedURI] = event.effectiveDirective;
  });
  return S;
}

if (!window.Swansfeet || !window.Swansfeet._core) window.Swansfeet = core();
