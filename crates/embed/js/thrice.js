// Shift three times within two seconds: the way out for hands that are on a keyboard. Neither a key
// that is held nor three capitals, so any other key between begins the count anew.
//
// Stands ahead of modes.js, for partners' pages, and of the hub's own leave.js. Knows no widget.

function thrice(go) {
  var first, second;
  window.addEventListener("keydown", function (event) {
    if (event.key != "Shift") first = second = undefined;
    else if (!event.repeat) {
      if (event.timeStamp - first < 2000) go();
      first = second;
      second = event.timeStamp;
    }
  }, true);
}
