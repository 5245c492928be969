import vue from "@vitejs/plugin-vue";

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("interleave-") } } })],
  // Vite's server for developing; what it builds does not need this.
  optimizeDeps: { exclude: ["interleave-playground"] },
};
