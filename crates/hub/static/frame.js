// The inside of frame mode: tells the page around this frame how tall the widget is and what it
// says about itself, and takes that page's theme. crates/embed/js/modes.js is the other side.
// Any page may frame a widget, so what goes out holds no word that a person typed.
//
// Where nothing of the answers may go out (data-quiet), no news does, and no height that an answer
// could have changed: heights are told in steps and never shrink, and none at all once a person has
// touched the widget. Steps alone would not do, since the page around chooses the width and so can
// put a step where one answer's text is a line longer than another's. What is longer after that is
// scrolled in the frame.
(function () {
  var PASSED_ON = ["ready", "error", "signed"];
  var TOUCHES = ["pointerdown", "touchstart", "mousedown", "keydown", "click", "input"];
  var STEP = 160;
  var quiet = document.body.hasAttribute("data-quiet"), touched = false;
  var last = 0, told;

  function tell(name, more) {
    more.swansfeet = name;
    if (window.parent !== window) window.parent.postMessage(more, "*");
  }

  function grow() {
    var height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (quiet) {
      if (touched) return;
      // What fits needs no more room; it is told all the same, as a sign of life.
      height = height > window.innerHeight ? Math.ceil(height / STEP) * STEP : window.innerHeight;
      height = Math.max(height, last);
    }
    if (height !== last) tell("resize", { height: (last = height) });
  }

  if (quiet) {
    TOUCHES.forEach(function (name) {
      document.addEventListener(name, function () { touched = true; }, true);
    });
  }

  // A new screen, or what is wrong with this one, takes the focus without being a stop of Tab's. Its
  // top must be in view, here and, by the page around, there. How far down it is, is not said.
  // Focus that moves within a shadow root is not told outside it, so the first to come in from
  // outside leads to the root.
  function moved(event) {
    var at = event.composedPath()[0];
    if (event === told) return;
    told = event;
    at.getRootNode().addEventListener("focusin", moved);
    if (at.tabIndex < 0 && at.getBoundingClientRect().top + window.pageYOffset <= 2 * STEP) {
      window.scrollTo(0, 0);
      tell("top", {});
    }
  }
  document.addEventListener("focusin", moved);

  if (!quiet) PASSED_ON.forEach(function (name) {
    document.addEventListener("swan:" + name, function (event) {
      tell(name, { detail: event.detail });
    });
  });

  window.addEventListener("message", function (event) {
    var data = event.data, all, n;
    if (event.source !== window.parent || !data || data.swansfeet !== "theme") return;
    all = document.body.children;
    for (n = all.length; n--; ) {
      if (/^swan-/.test(all[n].localName)) all[n].setAttribute("data-theme", data.theme);
    }
  });

  if (typeof ResizeObserver === "function") {
    new ResizeObserver(grow).observe(document.documentElement);
  } else {
    window.addEventListener("resize", grow);
    document.addEventListener("swan:resize", grow);
  }
  window.addEventListener("load", grow);
  grow();
})();
