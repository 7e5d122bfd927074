// A partner's page that tries everything to read what is answered in a frame of ours: it stands
// ahead of our script, so that all that our script does goes through its hands. What it gets is in
// `loot`; `loot.series` is what changes over time, to compare two visitors.
window.loot = { news: [], inputs: [], asked: [], made: [], series: [] };
(() => {
  const { loot } = window;
  const note = (list, what) => list.push(String(what).slice(0, 2000));

  // Every word that our script or our frame says.
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (/^swan/.test(event.type)) note(loot.news, event.type + JSON.stringify(event.detail));
    return dispatch.call(this, event);
  };
  for (const name of ["ready", "error", "resize", "signed", "checked", "answered", "leave"]) {
    document.addEventListener(`swan:${name}`, (event) => note(loot.news, event.type), true);
  }
  window.addEventListener("message", (event) => {
    note(loot.series, JSON.stringify(event.data));
    loot.source = event.source;
  }, true);

  // Keys, presses, what is typed and chosen, wherever on the page.
  for (const name of ["keydown", "keyup", "keypress", "beforeinput", "input", "change", "click", "pointerdown",
    "mousedown", "touchstart", "copy", "paste", "compositionend", "selectionchange", "submit"]) {
    window.addEventListener(name, (event) => {
      const [at] = event.composedPath();
      note(loot.inputs, [name, event.key, event.data, at && at.value, at && at.textContent].join());
    }, true);
  }

  // All requests, and everything that is put into the page.
  const { fetch } = window, send = XMLHttpRequest.prototype.open;
  window.fetch = function (...what) { note(loot.asked, JSON.stringify(what)); return fetch.apply(this, what); };
  XMLHttpRequest.prototype.open = function (...what) { note(loot.asked, what); return send.apply(this, what); };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function () {
    const root = attachShadow.call(this, { mode: "open" });
    loot.root = root;
    new MutationObserver((seen) => {
      for (const one of seen) {
        for (const node of one.addedNodes) note(loot.made, node.outerHTML || node.textContent);
        if (one.type === "attributes") note(loot.series, `${one.target.localName} ${one.attributeName} ${one.target.getAttribute(one.attributeName)}`);
      }
    }).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["height", "src", "style", "title"] });
    sizes.observe(this);
    return root;
  };
  const sizes = new ResizeObserver((seen) => {
    for (const one of seen) note(loot.series, `${one.target.localName} is ${one.contentRect.height}`);
  });
  const { appendChild, insertBefore } = Node.prototype;
  for (const [name, put] of Object.entries({ appendChild, insertBefore })) {
    Node.prototype[name] = function (node, ...rest) {
      note(loot.made, node.outerHTML || node.textContent);
      if (node.localName === "iframe") sizes.observe(node);
      return put.call(this, node, ...rest);
    };
  }
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    note(loot.made, `${name}=${value}`);
    return setAttribute.call(this, name, value);
  };
  loot.history = history.length;
})();
