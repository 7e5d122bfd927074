// The inside of frame mode: tells the page around this frame how tall the widget is and what it
// says about itself, and takes that page's theme. crates/embed/js/modes.js is the other side.
// Any page may frame a widget, so what goes out holds no word that a person typed.
(function () {
  var PASSED_ON = ["ready", "error", "signed"];
  var last = 0;

  function tell(name, more) {
    more.swansfeet = name;
    if (window.parent !== window) window.parent.postMessage(more, "*");
  }

  function grow() {
    var height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height !== last) tell("resize", { height: (last = height) });
  }

  PASSED_ON.forEach(function (name) {
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
