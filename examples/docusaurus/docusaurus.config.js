export default {
  title: "Tutorial",
  url: "https://your.site",
  baseUrl: "/",
  presets: [["classic", { docs: { routeBasePath: "/", sidebarPath: undefined }, blog: false }]],
  clientModules: ["./src/interleave.js"],
};
