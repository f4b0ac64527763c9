//! The widget's package beside this page.

use huso::browser::fetch;
use huso_publish::archive::{File, Purpose};
use huso_publish::snippet::Package;
use js_sys::{Function, Reflect};
use serde_json::Value;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use yew::{hook, use_effect_with, use_state};

/// Milliseconds that a file of the package may take.
const LIMIT: u32 = 60_000;

/// What is beside this page of the widget's package.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Published {
    /// Its build and its hashes.
    pub package: Rc<Package>,
    /// The names of its files.
    names: Rc<[String]>,
}

impl Published {
    fn new(manifest: &Value) -> Self {
        let names = manifest.as_object().into_iter().flat_map(|all| all.keys().cloned());
        Self { package: Package::new(build(), manifest).into(), names: names.collect() }
    }

    /// The files of the package; nothing if one can't be fetched.
    pub async fn files(&self) -> Option<Vec<File>> {
        let mut files = Vec::new();
        for name in self.names.iter() {
            let bytes = get(name).await?;
            files.push(File { name: name.clone(), purpose: Purpose::Program, bytes });
        }
        Some(files)
    }
}

/// What is beside this page of the widget's package. Without its list of files there are no hashes.
#[hook]
pub fn use_package() -> Published {
    let published = use_state(|| Published::new(&Value::Null));
    use_effect_with((), {
        let published = published.setter();
        move |()| {
            spawn_local(async move {
                let manifest = get("integrity.json").await;
                if let Some(manifest) = manifest.and_then(|bytes| serde_json::from_slice(&bytes).ok()) {
                    published.set(Published::new(&manifest));
                }
            });
        }
    });
    (*published).clone()
}

async fn get(name: &str) -> Option<Vec<u8>> {
    let reply = fetch(name, None, LIMIT).await.ok()?;
    (200..300).contains(&reply.status).then_some(reply.body)
}

/// The number of the build, if the element is here to say it.
fn build() -> Option<String> {
    let elements = web_sys::window()?.custom_elements();
    let class = Reflect::get(&elements, &"get".into()).ok()?.dyn_into::<Function>().ok()?;
    let class = class.call1(&elements, &"huso-event".into()).ok()?;
    Reflect::get(&class, &"build".into()).ok()?.as_string().filter(|build| !build.is_empty())
}
