// The quick exit on the hub's own pages; thrice.js stands ahead of it. On a page of its own the link
// is there without this script, and works; this wipes the page first and takes its place in the
// history. In a frame the page around has the button, and is only told that somebody leaves.
(function () {
  var link = document.getElementById("leave"), left = false;

  function wipe() {
    var all = document.querySelectorAll("body *"), n;
    for (n = all.length; n--; ) if (/^swan-/.test(all[n].localName)) all[n].remove();
  }

  function leave() {
    left = true;
    wipe();
    document.body.hidden = true;
    document.title = "";
    if (link) location.replace(link.href);
    else window.parent.postMessage({ swansfeet: "leave" }, "*");
  }

  if (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      leave();
    });
    // A page that the browser keeps for its back button is kept without answers.
    window.addEventListener("pagehide", wipe);
    window.addEventListener("pageshow", function (event) {
      if (!event.persisted) return;
      if (left) location.replace(link.href);
      else location.reload();
    });
  }
  thrice(leave);
})();
