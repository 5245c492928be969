export default {
  title: "Tutorial",
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("interleave-") } } },
  vite: { optimizeDeps: { exclude: ["interleave-playground"] } },
};
