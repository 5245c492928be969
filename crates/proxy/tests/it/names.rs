//! What a name may lead to: every address is checked, and the one that was checked is dialled.

use crate::network::{World, page};

#[tokio::test(start_paused = true)]
async fn a_name_with_one_private_answer_is_refused_whole() {
    let names: &[(&str, &[&str])] = &[
        ("127.0.0.1.nip.io", &["127.0.0.1"]),
        ("localtest.me", &["127.0.0.1,::1"]),
        ("half.example", &["11.0.0.1,::1"]),
        ("mixed.example", &["8.8.8.8,10.0.0.1"]),
        ("zero.example", &["0.0.0.0"]),
        ("mapped.example", &["::ffff:10.0.0.1"]),
    ];
    let world = World::new(names, page);
    for (name, _) in names {
        let url = format!("http://{name}/");
        assert_eq!(
            world.refusal(&url).await,
            "403 blocked-address hop=0",
            "{name}"
        );
    }
    assert_eq!(world.dialled(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn a_refusal_tells_the_name_and_not_its_address() {
    let world = World::new(&[("inner.example", &["10.1.2.3"])], page);
    let refusal = world.fetch("http://inner.example/").await.unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "`inner.example` is not on the public internet; ask for a site that is"
    );
}

#[tokio::test(start_paused = true)]
async fn a_name_that_changes_its_mind_is_asked_once_and_pinned() {
    let world = World::new(&[("flip.example", &["11.0.0.1", "127.0.0.1"])], page);
    assert_eq!(world.refusal("http://flip.example/").await, "relayed 200");
    assert_eq!(world.resolver.asked(), ["flip.example"]);
    assert_eq!(world.dialled(), ["11.0.0.1:80"]);
    // The next request asks again, and is refused.
    assert_eq!(
        world.refusal("http://flip.example/").await,
        "403 blocked-address hop=0"
    );
    assert_eq!(world.dialled(), ["11.0.0.1:80"]);
}

#[tokio::test(start_paused = true)]
async fn addresses_are_tried_in_turn() {
    let world = World::closed(&[("site.example", &["11.0.0.1,11.0.0.2"])]);
    assert_eq!(
        world.refusal("http://site.example/").await,
        "502 connect-failed hop=0"
    );
    assert_eq!(world.dialled(), ["11.0.0.1:80", "11.0.0.2:80"]);
}

#[tokio::test(start_paused = true)]
async fn a_name_without_an_address_says_so() {
    let world = World::new(&[], page);
    assert_eq!(
        world.refusal("http://nobody.example/").await,
        "502 dns-failed hop=0"
    );
    assert_eq!(world.dialled(), Vec::<String>::new());
}
