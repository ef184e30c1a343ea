(function () {
  "use strict";
  var recs = document.querySelectorAll("details.rec");
  var tools = document.querySelector(".tools");
  var show = document.getElementById("show");
  var said = document.getElementById("shown");
  function each(list, f) { Array.prototype.forEach.call(list, f); }
  function open(id) {
    var at = id && document.getElementById(id);
    if (at && at.tagName === "DETAILS") { at.open = true; }
    if (at && at.hidden) { show.value = ""; filter(); }
  }
  function filter() {
    var want = show.value, n = 0;
    each(recs, function (rec) {
      rec.hidden = !(want === "" || rec.dataset.outcome === want || want === "plan" && "plan" in rec.dataset);
      if (!rec.hidden) { n++; }
    });
    each(document.querySelectorAll(".group"), function (group) {
      group.hidden = !group.querySelector("details.rec:not([hidden])");
    });
    said.textContent = n + " / " + recs.length;
  }
  tools.hidden = false;
  show.addEventListener("change", filter);
  each(tools.querySelectorAll("button"), function (button) {
    button.addEventListener("click", function () {
      each(recs, function (rec) { rec.open = button.dataset.open !== ""; });
    });
  });
  window.addEventListener("hashchange", function () { open(location.hash.slice(1)); });
  open(location.hash.slice(1));
  var shut = [];
  window.addEventListener("beforeprint", function () {
    shut = [];
    each(document.querySelectorAll("details:not([open])"), function (d) { shut.push(d); d.open = true; });
  });
  window.addEventListener("afterprint", function () { each(shut, function (d) { d.open = false; }); });
})();
