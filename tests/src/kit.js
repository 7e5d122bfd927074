// What every script of the tests may use: finding things as a person or a screen reader does.
// Runs in any engine, in any page, through open shadow roots; changes nothing.
const kit = (() => {
  // Every element of the page in the order in which it is read, shadow roots included.
  function* elements(root = document) {
    for (const child of root.children || []) {
      yield child;
      if (child.shadowRoot) yield* elements(child.shadowRoot);
      yield* elements(child);
    }
  }

  // Words as they are said: without the marks that only turn them round.
  const squeeze = (text) =>
    (text || "").replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

  function visible(element) {
    if (!element.isConnected || element.closest("[hidden], [inert]")) return false;
    // What is folded away still has a place in some engines.
    for (let at = element; (at = at.parentElement); ) {
      if (at.localName === "details" && !at.open && !at.querySelector("summary").contains(element)) return false;
    }
    const style = getComputedStyle(element);
    if (style.visibility !== "visible" || style.display === "none") return false;
    return element.getClientRects().length > 0;
  }

  const byId = (element, id) => element.getRootNode().getElementById(id);

  const namedBy = (element, attribute) =>
    (element.getAttribute(attribute) || "")
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => byId(element, id))
      .filter(Boolean)
      .map((other) => squeeze(other.textContent))
      .join(" ");

  // Near enough to the accessible name for our own widgets; axe checks the real one.
  function name(element) {
    const labelled = namedBy(element, "aria-labelledby");
    if (labelled) return labelled;
    const label = element.getAttribute("aria-label");
    if (label) return squeeze(label);
    if (element.labels && element.labels.length) {
      return squeeze([...element.labels].map((one) => one.textContent).join(" "));
    }
    if (element.localName === "fieldset") {
      const legend = element.querySelector("legend");
      return squeeze(legend && legend.textContent);
    }
    return squeeze(element.textContent);
  }

  const TEXT_TYPES = ["text", "number", "tel", "email", "search", "date", ""];

  function role(element) {
    const given = element.getAttribute("role");
    if (given) return given;
    const type = (element.getAttribute("type") || "").toLowerCase();
    switch (element.localName) {
      case "a": return element.hasAttribute("href") ? "link" : "";
      case "button": return "button";
      case "summary": return "summary";
      case "select": return "combobox";
      case "textarea": return "textbox";
      case "fieldset": return "group";
      case "h1": case "h2": case "h3": case "h4": return "heading";
      case "input":
        if (type === "radio" || type === "checkbox") return type;
        if (type === "submit" || type === "button") return "button";
        return TEXT_TYPES.includes(type) ? "textbox" : type;
      default: return "";
    }
  }

  // A radio or tick box may be drawn by its label; then the label is what can be seen.
  const seen = (element) =>
    visible(element) || (element.labels && [...element.labels].some(visible));

  function all(wanted) {
    return [...elements()].filter((element) => role(element) === wanted && seen(element));
  }

  // The thing whose name is these words, else the first whose name holds them.
  function find(wanted, words) {
    const candidates = all(wanted).map((element) => [element, name(element)]);
    const exact = candidates.find(([, called]) => called === words);
    const near = exact || candidates.find(([, called]) => called.includes(words));
    return near ? near[0] : null;
  }

  // The element that really has the focus, inside whatever it is in.
  function active() {
    let element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element;
  }

  function source() {
    const parts = [document.documentElement.outerHTML];
    for (const element of elements()) {
      if (element.shadowRoot) {
        parts.push(`<!-- in ${element.localName} -->`, element.shadowRoot.innerHTML);
      }
    }
    return parts.join("\n");
  }

  const hosts = () => [...elements()].filter((element) => element.shadowRoot);

  // What widgets have drawn: everything of theirs is below these.
  const widgets = () =>
    [...elements()].filter((element) => element.classList.contains("swan-app") && element.children.length);

  // "wasm" or "plain" once a widget runs, else null.
  function build() {
    const [app] = widgets();
    const root = app && app.closest("[data-build]");
    return root ? root.dataset.build : null;
  }

  const text = () => {
    const found = widgets();
    return found.length ? squeeze(found.map((one) => one.innerText).join(" ")) : "";
  };

  return { elements, visible, name, role, all, find, active, source, hosts, widgets, build, text, squeeze };
})();
