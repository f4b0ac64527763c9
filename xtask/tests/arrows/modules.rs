//! The modules of a crate, and the paths that they name. Modules that only tests have are left aside.

use crate::Uses;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path as File;
use syn::visit::Visit;
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, Path, UseTree, Visibility};

/// A module's name within its crate: `["places", "names"]`; of the crate itself it is empty.
type Name = Vec<String>;

/// What a file says.
#[derive(Default)]
struct Module {
    /// Paths from the crate's root, and from which they stand.
    paths: Vec<Name>,
    /// Names that it exports from elsewhere, and their paths.
    exports: BTreeMap<String, Name>,
}

/// The modules of a crate by their names, a file each.
pub(crate) struct Modules(BTreeMap<Name, Module>);

impl Modules {
    /// Reads a crate's folder `src`.
    pub(crate) fn read(folder: &File) -> Self {
        let mut all = BTreeMap::new();
        read_folder(folder, &Vec::new(), &mut all);
        Self(all)
    }

    /// Which files use which.
    pub(crate) fn uses(&self) -> Uses {
        let mut uses = Uses::new();
        for (name, module) in &self.0 {
            let targets = module.paths.iter().map(|path| self.owner(path)).filter(|target| target != name);
            let targets: BTreeSet<String> = targets.map(|target| target.join("::")).collect();
            uses.insert(name.join("::"), targets.into_iter().collect());
        }
        uses
    }

    /// Which modules that stand directly in the crate use which.
    pub(crate) fn uses_of_first_level(&self) -> Uses {
        let first = |name: &str| name.split("::").next().unwrap_or_default().to_owned();
        let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (name, targets) in self.uses().into_iter().filter(|(name, _)| !name.is_empty()) {
            let targets = targets.iter().map(|target| first(target));
            let own = first(&name);
            let others = targets.filter(|target| *target != own && !target.is_empty());
            all.entry(own.clone()).or_default().extend(others);
        }
        all.into_iter().map(|(name, targets)| (name, targets.into_iter().collect())).collect()
    }

    /// The module in which what a path names is defined, through what modules export from others.
    fn owner(&self, path: &[String]) -> Name {
        let is_module = |length: &usize| self.0.contains_key(&path[..*length]);
        let length = (0..=path.len()).rev().find(is_module).unwrap();
        let (name, rest) = path.split_at(length);
        match rest.first().and_then(|item| self.0[name].exports.get(item)) {
            Some(exported) if exported != path => self.owner(exported),
            _ => name.to_vec(),
        }
    }
}

fn read_folder(folder: &File, name: &Name, all: &mut BTreeMap<Name, Module>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let own: Name = match stem {
            "lib" | "main" | "mod" => name.clone(),
            _ => [name.as_slice(), &[stem.to_owned()]].concat(),
        };
        if path.is_dir() && !is_another_crate(&path) {
            read_folder(&path, &own, all);
        } else if path.extension().is_some_and(|end| end == "rs") {
            all.insert(own.clone(), read_file(&path, own));
        }
    }
}

/// `src/organizer` is a program of its own.
fn is_another_crate(folder: &File) -> bool {
    folder.join("main.rs").exists()
}

fn read_file(path: &File, name: Name) -> Module {
    let text = std::fs::read_to_string(path).unwrap();
    let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut reader = Reader { name, module: Module::default() };
    reader.visit_file(&file);
    reader.module
}

struct Reader {
    name: Name,
    module: Module,
}

impl Reader {
    /// A path as it counts from the crate's root, if it is one within the crate.
    fn absolute(&self, path: &[String]) -> Option<Name> {
        let parent = || self.name.split_last().map(|(_, parent)| parent.to_vec());
        match path.split_first()? {
            (first, rest) if first == "crate" => Some(rest.to_vec()),
            (first, rest) if first == "self" => Some([self.name.as_slice(), rest].concat()),
            (first, rest) if first == "super" => Some([parent()?.as_slice(), rest].concat()),
            _ => None,
        }
    }

    /// The path of a child's item that a module exports: `names::NAMES`.
    fn of_child(&self, path: &[String]) -> Name {
        self.absolute(path).unwrap_or_else(|| [self.name.as_slice(), path].concat())
    }

    fn add(&mut self, path: &[String]) {
        self.module.paths.extend(self.absolute(path));
    }

    /// Paths in what a macro is given: it is no code before it is expanded.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Name = Vec::new();
        for token in tokens {
            match token {
                TokenTree::Ident(name) => path.push(name.to_string()),
                TokenTree::Punct(sign) if sign.as_char() == ':' => continue,
                other => {
                    if let TokenTree::Group(group) = other {
                        self.add_tokens(group.stream());
                    }
                    self.add(&std::mem::take(&mut path));
                }
            }
        }
        self.add(&path);
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|one| {
        one.path().is_ident("cfg") && one.meta.require_list().unwrap().tokens.to_string() == "test"
    })
}

/// The paths of a `use`, each with the name that it has here.
fn leaves(tree: &UseTree, before: &Name) -> Vec<(Name, String)> {
    let with = |name: &syn::Ident| [before.as_slice(), &[name.to_string()]].concat();
    match tree {
        UseTree::Path(path) => leaves(&path.tree, &with(&path.ident)),
        UseTree::Group(group) => group.items.iter().flat_map(|item| leaves(item, before)).collect(),
        UseTree::Name(name) if name.ident == "self" => {
            vec![(before.clone(), before.last().cloned().unwrap_or_default())]
        }
        UseTree::Name(name) => vec![(with(&name.ident), name.ident.to_string())],
        UseTree::Rename(rename) => vec![(with(&rename.ident), rename.rename.to_string())],
        UseTree::Glob(_) => vec![(before.clone(), String::new())],
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(module) => &module.attrs,
            Item::Impl(block) => &block.attrs,
            Item::Fn(function) => &function.attrs,
            Item::Use(import) => &import.attrs,
            _ => &Vec::new(),
        };
        if !is_for_tests(attributes) {
            syn::visit::visit_item(self, item);
        }
    }

    /// Modules within a file count as the file.
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        self.name.push(module.ident.to_string());
        syn::visit::visit_item_mod(self, module);
        self.name.pop();
    }

    fn visit_item_use(&mut self, import: &'ast ItemUse) {
        for (path, name) in leaves(&import.tree, &Vec::new()) {
            if matches!(import.vis, Visibility::Inherited) {
                self.add(&path);
            } else {
                let path = self.of_child(&path);
                self.module.exports.insert(name, path);
            }
        }
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let names: Name = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.add(&names);
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.add_tokens(call.tokens.clone());
        syn::visit::visit_macro(self, call);
    }
}
