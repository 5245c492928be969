//! The CORS proxy.
