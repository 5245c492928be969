//! Three origins over real sockets: what a page can do with its proxy and the demo site.

use interleave_server::{
    demo::answer,
    origins::{Origin, OriginError, Origins},
};

use crate::web::{Reply, get};

/// Runs a blocking conversation while the origins answer.
async fn talk<T: Send + 'static>(conversation: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(conversation).await.unwrap()
}

/// Fetches a page of the demo site through the proxy, as a page of an origin.
async fn relayed(origins: &Origins, path: &str, page: String) -> Reply {
    let (proxy, demo) = (origins.proxy.text(), origins.demo.text());
    let path = format!("/fetch?url={demo}{path}");
    talk(move || get(&proxy, &path, &[("Origin", &page)])).await
}

#[tokio::test]
async fn the_page_reads_the_demo_site_through_the_proxy() {
    let origins = Origins::start(0).await.unwrap();
    let by_name = format!("http://localhost:{}", origins.page.address().port());
    for page in [origins.page.text(), by_name] {
        for path in [
            "/?delay=0",
            "/gbk?delay=0",
            "/mislabelled?delay=0",
            "/poster/3.svg",
        ] {
            let reply = relayed(&origins, path, page.clone()).await;
            let expected = answer(path);
            assert_eq!(reply.status, 200, "{path}");
            assert_eq!(reply.header("X-Proxy"), "1");
            assert_eq!(reply.header("Access-Control-Allow-Origin"), page);
            assert_eq!(reply.header("Content-Type"), expected.content_type);
            assert_eq!(reply.body, expected.body, "{path}");
        }
    }
    origins.stop().await;
}

#[tokio::test]
async fn the_demo_site_alone_serves_no_robots_and_grants_nothing() {
    let demo = Origin::start_demo().await.unwrap();
    let origin = demo.text();
    let (robot, browser) = talk(move || {
        let browser = [
            ("User-Agent", "Mozilla/5.0"),
            ("Origin", "http://a.example"),
        ];
        (
            get(&origin, "/?delay=0", &[]),
            get(&origin, "/?delay=0", &browser),
        )
    })
    .await;
    assert_eq!(robot.status, 418);
    assert_eq!(browser.status, 200);
    assert_eq!(browser.header("Access-Control-Allow-Origin"), "-");
    demo.stop().await;
}

#[tokio::test]
async fn other_pages_may_not_use_the_proxy() {
    let origins = Origins::start(0).await.unwrap();
    let strangers = [origins.demo.text(), origins.proxy.text(), "null".to_owned()];
    for stranger in strangers {
        let reply = relayed(&origins, "/?delay=0", stranger).await;
        assert_eq!(
            (reply.status, reply.header("X-Proxy-Error")),
            (403, "bad-origin")
        );
    }
    origins.stop().await;
}

#[tokio::test]
async fn the_proxy_reaches_the_demo_site_and_nothing_else_on_the_loopback() {
    let origins = Origins::start(0).await.unwrap();
    for target in [origins.page.text(), origins.proxy.text()] {
        let (proxy, page) = (origins.proxy.text(), origins.page.text());
        let path = format!("/fetch?url={target}/");
        let reply = talk(move || get(&proxy, &path, &[("Origin", &page)])).await;
        assert_eq!(
            (reply.status, reply.header("X-Proxy-Error")),
            (403, "blocked-address")
        );
    }
    origins.stop().await;
}

#[tokio::test]
async fn the_page_learns_where_its_neighbours_are() {
    let origins = Origins::start(0).await.unwrap();
    let page = origins.page.text();
    let reply = talk(move || get(&page, "/interleave.json", &[])).await;
    let reply: serde_json::Value = serde_json::from_str(reply.text()).unwrap();
    let expected = serde_json::json!({"proxy": origins.proxy.text(), "demo": origins.demo.text()});
    assert_eq!(reply, expected);
    origins.stop().await;
}

#[tokio::test]
async fn a_port_that_is_taken_is_named() {
    let demo = Origin::start_demo().await.unwrap();
    let port = demo.address().port();
    let error = Origins::start(port).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "port {port} is taken by another program; \
             choose another with --port, or free ones with --port 0"
        )
    );
    let error = Origins::start(65534).await.unwrap_err();
    assert!(matches!(error, OriginError::PortTooHigh { port: 65534 }));
}
