//! TypeScript files, parsed: their functions and their relative imports.

use anyhow::{Context, Result, bail};
use tree_sitter::{Node, Parser};

use super::function::Function;
use super::sources::{Language, Source, folder_of, joined};

/// A file of the page or of its tools.
pub(super) struct TypeScriptFile {
    pub(super) path: String,
    pub(super) imports: Vec<Import>,
    functions: Vec<Function>,
}

/// An import of another file.
pub(super) struct Import {
    /// The path of the other file, from the checkout's root.
    pub(super) path: String,
    /// Whether nothing is left of it when the types are taken away.
    pub(super) is_type: bool,
}

/// Parses all TypeScript files.
///
/// # Errors
/// When a file is no TypeScript.
pub(super) fn read_all(sources: &[Source]) -> Result<Vec<TypeScriptFile>> {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into())?;
    let sources = sources
        .iter()
        .filter(|source| source.is(Language::TypeScript));
    sources.map(|source| read(&mut parser, source)).collect()
}

fn read(parser: &mut Parser, source: &Source) -> Result<TypeScriptFile> {
    let tree = parser.parse(&source.text, None);
    let tree = tree.context("the parser of TypeScript was not set up")?;
    if tree.root_node().has_error() {
        bail!("{} is not understood as TypeScript", source.path);
    }
    let mut file = TypeScriptFile {
        path: source.path.clone(),
        imports: Vec::new(),
        functions: Vec::new(),
    };
    file.take(tree.root_node(), &source.text);
    Ok(file)
}

impl TypeScriptFile {
    /// Lists the functions, methods and arrow functions.
    pub(super) fn functions(&self) -> Vec<Function> {
        self.functions.clone()
    }

    fn take(&mut self, node: Node<'_>, text: &str) {
        match node.kind() {
            "function_declaration"
            | "function_expression"
            | "generator_function_declaration"
            | "method_definition"
            | "arrow_function" => self.functions.push(Function {
                file: self.path.clone(),
                name: name_of(node, text),
                lines: node.end_position().row + 1 - node.start_position().row,
            }),
            "import_statement" | "export_statement" => {
                self.import(node.child_by_field_name("source"), is_type(node), text);
            }
            "call_expression" if is_import(node) => {
                let arguments = node.child_by_field_name("arguments");
                let first = arguments.and_then(|arguments| arguments.named_child(0));
                self.import(first, false, text);
            }
            _ => {}
        }
        for child in node.children(&mut node.walk()) {
            self.take(child, text);
        }
    }

    fn import(&mut self, specifier: Option<Node<'_>>, is_type: bool, text: &str) {
        let specifier = specifier.map(|node| text_of(node, text).trim_matches(['"', '\'', '`']));
        let relative = specifier.filter(|specifier| specifier.starts_with('.'));
        if let Some(relative) = relative {
            let path = joined(folder_of(&self.path), relative);
            self.imports.push(Import { path, is_type });
        }
    }
}

fn is_import(call: Node<'_>) -> bool {
    let function = call.child_by_field_name("function");
    function.is_some_and(|function| function.kind() == "import")
}

/// Says whether a statement imports types only: `import type`, or `type` at each of its names.
fn is_type(statement: Node<'_>) -> bool {
    let has_type = |node: Node<'_>| {
        node.children(&mut node.walk())
            .any(|child| child.kind() == "type")
    };
    let mut names = Vec::new();
    imported(statement, &mut names);
    has_type(statement) || (!names.is_empty() && names.into_iter().all(has_type))
}

fn imported<'a>(node: Node<'a>, names: &mut Vec<Node<'a>>) {
    for child in node.named_children(&mut node.walk()) {
        match child.kind() {
            "import_clause" | "named_imports" | "export_clause" => imported(child, names),
            "import_specifier" | "export_specifier" | "identifier" | "namespace_import" => {
                names.push(child);
            }
            _ => {}
        }
    }
}

/// Returns a function's name, with its class before it; one without a name has that of its variable
/// or property.
fn name_of(function: Node<'_>, text: &str) -> String {
    let parent = function
        .parent()
        .filter(|_| function.kind() != "method_definition");
    let named = [Some(function), parent].into_iter().flatten();
    let name = named
        .filter_map(|node| {
            ["name", "key"]
                .iter()
                .find_map(|field| node.child_by_field_name(field))
        })
        .next();
    let name = name.map_or("(no name)", |name| text_of(name, text));
    match class_of(function, text) {
        Some(class) => format!("{class}.{name}"),
        None => name.to_owned(),
    }
}

/// Returns the name of the class of which a function is a direct part.
fn class_of<'a>(function: Node<'_>, text: &'a str) -> Option<&'a str> {
    let member = match function.kind() {
        "method_definition" => function,
        _ => function
            .parent()
            .filter(|node| node.kind() == "public_field_definition")?,
    };
    let class = member.parent()?.parent()?;
    class
        .child_by_field_name("name")
        .map(|name| text_of(name, text))
}

fn text_of<'a>(node: Node<'_>, text: &'a str) -> &'a str {
    &text[node.byte_range()]
}
