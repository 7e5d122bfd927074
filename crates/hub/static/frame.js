// Tells the page around this frame how tall the widget is, so that the frame can grow with it.
// Any page may frame a widget, so the message goes to whoever that is and holds a height, no more.
(function () {
  var last = 0;
  function tell() {
    var height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height !== last && window.parent !== window) {
      last = height;
      window.parent.postMessage({ swansfeet: "resize", height: height }, "*");
    }
  }
  if (typeof ResizeObserver === "function") {
    new ResizeObserver(tell).observe(document.documentElement);
  } else {
    window.addEventListener("resize", tell);
    document.addEventListener("swan:resize", tell);
  }
  window.addEventListener("load", tell);
  tell();
})();
