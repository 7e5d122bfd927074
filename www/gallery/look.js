// Hands ?theme=dark&lang=cy&… of the page's address to every widget on it.
addEventListener("DOMContentLoaded", function () {
  new URLSearchParams(location.search).forEach(function (value, name) {
    document.querySelectorAll("main *").forEach(function (element) {
      if (/^swan-/.test(element.localName)) element.setAttribute("data-" + name, value);
    });
    document.documentElement.setAttribute("data-" + name, value);
  });
});
