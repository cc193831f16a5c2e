// Stands in for a map: it keeps the view as a real one would, and loads no pictures.
(() => {
  const map = document.getElementById("map");
  if (!map) return;
  localStorage.setItem("map_view", "25.41,55.44,12");
  map.textContent = "Map: 25.41, 55.44";
})();
