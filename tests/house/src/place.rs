//! Where the file of a module is, as `mod` lines have it.

use super::sources::folder_of;

/// Where the files of a module's children are.
#[derive(Clone)]
pub(super) struct Place {
    /// The folder of the file itself, from which `#[path]` counts.
    pub(super) own: String,
    children: String,
}

impl Place {
    /// Returns the place of the module that is a whole file.
    pub(super) fn of_file(path: &str) -> Self {
        let own = folder_of(path).to_owned();
        let name = path.rsplit('/').next().unwrap_or(path);
        let children = match name {
            "lib.rs" | "main.rs" | "mod.rs" => own.clone(),
            _ => path.trim_end_matches(".rs").to_owned(),
        };
        Self { own, children }
    }

    /// Returns the two files in which a child may be.
    pub(super) fn files_of(&self, child: &str) -> [String; 2] {
        let path = format!("{}/{child}", self.children);
        [format!("{path}.rs"), format!("{path}/mod.rs")]
    }

    pub(super) fn within(&self, child: &str) -> Self {
        let children = format!("{}/{child}", self.children);
        Self {
            children,
            ..self.clone()
        }
    }
}
