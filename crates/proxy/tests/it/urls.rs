//! Which URLs may be asked for: the table of refused and passing ones.

use crate::network::{World, page};

/// Each is refused with its answer, without a look-up and without a dial.
const REFUSED: &[(&str, &[&str])] = &[
    // The loopback, in every spelling that a URL parser reads as an address.
    (
        "403 blocked-address",
        &[
            "http://127.0.0.1/",
            "http://127.1/",
            "http://127.0.1/",
            "http://2130706433/",
            "http://017700000001/",
            "http://0177.0.0.1/",
            "http://0177.0.0.01/",
            "http://0x7f.0.0.1/",
            "http://0x7f000001/",
            "http://0x7f.1/",
            "http://127.0.0.1./",
            "http://127.127.127.127/",
            "http://127.0.0.1:80/",
            "http://127.0.0.1:6379/",
        ],
    ),
    // Encoded and Unicode digits, white space.
    (
        "403 blocked-address",
        &[
            "http://%31%32%37.0.0.1/",
            "http://127%2e0%2e0%2e1/",
            "http://１２７.０.０.１/",
            "http://①②⑦.⓪.⓪.①/",
            "http://127。0。0。1/",
            "ht\ttp://127.0.0.1/",
            " http://127.0.0.1/ ",
        ],
    ),
    // Unspecified, private, shared, link-local; the metadata services of five clouds.
    (
        "403 blocked-address",
        &[
            "http://0/",
            "http://0.0.0.0/",
            "http://0.1.2.3/",
            "http://10.0.0.1/",
            "http://172.16.0.1/",
            "http://172.31.255.255/",
            "http://192.168.0.1/",
            "http://100.64.0.1/",
            "http://100.127.255.254/",
            "http://169.254.169.254/",
            "http://2852039166/",
            "http://0xa9fea9fe/",
            "http://0251.254.169.254/",
            "http://100.100.100.200/",
            "http://168.63.129.16/",
            "http://192.0.0.192/",
        ],
    ),
    // Special purposes.
    (
        "403 blocked-address",
        &[
            "http://192.0.2.1/",
            "http://198.18.0.1/",
            "http://198.51.100.1/",
            "http://203.0.113.1/",
            "http://192.88.99.1/",
            "http://224.0.0.1/",
            "http://239.255.255.255/",
            "http://240.0.0.1/",
            "http://255.255.255.255/",
        ],
    ),
    // IPv6.
    (
        "403 blocked-address",
        &[
            "http://[::]/",
            "http://[::1]/",
            "http://[0:0:0:0:0:0:0:1]/",
            "http://[fe80::1]/",
            "http://[fc00::1]/",
            "http://[fd00:ec2::254]/",
            "http://[fec0::1]/",
            "http://[ff02::1]/",
            "http://[100::1]/",
            "http://[2001:db8::1]/",
            "http://[3fff::1]/",
            "http://[5f00::1]/",
            "http://[4000::1]/",
        ],
    ),
    // IPv4 inside IPv6.
    (
        "403 blocked-address",
        &[
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:7f00:1]/",
            "http://[0:0:0:0:0:ffff:169.254.169.254]/",
            "http://[::127.0.0.1]/",
            "http://[::ffff:0:127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://[64:ff9b::8.8.8.8]/",
            "http://[64:ff9b:1::a9fe:a9fe]/",
            "http://[2002:7f00:1::]/",
            "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
        ],
    ),
    // Names that mean something only inside a network.
    (
        "403 blocked-host",
        &[
            "http://localhost/",
            "http://LOCALHOST/",
            "http://localhost./",
            "http://foo.localhost/",
            "http://ｌｏｃａｌｈｏｓｔ/",
            "http://loc%61lhost/",
            "http://lo\u{ad}calhost/",
            "http://ip6-localhost/",
            "http://metadata.google.internal/",
            "http://x.local/",
            "http://x.internal/",
            "http://x.home.arpa/",
            "http://redis/",
            "http://redis:6379/",
        ],
    ),
    (
        "400 bad-userinfo",
        &[
            "http://user:pass@example.com/",
            "http://example.com@127.0.0.1/",
            "http://127.0.0.1@example.com/",
            "http://example.com:80@127.0.0.1:80/",
            "http://1.1.1.1 &@2.2.2.2# @3.3.3.3/",
        ],
    ),
    // What parsers disagree about; ours is the browser's, and the host it sees is the one dialled.
    (
        "403 blocked-address",
        &[
            "http://127.1.1.1:80\\@127.2.2.2:80/",
            "http://127.1.1.1:80#\\@127.2.2.2:80/",
            "http:127.0.0.1/",
            "http:/127.0.0.1/",
            "http:///127.0.0.1/",
            "http:\\\\127.0.0.1\\",
        ],
    ),
    (
        "400 bad-url",
        &[
            "http://[example.com]/",
            "http://[[::1]]/",
            "http://[fe80::1%25eth0]/",
            "http://[::1",
            "http://09.0.0.1/",
            "http://256.256.256.256/",
            "http://1.2.3.4.5/",
            "http://0x100000000/",
            "http://example.com%00.evil/",
            "http://xn--/",
            "http://xn--localhost-/",
            "http://?x",
            "http://:1/",
            "http://a..b/",
            "http://.example.com/",
            "",
        ],
    ),
    (
        "400 bad-scheme",
        &[
            "file:///etc/passwd",
            "gopher://127.0.0.1:6379/_INFO",
            "ftp://example.com/",
            "data:text/html,x",
            "javascript:alert(1)",
            "blob:http://example.com/1",
            "about:blank",
            "ws://example.com/",
            "view-source:http://example.com/",
            "jar:http://example.com/x.jar!/",
            "//127.0.0.1/",
            "example.com",
        ],
    ),
    (
        "403 blocked-port",
        &[
            "http://example.com:22/",
            "http://example.com:25/",
            "http://example.com:6379/",
            "http://example.com:0/",
            "http://example.com:8080/",
            "http://11.0.0.1:22/",
            "http://[2606:4700:4700::1111]:22/",
        ],
    ),
    ("400 bad-url", &["http://example.com:65536/"]),
];

#[tokio::test(start_paused = true)]
async fn each_is_refused_before_the_network_is_touched() {
    let world = World::new(&[("example.com", &["11.0.0.1"])], page);
    for (answer, urls) in REFUSED {
        for url in *urls {
            assert_eq!(
                world.refusal(url).await,
                format!("{answer} hop=0"),
                "{url:?}"
            );
        }
    }
    assert_eq!(world.resolver.asked(), Vec::<String>::new());
    assert_eq!(world.dialled(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn what_is_too_long_is_refused() {
    let world = World::new(&[], page);
    let label = "a".repeat(64);
    let urls = [
        format!("http://example.com/{}", "a".repeat(17 * 1024)),
        format!("http://{label}.example/"),
        format!("http://{}example/", "abcdefgh.".repeat(28)),
    ];
    for url in urls {
        assert_eq!(world.refusal(&url).await, "400 bad-url hop=0", "{url}");
    }
    assert_eq!(world.dialled(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn the_proxy_itself_is_refused() {
    let world = World::new(&[("proxy.example", &["11.0.0.1"])], page);
    let policy = interleave_proxy::Policy {
        own_hosts: vec!["proxy.example".to_owned(), "11.0.0.9".to_owned()],
        ..Default::default()
    };
    let fetcher = world.fetcher(policy);
    for url in [
        "http://proxy.example/",
        "http://PROXY.example:80/",
        "http://11.9/",
    ] {
        let refusal = fetcher.fetch(url).await.unwrap_err();
        assert_eq!(refusal.reason.code(), "blocked-host", "{url}");
    }
    assert_eq!(world.dialled(), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn the_neighbours_of_refused_addresses_are_dialled() {
    let passing = [
        ("http://172.32.0.1/", "172.32.0.1:80"),
        ("http://100.63.255.254/", "100.63.255.254:80"),
        ("http://100.128.0.1/", "100.128.0.1:80"),
        ("http://11.0.0.1/", "11.0.0.1:80"),
        ("http://11.0.0.1:/", "11.0.0.1:80"),
        ("http://11.0.0.1:443/", "11.0.0.1:443"),
        ("http://223.255.255.255/", "223.255.255.255:80"),
        (
            "http://[2606:4700:4700::1111]/",
            "[2606:4700:4700::1111]:80",
        ),
        ("http://[::ffff:11.0.0.1]/", "[::ffff:11.0.0.1]:80"),
    ];
    for (url, address) in passing {
        let world = World::new(&[], page);
        assert_eq!(world.refusal(url).await, "relayed 200", "{url}");
        assert_eq!(world.dialled(), [address], "{url}");
    }
}

#[tokio::test(start_paused = true)]
async fn names_that_look_like_addresses_are_names() {
    let names: &[(&str, &[&str])] = &[
        ("127.0.0.1.example", &["11.0.0.1"]),
        ("xn--bcher-kva.example", &["11.0.0.2"]),
    ];
    let world = World::new(names, page);
    for url in ["http://127.0.0.1.example/", "http://bücher.example/"] {
        assert_eq!(world.refusal(url).await, "relayed 200", "{url}");
    }
    assert_eq!(
        world.resolver.asked(),
        ["127.0.0.1.example", "xn--bcher-kva.example"]
    );
    assert_eq!(world.dialled(), ["11.0.0.1:80", "11.0.0.2:80"]);
}

#[tokio::test(start_paused = true)]
async fn a_listed_target_is_fetched_wherever_it_is_and_nothing_beside_it() {
    let world = World::new(&[], page);
    let policy = interleave_proxy::Policy {
        allowed_targets: vec![
            "http://127.0.0.1:8082"
                .parse::<url::Url>()
                .unwrap()
                .origin(),
        ],
        ..Default::default()
    };
    let fetcher = world.fetcher(policy);
    assert!(fetcher.fetch("http://127.1:8082/movie/1").await.is_ok());
    for url in [
        "http://127.0.0.1:8081/",
        "http://127.0.0.2:8082/",
        "https://127.0.0.1:8082/",
        "http://localhost:8082/",
        "http://example.com:8082/",
    ] {
        let refusal = fetcher.fetch(url).await.unwrap_err();
        assert_eq!(refusal.reason.status().as_u16(), 403, "{url}");
    }
    assert_eq!(world.dialled(), ["127.0.0.1:8082"]);
}
