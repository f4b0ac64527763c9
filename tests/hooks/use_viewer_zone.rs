use crate::harness::mount;
use huso::browser::remember_zone;
use huso::hooks::use_viewer_zone;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::{Html, component, html};

#[component]
fn Zone() -> Html {
    let zone = use_viewer_zone();
    let choose = |name: Option<&str>| {
        let name = name.map(str::to_owned);
        zone.choose.reform(move |_| name.clone())
    };
    html! {
        <>
            <p>{zone.chosen.clone().unwrap_or("own".to_owned())}</p>
            <button id="lima" onclick={choose(Some("America/Lima"))} />
            <button id="own" onclick={choose(None)} />
        </>
    }
}

#[wasm_bindgen_test]
async fn it_starts_with_what_was_remembered_and_follows_the_choice() {
    assert!(remember_zone(Some("Asia/Tokyo")));
    let zone = mount::<Zone>(());
    zone.says("Asia/Tokyo").await;
    for (button, shown) in [("#lima", "America/Lima"), ("#own", "own")] {
        let button = zone.root.query_selector(button).unwrap().unwrap();
        button.unchecked_into::<HtmlElement>().click();
        zone.says(shown).await;
    }
    assert!(remember_zone(None));
    zone.take_down();
}
