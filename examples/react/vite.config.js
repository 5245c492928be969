export default {
  esbuild: { jsx: "automatic" },
  // Vite's server for developing; what it builds does not need this.
  optimizeDeps: { exclude: ["interleave-playground"] },
};
