//! What is inside, for programs: a list as CycloneDX 1.6 has it, in JSON.
//!
//! It has neither a time nor a number of its own, so that the same commit gives the same bytes.

use anyhow::Result;
use serde_json::{Value, json};

use super::inside::{Inside, Library};

/// Writes the list.
pub(super) fn of(inside: &Inside) -> Result<String> {
    let components: Vec<_> = inside.libraries.values().map(component).collect();
    let list = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "interleave",
                "name": "interleave",
                "version": env!("CARGO_PKG_VERSION"),
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": components,
        "dependencies": [{
            "ref": "interleave",
            "dependsOn": inside.libraries.values().map(|library| &library.purl).collect::<Vec<_>>(),
        }],
    });
    Ok(serde_json::to_string_pretty(&list)? + "\n")
}

fn component(library: &Library) -> Value {
    let places = library.places.iter();
    let places: Vec<_> = places
        .map(|place| json!({"name": "interleave:inside", "value": place.name()}))
        .collect();
    let mut component = json!({
        "type": "library",
        "bom-ref": library.purl,
        "name": library.name,
        "version": library.version,
        "purl": library.purl,
        // An old way to write a choice.
        "licenses": [{"expression": library.licence.replace('/', " OR ")}],
        "properties": places,
    });
    if let Some((algorithm, digits)) = &library.digest {
        component["hashes"] = json!([{"alg": algorithm, "content": digits}]);
    }
    component
}
